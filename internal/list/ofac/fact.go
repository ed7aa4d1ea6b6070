package ofac

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

// Fact is a labelled value: an id of SDN.XML, a feature or a document of the
// other formats. The labels are those of the CSV's remarks.
type Fact struct {
	Label   string // such as "Tax ID No." or "Secondary sanctions risk:"
	Value   string
	Country string // as printed, where the format sets it apart
	Issued  string // the dates as printed, or in the form of enduse.Date
	Expires string
	Note    string // what else is known of it
}

// factLabels are the labels that only the XML formats have, with the one of
// the remarks that means the same.
var factLabels = map[string]string{
	"place of birth": "POB", "birthdate": "DOB",
	"nationality country": "nationality", "citizenship country": "citizen",
	"registration country": "Nationality of Registration",
	"title":                "Alternate Title",
}

// AddFact reads a fact into the field that its label names. A statement that
// no field holds goes to the remarks, a label that is not known to Unread.
func (p *Party) AddFact(f Fact) {
	f.Label = strings.ReplaceAll(list.OneLine(f.Label), "’", "'")
	f.Value = list.OneLine(f.Value)
	label := strings.TrimRight(f.Label, " :-")
	if f.Value == "" {
		p.AddUnread(label, "(empty)")
		return
	}
	if p.identified(label, f) {
		return
	}
	if means, ok := factLabels[strings.ToLower(label)]; ok {
		f.Label = means
	}
	text := f.Label + " " + f.Value
	for _, rule := range rulesFor(text) {
		rest, ok := cutLabel(text, rule.label)
		if !ok {
			continue
		}
		if rule.read == nil || isDirective(rule.label) {
			p.said = append(p.said, text+suffix(f))
		}
		if rule.read != nil && !rule.read(&p.remarks, rest) {
			p.AddUnread(label, f.Value+suffix(f))
		}
		return
	}
	p.AddUnread(label, f.Value+suffix(f))
}

// isDirective reports whether a rule reads a sanction, whose wording is worth
// keeping in addition to the designation that it leads to.
func isDirective(label string) bool {
	return strings.HasPrefix(label, "Executive Order") || label == "Listing Date"
}

// suffix writes what follows a value, as the remarks do.
func suffix(f Fact) string {
	out := ""
	if f.Country != "" {
		out = " (" + f.Country + ")"
	}
	if note := f.note(); note != "" {
		out += " " + note
	}
	return out
}

func (f Fact) note() string {
	var out []string
	for _, part := range []struct{ word, text string }{{"issued ", f.Issued}, {"expires ", f.Expires}, {"", f.Note}} {
		if text := list.OneLine(part.text); text != "" {
			out = append(out, part.word+text)
		}
	}
	return strings.Join(out, " ")
}

// identified adds an identifier, if the label is that of one. Some
// values repeat the country, as in "33556474 (Russia)".
func (p *Party) identified(label string, f Fact) bool {
	v := splitValue(f.Value)
	if c, ok := country.Parse(f.Country); ok {
		v.country = c
	} else if f.Country != "" {
		v.note = strings.TrimSpace(v.note + " (" + f.Country + ")")
	}
	id, ok := list.TreasuryIdentifier(label, v.value, p.Schema, v.country)
	if !ok {
		return false
	}
	if id.Kind == enduse.IDIMO || label == "Vessel Registration Identification" {
		id = imo(id, p.Schema)
	}
	id.Note = strings.TrimSpace(v.note + " " + f.note())
	p.AddIdentifier(id)
	return true
}

// imo takes the word off a ship's number: "Vessel Registration Identification"
// has the value "IMO 9218480", which the remarks print with a label of their
// own.
func imo(id enduse.Identifier, of enduse.Schema) enduse.Identifier {
	number, ok := strings.CutPrefix(id.Value, "IMO ")
	if !ok {
		return id
	}
	short, ok := list.TreasuryIdentifier(id.Label+" IMO", number, of, id.Country)
	if !ok {
		return id
	}
	return short
}
