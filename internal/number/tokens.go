package number

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a run of letters and digits.
type token struct {
	text       string
	from, to   int
	han, taken bool
}

// tokens cuts a text into runs of letters and digits. Chinese and Japanese letters are
// runs of their own, because these scripts use no blanks, and letters that are not Latin
// begin a new run after a digit.
func tokens(s string) []token {
	var out []token
	start, han, digit := -1, false, false
	end := func(at int) {
		if start >= 0 {
			out = append(out, token{text: s[start:at], from: start, to: at, han: han})
			start = -1
		}
	}
	for i, r := range s {
		in := unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || r == '|' && start >= 0
		now := in && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
		if !in || now != han || digit && r >= 0x80 { // ИНН7707083893КПП770701001
			end(i)
		}
		digit = r >= '0' && r <= '9'
		if in && start < 0 {
			start, han = i, now
		}
	}
	end(len(s))
	return out
}

// scanner reads a text from left to right.
type scanner struct {
	text   string
	tokens []token
	labels map[string]label
}

// labelAt finds the longest label that begins with token i, and returns how many tokens
// it has. If digits are written together with its letters, glued is where they begin.
func (s *scanner) labelAt(i int) (l label, n, glued int, ok bool) {
	var joined strings.Builder
	for j := i; j < len(s.tokens) && j < i+maxLabel; j++ {
		t := &s.tokens[j]
		if t.taken || j > i && s.distance(j) > 3 {
			break
		}
		if cut := strings.IndexAny(t.text, "0123456789"); cut >= 0 {
			if head := strings.TrimSpace(t.text[:cut]); head != "" {
				if m, found := s.labels[joined.String()+foldLabel(head)]; found && !ok {
					return m, j - i, cut, true
				}
			}
			break
		}
		joined.WriteString(foldLabel(t.text))
		if m, found := s.labels[joined.String()]; found {
			l, n, ok = m, j-i+1, true
		} else if m, found := s.labelAtEnd(t, j == i); found {
			l, n, ok = m, 1, true
		}
	}
	return l, n, 0, ok
}

// foldLabel folds a word; one that mixes alphabets is read as Latin.
func foldLabel(word string) string {
	if strings.ContainsFunc(word, func(r rune) bool { return r >= 0x80 }) && strings.ContainsFunc(word, func(r rune) bool { return r < 0x80 && unicode.IsLetter(r) }) {
		word = toLatin(strings.ToUpper(word))
	}
	return fold(word)
}

// labelAtEnd finds a label at the end of a run of Chinese or Japanese.
func (s *scanner) labelAtEnd(t *token, first bool) (label, bool) {
	if !t.han || !first {
		return label{}, false
	}
	runes := []rune(t.text)
	for k := max(1, len(runes)-12); k < len(runes)-1; k++ {
		if l, ok := s.labels[fold(string(runes[k:]))]; ok {
			return l, true
		}
	}
	return label{}, false
}

// distance is how many characters there are between token j and the one before it.
func (s *scanner) distance(j int) int {
	return utf8.RuneCountInString(s.text[s.tokens[j-1].to:s.tokens[j].from])
}

// between returns the text between token j and the one before it.
func (s *scanner) between(j int) string { return s.text[s.tokens[j-1].to:s.tokens[j].from] }

// skip returns the first token that is not a filler between a label and its number.
func (s *scanner) skip(i int) int {
	for k := 0; k < 4 && i < len(s.tokens); k++ {
		t := &s.tokens[i]
		if !fillers()[fold(t.text)] || hasDigit(t.text) {
			break
		}
		if i+1 == len(s.tokens) {
			break
		}
		i++
	}
	return i
}

func (s *scanner) take(from, to int) {
	for i := from; i < to; i++ {
		s.tokens[i].taken = true
	}
}

// remainder returns the text without the tokens that were taken.
func (s *scanner) remainder() string {
	var b strings.Builder
	at := 0
	for _, t := range s.tokens {
		if t.taken {
			b.WriteString(s.text[at:t.from])
			at = t.to
		}
	}
	b.WriteString(s.text[at:])
	return strings.Trim(b.String(), " \t\n:#.,;/()[]-=")
}
