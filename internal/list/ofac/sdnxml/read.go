package sdnxml

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"strconv"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
)

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
