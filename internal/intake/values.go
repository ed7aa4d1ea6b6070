package intake

import (
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/table"
)

// values are what a row says of one party or of the order, by field, and the
// columns they stand in.
type values struct {
	texts   map[field][]string
	columns map[field]string
}

func (v *values) add(f field, column string, texts []string) {
	if v.texts == nil {
		v.texts, v.columns = map[field][]string{}, map[field]string{}
	}
	for _, t := range texts {
		if !placeholder(t) {
			v.texts[f] = append(v.texts[f], t)
			v.columns[f] = column
		}
	}
}

// one joins the values of a field: two address lines are one address.
func (v *values) one(f field) string {
	if f == fAddress {
		return strings.Join(v.texts[f], ", ")
	}
	return strings.Join(v.texts[f], " ")
}

func (v *values) first(f field) string {
	if len(v.texts[f]) == 0 {
		return ""
	}
	return v.texts[f][0]
}

// list splits the values of a field at semicolons, bars and line breaks.
func (v *values) list(f field) []string {
	var out []string
	for _, t := range v.texts[f] {
		for _, p := range strings.FieldsFunc(t, func(r rune) bool { return r == ';' || r == '|' || r == '\n' || r == '；' }) {
			if p = oneLine(p); !placeholder(p) && !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	return out
}

// placeholder is what people write for nothing.
func placeholder(s string) bool {
	switch strings.ToLower(strings.TrimSpace(s)) {
	case "", "-", "--", "---", "–", "—", "n/a", "#n/a", "(null)", "null", "(none)", ".", "?", "/":
		return true
	}
	return false
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// trouble collects notes, what was not read, and the one thing that makes a row
// unreadable.
type trouble struct {
	notes  []string
	unread []enduse.Gap
	field  string
	hint   string
	err    error
}

func (t *trouble) note(format string, args ...any) {
	n := fmt.Sprintf(format, args...)
	if !slices.Contains(t.notes, n) {
		t.notes = append(t.notes, n)
	}
}

// lines tells of a row that spans lines of a text file, and leaves a gap where
// they may have been rows of their own.
func (t *trouble) lines(row table.Row) {
	at := fmt.Sprintf("lines %d to %d", row.Line, row.Until)
	if row.Until > row.Line {
		t.note("%s are one record: a cell in quotes goes over them", at)
	}
	switch {
	case row.Doubt == "":
	case row.Until > row.Line:
		t.gap(at, "a quote may be open that took in other records: "+row.Doubt, "look for a quote in these lines that is not closed, or that is closed too late")
	default:
		t.gap("record", row.Doubt, "write each key once; several values as an array")
	}
}

func (t *trouble) gap(what, why, hint string) {
	t.unread = append(t.unread, enduse.Gap{What: what, Why: why, Hint: hint})
}

func (t *trouble) fail(column, hint string, err error) {
	if t.err == nil {
		t.field, t.hint, t.err = column, hint, err
	}
}

// countries reads every country of a field; unread are those that cannot be.
func (v *values) countries(f field) (out []enduse.Country, unread []string) {
	for _, text := range v.texts[f] {
		if c, ok := country.Parse(text); ok {
			out = addCountry(out, c)
			continue
		}
		pieces := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(";,/|\n；，、", r) })
		for _, p := range pieces {
			p = oneLine(p)
			if c, ok := country.Parse(p); ok {
				out = addCountry(out, c)
			} else if !placeholder(p) {
				unread = append(unread, p)
			}
		}
	}
	return out, unread
}

func addCountry(all []enduse.Country, c enduse.Country) []enduse.Country {
	if slices.Contains(all, c) {
		return all
	}
	return append(all, c)
}
