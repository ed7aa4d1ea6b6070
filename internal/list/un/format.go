package un

import (
	"encoding/xml"
	"fmt"
	"io"
	"iter"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const (
	listID = "un-sc"
	root   = "CONSOLIDATED_LIST"
)

var source = list.Source{
	ID: listID, Title: "United Nations Security Council Consolidated List", Publisher: "United Nations Security Council",
	URL: "https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list", Lists: []enduse.ListID{listID},
	// About half of the 1,011 records of 1 August 2026.
	Floor: 500, Floors: []list.Floor{{Since: enduse.Day(2026, 8, 1), Entities: 940}},
}

// Format returns the Security Council's consolidated XML.
func Format() list.Format {
	return list.Single{
		ID: "un-sc-xml", Source: source, File: "consolidated.xml", Title: "XML", Tried: "Aug 2026: 736 + 275 entities",
		Detect: func(h list.Head) bool { return h.HasRoot(root) }, Read: Read, Published: published,
	}.Format()
}

// published reads the day on which the file was made, in UTC.
func published(src io.Reader) (enduse.Date, bool) {
	return isoDay(list.RootAttr(src, maxRecord, "dateGenerated"))
}

// maxRecord bounds the bytes of one record. The longest known has 20 KiB.
const maxRecord = 1 << 20

// sections are the parts of the list and the records in each.
var sections = map[string]string{"INDIVIDUALS": "INDIVIDUAL", "ENTITIES": "ENTITY"}

// reading is the state of reading one file.
type reading struct {
	*list.XML
	*list.Sink
}

// Read yields the entities of a consolidated list: see [list.Format] for what
// its errors mean. File is the name for messages.
func Read(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return list.ReadXML(src, file, maxRecord, func(x *list.XML, sink *list.Sink) error {
		r := reading{XML: x, Sink: sink}
		return x.Walk(root, r.element)
	})
}

// element reads a record, or enters the section that holds records. A section
// that is not known is reported, and so is every record in it, so that they
// count.
func (r *reading) element(path []string, start xml.StartElement) (bool, error) {
	switch {
	case len(path) > 1:
		return false, r.record(path[0], start)
	case sections[path[0]] == "":
		return true, r.Fault(r.Line(), "", fmt.Errorf("unknown section %s: its records are not read", path[0]))
	}
	return true, nil
}

// record reads one record, or an element that is not a record.
func (r *reading) record(section string, start xml.StartElement) error {
	line := r.Line()
	n, ok, err := r.Record(r.Sink, start)
	switch {
	case !ok:
		return err
	case sections[section] != n.Name:
		return r.Unknown(line, n.Name+" in "+section)
	}
	e, err := entity(n)
	return r.Result(line, e, err)
}
