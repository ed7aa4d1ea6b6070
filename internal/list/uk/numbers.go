package uk

import (
	"regexp"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

// label is a word before a number in free text.
type label struct {
	words, value string // expressions
	kind         enduse.IdentifierKind
	country      enduse.Country
	find         *regexp.Regexp
}

const digits, code = `[0-9]{6,15}`, `[A-Z0-9][A-Z0-9./-]*[0-9][A-Z0-9./-]*`

// labels are the words that stand most in business registration numbers.
var labels = compiled([]label{
	{words: `OGRN(?:IP)?`, value: digits, kind: enduse.IDOGRN, country: "RU"},
	{words: `INN`, value: digits, kind: enduse.IDINN, country: "RU"},
	{words: `KPP`, value: digits, kind: enduse.IDKPP, country: "RU"},
	{words: `OKPO`, value: digits, kind: enduse.IDOKPO, country: "RU"},
	{words: `USCC|Unified Social Credit Code`, value: `[0-9A-Z]{18}`, kind: enduse.IDUSCC, country: "CN"},
	{words: `LEI|Legal Entity Identifier|Legal Entity Number`, value: `[0-9A-Z]{20}`, kind: enduse.IDLEI},
	{words: `SWIFT(?:/BIC)?(?: code)?|BIC(?: code)?`, value: `[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b`, kind: enduse.IDBIC},
	{words: `TIN|Tax(?:payer)? (?:ID(?:entification)?|registration) (?:No|Number)|Tax (?:number|ID)`, value: digits, kind: enduse.IDTax},
	{words: `UK Company (?:No|Number)`, value: code, kind: enduse.IDRegistration, country: "GB"},
	{words: `(?:Company |Business |State |Commercial )?Registration (?:No|Number)|Company (?:No|Number)|Trade Register Number|Commercial Register Number|CR No|SRN`, value: code, kind: enduse.IDRegistration},
})

func compiled(in []label) []label {
	for i := range in {
		in[i].find = regexp.MustCompile(`(?i:(?:^|[^A-Za-z])(` + in[i].words + `))[\s.:()–—/-]{0,6}(` + in[i].value + `)`)
	}
	return in
}

// business takes numbers of companies: those under a known word, else the
// whole text as one.
func (p *party) business(text string) {
	text = list.OneLine(text)
	if p.labelled(text) {
		return
	}
	id := enduse.Identifier{Kind: enduse.IDRegistration, Value: text, Label: "Business registration number"}
	if number, rest, ok := strings.Cut(text, " ("); ok && strings.HasSuffix(rest, ")") {
		if c, ok := country.Parse(strings.TrimSuffix(rest, ")")); ok {
			id.Value, id.Country = number, c
		}
	}
	if better, ok := list.TreasuryIdentifier("Registration Number", id.Value, p.Schema, id.Country); ok {
		id.Kind = better.Kind
	}
	p.AddIdentifier(id)
}

// labelled takes numbers out of a text, with the text as their note where it
// says more, and reports whether there were any.
func (p *party) labelled(text string) bool {
	found := map[string]bool{} // by value: "UK Company No" is a "Company No" too
	for _, l := range labels {
		for _, m := range l.find.FindAllStringSubmatch(text, -1) {
			if found[m[2]] {
				continue
			}
			id := enduse.Identifier{Kind: l.kind, Value: m[2], Country: l.country, Label: list.OneLine(m[1])}
			if strings.TrimSpace(m[0]) != text {
				id.Note = text
			}
			p.AddIdentifier(id)
			found[m[2]] = true
		}
	}
	return len(found) > 0
}

// document takes a number of a person with what the list says of it.
func (p *party) document(kind enduse.IdentifierKind, name, number, info string) {
	if list.OneLine(number) == "" {
		p.AddNote(name, info)
		return
	}
	if kind == enduse.IDNational && p.labelled(list.OneLine(number)) {
		return
	}
	p.AddIdentifier(enduse.Identifier{Kind: kind, Value: number, Country: issuer(info), Label: name, Note: info})
}

// issuer guesses the country of a document from the first words of what is
// said of it: "Afghan. Issued ...", "Iran passport", "(Pakistani)".
func issuer(info string) enduse.Country {
	info = strings.TrimLeft(list.OneLine(info), "( ")
	if i := strings.IndexAny(info, ".,;:()"); i >= 0 {
		info = info[:i]
	}
	words := strings.Fields(info)
	for n := min(3, len(words)); n > 0; n-- {
		text := strings.Join(words[:n], " ")
		if c, ok := country.Parse(text); ok && (len(text) > 3 || text == strings.ToUpper(text)) {
			return c
		}
	}
	return ""
}

// imo takes the number of a ship, without the letters before it.
func (p *party) imo(text string) {
	value := list.OneLine(text)
	if len(value) > 3 && strings.EqualFold(value[:3], "IMO") {
		value = strings.TrimLeft(value[3:], " :.")
	}
	p.AddIdentifier(enduse.Identifier{Kind: enduse.IDIMO, Value: value})
}
