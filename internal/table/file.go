package table

import (
	"bufio"
	"errors"
	"io"
	"slices"

	"github.com/enduse/enduse"
)

// file is the input of a table: its name in messages, what the caller knows of it,
// and what was assumed of it.
type file struct {
	name    string
	opts    Options
	notes   []string
	guessed string // the encoding that was guessed and may be another one
}

// content is what was found in a file: its records, and what is next to them.
type content struct {
	kind    Kind
	src     source
	ragged  bool      // a row may be shorter than the header
	above   []pending // faults to report before the rows, such as rows above the header that may be data
	skipped []Skipped
	book    *workbook
	others  []string // the sheets after the one that is read
}

// Skipped is what is above the header, or next to the array of rows in a JSON
// object, and is not a row.
type Skipped struct {
	Where string // "row 1", or the key
	Cells []string
}

// open detects the kind of a file and opens its records.
func (f *file) open(r io.Reader) (content, error) {
	if err := f.refuseDirectory(r); err != nil {
		return content{}, err
	}
	raw, err := f.gunzip(bufio.NewReaderSize(r, headSize))
	if err != nil {
		return content{}, err
	}
	head, err := raw.Peek(headSize)
	if err != nil && !errors.Is(err, io.EOF) {
		return content{}, f.readError(err)
	}
	if err := f.refuse(head); err != nil {
		return content{}, err
	}
	if isZIP(head) {
		return openXLSX(f, raw)
	}
	text, err := f.decode(raw)
	if err != nil {
		return content{}, err
	}
	return f.openText(text)
}

// openText distinguishes JSON from delimited text.
func (f *file) openText(text *bufio.Reader) (content, error) {
	head, err := text.Peek(headSize)
	if err != nil && err != io.EOF {
		return content{}, f.readError(err)
	}
	if err := f.refuseText(head); err != nil {
		return content{}, err
	}
	if kind := jsonKind(head); kind != "" {
		return openJSON(f, text, kind)
	}
	return content{kind: CSV, src: openCSV(f, text, head)}, nil
}

// note keeps what was assumed, once; "" is nothing.
func (f *file) note(s string) {
	if s != "" && !slices.Contains(f.notes, s) {
		f.notes = append(f.notes, s)
	}
}

func (f *file) fault(what, hint string) error {
	return &enduse.Error{Code: enduse.CodeInvalid, Subject: f.name, Hint: hint, Err: errors.New(what)}
}

func (f *file) readError(err error) error {
	return &enduse.Error{Code: enduse.CodeInvalid, Subject: f.name, Err: err}
}

// bad is the error of one record.
func (f *file) bad(line int, hint string, err error) error {
	return &enduse.RecordError{File: f.name, Line: line, Hint: hint, Err: err}
}
