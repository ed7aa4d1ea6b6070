package opensanctions

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// reader opens a file from its beginning.
type reader func() (io.ReadCloser, error)

// reading is the state of reading one file.
type reading struct {
	*list.Sink
	open  reader
	file  string
	seen  map[string]int // the line of each id
	lines int            // of entities
}

// read yields what pass finds in a file, and then the doubts that it returns.
func read(open reader, file string, pass func(r *reading) (doubts []string, err error)) iter.Seq2[enduse.Entity, error] {
	return list.Records(file, func(sink *list.Sink) error {
		r := &reading{Sink: sink, open: open, file: file, seen: map[string]int{}}
		doubts, err := pass(r)
		for _, text := range doubts {
			if err == nil {
				err = sink.Warn(text)
			}
		}
		if err == nil && r.lines == 0 {
			err = &enduse.Error{
				Op: "read", Code: enduse.CodeInvalid, Subject: file, Err: errors.New("no FollowTheMoney entity in it"),
				Hint: "it must be entities.ftm.json or targets.nested.json of a data set of opensanctions.org",
			}
		}
		return err
	})
}

// pass reads the file from its beginning to its end, a line at a time.
func (r *reading) pass(use func(line []byte, no int, err error) error) error {
	src, err := list.File{Name: r.file, Open: r.open}.Reopen()
	if err != nil {
		return err
	}
	defer func() { _ = src.Close() }()
	return eachLine(src, r.file, use)
}

// ReadFtM yields the parties of an entities.ftm.json, which it opens twice. See
// [list.Format] for the meaning of its errors. File is the name for messages.
func ReadFtM(open func() (io.ReadCloser, error), file string) iter.Seq2[enduse.Entity, error] {
	return read(open, file, func(r *reading) ([]string, error) {
		g := newGraph()
		err := r.pass(func(line []byte, _ int, err error) error {
			g.parsed(line, err) // faults are reported by the second pass
			return nil
		})
		if err == nil {
			err = r.pass(func(line []byte, no int, err error) error { return r.line(line, no, err, g) })
		}
		return g.doubts(), err
	})
}

// ReadNested yields the targets of a targets.nested.json. See [list.Format] for the
// meaning of its errors. File is the name for messages.
func ReadNested(open func() (io.ReadCloser, error), file string) iter.Seq2[enduse.Entity, error] {
	return read(open, file, func(r *reading) ([]string, error) {
		strange := newGraph()
		err := r.pass(func(line []byte, no int, err error) error {
			g := newGraph()
			g.strange = strange.strange
			g.parsed(line, err)
			return r.line(line, no, err, g)
		})
		return strange.doubts(), err
	})
}

// parsed adds the entities of a line that can be read.
func (g *graph) parsed(line []byte, err error) {
	if err != nil {
		return
	}
	if f, _, err := parse(line); err == nil {
		g.line(f)
	}
}

// line yields the party of a line, if it is one.
func (r *reading) line(line []byte, no int, err error, g *graph) error {
	if err != nil {
		return r.Fault(no, "", err)
	}
	f, others, err := parse(line)
	if err != nil {
		return r.Fault(no, "", err)
	}
	r.lines++
	first, twice := r.seen[f.ID]
	r.seen[f.ID] = no
	if twice {
		return r.Fault(no, "", fmt.Errorf("%s stands already at line %d", f.ID, first))
	}
	if _, party := schemas[f.Schema]; !party {
		return nil
	}
	return r.Part(entity(f, g, others), no)
}
