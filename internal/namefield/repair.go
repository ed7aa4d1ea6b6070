package namefield

import (
	"html"
	"mime"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// repair undoes the encodings that leave no doubt, and says in words which. It does so
// up to three times, because texts are encoded more than once.
func repair(text string) (out, how string) {
	var steps []string
	for range 3 {
		before := text
		for _, s := range repairs {
			if to := s.undo(text); to != text {
				text, steps = to, appendNew(steps, s.how)
			}
		}
		if text == before {
			break
		}
	}
	return text, strings.Join(steps, ", ")
}

func appendNew(to []string, s string) []string {
	if slices.Contains(to, s) {
		return to
	}
	return append(to, s)
}

var repairs = []struct {
	how  string
	undo func(string) string
}{
	{"without what colours a terminal", undoTerminal},
	{"with its HTML undone", undoHTML},
	{"with its MIME words undone", undoMIME},
	{"with its URL encoding undone", undoURL},
	{"with its escapes undone", undoEscapes},
	{"read in the encoding that it was written in", undoMojibake},
	{"with its direction marks applied", undoDirection},
	{"in plain letters for letters of other shapes", undoShapes},
	{"with its letters joined", joinLetters},
}

var (
	breaks = regexp.MustCompile(`(?i)<\s*/?\s*(?:br|p|div|li|ul|ol|tr|td|th|table|h[1-6])\b[^<>]{0,200}>`)
	tags   = regexp.MustCompile(`</?[a-zA-Z!][^<>@]{0,200}>`)
	hidden = regexp.MustCompile(`(?is)<(?:script|style)\b[^<>]{0,200}>.{0,900}?</(?:script|style)\s*>`)

	// terminal is a control sequence of ECMA-48, 5.4.
	terminal = regexp.MustCompile(`(?:\x1b\[|\x{9b})[0-?]{0,20}[ -/]{0,5}[@-~]`)
)

// undoTerminal removes the control sequences that programs write to a terminal.
func undoTerminal(text string) string {
	if !strings.ContainsAny(text, "\x1b\u009b") {
		return text
	}
	return terminal.ReplaceAllString(text, "")
}

// undoHTML resolves entities and removes tags, of scripts and styles with what is in them;
// a tag that breaks a line becomes a line break.
func undoHTML(text string) string {
	if strings.ContainsRune(text, '&') {
		text = strings.ReplaceAll(html.UnescapeString(text), "\u00a0", " ")
	}
	if strings.ContainsRune(text, '<') && strings.ContainsRune(text, '>') {
		text = breaks.ReplaceAllString(hidden.ReplaceAllString(text, " "), "\n")
		text = tags.ReplaceAllString(text, "")
	}
	return text
}

// undoMIME decodes encoded words of mail headers: =?UTF-8?B?...?=.
func undoMIME(text string) string {
	if !strings.Contains(text, "=?") {
		return text
	}
	if out, err := new(mime.WordDecoder).DecodeHeader(text); err == nil && utf8.ValidString(out) {
		return out
	}
	return text
}

var percent = regexp.MustCompile(`(?:%[0-9A-Fa-f]{2})+`)

// undoURL resolves %XX; a plus is a blank if the text has no blank.
func undoURL(text string) string {
	if !percent.MatchString(text) {
		return text
	}
	out := percent.ReplaceAllStringFunc(text, func(s string) string {
		if to, err := url.PathUnescape(s); err == nil && utf8.ValidString(to) {
			return to
		}
		return s
	})
	if out != text && !strings.ContainsRune(text, ' ') {
		out = strings.ReplaceAll(out, "+", " ")
	}
	return out
}

var escapes = regexp.MustCompile(`\\u\{[0-9A-Fa-f]{1,6}\}|(?:\\u[0-9A-Fa-f]{4})+|(?:\\x[0-9A-Fa-f]{2})+|\\[ntr/"']|(?:U\+[0-9A-Fa-f]{4,6}\s?)+`)

// undoEscapes resolves the escapes of source code: \u0041, \x41, \n.
func undoEscapes(text string) string {
	if !strings.ContainsRune(text, '\\') && !strings.Contains(text, "U+") {
		return text
	}
	return escapes.ReplaceAllStringFunc(text, unescape)
}

func unescape(s string) string {
	switch {
	case strings.HasPrefix(s, `\u{`):
		return runeOf(s[3 : len(s)-1])
	case strings.HasPrefix(s, `\u`):
		var units []uint16
		for i := 2; i+4 <= len(s); i += 6 {
			n, _ := strconv.ParseUint(s[i:i+4], 16, 16)
			units = append(units, uint16(n))
		}
		return string(utf16.Decode(units))
	case strings.HasPrefix(s, `\x`):
		var b []byte
		for i := 2; i+2 <= len(s); i += 4 {
			n, _ := strconv.ParseUint(s[i:i+2], 16, 8)
			b = append(b, byte(n))
		}
		if utf8.Valid(b) {
			return string(b)
		}
		return s
	case strings.HasPrefix(s, "U+"):
		var b strings.Builder
		for part := range strings.FieldsSeq(strings.ReplaceAll(s, "U+", " ")) {
			b.WriteString(runeOf(part))
		}
		return b.String()
	}
	switch s[1] {
	case 'n', 'r':
		return "\n"
	case 't':
		return " \t "
	}
	return s[1:]
}

func runeOf(hex string) string {
	n, err := strconv.ParseUint(hex, 16, 21)
	if err != nil || n > unicode.MaxRune {
		return ""
	}
	return string(rune(n))
}

// undoDirection writes the letters after a right-to-left override in the order in which
// they are seen.
func undoDirection(text string) string {
	const override, pop = '\u202e', "\u202c\u202a\u202b\u202d\u2066\u2067\u2068\u2069\n"
	if !strings.ContainsRune(text, override) {
		return text
	}
	var b strings.Builder
	for text != "" {
		before, rest, found := strings.Cut(text, string(override))
		b.WriteString(before)
		if !found {
			break
		}
		end := strings.IndexAny(rest, pop)
		if end < 0 {
			end = len(rest)
		}
		b.WriteString(reversed(rest[:end]))
		text = rest[end:]
	}
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(pop, r) && r != '\n' {
			return -1
		}
		return r
	}, b.String())
}

