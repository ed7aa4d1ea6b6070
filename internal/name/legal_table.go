package name

import (
	_ "embed" // the table
	"strings"
	"sync"

	"github.com/enduse/enduse/internal/wordlist"
)

// legalTable has one row per form. The columns are:
//
//   - class: the same for all forms that are used as translations of each other ("OOO"
//     and "Limited Liability Company"); it is read as a legal form itself.
//   - form: its words, separated by one blank. Single letters match a form with dots and
//     one without ("s r o": S.R.O., SRO).
//   - place: where in a name it is a form, see places.
//   - spelling: "near" if one of seven letters or more may be misspelt, else
//     "exact". Near ones cost time for each word of a name: they are the forms that
//     official lists use most.
//   - countries: where it is used, ISO 3166-1 alpha-2 codes; EU for forms of
//     European law, * for many countries.
//   - source: iso20275 for a form in the Entity Legal Forms code list 1.4.1, as
//     its name or abbreviation; "verify" for one of common usage that was not checked
//     at a source.
//
//go:embed legal.tsv
var legalTable string

// legalForm is a row of the table.
type legalForm struct {
	class, written string
	place          place
	near           bool
}

// place says where in a name a written form is a legal form.
type place uint8

// The places, which can be combined. Most forms are not words of names and may be anywhere;
// the others are names, initials or words elsewhere ("Kim Doo", "Smith C.A.", "Petrov I.P.").
const (
	inFront  place = 1 << iota // at the front of a name
	atEnd                      // after all words except other forms
	ofFirm                     // after a word, next to no name of a person
	leads                      // at the front of a name, before no name of a person
	anywhere place = 0
)

// places has the words for them in the table.
var places = map[string]place{"any": anywhere, "front": inFront, "end": atEnd, "firm": ofFirm, "lead": leads}

// legalForms reads the table.
var legalForms = sync.OnceValue(func() (out []legalForm) {
	for column := range wordlist.Rows(legalTable) {
		f := legalForm{class: column[0], written: Fold(column[1]), near: column[3] == "near"}
		for word := range strings.FieldsSeq(column[2]) {
			f.place |= places[word]
		}
		out = append(out, f)
	}
	return out
})

// inPlace reports whether the first n words are a legal form in their place. Single letters
// before or after the name of a person are initials.
func (t *formTable) inPlace(p place, before string, words []string, n int) bool {
	after := ""
	if n < len(words) {
		after = words[n]
	}
	if before == "" {
		return p&inFront != 0 && (n == 1 || !areLetters(words[:n])) || p&(inFront|leads) != 0 && (!isPersonWord(after) || t.endsInForm(words[n:]))
	}
	if c := newToken(before).Class; c == Particle || c == Initial {
		return false // "Banque de Est", "S.A. de C.V."
	}
	return p&atEnd != 0 && (after == "" || t.isForm(words[n:])) || p&ofFirm != 0 && !isPersonWord(before) && !isPersonWord(after)
}

// isForm reports whether the words are a legal form as they are written.
func (t *formTable) isForm(words []string) bool {
	return len(words) <= maxFormWords && t.exact[strings.Join(words, "")] != nil
}

// endsInForm reports whether the last words make a legal form that may be anywhere.
func (t *formTable) endsInForm(words []string) bool {
	for n := 1; n < min(len(words), maxFormWords); n++ {
		if f := t.exact[strings.Join(words[len(words)-n:], "")]; f != nil && f.place == anywhere {
			return true
		}
	}
	return false
}

// isPersonWord reports whether a word is known, and more common in names of persons than in
// others.
func isPersonWord(word string) bool {
	t := newToken(word)
	if t.Class != Plain {
		return false
	}
	person, other := frequency(t.usualForm())
	return person > 1 && person > other
}
