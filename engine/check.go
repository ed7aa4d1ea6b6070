package engine

import (
	"context"
	"errors"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/number"
)

// Check screens one party: text is its name, or a number of a register such as an IMO
// number, a tax number or a wallet, which is searched as every kind that it may be.
// about says more of the party; its Name is replaced.
func (e *Engine) Check(ctx context.Context, text string, about enduse.Party, asks ...Ask) (enduse.Verdict, error) {
	p, err := PartyOf(text, about)
	if err != nil {
		return enduse.Verdict{}, err
	}
	return e.Screen(ctx, enduse.Query{Shipment: enduse.Shipment{Parties: []enduse.Party{p}}}, asks...)
}

// HintNumber says how a number is named when its kind is not seen.
const HintNumber = "--identifier KIND:VALUE, such as imo:9187629, inn:7707083893 or passport:N1234567; a register's number has six digits or more"

// PartyOf reads the text of Check into a party. It fails for a text of digits that is
// no number of a register, and for a party with neither a name, a number nor an
// address.
func PartyOf(text string, about enduse.Party) (enduse.Party, error) {
	p := about
	if p.Role == "" {
		p.Role = enduse.RoleParty
	}
	found, all := number.Any(text)
	switch {
	case all:
		text = ""
	case text != "" && !strings.ContainsFunc(text, unicode.IsLetter) && strings.ContainsFunc(text, unicode.IsDigit):
		return p, &enduse.Error{Code: enduse.CodeInvalid, Subject: text, Err: errors.New("not a number of a register"), Hint: HintNumber}
	case mixed(text): // a passport, or a name
		found = []number.Found{{Kind: enduse.IDOther, Value: text}}
	}
	p.Name = text
	p.Identifiers = p.Identifiers[:len(p.Identifiers):len(p.Identifiers)]
	for _, f := range found {
		p.Identifiers = append(p.Identifiers, f.Identifier())
	}
	return p, p.Validate()
}

// mixed reports whether a text is one word of letters and several digits.
func mixed(text string) bool {
	digits := 0
	for _, r := range text {
		if unicode.IsSpace(r) {
			return false
		}
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return digits >= 4
}
