package name

import (
	"bytes"
	"slices"
)

// maxRomanisations is how many romanisations a word has at most.
const maxRomanisations = 6

// maxWordBytes is the length in bytes of the longest word that is romanised; no name has a
// longer one.
const maxWordBytes = 200

// romanisations collects the romanisations of a word in one string, each of them once. One
// is appended to text and then ended. Like append, the methods return the value that they
// are called on, so that it can stay on the stack.
type romanisations struct {
	text []byte
	ends []int // of each romanisation in text
	max  int   // how many there is room for
}

// end ends a romanisation, and drops it if it is empty or known, or if there is no room.
func (r romanisations) end() romanisations {
	start := r.start(len(r.ends))
	last := r.text[start:]
	drop := len(last) == 0 || len(r.ends) == r.max
	for i := 0; i < len(r.ends) && !drop; i++ {
		drop = bytes.Equal(r.text[r.start(i):r.ends[i]], last)
	}
	if drop {
		r.text = r.text[:start]
		return r
	}
	r.ends = append(r.ends, len(r.text))
	return r
}

// start returns where romanisation i starts.
func (r romanisations) start(i int) int {
	if i == 0 {
		return 0
	}
	return r.ends[i-1]
}

// list returns all romanisations; nil if there are none.
func (r romanisations) list() []string {
	if len(r.ends) == 0 {
		return nil
	}
	all := string(r.text)
	out := make([]string, len(r.ends))
	for i, end := range r.ends {
		out[i] = all[r.start(i):end]
	}
	return out
}

// appendRomanisation adds a romanisation if it is new, not empty, and there is room.
func appendRomanisation(out []string, reading string) []string {
	if reading == "" || len(out) == maxRomanisations || slices.Contains(out, reading) {
		return out
	}
	return append(out, reading)
}

// romanisationsOf returns the romanisations of a folded word in another script, the most
// usual one first. It returns none for a script that leaves out vowels, which only the model
// compares, and for an unknown one.
func romanisationsOf(word, script string) []string {
	if len(word) > maxWordBytes {
		return nil
	}
	one := func(latin string, ok bool) []string {
		if !ok {
			return nil
		}
		return []string{latin}
	}
	switch script {
	case "Cyrl":
		return cyrillicRomanisations(word)
	case "Hang":
		return hangulRomanisations(word)
	case "Hani":
		return hanRomanisationsOf(word)
	case "Kana", "Hira":
		return kanaRomanisations(word)
	case "Thai":
		return one(thai(word))
	case "Ethi":
		return one(ethiopic(word))
	case "Deva", "Beng", "Taml", "Telu":
		return one(brahmi(word))
	}
	return one(romanise(word))
}

// scriptOfWord returns the script of the first letter that is not Latin, "Latn" if there is
// none.
func scriptOfWord(word string) string {
	for _, r := range word {
		if r >= latinTo {
			if code := scriptOfRune(r); code != "Latn" && code != "Zzzz" {
				return code
			}
		}
	}
	return "Latn"
}

// romanise gives a token that is not plain Latin its romanisation, or what it is compared
// across scripts by.
func (t *Token) romanise() {
	if latin := translate(t.Text); len(latin) > 0 {
		t.Latin = latin[0]
		if len(latin) > 1 {
			t.foreign = foreignOf(scriptOfWord(t.Text), latin)
		}
		return
	}
	t.foreign = readForeign(t.Text)
	if f := t.foreign; f != nil && f.script == "Cyrl" && len(f.romanisations) > 0 {
		t.Latin = f.romanisations[0]
		return
	}
	t.Latin, _ = romanise(t.Text)
}

// usualForm returns the form that the token has in most names.
func (t *Token) usualForm() string {
	if t.Latin == "" && len(t.Romanisations()) > 0 {
		return t.Romanisations()[0]
	}
	return t.Key()
}
