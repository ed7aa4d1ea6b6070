package eu

import (
	"bytes"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/table"
)

const (
	listID = "eu-fsf"
	root   = "export"
	record = "sanctionEntity"
	// The only file of an edition, in each format.
	roleXML = "xmlFullSanctionsList_1_1.xml"
	roleCSV = "csvFullSanctionsList_1_1.csv"
)

var source = list.Source{
	ID: listID, Title: "EU Financial Sanctions Files, consolidated list",
	Publisher: "European Commission, DG FISMA",
	URL:       "https://webgate.ec.europa.eu/fsd/fsf",
	Lists:     []enduse.ListID{listID},
	// 5,316 subjects in May 2025 (a third party's parse), 6,234 in August 2026
	// (a public profile of the CSV).
	Floor:       4000,
	Floors:      []list.Floor{{Since: enduse.Day(2025, 5, 1), Entities: 4900}, {Since: enduse.Day(2026, 8, 1), Entities: 5800}},
	FixtureOnly: true,
}

// Formats returns the XML 1.1 and the CSV 1.1.
func Formats() []list.Format {
	return []list.Format{
		{
			ID: "eu-fsf-xml", Source: source,
			Roles:  []list.Role{{Name: roleXML, Required: true}},
			Detect: detectXML, Read: list.OpenOne(roleXML, ReadXML), Published: publishedXML,
		},
		{
			ID: "eu-fsf-csv", Source: source,
			Roles:  []list.Role{{Name: roleCSV, Required: true}},
			Detect: detectCSV, Read: list.OpenOne(roleCSV, ReadCSV), Published: publishedCSV,
		},
	}
}

// detectXML looks for a first element export, and sanctionEntity in it or the
// list's namespace on it: many documents have a root of that name.
func detectXML(h list.Head) string {
	start, err := list.NewXML(bytes.NewReader(h.Bytes), maxRecord).Root()
	if err != nil || start.Name.Local != root {
		return ""
	}
	if start.Name.Space == "http://eu.europa.ec/fpi/fsd/export" || bytes.Contains(h.Bytes, []byte("<"+record+" ")) {
		return roleXML
	}
	return ""
}

func publishedXML(set list.Set) *enduse.Date {
	rc, _, err := set.Open(roleXML)
	if err != nil {
		return nil
	}
	defer func() { _ = rc.Close() }()
	start, err := list.NewXML(rc, maxRecord).Root()
	if err != nil {
		return nil
	}
	for _, a := range start.Attr {
		if d, ok := day(a.Value); ok && a.Name.Local == "generationDate" {
			return &d
		}
	}
	return nil
}

// isHeader asks for the columns without which rows cannot be put together.
func isHeader(cells []string) bool {
	for _, c := range []string{"Entity_LogicalId", "Entity_EU_ReferenceNumber", "NameAlias_WholeName"} {
		if !slices.Contains(cells, c) {
			return false
		}
	}
	return true
}

func detectCSV(h list.Head) string {
	t, err := table.Open(h.Name, bytes.NewReader(h.Bytes), table.Options{IsHeader: isHeader})
	if err != nil {
		return ""
	}
	defer func() { _ = t.Close() }()
	if t.Kind() == table.CSV && t.HasHeader() && isHeader(t.Columns()) {
		return roleCSV
	}
	return ""
}

// publishedCSV reads the date that every row repeats, day first.
func publishedCSV(set list.Set) *enduse.Date {
	rc, name, err := set.Open(roleCSV)
	if err != nil {
		return nil
	}
	defer func() { _ = rc.Close() }()
	t, err := table.Open(name, rc, table.Options{IsHeader: isHeader})
	if err != nil {
		return nil
	}
	defer func() { _ = t.Close() }()
	for row, err := range t.Rows() {
		if d, ok := day(row.Get("fileGenerationDate")); ok && err == nil {
			return &d
		}
		return nil
	}
	return nil
}
