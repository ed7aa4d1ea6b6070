package intake

import (
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/route"
	"github.com/enduse/enduse/internal/table"
)

// values are what a row says of one party or of the order, by field, and the
// columns they are in.
type values struct {
	texts   map[field][]string
	from    map[field][]string // the columns of the texts
	columns map[field]string
}

func (v *values) add(f field, column string, texts []string) {
	if v.texts == nil {
		v.texts, v.from, v.columns = map[field][]string{}, map[field][]string{}, map[field]string{}
	}
	for _, t := range texts {
		if !placeholder(t) {
			v.texts[f] = append(v.texts[f], t)
			v.from[f] = append(v.from[f], column)
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

// maxPieces bounds the values that are read of one cell.
const maxPieces = 1000

// list splits the values of a field at semicolons, bars and line breaks.
func (v *values) list(f field, t *rowIssues) []string {
	return v.pieces(f, ";|\n；", t)
}

// pieces splits the values of a field at delimiters. Of a cell that holds more than
// a thousand, the rest is a gap.
func (v *values) pieces(f field, delimiters string, t *rowIssues) []string {
	var out []string
	seen := map[string]bool{}
	for _, text := range v.texts[f] {
		for p := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(delimiters, r) }) {
			if p = oneLine(p); placeholder(p) || seen[p] {
				continue
			}
			if len(out) == maxPieces {
				t.gap(v.columns[f], fmt.Sprintf("the cell holds more than %d values: the others were not read", maxPieces), "write them in rows of their own")
				return out
			}
			seen[p] = true
			out = append(out, p)
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

// rowIssues collects notes, what was not read, and the one thing that makes a row
// unreadable.
type rowIssues struct {
	columns *columnMap         // which remembers what keys mean; nil: nothing does
	mark    enduse.DecimalMark // of the amounts of the file
	notes   []string
	noted   map[string]bool
	texts   []enduse.Text
	places  []enduse.RoutePlace
	same    []reference
	// resolved are the names that mean another party of the record; false where there is
	// none.
	resolved map[string]bool

	others []*others // of parts of a shipment
	gaps   []enduse.Gap
	field  string
	hint   string
	err    error
}

// meaning is that of a key.
func (t *rowIssues) meaning(key string) (columnRole, bool) {
	if t.columns == nil {
		return meaning(key)
	}
	return t.columns.meaning(key)
}

func (t *rowIssues) note(format string, args ...any) {
	n := fmt.Sprintf(format, args...)
	if t.noted == nil {
		t.noted = map[string]bool{}
	}
	if !t.noted[n] {
		t.noted[n] = true
		t.notes = append(t.notes, n)
	}
}

// place keeps a place on the way that is given in words.
func (t *rowIssues) place(column, text string) {
	if !placeholder(text) {
		t.places = append(t.places, enduse.RoutePlace{Field: column, Text: oneLine(text)})
	}
}

// reportLines reports a row that spans lines of a text file, and leaves a gap where
// they may have been rows of their own.
func (t *rowIssues) reportLines(row table.Row) {
	at := fmt.Sprintf("lines %d to %d", row.Line, row.EndLine)
	if row.EndLine > row.Line {
		t.note("%s are one record: a cell in quotes goes over them", at)
	}
	switch {
	case row.Warning == "":
	case row.EndLine > row.Line:
		t.gap(at, "a quote may be open that took in other records: "+row.Warning, "look for a quote in these lines that is not closed, or that is closed too late")
	case row.JSON() == nil:
		for _, c := range row.Columns() {
			t.text(c, row.Get(c))
		}
		t.gap(fmt.Sprintf("line %d", row.Line), row.Warning, "put a header above the columns, or name them in order: --columns name,country,...")
	default:
		t.gap("record", row.Warning, "write each key once; several values as an array")
	}
	for _, c := range row.Garbled {
		t.gap(c, "the text looks decoded by a wrong encoding: "+short(row.Get(c)), "name the encoding with --encoding, or save the file as UTF-8")
	}
}

func (t *rowIssues) gap(what, why, hint string) {
	t.gaps = append(t.gaps, enduse.Gap{What: what, Why: why, Hint: hint})
}

func (t *rowIssues) fail(column, hint string, err error) {
	if t.err == nil {
		t.field, t.hint, t.err = column, hint, err
	}
}

// countries reads every country of a field; unparsed are those that cannot be.
func (v *values) countries(f field, t *rowIssues) (out []enduse.Country, unparsed []string) {
	pieces := values{columns: v.columns, texts: map[field][]string{}}
	for _, text := range v.texts[f] {
		if c, ok := country.Read(text); ok {
			out = addCountry(out, c)
			continue
		}
		pieces.texts[f] = append(pieces.texts[f], text)
	}
	for _, p := range pieces.pieces(f, ";,/|\n；，、", t) {
		if c, ok := country.Read(p); ok {
			out = addCountry(out, c)
		} else {
			unparsed = append(unparsed, p)
		}
	}
	return out, unparsed
}

// noCountry leaves a gap for a text that is not known as a country, and a note where
// it is known as another place: then its country is known.
func (t *rowIssues) noCountry(column, text string) {
	if route.Understands(text) {
		t.note("%s: %s is a place and no country: its country is taken", column, short(text))
		return
	}
	t.gap(column, short(text)+" is not known as a country", "write its name, or its code of ISO 3166-1, such as DE")
}

func addCountry(all []enduse.Country, c enduse.Country) []enduse.Country {
	if slices.Contains(all, c) {
		return all
	}
	return append(all, c)
}
