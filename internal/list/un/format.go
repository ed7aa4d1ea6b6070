package un

import (
	"bytes"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const (
	listID = "un-sc"
	root   = "CONSOLIDATED_LIST"
	// roleMain is the only file of an edition.
	roleMain = "consolidated.xml"
)

// Format returns the Security Council's consolidated XML.
func Format() list.Format {
	return list.Format{
		ID: "un-sc-xml",
		Source: list.Source{
			ID: listID, Title: "United Nations Security Council Consolidated List",
			Publisher: "United Nations Security Council",
			URL:       "https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list",
			Lists:     []enduse.ListID{listID},
			// About half of the 1,011 records of 1 August 2026.
			Floor: 500,
			Floors: []list.Floor{
				{Since: enduse.Day(2026, 8, 1), Entities: 940},
			},
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

// published reads the day on which the file was made, in UTC.
func published(set list.Set) *enduse.Date {
	rc, _, err := set.Open(roleMain)
	if err != nil {
		return nil
	}
	defer rc.Close()
	start, err := list.NewXML(rc, maxRecord).Root()
	if err != nil {
		return nil
	}
	for _, a := range start.Attr {
		if d, ok := isoDay(a.Value); ok && a.Name.Local == "dateGenerated" {
			return &d
		}
	}
	return nil
}
