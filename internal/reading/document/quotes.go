package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// mark is a quotation mark of a paragraph: where it is, and which way it faces by what is
// next to it.
type mark struct {
	place
	way int // 1 opens, -1 closes, 0 may do either
}

// quoteRepairs balances the marks “ and ” of a paragraph: one that faces the wrong way is
// turned, one that touches words on both sides is moved to one of them, one without a
// counterpart gets it, at the beginning of its sentence or at the end of the paragraph.
// Other marks are left as they are.
func quoteRepairs(text string, splits []repair) (out []repair) {
	marks := marksOf(text)
	if len(marks) == 0 {
		return nil
	}
	decide(marks)
	open := -1
	for i, m := range marks {
		want := "“"
		if m.way < 0 {
			want = "”"
		}
		if with := want; text[m.start:m.end] != want || m.touches(text) {
			if m.touches(text) && m.way < 0 {
				with += " "
			} else if m.touches(text) {
				with = " " + with
			}
			out = append(out, repair{m.place, EditQuote, with})
		}
		switch {
		case m.way > 0:
			open = i
		case open >= 0:
			open = -1
		default: // it closes what was never opened
			at := sentenceBefore(text, m.start, splits)
			out = merge(out, []repair{{place{at, at}, EditQuote, "“"}})
		}
	}
	if open >= 0 {
		end := len(strings.TrimRightFunc(text, unicode.IsSpace))
		out = append(out, repair{place{end, end}, EditQuote, "”"})
	}
	return out
}

// touches reports whether letters are on both sides of a mark.
func (m mark) touches(text string) bool {
	before, _ := utf8.DecodeLastRuneInString(text[:m.start])
	after, _ := utf8.DecodeRuneInString(text[m.end:])
	return wordy(before) && wordy(after) && !unicode.Is(unicode.Han, before) && !unicode.Is(unicode.Han, after)
}

func wordy(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// marksOf returns the marks “ and ”. Text in Han has no blanks, so its marks face as they are
// written.
func marksOf(text string) (out []mark) {
	for i, r := range text {
		if r != '“' && r != '”' {
			continue
		}
		m := mark{place: place{i, i + utf8.RuneLen(r)}}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, size := utf8.DecodeRuneInString(text[m.end:])
		left := i == 0 || unicode.IsSpace(before) || strings.ContainsRune("([—–", before)
		right := size == 0 || unicode.IsSpace(after) || strings.ContainsRune(".,;:!?)]—–…", after)
		inHan := func(r rune) bool {
			return unicode.Is(unicode.Han, r) || strings.ContainsRune("，。：；？！、", r)
		}
		switch {
		case inHan(before) || inHan(after):
			m.way = 1
			if r == '”' {
				m.way = -1
			}
		case left && !right:
			m.way = 1
		case right && !left:
			m.way = -1
		}
		out = append(out, m)
	}
	return out
}

// decide decides which way ambiguous marks face, from the last to the first: a mark opens
// what is closed after it, else it closes.
func decide(marks []mark) {
	wanted := 0
	for i := len(marks) - 1; i >= 0; i-- {
		m := &marks[i]
		if m.way == 0 {
			m.way = -1
			if wanted > 0 {
				m.way = 1
			}
		}
		if m.way < 0 {
			wanted = 1
		} else {
			wanted = 0
		}
	}
}

// sentenceBefore returns where the sentence begins that a place is in.
func sentenceBefore(text string, at int, splits []repair) int {
	begin := 0
	for i, r := range text[:at] {
		if r != '.' && r != '!' && r != '?' && r != '”' {
			continue
		}
		next := i + utf8.RuneLen(r)
		if rest := strings.TrimLeft(text[next:at], " "); rest != "" && rest != text[next:at] {
			if first, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(first) && r != '”' {
				begin = at - len(rest)
			}
		}
		for _, s := range splits {
			if s.kind == EditSplit && s.start == next && next < at {
				begin = next
			}
		}
	}
	return begin
}
