package list

import (
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Text decodes a line: UTF-8 if it is valid, else Windows-1252, which older
// US files use. Bytes that Windows-1252 leaves undefined become U+FFFD.
func Text(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	s, err := charmap.Windows1252.NewDecoder().Bytes(b)
	if err != nil { // the decoder has no failing input; keep the bytes visible if it ever has
		return string([]rune(string(b)))
	}
	return string(s)
}
