package australia

import (
	"bytes"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const listID = "au-dfat"

var source = list.Source{
	ID: listID, Title: "Australian Consolidated List", Publisher: "Australian Department of Foreign Affairs and Trade",
	URL: "https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list", Lists: []enduse.ListID{listID},
	// 3,846 parties in July 2026.
	Floor: 2000, Floors: []list.Floor{{Since: enduse.Day(2026, 7, 1), Entities: 3570}},
}

// Format returns the consolidated list's workbook, which does not say when it was
// published.
func Format() list.Format {
	return list.Single{
		ID: "au-dfat-xlsx", Source: source, File: "regulation8_consolidated.xlsx", Tried: "Aug 2026: 3,846 parties in 11,068 rows",
		Detect: detect, Read: Read,
	}.Format()
}

// required are the columns without which a row says too little; read are all.
var (
	required = []string{"Reference", "Name of Individual or Entity", "Type", "Name Type", "Committees"}
	columns  = append(slices.Clone(required),
		"Alias Strength", "Date of Birth", "Place of Birth", "Citizenship", "Address", "Additional Information",
		"Listing Information", "IMO Number", "Control Date", "Instrument of Designation",
		"Targeted Financial Sanction", "Travel Ban", "Arms Embargo", "Maritime Restriction")
)

func isHeader(cells []string) bool { return list.HasColumns(cells, required...) }

// detect takes a workbook with the columns of the list, and also one that cannot
// be read if it has the name that the publisher gives it: then the import says why.
func detect(h list.Head) bool {
	name := strings.ToLower(h.Name)
	named := strings.Contains(name, "regulation8") && strings.HasSuffix(name, ".xlsx") && bytes.HasPrefix(h.Bytes, []byte("PK\x03\x04"))
	return slices.ContainsFunc(h.Rows, isHeader) || named
}
