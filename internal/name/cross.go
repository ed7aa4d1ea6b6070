package name

import (
	"math"
	"slices"
	"unicode/utf8"
)

// foreign is what a token of another script than Latin is compared by.
type foreign struct {
	script   string
	readings []string
	model    *model
	// forms are the units of the word, and of it without an article. A word that
	// is known by its readings alone has the letters of each.
	forms       []form
	skeletons   []skeleton  // of forms and readings, in order
	whole       *wholeName  // if the word may be one
	letters     int         // of the word
	short, long int         // the fewest and the most Latin letters that it has
	usual       []latinForm // of the first readings: see mostUsual
}

// lengthSlack is how many letters more or fewer than usual are looked at.
const lengthSlack = 2

// maskOf has a bit for each skeleton: sets whose masks have none in common have
// no skeleton in common either.
func maskOf(all []skeleton) (mask uint64) {
	for _, s := range all {
		mask |= 1 << (uint64(s) * 0x9E3779B97F4A7C15 >> 58)
	}
	return mask
}

// setMask notes the skeletons that the token may have.
func (t *Token) setMask() {
	if t.foreign != nil {
		t.mask = maskOf(t.foreign.skeletons)
		return
	}
	t.mask = 0
	var buf [mostLatin]skeleton
	for _, w := range t.latinWords() {
		if letters := latinLetters(w); len(letters) <= mostLetters {
			t.mask |= maskOf(latinSkeletons(letters, false, buf[:0]))
		}
	}
}

// latinWords are the forms of a Latin token that are compared across scripts:
// as it is compared, and as it is written. A legal form has none.
func (t *Token) latinWords() [2]string {
	switch {
	case t.Class == Legal:
		return [2]string{}
	case t.Raw == t.Latin:
		return [2]string{t.Latin}
	}
	return [2]string{t.Latin, t.Raw}
}

// readForeign reads a folded word; nil if all its letters are Latin.
func readForeign(word string) *foreign {
	script := scriptOfWord(word)
	if script == "Latn" || len(word) > longestRead {
		return nil
	}
	readings := readingsOf(word, script)
	fitted := models[script]
	if fitted == nil {
		return foreignOf(script, readings)
	}
	f := &foreign{script: script, readings: readings, letters: utf8.RuneCountInString(word), short: mostLetters, model: fitted()}
	var letters [mostRead]rune
	var buf [2 * mostSkeletons]skeleton
	units := appendUnits(letters[:0], word)
	all := f.addForm(units, buf[:0])
	if script == "Arab" && len(units) > 4 && units[0] == 'ا' && units[1] == 'ل' { // the article
		all = f.addForm(units[2:], all)
	}
	f.addReadings(all)
	if script == "Hani" || script == "Hang" {
		f.whole = wholeNameOf([]rune(word), f.readings)
	}
	return f
}

// mostRead is how many units are cut without allocation.
const mostRead = 64

// foreignOf is a word that is known by its readings alone.
func foreignOf(script string, readings []string) *foreign {
	f := &foreign{script: script, readings: readings, short: mostLetters, model: spelling()}
	var buf [mostReadings * mostSkeletons]skeleton
	all := buf[:0]
	for _, r := range readings {
		var letters [mostRead]rune
		all = f.addForm(appendRunes(letters[:0], latinLetters(r)), all)
	}
	f.addReadings(all)
	return f
}

func appendRunes(out []rune, word string) []rune {
	for _, r := range word {
		out = append(out, r)
	}
	return out
}

