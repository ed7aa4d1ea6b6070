package canada

import (
	"bytes"
	"iter"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const (
	listID = "ca-sema"
	root   = "data-set"
	// roleMain is the only file of an edition.
	roleMain = "sema-lmes.xml"
)

// maxRecord bounds the bytes of one record. The longest record known has 2 KiB.
const maxRecord = 1 << 18

// Format returns the consolidated list's XML.
func Format() list.Format {
	return list.Format{
		ID: "ca-sema-xml",
		Source: list.Source{
			ID: listID, Title: "Consolidated Canadian Autonomous Sanctions List",
			Publisher: "Global Affairs Canada",
			URL:       listURL,
			Lists:     []enduse.ListID{listID},
			// 4,759 records in 2025.
			Floor: 3000,
			Floors: []list.Floor{
				{Since: enduse.Day(2025, 12, 31), Entities: 4420},
			},
		},
		Roles:     []list.Role{{Name: roleMain, Required: true}},
		Detect:    detect,
		Read:      open,
		Published: func(list.Set) *enduse.Date { return nil }, // the file does not say
	}
}

const listURL = "https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx?lang=eng"

// detect asks for the root element, whose name says little, and for the
// element that every record has.
func detect(h list.Head) string {
	start, err := list.NewXML(bytes.NewReader(h.Bytes), maxRecord).Root()
	if err != nil || start.Name.Local != root || !bytes.Contains(h.Bytes, []byte("<DateOfListing>")) {
		return ""
	}
	return roleMain
}

func open(set list.Set) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		rc, name, err := set.Open(roleMain)
		if err != nil {
			yield(enduse.Entity{}, err)
			return
		}
		defer func() { _ = rc.Close() }()
		Read(rc, name)(yield)
	}
}
