package csl

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

// facts are the words of the ids column that are not identifiers.
var facts = map[string]func(*party, string) bool{
	"Gender":                        (*party).gender,
	"Website":                       text(func(p *party) *[]string { return &p.Websites }),
	"Email Address":                 text(func(p *party) *[]string { return &p.Emails }),
	"Phone Number":                  text(func(p *party) *[]string { return &p.Phones }),
	"Organization Established Date": (*party).founded,
	"Issuer Name":                   (*party).issuer,
	"Nationality of Registration":   (*party).countryOf,
	"Nationality Country":           (*party).nationality,
	"Vessel Year of Build":          (*party).built,
	"Aircraft Manufacture Date":     (*party).built,
	"Aircraft Model":                (*party).model,
	"Aircraft Operator":             (*party).operator,
	"Former Vessel Flag":            (*party).formerFlag,
}

// statements are the beginnings of pieces of the ids column that state what
// follows from being listed.
var statements = []string{
	"Secondary sanctions risk", "Additional Sanctions Information", "Executive Order ", "CAATSA Section", "IFCA Determination",
	"PEESA Information", "Transactions Prohibited For Persons", "Listing Date", "Effective Date",
	"Purchase/Sales For Divestment Date", "Target Type", "Organization Type",
}

const walletLabel = "Digital Currency Address - "

// ids reads the ids column: pieces "Word, value, CC, date, date".
func (p *party) ids() {
	for _, piece := range p.values("ids") {
		switch {
		case p.id(piece):
		case isStatement(piece):
			p.statements = append(p.statements, piece)
		default:
			p.AddUnread("ids", piece)
		}
	}
}

func isStatement(piece string) bool {
	for _, s := range statements {
		if strings.HasPrefix(piece, s) {
			return true
		}
	}
	return false
}

func (p *party) id(piece string) bool {
	label, rest, ok := strings.Cut(piece, ", ")
	if !ok {
		return false
	}
	label = strings.TrimRight(label, ": ")
	if read, ok := facts[label]; ok {
		return read(p, rest)
	}
	if currency, ok := strings.CutPrefix(label, walletLabel); ok {
		return p.wallet(currency, rest)
	}
	v := splitValue(rest)
	if imo, ok := strings.CutPrefix(v.value, "IMO "); ok {
		label, v.value = label+" IMO", imo
	}
	id, ok := list.TreasuryIdentifier(label, v.value, p.Schema, v.country)
	if ok {
		id.Note = v.note
		p.AddIdentifier(id)
	}
	return ok
}

func (p *party) wallet(currency, address string) bool {
	p.AddIdentifier(enduse.Identifier{Kind: enduse.IDWallet, Value: address, Label: "Digital Currency Address", Note: currency})
	return true
}

// value is an identifier as the ids column prints it.
type value struct {
	value   string
	country enduse.Country
	note    string // the dates, as printed
}

// splitValue takes "484824, EG, 18 Jan 1984" apart from its end; the country
// may also follow the number in parentheses.
func splitValue(s string) value {
	parts := strings.Split(s, ", ")
	var v value
	last := func() string { return parts[len(parts)-1] }
	for len(parts) > 1 && isDate(last()) {
		v.note = strings.TrimSuffix(last()+", "+v.note, ", ")
		parts = parts[:len(parts)-1]
	}
	if c := enduse.Country(last()); len(parts) > 1 && c.Valid() {
		v.country, parts = c, parts[:len(parts)-1]
	}
	v.value = strings.TrimSpace(strings.Join(parts, ", "))
	if i := strings.LastIndex(v.value, " ("); i > 0 && strings.HasSuffix(v.value, ")") && v.country == "" {
		if c, ok := country.Parse(v.value[i+2 : len(v.value)-1]); ok {
			v.value, v.country = v.value[:i], c
		}
	}
	return v
}

func isDate(s string) bool {
	_, ok := list.ParseTreasuryDate(s)
	return ok
}

func text(field func(*party) *[]string) func(*party, string) bool {
	return func(p *party, s string) bool {
		*field(p) = append(*field(p), s)
		return true
	}
}

func (p *party) gender(s string) bool {
	g, ok := map[string]enduse.Gender{"Male": enduse.GenderMale, "Female": enduse.GenderFemale}[s]
	if ok {
		p.Gender = g
	}
	return ok
}

func (p *party) founded(s string) bool {
	d, ok := list.ParseTreasuryDate(s)
	if ok {
		p.Founded = append(p.Founded, d)
	}
	return ok
}

// issuer reads the name under which a company's securities are issued.
func (p *party) issuer(s string) bool {
	for _, n := range p.Names[:min(len(p.Names), 100)] {
		if n.Text == s {
			return true
		}
	}
	p.Names = append(p.Names, enduse.Name{Text: s, Kind: enduse.NameAlias})
	return true
}

func (p *party) countryOf(s string) bool {
	c, ok := country.Parse(s)
	if ok {
		p.AddCountry(c)
	}
	return ok
}

func (p *party) nationality(s string) bool {
	_, ok := country.Parse(s)
	if ok {
		p.AddNationality("ids", s)
	}
	return ok
}

func (p *party) ship() *enduse.Vessel {
	if p.Vessel == nil {
		p.Vessel = &enduse.Vessel{}
	}
	return p.Vessel
}

func (p *party) built(s string) bool {
	d, ok := list.ParseTreasuryDate(s)
	if ok {
		p.ship().Built = &d
	}
	return ok
}

func (p *party) model(s string) bool {
	p.ship().Model = s
	return true
}

func (p *party) formerFlag(s string) bool {
	v := p.ship()
	v.FormerFlags = append(v.FormerFlags, s)
	return true
}

func (p *party) operator(s string) bool {
	p.Interests = append(p.Interests, enduse.Interest{
		Kind: enduse.InterestLinkedTo, OwnerName: s, Asset: p.ID, Role: "operator",
	})
	return true
}