// addReadings ends the word: all are the skeletons of its forms.
func (f *foreign) addReadings(all []skeleton) {
	for _, r := range f.readings {
		f.short, f.long = min(f.short, len(r)), max(f.long, len(r))
		all = latinSkeletons(latinLetters(r), false, all)
	}
	f.skeletons = inOrder(all)
	for _, r := range f.readings[:min(len(f.readings), mostUsual)] {
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
	if len(units) == 0 || len(units) > mostUnits {
		return all
	}
	var buf [mostUnits]*unit
	known := f.model.of(units, buf[:0])
	short, long := -lengthSlack, lengthSlack
	for _, u := range known {
		short, long = short+u.short, long+u.long
	}
	f.short, f.long = min(f.short, short), max(f.long, long)
	f.forms = append(f.forms, f.model.form(known))
	return skeletonsOf(known, all)
}

// Foreign reports whether the token is of another script than Latin and can be
// compared across scripts.
func (t *Token) Foreign() bool { return t.foreign != nil }

// LatinLength returns the fewest and the most letters of the Latin words that a
// foreign token may stand for.
func (t *Token) LatinLength() (short, long int) { return t.foreign.short, t.foreign.long }

// Syllables returns how many syllables a token has that is written by them, in
// Han or Hangul; else 0.
func (t *Token) Syllables() int {
	if t.foreign == nil || t.foreign.script != "Hang" && t.foreign.script != "Hani" {
		return 0
	}
	return t.foreign.letters
}

// Readings returns the Latin readings of a token of another script, the most
// usual one first. The caller must not change them.
func (t *Token) Readings() []string {
	if t.foreign == nil {
		return nil
	}
	return t.foreign.readings
}

// AppendSkeletons appends the numbers of which two tokens must share one to be
// alike across scripts.
func (t *Token) AppendSkeletons(out []uint64) []uint64 {
	if t.foreign != nil {
		return appendNumbers(out, t.foreign.skeletons)
	}
	for _, w := range t.latinWords() {
		out = AppendLatinSkeletons(out, w)
	}
	return out
}

// AppendJoinedSkeletons appends the numbers of which several Latin words,
// written as one, must share one with the token to be its reading.
func (t *Token) AppendJoinedSkeletons(out []uint64) []uint64 {
	if t.foreign == nil || t.foreign.whole == nil {
		return out
	}
	return appendNumbers(out, t.foreign.whole.skeletons)
}

// AppendLatinSkeletons appends the numbers of a folded Latin word.
func AppendLatinSkeletons(out []uint64, word string) []uint64 {
	letters := latinLetters(word)
	if letters == "" || len(letters) > mostLetters {
		return out
	}
	var buf [mostLatin]skeleton
	return appendNumbers(out, latinSkeletons(letters, false, buf[:0]))
}

func appendNumbers(out []uint64, all []skeleton) []uint64 {
	for _, s := range all {
		out = append(out, uint64(s))
	}
	return out
}

// What a likeness across scripts is made of: nothing below the least evidence,
// and then ever closer to the most.
const (
	leastEvidence = 0.5
	evidenceScale = 6.0
	mostCross     = 0.97
)

func alikeOf(evidence float32) float64 {
	if evidence < leastEvidence {
		return 0
	}
	return min(mostCross, 1-0.6*math.Exp(-float64(evidence)/evidenceScale))
}

// CrossAlike returns the likeness of two tokens of different scripts, 0 to 1: 1
// if one is a usual reading of the other, 0 if they are clearly different, or
// both of one script. It is symmetric. It is above 0 only for tokens that share
// a skeleton; see AppendSkeletons.
func CrossAlike(a, b *Token) float64 {
	switch {
	case a.foreign == nil && b.foreign == nil, a.mask&b.mask == 0:
		return 0
	case a.foreign == nil:
		return b.foreign.alikeToken(a)
	case b.foreign == nil:
		return a.foreign.alikeToken(b)
	case a.foreign.script == b.foreign.script || !share(a.foreign.skeletons, b.foreign.skeletons):
		return 0
	}
	return max(a.foreign.alikeAny(b.foreign.usual), b.foreign.alikeAny(a.foreign.usual))
}

// latinForm is a form of a word with its skeletons, in order.
type latinForm struct {
	letters   string
	skeletons []skeleton
}

func newLatinForm(word string, store []skeleton) latinForm {
	letters := latinLetters(word)
	if letters == "" || len(letters) > mostLetters {
		return latinForm{}
	}
	return latinForm{letters, latinSkeletons(letters, false, store)}
}

func (f *foreign) alikeToken(t *Token) (best float64) {
	var store [mostLatin]skeleton
	for _, w := range t.latinWords() {
		if form := newLatinForm(w, store[:0]); share(form.skeletons, f.skeletons) {
			best = max(best, f.alike(form.letters))
		}
	}
	return best
}

// CrossBound is at least CrossAlike of a foreign token and a Latin one that share
// a skeleton, and takes less time. The Latin one is given as it is compared and
// as it is written.
func CrossBound(t *Token, latin, raw string) float64 {
	best := t.foreign.alike(latinLetters(latin))
	if raw != latin {
		best = max(best, t.foreign.alike(latinLetters(raw)))
	}
	return best
}

// mostUsual is how many readings of a word are compared with words of a third
// script: the rare ones are for those who write it in Latin letters.
const mostUsual = 2

func (f *foreign) alikeAny(readings []latinForm) (best float64) {
	for _, form := range readings {
		if share(form.skeletons, f.skeletons) {
			best = max(best, f.alike(form.letters))
		}
	}
	return min(best, mostCross)
}

// alike compares the word with the letters of a Latin one.
func (f *foreign) alike(letters string) float64 {
	if letters == "" || len(letters) > mostLetters || len(letters) < f.short || len(letters) > f.long {
		return 0
	}
	if slices.Contains(f.readings, letters) {
		return 1
	}
	if f.whole != nil && f.whole.spells(letters) {
		return mostCross
	}
	evidence := f.evidence(letters)
	if evidence > leastEvidence && f.ownSyllables(letters) {
		evidence -= commonSyllables // it may be another Korean or Chinese name, and those are much alike
	}
	return alikeOf(evidence)
}

// ownSyllables reports whether a Latin word has as many syllables of the
// word's language as the word.
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

// commonSyllables is how much less it says that a word is written like one of
// another script, if it has the syllables of that language itself and is none of
// the word's readings.
const commonSyllables = 3

func (f *foreign) evidence(letters string) (best float32) {
	for _, form := range f.forms {
		best = max(best, f.model.evidence(form, letters, leastEvidence))
	}
	return best
}

// share reports whether two ordered lists have a number in common.
func share(a, b []skeleton) bool {
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
