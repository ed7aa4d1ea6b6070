package enhanced

import (
	"bytes"
	"encoding/xml"
	"errors"
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
	var out []list.Format
	for _, source := range ofac.Sources() {
		id, role := "ofac-sdn-enhanced", "sdn_enhanced.xml"
		if source.ID != "ofac-sdn" {
			id, role = "ofac-cons-enhanced", "cons_enhanced.xml"
		}
		out = append(out, list.Format{
			ID: id, Source: source, Roles: []list.Role{{Name: role, Required: true}}, FixtureOnly: true,
			Detect: func(h list.Head) string {
				if sourceOf(h) == source.ID {
					return role
				}
				return ""
			},
			Read: list.OpenOne(role, func(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
				return Read(src, file, source.ID)
			}),
			Published: func(set list.Set) *enduse.Date { return published(set, role) },
		})
	}
	return out
}

// sourceOf names the source of a file by the lists that it was filtered by, ""
// if it is none of this format. Where the filter does not decide, the name of
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

var errFound = errors.New("found")

// head reads the publicationInfo, the first element of a file.
func head(src io.Reader) (n list.Node, err error) {
	x := list.NewXML(src, maxRecord)
	err = x.Walk(root, func(_ []string, start xml.StartElement) (bool, error) {
		var err error
		if n, err = x.Tree(start); err == nil {
			err = errFound
		}
		return false, err
	})
	if !errors.Is(err, errFound) || n.Name != info {
		return n, errors.New("no " + info)
	}
	return n, nil
}

// published reads the day as of which the data are.
func published(set list.Set, role string) *enduse.Date {
	rc, _, err := set.Open(role)
	if err != nil {
		return nil
	}
	defer rc.Close()
	n, err := head(rc)
	if err != nil {
		return nil
	}
	if d, ok := isoDay(n.Get("dataAsOf")); ok {
		return &d
	}
	return nil
}

// isoDay reads a date, perhaps with a time or a zone behind it.
func isoDay(s string) (enduse.Date, bool) {
	d, err := enduse.ParseDate(s[:min(len(s), len("2012-12-31"))])
	return d, err == nil && d.Precision() == enduse.PrecisionDay
}
