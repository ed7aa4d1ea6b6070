package document

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/charset"
)

func readText(_ context.Context, data []byte) ([]page, error) {
	text := decode(data, "")
	if strings.Count(text, "\x00") > len(text)/100 {
		return nil, errNoText
	}
	return []page{{blocks: blocksOf(text)}}, nil
}

// decode turns bytes into UTF-8: by a mark, by the name that the file gives, else by how they
// look. What is not text in that encoding becomes U+FFFD.
func decode(data []byte, named string) string {
	name, mark := charset.ByMark(data)
	switch {
	case name == "" && named != "" && (!utf8.Valid(data) || ascii(data)):
		if _, ok := charset.Named(named); ok {
			name = canonical(named)
		}
	case name == "" && utf8.Valid(data):
		name = "utf-8"
	}
	if name == "" {
		name = charset.Guess(data[:min(len(data), 1<<20)])
	}
	text, err := charset.Decoder(name).Bytes(data[mark:])
	if err != nil {
		text = data[mark:]
	}
	return strings.ToValidUTF8(string(text), "\uFFFD")
}

func ascii(data []byte) bool {
	for _, b := range data {
		if b >= 0x80 {
			return false
		}
	}
	return true
}

// canonical returns the name by which an encoding is decoded. What calls itself ISO 8859-1 is
// read as its superset, as browsers do.
func canonical(named string) string {
	name := charset.Canonical(named)
	if name == "iso-8859-1" {
		return "windows-1252"
	}
	return name
}

// blocksOf cuts plain text into blocks: at blank lines, and at line ends, except those of lines
// broken to a width.
func blocksOf(text string) (out []block) {
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	width := widthOf(text)
	var last strings.Builder
	end := func() {
		if t := strings.TrimSpace(last.String()); t != "" {
			out = append(out, block{text: t, line: true})
		}
		last.Reset()
	}
	for line := range strings.Lines(text) {
		trimmed := strings.TrimSpace(line)
		if trimmed == "" {
			end()
			if len(out) > 0 {
				out[len(out)-1].line = false
			}
			continue
		}
		if last.Len() > 0 {
			last.WriteByte('\n')
		}
		last.WriteString(trimmed)
		if width == 0 || utf8.RuneCountInString(trimmed) < width*3/5 {
			end()
		}
	}
	end()
	return out
}

// The lines of a text that was broken to a width are between narrow and wide.
const (
	narrow = 50
	wide   = 110
)

// widthOf returns the width that a text was broken to, or 0 if it was not broken: the lines
// that are followed by another one are nearly as long as the longest.
func widthOf(text string) int {
	longest, full, all := 0, 0, 0
	lines := strings.Split(text, "\n")
	for _, l := range lines {
		longest = max(longest, utf8.RuneCountInString(strings.TrimSpace(l)))
	}
	if longest < narrow || longest > wide {
		return 0
	}
	for i := range len(lines) - 1 {
		if strings.TrimSpace(lines[i]) == "" || strings.TrimSpace(lines[i+1]) == "" {
			continue
		}
		all++
		if utf8.RuneCountInString(strings.TrimSpace(lines[i])) >= longest*3/4 {
			full++
		}
	}
	if 3*full < 2*all || full == 0 {
		return 0
	}
	return longest
}
