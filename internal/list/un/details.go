package un

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

func (r *record) address(n node) {
	r.only(n, "STREET", "CITY", "STATE_PROVINCE", "ZIP_CODE", "COUNTRY", "NOTE")
	a := enduse.Address{
		Street: clean(n.get("STREET")), City: clean(n.get("CITY")), Region: clean(n.get("STATE_PROVINCE")),
		PostalCode: clean(n.get("ZIP_CODE")), Note: clean(n.get("NOTE")),
	}
	if text := clean(n.get("COUNTRY")); text != "" {
		var ok bool
		if a.Country, ok = country.Parse(text); ok {
			addOnce(&r.Countries, a.Country)
		} else {
			a.CountryText = text
		}
	}
	if !a.IsZero() {
		r.Addresses = append(r.Addresses, a)
	}
}

// birthDate reads a date, a year, or the years between which the birth lies.
// The note may hold the date, or its month, or say that it is approximate.
func (r *record) birthDate(n node) {
	r.only(n, "TYPE_OF_DATE", "DATE", "YEAR", "FROM_YEAR", "TO_YEAR", "NOTE")
	kind, note := strings.ToUpper(n.get("TYPE_OF_DATE")), clean(n.get("NOTE"))
	circa := kind == "APPROXIMATELY"
	if strings.EqualFold(note, "approximately") {
		circa, note = true, ""
	}
	d, ok := birth(n, &note)
	if ok {
		d.Circa = circa
		r.addBirth(d)
	} else if got := textOf(n); got != kind {
		r.unread(n.name, strings.TrimSpace(strings.TrimPrefix(got, kind)))
		return
	}
	r.note("Birth date", note)
}

// birth returns the date of an element, and empties the note where it used it.
func birth(n node, note *string) (enduse.Date, bool) {
	if d, ok := isoDay(n.get("DATE")); ok {
		return d, true
	}
	if from, ok := isoDay(n.get("FROM_YEAR")); ok {
		to, ok := isoDay(n.get("TO_YEAR"))
		from.Until = &to
		return from, ok && from.Validate() == nil
	}
	year := n.get("YEAR")
	if d, ok := list.ParseTreasuryDate(strings.TrimSpace(*note + " " + year)); ok {
		*note = ""
		return d, true
	}
	return isoDay(year)
}

// isoDay reads "2012-12-31", perhaps with a time or a zone behind it, and
// "1971".
func isoDay(s string) (enduse.Date, bool) {
	s = strings.TrimSpace(s)
	if len(s) > len("2012-12-31") {
		s = s[:len("2012-12-31")]
	}
	d, err := enduse.ParseDate(s)
	return d, err == nil && d.Until == nil
}

func (r *record) addBirth(d enduse.Date) {
	if r.once("born " + d.String()) {
		r.BirthDates = append(r.BirthDates, d)
	}
}

func (r *record) birthPlace(n node) {
	r.only(n, "STREET", "CITY", "STATE_PROVINCE", "COUNTRY", "NOTE")
	city := join(n.get("STREET"), n.get("CITY"))
	r.addPlace(city, n.get("STATE_PROVINCE"), n.get("COUNTRY"), n.get("NOTE"))
}

// addPlace adds a birth place with its text; a note stands in the text only.
func (r *record) addPlace(city, region, state, note string) {
	p := enduse.Place{Text: join(city, region, state, note), City: clean(city), Region: clean(region)}
	if p.Text == "" {
		return
	}
	p.Country, _ = country.Parse(clean(state))
	if r.once("born at " + p.Text) {
		r.BirthPlaces = append(r.BirthPlaces, p)
	}
}

// documentKinds tell the kind of a document by a word of its type, the first
// that fits; what none fits is a national number, as the list calls it.
var documentKinds = []struct {
	word string
	kind enduse.IdentifierKind
}{
	{"passport", enduse.IDPassport}, {"passeport", enduse.IDPassport}, {"pasaporte", enduse.IDPassport},
	{"birth certificate", enduse.IDBirthCert}, {"driver", enduse.IDDriver}, {"fiscal", enduse.IDTax},
	{"ration card", enduse.IDOther}, {"student", enduse.IDOther}, {"certificate of", enduse.IDOther},
}

func (r *record) document(n node) {
	r.only(n, "TYPE_OF_DOCUMENT", "TYPE_OF_DOCUMENT2", "NUMBER", "ISSUING_COUNTRY", "COUNTRY_OF_ISSUE",
		"CITY_OF_ISSUE", "DATE_OF_ISSUE", "DATE_OF_EXPIRY", "NOTE")
	number := clean(n.get("NUMBER"))
	if number == "" {
		r.unread(n.name, textOf(n))
		return
	}
	word := clean(n.get("TYPE_OF_DOCUMENT"))
	if more := clean(n.get("TYPE_OF_DOCUMENT2")); more != "" {
		word = more
	}
	kind := documentKind(clean(n.get("TYPE_OF_DOCUMENT2")), clean(n.get("TYPE_OF_DOCUMENT")))
	id := enduse.NewIdentifier(kind, number, r.issuer(n))
	id.Label, id.Note = word, documentNote(n)
	r.Identifiers = append(r.Identifiers, id)
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

func (r *record) issuer(n node) enduse.Country {
	for _, name := range []string{"ISSUING_COUNTRY", "COUNTRY_OF_ISSUE"} {
		text := clean(n.get(name))
		if c, ok := country.Parse(text); ok {
			return c
		} else if text != "" {
			r.unread(name, text)
		}
	}
	return ""
}

func documentNote(n node) string {
	var parts []string
	for _, p := range []struct{ before, name string }{
		{"issued ", "DATE_OF_ISSUE"}, {"at ", "CITY_OF_ISSUE"}, {"expires ", "DATE_OF_EXPIRY"}, {"", "NOTE"},
	} {
		if text := clean(n.get(p.name)); text != "" {
			parts = append(parts, p.before+text)
		}
	}
	return strings.Join(parts, "; ")
}

func join(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p = clean(p); p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, ", ")
}
