package advanced

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
)

const (
	root = "Sanctions"
	// maxRecord bounds the bytes of one party. The longest known has 200 KiB.
	maxRecord = 4 << 20
)

// Formats returns the format for the SDN list and for the consolidated list.
func Formats() []list.Format {
	return ofac.XML{
		Name: "advanced", Title: "ADVANCED XML", SDN: "sdn_advanced.xml", Consolidated: "cons_advanced.xml", TriedConsol: "Mar 2020: 375 entities",
		SourceOf: sourceOf, Reopen: Read, Published: published,
	}.Formats()
}

var errFound = errors.New("found")

// manyProgrammes is a number of programmes without non-SDN parties that only
// the SDN list has: the consolidated list of 2020 has 2 of them, that of 2025
// has 4, the SDN list more than 60.
const manyProgrammes = 12

// sourceOf names the source of a file, "" if it is not in this format. The
// reference values hold the programmes that occur; where these do not decide,
// the name of the file does.
func sourceOf(h list.Head) enduse.SourceID {
	others, found, is := 0, false, false
	x := list.NewXML(bytes.NewReader(h.Bytes), maxRecord)
	// the head ends where it ends: that is an error of the document, not here
	_ = x.Walk(root, func(path []string, start xml.StartElement) (bool, error) {
		is = is || path[0] == "DateOfIssue"
		if len(path) == 1 && path[0] == "ReferenceValueSets" {
			return true, nil
		}
		n, err := x.Tree(start)
		if err != nil || n.Name != "SanctionsProgramValues" {
			return false, err
		}
		found = true
		for _, p := range n.Kids {
			if ofac.SourceOf("", [][]string{{p.Text}}) == "ofac-sdn" {
				others++
			}
		}
		return false, errFound
	})
	name := strings.ToLower(h.Name)
	switch {
	case !is:
		return ""
	case found && others <= manyProgrammes, strings.HasPrefix(name, "cons"):
		return "ofac-cons"
	}
	return "ofac-sdn"
}

// published reads the date of issue.
func published(src io.Reader) (d enduse.Date, ok bool) {
	n, err := list.FirstChild(src, maxRecord, root)
	if err != nil || n.Name != "DateOfIssue" {
		return d, false
	}
	return point(n)
}

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
