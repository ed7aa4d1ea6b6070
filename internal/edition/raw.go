package edition

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
)

// Bounds on what is shown of a raw record.
const (
	rawLines = 400
	rawBytes = 64 << 10
)

// Raw returns the records of an entity as their file has them, one after the
// other: the line of a table, the element of an XML file. A record of a
// workbook has no text of its own and gives none.
func (s *Store) Raw(e *enduse.Entity) (string, error) {
	c, err := s.readCurrent()
	if err != nil {
		return "", err
	}
	digest, ok := c.Editions[e.Source]
	if !ok {
		return "", nil // the starter
	}
	var out []string
	for record := range strings.SplitSeq(e.Record, "; ") {
		file, at, ok := strings.Cut(record, ":")
		line, err := strconv.Atoi(at)
		if !ok || err != nil || filepath.Base(file) != file || strings.HasSuffix(file, "]") {
			continue // of a sheet, "list.xlsx [June]", there is no text either
		}
		text, err := rawRecord(filepath.Join(s.folder(e.Source, digest), "raw", file), line)
		if err != nil {
			return "", err
		}
		if text != "" {
			out = append(out, text)
		}
	}
	return strings.Join(out, "\n"), nil
}

// rawRecord reads from a line of a file on: that line, or if it opens an
// element, all up to where the element closes.
func rawRecord(path string, line int) (string, error) {
	if strings.EqualFold(filepath.Ext(path), ".xlsx") || strings.EqualFold(filepath.Ext(path), ".ods") {
		return "", nil
	}
	f, err := os.Open(path)
	if err != nil {
		return "", &enduse.Error{Op: "lists show", Code: enduse.CodeCorrupt, Err: err, Hint: "import the list again"}
	}
	defer func() { _ = f.Close() }()
	r := bufio.NewReaderSize(f, 1<<16)
	if array, err := beginsArray(r); array || err != nil {
		return rawElement(r, line)
	}
	for range line - 1 {
		if err := skipLine(r); err != nil {
			return "", ignoreEnd(err)
		}
	}
	var b strings.Builder
	first, err := r.ReadString('\n')
	b.WriteString(first)
	end := closingTag(first)
	for n := 1; err == nil && end != "" && n < rawLines && b.Len() < rawBytes && !strings.Contains(b.String(), end); n++ {
		var next string
		next, err = r.ReadString('\n')
		b.WriteString(next)
	}
	text := b.String()
	if i := strings.Index(text, end); end != "" && i >= 0 {
		text = text[:i+len(end)]
	}
	return strings.TrimRight(text[:min(len(text), rawBytes)], "\r\n"), ignoreEnd(err)
}

// beginsArray reports whether a file is an array of JSON: its records are
// counted, not its lines.
func beginsArray(r *bufio.Reader) (bool, error) {
	for n := 1; ; n++ {
		head, err := r.Peek(n)
		if err != nil {
			return false, ignoreEnd(err)
		}
		switch c := head[n-1]; {
		case c == '[':
			return true, nil
		case n > 1<<10, !strings.ContainsRune(" \t\r\n\xef\xbb\xbf", rune(c)) && c < 0x80:
			return false, nil
		}
	}
}

// rawElement reads the element of an array that has a number.
func rawElement(r *bufio.Reader, number int) (string, error) {
	if _, err := r.ReadString('['); err != nil {
		return "", ignoreEnd(err)
	}
	var raw json.RawMessage
	d := json.NewDecoder(io.MultiReader(strings.NewReader("["), r))
	if _, err := d.Token(); err != nil {
		return "", ignoreEnd(err)
	}
	for range number {
		if !d.More() {
			return "", nil
		}
		if err := d.Decode(&raw); err != nil {
			return "", ignoreEnd(err)
		}
	}
	return string(raw[:min(len(raw), rawBytes)]), nil
}

// closingTag returns the tag that closes the element which a line opens.
func closingTag(line string) string {
	open := strings.TrimSpace(line)
	if !strings.HasPrefix(open, "<") {
		return ""
	}
	return "</" + open[1:1+len(open[1:])-len(strings.TrimLeft(open[1:], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-:."))] + ">"
}

func skipLine(r *bufio.Reader) error {
	for {
		_, err := r.ReadSlice('\n')
		if !errors.Is(err, bufio.ErrBufferFull) {
			return err
		}
	}
}

func ignoreEnd(err error) error {
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}
