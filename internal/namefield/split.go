package namefield

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/name"
)

// parts returns the parts of a field that names several parties, or a party and
// something else.
func parts(text string) (out []Reading) {
	for line := range strings.Lines(text) {
		for _, p := range splitMarks(line) {
			pieces := append([]string{p}, splitWords(p)...)
			for _, q := range pieces {
				out = append(out, part(q)...)
			}
			for _, q := range pieces {
				for _, c := range splitCommas(q) {
					out = append(out, Reading{Text: withoutLabel(trim(c)), Grade: Guess, How: "a part of the field", Words: true})
				}
			}
		}
	}
	return out
}

// part returns a part of a field, also without what forms put in front of it: "Bank: X"
// is X, but "BANK ZENIT" is not Zenit alone.
func part(text string) (out []Reading) {
	whole := trim(text)
	text = withoutLabel(whole)
	if utf8.RuneCountInString(text) < 2 {
		return nil
	}
	out = append(out, Reading{Text: text, Grade: Part, How: "a part of the field"})
	if text != whole {
		out = append(out, Reading{Text: whole, Grade: Part, How: "a part of the field"})
	}
	if inside, rest, ok := brackets(text); ok {
		out = append(out,
			Reading{Text: trim(rest), Grade: Part, How: "the field without what is in brackets", Place: isPlace(inside)},
			Reading{Text: trim(inside), Grade: Part, How: "what is in brackets"})
	}
	for _, tidy := range betweenNumbers(text) {
		out = append(out, Reading{Text: tidy, Grade: Part, How: "the field without numbers"})
	}
	return out
}

// Marks that separate names: hard ones wherever they are, others with a blank on both
// sides.
const (
	hardMarks   = ";|\t\n•·→⇒▶»;；、／｜"
	spacedMarks = "/+&-–—=~*,"
)

// splitMarks cuts a text at marks that separate names.
func splitMarks(text string) []string {
	for _, arrow := range []string{"-->", "->", "=>", "<->", ">>"} {
		text = strings.ReplaceAll(text, arrow, " → ")
	}
	runes := []rune(text)
	var out []string
	start := 0
	for i, r := range runes {
		hard := strings.ContainsRune(hardMarks, r) || r == ':' && (i+1 == len(runes) || unicode.IsSpace(runes[i+1]))
		soft := strings.ContainsRune(spacedMarks, r) && i > 0 && i+1 < len(runes) && unicode.IsSpace(runes[i+1]) && unicode.IsSpace(runes[i-1])
		if hard || soft {
			out = append(out, string(runes[start:i]))
			start = i + 1
		}
	}
	out = append(out, string(runes[start:]))
	if len(out) == 1 {
		out = append(out, splitTight(text)...)
	}
	return out
}

// splitCommas cuts an enumeration. If it has two parts, one must have a legal form, or
// only parts of three words count: "EXAMPLE SAMPLE, Anna Maria" is one person.
func splitCommas(text string) []string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == '，' || r == '،' })
	if len(parts) < 2 {
		return nil
	}
	var out []string
	for i, p := range parts {
		switch n := len(strings.Fields(p)); {
		case len(parts) > 2, n > 2:
			out = append(out, p)
		case !hasForm(parts[1-i]) && !hasForm(p):
		case n == 2, len(trim(p)) >= minGuess && hasForm(parts[1-i]) && !hasForm(p) && !isPlace(p):
			out = append(out, p)
		}
	}
	return out
}

// hasForm reports whether a name has a legal form.
func hasForm(text string) bool {
	n := name.Analyse(text)
	return slices.ContainsFunc(n.Tokens, func(t name.Token) bool { return t.Class == name.Legal })
}

// splitTight cuts at a slash without blanks if both sides are longer than those of an
// abbreviation (A/S, c/o).
func splitTight(text string) []string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == '/' || r == '\\' })
	if len(parts) < 2 || len(parts) > 8 {
		return nil
	}
	var out []string
	for _, p := range parts {
		if utf8.RuneCountInString(strings.TrimSpace(p)) > 3 {
			out = append(out, p)
		}
	}
	return out
}

// splitWords cuts a text at connectives.
func splitWords(text string) []string {
	c := theConnectives()
	words := wordsOf(text)
	var out []string
	start := 0
	for i := 0; i < len(words); i++ {
		one, ok := c.longestAt(words, i)
		if !ok || one.kind == "label" || i == 0 && one.kind == "joins" {
			continue
		}
		if words[i].start > start {
			out = append(out, text[start:words[i].start])
		}
		last := words[i+len(one.words)-1]
		start = last.end
		i += len(one.words) - 1
	}
	if start > 0 {
		out = append(out, text[start:])
	}
	return append(out, c.splitHan(text)...)
}

