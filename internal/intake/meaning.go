package intake

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/enduse/enduse"
)

// dictionary holds the folded words of all tables. It is built once and never
// changed.
type dictionary struct {
	columns map[string]columnRole  // whole column names
	details map[string]field       // what may be written with a role
	roles   map[string]enduse.Role // words of roles
	ordered []string               // words of roles, the longest first
	own     []string               // words of the row's own party, the longest first
	idents  map[string]enduse.IdentifierKind
	types   map[string]enduse.Schema
	genders map[string]enduse.Gender
}

var dict = sync.OnceValue(func() *dictionary {
	d := &dictionary{
		columns: map[string]columnRole{}, details: map[string]field{}, roles: map[string]enduse.Role{},
		idents: map[string]enduse.IdentifierKind{}, types: map[string]enduse.Schema{}, genders: map[string]enduse.Gender{},
	}
	for f, word := range wordsOf(columnWords) {
		d.add(f, fold(word))
	}
	slices.SortFunc(d.ordered, longestFirst)
	slices.SortFunc(d.own, longestFirst)
	return d
})

// add files a folded word of the table.
func (d *dictionary) add(f field, w string) {
	kind, value, valued := strings.Cut(string(f), ".")
	switch {
	case !valued:
	case kind == "type":
		d.types[w] = enduse.Schema(value)
		return
	case kind == "gender":
		d.genders[w] = enduse.Gender(value)
		return
	case kind == "role":
		d.roles[w] = enduse.Role(value)
		d.columns[w] = columnRole{d.roles[w], fName}
		d.ordered = append(d.ordered, w)
		return
	}
	d.columns[w] = columnRole{field: f}
	if f.ofParty() {
		d.details[w] = f
	}
	if f.isIdentifier() {
		d.idents[w] = enduse.IdentifierKind(value)
	}
	if f == fName && !partOfName[w] && !strings.Contains(w, "name") {
		d.own = append(d.own, w)
	}
}

func longestFirst(a, b string) int {
	if len(a) != len(b) {
		return len(b) - len(a)
	}
	return strings.Compare(a, b)
}

// ofOwn reports whether a detail may follow a word of the row's own party.
func ofOwn(f field) bool {
	return f == fName || isPlace(f) || f.isIdentifier() || f == fIdentifier || f == fPhone || f == fEmail || f == fWebsite || f == fNationality
}

func index[T comparable](table map[T]string) map[string]T {
	out := map[string]T{}
	for v, all := range table {
		for w := range strings.SplitSeq(all, ",") {
			if k := fold(w); k != "" {
				out[k] = v
			}
		}
	}
	return out
}

// meaning finds what a column name means: as a whole, without the text in
// parentheses or after a comma, or without a number at its end; with its
// abbreviations written out; by one of several names ("Passport/ID"); of a key of
// JSON by its path.
func meaning(column string) (columnRole, bool) {
	if len(column) > 200 {
		return columnRole{}, false
	}
	if t, ok := wholly(column); ok {
		return t, true
	}
	if t, ok := ofPath(column); ok {
		return t, true
	}
	if t, ok := abbreviated(column); ok {
		return t, true
	}
	if t, ok := oneOf(column); ok {
		return t, true
	}
	if somebody(column) {
		return columnRole{enduse.RoleRelated, fName}, true
	}
	return columnRole{}, false
}

// counted is the number that a form gives its fields: "(1) Consignee", "2. Notify".
var counted = regexp.MustCompile(`^\W*\d{1,2}[a-z]?[).: ]+`)

// wholly finds the meaning of a column name as it is written.
func wholly(column string) (columnRole, bool) {
	short, _, _ := strings.Cut(column, "(")
	before, _, _ := strings.Cut(short, ",")
	for _, name := range []string{column, short, before, counted.ReplaceAllString(column, "")} {
		key := fold(name)
		if t, ok := dict().meaning(key); ok {
			return t, true
		}
		bare := strings.TrimRight(key, "0123456789")
		if len(key)-len(bare) > 3 {
			continue // a date after its label is not a column
		}
		if t, ok := dict().meaning(bare); ok {
			return t, true
		}
	}
	return columnRole{}, false
}

func (d *dictionary) meaning(key string) (columnRole, bool) {
	if t, ok := d.columns[key]; ok {
		return t, true
	}
	for _, prefix := range []string{"address", "addresses", "adresse"} {
		if rest, ok := strings.CutPrefix(key, prefix); ok {
			if f := d.details[rest]; f == fCity || f == fCountry || f == fRegion || f == fPostalCode || f == fAddress {
				return columnRole{field: f}, true
			}
		}
	}
	for _, w := range d.own { // the country of a beneficiary is that of the row's party
		if rest, ok := strings.CutPrefix(key, w); ok {
			if f, ok := d.detail(rest); ok && ofOwn(f) {
				return columnRole{field: f}, true
			}
		}
	}
	for _, w := range d.ordered {
		rest, ok := strings.CutPrefix(key, w)
		if !ok {
			rest, ok = strings.CutSuffix(key, w)
		}
		if !ok || rest == "" {
			continue
		}
		if f, ok := d.detail(rest); ok {
			return columnRole{d.roles[w], f}, true
		}
		if t, ok := d.columns[rest]; ok && t.role != "" && strings.HasPrefix(key, w) {
			return t, true // the contact of a customer is a contact
		}
	}
	return columnRole{}, false
}

// nameWords make a column of somebody's name where they are at its end, or in
// Russian at its beginning.
var nameWords = map[string]bool{"name": true, "names": true, "имя": true, "наименование": true, "название": true, "фио": true}

// things have names and are nobody.
var things = index(map[bool]string{true: `product, item, file, project, port, street, city, town, brand, model, material, article, goods, currency, unit, commodity, plan, sheet, field, column, country, state, region, province, county, district, category, class, warehouse, terminal, host, server, table, game, event, place, location, station, airport, station, road, document, template, report, status, type, code, tag, menu, page, course, товара, продукта, улицы, города, порта, файла, страны, валюты, единицы, склада, проекта, станции, региона, области, района`})

// somebody finds the name of a party that has no role here: "Foobar name".
func somebody(column string) bool {
	all := words(column)
	if len(all) < 2 || len(all) > 6 || !nameWords[all[len(all)-1]] && !nameWords[all[0]] {
		return false
	}
	return !slices.ContainsFunc(all, func(w string) bool { return things[w] })
}

// detail is the meaning of a word written with a role: "name", "addresscity", and
// numbers that count columns.
func (d *dictionary) detail(rest string) (field, bool) {
	if f, ok := d.details[rest]; ok {
		return f, true
	}
	if inner, ok := strings.CutPrefix(rest, "address"); ok {
		if f := d.details[inner]; f == fCity || f == fCountry || f == fRegion || f == fPostalCode || f == fAddress {
			return f, true
		}
	}
	return "", false
}
