package eu

import (
	"bytes"
	"io"
	"iter"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/table"
)

const (
	listID = "eu-fsf"
	record = "sanctionEntity"
)

var source = list.Source{
	ID: listID, Title: "EU Financial Sanctions Files, consolidated list", Publisher: "European Commission, DG FISMA",
	URL: "https://webgate.ec.europa.eu/fsd/fsf", Lists: []enduse.ListID{listID}, FixtureOnly: true,
	// 5,316 subjects in May 2025 (a third party's parse), 6,234 in August 2026 (a
	// public profile of the CSV).
	Floor: 4000, Floors: []list.Floor{{Since: enduse.Day(2025, 5, 1), Entities: 4900}, {Since: enduse.Day(2026, 8, 1), Entities: 5800}},
}

// Formats returns the XML 1.1 and the CSV 1.1.
func Formats() []list.Format {
	return []list.Format{
		list.Single{
			ID: "eu-fsf-xml", Source: source, File: "xmlFullSanctionsList_1_1.xml", Title: "XML 1.1",
			Detect: detectXML, Read: ReadXML, Published: publishedXML,
		}.Format(),
		list.Single{
			ID: "eu-fsf-csv", Source: source, File: "csvFullSanctionsList_1_1.csv", Title: "CSV 1.1",
			Detect: func(h list.Head) bool { return h.HasCSV(isHeader) }, Read: ReadCSV, Published: publishedCSV,
		}.Format(),
	}
}

// records reads the XML. The largest known record has some 110 names, each with
// the address of a regulation: about 60 KiB.
var records = list.XMLRecords{Root: "export", Record: record, MaxRecord: 4 << 20, Entity: entity}

// ReadXML yields the entities of an XML 1.1 file. See [list.Format] for the
// meaning of its errors. File is the name for messages.
func ReadXML(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return records.Read(src, file)
}

// detectXML looks for a first element export, and sanctionEntity in it or the
// list's namespace on it: many documents have a root of that name.
func detectXML(h list.Head) bool {
	start, err := list.NewXML(bytes.NewReader(h.Bytes), records.MaxRecord).Root()
	return err == nil && start.Name.Local == records.Root &&
		(start.Name.Space == "http://eu.europa.ec/fpi/fsd/export" || bytes.Contains(h.Bytes, []byte("<"+record+" ")))
}

func publishedXML(src io.Reader) (enduse.Date, bool) {
	return day(list.RootAttr(src, records.MaxRecord, "generationDate"))
}

// isHeader asks for the columns without which rows cannot be put together.
func isHeader(cells []string) bool {
	return list.HasColumns(cells, "Entity_LogicalId", "Entity_EU_ReferenceNumber", "NameAlias_WholeName")
}

// publishedCSV reads the date that every row repeats, day first.
func publishedCSV(src io.Reader) (d enduse.Date, ok bool) {
	t, err := table.Open("", src, table.Options{IsHeader: isHeader})
	if err != nil {
		return d, false
	}
	defer func() { _ = t.Close() }()
	for row, err := range t.Rows() {
		d, ok = day(row.Get("fileGenerationDate"))
		return d, ok && err == nil
	}
	return d, false
}
