package enhanced

import (
	"bytes"
	"errors"
	"io"
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
