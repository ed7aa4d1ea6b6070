package sdnxml

import (
	"bytes"
	"encoding/xml"
	"errors"
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
	var out []list.Format
	for _, source := range ofac.Sources() {
		id, role := "ofac-sdn-xml", "sdn.xml"
		if source.ID != "ofac-sdn" {
			id, role = "ofac-cons-xml", "consolidated.xml"
		}
		out = append(out, list.Format{
			ID: id, Source: source, Roles: []list.Role{{Name: role, Required: true}},
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

// sourceOf names the source of a file by the programmes of its first entries,
// "" if it is none of this format.
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

var errFound = errors.New("found")

// published reads the date of publication.
func published(set list.Set, role string) *enduse.Date {
	rc, _, err := set.Open(role)
	if err != nil {
		return nil
	}
	defer rc.Close()
	var date *enduse.Date
	x := list.NewXML(rc, maxRecord)
	// reading stops at the element, or fails before it: the same to the caller
	_ = x.Walk(root, func(_ []string, start xml.StartElement) (bool, error) {
		n, err := x.Tree(start)
		if err != nil {
			return false, err
		}
		if n.Name == info {
			date, _ = usDate(n.Get("Publish_Date"))
		}
		return false, errFound
	})
	return date
}

var usDay = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/(\d{4})$`)

// usDate reads month, day and year: "03/28/2025".
func usDate(s string) (*enduse.Date, bool) {
	m := usDay.FindStringSubmatch(s)
	if m == nil {
		return nil, false
	}
	var n [3]int
	for i := range n {
		n[i], _ = strconv.Atoi(m[i+1]) // digits only, by the expression
	}
	d := enduse.Date{Month: n[0], Day: n[1], Year: n[2]}
	return &d, d.Validate() == nil
}
