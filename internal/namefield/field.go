package namefield

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Grade says how certain it is that the field holds a reading as a name.
type Grade uint8

// The grades.
const (
	Whole    Grade = iota // the field as it is
	Repaired              // an encoding undone
	Part                  // one of several names, or a name without what is around it
	Guess                 // counts only if a listed name is exactly so
)

// Reading is a name that a field may hold, and how it was read.
type Reading struct {
	Text  string
	Grade Grade
	How   string // what was done, in words; "" for the field as it is
	// Words says that a guess also finds a listed name that has the same words in
	// another order, or the same core.
	Words bool
	// Place says that a place was left out: a listed name with another place belongs
	// to another party.
	Place bool
}

// Field is what was read from a field.
type Field struct {
	Readings []Reading
	// Long says that the field holds more than a name: any run of its words may be
	// one.
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

// Read returns the names that a field may hold, the whole field first.
func Read(text string) Field {
	if isPlainName(text) {
		f := Field{Readings: []Reading{{Text: text}}, Plain: true}
		if isNobody(text) {
			f.addGap(gapReference)
		}
		f.add(guesses(text))
		return f
	}
	f := Field{}
	if len(text) > MaxLength {
		f.addGap("it is longer than 16 KiB: what follows was not read")
		text = text[:runeStartBefore(text, MaxLength)]
	}
	f.add([]Reading{{Text: text}})
	for _, gap := range gapsOf(text) {
		f.addGap(gap)
	}
	repaired := text
	if to, how := repair(text); to != text {
		repaired = to
		for line := range strings.Lines(to) {
			if line = trim(line); line != "" && line != text {
				f.add([]Reading{{Text: line, Grade: Repaired, How: how}})
			}
		}
	}
	f.add(machineReadable(repaired))
	f.add(contacts(repaired))
	f.add(parts(repaired))
	f.add(guesses(repaired))
	f.Long = isLong(repaired)
	return f
}

// isPlainName is a quick test that most names pass: up to four words of letters,
// separated by blanks, a comma, dots and hyphens.
func isPlainName(text string) bool {
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
		case !isForeignLetter(before, r):
			return false
		}
		before = r
	}
	switch {
	case words > 4, comma >= 2 && words >= comma+2:
		return false
	case hasConnective(text), lettersApart(text), isWebAddress(text):
		return false
	}
	return comma < 2 || words == comma || !hasForm(text[:at])
}

// isForeignLetter reports whether a character is a letter of a script whose letters are
// neither variants of Latin ones nor what text in a wrong encoding looks like. A Cyrillic
// capital within a word is a sign of a wrong encoding.
func isForeignLetter(before, r rune) bool {
	switch {
	case r < 0x0370 || r >= 0x1D00 && r < 0x2E80 || r >= 0xA4D0 && r < 0xAC00 || r >= 0xD7B0 || r >= 0x13A0 && r < 0x1400:
		return false
	case r >= 0x0400 && r < 0x0430:
		return before == ' ' || before == '-' || before == '.' || before >= 0x0400 && before < 0x0430
	}
	return unicode.IsLetter(r) || unicode.IsMark(r)
}

// add adds the readings that are not there yet.
func (f *Field) add(readings []Reading) {
	for _, r := range readings {
		f.addOne(r)
	}
}

func (f *Field) addOne(r Reading) {
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

func (f *Field) addGap(why string) {
	if !slices.Contains(f.Gaps, why) {
		f.Gaps = append(f.Gaps, why)
	}
}

// runeStartBefore returns the last beginning of a character at or before n.
func runeStartBefore(text string, n int) int {
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return n
}

// trim takes off the marks around a name in lists and sentences.
func trim(text string) string {
	text = strings.TrimSpace(text)
	text = strings.TrimLeft(text, " \t.,;:/|\\+&–—→=>*•·#_~-")
	text = strings.TrimRight(text, " \t,;:/|\\+&–—→=<*•·#_~-")
	if n := len(text); n > 1 {
		switch string([]byte{text[0], text[n-1]}) {
		case "()", "[]", `""`:
			return trim(text[1 : n-1])
		}
	}
	switch {
	case strings.Count(text, "(") > strings.Count(text, ")"):
		text = strings.Replace(text, "(", " ", 1)
	case strings.Count(text, ")") > strings.Count(text, "("):
		text = strings.Replace(text, ")", " ", 1)
	}
	return strings.TrimSpace(text)
}
