package document

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"

	"github.com/ledongthuc/pdf"
)

// Bounds on what a PDF unpacks to. The reader of PDF keeps each letter that a page draws and
// each number before an operator: a stream of a kilobyte, packed twice, would fill the
// memory before the deadline.
const (
	maxPageBytes   = 16 << 20 // unpacked, of one page and its fonts' tables
	maxAllBytes    = 256 << 20
	maxPageLetters = 500_000 // bytes in the texts that one page draws
	maxObjects     = 8_000_000
	maxRowWidth    = 1 << 16 // of a packed table, in bytes
)

// sizes finds the numbers in a PDF by which its reader takes memory before it reads.
var sizes = regexp.MustCompile(`/(Size|Columns|Index)[\s\[]*([0-9]+)(?:\s+([0-9]+))?`)

// checkSizes refuses a PDF that states a size which no file of its kind has.
func checkSizes(data []byte) error {
	for _, m := range sizes.FindAllSubmatch(data, -1) {
		most := maxObjects
		if string(m[1]) == "Columns" {
			most = maxRowWidth
		}
		for _, number := range m[2:] {
			if n, err := strconv.Atoi(string(number)); len(number) > 0 && (err != nil || n > most) {
				return fmt.Errorf("it states a %s of %s", m[1], number)
			}
		}
	}
	return nil
}

// errLarge is the error of a page that unpacks to more than a page of text does.
var errLarge = errors.New("a page unpacks to more than pages of text do")

// unpacked measures what the streams of a page unpack to, without keeping it.
type unpacked struct {
	all   int64 // of the document
	page  int64
	drawn int64 // bytes in texts
	depth int   // of parentheses
	hex   bool
	skip  bool // the next byte is escaped
}

// Write implements io.Writer.
func (u *unpacked) Write(p []byte) (int, error) {
	if u.page += int64(len(p)); u.page > maxPageBytes {
		return 0, errLarge
	}
	if u.all += int64(len(p)); u.all > maxAllBytes {
		return 0, fmt.Errorf("it unpacks to more than %d MB", maxAllBytes>>20)
	}
	for _, c := range p {
		switch {
		case u.skip:
			u.skip = false
			u.drawn++
		case u.depth > 0:
			u.drawn++
			switch c {
			case '\\':
				u.skip = true
			case '(':
				u.depth++
			case ')':
				u.depth--
			}
		case u.hex:
			u.drawn++
			u.hex = c != '>'
		case c == '(':
			u.depth++
		case c == '<':
			u.hex = true
		}
	}
	if u.drawn > maxPageLetters {
		return 0, errLarge
	}
	return len(p), nil
}

// measure unpacks what the reader would of a page: its content, and the tables of
// its fonts that say which letters are meant.
func (u *unpacked) measure(p pdf.Page) error {
	u.page, u.drawn = 0, 0
	contents := p.V.Key("Contents")
	if contents.Kind() != pdf.Array {
		if err := u.stream(contents); err != nil {
			return err
		}
	}
	for i := range contents.Len() {
		if contents.Kind() != pdf.Array {
			break
		}
		if err := u.stream(contents.Index(i)); err != nil {
			return err
		}
	}
	drawn := u.drawn
	fonts := p.Resources().Key("Font")
	for _, name := range fonts.Keys() {
		u.drawn = 0 // codes in a table are no letters that are drawn
		if err := u.stream(fonts.Key(name).Key("ToUnicode")); err != nil {
			return err
		}
	}
	u.drawn = drawn
	return nil
}

// stream unpacks one stream; what is not a stream is empty. One that is damaged is measured
// as far as it can be read, as the reader will read it.
func (u *unpacked) stream(v pdf.Value) error {
	if v.Kind() != pdf.Stream {
		return nil
	}
	u.depth, u.hex, u.skip = 0, false, false
	r := v.Reader()
	defer func() { _ = r.Close() }()
	buffer := make([]byte, 32<<10)
	for {
		n, err := r.Read(buffer)
		if _, large := u.Write(buffer[:n]); large != nil {
			return large
		}
		if err != nil {
			return nil
		}
	}
}
