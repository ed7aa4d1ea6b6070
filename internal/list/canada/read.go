package canada

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// reading is the state of reading one file.
type reading struct {
	*list.XML
	file  string
	yield func(enduse.Entity, error) bool
	seen  map[enduse.EntityID]int
}

// errStop says that the consumer wants no more.
var errStop = errors.New("stopped")

// Read yields the entities of a consolidated list: see [list.Format] for what
// its errors mean. File is the name for messages.
func Read(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		r := reading{XML: list.NewXML(src, maxRecord), file: file, yield: yield, seen: map[enduse.EntityID]int{}}
		if err := r.Walk(root, r.record); err != nil && !errors.Is(err, errStop) {
			yield(enduse.Entity{}, &enduse.Error{
				Op: "read", Code: enduse.CodeInvalid, Subject: file + ":" + strconv.Itoa(r.Line()), Err: err,
				Hint: "the file is damaged or truncated; fetch it again",
			})
		}
	}
}

// record reads one element below the root.
func (r *reading) record(_ []string, start xml.StartElement) (bool, error) {
	line := r.Line()
	n, err := r.Tree(start)
	switch {
	case errors.Is(err, list.ErrTooLong):
		return false, r.fault(line, err)
	case err != nil:
		return false, err
	case n.Name != "record":
		return false, r.fault(line, fmt.Errorf("unknown element %s: it was not read", n.Name))
	}
	e, err := entity(n)
	if err != nil {
		return false, r.fault(line, err)
	}
	if first, twice := r.seen[e.ID]; twice {
		return false, r.fault(line, fmt.Errorf("%s stands already at line %d", e.ID, first))
	}
	r.seen[e.ID] = line
	e.Record = r.file + ":" + strconv.Itoa(line)
	if !r.yield(e, nil) {
		return false, errStop
	}
	return false, nil
}

func (r *reading) fault(line int, err error) error {
	if !r.yield(enduse.Entity{}, &enduse.RecordError{File: r.file, Line: line, Err: err}) {
		return errStop
	}
	return nil
}
