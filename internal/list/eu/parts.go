package eu

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

// countryOf returns the country of a part, as a code where the list's is one,
// "" for the list's "unknown".
func countryOf(n list.Node) string {
	code, text := strings.ToUpper(list.OneLine(n.Attr("countryIso2Code"))), list.OneLine(n.Attr("countryDescription"))
	switch {
	case code == "00" || strings.EqualFold(text, "unknown"):
		return ""
	case enduse.Country(code).Valid():
		return code
	}
	return text
}

// countryName is the country of a part in words, where they are understood.
func countryName(n list.Node) string {
	text := list.OneLine(n.Attr("countryDescription"))
	if _, ok := country.Parse(text); ok {
		return text
	}
	return countryOf(n)
}

func (p *party) citizenship(n list.Node) {
	p.only(n, parts...)
	p.AddNationality("citizenship", countryOf(n))
	p.AddNote("Citizenship", list.JoinParts("; ", n.Attr("region"), after("acquired ", n.Attr("acquisitionDate")), after("lost ", n.Attr("disenfranchisementDate")), remarks(n)))
}

func (p *party) birth(n list.Node) {
	p.only(n, parts...)
	if d, text, ok := birth(n); ok {
		p.AddBirth(d)
	} else if text != "" {
		p.AddUnread("birthdate", text)
	}
	p.AddBirthPlace(list.JoinParts(", ", n.Attr("city"), n.Attr("place"), n.Attr("zipCode")), n.Attr("region"), countryName(n))
	p.AddNote("Birth", remarks(n))
}

func (p *party) address(n list.Node) {
	p.only(n, append([]string{"contactInfo"}, parts...)...)
	a := enduse.Address{
		Street: list.JoinParts(", ", n.Attr("street"), after("P.O. Box ", n.Attr("poBox")), n.Attr("place")),
		City:   list.OneLine(n.Attr("city")), Region: list.OneLine(n.Attr("region")), PostalCode: list.OneLine(n.Attr("zipCode")),
	}
	notes := []string{remarks(n), n.Attr("contactInfo")}
	if isTrue(n.Attr("asAtListingTime")) {
		notes = append(notes, "as at the time of listing")
	}
	for _, c := range n.All("contactInfo") {
		if !p.contact(c.Attr("key"), c.Attr("value")) {
			notes = append(notes, list.JoinParts(": ", c.Attr("key"), c.Attr("value"), c.Text))
		}
	}
	a.Note = list.JoinParts("; ", notes...)
	p.AddAddress(a, countryOf(n))
}

// contact takes a way to reach the party, and reports whether it is one.
func (p *party) contact(key, value string) bool {
	to := map[string]*[]string{"PHONE": &p.Phones, "FAX": &p.Phones, "EMAIL": &p.Emails, "WEB": &p.Websites}[strings.ToUpper(strings.TrimSpace(key))]
	if to == nil {
		return false
	}
	for v := range strings.FieldsFuncSeq(value, func(r rune) bool { return r == ',' || r == ';' }) {
		p.AddText(to, v)
	}
	return true
}

// documents are the codes of identification, and the kind that each means.
var documents = map[string]enduse.IdentifierKind{
	"passport": enduse.IDPassport, "id": enduse.IDNational, "ssn": enduse.IDNational, "nrn": enduse.IDNational,
	"electionid": enduse.IDNational, "residentperm": enduse.IDNational, "nationcert": enduse.IDNational,
	"fiscalcode": enduse.IDTax, "regnumber": enduse.IDRegistration, "tradelic": enduse.IDOther, "swiftbic": enduse.IDBIC,
	"imo": enduse.IDIMO, "birthcert": enduse.IDBirthCert, "drivinglicence": enduse.IDDriver, "travelcardid": enduse.IDOther,
	"other": enduse.IDOther,
}

func (p *party) identification(n list.Node) {
	p.only(n, parts...)
	code := strings.ToLower(list.OneLine(n.Attr("identificationTypeCode")))
	kind, ok := documents[code]
	if !ok {
		kind = enduse.IDOther
		p.AddUnread("identificationTypeCode", code)
	}
	id := enduse.Identifier{Kind: kind, Label: n.Attr("identificationTypeDescription"), Note: p.documentNote(n)}
	if c := enduse.Country(countryOf(n)); c.Valid() {
		id.Country = c
	}
	numbers := 0
	for _, number := range []string{n.Attr("number"), n.Attr("latinNumber")} {
		if id.Value = list.OneLine(number); id.Value != "" {
			numbers++
			p.AddIdentifier(p.refine(id))
		}
	}
	if text := whole(n); numbers == 0 && id.Note != "" {
		p.AddUnread("identification", text)
	}
}

// refine names Russian numbers by their kind where the count of digits fits.
func (p *party) refine(id enduse.Identifier) enduse.Identifier {
	label := map[enduse.IdentifierKind]string{enduse.IDTax: "Tax ID No.", enduse.IDRegistration: "Registration Number"}[id.Kind]
	if better, ok := list.TreasuryIdentifier(label, id.Value, p.Schema, id.Country); ok {
		id.Kind = better.Kind
	}
	return id
}

// documentNote is what the list says about a document besides its number.
func (p *party) documentNote(n list.Node) string {
	var out []string
	for _, f := range []struct{ attr, text string }{
		{"diplomatic", "diplomatic"},
		{"knownExpired", "known to be expired"},
		{"knownFalse", "known to be false"},
		{"reportedLost", "reported lost"},
		{"revokedByIssuer", "revoked by its issuer"},
	} {
		if isTrue(n.Attr(f.attr)) {
			out = append(out, f.text)
		}
	}
	out = append(out, after("issued by ", n.Attr("issuedBy")), after("issued ", n.Attr("issueDate")), after("valid from ", n.Attr("validFrom")),
		after("valid to ", n.Attr("validTo")), after("in the name of ", n.Attr("nameOnDocument")), n.Attr("region"), remarks(n))
	return list.JoinParts("; ", out...)
}

// after puts words before a text, if there is one.
func after(words, text string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return words + text
}
