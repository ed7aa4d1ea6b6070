package seco

import (
	"io"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const (
	listID = "ch-seco"
	root   = "swiss-sanctions-list"
)

// Format returns SECO's consolidated XML.
func Format() list.Format {
	source := list.Source{
		ID: listID, Title: "Consolidated list of the sanctions of Switzerland", Publisher: "State Secretariat for Economic Affairs (SECO)",
		URL: "https://www.sesam.search.admin.ch/sesam-search-web/pages/search.xhtml", Lists: []enduse.ListID{listID}, FixtureOnly: true,
		// About 8,670 targets in September 2026, including the 1,550 that are de-listed.
		Floor: 5000, Floors: []list.Floor{{Since: enduse.Day(2026, 9, 1), Entities: 8060}},
	}
	return list.Single{
		ID: "ch-seco-xml", Source: source, File: "consolidated-list.xml", Title: "XML", Read: Read,
		Detect:    func(h list.Head) bool { return h.HasRoot(root) },
		Published: func(src io.Reader) (enduse.Date, bool) { return day(list.RootAttr(src, maxRecord, "date")) },
	}.Format()
}
