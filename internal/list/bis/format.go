package bis

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const listID = "bis-dpl"

var source = list.Source{
	ID: listID, Title: "Denied Persons List", Publisher: "US Department of Commerce, Bureau of Industry and Security",
	URL: "https://www.bis.gov/dpl", Lists: []enduse.ListID{listID},
	// 546 rows in June 2019; the list has grown since.
	Floor: 300, Floors: []list.Floor{{Since: enduse.Day(2019, 6, 1), Entities: 505}},
}

// Format returns the Denied Persons List's own text, which does not say when it
// was published.
func Format() list.Format {
	return list.Single{
		ID: "bis-dpl-txt", Source: source, File: "dpl.txt", Tried: "Jul 2019: 546 orders, 543 of them distinct; ended orders are kept and not matched",
		Detect: detect, Read: Read,
	}.Format()
}

// columns are those of the header, and all that are read.
var columns = []string{
	"Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date",
	"Expiration_Date", "Standard_Order", "Last_Update", "Action", "FR_Citation",
}

// isHeader asks for the columns without which a row says too little.
func isHeader(cells []string) bool {
	return list.HasColumns(cells, "Name", "Street_Address", "Effective_Date", "Expiration_Date", "Standard_Order", "FR_Citation")
}

func detect(h list.Head) bool {
	_, err := newRows(bytes.NewReader(h.Bytes), h.Name)
	return err == nil
}

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
