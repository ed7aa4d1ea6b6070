package report

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/mattn/go-runewidth"
)

// Printer writes lines to a terminal, or whatever takes its place, until the first
// error.
type Printer struct {
	W   io.Writer
	Err error // the first error of a write; nothing is written after it
}

// Line writes one line.
func (p *Printer) Line(format string, args ...any) {
	if p.Err == nil {
		_, p.Err = fmt.Fprintf(p.W, format+"\n", args...)
	}
}

// Grid writes rows in aligned columns, the first row as a heading; nothing if there
// is no other row.
func (p *Printer) Grid(rows [][]string, s Style) {
	if p.Err == nil && len(rows) > 1 {
		p.Err = Grid(p.W, rows, s)
	}
}

// Labelled writes a text after a label, in lines that begin below each other.
func (p *Printer) Labelled(label, text string, width int) {
	for _, l := range Wrap(text, width-WidthOf(label), "") {
		p.Line("%s%s", label, l)
		label = strings.Repeat(" ", WidthOf(label))
	}
}

// Wrap breaks a text at blanks into lines of at most a width in terminal cells, and a
// word that is wider than a line where the line ends; lines after the first begin with
// the indent. A width of 0 does not break.
func Wrap(text string, width int, indent string) (lines []string) {
	line := ""
	for w := range strings.FieldsSeq(text) {
		for room := width - WidthOf(indent); width > 0 && room > 0 && WidthOf(w) > room; {
			if line != "" {
				lines = append(lines, line)
			}
			head := runewidth.Truncate(w, room, "")
			if head == "" {
				break
			}
			line, w = indent+head, w[len(head):]
			if len(lines) == 0 {
				line = head
			}
		}
		switch {
		case line == "":
			line = w
		case width > 0 && WidthOf(line)+1+WidthOf(w) > width:
			lines = append(lines, line)
			line = indent + w
		default:
			line += " " + w
		}
	}
	return append(lines, line)
}

// Join joins the texts that are not empty.
func Join(sep string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}

// JoinStrings joins values of any type of text.
func JoinStrings[T ~string](values []T, sep string) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return strings.Join(out, sep)
}

// Words writes a value of a fixed set, such as asset_freeze, for people.
func Words(v any) string { return strings.ReplaceAll(fmt.Sprint(v), "_", " ") }

// Plural counts a noun.
func Plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return Number(n) + " " + noun + "s"
}

// Number writes a number with a comma between thousands.
func Number(n int) string {
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0 && text[i-1] != '-'; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// Unreadable counts the records or documents that could not be read; "" for none.
func Unreadable(faults int) string {
	if faults == 0 {
		return ""
	}
	return fmt.Sprintf("%d of them could not be read", faults)
}

// Short is the beginning of a digest, enough to name an edition by.
func Short(digest string) string {
	hex := strings.TrimPrefix(digest, "sha256:")
	return hex[:min(len(hex), 12)]
}

// Percent writes a probability in percent, 0 to 100, in few digits; one that is next to
// certain is not rounded to certain, and one that is next to nothing not to nothing.
func Percent(p float64) string {
	switch {
	case p > 99.9:
		return ">99.9 %"
	case p < 0.1:
		return "<0.1 %"
	case p < 10 || p > 99:
		return fmt.Sprintf("%.1f %%", p)
	}
	return fmt.Sprintf("%.0f %%", p)
}

// ProbabilityText is a probability in words; one that is next to certain is
// not said to be certain.
func ProbabilityText(p float64) string {
	switch {
	case p > 0.999:
		return "probability above 99.9 %"
	case p < 0.001:
		return "probability below 0.1 %"
	}
	return fmt.Sprintf("probability %.1f %%", 100*p)
}

// PriorText says what a probability rests on.
func PriorText(prior float64) string {
	return fmt.Sprintf("if %.3g %% of the hits at or above the threshold are the party", 100*prior)
}
