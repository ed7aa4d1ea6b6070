package bis

import (
	"bytes"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const listID = "bis-dpl"

var source = list.Source{
	ID: listID, Title: "Denied Persons List", Publisher: "US Department of Commerce, Bureau of Industry and Security",
	URL: "https://www.bis.gov/dpl", Lists: []enduse.ListID{listID},
	// 546 rows in June 2019; the list has grown since.
	Floor: 300, Floors: []list.Floor{{Since: enduse.Day(2019, 6, 1), Entities: 505}},
}

// Format returns the Denied Persons List's own text, which does not say when it
// was published.
func Format() list.Format {
	return list.Single{
		ID: "bis-dpl-txt", Source: source, File: "dpl.txt", Tried: "Jul 2019: 546 orders, 543 of them distinct; ended orders are kept and not matched",
		Detect: detect, Read: Read,
	}.Format()
}

// columns are those of the header, and all that are read.
var columns = []string{
	"Name", "Street_Address", "City", "State", "Country", "Postal_Code", "Effective_Date",
	"Expiration_Date", "Standard_Order", "Last_Update", "Action", "FR_Citation",
}

// isHeader asks for the columns without which a row says too little.
func isHeader(cells []string) bool {
	return list.HasColumns(cells, "Name", "Street_Address", "Effective_Date", "Expiration_Date", "Standard_Order", "FR_Citation")
}

func detect(h list.Head) bool {
	_, err := newRows(bytes.NewReader(h.Bytes), h.Name)
	return err == nil
}
