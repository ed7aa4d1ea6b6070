package opensanctions

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// reader opens a file from its beginning.
type reader func() (io.ReadCloser, error)

// errStop says that the consumer wants no more.
var errStop = errors.New("stopped")

// reading is the state of reading one file.
type reading struct {
	file  string
	yield func(enduse.Entity, error) bool
	seen  map[string]int // the line of each id
	lines int            // of entities
}

// pass reads the file from its beginning to its end, a line at a time.
func (r *reading) pass(open reader, use func(line []byte, no int, err error) error) error {
	src, err := open()
	if err != nil {
		return &enduse.Error{Op: "open", Code: enduse.CodeNotFound, Subject: r.file, Err: err}
	}
	defer func() { _ = src.Close() }()
	return eachLine(src, r.file, use)
}

// finish yields what ended the reading, if it was no wish of the consumer.
func (r *reading) finish(err error) {
	switch {
	case errors.Is(err, errStop):
	case err != nil:
		r.yield(enduse.Entity{}, err)
	case r.lines == 0:
		r.yield(enduse.Entity{}, &enduse.Error{
			Op: "read", Code: enduse.CodeInvalid, Subject: r.file, Err: errors.New("no FollowTheMoney entity in it"),
			Hint: "it must be entities.ftm.json or targets.nested.json of a data set of opensanctions.org",
		})
	}
}

// ReadFtM yields the parties of an entities.ftm.json, which it opens twice: see
// [list.Format] for what its errors mean. File is the name for messages.
func ReadFtM(open func() (io.ReadCloser, error), file string) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		r, g := reading{file: file, yield: yield, seen: map[string]int{}}, newGraph()
		err := r.pass(open, func(line []byte, _ int, err error) error {
			if err == nil {
				if f, _, err := parse(line); err == nil {
					g.line(f) // faults are reported by the second pass
				}
			}
			return nil
		})
		if err == nil {
			err = r.pass(open, func(line []byte, no int, err error) error { return r.line(line, no, err, g) })
		}
		for _, text := range g.doubts() {
			if err == nil && !yield(enduse.Entity{}, &list.Warning{File: file, Text: text}) {
				err = errStop
			}
		}
		r.finish(err)
	}
}

// ReadNested yields the targets of a targets.nested.json: see [list.Format] for
// what its errors mean. File is the name for messages.
func ReadNested(open func() (io.ReadCloser, error), file string) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		r := reading{file: file, yield: yield, seen: map[string]int{}}
		strange := newGraph()
		err := r.pass(open, func(line []byte, no int, err error) error {
			g := newGraph()
			g.strange = strange.strange
			if err == nil {
				if f, _, err := parse(line); err == nil {
					g.line(f)
				}
			}
			return r.line(line, no, err, g)
		})
		for _, text := range strange.doubts() {
			if err == nil && !yield(enduse.Entity{}, &list.Warning{File: file, Text: text}) {
				err = errStop
			}
		}
		r.finish(err)
	}
}

// line yields the party of a line, if it is one.
func (r *reading) line(line []byte, no int, err error, g *graph) error {
	var f ftm
	var others []string
	if err == nil {
		f, others, err = parse(line)
	}
	if err == nil {
		r.lines++
		if first, twice := r.seen[f.ID]; twice {
			err = fmt.Errorf("%s stands already at line %d", f.ID, first)
		}
		r.seen[f.ID] = no
	}
	if _, party := schemas[f.Schema]; err == nil && !party {
		return nil
	}
	var e enduse.Entity
	if err == nil {
		e, err = entity(f, g, others, r.file+":"+strconv.Itoa(no))
	}
	if err != nil {
		e, err = enduse.Entity{}, &enduse.RecordError{File: r.file, Line: no, Err: err}
	}
	if !r.yield(e, err) {
		return errStop
	}
	return nil
}
