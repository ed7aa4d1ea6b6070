package list

import (
	"bufio"
	"bytes"
	"errors"
	"io"
)

// MaxRecord is the greatest length of a line, and of a record that spans
// lines, in bytes. The longest record known in a real file has 40 KiB.
const MaxRecord = 1 << 20

// line is one line without its end.
type line struct {
	text string
	no   int  // 1 is the first
	long bool // longer than MaxRecord: text is empty
	last bool // no line end after it
}

// lines cuts a file into lines of bounded length.
type lines struct {
	src *bufio.Reader
	no  int
}

func newLines(r io.Reader) *lines { return &lines{src: bufio.NewReaderSize(r, 64<<10)} }

// next returns the next line; io.EOF after the last, other errors as the
// reader gives them.
func (l *lines) next() (line, error) {
	var buf []byte
	out := line{no: l.no + 1}
	for {
		part, err := l.src.ReadSlice('\n')
		if len(buf)+len(part) > MaxRecord {
			out.long, buf = true, buf[:0]
		} else {
			buf = append(buf, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && (len(buf) > 0 || out.long):
			out.last = true
		case err != nil:
			return line{}, err
		}
		break
	}
	l.no++
	if l.no == 1 {
		buf = bytes.TrimPrefix(buf, []byte("\xef\xbb\xbf"))
	}
	if !out.long {
		out.text = Text(bytes.TrimRight(buf, "\r\n"))
	}
	return out, nil
}
