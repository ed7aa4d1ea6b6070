package canada

import (
	"bytes"
	"io"
	"iter"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const (
	listID  = "ca-sema"
	listURL = "https://www.international.gc.ca/world-monde/international_relations-relations_internationales/sanctions/consolidated-consolide.aspx?lang=eng"
)

var source = list.Source{
	ID: listID, Title: "Consolidated Canadian Autonomous Sanctions List", Publisher: "Global Affairs Canada", URL: listURL, Lists: []enduse.ListID{listID},
	// 4,759 records in 2025.
	Floor: 3000, Floors: []list.Floor{{Since: enduse.Day(2025, 12, 31), Entities: 4420}},
}

// records reads the document. The longest record known has 2 KiB.
var records = list.XMLRecords{Root: "data-set", Record: "record", MaxRecord: 1 << 18, Entity: entity}

// Read yields the entities of a consolidated list. See [list.Format] for the
// meaning of its errors. File is the name for messages.
func Read(src io.Reader, file string) iter.Seq2[enduse.Entity, error] { return records.Read(src, file) }

// Format returns the consolidated list's XML, which does not say when it was
// published.
func Format() list.Format {
	return list.Single{
		ID: "ca-sema-xml", Source: source, File: "sema-lmes.xml", Tried: "2025: 4,759 entities", Detect: detect, Read: Read,
	}.Format()
}

// detect asks for the root element, whose name says little, and for the element
// that every record has.
func detect(h list.Head) bool {
	return h.HasRoot(records.Root) && bytes.Contains(h.Bytes, []byte("<DateOfListing>"))
}
