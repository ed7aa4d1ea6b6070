package uk

import (
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

const listID = "uk-sl"

var source = list.Source{
	ID: listID, Title: "UK Sanctions List", Publisher: "Foreign, Commonwealth and Development Office",
	URL: "https://www.gov.uk/government/publications/the-uk-sanctions-list", Lists: []enduse.ListID{listID},
	// 5,302 rows of the overview of 11 August 2025, 6,046 subjects in May 2026 (a
	// third party's tables).
	Floor: 4000, Floors: []list.Floor{{Since: enduse.Day(2025, 8, 11), Entities: 4900}, {Since: enduse.Day(2026, 5, 1), Entities: 5600}},
}

// Formats returns the XML, the CSV and the ODS overview.
func Formats() []list.Format {
	return []list.Format{
		list.Single{
			ID: "uk-sl-xml", Source: source, File: "UK-Sanctions-List.xml", Title: "XML", FixtureOnly: true,
			Detect: detectXML, Read: ReadXML, Published: published(dateGenerated),
		}.Format(),
		list.Single{
			ID: "uk-sl-csv", Source: source, File: "UK-Sanctions-List.csv", Title: "CSV", FixtureOnly: true,
			Detect: func(h list.Head) bool { return h.HasCSV(isHeader) }, Read: ReadCSV, Published: published(reportDate),
		}.Format(),
		list.Single{
			ID: "uk-sl-ods", Source: source, File: "UK-Sanctions-List.ods", Title: "ODS overview", Tried: "Aug 2025: 5,302 entities",
			Partial: "the overview has no aliases, dates of birth, addresses or numbers",
			Detect:  detectODS, Read: ReadODS,
		}.Format(),
	}
}

func detectXML(h list.Head) bool {
	return h.HasRoot(records.Root) && slices.ContainsFunc([]string{"<" + records.Record + ">", "<DateGenerated>"}, func(element string) bool {
		return bytes.Contains(h.Bytes, []byte(element))
	})
}

// isHeader asks for the columns without which rows cannot be put together.
func isHeader(cells []string) bool {
	return list.HasColumns(cells, "Unique ID", "Name 6", "Name type", "Regime Name")
}

// headBytes is how much of a file may come before its date.
const headBytes = 4096

var (
	dateGenerated = regexp.MustCompile(`<DateGenerated>\s*([^<]{1,40})<`)
	reportDate    = regexp.MustCompile(`^\W*Report Date:? *"?([0-9]{1,2}[- /][A-Za-z0-9]{2,9}[- /][0-9]{4})`)
)

// published finds a date at the beginning of a file.
func published(pattern *regexp.Regexp) func(io.Reader) (enduse.Date, bool) {
	return func(src io.Reader) (d enduse.Date, ok bool) {
		head := make([]byte, headBytes)
		n, _ := io.ReadFull(src, head) // a shorter file, or one that cannot be read, has no more
		if m := pattern.FindSubmatch(head[:n]); m != nil {
			return day(strings.TrimSpace(string(m[1])))
		}
		return d, false
	}
}
