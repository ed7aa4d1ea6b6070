package starter

import (
	"bytes"
	_ "embed" // the table
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

//go:embed starter.csv
var table []byte

// file is the name and the role of the table.
const file = "starter.csv"

// The columns of the table.
const (
	colID = iota
	colList
	colSchema
	colName
	colAliases
	colCountries
	colBirthDate
	colNationalities
	colAddresses
	colIdentifiers
	colPrograms
	colMeasures
	colBasis
	colSince
	colCitation
	columns
)

// header is the first line of the table.
const header = "id,list,schema,name,aliases,countries,birth_date,nationalities,addresses,identifiers,programs,measures,basis,since,citation"

// Source describes the starter edition.
func Source() list.Source {
	return list.Source{
		ID:        "starter",
		Title:     "Starter edition: an excerpt of the US lists",
		Publisher: "this program, from lists of OFAC and the Bureau of Industry and Security",
		URL:       "https://sanctionslist.ofac.treas.gov/Home/SdnList",
		Lists:     []enduse.ListID{"ofac-sdn", "bis-el", "bis-meu", "bis-uvl"},
	}
}

// Format reads the table as any list is read. It recognises no file: the
// starter edition comes with the program and is never imported.
func Format() list.Format {
	return list.Format{
		ID:        "starter",
		Source:    Source(),
		Roles:     []list.Role{{Name: file, Required: true}},
		Detect:    func(list.Head) string { return "" },
		Read:      readSet,
		Published: func(list.Set) *enduse.Date { return nil },
	}
}

// Set is the embedded table as the file of an edition.
func Set() list.Set {
	return list.Set{{Name: file, Role: file, Open: func() (io.ReadCloser, error) {
		return io.NopCloser(bytes.NewReader(table)), nil
	}}}
}

// Read yields the entities of the starter edition in the order of the table.
func Read() iter.Seq2[enduse.Entity, error] { return readSet(Set()) }

func readSet(set list.Set) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		for _, f := range set.Role(file) {
			r, err := f.Open()
			if err != nil {
				yield(enduse.Entity{}, err)
				return
			}
			more := read(r, yield)
			if err := r.Close(); err != nil && more {
				yield(enduse.Entity{}, err)
				return
			}
			if !more {
				return
			}
		}
	}
}

// read yields the rows of a table and reports whether the caller wants more.
func read(from io.Reader, yield func(enduse.Entity, error) bool) bool {
	r := csv.NewReader(from)
	r.FieldsPerRecord = columns
	if first, err := r.Read(); err != nil || strings.Join(first, ",") != header {
		fault := &enduse.Error{Op: "starter", Code: enduse.CodeCorrupt, Subject: file, Err: errors.Join(errors.New("not the starter table"), err)}
		yield(enduse.Entity{}, fault)
		return false
	}
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return true
		}
		e, line, err := record(r, row, err)
		if err != nil && line == 0 {
			yield(enduse.Entity{}, err)
			return false
		}
		if err != nil {
			err = &enduse.RecordError{File: file, Line: line, Err: err}
		}
		if !yield(e, err) {
			return false
		}
	}
}

// record makes an entity of what the reader gave, and names its line; line 0
// means that nothing more can be read.
func record(r *csv.Reader, row []string, err error) (enduse.Entity, int, error) {
	if fault := (*csv.ParseError)(nil); errors.As(err, &fault) {
		return enduse.Entity{}, fault.StartLine, fault.Err
	}
	if err != nil {
		return enduse.Entity{}, 0, err
	}
	line, _ := r.FieldPos(0)
	e, err := entity(row)
	if err != nil {
		return enduse.Entity{}, line, err
	}
	e.Record = fmt.Sprintf("%s:%d", file, line)
	return e, line, nil
}
