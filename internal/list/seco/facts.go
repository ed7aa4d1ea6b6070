package seco

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

// day takes a date of birth, or that on which something was founded.
func (t *target) day(n list.Node) {
	t.known(n)
	var d enduse.Date
	for _, p := range []struct {
		name string
		to   *int
	}{{"year", &d.Year}, {"month", &d.Month}, {"day", &d.Day}} {
		if v, err := strconv.ParseUint(strings.TrimSpace(n.Attr(p.name)), 10, 16); err == nil {
			*p.to = int(v)
		}
	}
	if d.Month == 0 {
		d.Day = 0 // a day without its month says nothing
	}
	calendar := n.Attr("calendar")
	switch {
	case calendar != "" && !strings.EqualFold(calendar, "gregorian"), d.Validate() != nil:
		t.AddUnread("day-month-year", whatIn(n))
	case t.Schema == enduse.SchemaPerson:
		t.AddBirth(d)
	case t.FirstTime("founded", d.String()):
		t.Founded = append(t.Founded, d)
	}
	if n.Attr("quality") == "low" {
		t.AddNote("Of low quality", "the date "+d.String())
	}
}

// documents are the values of document-type. What else there is, is a number of
// a kind that is not known.
var documents = map[string]enduse.IdentifierKind{
	"passport": enduse.IDPassport, "diplomatic-passport": enduse.IDPassport, "service-passport": enduse.IDPassport,
	"id-card": enduse.IDNational, "identity-card": enduse.IDNational, "residence-permit": enduse.IDNational,
	"driving-license": enduse.IDDriver, "driving-licence": enduse.IDDriver, "other": enduse.IDOther,
}

func (t *target) document(n list.Node) {
	t.known(n, "number", "issuer", "date-of-issue", "expiry-date", "place-of-issue", "remark")
	kind, ok := documents[n.Attr("document-type")]
	if !ok {
		kind = enduse.IDOther
		t.AddUnread("document-type", n.Attr("document-type"))
	}
	id := enduse.Identifier{Kind: kind, Value: n.Get("number"), Label: n.Attr("document-type")}
	issuer := n.Child("issuer")
	for _, text := range []string{issuer.Attr("iso-code"), issuer.Attr("code"), list.OneLine(issuer.AllText())} {
		if c, ok := country.Parse(text); ok && id.Country == "" {
			id.Country = c
		}
	}
	notes := []string{after("issued ", n.Get("date-of-issue")), after("expires ", n.Get("expiry-date")), n.Get("remark")}
	if id.Country == "" {
		notes = append(notes, after("issued by ", issuer.AllText()))
	}
	t.at("place-of-issue", n.Child("place-of-issue").Attr("place-id"), func(p place) {
		id.Note = list.JoinParts("; ", append(notes, after("issued at ", list.JoinParts(", ", p.location, p.area, p.country)))...)
		if list.OneLine(id.Value) == "" {
			t.AddUnread("identification-document", whatIn(n))
		}
		t.AddIdentifier(id)
	})
}

func after(words, text string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return words + text
}

// informations tell what free text says under a known word.
var informations = []struct {
	pattern *regexp.Regexp
	take    func(*target, string)
}{
	{regexp.MustCompile(`(?i)\bIMO(?: number)? ?:? ?([0-9]{7})\b`), func(t *target, s string) {
		kind := enduse.IDIMO
		if t.Schema != enduse.SchemaVessel {
			kind = enduse.IDOther // the IMO's number of a company is not that of a ship
		}
		t.AddIdentifier(enduse.Identifier{Kind: kind, Value: s, Label: "IMO number"})
	}},
	{regexp.MustCompile(`(?i)\btax(?:payer)? (?:identification|registration) number ?:? ?([0-9]{6,15})\b`), number(enduse.IDTax, enduse.IDINN, "Tax identification number")},
	{regexp.MustCompile(`(?i)\b(?:state |business |main )*registration number ?:? ?([0-9]{6,15})\b`), number(enduse.IDRegistration, enduse.IDOGRN, "Registration number")},
	{regexp.MustCompile(`\bSWIFT(?:/BIC)?(?: codes?)? ?:? ?([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b`), func(t *target, s string) {
		t.AddIdentifier(enduse.Identifier{Kind: enduse.IDBIC, Value: s, Label: "SWIFT/BIC"})
	}},
	{regexp.MustCompile(`(?i)^tel(?:\.|ephone)?(?: number)? ?: ?([+0-9][0-9 ()/.-]+)$`), func(t *target, s string) { t.AddText(&t.Phones, s) }},
	{regexp.MustCompile(`(?i)^e-?mail(?: address)? ?: ?([^ ,;]+@[^ ,;]+)$`), func(t *target, s string) { t.AddText(&t.Emails, s) }},
	{regexp.MustCompile(`(?i)^website ?: ?((?:https?:|www\.)\S*)$`), func(t *target, s string) { t.AddText(&t.Websites, s) }},
	{regexp.MustCompile(`(?i)^date of registration ?: ?(.+)$`), (*target).registered},
}

// number takes a number as the Russian kind where it fits its check digit.
func number(kind, russian enduse.IdentifierKind, label string) func(*target, string) {
	return func(t *target, s string) {
		id := enduse.Identifier{Kind: kind, Value: s, Label: label}
		if checkdigit.Of(russian, s) == enduse.CheckValid {
			id.Kind = russian
		}
		t.AddIdentifier(id)
	}
}

// information keeps other information whole, and takes out what it can.
func (t *target) information(text string) {
	t.AddRemark(text)
	for _, i := range informations {
		for _, m := range i.pattern.FindAllStringSubmatch(text, -1) {
			i.take(t, strings.TrimSpace(m[1]))
		}
	}
}

var dotted = regexp.MustCompile(`^([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})$`)

// registered takes a day that is written "1.2.1994" or in words; others stay
// in the remarks.
func (t *target) registered(text string) {
	d, ok := list.ParseTreasuryDate(text)
	if m := dotted.FindStringSubmatch(text); m != nil {
		d.Year, _ = strconv.Atoi(m[3]) // digits, by the expression
		d.Month, _ = strconv.Atoi(m[2])
		d.Day, _ = strconv.Atoi(m[1])
		ok = d.Validate() == nil
	}
	if ok && t.FirstTime("founded", d.String()) {
		t.Founded = append(t.Founded, d)
	}
}
