package un

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"

	"github.com/enduse/enduse"
)

// sections are the parts of the list and the records in each.
var sections = map[string]string{"INDIVIDUALS": "INDIVIDUAL", "ENTITIES": "ENTITY"}

// reading is the state of reading one file.
type reading struct {
	*decoder
	file  string
	yield func(enduse.Entity, error) bool
	seen  map[enduse.EntityID]int
}

// Read yields the entities of a consolidated list: see [list.Format] for what
// its errors mean. File is the name for messages.
func Read(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		r := reading{decoder: newDecoder(src), file: file, yield: yield, seen: map[enduse.EntityID]int{}}
		if err := r.list(); err != nil && !errors.Is(err, errStop) {
			yield(enduse.Entity{}, r.fatal(err))
		}
	}
}

// errStop says that the consumer wants no more.
var errStop = errors.New("stopped")

// list reads the whole document.
func (r *reading) list() error {
	inRoot, section := false, ""
	for done := false; ; {
		token, err := r.token()
		if isEnd(err) && done {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			name := t.Name.Local
			switch {
			case !inRoot && (done || name != root):
				return fmt.Errorf("unexpected element %s, want %s", name, root)
			case !inRoot:
				inRoot = true
			case section == "":
				section = name
				if err := r.knownSection(name); err != nil {
					return err
				}
			default:
				if err := r.record(section, t); err != nil {
					return err
				}
			}
		case xml.EndElement:
			if section != "" {
				section = ""
			} else {
				inRoot, done = false, true
			}
		}
	}
}

// knownSection reports a section that is not known; so is every record in it,
// so that they count.
func (r *reading) knownSection(name string) error {
	if sections[name] == "" {
		return r.fault(r.line(), "", fmt.Errorf("unknown section %s: its records are not read", name))
	}
	return nil
}

// record reads one record, or an element that is none.
func (r *reading) record(section string, start xml.StartElement) error {
	line := r.line()
	n, err := r.tree(start)
	switch {
	case errors.Is(err, errTooLong):
		return r.fault(line, "", err)
	case err != nil:
		return err
	case sections[section] != n.name:
		return r.fault(line, "", fmt.Errorf("unknown element %s in %s: it was not read", n.name, section))
	}
	e, err := entity(n)
	if err != nil {
		return r.fault(line, "", err)
	}
	if first, twice := r.seen[e.ID]; twice {
		return r.fault(line, "REFERENCE_NUMBER", fmt.Errorf("%s stands already at line %d", e.ID, first))
	}
	r.seen[e.ID] = line
	e.Record = r.file + ":" + strconv.Itoa(line)
	if !r.yield(e, nil) {
		return errStop
	}
	return nil
}

func (r *reading) fault(line int, field string, err error) error {
	if !r.yield(enduse.Entity{}, &enduse.RecordError{File: r.file, Line: line, Field: field, Err: err}) {
		return errStop
	}
	return nil
}

func (r *reading) fatal(err error) error {
	if errors.Is(err, io.EOF) {
		err = errors.New("no list in it")
	}
	return &enduse.Error{
		Op: "read", Code: enduse.CodeInvalid, Subject: r.file + ":" + strconv.Itoa(r.line()), Err: err,
		Hint: "the file is damaged or truncated; fetch it again",
	}
}
