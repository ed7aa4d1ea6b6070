package edition

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
)

// endBytes is how much of a file is looked at on either side.
const endBytes = 64 << 10

// hasEnd reports whether a file shows its own end, so that one that was cut shows
// it: an XML document, a JSON value, an archive, a workbook, a text with the
// end-of-file mark of DOS that OFAC writes. A table of lines does not.
func hasEnd(path string) (bool, error) {
	f, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer func() { _ = f.Close() }()
	head := make([]byte, endBytes)
	n, err := io.ReadFull(f, head)
	if err != nil && n == 0 {
		return false, nil // it is empty
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head[:n], []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("<")), bytes.HasPrefix(head, []byte("[")), bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return true, nil
	case bytes.HasPrefix(head, []byte("\xff\xfe")), bytes.HasPrefix(head, []byte("\xfe\xff")):
		return false, nil
	case bytes.HasPrefix(head, []byte("{")):
		line, rest, more := bytes.Cut(head, []byte("\n")) // an object a line, or one over all lines
		return !more || !json.Valid(line) || len(bytes.TrimSpace(rest)) == 0, nil
	}
	info, err := f.Stat()
	if err != nil {
		return false, err
	}
	tail := make([]byte, min(info.Size(), 16))
	if _, err := f.ReadAt(tail, info.Size()-int64(len(tail))); err != nil && !errors.Is(err, io.EOF) {
		return false, err
	}
	return bytes.HasSuffix(bytes.TrimRight(tail, "\r\n "), []byte("\x1a")), nil
}