// splitHan cuts text without blanks at the characters that separate names in Chinese and
// Japanese.
func (c *connectives) splitHan(text string) (out []string) {
	if ascii(text) || !strings.ContainsFunc(text, func(r rune) bool { return r >= 0x3040 && r < 0xA000 }) {
		return nil
	}
	for _, one := range c.han {
		before, after, ok := strings.Cut(text, one.words[0])
		if ok && utf8.RuneCountInString(strings.TrimSpace(before)) >= 2 && utf8.RuneCountInString(strings.TrimSpace(after)) >= 2 {
			out = append(out, before, after)
		}
	}
	return out
}

// withoutLabel takes off a connective at the front, and the line number of a payment
// message (SWIFT field 59F: "1/NAME").
func withoutLabel(text string) string {
	if len(text) > 2 && text[0] >= '1' && text[0] <= '8' && text[1] == '/' {
		text = strings.TrimSpace(text[2:])
	}
	words := wordsOf(text)
	c := theConnectives()
	for i := 0; i < len(words); {
		one, ok := c.longestAt(words, i)
		if !ok || one.kind == "joins" || i+len(one.words) >= len(words) {
			return trim(text[words[i].start:])
		}
		i += len(one.words)
	}
	return text
}

// brackets returns what is in the first pair of brackets of a text, and the rest.
func brackets(text string) (inside, rest string, ok bool) {
	open := strings.IndexAny(text, "([{（［【")
	if open < 0 {
		return "", "", false
	}
	_, width := utf8.DecodeRuneInString(text[open:])
	end := strings.IndexAny(text[open:], ")]}）］】")
	if end < 0 {
		return text[open+width:], text[:open], true
	}
	_, closing := utf8.DecodeRuneInString(text[open+end:])
	return text[open+width : open+end], text[:open] + " " + text[open+end+closing:], true
}

// betweenNumbers returns the parts of a text between the numbers of accounts, papers,
// voyages and days, without the labels of these. A number of one or two digits belongs
// to the name: it distinguishes plants, funds and ships.
func betweenNumbers(text string) (out []string) {
	words := wordsOf(text)
	from, cut := 0, false
	add := func(to int) {
		for to > from && cut && lexicon().labels[strings.Trim(words[to-1].folded, ".:#/")] {
			to--
		}
		if to > from {
			out = append(out, trim(text[words[from].start:words[to-1].end]))
		}
	}
	for i, w := range words {
		if isNumber(w.folded) {
			cut = true
			add(i)
			from = i + 1
		}
	}
	if !cut {
		return nil
	}
	cut = from < len(words)
	add(len(words))
	return out
}

// isNumber reports whether a word has more digits than the number of a series, or digits
// and letters like the number of a voyage or an invoice.
func isNumber(w string) bool {
	digits, letters := 0, 0
	for i := range len(w) {
		switch c := w[i]; {
		case '0' <= c && c <= '9':
			digits++
		case 'a' <= c && c <= 'z':
			letters++
		}
	}
	return digits > 3 || digits > 1 && letters > 0 && letters < 4
}

// withoutPlace returns guesses at a name that is followed by its place: "X, Moscow",
// "X - Moscow".
func withoutPlace(text string) (out []Reading) {
	parts := strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' || r == '(' || r == '–' || r == '/' })
	for n := 1; n < min(len(parts), 4); n++ {
		rest := strings.Join(parts[n:], " ")
		if givenName(rest) || isForm(rest) {
			continue // "SMITH, John" is one name, and so is "Example, Inc."
		}
		out = append(out, Reading{
			Text: trim(strings.Join(parts[:n], ",")), Grade: Guess, How: "without what follows the name", Words: true, Place: isPlace(rest),
		})
	}
	return out
}

// isLong reports whether a field has more words than a name, or numbers, or marks that
// separate its parts: then any run of its words may be a name.
func isLong(text string) bool {
	words, digits := 0, false
	for w := range strings.FieldsSeq(text) {
		words++
		digits = digits || isNumber(w)
	}
	marks := strings.ContainsAny(text, ";|/\n()[]{}<>=:+@&\"") || strings.Count(text, ",") > 1
	return words > 5 || words > 2 && (digits || marks) || hasConnective(text) && words > 3
}

// isPlace reports whether a text consists of names of places.
func isPlace(text string) bool {
	n := name.Analyse(text)
	for i := range n.Tokens {
		if t := &n.Tokens[i]; !t.Place && t.Class != name.Particle && t.Class != name.Legal {
			return false
		}
	}
	return len(n.Tokens) > 0
}

// isForm reports whether a text consists of legal forms.
func isForm(text string) bool {
	n := name.Analyse(text)
	for i := range n.Tokens {
		if n.Tokens[i].Class != name.Legal {
			return false
		}
	}
	return true
}

// givenName reports whether a text begins with a word that people are called by.
func givenName(text string) bool {
	for w := range strings.FieldsSeq(name.Fold(text)) {
		person, other := name.Frequency(strings.Trim(w, ".,"))
		return person > 0 && person >= other
	}
	return false
}
