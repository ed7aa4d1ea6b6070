package table

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// encodings are those that can be recognised or named, besides UTF-8.
var encodings = map[string]encoding.Encoding{
	"windows-1251": charmap.Windows1251,
	"windows-1252": charmap.Windows1252,
	"windows-1254": charmap.Windows1254,
	"windows-1250": charmap.Windows1250,
	"koi8-r":       charmap.KOI8R,
	"ibm866":       charmap.CodePage866,
	"iso-8859-1":   charmap.ISO8859_1,
	"gb18030":      simplifiedchinese.GB18030,
	"utf-16le":     unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
	"utf-16be":     unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
}

// aliases are other names of encodings.
var aliases = map[string]string{
	"cp1251": "windows-1251", "cp1252": "windows-1252", "cp1254": "windows-1254", "cp1250": "windows-1250",
	"koi8r": "koi8-r", "gbk": "gb18030", "gb2312": "gb18030", "latin1": "iso-8859-1", "cp866": "ibm866", "utf8": "utf-8",
}

// decode turns the bytes of a text to UTF-8 with Unix or Windows line ends.
func (t *Table) decode(r *bufio.Reader, named string) (*bufio.Reader, error) {
	head, _ := r.Peek(headSize)
	var out io.Reader
	switch name, bom := byMark(head); {
	case name == "utf-8":
		_, _ = r.Discard(bom)
		out = r
	case name != "":
		_, _ = r.Discard(bom)
		t.note("read as " + name)
		out = transform.NewReader(r, encodings[name].NewDecoder())
	case named != "":
		e, err := t.encodingNamed(named)
		if err != nil {
			return nil, err
		}
		out = r
		if e != nil {
			out = transform.NewReader(r, e.NewDecoder())
		}
	default:
		out = &lateReader{src: r, found: func(name string) {
			t.guessed = name
			t.note("read as " + name)
		}}
	}
	text := bufio.NewReaderSize(out, headSize)
	if head, _ := text.Peek(headSize); bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		return bufio.NewReaderSize(crReader{text}, headSize), nil
	}
	return text, nil
}

// encodingNamed returns nil for UTF-8.
func (t *Table) encodingNamed(name string) (encoding.Encoding, error) {
	key := strings.ToLower(strings.TrimSpace(name))
	if a, ok := aliases[key]; ok {
		key = a
	}
	if key == "utf-8" {
		return nil, nil
	}
	e, ok := encodings[key]
	if !ok {
		var known []string
		for k := range encodings {
			known = append(known, k)
		}
		slices.Sort(known)
		return nil, t.fault("unknown encoding "+name, "one of utf-8, "+strings.Join(known, ", "))
	}
	return e, nil
}

// byMark recognises a byte-order mark, and UTF-16 without one by the zero
// bytes of its Latin letters. It returns the length of the mark.
func byMark(head []byte) (string, int) {
	switch {
	case bytes.HasPrefix(head, []byte("\xef\xbb\xbf")):
		return "utf-8", 3
	case bytes.HasPrefix(head, []byte("\xff\xfe")):
		return "utf-16le", 2
	case bytes.HasPrefix(head, []byte("\xfe\xff")):
		return "utf-16be", 2
	}
	var zeros [2]int
	n := min(len(head), 1024) &^ 1
	for i, b := range head[:n] {
		if b == 0 {
			zeros[i%2]++
		}
	}
	switch half := n / 2; {
	case half < 4:
	case zeros[0] == 0 && zeros[1]*3 > half:
		return "utf-16le", 0
	case zeros[1] == 0 && zeros[0]*3 > half:
		return "utf-16be", 0
	}
	return "", 0
}

// lateReader passes ASCII on and decides on an encoding at the first byte that
// is not: a file may begin with thousands of Latin names.
type lateReader struct {
	src   *bufio.Reader
	out   io.Reader
	found func(name string) // told of an encoding that is not UTF-8
}

func (l *lateReader) Read(p []byte) (int, error) {
	if l.out != nil {
		return l.out.Read(p)
	}
	if _, err := l.src.Peek(1); err != nil {
		return 0, err
	}
	b, _ := l.src.Peek(min(len(p), l.src.Buffered()))
	n := bytes.IndexFunc(b, func(r rune) bool { return r >= 0x80 })
	if n < 0 {
		n = len(b)
	}
	if n > 0 || len(p) == 0 {
		copy(p, b[:n])
		return l.src.Discard(n)
	}
	sample, _ := l.src.Peek(headSize)
	l.out = l.src
	if name := guess(sample); name != "utf-8" {
		l.found(name)
		l.out = transform.NewReader(l.src, encodings[name].NewDecoder())
	}
	return l.out.Read(p)
}

// crReader turns the line ends of old Macs into newlines.
type crReader struct{ r io.Reader }

func (c crReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	for i, b := range p[:n] {
		if b == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}
