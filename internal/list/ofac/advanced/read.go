package advanced

import (
	"encoding/xml"
	"errors"
	"fmt"
	"iter"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
)

// Read yields the entities of a list, of the source named "ofac-sdn" or
// "ofac-cons". It opens the file up to three times. See [list.Format] for the
// meaning of its errors.
func Read(file list.File, source enduse.SourceID) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		if err := whole(file); err != nil {
			yield(enduse.Entity{}, err)
			return
		}
		var known *side
		if !pass(file, yield, func(x *list.XML, sink *list.Sink) (err error) {
			known, err = readSide(x, sink)
			return err
		}) {
			return
		}
		pass(file, yield, func(x *list.XML, sink *list.Sink) error {
			r := reading{XML: x, Sink: sink, side: known, source: source}
			return r.parties()
		})
	}
}

// pass reads the file once, and reports whether it may be read again.
func pass(file list.File, yield func(enduse.Entity, error) bool, read func(*list.XML, *list.Sink) error) bool {
	rc, err := file.Reopen()
	if err != nil {
		yield(enduse.Entity{}, err)
		return false
	}
	defer rc.Close()
	for e, err := range list.ReadXML(rc, file.Name, maxRecord, read) {
		var bad *enduse.RecordError
		var warn *list.Warning
		fatal := err != nil && !errors.As(err, &bad) && !errors.As(err, &warn)
		if !yield(e, err) || fatal {
			return false
		}
	}
	return true
}

// whole refuses a delta file, which holds changes only.
func whole(file list.File) error {
	rc, err := file.Reopen()
	if err != nil {
		return err
	}
	defer rc.Close()
	start, err := list.NewXML(rc, maxRecord).Root()
	if err != nil {
		return nil // the first pass says what is wrong
	}
	for _, a := range start.Attr {
		if a.Name.Local == "DeltaBaseVersion" {
			return &enduse.Error{
				Op: "read", Code: enduse.CodeInvalid, Subject: file.Name,
				Err:  fmt.Errorf("the file holds the changes since version %s, not the list", a.Value),
				Hint: "fetch the whole list",
			}
		}
	}
	return nil
}

// reading is the second pass.
type reading struct {
	*list.XML
	*list.Sink
	*side
	source enduse.SourceID
	census ofac.Census
}

// parties reads the parties and skips the rest.
func (r *reading) parties() error {
	err := r.Walk(root, func(path []string, start xml.StartElement) (bool, error) {
		switch {
		case path[0] != "DistinctParties":
			return false, r.Skip()
		case len(path) == 1:
			return true, nil
		}
		return false, r.party(start)
	})
	if doubt := r.census.Doubt(r.source); err == nil && doubt != "" {
		return r.Warn(doubt)
	}
	return err
}

func (r *reading) party(start xml.StartElement) error {
	line := r.Line()
	n, err := r.Tree(start)
	switch {
	case errors.Is(err, list.ErrTooLong):
		return r.Fault(line, "", err)
	case err != nil:
		return err
	case n.Name != "DistinctParty":
		return r.Fault(line, "", fmt.Errorf("unknown element %s: it was not read", n.Name))
	}
	p, err := ofac.NewParty(r.source, n.Attr("FixedRef"))
	if err != nil {
		return r.Fault(line, "FixedRef", err)
	}
	e := r.entity(p, n)
	r.census.Add(&e)
	return r.Entity(e, line)
}
