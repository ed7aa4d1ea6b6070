package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

var errNotADay = errors.New("not a day")

// partyFlags say more of a party on the command line than its name.
type partyFlags struct {
	schema, country, birth        string
	address, city, region, port   string
	email, phone, website, postal string
	identifiers                   []string // KIND:VALUE
}

func (f *partyFlags) register(cmd *cobra.Command) {
	for _, flag := range []struct {
		to          *string
		name, usage string
	}{
		{&f.schema, "type", "person, company, organization, vessel, aircraft"},
		{&f.country, "country", "country, by name or code"},
		{&f.birth, "birth-date", "birth date: YYYY, YYYY-MM or YYYY-MM-DD"},
		{&f.address, "address", "address, with its city and country"},
		{&f.city, "city", "city of the address"},
		{&f.region, "region", "region, state or province of the address"},
		{&f.postal, "postal-code", "postal code of the address"},
		{&f.port, "port", "port or city that goods go to, by name or UN/LOCODE"},
		{&f.email, "email", "e-mail address"},
		{&f.phone, "phone", "phone number with its country code"},
		{&f.website, "website", "web site"},
	} {
		cmd.Flags().StringVar(flag.to, flag.name, "", flag.usage)
	}
	cmd.Flags().StringArrayVar(&f.identifiers, "identifier", nil, "a number of the party, KIND:VALUE, such as imo:9187629; may be given several times")
}

// shipment makes a shipment of one party of what the command line says.
func (f *partyFlags) shipment(text string) (enduse.Shipment, error) {
	s := enduse.Shipment{}
	name, ids, err := numbersOf(text, f.identifiers)
	if err != nil {
		return s, err
	}
	p := enduse.Party{Role: enduse.RoleParty, Name: name, Schema: enduse.Schema(f.schema), Email: f.email, Phone: f.phone, Website: f.website, Identifiers: ids}
	if f.port != "" {
		s.Route.Places = []enduse.RoutePlace{{Field: "port", Text: f.port}}
	}
	if err := p.Validate(); err != nil {
		return s, err
	}
	if f.country != "" {
		code, ok := country.Read(f.country)
		if !ok {
			return s, &enduse.Error{
				Code: enduse.CodeInvalid, Subject: "--country " + f.country, Err: errors.New("not the name or the code of a country"),
				Hint: "use its two-letter code, such as CN; a city or a region goes with --city or --region",
			}
		}
		p.Countries = []enduse.Country{code}
	}
	if a := f.addressOf(p.Countries); !a.IsZero() {
		p.Addresses = []enduse.Address{a}
	}
	if f.birth != "" {
		d, err := enduse.ParseDate(f.birth)
		if err != nil {
			return s, &enduse.Error{Code: enduse.CodeInvalid, Subject: "--birth-date", Err: err, Hint: "--birth-date 1957-03-10"}
		}
		p.BirthDate = d
	}
	s.Parties = []enduse.Party{p}
	return s, nil
}

func (f *partyFlags) addressOf(home []enduse.Country) enduse.Address {
	a := enduse.Address{Street: f.address, City: f.city, Region: f.region, PostalCode: f.postal}
	if f.city == "" && f.region == "" && f.postal == "" {
		a.Text, a.Street = a.Street, ""
	}
	if len(home) == 1 && !a.IsZero() {
		a.Country = home[0]
	}
	return a
}
