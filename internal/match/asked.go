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
	how   string // how it was made from the field; "" for the field as it is
	grade namefield.Grade
	place bool // a place was removed
	kind  bool // only words for a kind of firm
	weak  bool // too common to be more than a lead
	short bool // a run of words of a field without a sign of several names
	// around is the whole name, if words of trade around this one were removed.
	around *name.Name
}

// sameKeys reports whether a guess is exactly a listed name in one of the ways
// in which it was looked up.
func (a *asked) sameKeys(n *name.Name) bool {
	return a.hasKeysOf(n) || a.Letters == n.Turned || a.Confusable == n.Confusable
}

// isNameItself reports whether a part of a field agrees with a listed name well enough
// to be a name by itself: "Gas, Inc." in "Northern Oil & Gas, Inc." is not one. Either
// it is exactly the listed name, and has a legal form or a second word; or it is close
// to it, and has two distinctive words, or a long and rare one with a legal form.
func (a *asked) isNameItself(n *name.Name, odds, weight float64) bool {
	if odds < weight*(2*compare.CoreSimilarity-1)-rounding {
		return false
	}
	plain, distinctive, form, rare, bits := 0, 0, false, false, 0.0
	for i := range a.Tokens {
		t := &a.Tokens[i]
		form = form || t.Class == name.Legal
		if compare.IsDistinctive(t) {
			distinctive++
		}
		if t.Class != name.Plain || t.Place {
			continue
		}
		plain++
		bits += compare.RareBits(t)
		rare = rare || len(t.Raw) >= aloneSize && compare.IsRare(compare.RareBits(t), len(t.Raw))
	}
	switch {
	case rare && (plain > 1 || form || a.grade == namefield.Guess || a.around != nil || a.hasKeysOf(n)):
		return true
	case plain > 1 && (a.grade < namefield.Guess || bits >= guessBits):
		return true
	case a.Folded == n.Folded && distinctive > 1 && plain < 2:
		return true
	}
	return form && distinctive > 0 && a.asListed(n)
}

// hasKeysOf reports whether a part of a field has the words or the letters of a listed
// name.
func (a *asked) hasKeysOf(n *name.Name) bool {
	return a.Letters == n.Letters || a.Words != 0 && a.Words == n.Words || a.Core != 0 && a.Core == n.Core
}

// sameName reports whether a part of a field is a listed name as written. It is a lead
// even if it is too common for a hit.
func (a *asked) sameName(n *name.Name) bool {
	single := len(a.Tokens) == 1
	if a.weak && single && a.Words != 0 && a.Words == n.Words && isRareWord(&a.Tokens[0]) {
		return true
	}
	if single && name.IsEnglish(a.Tokens[0].Raw) {
		return false
	}
	return a.asListed(n) && !a.IsGeneric()
}

// asListed reports whether a part of a field is a listed name as written, except for
// the spelling of legal forms.
func (a *asked) asListed(n *name.Name) bool {
	if a.Folded == n.Folded || a.Letters == n.Letters && len(a.Folded) >= minLetters {
		return true
	}
	return a.Words != 0 && a.Words == n.Words && slices.Equal(forms(n), forms(&a.Name))
}

// minLetters is the length from which equal letters are one name, wherever the blanks
// are.
const minLetters = 12

// sameKind reports whether a name that only names a kind of firm is a listed one: as
// written, or with the same two or more legal forms, which may be misspelt.
func (a *asked) sameKind(n *name.Name) bool {
	if a.asListed(n) {
		return true
	}
	all := forms(n)
	return len(all) > 1 && n.IsGeneric() && slices.Equal(all, forms(&a.Name))
}

// forms returns the legal forms of a name in their canonical spelling, sorted.
func forms(n *name.Name) (out []string) {
	for i := range n.Tokens {
		if t := &n.Tokens[i]; t.Class == name.Legal {
			out = append(out, t.Text)
		}
	}
	slices.Sort(out)
	return out
}

// hasPlace reports whether a name contains a place.
func hasPlace(n *name.Name) bool {
	return slices.ContainsFunc(n.Tokens, func(t name.Token) bool { return t.Place })
}

// The greatest similarities of readings other than the whole field, so that a listed
// name that is the whole field comes first.
const (
	maxSimilarityOfPart  = 0.95
	maxSimilarityOfShort = 0.85
)

// maxSimilarity bounds the similarity of a reading that is not the whole field.
func (a *asked) maxSimilarity() float64 {
	switch {
	case a.around != nil:
		return compare.CoreSimilarity
	case a.short:
		return maxSimilarityOfShort
	}
	return maxSimilarityOfPart
}
