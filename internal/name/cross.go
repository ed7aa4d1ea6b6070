package name

import (
	"math"
	"slices"
	"unicode/utf8"
)

// foreign is what a token in another script than Latin is compared by.
type foreign struct {
	script        string
	romanisations []string
	model         *model
	// forms are the units of the word, with and without an article. A word that is known
	// only by its romanisations has the letters of each of them.
	forms       []form
	skeletons   []skeleton  // of forms and romanisations, in order
	whole       *wholeName  // if the word may be one
	letters     int         // of the word
	short, long int         // the fewest and the most Latin letters that it has
	usual       []latinForm // of the first romanisations: see maxUsual
}

// lengthSlack is how many letters more or fewer than usual a Latin word may have.
const lengthSlack = 2

// skeletonMask has a bit for each skeleton: sets whose masks have no bit in common have no
// skeleton in common.
func skeletonMask(all []skeleton) (mask uint64) {
	for _, s := range all {
		mask |= 1 << (uint64(s) * 0x9E3779B97F4A7C15 >> 58)
	}
	return mask
}

// setMask sets the mask of the skeletons that the token may have.
func (t *Token) setMask() {
	if t.foreign != nil {
		t.mask = skeletonMask(t.foreign.skeletons)
		return
	}
	t.mask = 0
	var buf [maxLatinSkeletons]skeleton
	for _, w := range t.latinWords() {
		if letters := latinLetters(w); len(letters) <= maxLetters {
			t.mask |= skeletonMask(latinSkeletons(letters, false, buf[:0]))
		}
	}
}

// latinWords returns the forms of a Latin token that are compared across scripts: as it is
// compared, and as it is written. A legal form has none.
func (t *Token) latinWords() [2]string {
	switch {
	case t.Class == Legal:
		return [2]string{}
	case t.Raw == t.Latin:
		return [2]string{t.Latin}
	}
	return [2]string{t.Latin, t.Raw}
}

// readForeign reads a folded word; it returns nil if all letters are Latin.
func readForeign(word string) *foreign {
	script := scriptOfWord(word)
	if script == "Latn" || len(word) > maxWordBytes {
		return nil
	}
	romanisations := romanisationsOf(word, script)
	fitted := models[script]
	if fitted == nil {
		return foreignOf(script, romanisations)
	}
	f := &foreign{script: script, romanisations: romanisations, letters: utf8.RuneCountInString(word), short: maxLetters, model: fitted()}
	var letters [stackRunes]rune
	var buf [2 * maxSkeletons]skeleton
	units := appendUnits(letters[:0], word)
	all := f.addForm(units, buf[:0])
	if script == "Arab" && len(units) > 4 && units[0] == 'ا' && units[1] == 'ل' { // the article
		all = f.addForm(units[2:], all)
	}
	f.addRomanisations(all)
	if script == "Hani" || script == "Hang" {
		f.whole = wholeNameOf([]rune(word), f.romanisations)
	}
	return f
}

// stackRunes is how many units are cut without an allocation.
const stackRunes = 64

// foreignOf returns a word that is known only by its romanisations.
func foreignOf(script string, romanisations []string) *foreign {
	f := &foreign{script: script, romanisations: romanisations, short: maxLetters, model: spelling()}
	var buf [maxRomanisations * maxSkeletons]skeleton
	all := buf[:0]
	for _, r := range romanisations {
		var letters [stackRunes]rune
		all = f.addForm(appendRunes(letters[:0], latinLetters(r)), all)
	}
	f.addRomanisations(all)
	return f
}

func appendRunes(out []rune, word string) []rune {
	for _, r := range word {
		out = append(out, r)
	}
	return out
}

// addRomanisations completes the word; all are the skeletons of its forms.
func (f *foreign) addRomanisations(all []skeleton) {
	for _, r := range f.romanisations {
		f.short, f.long = min(f.short, len(r)), max(f.long, len(r))
		all = latinSkeletons(latinLetters(r), false, all)
	}
	f.skeletons = inOrder(all)
	for _, r := range f.romanisations[:min(len(f.romanisations), maxUsual)] {
		f.usual = append(f.usual, newLatinForm(r, nil))
	}
}

// inOrder returns a copy of the skeletons, each once.
func inOrder(all []skeleton) []skeleton {
	slices.Sort(all)
	return slices.Clone(slices.Compact(all))
}

// addForm adds one way to write the word, and appends its skeletons.
func (f *foreign) addForm(units []rune, all []skeleton) []skeleton {
	if len(units) == 0 || len(units) > maxUnits {
		return all
	}
	var buf [maxUnits]*unit
	known := f.model.unitsOf(units, buf[:0])
	short, long := -lengthSlack, lengthSlack
	for _, u := range known {
		short, long = short+u.short, long+u.long
	}
	f.short, f.long = min(f.short, short), max(f.long, long)
	f.forms = append(f.forms, f.model.form(known))
	return skeletonsOf(known, all)
}

// Foreign reports whether the token is in another script than Latin and can be compared
// across scripts.
func (t *Token) Foreign() bool { return t.foreign != nil }

// LatinLength returns the fewest and the most letters of the Latin words that can be a
// foreign token.
func (t *Token) LatinLength() (short, long int) { return t.foreign.short, t.foreign.long }

// Syllables returns how many syllables a token in Han or Hangul has, which are written in
// syllables; 0 for any other token.
func (t *Token) Syllables() int {
	if t.foreign == nil || t.foreign.script != "Hang" && t.foreign.script != "Hani" {
		return 0
	}
	return t.foreign.letters
}

