package un

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

func (r *record) address(n list.Node) {
	r.only(n, "STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE")
	r.AddAddress(enduse.Address{
		Street: list.OneLine(n.Get("STREET")), City: list.OneLine(n.Get("CITY")), Region: list.OneLine(n.Get("STATE_PROVINCE")),
		PostalCode: list.OneLine(n.Get("ZIP_CODE")), Note: list.OneLine(n.Get("NOTE")),
	}, n.Get("COUNTRY"))
}

// birthDate reads a date, a year, or the years between which the birth lies.
// The note may hold the date, or its month, or say that it is approximate.
func (r *record) birthDate(n list.Node) {
	r.only(n, "TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE")
	kind, note := strings.ToUpper(n.Get("TYPE_OF_DATE")), list.OneLine(n.Get("NOTE"))
	circa := kind == "APPROXIMATELY"
	if strings.EqualFold(note, "approximately") {
		circa, note = true, ""
	}
	d, ok := birth(n, &note)
	if ok {
		d.Circa = circa
		r.AddBirth(d)
	} else if got := n.AllText(); got != kind {
		r.AddUnread(n.Name, strings.TrimSpace(strings.TrimPrefix(got, kind)))
		return
	}
	r.AddNote("Birth date", note)
}

// birth returns the date of an element, and empties the note where it used it.
func birth(n list.Node, note *string) (enduse.Date, bool) {
	if d, ok := isoDay(n.Get("DATE")); ok {
		return d, true
	}
	if from, ok := isoDay(n.Get("FROM_YEAR")); ok {
		to, ok := isoDay(n.Get("TO_YEAR"))
		from.Until = &to
		return from, ok && from.Validate() == nil
	}
	year := n.Get("YEAR")
	if d, ok := list.ParseTreasuryDate(strings.TrimSpace(*note + " " + year)); ok {
		*note = ""
		return d, true
	}
	return isoDay(year)
}

// isoDay reads "2012-12-31", perhaps with a time or a zone after it, and
// "1971".
func isoDay(s string) (enduse.Date, bool) {
	s = strings.TrimSpace(s)
	if len(s) > len("2012-12-31") {
		s = s[:len("2012-12-31")]
	}
	d, err := enduse.ParseDate(s)
	return d, err == nil && d.Until == nil
}

func (r *record) birthPlace(n list.Node) {
	r.only(n, "STREET", "CITY", "STATE_PROVINCE", "COUNTRY", "NOTE")
	city := list.JoinParts(", ", n.Get("STREET"), n.Get("CITY"))
	r.addPlace(city, n.Get("STATE_PROVINCE"), n.Get("COUNTRY"), n.Get("NOTE"))
}

// addPlace adds a birth place with its text; a note is in the text only.
func (r *record) addPlace(city, region, state, note string) {
	p := enduse.Place{Text: list.JoinParts(", ", city, region, state, note), City: list.OneLine(city), Region: list.OneLine(region)}
	if p.Text == "" {
		return
	}
	p.Country, _ = country.Parse(list.OneLine(state))
	if r.FirstTime("born at", p.Text) {
		r.BirthPlaces = append(r.BirthPlaces, p)
	}
}

// documentKinds tell the kind of a document by a word of its type, the first
// that fits; what none fits is a national number, as the list calls it.
var documentKinds = []struct {
	word string
	kind enduse.IdentifierKind
}{
	{"passport", enduse.IDPassport},
	{"passeport", enduse.IDPassport},
	{"pasaporte", enduse.IDPassport},
	{"birth certificate", enduse.IDBirthCert},
	{"driver", enduse.IDDriver},
	{"fiscal", enduse.IDTax},
	{"ration card", enduse.IDOther},
	{"student", enduse.IDOther},
	{"certificate of", enduse.IDOther},
}

func (r *record) document(n list.Node) {
	r.only(n, "TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY", "COUNTRY_OF_ISSUE",
		"CITY_OF_ISSUE", "DATE_OF_ISSUE", "DATE_OF_EXPIRY", "NOTE")
	number := list.OneLine(n.Get("NUMBER"))
	if number == "" {
		r.AddUnread(n.Name, n.AllText())
		return
	}
	word := list.OneLine(n.Get("TYPE_OF_DOCUMENT"))
	if more := list.OneLine(n.Get("TYPE_OF_DOCUMENT2")); more != "" {
		word = more
	}
	kind := documentKind(list.OneLine(n.Get("TYPE_OF_DOCUMENT2")), list.OneLine(n.Get("TYPE_OF_DOCUMENT")))
	r.AddIdentifier(enduse.Identifier{Kind: kind, Value: number, Country: r.issuer(n), Label: word, Note: documentNote(n)})
}

func documentKind(words ...string) enduse.IdentifierKind {
	for _, w := range words {
		for _, k := range documentKinds {
			if strings.Contains(strings.ToLower(w), k.word) {
				return k.kind
			}
		}
	}
	return enduse.IDNational
}

func (r *record) issuer(n list.Node) enduse.Country {
	for _, name := range []string{"ISSUING_COUNTRY", "COUNTRY_OF_ISSUE"} {
		text := list.OneLine(n.Get(name))
		if c, ok := country.Parse(text); ok {
			return c
		} else if text != "" {
			r.AddUnread(name, text)
		}
	}
	return ""
}

func documentNote(n list.Node) string {
	var parts []string
	for _, p := range []struct{ before, name string }{
		{"issued ", "DATE_OF_ISSUE"}, {"at ", "CITY_OF_ISSUE"}, {"expires ", "DATE_OF_EXPIRY"}, {"", "NOTE"},
	} {
		if text := list.OneLine(n.Get(p.name)); text != "" {
			parts = append(parts, p.before+text)
		}
	}
	return strings.Join(parts, "; ")
}
