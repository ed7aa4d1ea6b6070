package sdnxml

import (
	"bytes"
	"encoding/xml"
	"io"
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
