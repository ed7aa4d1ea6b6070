package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/reading/lexicon"
)

// Gap is what lies between a word and the one before it: a set of flags.
type Gap uint16

// The flags of a gap.
const (
	GapBlank     Gap = 1 << iota
	GapLine          // the end of a line
	GapParagraph     // an empty line
	GapComma
	GapDot // a dot that ends no sentence: "U.S."
	GapHyphen
	GapApostrophe
	GapAnd // & or /
	GapQuote
	GapParen
	GapStop // the end of a sentence
	GapHard // anything else: a colon, a dash
)

// Joins are the gaps that the words of one name may have between them.
const Joins = GapBlank | GapLine | GapDot | GapHyphen | GapApostrophe

// Shape is how a word is written.
type Shape uint8

// The shapes.
const (
	Lower    Shape = iota
	Capital        // the first letter is a capital
	Upper          // two letters or more, all capitals
	Initial        // one capital
	Digits         // begins with a digit
	Han            // one character of a script without blanks
	Caseless       // letters of a script that has no capitals
)

// Word is a run of letters and digits; of Chinese, one character.
type Word struct {
	Start, End int // bytes of the text
	from, to   int // bytes of the folded text
	Hash       uint64
	Before     Gap
	Shape      Shape
	First      bool // begins a sentence
	Possessive bool // an 's that belongs to the word before
}

// Text is a text cut into words.
type Text struct {
	Raw      string
	Language string // ISO 639-1; empty if it is not known
	Words    []Word
	folded   []byte
}

// Cut cuts a text into words. Bytes that are not UTF-8 separate words.
func Cut(raw, language string) *Text {
	t := &Text{Words: make([]Word, 0, len(raw)/6+4), folded: make([]byte, 0, len(raw)+16)}
	t.Reset(raw, language)
	return t
}

// Reset cuts another text, in the memory of the one before.
func (t *Text) Reset(raw, language string) {
	t.Raw, t.Language, t.Words, t.folded = raw, language, t.Words[:0], t.folded[:0]
	between := GapParagraph
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
		if !IsHan(r) {
			end = wordEnd(raw, end)
		}
		t.add(i, end, r, between)
		between, i = 0, end
	}
}

// wordEnd returns where the word ends whose first character ends at i.
func wordEnd(raw string, i int) int {
	for i < len(raw) {
		r, n := rune(raw[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(raw[i:])
		}
		if !inWord(r) || IsHan(r) {
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

// IsHan reports whether a character is of a script that is written without
// blanks.
func IsHan(r rune) bool { return r >= 0x2E80 && unicode.In(r, unicode.Han) }

// gapOf classifies a character between two words.
func gapOf(raw string, i, n int, r rune, before Gap) Gap {
	switch r {
	case ' ', '\t', '\u00A0', '\u3000':
		return GapBlank
	case '\r', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\uFEFF':
		return 0
	case '\n':
		if before&GapLine != 0 {
			return GapParagraph
		}
		return GapLine
	case ',', '，', '、', '،':
		return GapComma
	case '.':
		return dotOf(raw, i+n)
	case '!', '?', '。', '！', '？', '…':
		return GapStop
	case '-', '‐', '‑', '·', '•', '・':
		return GapHyphen
	case '\'', '’', '‘', '`', 'ʼ':
		return GapApostrophe
	case '&', '/':
		return GapAnd
	case '"', '“', '”', '«', '»', '„', '「', '」', '《', '》':
		return GapQuote
	case '(', ')', '（', '）', '[', ']':
		return GapParen
	}
	return GapHard
}

// dotOf classifies a dot: a letter right after it makes it part of a name, anything
// else may end a sentence.
func dotOf(raw string, next int) Gap {
	if next < len(raw) {
		if r, _ := utf8.DecodeRuneInString(raw[next:]); !unicode.IsSpace(r) && r != '"' && r != '”' && r != '»' && r != '’' {
			return GapDot
		}
	}
	return GapDot | GapStop
}

// add appends the word between two bytes; r is its first character.
func (t *Text) add(start, end int, r rune, before Gap) {
	w := Word{Start: start, End: end, from: len(t.folded), Before: before}
	surface := t.Raw[start:end]
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
	w.Hash = HashOf(t.folded[w.from:w.to])
	w.Shape = shapeOf(surface, r)
	w.First = len(t.Words) == 0 || before&(GapStop|GapParagraph) != 0 && !t.abbreviates(before)
	w.Possessive = before == GapApostrophe && w.to == w.from+1 && t.folded[w.from] == 's'
	t.Words = append(t.Words, w)
}

// abbreviates reports whether the dot before the next word belongs to an initial
// or a short title: "J. Smith", "Lt. Gen. Smith".
func (t *Text) abbreviates(before Gap) bool {
	if before&GapDot == 0 || before&GapParagraph != 0 || len(t.Words) == 0 {
		return false
	}
	last := &t.Words[len(t.Words)-1]
	if last.Shape == Initial {
		return true
	}
	return abbreviations.HasBytes(t.folded[last.from:last.to])
}

// abbreviations are words whose dot ends no sentence.
var abbreviations = lexicon.NewWordSet("abbreviation")

// shapeOf returns how a word is written; r is its first character.
func shapeOf(surface string, r rune) Shape {
	switch {
	case IsHan(r):
		return Han
	case unicode.IsDigit(r):
		return Digits
	case unicode.IsUpper(r):
		rest := surface[utf8.RuneLen(r):]
		if rest == "" {
			return Initial
		}
		if strings.ToUpper(rest) == rest && hasLetter(rest) {
			return Upper
		}
		return Capital
	case unicode.IsLower(r):
		return Lower
	}
	return Caseless
}

func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// Folded returns a word, folded.
func (t *Text) Folded(i int) string { return string(t.FoldedBytes(i)) }

// FoldedBytes returns the bytes of a folded word; they must not be changed.
func (t *Text) FoldedBytes(i int) []byte { return t.folded[t.Words[i].from:t.Words[i].to] }

// FoldedBetween returns the folded words from one to before another, without what
// separates them.
func (t *Text) FoldedBetween(first, end int) string {
	return string(t.folded[t.Words[first].from:t.Words[end-1].to])
}

// Between returns the text from one word to before another.
func (t *Text) Between(first, end int) string {
	return t.Raw[t.Words[first].Start:t.Words[end-1].End]
}

// IsCapital reports whether a word is written with a capital.
func (w *Word) IsCapital() bool { return w.Shape == Capital || w.Shape == Upper || w.Shape == Initial }

// HashOf returns the hash of a folded word: FNV-1a of 64 bits.
func HashOf(word []byte) uint64 {
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

// FoldedLen returns how many bytes a word has when it is folded.
func (w *Word) FoldedLen() int { return w.to - w.from }
