package list

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// Row is one record of a delimited file.
type Row struct {
	Line   int // where it begins
	Fields []string
	// Cut says that the file ends inside a quoted field, the last one here:
	// the file is truncated.
	Cut bool
}

// Rows reads comma-separated records with strict quoting.
type Rows struct {
	file     string
	maxLines int
	src      *lines
	pending  []line // read ahead of a record that turned out bad
}

// NewRows returns a reader of records. File is the name for messages; maxLines
// says over how many lines one record may go, 1 where none does.
func NewRows(r io.Reader, file string, maxLines int) *Rows {
	return &Rows{file: file, maxLines: max(maxLines, 1), src: newLines(r)}
}

// Next returns the next record that is not blank, and io.EOF after the last. A
// *enduse.RecordError means one bad line; Next can be called again after
// it. Any other error is the reader's own.
func (r *Rows) Next() (Row, error) {
	for {
		first, err := r.line()
		if err != nil {
			return Row{}, r.wrap(err)
		}
		if first.text == "" && !first.long {
			continue
		}
		return r.record(first)
	}
}

// record reads the record that begins with a line, and lines after it while a
// quoted field is open.
func (r *Rows) record(first line) (Row, error) {
	taken, text := []line{first}, first.text
	for {
		fields, open, err := r.split(taken[len(taken)-1], text)
		switch {
		case err != nil:
			return Row{}, r.fault(taken, err)
		case !open:
			return Row{Line: first.no, Fields: fields}, nil
		case taken[len(taken)-1].last:
			return Row{Line: first.no, Fields: fields, Cut: true}, nil
		case len(taken) == r.maxLines:
			return Row{}, r.fault(taken, errors.New("a quoted field is not closed"))
		}
		next, err := r.line()
		if errors.Is(err, io.EOF) {
			return Row{Line: first.no, Fields: fields, Cut: true}, nil
		}
		if err != nil {
			return Row{}, r.wrap(err)
		}
		taken, text = append(taken, next), text+"\n"+next.text
	}
}

func (r *Rows) split(last line, text string) ([]string, bool, error) {
	switch {
	case last.long, len(text) > MaxRecord:
		return nil, false, fmt.Errorf("longer than %d bytes", MaxRecord)
	case strings.IndexByte(last.text, 0) >= 0:
		return nil, false, errors.New("a NUL byte")
	}
	return splitFields(text)
}

// fault gives the first line up; those after it are read again, each as the
// beginning of a record.
func (r *Rows) fault(taken []line, err error) error {
	r.pending = slices.Concat(taken[1:], r.pending)
	return &enduse.RecordError{File: r.file, Line: taken[0].no, Err: err}
}

func (r *Rows) line() (line, error) {
	if len(r.pending) > 0 {
		l := r.pending[0]
		r.pending = r.pending[1:]
		return l, nil
	}
	return r.src.next()
}

func (r *Rows) wrap(err error) error {
	if errors.Is(err, io.EOF) {
		return io.EOF
	}
	return &enduse.Error{Op: "read", Code: enduse.CodeInternal, Subject: r.file, Err: err}
}

// splitFields takes one record apart; open says that its last field is quoted
// and not closed.
func splitFields(s string) (fields []string, open bool, err error) {
	for {
		var field string
		if strings.HasPrefix(s, `"`) {
			field, s, open, err = quoted(s[1:])
		} else {
			field, s, err = bare(s)
		}
		if err != nil {
			return nil, false, fmt.Errorf("field %d: %w", len(fields)+1, err)
		}
		fields = append(fields, field)
		if open || s == "" {
			return fields, open, nil
		}
		s = s[1:] // the comma
	}
}

// bare reads a field without quotes; rest begins with a comma or is empty.
func bare(s string) (field, rest string, err error) {
	if i := strings.IndexByte(s, ','); i >= 0 {
		field, rest = s[:i], s[i:]
	} else {
		field = s
	}
	if strings.IndexByte(field, '"') >= 0 {
		return "", "", errors.New("a quote inside a field without quotes")
	}
	return field, rest, nil
}

// quoted reads a field after its opening quote; two quotes mean one.
func quoted(s string) (field, rest string, open bool, err error) {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			b.WriteString(s)
			return b.String(), "", true, nil
		}
		b.WriteString(s[:i])
		s = s[i+1:]
		if strings.HasPrefix(s, `"`) {
			b.WriteByte('"')
			s = s[1:]
			continue
		}
		rest = strings.TrimLeft(s, " ")
		if rest != "" && rest[0] != ',' {
			return "", "", false, errors.New("text behind a closing quote")
		}
		return b.String(), rest, false, nil
	}
}
