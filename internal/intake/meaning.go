package intake

import (
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/enduse/enduse"
)

// dictionary holds the folded words of all tables. It is built once and never
// changed.
type dictionary struct {
	columns map[string]target      // whole column names
	details map[string]field       // what may stand with a role
	roles   map[string]enduse.Role // words of roles
	ordered []string               // words of roles, the longest first
	idents  map[string]enduse.IdentifierKind
	types   map[string]enduse.Schema
	genders map[string]enduse.Gender
}

var dict = sync.OnceValue(func() *dictionary {
	d := &dictionary{
		columns: map[string]target{}, details: map[string]field{},
		roles: index(roleWords), idents: index(identWords), types: index(typeWords), genders: index(genderWords),
	}
	for w, r := range d.roles {
		d.columns[w] = target{r, fName}
		d.ordered = append(d.ordered, w)
	}
	slices.SortFunc(d.ordered, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	for w, f := range index(orderWords) {
		d.columns[w] = target{field: f}
	}
	for w, k := range d.idents {
		d.details[w] = field(identifierMark + string(k))
	}
	maps.Copy(d.details, index(partyWords))
	for w, f := range d.details {
		d.columns[w] = target{field: f}
	}
	return d
})

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

// meaning finds what a column name means: as a whole, without what stands in
// parentheses or behind a comma, or without a number at its end.
func meaning(column string) (target, bool) {
	if len(column) > 200 {
		return target{}, false
	}
	short, _, _ := strings.Cut(column, "(")
	before, _, _ := strings.Cut(short, ",")
	for _, name := range []string{column, short, before} {
		key := fold(name)
		if t, ok := dict().meaning(key); ok {
			return t, true
		}
		if t, ok := dict().meaning(strings.TrimRight(key, "0123456789")); ok {
			return t, true
		}
	}
	return target{}, false
}

func (d *dictionary) meaning(key string) (target, bool) {
	if t, ok := d.columns[key]; ok {
		return t, true
	}
	for _, prefix := range []string{"address", "addresses", "adresse"} {
		if rest, ok := strings.CutPrefix(key, prefix); ok {
			if f := d.details[rest]; f == fCity || f == fCountry || f == fRegion || f == fPostalCode || f == fAddress {
				return target{field: f}, true
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
			return target{d.roles[w], f}, true
		}
	}
	return target{}, false
}

// detail is the meaning of what stands with a role: "name", "addresscity", and
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

// isHeader tells a header from titles and from data: a column whose name means
// a party or an order and nothing else, or a row of which half is understood.
func isHeader(cells []string) bool {
	known, filled, plain := 0, 0, 0
	sure := false
	for _, c := range cells {
		if c == "" {
			continue
		}
		filled++
		t, ok := meaning(c)
		if !ok {
			continue
		}
		known++
		key := fold(c)
		_, asType := dict().types[key]
		_, asRole := dict().roles[key]
		_, asIdent := dict().idents[key]
		if asType || asRole || asIdent {
			continue // such words stand in rows of data as often
		}
		plain++
		sure = sure || t.field.key() || t.field == fOrderID
	}
	return filled > 0 && (sure || known == filled || plain > 0 && known >= 2 && known*2 >= filled)
}
