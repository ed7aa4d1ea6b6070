package match

import (
	"slices"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/namefield"
)

// asked is a name that a field of the party may hold.
type asked struct {
	name.Name
	how   string // what was done to the field, "" for the field as it is
	grade namefield.Grade
	place bool // a place was left out
	kind  bool // says what a firm is, and names none
	weak  bool // too common to be more than a lead
	short bool // a run of a few words that bear no sign of several names
	// around is the whole name of which the words of trade around this one were left
	// out; nil where none were.
	around *name.Name
}

// sameKeys reports whether a guess is exactly a listed name in one of the ways
// in which it was looked up.
func (a *asked) sameKeys(n *name.Name) bool {
	return a.Letters == n.Letters || a.Letters == n.Turned || a.Words != 0 && a.Words == n.Words || a.Core != 0 && a.Core == n.Core || a.Confusable == n.Confusable
}

// apart reports whether a part of a field agrees with a listed name well enough to
// be a name by itself: "Gas, Inc." of "Northern Oil & Gas, Inc." is not. It is as
// listed, with a legal form or a second word; or it has two words that tell, or one
// that is long and rare, and is nearly as listed.
func (a *asked) apart(n *name.Name, odds, weight float64) bool {
	if odds < weight*(2*compare.CoreSimilarity-1)-rounding {
		return false
	}
	plain, telling, form, rare, told := 0, 0, false, false, 0.0
	for i := range a.Tokens {
		t := &a.Tokens[i]
		form = form || t.Class == name.Legal
		if compare.IsDistinctive(t) {
			telling++
		}
		if t.Class != name.Plain || t.Place {
			continue
		}
		plain++
		told += compare.RareBits(t)
		rare = rare || len(t.Raw) >= aloneSize && compare.IsRare(compare.RareBits(t), len(t.Raw))
	}
	return rare && (plain > 1 || a.grade == namefield.Guess || a.around != nil || a.exactly(n)) || plain > 1 && (a.grade < namefield.Guess || told >= guessBits) || a.Folded == n.Folded && telling > 1 && plain < 2 || form && telling > 0 && a.asListed(n)
}

// exactly reports whether a part of a field has the words or the letters of a listed
// name: one word that is only like another says too little.
func (a *asked) exactly(n *name.Name) bool {
	return a.Letters == n.Letters || a.Words != 0 && a.Words == n.Words || a.Core != 0 && a.Core == n.Core
}

// sameName reports whether a part of a field is a listed name as written, though
// too common to be more than a lead.
func (a *asked) sameName(n *name.Name) bool {
	if a.weak && a.Words != 0 && a.Words == n.Words && len(a.Tokens) == 1 && rareWord(&a.Tokens[0]) {
		return true
	}
	return a.asListed(n) && !a.IsGeneric() && (len(a.Tokens) != 1 || !name.IsEnglish(a.Tokens[0].Raw))
}

// asListed reports whether a part of a field is a listed name as written, but for the
// way in which its legal forms are.
func (a *asked) asListed(n *name.Name) bool {
	return a.Folded == n.Folded || a.Letters == n.Letters && len(a.Folded) >= guessLetters || a.Words != 0 && a.Words == n.Words && slices.Equal(forms(n), forms(&a.Name))
}

// guessLetters is how many letters, parted otherwise, are a name as listed.
const guessLetters = 12

// sameKind reports whether a name that says only the kind of a firm is a listed one: as
// written, or with the same forms, two or more, which may be misspelt.
func (a *asked) sameKind(n *name.Name) bool {
	if a.asListed(n) {
		return true
	}
	all := forms(n)
	return len(all) > 1 && n.IsGeneric() && slices.Equal(all, forms(&a.Name))
}

// forms are the legal forms of a name, each in the spelling that stands for all, in
// order of their letters.
func forms(n *name.Name) (out []string) {
	for i := range n.Tokens {
		if t := &n.Tokens[i]; t.Class == name.Legal {
			out = append(out, t.Text)
		}
	}
	slices.Sort(out)
	return out
}

// placed reports whether a name has a place in it.
func placed(n *name.Name) bool {
	return slices.ContainsFunc(n.Tokens, func(t name.Token) bool { return t.Place })
}

// partAlike bounds what a name adds that is a part of a field, or a guess: a listed
// name that is the whole field comes first, and a name that a few words are most of
// before one that they only hold.
const (
	partAlike  = 0.95
	shortAlike = 0.85
)

// alike bounds what a reading that is not the whole field adds.
func (a *asked) alike() float64 {
	switch {
	case a.around != nil:
		return compare.CoreSimilarity
	case a.short:
		return shortAlike
	}
	return partAlike
}
