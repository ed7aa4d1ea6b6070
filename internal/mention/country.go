package mention

import (
	"slices"

	"github.com/enduse/enduse/internal/country"
)

// countries returns the countries that are named, by whatever word for them.
func (r *reader) countries() []Mention {
	all := apart(slices.Concat(r.by[countries], r.by[peoples]))
	out := make([]Mention, 0, len(all))
	for _, f := range all {
		code := r.tables.codes[f.entry.row]
		m := r.mention(Country, f.first, f.end, country.Name(code))
		m.Country = string(code)
		out = append(out, m)
	}
	return out
}

// sideOf returns the country of the words from first to before end: that of the
// first country, people or organisation among them; "" if there is none.
func (r *reader) sideOf(first, end int) string {
	for _, tab := range []table{countries, peoples, organizations} {
		for _, f := range r.phrasesFrom(tab, first) {
			if f.first >= end {
				break
			}
			var side string
			if tab == organizations {
				side = string(r.tables.sides[f.entry.row])
			} else {
				side = string(r.tables.codes[f.entry.row])
			}
			if side != "" {
				return side
			}
		}
	}
	return ""
}

// phrasesFrom returns the phrases of a table that begin at a word or behind it.
func (r *reader) phrasesFrom(tab table, first int) []found {
	i, _ := slices.BinarySearchFunc(r.by[tab], first, func(f found, first int) int { return f.first - first })
	return r.by[tab][i:]
}

// ending returns the phrase of a table that ends before a word.
func (r *reader) ending(tab table, end int) (found, bool) {
	all := r.by[tab]
	i, _ := slices.BinarySearchFunc(all, end, func(f found, end int) int { return f.first - end })
	if i > 0 && all[i-1].end == end {
		return all[i-1], true
	}
	return found{}, false
}

// starting returns the phrase of a table that begins at a word.
func (r *reader) starting(tab table, first int) (found, bool) {
	if all := r.phrasesFrom(tab, first); len(all) > 0 && all[0].first == first {
		return all[0], true
	}
	return found{}, false
}
