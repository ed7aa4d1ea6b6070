package mention

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
)

// gap is what stands between a word and the one before it.
type gap uint16

const (
	gapBlank gap = 1 << iota
	gapLine      // the end of a line
	gapPart      // an empty line: another paragraph
	gapComma
	gapDot // one that ends no sentence: "U.S."
	gapHyphen
	gapMark // an apostrophe
	gapAnd  // & or /
	gapQuote
	gapParen
	gapStop // the end of a sentence
	gapHard // anything else: a colon, a dash
)

// joins are the gaps that the words of one name may have between them.
const joins = gapBlank | gapLine | gapDot | gapHyphen | gapMark

// shape is how a word is written.
type shape uint8

const (
	lower   shape = iota
	capital       // the first letter is a capital
	upper         // two letters or more, all capitals
	initial       // one capital
	digits        // begins with a digit
	han           // one character of a script without blanks
	caseless
)

// word is a part of a text between blanks and marks; of Chinese, a character.
type word struct {
	start, end int // bytes of the text
	from, to   int // bytes of the folded text
	hash       uint64
	before     gap
	shape      shape
	first      bool // begins a sentence
	owner      bool // a possessive 's that belongs to the word before
}

// text is a text cut into words.
type text struct {
	raw      string
	language string
	words    []word
	folded   []byte
}

// cut takes a text apart. Bytes that are not UTF-8 part words.
func cut(raw, language string) *text {
	t := &text{words: make([]word, 0, len(raw)/6+4), folded: make([]byte, 0, len(raw)+16)}
	t.read(raw, language)
	return t
}

// read takes another text apart, in the memory of the one before.
func (t *text) read(raw, language string) {
	t.raw, t.language, t.words, t.folded = raw, language, t.words[:0], t.folded[:0]
	between := gapPart
	for i := 0; i < len(raw); {
		r, n := rune(raw[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(raw[i:])
		}
		if !inWord(r) {
			between |= gapOf(raw, i, n, r, between)
			i += n
			continue
		}
		end := i + n
		if !unparted(r) {
			end = wordEnd(raw, end)
		}
		t.add(i, end, r, between)
		between, i = 0, end
	}
}

// wordEnd returns where the word ends that is read up to i.
func wordEnd(raw string, i int) int {
	for i < len(raw) {
		r, n := rune(raw[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(raw[i:])
		}
		if !inWord(r) || unparted(r) {
			break
		}
		i += n
	}
	return i
}

// inWord reports whether a character is part of a word.
func inWord(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
	}
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) || r == '\u00AD')
}

// unparted reports whether a character is of a script that is written without
// blanks.
func unparted(r rune) bool { return r >= 0x2E80 && unicode.In(r, unicode.Han) }

// gapOf says what a character between two words, or part of such, tells.
func gapOf(raw string, i, n int, r rune, before gap) gap {
	switch r {
	case ' ', '\t', '\u00A0', '\u3000':
		return gapBlank
	case '\r', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\uFEFF':
		return 0
	case '\n':
		if before&gapLine != 0 {
			return gapPart
		}
		return gapLine
	case ',', '，', '、', '،':
		return gapComma
	case '.':
		return dotOf(raw, i+n)
	case '!', '?', '。', '！', '？', '…':
		return gapStop
	case '-', '‐', '‑', '·', '•', '・':
		return gapHyphen
	case '\'', '’', '‘', '`', 'ʼ':
		return gapMark
	case '&', '/':
		return gapAnd
	case '"', '“', '”', '«', '»', '„', '「', '」', '《', '》':
		return gapQuote
	case '(', ')', '（', '）', '[', ']':
		return gapParen
	}
	return gapHard
}

// dotOf tells a full stop from a dot within a name: a capital or a blank and no
// capital behind it.
func dotOf(raw string, next int) gap {
	if next < len(raw) {
		if r, _ := utf8.DecodeRuneInString(raw[next:]); !unicode.IsSpace(r) && r != '"' && r != '”' && r != '»' && r != '’' {
			return gapDot
		}
	}
	return gapDot | gapStop
}

// add appends the word that lies between two bytes and begins with a character.
func (t *text) add(start, end int, r rune, before gap) {
	w := word{start: start, end: end, from: len(t.folded), before: before}
	surface := t.raw[start:end]
	ascii := true
	for i := range len(surface) {
		if surface[i] >= utf8.RuneSelf {
			ascii = false
			break
		}
	}
	if ascii {
		for i := range len(surface) {
			c := surface[i]
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			t.folded = append(t.folded, c)
		}
	} else {
		t.folded = append(t.folded, name.Fold(surface)...)
	}
	w.to = len(t.folded)
	w.hash = hashOf(t.folded[w.from:w.to])
	w.shape = shapeOf(surface, r)
	w.first = len(t.words) == 0 || before&(gapStop|gapPart) != 0 && !t.abbreviates(before)
	w.owner = before == gapMark && w.to == w.from+1 && t.folded[w.from] == 's'
	t.words = append(t.words, w)
}

// abbreviates reports whether the dot before the next word belongs to an initial
// or a short title: "J. Smith", "Lt. Gen. Smith".
func (t *text) abbreviates(before gap) bool {
	if before&gapDot == 0 || before&gapPart != 0 || len(t.words) == 0 {
		return false
	}
	last := &t.words[len(t.words)-1]
	if last.shape == initial {
		return true
	}
	switch string(t.folded[last.from:last.to]) {
	case "mr", "mrs", "ms", "dr", "lt", "gen", "col", "sgt", "st", "prof", "sr", "sra", "adm", "brig", "capt", "maj", "no", "co", "inc", "ltd", "corp":
		return true
	}
	return false
}

// shapeOf says how a word is written; r is its first character.
func shapeOf(surface string, r rune) shape {
	switch {
	case unparted(r):
		return han
	case unicode.IsDigit(r):
		return digits
	case unicode.IsUpper(r):
		rest := surface[utf8.RuneLen(r):]
		if rest == "" {
			return initial
		}
		if strings.ToUpper(rest) == rest && hasLetter(rest) {
			return upper
		}
		return capital
	case unicode.IsLower(r):
		return lower
	}
	return caseless
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// at returns a word, folded.
func (t *text) at(i int) string { return string(t.folded[t.words[i].from:t.words[i].to]) }

// span returns the text from one word to before another.
func (t *text) span(i, end int) string { return t.raw[t.words[i].start:t.words[end-1].end] }

// capitals reports whether a word begins with a capital, or has none to begin
// with.
func (w *word) capitals() bool { return w.shape == capital || w.shape == upper || w.shape == initial }

// hashOf is FNV-1a of 64 bits.
func hashOf(word []byte) uint64 {
	h := uint64(offset64)
	for _, c := range word {
		h = (h ^ uint64(c)) * prime64
	}
	return h
}

const (
	offset64 = 14695981039346656037
	prime64  = 1099511628211
)
