package report

import (
	"strings"

	"github.com/mattn/go-runewidth"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// Style says how text is made for a terminal.
type Style struct {
	Color bool // bold and colours, by ANSI escapes
	Width int  // columns of the terminal; 0: not limited
}

func (s Style) bold(text string) string { return s.escape("1", text) }
func (s Style) dim(text string) string  { return s.escape("2", text) }

func (s Style) escape(code, text string) string {
	if !s.Color || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// outcome writes an outcome in its colour.
func (s Style) outcome(o enduse.Outcome, text string) string {
	switch o {
	case enduse.Prohibited:
		return s.escape("1;31", text)
	case enduse.Review:
		return s.escape("1;33", text)
	case enduse.Incomplete:
		return s.escape("36", text)
	case enduse.Clear:
		return s.escape("32", text)
	}
	return text
}

// Pad fills a text with blanks to a width in terminal cells.
func Pad(text string, width int) string {
	if n := width - widthOf(text); n > 0 {
		return text + strings.Repeat(" ", n)
	}
	return text
}

// widthOf is the width of a text in terminal cells: two for Han and kana, none
// for marks.
func widthOf(text string) int { return runewidth.StringWidth(text) }

// Clip shortens a text to a width in terminal cells.
func Clip(text string, width int) string {
	if width <= 0 || widthOf(text) <= width {
		return text
	}
	return runewidth.Truncate(text, width, "…")
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
		case r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0:
			return -1
		case r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069:
			return -1
		}
		return r
	}, text)
}

// emphasise sets the words of a listed name that were matched in bold.
func (s Style) emphasise(listed string, alignment []enduse.Pairing) string {
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
			words[i] = s.bold(w)
		}
	}
	return strings.Join(words, " ")
}