// Romanisations returns the romanisations of a token in another script, the most usual one
// first. The caller must not change them.
func (t *Token) Romanisations() []string {
	if t.foreign == nil {
		return nil
	}
	return t.foreign.romanisations
}

// AppendSkeletons appends the skeletons of the token, as numbers. Two tokens must have one
// in common to be similar across scripts.
func (t *Token) AppendSkeletons(out []uint64) []uint64 {
	if t.foreign != nil {
		return appendNumbers(out, t.foreign.skeletons)
	}
	for _, w := range t.latinWords() {
		out = AppendLatinSkeletons(out, w)
	}
	return out
}

// AppendJoinedSkeletons appends the skeletons of a token that may be a whole name. Several
// Latin words, written as one, must have one in common with it to be its romanisation.
func (t *Token) AppendJoinedSkeletons(out []uint64) []uint64 {
	if t.foreign == nil || t.foreign.whole == nil {
		return out
	}
	return appendNumbers(out, t.foreign.whole.skeletons)
}

// AppendLatinSkeletons appends the skeletons of a folded Latin word.
func AppendLatinSkeletons(out []uint64, word string) []uint64 {
	letters := latinLetters(word)
	if letters == "" || len(letters) > maxLetters {
		return out
	}
	var buf [maxLatinSkeletons]skeleton
	return appendNumbers(out, latinSkeletons(letters, false, buf[:0]))
}

func appendNumbers(out []uint64, all []skeleton) []uint64 {
	for _, s := range all {
		out = append(out, uint64(s))
	}
	return out
}

// A similarity across scripts is 0 below the least evidence, and approaches the highest
// with more of it.
const (
	minEvidence   = 0.5
	evidenceScale = 6.0
	maxCross      = 0.97
)

func similarityOf(evidence float32) float64 {
	if evidence < minEvidence {
		return 0
	}
	return min(maxCross, 1-0.6*math.Exp(-float64(evidence)/evidenceScale))
}

// CrossSimilarity returns the similarity of two tokens in different scripts, 0 to 1: 1 if one
// is a usual romanisation of the other, 0 if they are clearly different or in one script. It
// is symmetric. It is above 0 only for tokens that have a skeleton in common; see
// AppendSkeletons.
func CrossSimilarity(a, b *Token) float64 {
	switch {
	case a.foreign == nil && b.foreign == nil, a.mask&b.mask == 0:
		return 0
	case a.foreign == nil:
		return b.foreign.similarityToToken(a)
	case b.foreign == nil:
		return a.foreign.similarityToToken(b)
	case a.foreign.script == b.foreign.script || !haveCommon(a.foreign.skeletons, b.foreign.skeletons):
		return 0
	}
	return max(a.foreign.similarityToAny(b.foreign.usual), b.foreign.similarityToAny(a.foreign.usual))
}

// latinForm is a form of a word with its skeletons, in order.
type latinForm struct {
	letters   string
	skeletons []skeleton
}

func newLatinForm(word string, store []skeleton) latinForm {
	letters := latinLetters(word)
	if letters == "" || len(letters) > maxLetters {
		return latinForm{}
	}
	return latinForm{letters, latinSkeletons(letters, false, store)}
}

func (f *foreign) similarityToToken(t *Token) (best float64) {
	var store [maxLatinSkeletons]skeleton
	for _, w := range t.latinWords() {
		if form := newLatinForm(w, store[:0]); haveCommon(form.skeletons, f.skeletons) {
			best = max(best, f.similarity(form.letters))
		}
	}
	return best
}

// CrossBound returns a value that is not below CrossSimilarity of a foreign token and a Latin
// one that have a skeleton in common, and takes less time. The Latin one is given as it is
// compared and as it is written.
func CrossBound(t *Token, latin, raw string) float64 {
	best := t.foreign.similarity(latinLetters(latin))
	if raw != latin {
		best = max(best, t.foreign.similarity(latinLetters(raw)))
	}
	return best
}

// maxUsual is how many romanisations of a word are compared with words in a third script:
// rare ones are only for comparison with Latin letters.
const maxUsual = 2

func (f *foreign) similarityToAny(romanisations []latinForm) (best float64) {
	for _, form := range romanisations {
		if haveCommon(form.skeletons, f.skeletons) {
			best = max(best, f.similarity(form.letters))
		}
	}
	return min(best, maxCross)
}

// similarity compares the word with the letters of a Latin one.
func (f *foreign) similarity(letters string) float64 {
	if letters == "" || len(letters) > maxLetters || len(letters) < f.short || len(letters) > f.long {
		return 0
	}
	if slices.Contains(f.romanisations, letters) {
		return 1
	}
	if f.whole != nil && f.whole.spells(letters) {
		return maxCross
	}
	evidence := f.evidence(letters)
	if evidence > minEvidence && f.ownSyllables(letters) {
		evidence -= commonSyllables // it may be another Korean or Chinese name, and those are very similar
	}
	return similarityOf(evidence)
}

// ownSyllables reports whether a Latin word has as many syllables of the language as the
// word has.
func (f *foreign) ownSyllables(letters string) bool {
	switch f.script {
	case "Hang":
		return Syllables(letters) == f.letters
	case "Hani":
		n := Syllables(letters)
		return n > 0 && n <= f.letters
	}
	return false
}

// commonSyllables is taken from the evidence if a Latin word consists of syllables of the
// other language and is not a romanisation of the word.
const commonSyllables = 3

func (f *foreign) evidence(letters string) (best float32) {
	for _, form := range f.forms {
		best = max(best, f.model.evidence(form, letters, minEvidence))
	}
	return best
}

// haveCommon reports whether two ordered lists have a skeleton in common.
func haveCommon(a, b []skeleton) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			return true
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return false
}
