package australia

import (
	"bytes"
	"iter"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const (
	listID = "au-dfat"
	// roleMain is the only file of an edition.
	roleMain = "regulation8_consolidated.xlsx"
)

// Format returns the consolidated list's workbook.
func Format() list.Format {
	return list.Format{
		ID: "au-dfat-xlsx",
		Source: list.Source{
			ID: listID, Title: "Australian Consolidated List",
			Publisher: "Australian Department of Foreign Affairs and Trade",
			URL:       "https://www.dfat.gov.au/international-relations/security/sanctions/consolidated-list",
			Lists:     []enduse.ListID{listID},
			// 3,846 parties in July 2026.
			Floor: 2000,
			Floors: []list.Floor{
				{Since: enduse.Day(2026, 7, 1), Entities: 3570},
			},
		},
		Roles:     []list.Role{{Name: roleMain, Required: true}},
		Detect:    detect,
		Read:      open,
		Published: func(list.Set) *enduse.Date { return nil }, // the workbook does not say
	}
}

// required are the columns without which a row says too little; read are all.
var (
	required = []string{"Reference", "Name of Individual or Entity", "Type", "Name Type", "Committees"}
	columns  = append(slices.Clone(required),
		"Alias Strength", "Date of Birth", "Place of Birth", "Citizenship", "Address", "Additional Information",
		"Listing Information", "IMO Number", "Control Date", "Instrument of Designation",
		"Targeted Financial Sanction", "Travel Ban", "Arms Embargo", "Maritime Restriction")
)

func isHeader(cells []string) bool {
	for _, c := range required {
		if !slices.Contains(cells, c) {
			return false
		}
	}
	return true
}

// detect takes a workbook with the columns of the list; also one that cannot be
// read, if it has the name that the publisher gives it: the import says why.
func detect(h list.Head) string {
	name := strings.ToLower(h.Name)
	named := strings.Contains(name, "regulation8") && strings.HasSuffix(name, ".xlsx") && bytes.HasPrefix(h.Bytes, []byte("PK\x03\x04"))
	if slices.ContainsFunc(h.Rows, isHeader) || named {
		return roleMain
	}
	return ""
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
