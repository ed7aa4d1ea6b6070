package opensanctions

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"

	"github.com/enduse/enduse"
)

// maxLine bounds a line of JSON. The longest of the full data has less than a
// tenth of it.
const maxLine = 16 << 20

// eachLine hands every line that is not blank to use, with its number, until
// use returns an error.
func eachLine(r io.Reader, file string, use func(line []byte, no int, err error) error) error {
	src := bufio.NewReaderSize(r, 64<<10)
	for no := 1; ; no++ {
		line, long, err := readLine(src)
		if errors.Is(err, io.EOF) && len(line) == 0 && !long {
			return nil
		}
		if err != nil && !errors.Is(err, io.EOF) {
			return &enduse.Error{Op: "read", Code: enduse.CodeInternal, Subject: file, Err: err}
		}
		if no == 1 {
			line = bytes.TrimPrefix(line, []byte("\xef\xbb\xbf"))
		}
		switch line = bytes.TrimSpace(line); {
		case long:
			err = use(nil, no, fmt.Errorf("longer than %d bytes", maxLine))
		case len(line) == 0:
			err = nil
		default:
			err = use(line, no, nil)
		}
		if err != nil {
			return err
		}
	}
}

// readLine returns a line, and whether it was longer than allowed; then nothing
// of it is kept.
func readLine(src *bufio.Reader) (line []byte, long bool, err error) {
	for {
		part, err := src.ReadSlice('\n')
		if long = long || len(line)+len(part) > maxLine; long {
			line = nil
		} else {
			line = append(line, part...)
		}
		if !errors.Is(err, bufio.ErrBufferFull) {
			return line, long, err
		}
	}
}
