package intake

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/route"
	"github.com/enduse/enduse/internal/table"
	"github.com/enduse/enduse/wire"
)

// columnCounts count what the rows that were read have in each column.
type columnCounts struct {
	rows    int
	columns map[string]*columnCount
	order   []string // of columns that the header does not have: keys of JSON
}

type columnCount struct {
	filled  int
	samples []string // the first different cells
}

// maxCounted bounds the columns that are counted: rows of JSON may each have others.
const maxCounted = 2000

// add counts a row.
func (c *columnCounts) add(row table.Row) {
	if c.columns == nil {
		c.columns = map[string]*columnCount{}
	}
	c.rows++
	seen := map[string]bool{}
	for _, name := range row.Columns() {
		if seen[name] || name == "" {
			continue
		}
		seen[name] = true
		texts := row.Values(name)
		if len(texts) == 0 || placeholder(texts[0]) {
			continue
		}
		count := c.columns[name]
		if count == nil {
			if len(c.columns) >= maxCounted {
				continue
			}
			count = &columnCount{}
			c.columns[name] = count
			c.order = append(c.order, name)
		}
		count.filled++
		if len(count.samples) < maxSamples {
			if text := clipped(oneLine(strings.Join(texts, "; "))); !slices.Contains(count.samples, text) {
				count.samples = append(count.samples, text)
			}
		}
	}
}

const (
	maxSamples = 8  // different cells that are kept of a column
	maxSample  = 80 // letters of a cell that are shown
)

func clipped(s string) string {
	if r := []rune(s); len(r) > maxSample {
		return string(r[:maxSample-1]) + "…"
	}
	return s
}

// Columns says how each column was read, in the order of the file, and how many of the
// rows that were read so far have it. What looks as if it mattered and was not used has
// a warning.
func (in *Reader) Columns() (out []wire.Column) {
	names := in.table.Columns()
	for _, c := range in.counts.order {
		if !slices.Contains(names, c) {
			names = append(names, c)
		}
	}
	seen := map[string]bool{}
	for _, c := range names {
		if seen[c] || c == "" {
			continue
		}
		seen[c] = true
		out = append(out, in.column(c))
	}
	return out
}

// column says how one column was read.
func (in *Reader) column(name string) wire.Column {
	c := wire.Column{Header: name, Rows: in.counts.rows}
	if count := in.counts.columns[name]; count != nil {
		c.Filled, c.Sample = count.filled, count.samples[0]
	}
	m := in.columns.means(name)
	switch {
	case in.columns.nested && shaped(name):
		c.ReadAs = "a part of the shipment"
	case in.columns.ignored[name]:
		c.Note = "left out, as you asked"
	case m.ok:
		c.ReadAs = meaningText(in.columns.owner(m.columnRole), m.field)
		if m.field.ofParty() && m.role == "" && len(in.columns.roles) > 1 && in.columns.owner(m.columnRole) == "" && !in.columns.has(nameFields...) {
			c.Note, c.Warning = "not said whose: name it after a party, such as consignee_"+fold(name), true
		}
	case c.Filled == 0 && in.counts.rows > 0:
		c.Note = "no meaning here, and empty"
	case m.telling || namesSomething(name):
		c.Note, c.Warning = "not used, and somebody may be found by it: rename it, or use --columns-file", true
	case in.counts.places(name):
		c.Note, c.Warning = "not used, and it holds places: rename it, or use --columns-file", true
	default:
		c.Note = "no meaning here; words in it are searched for listed names"
	}
	return c
}

// namesSomething reports whether one of the words of a column is by itself a name of a
// party, a place, a number or a contact.
func namesSomething(column string) bool {
	return slices.ContainsFunc(words(column), func(w string) bool {
		t, ok := dict().columns[strings.ReplaceAll(w, "ß", "ss")]
		return ok && len(w) > 2 && !connectors[w] && (t.role != "" || t.field.key() || isPlace(t.field) || t.field == fEmail || t.field == fPhone || t.field == fPlace || t.field == fDestination || t.field == fOrderID)
	})
}

// places reports whether the cells of a column are countries or ports, so far as is
// known.
func (c *columnCounts) places(column string) bool {
	count := c.columns[column]
	if count == nil {
		return false
	}
	written := false // out, or in more than one code: KG is a country and a unit
	for _, text := range count.samples {
		if _, ok := country.Read(text); !ok && (digitsIn(text) > 0 || !route.Understands(text)) {
			return false
		}
		written = written || len(text) > 3
	}
	return written || len(count.samples) > 2
}

// fieldTexts are the fields in words, where these are not those of their names.
var fieldTexts = map[field]string{
	fID: "id", fIdentType: "kind of number", fIdentCountry: "country of number", fIdentifier: "number", fGoodsOrigin: "country of origin",
	fPlace: "port", fText: "text to search", fOrderID: "order id", "hs": "HS code", "eccn": "ECCN", "mpn": "part number",
	fEndUseCountry: "end-use country", identifierMark + field(enduse.IDTax): "tax number", fBusiness: "line of business", fFounded: "founded",
}

// meaningText says in words what a column means: a field, and whose it is.
func meaningText(role enduse.Role, f field) string {
	text, ok := fieldTexts[f]
	if !ok {
		kind, isNumber := strings.CutPrefix(string(f), identifierMark)
		text = strings.ReplaceAll(kind, "_", " ")
		if isNumber {
			text = strings.ToUpper(text)
			if len(text) > 5 {
				text = strings.ToLower(text) + " number"
			}
		}
	}
	if role == "" || role == enduse.RoleParty || !f.ofParty() {
		return text
	}
	who := strings.ReplaceAll(string(role), "_", " ")
	if f == fName {
		return who
	}
	return who + " " + text
}
