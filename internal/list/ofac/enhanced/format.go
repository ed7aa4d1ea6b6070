package enhanced

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
	root = "sanctionsData"
	info = "publicationInfo"
	// maxRecord bounds the bytes of one entity.
	maxRecord = 4 << 20
	// deltaSpace is what the namespace of a delta file has in it.
	deltaSpace = "DeltaFile"
)

// Formats returns the format for the SDN list and for the consolidated list.
func Formats() []list.Format {
	return ofac.XML{
		Name: "enhanced", Title: "\"enhanced\" XML", SDN: "sdn_enhanced.xml", Consolidated: "cons_enhanced.xml", FixtureOnly: true,
		SourceOf: sourceOf, Read: Read, Published: published,
	}.Formats()
}

// sourceOf names the source of a file by the lists that it was filtered by, ""
// if it is not in this format. Where the filter does not decide, the name of
// the file does.
func sourceOf(h list.Head) enduse.SourceID {
	start, err := list.NewXML(bytes.NewReader(h.Bytes), maxRecord).Root()
	if err != nil || start.Name.Local != root || strings.Contains(start.Name.Space, deltaSpace) {
		return ""
	}
	n, err := head(bytes.NewReader(h.Bytes))
	if err != nil {
		return ""
	}
	sdn, cons := false, false
	for _, l := range n.All("filters", "sanctionsLists", "sanctionsList") {
		sdn, cons = sdn || l.Text == "SDN List", cons || l.Text != "SDN List"
	}
	if cons && !sdn || cons == sdn && strings.HasPrefix(strings.ToLower(h.Name), "cons") {
		return "ofac-cons"
	}
	return "ofac-sdn"
}

// head reads the publicationInfo, the first element of a file.
func head(src io.Reader) (list.Node, error) {
	n, err := list.FirstChild(src, maxRecord, root)
	if err == nil && n.Name != info {
		err = errors.New("no " + info)
	}
	return n, err
}

// published reads the day of the data.
func published(src io.Reader) (d enduse.Date, ok bool) {
	n, err := head(src)
	if err != nil {
		return d, false
	}
	return isoDay(n.Get("dataAsOf"))
}

// isoDay reads a date, perhaps with a time or a zone after it.
func isoDay(s string) (enduse.Date, bool) {
	d, err := enduse.ParseDate(s[:min(len(s), len("2012-12-31"))])
	return d, err == nil && d.Precision() == enduse.PrecisionDay
}

// maxReferences bounds the reference values that are held. A file has a few
// thousand.
const maxReferences = 200_000

// reading is the state of reading one file.
type reading struct {
	*list.XML
	*list.Sink
	source enduse.SourceID
	refs   map[string]string // the number of a reference value -> its text
	census ofac.Census
}

// Read yields the entities of a list, of the source named "ofac-sdn" or
// "ofac-cons": see [list.Format] for what its errors mean. File is the name for
// messages.
func Read(src io.Reader, file string, source enduse.SourceID) iter.Seq2[enduse.Entity, error] {
	return list.ReadXML(src, file, maxRecord, func(x *list.XML, sink *list.Sink) error {
		r := reading{XML: x, Sink: sink, source: source, refs: map[string]string{}}
		if err := x.Walk(root, r.element); err != nil {
			return err
		}
		if doubt := r.census.Doubt(source); doubt != "" {
			return r.Warn(doubt)
		}
		return nil
	})
}

// element reads an entity or a reference value, or enters what holds them.
func (r *reading) element(path []string, start xml.StartElement) (bool, error) {
	switch {
	case path[0] == info || path[0] == "featureTypes":
		return false, r.Skip()
	case path[0] != "referenceValues" && path[0] != "entities":
		if err := r.Fault(r.Line(), "", fmt.Errorf("unknown element %s: it was not read", path[0])); err != nil {
			return false, err
		}
		return false, r.Skip()
	case len(path) == 1:
		return true, nil
	}
	line := r.Line()
	n, err := r.Tree(start)
	switch {
	case errors.Is(err, list.ErrTooLong):
		return false, r.Fault(line, "", err)
	case err != nil:
		return false, err
	case n.Name == "referenceValue" && path[0] == "referenceValues":
		return false, r.reference(n)
	case n.Name == "entity" && path[0] == "entities":
		return false, r.entity(n, line)
	}
	return false, r.Fault(line, "", fmt.Errorf("unknown element %s in %s: it was not read", n.Name, path[0]))
}

func (r *reading) reference(n list.Node) error {
	if len(r.refs) >= maxReferences {
		return fmt.Errorf("more than %d reference values", maxReferences)
	}
	r.refs[n.Attr("refId")] = n.Get("value")
	return nil
}

// entity reads one entity. One with an action is a change, not a party.
func (r *reading) entity(n list.Node, line int) error {
	if action := n.Attr("action"); action != "" {
		return fmt.Errorf("the file holds changes (%s), not the list", action)
	}
	to, err := ofac.NewParty(r.source, n.Attr("id"))
	if err != nil {
		return r.Fault(line, "id", err)
	}
	p := party{Party: to, refs: r.refs}
	e := p.read(n)
	r.census.Add(&e)
	return r.Entity(e, line)
}
