package mapped

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/table"
)

// reader turns rows into entities. It remembers the ids of an edition and the
// columns that it has met.
type reader struct {
	m       *Mapping
	seen    map[enduse.EntityID][32]byte
	columns map[string]bool // those that the mapping names, and those complained of
}

// row reads one row; ok is false for a row that is left out.
func (r *reader) row(file string, row table.Row) (e enduse.Entity, ok bool, err error) {
	if !r.keep(row) {
		return e, false, nil
	}
	b := builder{m: r.m, row: row, e: list.NewEntity(enduse.SourceID(r.m.Source.ID), "")}
	b.build()
	b.e.Record = fmt.Sprintf("%s:%d", file, row.Line)
	r.unknownColumns(&b)
	if err := b.e.Validate(); err != nil {
		return e, false, &enduse.RecordError{File: file, Line: row.Line, Err: errors.Unwrap(err)}
	}
	switch sum, met := r.seen[b.e.ID]; {
	case !met:
		r.seen[b.e.ID] = digest(row, row.Columns())
	case sum == digest(row, row.Columns()):
		return e, false, nil // the same row again is the same entity
	default:
		return e, false, &enduse.RecordError{
			File: file, Line: row.Line, Err: fmt.Errorf("another row has the id %s", b.e.ID),
			Hint: "add columns to id.suffix or id.digest of the mapping",
		}
	}
	return b.e.Build(), true, nil
}

func (r *reader) keep(row table.Row) bool {
	for _, f := range r.m.Keep {
		if !slices.Contains(f.Values, row.Get(f.Column)) {
			return false
		}
	}
	return true
}

// unknownColumns puts a column that the mapping does not name into the first
// entity that has it, so that a change of the table shows.
func (r *reader) unknownColumns(b *builder) {
	for _, c := range b.row.Columns() {
		if !r.columns[c] {
			r.columns[c] = true
			b.e.AddUnread(c, "a column that the mapping does not name: "+strings.Join(b.row.Values(c), "; "))
		}
	}
}

// columns returns every column that the mapping names.
func (m *Mapping) columns() map[string]bool {
	named := map[string]bool{"": true}
	add := func(names ...string) {
		for _, n := range names {
			named[n] = true
		}
	}
	add(m.Ignore...)
	add(m.Key.Columns...)
	add(m.Key.Digest...)
	add(m.Key.Suffix...)
	add(m.Detect.Absent...)
	add(m.Kind)
	for _, f := range m.Keep {
		add(f.Column)
	}
	d := m.Designation
	for _, c := range append(slices.Clone(m.Schema), m.List, m.Gender, d.Basis, d.Policy, d.URL) {
		add(append(c.Columns, c.Column)...)
	}
	for _, c := range []choices{d.Program, d.Measures} {
		add(append(c.Columns, c.Column)...)
	}
	for _, n := range m.Names {
		add(n.Column)
	}
	for _, n := range m.Identifiers {
		add(n.Column)
	}
	for _, a := range m.Addresses {
		add(a.Column, a.Street, a.City, a.Region, a.PostalCode, a.Country)
	}
	for _, c := range append(append(slices.Clone(m.BirthDates), m.Founded...), d.Since, d.Until) {
		add(c.Column)
	}
	for _, group := range [][]column{m.Countries, m.Nationalities, m.BirthPlaces, m.Titles, m.Positions, m.Websites, m.Emails, m.Phones} {
		for _, c := range group {
			add(c.Column)
		}
	}
	for _, c := range m.Remarks {
		add(c.Column)
	}
	return named
}

// digest is the same for the same values, whatever the file comes in.
func digest(row table.Row, columns []string) [32]byte {
	h := sha256.New()
	for _, c := range columns {
		for _, v := range row.Values(c) {
			h.Write([]byte(v))
			h.Write([]byte{0x1e})
		}
		h.Write([]byte{0x1f})
	}
	return [32]byte(h.Sum(nil))
}

// short is enough of a digest for an id: 80 bits.
func short(row table.Row, columns []string) string {
	sum := digest(row, columns)
	return hex.EncodeToString(sum[:10])
}
