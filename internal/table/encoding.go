package table

import (
	"bufio"
	"bytes"
	"io"
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"

	"github.com/enduse/enduse/internal/charset"
)

// decode turns the bytes of a text to UTF-8 with Unix or Windows line ends.
func (f *file) decode(r *bufio.Reader) (*bufio.Reader, error) {
	head, _ := r.Peek(headSize)
	var out io.Reader
	named := f.opts.Encoding
	switch name, bom := charset.ByMark(head); {
	case name == "utf-8":
		_, _ = r.Discard(bom)
		out = r
	case name != "":
		_, _ = r.Discard(bom)
		f.note("read as " + name)
		out = transform.NewReader(r, charset.Decoder(name))
	case named != "":
		e, err := f.encodingNamed(named)
		if err != nil {
			return nil, err
		}
		out = r
		if e != nil {
			out = transform.NewReader(r, e.NewDecoder())
		}
	default:
		out = &lateReader{src: r, found: func(name string) {
			f.guessed = name
			f.note("read as " + name)
		}}
	}
	text := bufio.NewReaderSize(out, headSize)
	if head, _ := text.Peek(headSize); bytes.IndexByte(head, '\n') < 0 && bytes.IndexByte(head, '\r') >= 0 {
		return bufio.NewReaderSize(crReader{text}, headSize), nil
	}
	return text, nil
}

// encodingNamed returns nil for UTF-8.
func (f *file) encodingNamed(name string) (encoding.Encoding, error) {
	e, ok := charset.Named(name)
	if !ok {
		return nil, f.fault("unknown encoding "+name, "one of "+strings.Join(charset.Names(), ", "))
	}
	return e, nil
}

// lateReader passes ASCII on and decides on an encoding at the first byte that
// is not: a file may begin with thousands of Latin names.
type lateReader struct {
	src   *bufio.Reader
	out   io.Reader
	found func(name string) // called with an encoding that is not UTF-8
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
	if name := charset.Guess(sample); name != "utf-8" {
		l.found(name)
		l.out = transform.NewReader(l.src, charset.Decoder(name))
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
