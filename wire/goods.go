package wire

import "github.com/enduse/enduse"

// GoodsAnswer is a code that a question about goods may mean, and where it is
// listed.
type GoodsAnswer struct {
	Code        string         `json:"code"`
	System      string         `json:"system"` // hs2022, hs2017, cn, eccn
	Description string         `json:"description"`
	Confidence  float64        `json:"confidence"` // 1 for a code that was asked for itself
	Lists       []GoodsListing `json:"lists"`
	Because     string         `json:"because,omitempty"` // the words or the part number that it was found by
	Note        string         `json:"note,omitempty"`
}

// GoodsListing is an entry of a control list.
type GoodsListing struct {
	List     string `json:"list"`
	Tier     string `json:"tier"`
	Citation string `json:"citation"`
	// Destinations are those that the list is about; none means all.
	Destinations []enduse.Country `json:"destinations,omitempty"`
}

// GoodsTable is a control list, a nomenclature or another table of goods.
type GoodsTable struct {
	Name     string `json:"name"`
	Title    string `json:"title"`
	Entries  int    `json:"entries"` // 0: the table is known and not loaded
	Digest   string `json:"digest"`
	File     string `json:"file"`
	Imported string `json:"imported"` // RFC 3339; "" for a table in the program
	Verify   bool   `json:"verify"`   // its source was not read in full
}
