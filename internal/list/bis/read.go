package bis

import (
	"errors"
	"io"
	"iter"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// Read yields an entity for each row; orders on one party at one address and of
// one day have the same id. See [list.Format] for the meaning of its errors. File
// is the name for messages.
func Read(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return list.Records(file, func(sink *list.Sink) error {
		rows, err := newRows(src, file)
		if err != nil {
			return err
		}
		for {
			row, err := rows.next()
			if errors.Is(err, io.EOF) {
				return nil
			}
			switch {
			case err != nil:
			case row.get("Name") == "":
				err = sink.Fault(row.line, "", errors.New("the column Name is empty"))
			default:
				err = sink.Part(entity(row), row.line)
			}
			if err := sink.Report(err); err != nil {
				return err
			}
		}
	})
}

func notTheList(file string) error {
	return &enduse.Error{
		Op: "read", Code: enduse.CodeInvalid, Subject: file, Err: errors.New("the header of the Denied Persons List is not in it"),
		Hint: "its first line must hold, with tabs between: " + strings.Join(columns, ", "),
	}
}

// entity reads one row.
func entity(row row) enduse.Entity {
	r := record{row: row, EntityBuilder: list.NewEntity(listID, id(row))}
	r.Schema = enduse.SchemaLegalEntity
	r.AddName(row.get("Name"), enduse.NamePrimary, nil)
	r.address()
	r.designate()
	r.rest()
	return r.Build()
}
