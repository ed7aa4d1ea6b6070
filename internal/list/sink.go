package list

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"

	"github.com/enduse/enduse"
)

// errStop says that the consumer wants no more.
var errStop = errors.New("stopped")

// Sink hands what is read of one file to its consumer. An error that a method
// of it returns must be returned by the reader: nobody listens any more.
type Sink struct {
	file  string
	yield func(enduse.Entity, error) bool
	seen  map[enduse.EntityID]int // the line of each
}

// Entity hands on an entity that begins at a line. One whose id was there
// before is a fault; so is one that is not valid.
func (s *Sink) Entity(e enduse.Entity, line int) error {
	if first, twice := s.seen[e.ID]; twice {
		return s.Fault(line, "id", fmt.Errorf("%s stands already at line %d", e.ID, first))
	}
	e.Record = s.file + ":" + strconv.Itoa(line)
	if err := e.Validate(); err != nil {
		return s.Fault(line, "", err)
	}
	s.seen[e.ID] = line
	return s.hand(e, nil)
}

// Fault hands on a record that could not be read.
func (s *Sink) Fault(line int, field string, err error) error {
	return s.hand(enduse.Entity{}, &enduse.RecordError{File: s.file, Line: line, Field: field, Err: err})
}

// Warn hands on a doubt about the whole file.
func (s *Sink) Warn(text string) error {
	return s.hand(enduse.Entity{}, &Warning{File: s.file, Text: text})
}

// Doubt yields a warning that the file may not be the whole list: the edition
// is partial then.
func (s *Sink) Doubt(text string) error {
	return s.hand(enduse.Entity{}, &Warning{File: s.file, Text: text, Cut: true})
}

// Count returns the number of entities so far.
func (s *Sink) Count() int { return len(s.seen) }

func (s *Sink) hand(e enduse.Entity, err error) error {
	if !s.yield(e, err) {
		return errStop
	}
	return nil
}

// ReadXML yields what read finds in a document, whose records have at most
// maxRecord bytes: see [Format] for what its errors mean. An error of read is
// fatal, and named with the file and the line. File is the name for messages.
func ReadXML(src io.Reader, file string, maxRecord int, read func(*XML, *Sink) error) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		x := NewXML(src, maxRecord)
		sink := &Sink{file: file, yield: yield, seen: map[enduse.EntityID]int{}}
		if err := read(x, sink); err != nil && !errors.Is(err, errStop) {
			yield(enduse.Entity{}, &enduse.Error{
				Op: "read", Code: enduse.CodeInvalid, Subject: file + ":" + strconv.Itoa(x.Line()), Err: err,
				Hint: "the file is damaged or truncated; fetch it again",
			})
		}
	}
}

// OpenOne returns the Read of a format of a single file.
func OpenOne(role string, read func(src io.Reader, file string) iter.Seq2[enduse.Entity, error]) func(Set) iter.Seq2[enduse.Entity, error] {
	return func(set Set) iter.Seq2[enduse.Entity, error] {
		return func(yield func(enduse.Entity, error) bool) {
			rc, name, err := set.Open(role)
			if err != nil {
				yield(enduse.Entity{}, err)
				return
			}
			defer rc.Close()
			read(rc, name)(yield)
		}
	}
}
