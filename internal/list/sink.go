package list

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"

	"github.com/enduse/enduse"
)

// errStop means that the consumer wants no more.
var errStop = errors.New("stopped")

// Sink passes the records of one file to the consumer. If one of its methods
// returns an error, the reader must return it: the consumer wants no more.
type Sink struct {
	file  string
	yield func(enduse.Entity, error) bool
	seen  map[enduse.EntityID]int // the line of each

	stopped bool
}

// Entity passes on an entity that begins at a line. An id that occurred before
// is a fault, and so is an entity that is not valid.
func (s *Sink) Entity(e enduse.Entity, line int) error {
	if first, twice := s.seen[e.ID]; twice {
		return s.Fault(line, "id", fmt.Errorf("%s stands already at line %d", e.ID, first))
	}
	return s.Part(e, line)
}

// Part is Entity for a list that has several records of one entity: an id may
// occur again, and the store merges its records.
func (s *Sink) Part(e enduse.Entity, line int) error {
	e.Record = s.file + ":" + strconv.Itoa(line)
	if err := e.Validate(); err != nil {
		return s.Fault(line, "", err)
	}
	s.seen[e.ID] = line
	return s.hand(e, nil)
}

// Fault passes on a record that could not be read.
func (s *Sink) Fault(line int, field string, err error) error {
	return s.hand(enduse.Entity{}, &enduse.RecordError{File: s.file, Line: line, Field: field, Err: err})
}

// Report passes on the error of a record and returns nil. It returns any other
// error, which ends the reading.
func (s *Sink) Report(err error) error {
	if bad, ok := errors.AsType[*enduse.RecordError](err); ok {
		return s.hand(enduse.Entity{}, bad)
	}
	return err
}

// Unknown passes on the fault of an element that is not a record of the list.
func (s *Sink) Unknown(line int, element string) error {
	return s.Fault(line, "", fmt.Errorf("unknown element %s: it was not read", element))
}

// In returns a sink for another part of the file, which has a name of its own.
func (s *Sink) In(file string) *Sink {
	part := *s
	part.file = file
	return &part
}

// Warn passes on a doubt about the whole file.
func (s *Sink) Warn(text string) error {
	return s.hand(enduse.Entity{}, &Warning{File: s.file, Text: text})
}

// Doubt passes on a warning that the file may not be the whole list. It makes the
// edition partial.
func (s *Sink) Doubt(text string) error {
	return s.hand(enduse.Entity{}, &Warning{File: s.file, Text: text, Cut: true})
}

// Stopped reports whether the consumer wants no more.
func (s *Sink) Stopped() bool { return s.stopped }

// Count returns the number of entities so far.
func (s *Sink) Count() int { return len(s.seen) }

func (s *Sink) hand(e enduse.Entity, err error) error {
	if !s.yield(e, err) {
		s.stopped = true
		return errStop
	}
	return nil
}

// ReadXML yields what read passes to its sink from a document whose records have
// at most maxRecord bytes. See [Format] for the meaning of its errors. An error of
// read is fatal and gets the file and the line. File is the name for messages.
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

// XMLRecords describes a document in which every element below the root is a
// record.
type XMLRecords struct {
	Root, Record string   // the names of the root and of a record
	Ignored      []string // elements that are no record and hold nothing of one
	MaxRecord    int      // bounds the bytes of a record
	Entity       func(Node) (enduse.Entity, error)
}

// Read yields an entity for each record. See [Format] for the meaning of its
// errors. File is the name for messages.
func (d XMLRecords) Read(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return ReadXML(src, file, d.MaxRecord, func(x *XML, sink *Sink) error {
		return x.Walk(d.Root, func(_ []string, start xml.StartElement) (bool, error) {
			line := x.Line()
			n, ok, err := x.Record(sink, start)
			switch {
			case !ok, slices.Contains(d.Ignored, n.Name):
				return false, err
			case n.Name != d.Record:
				return false, sink.Unknown(line, n.Name)
			}
			e, err := d.Entity(n)
			return false, sink.Result(line, e, err)
		})
	})
}

// Result passes on the entity of a record that begins at a line or, if err is not
// nil, its fault. The error may be a RecordError that names the field.
func (s *Sink) Result(line int, e enduse.Entity, err error) error {
	if bad, ok := errors.AsType[*enduse.RecordError](err); ok {
		return s.Fault(line, bad.Field, bad.Err)
	}
	if err != nil {
		return s.Fault(line, "", err)
	}
	return s.Entity(e, line)
}

// Record reads an element as a record. One that is too long is a fault; ok is
// false for that and for an error that ends the reading.
func (x *XML) Record(sink *Sink, start xml.StartElement) (n Node, ok bool, err error) {
	line := x.Line()
	n, err = x.Tree(start)
	if errors.Is(err, ErrTooLong) {
		return n, false, sink.Fault(line, "", err)
	}
	return n, err == nil, err
}
