package mention

import (
	"cmp"
	"slices"

	"github.com/enduse/enduse/internal/goods"
)

// Lexicon finds controlled goods in a text by their words: a [goods.Lexicon].
type Lexicon interface {
	Find(text string) []goods.Found
}

// Finder finds what texts name. It never changes, and can be used by several
// goroutines at once.
type Finder struct {
	tables *tables
	listed *listed
	goods  []Lexicon
}

// NewFinder makes a finder of the listed names (nil for none: then no listed
// parties are found) and of lexicons of goods. Of the names it keeps hashes, not
// the text.
func NewFinder(names Names, lexicons ...Lexicon) *Finder {
	return &Finder{tables: theTables(), listed: newListed(names), goods: lexicons}
}

// Find returns what a text names, in the order in which it begins. The language
// is the ISO 639-1 code of the text, or "" where it is not known; any bytes will
// do. Mentions of one kind do not overlap; a listed party may lie over a person or
// an organisation, a country within either.
func (f *Finder) Find(raw, language string) []Mention {
	r := newReader(cut(raw, language), f.tables)
	out := r.countries()
	out = append(out, r.programmes()...)
	out = append(out, r.goods(f.goods)...)
	organizations := r.organizations()
	people := r.people()
	people, organizations = r.sorted(people, organizations)
	people = append(people, f.inCapitals(r, people, organizations)...)
	out = append(out, organizations...)
	out = append(out, people...)
	out = append(out, f.listed.find(r, people, organizations)...)
	slices.SortStableFunc(out, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Kind, b.Kind))
	})
	return out
}
