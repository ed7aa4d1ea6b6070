package csl

import (
	"bytes"
	"errors"
	"iter"
	"regexp"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const (
	sourceID = "us-csl"
	// The only file of an edition, in each format.
	roleMain = "consolidated.csv"
	roleJSON = "consolidated.json"
)

var source = list.Source{
	ID: sourceID, Title: "Consolidated Screening List",
	Publisher: "US Department of Commerce, International Trade Administration",
	URL:       "https://www.trade.gov/consolidated-screening-list",
	Lists:     listIDs(),
	// About 15,000 parties in November 2023, 25,921 on 31 July 2026.
	Floor: 12000,
	Floors: []list.Floor{{Since: enduse.Day(2026, 7, 31), Entities: 24100, Lists: map[enduse.ListID]int{
		"ofac-sdn": 17800, "bis-el": 3180, "bis-dpl": 1480, "state-dtc": 730, "ofac-ssi": 265, "bis-uvl": 205, "state-isn": 145,
		"ofac-plc": 70, "bis-meu": 65, "ofac-cmic": 60, "ofac-mbs": 45,
	}}},
}

// Format returns the Consolidated Screening List's CSV.
func Format() list.Format {
	return list.Format{
		ID: "us-csl-csv", Source: source,
		Roles:     []list.Role{{Name: roleMain, Required: true}},
		Detect:    detect,
		Read:      open,
		Published: func(list.Set) *enduse.Date { return nil }, // the file does not say
	}
}

// FormatJSON returns its JSON.
func FormatJSON() list.Format {
	return list.Format{
		ID: "us-csl-json", Source: source, FixtureOnly: true,
		Roles:     []list.Role{{Name: roleJSON, Required: true}},
		Detect:    detectJSON,
		Read:      list.OpenOne(roleJSON, ReadJSON),
		Published: func(list.Set) *enduse.Date { return nil }, // each of its lists has a date, the whole has none
	}
}

// signature are the columns that tell the file from any other table.
var signature = []string{"source", "entity_number", "programs", "name", "federal_register_notice", "source_list_url"}

func detect(h list.Head) string {
	row, err := list.NewRows(bytes.NewReader(h.Bytes), h.Name, 1).Next()
	if err != nil {
		return ""
	}
	for _, column := range signature {
		if !slices.Contains(row.Fields, column) {
			return ""
		}
	}
	return roleMain
}

// detectJSON looks for an object with an array of results, and for the members
// of a party in it.
func detectJSON(h list.Head) string {
	text := bytes.TrimPrefix(h.Bytes, []byte("\xef\xbb\xbf"))
	if !bytes.HasPrefix(bytes.TrimLeft(text, " \t\r\n"), []byte("{")) || !results.Match(text) {
		return ""
	}
	for _, member := range []string{`"source"`, `"name"`, `"alt_names"`, `"source_list_url"`} {
		if !bytes.Contains(text, []byte(member)) {
			return ""
		}
	}
	return roleJSON
}

var results = regexp.MustCompile(`"results"\s*:\s*\[\s*(?:\{|\])`)

func open(set list.Set) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		files := set.Role(roleMain)
		if len(files) == 0 {
			yield(enduse.Entity{}, &enduse.Error{
				Op: "read", Code: enduse.CodeNotFound, Subject: roleMain, Err: errors.New("the file is missing"),
			})
			return
		}
		rc, err := files[0].Open()
		if err != nil {
			yield(enduse.Entity{}, &enduse.Error{Op: "open", Code: enduse.CodeNotFound, Subject: files[0].Name, Err: err})
			return
		}
		defer rc.Close()
		Read(rc, files[0].Name)(yield)
	}
}
