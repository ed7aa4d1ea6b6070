package csl

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"iter"
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// maxLines is how many lines one row may go over: addresses have line breaks
// in them.
const maxLines = 32

// reading is the state of reading one file.
type reading struct {
	*list.Sink
	file   string
	header []string
}

// Read yields the parties of a Consolidated Screening List, one for each row. See
// [list.Format] for the meaning of its errors. File is the name for messages.
func Read(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return list.Records(file, func(sink *list.Sink) error {
		r := reading{Sink: sink, file: file}
		rows := list.NewRows(src, file, maxLines)
		if err := r.readHeader(rows); err != nil {
			return err
		}
		for {
			row, err := rows.Next()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err == nil {
				err = r.row(row)
			}
			if err := r.Report(err); err != nil {
				return err
			}
		}
	})
}

func (r *reading) readHeader(rows *list.Rows) error {
	row, err := rows.Next()
	if err == nil {
		for _, column := range signature {
			if !slices.Contains(row.Fields, column) {
				err = errors.Join(err, fmt.Errorf("column %q is missing", column))
			}
		}
	}
	if errors.Is(err, io.EOF) {
		err = errors.New("the file is empty")
	}
	if err != nil {
		return &enduse.Error{
			Op: "read", Code: enduse.CodeInvalid, Subject: r.file, Err: err,
			Hint: "give the file consolidated.csv as trade.gov publishes it",
		}
	}
	r.header = row.Fields
	return nil
}

// row reads one row.
func (r *reading) row(row list.Row) error {
	switch {
	case slices.Equal(row.Fields, r.header):
		return nil
	case row.Cut:
		return r.cut(row)
	case len(row.Fields) != len(r.header):
		return r.Fault(row.Line, "", fmt.Errorf("%d fields, want %d", len(row.Fields), len(r.header)))
	}
	return r.party(row)
}

// cut reads a row that the end of the file cuts. Its last field is incomplete, and
// if that is the name the row is a fault.
func (r *reading) cut(row list.Row) error {
	if err := r.Doubt(fmt.Sprintf("line %d ends inside a field: the file is truncated", row.Line)); err != nil {
		return err
	}
	if len(row.Fields) > len(r.header) || len(row.Fields) <= slices.Index(r.header, "name")+1 {
		return r.Fault(row.Line, "", errors.New("the row ends before its name does"))
	}
	return r.party(row)
}

func (r *reading) party(row list.Row) error {
	c := cells{}
	for i, value := range row.Fields {
		if value = strings.TrimSpace(value); value != "" {
			c[r.header[i]] = value
		}
	}
	var loose enduse.Unread
	if row.Cut {
		loose = c.cutLast(r.header[len(row.Fields)-1])
	}
	e, err := c.entity()
	if err != nil {
		return r.Fault(row.Line, "", err)
	}
	if loose.Text != "" {
		e.Unread = append(e.Unread, loose)
	}
	return r.Part(e, row.Line)
}

// cutLast takes the last value out of a cell that is not whole.
func (c cells) cutLast(column string) enduse.Unread {
	text := c[column]
	i := strings.LastIndex(text, "; ")
	if i < 0 {
		delete(c, column)
		return enduse.Unread{Field: column, Text: text}
	}
	c[column] = text[:i]
	return enduse.Unread{Field: column, Text: text[i+2:]}
}

const sourceID = "us-csl"

var source = list.Source{
	ID: sourceID, Title: "Consolidated Screening List", Publisher: "US Department of Commerce, International Trade Administration",
	URL: "https://www.trade.gov/consolidated-screening-list", Lists: listIDs(),
	// About 15,000 parties in November 2023, 25,921 on 31 July 2026.
	Floor: 12000, Floors: []list.Floor{{Since: enduse.Day(2026, 7, 31), Entities: 24100, Lists: map[enduse.ListID]int{
		"ofac-sdn": 17800, "bis-el": 3180, "bis-dpl": 1480, "state-dtc": 730, "ofac-ssi": 265, "bis-uvl": 205, "state-isn": 145,
		"ofac-plc": 70, "bis-meu": 65, "ofac-cmic": 60, "ofac-mbs": 45,
	}}},
}

// Formats returns the CSV and the JSON. Neither says when it was published: in the
// JSON each list has a date, the whole has none.
func Formats() []list.Format {
	return []list.Format{
		list.Single{
			ID: "us-csl-csv", Source: source, File: "consolidated.csv", Title: "CSV", Detect: detect, Read: Read,
			Tried: "a part, Nov 2023: 4,227 records, 4,220 parties; seven are on two lists and become one entity with both designations",
		}.Format(),
		list.Single{
			ID: "us-csl-json", Source: source, File: "consolidated.json", Title: "JSON", FixtureOnly: true, Detect: detectJSON, Read: ReadJSON,
		}.Format(),
	}
}

// signature are the columns that tell the file from any other table.
var signature = []string{"source", "entity_number", "programs", "name", "federal_register_notice", "source_list_url"}

func detect(h list.Head) bool {
	row, err := list.NewRows(bytes.NewReader(h.Bytes), h.Name, 1).Next()
	return err == nil && list.HasColumns(row.Fields, signature...)
}

// detectJSON looks for an object with an array of results, and for the members
// of a party in it.
func detectJSON(h list.Head) bool {
	text := bytes.TrimPrefix(h.Bytes, []byte("\xef\xbb\xbf"))
	if !bytes.HasPrefix(bytes.TrimLeft(text, " \t\r\n"), []byte("{")) || !results.Match(text) {
		return false
	}
	for _, member := range []string{`"source"`, `"name"`, `"alt_names"`, `"source_list_url"`} {
		if !bytes.Contains(text, []byte(member)) {
			return false
		}
	}
	return true
}

var results = regexp.MustCompile(`"results"\s*:\s*\[\s*(?:\{|\])`)
