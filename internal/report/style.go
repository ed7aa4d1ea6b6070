package report

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// Style says how text is made for a terminal.
type Style struct {
	Color bool // bold and colours, by ANSI escapes
	Width int  // columns of the terminal; 0: not limited
}

// Bold sets a text in bold.
func (s Style) Bold(text string) string { return s.escape("1", text) }

// Dim sets a text in a lighter colour.
func (s Style) Dim(text string) string { return s.escape("2", text) }

func (s Style) escape(code, text string) string {
	if !s.Color || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// Outcome writes an outcome in its colour.
func (s Style) Outcome(o enduse.Outcome, text string) string {
	switch o {
	case enduse.Prohibited:
		return s.escape("1;31", text)
	case enduse.Review:
		return s.escape("1;33", text)
	case enduse.Incomplete, enduse.Lead:
		return s.escape("36", text)
	case enduse.Clear:
		return s.escape("32", text)
	}
	return text
}

// Pad fills a text with blanks to a width in terminal cells.
func Pad(text string, width int) string {
	if n := width - WidthOf(text); n > 0 {
		return text + strings.Repeat(" ", n)
	}
	return text
}

// WidthOf is the width of a text in terminal cells: two for Han and kana, none
// for marks.
func WidthOf(text string) int { return runewidth.StringWidth(text) }

// Clip shortens a text to a width in terminal cells.
func Clip(text string, width int) string {
	if width <= 0 || WidthOf(text) <= width {
		return text
	}
	return runewidth.Truncate(text, width, "…")
}

// ClipMiddle shortens a name to a width in terminal cells: its beginning and its end
// stay, as names of firms often begin alike.
func ClipMiddle(text string, width int) string {
	if width <= 0 || WidthOf(text) <= width {
		return text
	}
	if width < 6 || strings.ContainsRune(text, '\u2068') { // isolated text is cut at its end
		return Clip(text, width)
	}
	end, at := 0, len(text)
	for at > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:at])
		if end += runewidth.RuneWidth(r); end > width/2-1 {
			break
		}
		at -= size
	}
	return runewidth.Truncate(text, width-WidthOf(text[at:]), "…") + text[at:]
}

// Show makes foreign text fit for a line of a terminal: it is cleaned, and text
// of right-to-left scripts is put between isolates (Unicode UAX #9), so that it
// does not turn the rest of the line round.
func Show(text string) string {
	text = clean(text)
	switch name.ScriptOf(text) {
	case "Arab", "Hebr", "Syrc", "Thaa":
		return "\u2068" + text + "\u2069"
	}
	return text
}

// clean takes out control characters, those that set the direction of text
// included, and makes blanks of line breaks.
func clean(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case control(r):
			return -1
		case r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, text)
}

// Lines makes text that may hold foreign text fit for a terminal, as Show does for
// one line: its own line breaks stay. Whatever goes to a terminal goes through one
// of the two, messages of errors included: a name of a file may hold an escape.
func Lines(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(clean(l), " ")
	}
	return strings.Join(lines, "\n")
}

// escapes are those that a Style writes.
var escapes = regexp.MustCompile("\x1b\\[(?:0|1|2|1;31|1;33|36|32)m")

// cell is a cell of a grid: what a Style wrote in it stays, if it writes any.
func (s Style) cell(text string) string {
	if !s.Color || !strings.Contains(text, "\x1b") {
		return clean(text)
	}
	var b strings.Builder
	at := 0
	for _, m := range escapes.FindAllStringIndex(text, -1) {
		b.WriteString(clean(text[at:m[0]]))
		b.WriteString(text[m[0]:m[1]])
		at = m[1]
	}
	b.WriteString(clean(text[at:]))
	return b.String()
}

// Clean returns a writer that takes control characters out of a text that is written in pieces:
// HTML escapes what it knows as mark-up, not what a terminal obeys when the page is
// shown in one.
func Clean(w io.Writer) io.Writer { return &cleanWriter{w: w} }

type cleanWriter struct {
	w    io.Writer
	rest []byte // of a character that is not whole yet
}

func (c *cleanWriter) Write(p []byte) (int, error) {
	text := slices.Concat(c.rest, p)
	end := len(text)
	for back := 1; back <= utf8.UTFMax && back <= len(text); back++ {
		if utf8.RuneStart(text[len(text)-back]) {
			if !utf8.FullRune(text[len(text)-back:]) {
				end -= back
			}
			break
		}
	}
	c.rest = bytes.Clone(text[end:])
	out := bytes.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && control(r) {
			return -1
		}
		return r
	}, text[:end])
	if _, err := c.w.Write(out); err != nil {
		return 0, err
	}
	return len(p), nil
}

// control reports whether a character is one of the C0 or C1 controls.
func control(r rune) bool { return r < ' ' || r >= 0x7f && r < 0xa0 }

// Emphasise sets the words of a listed name that were matched in bold.
func (s Style) Emphasise(listed string, alignment []enduse.Pairing) string {
	if !s.Color {
		return Show(listed)
	}
	matched := map[string]bool{}
	for _, p := range alignment {
		for w := range strings.FieldsSeq(p.Listed) {
			matched[w] = matched[w] || p.Query != ""
		}
	}
	words := strings.Fields(Show(listed))
	for i, w := range words {
		all := true
		for part := range strings.FieldsSeq(name.Analyse(w).Folded) {
			all = all && matched[part]
		}
		if all {
			words[i] = s.Bold(w)
		}
	}
	return strings.Join(words, " ")
}

// EditionState says when an edition was published and in what state it is.
func EditionState(e enduse.EditionStamp) string {
	if e.Published != nil {
		return e.Published.String() + ", " + string(e.State)
	}
	return string(e.State)
}
