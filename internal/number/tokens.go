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

// tokens cuts a text into runs of letters and digits; letters of Chinese and Japanese
// writing are runs of their own, for those use no blanks, and letters of no Latin one
// begin a new run behind a digit.
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

// labelAt finds the longest label that begins with a token: n is how many tokens it
// has. Of letters with digits run on to them, glued is where the digits begin.
func (s *scanner) labelAt(i int) (l label, n, glued int, ok bool) {
	var joined strings.Builder
	for j := i; j < len(s.tokens) && j < i+maxLabel; j++ {
		t := &s.tokens[j]
		if t.taken || j > i && s.gap(j) > 3 {
			break
		}
		if cut := strings.IndexAny(t.text, "0123456789"); cut >= 0 {
			if head := strings.TrimSpace(t.text[:cut]); head != "" {
				if m, found := s.labels[joined.String()+foldMixed(head)]; found && !ok {
					return m, j - i, cut, true
				}
			}
			break
		}
		joined.WriteString(foldMixed(t.text))
		if m, found := s.labels[joined.String()]; found {
			l, n, ok = m, j-i+1, true
		} else if m, found := s.tail(t, j == i); found {
			l, n, ok = m, 1, true
		}
	}
	return l, n, 0, ok
}

// foldMixed folds a word; one of several alphabets is read as of the Latin one.
func foldMixed(word string) string {
	if strings.ContainsFunc(word, func(r rune) bool { return r >= 0x80 }) && strings.ContainsFunc(word, func(r rune) bool { return r < 0x80 && unicode.IsLetter(r) }) {
		word = toLatin(strings.ToUpper(word))
	}
	return fold(word)
}

// tail finds a label at the end of a run of Chinese or Japanese.
func (s *scanner) tail(t *token, first bool) (label, bool) {
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

// gap is how many characters part a token from the one in front of it.
func (s *scanner) gap(j int) int {
	return utf8.RuneCountInString(s.text[s.tokens[j-1].to:s.tokens[j].from])
}

// between is what parts a token from the one in front of it.
func (s *scanner) between(j int) string { return s.text[s.tokens[j-1].to:s.tokens[j].from] }

// skip passes the fillers between a label and its number.
func (s *scanner) skip(i int) int {
	for k := 0; k < 4 && i < len(s.tokens); k++ {
		t := &s.tokens[i]
		if !fillers[fold(t.text)] || hasDigit(t.text) {
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

// rest is the text without what was taken.
func (s *scanner) rest() string {
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
