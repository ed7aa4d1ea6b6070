package mapped

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/table"
)

// role is what every file of a mapped list is.
const role = "table"

// Format returns the mapping as a format of lists.
func (m Mapping) Format() list.Format {
	return list.Format{
		ID:     m.ID,
		Source: m.listSource(),
		Title:  "table, by mapping",
		Tried:  m.Tried,
		Roles:  []list.Role{{Name: role, Required: true, Many: true}},
		Detect: m.detect,
		Read:   m.read,
	}
}

func (m *Mapping) listSource() list.Source {
	s := list.Source{
		ID: enduse.SourceID(m.Source.ID), Title: m.Source.Title, Publisher: m.Source.Publisher,
		URL: m.Source.URL, Floor: m.Source.Floor,
	}
	for _, f := range m.Source.Floors {
		since, _ := enduse.ParseDate(f.Since) // validated
		of := list.Floor{Since: since, Entities: f.Entities, Lists: map[enduse.ListID]int{}}
		for l, n := range f.Lists {
			of.Lists[enduse.ListID(l)] = n
		}
		s.Floors = append(s.Floors, of)
	}
	for _, l := range m.Source.Lists {
		s.Lists = append(s.Lists, enduse.ListID(l))
	}
	if len(s.Lists) == 0 && m.List.Value != "" {
		s.Lists = []enduse.ListID{enduse.ListID(m.List.Value)}
	}
	return s
}

// detect recognises a table by its columns and by values of its first rows.
func (m Mapping) detect(h list.Head) string {
	t, err := table.Open(h.Name, bytes.NewReader(h.Text()), table.Options{IsHeader: m.isHeader})
	if err != nil {
		return ""
	}
	defer func() { _ = t.Close() }()
	if !t.HasHeader() || !m.isHeader(t.Columns()) {
		return ""
	}
	if m.rowsFit(t) {
		return role
	}
	return ""
}

func (m *Mapping) isHeader(cells []string) bool {
	for _, c := range m.Detect.Columns {
		if !slices.Contains(cells, c) {
			return false
		}
	}
	for _, c := range m.Detect.Absent {
		if slices.Contains(cells, c) {
			return false
		}
	}
	return true
}

// rowsFit reports whether the first row has the values asked for, and whether
// more rows can be read than not: a text that only quotes the header, such as
// a description of the format, is no table. The last row may be cut short.
func (m *Mapping) rowsFit(t *table.Table) bool {
	good, bad := 0, 0
	for row, err := range t.Rows() {
		if err != nil {
			bad++
			continue
		}
		if good++; good > 1 {
			continue
		}
		for column, values := range m.Detect.Values {
			if !slices.Contains(values, row.Get(column)) {
				return false
			}
		}
	}
	return bad <= max(good, 1) && (good > 0 || len(m.Detect.Values) == 0)
}

// read yields the entities of every file in turn.
func (m Mapping) read(set list.Set) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		r := reader{m: &m, seen: map[enduse.EntityID][32]byte{}, columns: m.columns()}
		for _, f := range set.Role(role) {
			if !r.file(f, yield) {
				return
			}
		}
	}
}

// file yields the entities of one file, and reports whether to go on.
func (r *reader) file(f list.File, yield func(enduse.Entity, error) bool) bool {
	in, err := f.Open()
	if err != nil {
		yield(enduse.Entity{}, fmt.Errorf("%s: %w", f.Name, err))
		return false
	}
	defer func() { _ = in.Close() }()
	t, err := table.Open(f.Name, in, table.Options{IsHeader: r.m.isHeader})
	if err != nil {
		yield(enduse.Entity{}, err)
		return false
	}
	defer func() { _ = t.Close() }()
	if !t.HasHeader() {
		yield(enduse.Entity{}, &enduse.Error{
			Code: enduse.CodeInvalid, Subject: f.Name, Err: errors.New("the columns of " + r.m.ID + " are not in it"),
			Hint: "its header must hold: " + fmt.Sprint(r.m.Detect.Columns),
		})
		return false
	}
	if !r.rows(f.Name, t, yield) {
		return false
	}
	for _, name := range t.OtherSheets() {
		if !r.sheet(t, name, yield) {
			return false
		}
	}
	return true
}

// sheet yields the entities of another sheet of a workbook. One with other
// columns is said to be left out: it may be a legend, or the rest of the list.
func (r *reader) sheet(book *table.Table, name string, yield func(enduse.Entity, error) bool) bool {
	t, err := book.Sheet(name, table.Options{IsHeader: r.m.isHeader})
	if t == nil && err == nil {
		return true
	}
	if err != nil {
		yield(enduse.Entity{}, err)
		return false
	}
	defer func() { _ = t.Close() }()
	if !t.HasHeader() {
		return yield(enduse.Entity{}, &list.Warning{File: t.Name(), Text: "the sheet has other columns and was not read"})
	}
	return r.rows(t.Name(), t, yield)
}

// rows yields the entities of a table, and reports whether to go on.
func (r *reader) rows(file string, t *table.Table, yield func(enduse.Entity, error) bool) bool {
	for row, err := range t.Rows() {
		if err != nil {
			var bad *enduse.RecordError
			if !yield(enduse.Entity{}, err) || !errors.As(err, &bad) {
				return false
			}
			continue
		}
		if row.Warning != "" && !yield(enduse.Entity{}, &list.Warning{File: file, Text: fmt.Sprintf("line %d: %s", row.Line, row.Warning), Cut: true}) {
			return false
		}
		if e, ok, err := r.row(file, row); (ok || err != nil) && !yield(e, err) {
			return false
		}
	}
	return true
}
