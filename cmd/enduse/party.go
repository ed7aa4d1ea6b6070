package main

import (
	"errors"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

var errNotADay = errors.New("not a day")

// partyOf makes a party of what the command line says.
func partyOf(name string, ids []enduse.Identifier, schema, in, birth string) (enduse.Party, error) {
	p := enduse.Party{Role: enduse.RoleParty, Name: name, Schema: enduse.Schema(schema), Identifiers: ids}
	if err := p.Validate(); err != nil {
		return p, err
	}
	if in != "" {
		code, ok := country.Parse(in)
		if !ok {
			return p, &enduse.Error{
				Code: enduse.CodeInvalid, Subject: "--country " + in, Err: errors.New("not the name or the code of a country"),
				Hint: "use its two-letter code, such as CN",
			}
		}
		p.Countries = []enduse.Country{code}
	}
	if birth != "" {
		d, err := enduse.ParseDate(birth)
		if err != nil {
			return p, &enduse.Error{Code: enduse.CodeInvalid, Subject: "--birth-date", Err: err, Hint: "--birth-date 1957-03-10"}
		}
		p.BirthDate = d
	}
	return p, nil
}
