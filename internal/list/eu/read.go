package eu

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// maxRecord bounds the bytes of one record. The largest known has some 110
// names, each with the address of a regulation: about 60 KiB.
const maxRecord = 4 << 20

// ReadXML yields the entities of an XML 1.1 file: see [list.Format] for what
// its errors mean. File is the name for messages.
func ReadXML(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return list.ReadXML(src, file, maxRecord, func(x *list.XML, sink *list.Sink) error {
		return x.Walk(root, func(_ []string, start xml.StartElement) (bool, error) {
			return false, one(x, sink, start)
		})
	})
}

// one reads one record, or an element that is none.
func one(x *list.XML, sink *list.Sink, start xml.StartElement) error {
	line := x.Line()
	n, err := x.Tree(start)
	switch {
	case errors.Is(err, list.ErrTooLong):
		return sink.Fault(line, "", err)
	case err != nil:
		return err
	case n.Name != record:
		return sink.Fault(line, "", fmt.Errorf("unknown element %s: it was not read", n.Name))
	}
	return yield(sink, n, line)
}

// yield hands on the entity that a tree describes.
func yield(sink *list.Sink, n list.Node, line int) error {
	e, err := entity(n)
	if err != nil {
		return sink.Fault(line, "", err)
	}
	return sink.Entity(e, line)
}
