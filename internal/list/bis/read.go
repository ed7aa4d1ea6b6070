package bis

import (
	"errors"
	"io"
	"iter"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
)

// Read yields an entity for each row: see [list.Format] for what its errors
// mean. File is the name for messages.
func Read(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		rows, err := newRows(src, file)
		if err != nil {
			yield(enduse.Entity{}, err)
			return
		}
		for {
			row, err := rows.next()
			if errors.Is(err, io.EOF) {
				return
			}
			var e enduse.Entity
			if err == nil {
				e, err = entity(row, file)
			}
			var bad *enduse.RecordError
			if !yield(e, err) || err != nil && !errors.As(err, &bad) {
				return
			}
		}
	}
}

func notTheList(file string) error {
	return &enduse.Error{
		Op: "read", Code: enduse.CodeInvalid, Subject: file, Err: errors.New("the header of the Denied Persons List is not in it"),
		Hint: "its first line must hold, with tabs between: " + strings.Join(columns, ", "),
	}
}

// entity reads one row.
func entity(row row, file string) (enduse.Entity, error) {
	r := record{row: row, Entity: enduse.Entity{
		ID: id(row), Source: listID, List: listID, Schema: enduse.SchemaLegalEntity,
		Record: file + ":" + strconv.Itoa(row.line),
	}}
	fault := func(err error) (enduse.Entity, error) {
		return enduse.Entity{}, &enduse.RecordError{File: file, Line: row.line, Err: err}
	}
	if row.get("Name") == "" {
		return fault(errors.New("the column Name is empty"))
	}
	r.Names = []enduse.Name{{Text: oneLine(row.get("Name")), Kind: enduse.NamePrimary}}
	r.address()
	r.designate()
	r.rest()
	if err := r.Validate(); err != nil {
		return fault(err)
	}
	return r.Entity, nil
}
