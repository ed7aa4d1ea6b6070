package namefield

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Grade says how sure it is that a reading is a name that the field holds.
type Grade uint8

// The grades.
const (
	Whole    Grade = iota // the field as it is
	Repaired              // an encoding undone
	Part                  // one of several names, or a name without what is around it
	Guess                 // only if a listed name is exactly so
)

// Reading is a name that a field may hold.
type Reading struct {
	Text  string
	Grade Grade
	How   string // what was done, in words; "" for the field as it is
	// Words says of a guess that a listed name of the same words in another order, or
	// of the same core, is found as well.
	Words bool
	// Place says that a place was left out: a listed name with another place is
	// another party's.
	Place bool
}

// Field is a field that was read.
type Field struct {
	Readings []Reading
	// Long says that the field holds more than a name has: any run of its words may
	// be one.
	Long bool
	// Gaps say, in words, why the field or a part of it cannot be read as a name.
	Gaps []string
	// Plain says that the field is a name of a few words and nothing else.
	Plain bool
}

const (
	// MaxLength is how many bytes of a field are read.
	MaxLength = 16 << 10
	// maxReadings bounds the readings of a field that are searched as names, and
	// maxGuesses those that are looked up by their keys.
	maxReadings = 24
	maxGuesses  = 128
)

// Read says which names a field may hold.
func Read(text string) Field {
	if plain(text) {
		f := Field{Readings: []Reading{{Text: text}}, Plain: true}
		f.plainGaps(text)
		f.guess(text)
		return f
	}
	f := Field{}
	if len(text) > MaxLength {
		f.Gaps = append(f.Gaps, "it is longer than 16 KiB: what follows was not read")
		text = text[:cutAt(text, MaxLength)]
	}
	f.add(Reading{Text: text})
	f.gaps(text)
	repaired := text
	if to, how := repair(text); to != text {
		repaired = to
		for line := range strings.Lines(to) {
			if line = trim(line); line != "" && line != text {
				f.add(Reading{Text: line, Grade: Repaired, How: how})
			}
		}
	}
	f.zones(repaired)
	f.contacts(repaired)
	f.parts(repaired)
	f.guess(repaired)
	f.Long = long(repaired)
	return f
}

// plain is a quick test for the many: up to four words of letters, parted by
// blanks, a comma, dots and hyphens.
func plain(text string) bool {
	words, before, comma, at := 1, ' ', 0, 0
	for i, r := range text {
		switch {
		case 'a' <= r|0x20 && r|0x20 <= 'z', r == '.', r == '\'':
		case r == ' ':
			if before == ' ' {
				return false
			}
			words++
		case r == '-' || r == ',':
			if before == ' ' {
				return false
			}
			if r == ',' {
				if comma > 0 {
					return false
				}
				comma, at = words, i
			}
		case !foreign(before, r):
			return false
		}
		before = r
	}
	return words <= 4 && (comma < 2 || words < comma+2) && !hasConnective(text) && !lettersApart(text) && !address(text) && (comma < 2 || words == comma || !hasForm(text[:at]))
}

// foreign reports whether a character is a letter of a script that is no shape of a
// Latin letter and of which no other text is made by mistake: a Cyrillic capital
// within a word is a sign of the wrong encoding.
func foreign(before, r rune) bool {
	switch {
	case r < 0x0370 || r >= 0x1D00 && r < 0x2E80 || r >= 0xA4D0 && r < 0xAC00 || r >= 0xD7B0 || r >= 0x13A0 && r < 0x1400:
		return false
	case r >= 0x0400 && r < 0x0430:
		return before == ' ' || before == '-' || before == '.' || before >= 0x0400 && before < 0x0430
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

// add adds a reading that is not there yet.
func (f *Field) add(r Reading) {
	limit := maxReadings
	if r.Grade == Guess {
		limit = maxGuesses
	}
	if r.Text == "" || !utf8.ValidString(r.Text) && r.Grade != Whole {
		return
	}
	n := 0
	for i := range f.Readings {
		have := &f.Readings[i]
		if have.Text == r.Text {
			have.Grade = min(have.Grade, r.Grade)
			return
		}
		if (have.Grade == Guess) == (r.Grade == Guess) {
			n++
		}
	}
	if n < limit {
		f.Readings = append(f.Readings, r)
	}
}

func (f *Field) gap(why string) {
	if !slices.Contains(f.Gaps, why) {
		f.Gaps = append(f.Gaps, why)
	}
}

// cutAt is the last beginning of a character at or before n.
func cutAt(text string, n int) int {
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}

// trim takes off what stands around a name in lists and sentences.
func trim(text string) string {
	text = strings.TrimSpace(text)
	text = strings.TrimLeft(text, " \t.,;:/|\\+&–—→=>*•·#_~-")
	text = strings.TrimRight(text, " \t,;:/|\\+&–—→=<*•·#_~-")
	if n := len(text); n > 1 && (text[0] == '(' && text[n-1] == ')' || text[0] == '[' && text[n-1] == ']' || text[0] == '"' && text[n-1] == '"') {
		return trim(text[1 : n-1])
	}
	switch {
	case strings.Count(text, "(") > strings.Count(text, ")"):
		text = strings.Replace(text, "(", " ", 1)
	case strings.Count(text, ")") > strings.Count(text, "("):
		text = strings.Replace(text, ")", " ", 1)
	}
	return strings.TrimSpace(text)
}
