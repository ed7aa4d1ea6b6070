package ofac

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// File is an open file with its name for messages. The zero File is missing.
type File struct {
	Name string
	io.Reader
}

// Files are the files of an edition. Main must be there; a nil Reader is
// for a companion that is missing.
type Files struct{ Main, Alt, Add, Comments File }

// ReadSDN yields the entities of the SDN list: see [list.Format] for what its
// errors mean. A *list.Warning says that a file lacks its end mark.
func ReadSDN(f Files) iter.Seq2[enduse.Entity, error] { return sdn.read(f) }

// ReadConsolidated yields the entities of the consolidated list.
func ReadConsolidated(f Files) iter.Seq2[enduse.Entity, error] { return consolidated.read(f) }

// reading is the state of reading one edition.
type reading struct {
	publication
	yield func(enduse.Entity, error) bool
	alts  companion
	adds  companion
	notes companion
	seen  map[int]int // number of a party -> its line in the main file
}

func (p publication) read(f Files) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		if f.Main.Reader == nil {
			yield(enduse.Entity{}, &enduse.Error{
				Op: "read", Code: enduse.CodeNotFound, Subject: p.main, Err: errors.New("the file is missing"),
				Hint: "give all of " + p.main + ", " + p.alt + ", " + p.add + " and " + p.comments,
			})
			return
		}
		r := reading{publication: p, yield: yield, seen: map[int]int{}}
		_ = r.companion(f.Alt, altColumns, &r.alts) &&
			r.companion(f.Add, addColumns, &r.adds) &&
			r.companion(f.Comments, commentColumns, &r.notes) &&
			r.main(f.Main) && r.orphans()
	}
}

// main streams the main file.
func (r *reading) main(f File) bool {
	return r.records(f, mainColumns, func(row list.Row, num int) bool {
		if first, twice := r.seen[num]; twice {
			return r.fault(f.Name, row.Line, "ent_num", fmt.Errorf("number %d stands already on line %d", num, first))
		}
		r.seen[num] = row.Line
		e, err := r.entity(f.Name, row, num)
		if err != nil {
			return r.fault(f.Name, row.Line, "", err)
		}
		return r.yield(e, nil)
	})
}

// companion holds the rows of a companion file by the number of their party.
type companion struct {
	file string
	rows map[int][]list.Row
}

func (r *reading) companion(f File, columns int, into *companion) bool {
	*into = companion{file: f.Name, rows: map[int][]list.Row{}}
	if f.Reader == nil {
		return true
	}
	return r.records(f, columns, func(row list.Row, num int) bool {
		into.rows[num] = append(into.rows[num], row)
		return true
	})
}

// orphans reports the companion rows whose party is not in the main file, by
// file and line.
func (r *reading) orphans() bool {
	for _, c := range []companion{r.alts, r.adds, r.notes} {
		var lost []list.Row
		for num, rows := range c.rows {
			if _, ok := r.seen[num]; !ok {
				lost = append(lost, rows...)
			}
		}
		slices.SortFunc(lost, func(a, b list.Row) int { return a.Line - b.Line })
		for _, row := range lost {
			err := fmt.Errorf("number %s is not in %s: the files are not of one edition", row.Fields[0], r.publication.main)
			if !r.fault(c.file, row.Line, "ent_num", err) {
				return false
			}
		}
	}
	return true
}

// records reads the rows of a file that have the given number of columns and begin with a
// number. It reports false when reading must stop.
func (r *reading) records(f File, columns int, use func(list.Row, int) bool) bool {
	ended := false
	for rows := list.NewRows(f.Reader, f.Name, 1); ; {
		row, err := rows.Next()
		var bad *enduse.RecordError
		switch {
		case errors.Is(err, io.EOF):
			return ended || r.yield(enduse.Entity{}, &list.Warning{
				File: f.Name, Text: "the end mark (a line of 0x1A) is missing: the file may be truncated", Cut: true,
			})
		case errors.As(err, &bad):
			if !r.yield(enduse.Entity{}, bad) {
				return false
			}
			continue
		case err != nil:
			r.yield(enduse.Entity{}, err)
			return false
		case isEnd(row.Fields):
			ended = true
			continue
		}
		if !r.use(f.Name, row, columns, use) {
			return false
		}
	}
}

func (r *reading) use(file string, row list.Row, columns int, use func(list.Row, int) bool) bool {
	num, ok := number(row.Fields[0])
	switch {
	case row.Cut:
		return r.fault(file, row.Line, "", enduse.TruncatedError("the file ends inside a quoted field: it is truncated"))
	case len(row.Fields) != columns:
		return r.fault(file, row.Line, "", fmt.Errorf("%d fields, want %d", len(row.Fields), columns))
	case !ok:
		return r.fault(file, row.Line, "ent_num", fmt.Errorf("%q is not a number", row.Fields[0]))
	}
	return use(row, num)
}

func (r *reading) fault(file string, line int, field string, err error) bool {
	return r.yield(enduse.Entity{}, &enduse.RecordError{File: file, Line: line, Field: field, Err: err})
}
