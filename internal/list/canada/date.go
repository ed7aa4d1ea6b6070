package canada

import (
	"regexp"
	"strings"

	"github.com/enduse/enduse"
)

// dates reads the date of birth, of a person, or of building, of a ship. It
// may be several: "1963 or 1964", and a span: "1963-1964".
func (r *record) dates() {
	const element = "DateOfBirthOrShipBuildDate"
	text := r.text(element)
	if text == "" {
		return
	}
	var out []enduse.Date
	for _, piece := range alternatives.Split(text, -1) {
		d, err := enduse.ParseDate(years.ReplaceAllString(piece, "$1/$2"))
		if err != nil {
			r.AddUnread(element, text)
			return
		}
		out = append(out, d)
	}
	if r.Schema == enduse.SchemaVessel {
		r.Vessel.Built = &out[0]
		return
	}
	if r.Schema == enduse.SchemaPerson {
		r.BirthDates = out
		return
	}
	r.Founded = out
}

var (
	alternatives = regexp.MustCompile(`(?i) or `)
	years        = regexp.MustCompile(`^(\d{4})-(\d{4})$`)
)

func (r *record) day(element string) *enduse.Date {
	text := strings.TrimSpace(r.text(element))
	d, err := enduse.ParseDate(text)
	if err != nil {
		if text != "" {
			r.AddUnread(element, text)
		}
		return nil
	}
	return &d
}
