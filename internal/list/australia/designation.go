package australia

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/list"
)

// imposed are the columns that say what is imposed.
var imposed = []struct {
	column  string
	measure enduse.Measure
}{
	{"Targeted Financial Sanction", enduse.MeasureAssetFreeze},
	{"Travel Ban", enduse.MeasureTravelBan},
	{"Arms Embargo", enduse.MeasureExportLicence},
	{"Maritime Restriction", enduse.MeasureVesselPort},
}

// designate reads the measures of the primary name's row.
func (p *party) designate() {
	d := enduse.Designation{
		List: listID, Program: p.main.Get("Committees"),
		Basis: list.OneLine(cmp.Or(clean(p.main.Get("Instrument of Designation")), clean(p.main.Get("Listing Information")))),
		Since: since(clean(p.main.Get("Listing Information"))),
	}
	for _, i := range imposed {
		switch v := p.main.Get(i.column); strings.ToUpper(v) {
		case "1", "TRUE", "YES", "Y":
			d.Measures = append(d.Measures, i.measure)
		case "", "0", "FALSE", "NO", "N":
		default:
			p.AddUnread(i.column, v)
			d.Measures = append(d.Measures, i.measure) // a word there is more likely a yes
		}
	}
	if v := strings.ToUpper(p.main.Get("Arms Embargo")); v == "1" || v == "TRUE" {
		d.Policy = "Arms embargo"
	}
	if len(d.Measures) == 0 {
		d.Measures = []enduse.Measure{enduse.MeasureRedFlag}
	}
	p.Designations = []enduse.Designation{d}
}

// listed is the day of listing in the words of Listing Information: "Listed on
// 2 Sep. 2014 (relisted on ...", "Listed by the 1737 Committee on 23 December
// 2006", "Designated under the ... Regulations 2011 on 2 March 2012".
var listed = regexp.MustCompile(`(?i)^(?:first )?(?:listed|designated)\b[^(;\n]{0,80}?\bon:? (\d{1,2} [a-z]+\.? \d{4}|\d{1,2}/\d{1,2}/\d{4})`)

func since(text string) *enduse.Date {
	if m := listed.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	if d, ok := date(text); ok {
		return &d
	}
	return nil
}

// remarks keeps the free text of all rows, and reads numbers out of it.
func (p *party) remarks() {
	var out []string
	for _, part := range []struct{ label, column string }{
		{"", "Additional Information"}, {"Listing: ", "Listing Information"}, {"Control date: ", "Control Date"},
	} {
		for _, text := range p.distinct(part.column) {
			out = append(out, part.label+text)
		}
	}
	for _, text := range p.distinct("Instrument of Designation") {
		if list.OneLine(text) != p.Designations[0].Basis {
			out = append(out, "Instrument: "+text)
		}
	}
	p.Remarks = strings.Join(out, "\n")
	for _, text := range p.distinct("Additional Information") {
		p.numbers(text)
	}
}

var (
	// unReference is the reference of the UN list at the beginning.
	unReference = regexp.MustCompile(`^([A-Z]{2}[ie]\.\d{3})\b`)
	// registered is a company's number, of digits only.
	registered = regexp.MustCompile(`(?i)\b(company identification|state registration|company registration|tax identification)\s+(?:number|no\.?):?\s*(\d{6,15})\b`)
)

// numbers reads the identifiers that the text names.
func (p *party) numbers(text string) {
	if m := unReference.FindStringSubmatch(text); m != nil {
		p.AddReference("UN reference", m[1])
	}
	for _, m := range registered.FindAllStringSubmatch(text, -1) {
		p.AddIdentifier(enduse.Identifier{Kind: registeredKind(m[1], m[2]), Label: m[1] + " number", Value: m[2]})
	}
}

// registeredKind tells Russian numbers by their check digits; the text does not
// name the register.
func registeredKind(label, value string) enduse.IdentifierKind {
	for _, kind := range []enduse.IdentifierKind{enduse.IDOGRN, enduse.IDINN} {
		if checkdigit.Of(kind, value) == enduse.CheckValid {
			return kind
		}
	}
	if strings.HasPrefix(strings.ToLower(label), "tax") {
		return enduse.IDTax
	}
	return enduse.IDRegistration
}
