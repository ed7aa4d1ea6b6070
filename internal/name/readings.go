package name

import "slices"

// mostReadings is how many Latin readings a word is given.
const mostReadings = 6

// longestRead is the length in bytes from which on a word is not read at all:
// no name has it.
const longestRead = 200

// appendReading adds a reading that is not empty and new, while there is room.
func appendReading(out []string, reading string) []string {
	if reading == "" || len(out) == mostReadings || slices.Contains(out, reading) {
		return out
	}
	return append(out, reading)
}

// readingsOf returns the Latin readings of a folded word in another script, the
// most usual one first; none for a script that leaves its vowels out, which is
// compared by the model alone, or that is not known.
func readingsOf(word, script string) []string {
	if len(word) > longestRead {
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
		first := one(romanise(word))
		if first == nil {
			return nil
		}
		return cyrillicReadings(word, first)
	case "Hang":
		return hangulReadings(word)
	case "Hani":
		return hanReadingsOf(word)
	case "Kana", "Hira":
		return kanaReadings(word)
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
	t.Latin, _ = romanise(t.Text)
	t.foreign = readForeign(t.Text)
}

// usual is the form in which the token stands in most names.
func (t *Token) usual() string {
	if t.Latin == "" && len(t.Readings()) > 0 {
		return t.Readings()[0]
	}
	return t.Key()
}
