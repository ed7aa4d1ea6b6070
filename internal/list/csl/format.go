package csl

import (
	"bytes"
	"regexp"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const sourceID = "us-csl"

var source = list.Source{
	ID: sourceID, Title: "Consolidated Screening List", Publisher: "US Department of Commerce, International Trade Administration",
	URL: "https://www.trade.gov/consolidated-screening-list", Lists: listIDs(),
	// About 15,000 parties in November 2023, 25,921 on 31 July 2026.
	Floor: 12000, Floors: []list.Floor{{Since: enduse.Day(2026, 7, 31), Entities: 24100, Lists: map[enduse.ListID]int{
		"ofac-sdn": 17800, "bis-el": 3180, "bis-dpl": 1480, "state-dtc": 730, "ofac-ssi": 265, "bis-uvl": 205, "state-isn": 145,
		"ofac-plc": 70, "bis-meu": 65, "ofac-cmic": 60, "ofac-mbs": 45,
	}}},
}

// Formats returns the CSV and the JSON. Neither says when it was published: in the
// JSON each list has a date, the whole has none.
func Formats() []list.Format {
	return []list.Format{
		list.Single{
			ID: "us-csl-csv", Source: source, File: "consolidated.csv", Title: "CSV", Detect: detect, Read: Read,
			Tried: "a part, Nov 2023: 4,227 records, 4,220 parties; seven are on two lists and become one entity with both designations",
		}.Format(),
		list.Single{
			ID: "us-csl-json", Source: source, File: "consolidated.json", Title: "JSON", FixtureOnly: true, Detect: detectJSON, Read: ReadJSON,
		}.Format(),
	}
}

// signature are the columns that tell the file from any other table.
var signature = []string{"source", "entity_number", "programs", "name", "federal_register_notice", "source_list_url"}

func detect(h list.Head) bool {
	row, err := list.NewRows(bytes.NewReader(h.Bytes), h.Name, 1).Next()
	return err == nil && list.HasColumns(row.Fields, signature...)
}

// detectJSON looks for an object with an array of results, and for the members
// of a party in it.
func detectJSON(h list.Head) bool {
	text := bytes.TrimPrefix(h.Bytes, []byte("\xef\xbb\xbf"))
	if !bytes.HasPrefix(bytes.TrimLeft(text, " \t\r\n"), []byte("{")) || !results.Match(text) {
		return false
	}
	for _, member := range []string{`"source"`, `"name"`, `"alt_names"`, `"source_list_url"`} {
		if !bytes.Contains(text, []byte(member)) {
			return false
		}
	}
	return true
}

var results = regexp.MustCompile(`"results"\s*:\s*\[\s*(?:\{|\])`)
