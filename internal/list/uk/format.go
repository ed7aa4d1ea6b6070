package uk

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/table"
)

const (
	listID = "uk-sl"
	root   = "Designations"
	record = "Designation"
	// The only file of an edition, in each format.
	roleXML = "UK-Sanctions-List.xml"
	roleCSV = "UK-Sanctions-List.csv"
	roleODS = "UK-Sanctions-List.ods"
)

var source = list.Source{
	ID: listID, Title: "UK Sanctions List",
	Publisher: "Foreign, Commonwealth and Development Office",
	URL:       "https://www.gov.uk/government/publications/the-uk-sanctions-list",
	Lists:     []enduse.ListID{listID},
	// 5,302 rows of the overview of 11 August 2025, 6,046 subjects in May 2026
	// (a third party's tables).
	Floor: 4000,
	Floors: []list.Floor{
		{Since: enduse.Day(2025, 8, 11), Entities: 4900},
		{Since: enduse.Day(2026, 5, 1), Entities: 5600},
	},
}

// Formats returns the XML, the CSV and the ODS overview.
func Formats() []list.Format {
	return []list.Format{
		{
			ID: "uk-sl-xml", Source: source, FixtureOnly: true,
			Roles:  []list.Role{{Name: roleXML, Required: true}},
			Detect: detectXML, Read: list.OpenOne(roleXML, ReadXML), Published: publishedXML,
		},
		{
			ID: "uk-sl-csv", Source: source, FixtureOnly: true,
			Roles:  []list.Role{{Name: roleCSV, Required: true}},
			Detect: detectCSV, Read: list.OpenOne(roleCSV, ReadCSV), Published: publishedCSV,
		},
		{
			ID: "uk-sl-ods", Source: source, Partial: "the overview has no aliases, dates of birth, addresses or numbers",
			Roles:  []list.Role{{Name: roleODS, Required: true}},
			Detect: detectODS, Read: list.OpenOne(roleODS, ReadODS), Published: func(list.Set) *enduse.Date { return nil },
		},
	}
}

func detectXML(h list.Head) string {
	start, err := list.NewXML(bytes.NewReader(h.Bytes), maxRecord).Root()
	if err == nil && start.Name.Local == root && (bytes.Contains(h.Bytes, []byte("<"+record+">")) || bytes.Contains(h.Bytes, []byte("<DateGenerated>"))) {
		return roleXML
	}
	return ""
}

// isHeader asks for the columns without which rows cannot be put together.
func isHeader(cells []string) bool {
	for _, c := range []string{"Unique ID", "Name 6", "Name type", "Regime Name"} {
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

// headBytes is how much of a file may stand before its date.
const headBytes = 4096

var (
	dateGenerated = regexp.MustCompile(`<DateGenerated>\s*([^<]{1,40})<`)
	reportDate    = regexp.MustCompile(`^\W*Report Date:? *"?([0-9]{1,2}[- /][A-Za-z0-9]{2,9}[- /][0-9]{4})`)
)

func publishedXML(set list.Set) *enduse.Date { return published(set, roleXML, dateGenerated) }
func publishedCSV(set list.Set) *enduse.Date { return published(set, roleCSV, reportDate) }

// published finds a date at the beginning of a file.
func published(set list.Set, role string, pattern *regexp.Regexp) *enduse.Date {
	rc, _, err := set.Open(role)
	if err != nil {
		return nil
	}
	defer func() { _ = rc.Close() }()
	head := make([]byte, headBytes)
	n, _ := io.ReadFull(rc, head) // a shorter file, or one that cannot be read, has no more
	if m := pattern.FindSubmatch(head[:n]); m != nil {
		if d, ok := day(strings.TrimSpace(string(m[1]))); ok {
			return &d
		}
	}
	return nil
}
