package bis

import (
	"bytes"
	"iter"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const (
	listID = "bis-dpl"
	// roleMain is the only file of an edition.
	roleMain = "dpl.txt"
)

// Format returns the Denied Persons List's own text.
func Format() list.Format {
	return list.Format{
		ID: "bis-dpl-txt",
		Source: list.Source{
			ID: listID, Title: "Denied Persons List",
			Publisher: "US Department of Commerce, Bureau of Industry and Security",
			URL:       "https://www.bis.gov/dpl",
			Lists:     []enduse.ListID{listID},
			// 546 rows in June 2019; the list has grown since.
			Floor: 300,
			Floors: []list.Floor{
				{Since: enduse.Day(2019, 6, 1), Entities: 505},
			},
		},
		Roles:     []list.Role{{Name: roleMain, Required: true}},
		Detect:    detect,
		Read:      open,
		Published: func(list.Set) *enduse.Date { return nil }, // the file does not say
	}
}

// columns are those of the header, and all that are read.
var columns = []string{
	"Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date",
	"Expiration_Date", "Standard_Order", "Last_Update", "Action", "FR_Citation",
}

// isHeader asks for the columns without which a row says too little.
func isHeader(cells []string) bool {
	for _, c := range []string{"Name", "Street_Address", "Effective_Date", "Expiration_Date", "Standard_Order", "FR_Citation"} {
		if !slices.Contains(cells, c) {
			return false
		}
	}
	return true
}

func detect(h list.Head) string {
	if _, err := newRows(bytes.NewReader(h.Bytes), h.Name); err != nil {
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
