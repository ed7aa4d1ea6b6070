package un

import (
	"io"

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