// reversed returns a text from its end to its beginning; marks stay after their letters.
func reversed(text string) string {
	runes := []rune(text)
	out := make([]rune, 0, len(runes))
	for i := len(runes); i > 0; {
		k := i - 1
		for k > 0 && unicode.Is(unicode.M, runes[k]) {
			k--
		}
		out = append(out, runes[k:i]...)
		i = k
	}
	return string(out)
}

// lettersApart reports whether most words of a text are single letters: M A H A N.
func lettersApart(text string) bool {
	single, more := 0, 0
	for w := range strings.FieldsFuncSeq(text, isLetterGap) {
		if utf8.RuneCountInString(w) == 1 {
			single++
		} else {
			more++
		}
	}
	return single >= 4 && single > 3*more
}

// isLetterGap reports whether a character may separate single letters.
func isLetterGap(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("-_.*·•‐‑–", r)
}

// joinLetters puts letters together that blanks, dots or hyphens separate. Wider gaps
// separate words.
func joinLetters(text string) string {
	if !lettersApart(text) {
		return text
	}
	var b strings.Builder
	gap := ""
	for _, r := range text {
		if isLetterGap(r) {
			gap += string(r)
			continue
		}
		if b.Len() > 0 && partsWords(gap) {
			b.WriteByte(' ')
		}
		gap = ""
		b.WriteRune(r)
	}
	return b.String()
}

// partsWords reports whether a gap between single letters separates words: two blanks,
// or a blank where hyphens separate letters.
func partsWords(gap string) bool {
	return utf8.RuneCountInString(gap) > 1
}
