package reading

import (
	"cmp"
	"slices"

	"github.com/enduse/enduse/internal/goods"
	"github.com/enduse/enduse/internal/reading/coref"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

// Finder finds what texts name. It never changes, and can be used by several goroutines
// at once.
type Finder struct {
	lists *entity.Lists
	goods []*goods.Lexicon
}

// NewFinder makes a finder of listed names (nil for none: then no listed parties are
// found) and of lexicons of goods.
func NewFinder(lists *entity.Lists, lexicons ...*goods.Lexicon) *Finder {
	return &Finder{lists, lexicons}
}

// Find returns what a text names, in the order in which it begins. The language is the
// ISO 639-1 code of the text, or "" if it is not known; any bytes will do. Mentions of
// one kind do not overlap; a listed party may overlap a person or an organisation, a
// country may be within either.
func (f *Finder) Find(raw, language string) []entity.Mention {
	return f.FindIn(text.Cut(raw, language))
}

// FindIn returns what a text names that has been cut into words.
func (f *Finder) FindIn(t *text.Text) []entity.Mention {
	r := entity.Tag(t)
	out := r.CountryMentions()
	out = append(out, r.ProgrammeMentions()...)
	out = append(out, r.GoodsMentions(f.goods)...)
	organisations := r.OrganisationMentions()
	people, organisations := r.JoinOrganisations(coref.People(r), organisations)
	people = append(people, coref.PeopleInCapitals(r, people, organisations)...)
	out = append(out, organisations...)
	out = append(out, people...)
	out = append(out, f.lists.Find(r, people, organisations)...)
	slices.SortStableFunc(out, func(a, b entity.Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Kind, b.Kind))
	})
	return out
}
