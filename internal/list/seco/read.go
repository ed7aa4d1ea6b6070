package seco

import (
	"bufio"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// maxRecord bounds the bytes of one element of a target. A whole target of the
// list has some 5 KiB, most of it history.
const maxRecord = 1 << 20

// headBytes is where the root's attributes must stand.
const headBytes = 64 << 10

// reading is the state of reading one file.
type reading struct {
	*list.XML
	*list.Sink
	sets    map[string]set
	places  map[string]place
	targets []*target
	unknown map[string]bool // sets whose measures their titles do not tell
}

// Read yields the entities of a list: see [list.Format] for what its errors
// mean. They come when the whole file is read. File is the name for messages.
func Read(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	in := bufio.NewReaderSize(src, headBytes)
	return list.ReadXML(in, file, maxRecord, func(x *list.XML, sink *list.Sink) error {
		if err := whole(in, sink); err != nil {
			return err
		}
		r := reading{XML: x, Sink: sink, sets: map[string]set{}, places: map[string]place{}, unknown: map[string]bool{}}
		if err := x.Walk(root, r.element); err != nil {
			return err
		}
		return r.yield()
	})
}

// whole looks at the root for what kind of list it is. An amendment list has
// only what changed.
func whole(in *bufio.Reader, sink *list.Sink) error {
	head, _ := in.Peek(headBytes)                                    // of a shorter file all of it
	start, _ := list.NewXML(bytes.NewReader(head), maxRecord).Root() // what is wrong with it comes up again
	for _, a := range start.Attr {
		if a.Name.Local != "list-type" {
			continue
		}
		switch a.Value {
		case "whole-list", "full":
			return nil
		case "amendment", "delta":
			return fmt.Errorf("it is an %s list, not the whole list", a.Value)
		}
		return sink.Doubt(fmt.Sprintf("list-type %q is not known: it may not be the whole list", a.Value))
	}
	return nil
}

// element reads a programme, a place or a part of a target.
func (r *reading) element(path []string, start xml.StartElement) (bool, error) {
	if len(path) == 1 && start.Name.Local == "target" {
		r.targets = append(r.targets, newTarget(start, r.Line()))
		return true, nil
	}
	line := r.Line()
	if len(path) == 2 && start.Name.Local == "modification" {
		r.last().modified(start)
		return false, r.Skip()
	}
	n, err := r.Tree(start)
	switch {
	case errors.Is(err, list.ErrTooLong) && len(path) == 2:
		r.last().fault = err
		return false, nil
	case errors.Is(err, list.ErrTooLong):
		return false, r.Fault(line, start.Name.Local, err)
	case err != nil:
		return false, err
	case len(path) == 2:
		r.last().part(n)
		return false, nil
	}
	return false, r.top(n, line)
}

func (r *reading) last() *target { return r.targets[len(r.targets)-1] }

// top takes an element other than a target.
func (r *reading) top(n list.Node, line int) error {
	switch n.Name {
	case "sanctions-program":
		return r.program(n)
	case "place":
		r.places[n.Attr("ssid")] = placeOf(n)
		return nil
	}
	return r.Fault(line, "", fmt.Errorf("unknown element %s: it was not read", n.Name))
}

// yield hands on the targets.
func (r *reading) yield() error {
	for _, t := range r.targets {
		if t.fault != nil {
			if err := r.Fault(t.line, "", t.fault); err != nil {
				return err
			}
			continue
		}
		e, err := r.finish(t)
		if err != nil {
			return err
		}
		if err := r.Entity(e, t.line); err != nil {
			return err
		}
	}
	return nil
}

// finish adds to a target what is elsewhere in the file: places and sets.
func (r *reading) finish(t *target) (enduse.Entity, error) {
	for _, add := range t.located {
		add(r.places)
	}
	since, until := t.stay()
	ids := t.sets
	if len(ids) == 0 {
		ids = []string{""}
	}
	for _, id := range ids {
		s, ok := r.sets[id]
		if !ok {
			t.AddUnread("sanctions-set-id", id)
		}
		if len(s.measures) == 0 {
			s.measures = []enduse.Measure{enduse.MeasureAssetFreeze}
			if err := r.warn(id, s.title); err != nil {
				return enduse.Entity{}, err
			}
		}
		t.Designations = append(t.Designations, enduse.Designation{
			List: listID, Program: s.program, Measures: s.measures, Basis: s.basis(), Since: since, Until: until,
		})
	}
	return t.Build(), nil
}

// warn reports, once, a set whose measures are not known.
func (r *reading) warn(id, title string) error {
	if r.unknown[id] {
		return nil
	}
	r.unknown[id] = true
	return r.Warn(strings.TrimSpace(fmt.Sprintf("sanctions-set %s %s", id, quoted(title))) + ": its measures are not known; taken for an asset freeze")
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return fmt.Sprintf("%q", s)
}
