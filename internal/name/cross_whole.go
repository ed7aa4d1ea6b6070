package name

import (
	"slices"
	"strings"
)

// wholeName is a word in Han or Hangul that may be the whole name of a person, or a given
// name: how it is written in Latin letters, with the surname first or last.
type wholeName struct {
	letters       int
	romanisations []string
	// units are those of a Korean word; given are those without the surname, which is
	// spelt in any of the ways in surnames.
	units, given form
	surnames     []string
	skeletons    []skeleton // in order
	mask         uint64
}

// wholeNameOf returns nil for what is too short or too long.
func wholeNameOf(runes []rune, romanisations []string) *wholeName {
	if len(runes) < 2 || len(runes) > maxHanName {
		return nil
	}
	w := &wholeName{letters: len(runes), romanisations: romanisations}
	var buf [512]skeleton
	all := buf[:0]
	surname, given := hanSplit(runes)
	if runes[0] >= hangulFirst {
		all = w.addKorean(runes, given, all)
	} else {
		w.addGivenFirst(surname, given)
	}
	for _, r := range w.romanisations {
		all = latinSkeletons(latinLetters(r), false, all)
	}
	w.skeletons = inOrder(all)
	w.mask = skeletonMask(w.skeletons)
	return w
}

// addGivenFirst adds the Chinese romanisations with the given name first.
func (w *wholeName) addGivenFirst(surname, given []rune) {
	var text [4 * stackText]byte
	var ends [maxRomanisations * (maxRomanisations + 1)]int
	r := romanisations{text[:0], ends[:0], len(ends)}
	for _, known := range w.romanisations {
		r.text = append(r.text, known...)
		r = r.end()
	}
	last := hanRomanisationsOfRunes(surname)
	for _, first := range hanRomanisationsOfRunes(given) {
		for _, l := range last {
			r.text = append(append(r.text, first...), l...)
			r = r.end()
		}
	}
	w.romanisations = r.list()
}

// addKorean adds what the strict model needs, and appends the skeletons of everything that
// it accepts.
func (w *wholeName) addKorean(runes, given []rune, all []skeleton) []skeleton {
	m := korean()
	w.surnames = strings.Fields(surnames().korean[runes[0]])
	var store [2][3 * maxHanName]*unit
	var letters [2][3 * maxHanName]rune
	units := m.unitsOf(appendUnits(letters[0][:0], string(runes)), store[0][:0])
	rest := m.unitsOf(appendUnits(letters[1][:0], string(given)), store[1][:0])
	w.units, w.given = m.form(units), m.form(rest)
	all = skeletonsOf(units, all)
	var most [maxSkeletons]skeleton
	after := skeletonsOf(rest, most[:0])
	var buf [maxLatinSkeletons]skeleton
	for _, name := range w.surnames {
		for _, s := range latinSkeletons(name, false, buf[:0]) {
			for _, g := range after {
				all = append(all, s.then(g), g.then(s))
			}
		}
	}
	return all
}

// maxKoreanCost is how improbable a spelling of two syllables may be, as a negative
// logarithm.
const maxKoreanCost = 4.0

// spells reports whether Koreans may spell the name with these letters.
func (w *wholeName) spells(letters string) bool {
	if w.units.units == nil {
		return false
	}
	if w.spellsForm(w.units, letters) {
		return true
	}
	for _, s := range w.surnames {
		if given, ok := strings.CutPrefix(letters, s); ok && w.spellsForm(w.given, given) {
			return true
		}
		if given, ok := strings.CutSuffix(letters, s); ok && w.spellsForm(w.given, given) {
			return true
		}
	}
	return false
}

func (w *wholeName) spellsForm(f form, letters string) bool {
	var buf [maxLetters + 2]float32
	if letters == "" || len(letters) > maxLetters {
		return false
	}
	alone := background(letters, buf[:])
	return alone-korean().evidence(f, letters, alone-maxKoreanCost) <= maxKoreanCost
}

// JoinedSimilarity returns the similarity of several Latin words, written as one, and a token
// that may be the whole name of a person, written without blanks. It is above 0 only if the
// words have Syllables and a skeleton in common with the token; see AppendJoinedSkeletons.
func JoinedSimilarity(joined string, whole *Token) float64 {
	if whole.foreign == nil || whole.foreign.whole == nil {
		return 0
	}
	w := whole.foreign.whole
	if n := Syllables(joined); n == 0 || n < w.letters-1 || n > w.letters {
		return 0
	}
	var buf [maxLatinSkeletons]skeleton
	if all := latinSkeletons(joined, false, buf[:0]); skeletonMask(all)&w.mask == 0 || !haveCommon(all, w.skeletons) {
		return 0
	}
	switch {
	case slices.Contains(w.romanisations, joined):
		return 1
	case w.spells(joined):
		return maxCross
	}
	return 0
}
