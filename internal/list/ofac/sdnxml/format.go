package sdnxml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"regexp"
	"strconv"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
)

const (
	root = "sdnList"
	info = "publshInformation" // so spelt
	// maxRecord bounds the bytes of one entry. The longest known has 60 KiB.
	maxRecord = 2 << 20
)

// Formats returns the format for the SDN list and for the consolidated list.
func Formats() []list.Format {
	return ofac.XML{
		Name: "xml", Title: "XML (both namespaces)", SDN: "sdn.xml", Consolidated: "consolidated.xml", TriedConsol: "Mar 2025: 443 entities",
		SourceOf: sourceOf, Read: Read, Published: published,
	}.Formats()
}

// sourceOf names the source of a file by the programmes of its first entries,
// "" if it is not in this format.
func sourceOf(h list.Head) enduse.SourceID {
	var parties [][]string
	is := false
	x := list.NewXML(bytes.NewReader(h.Bytes), maxRecord)
	// the head ends where it ends: that is an error of the document, not here
	_ = x.Walk(root, func(_ []string, start xml.StartElement) (bool, error) {
		n, err := x.Tree(start)
		if err != nil {
			is = is || start.Name.Local == "sdnEntry"
			return false, err
		}
		is = true
		if n.Name == "sdnEntry" {
			parties = append(parties, texts(n.All("programList", "program")))
		}
		return false, nil
	})
	if !is {
		return ""
	}
	return ofac.SourceOf(h.Name, parties)
}

func texts(nodes []list.Node) []string {
	var out []string
	for _, n := range nodes {
		out = append(out, n.Text)
	}
	return out
}

// published reads the date of publication.
func published(src io.Reader) (d enduse.Date, ok bool) {
	n, err := list.FirstChild(src, maxRecord, root)
	if err != nil || n.Name != info {
		return d, false
	}
	return usDate(n.Get("Publish_Date"))
}

var usDay = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})$`)

// usDate reads month, day and year: "03/28/2025".
func usDate(s string) (d enduse.Date, ok bool) {
	m := usDay.FindStringSubmatch(s)
	if m == nil {
		return d, false
	}
	var n [3]int
	for i := range n {
		n[i], _ = strconv.Atoi(m[i+1]) // digits only, by the expression
	}
	d = enduse.Date{Month: n[0], Day: n[1], Year: n[2]}
	return d, d.Validate() == nil
}

// reading is the state of reading one file.
type reading struct {
	*list.XML
	*list.Sink
	source  enduse.SourceID
	entries int
	claimed string // the number of entries, as the file says
}

// Read yields the entities of a list, of the source named "ofac-sdn" or
// "ofac-cons": see [list.Format] for what its errors mean. File is the name for
// messages.
func Read(src io.Reader, file string, source enduse.SourceID) iter.Seq2[enduse.Entity, error] {
	return list.ReadXML(src, file, maxRecord, func(x *list.XML, sink *list.Sink) error {
		r := reading{XML: x, Sink: sink, source: source}
		if err := x.Walk(root, r.element); err != nil {
			return err
		}
		if r.claimed != strconv.Itoa(r.entries) {
			return r.Doubt(fmt.Sprintf("%d entries, but its Record_Count says %q: it may have been cut", r.entries, r.claimed))
		}
		return nil
	})
}

func (r *reading) element(_ []string, start xml.StartElement) (bool, error) {
	line := r.Line()
	n, err := r.Tree(start)
	switch {
	case errors.Is(err, list.ErrTooLong):
		r.entries++
		return false, r.Fault(line, "", err)
	case err != nil:
		return false, err
	case n.Name == info:
		r.claimed = n.Get("Record_Count")
		return false, nil
	case n.Name != "sdnEntry":
		return false, r.Fault(line, "", fmt.Errorf("unknown element %s: it was not read", n.Name))
	}
	r.entries++
	p, err := ofac.NewParty(r.source, n.Get("uid"))
	if err != nil {
		return false, r.Fault(line, "uid", err)
	}
	return false, r.Entity(entity(p, n), line)
}
