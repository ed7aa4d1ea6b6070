package seco

import (
	"bytes"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const (
	listID = "ch-seco"
	root   = "swiss-sanctions-list"
	// roleMain is the only file of an edition.
	roleMain = "consolidated-list.xml"
)

// Format returns SECO's consolidated XML.
func Format() list.Format {
	return list.Format{
		ID: "ch-seco-xml",
		Source: list.Source{
			ID: listID, Title: "Consolidated list of the sanctions of Switzerland",
			Publisher: "State Secretariat for Economic Affairs (SECO)",
			URL:       "https://www.sesam.search.admin.ch/sesam-search-web/pages/search.xhtml",
			Lists:     []enduse.ListID{listID},
			// About 8,670 targets in September 2026, the 1,550 de-listed ones
			// included.
			Floor:       5000,
			Floors:      []list.Floor{{Since: enduse.Day(2026, 9, 1), Entities: 8060}},
			FixtureOnly: true,
		},
		Roles:     []list.Role{{Name: roleMain, Required: true}},
		Detect:    detect,
		Read:      list.OpenOne(roleMain, Read),
		Published: published,
	}
}

func detect(h list.Head) string {
	if start, err := list.NewXML(bytes.NewReader(h.Bytes), maxRecord).Root(); err == nil && start.Name.Local == root {
		return roleMain
	}
	return ""
}

// published reads the date of the list.
func published(set list.Set) *enduse.Date {
	rc, _, err := set.Open(roleMain)
	if err != nil {
		return nil
	}
	defer func() { _ = rc.Close() }()
	start, err := list.NewXML(rc, maxRecord).Root()
	if err != nil {
		return nil
	}
	for _, a := range start.Attr {
		if d, ok := day(a.Value); ok && a.Name.Local == "date" {
			return &d
		}
	}
	return nil
}
