package name

import (
	"bytes"
	"slices"
)

// maxRomanisations is how many Latin readings a word is given.
const maxRomanisations = 6

// maxWordBytes is the length in bytes from which on a word is not read at all:
// no name has it.
const maxWordBytes = 200

// readings collects what a word is read as, each reading once, to be kept in one
// string. A reading is written to the end of text, and ended. Like append, the
// methods return what they are called on: so it can stay on the stack.
type romanisations struct {
	text []byte
	ends []int // of each reading in text
	most int   // how many there is room for
}

// end ends a reading, and takes it back if it is empty, or known, or there is no
// room.
func (r romanisations) end() romanisations {
	start := r.start(len(r.ends))
	last := r.text[start:]
	drop := len(last) == 0 || len(r.ends) == r.most
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

// start returns where reading i starts.
func (r romanisations) start(i int) int {
	if i == 0 {
		return 0
	}
	return r.ends[i-1]
}

// list returns all readings; nil if there are none.
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

// appendRomanisation adds a reading that is not empty and new, while there is room.
func appendRomanisation(out []string, reading string) []string {
	if reading == "" || len(out) == maxRomanisations || slices.Contains(out, reading) {
		return out
	}
	return append(out, reading)
}

// romanisationsOf returns the Latin readings of a folded word in another script, the
// most usual one first; none for a script that leaves its vowels out, which is
// compared by the model alone, or that is not known.
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

// scriptOfWord is the script of the first letter that is not Latin, "Latn" if
// there is none.
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

// read gives a token that is not plain Latin its reading, or what it is
// compared across scripts by.
func (t *Token) read() {
	if latin := wordsOf(t.Text); len(latin) > 0 {
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

// usual is the form in which the token stands in most names.
func (t *Token) usual() string {
	if t.Latin == "" && len(t.Romanisations()) > 0 {
		return t.Romanisations()[0]
	}
	return t.Key()
}
