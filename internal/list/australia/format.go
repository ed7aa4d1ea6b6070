package australia

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/table"
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

// reference is a party's number and the letters of one of its names.
var reference = regexp.MustCompile(`^(\d+)[a-z]*$`)

// Read yields a party for each number. See [list.Format] for the meaning of its
// errors. File is the name for messages.
func Read(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return list.Records(file, func(sink *list.Sink) error {
		t, err := table.Open(file, src, table.Options{IsHeader: isHeader})
		if err != nil {
			return err
		}
		defer func() { _ = t.Close() }()
		if !t.HasHeader() || !isHeader(t.Columns()) {
			return &enduse.Error{
				Op: "read", Code: enduse.CodeInvalid, Subject: file, Err: errors.New("the columns of the Consolidated List are not in it"),
				Hint: "its header must hold: " + strings.Join(required, ", "),
			}
		}
		for _, name := range t.OtherSheets() {
			if err := otherSheet(sink, t, name); err != nil {
				return err
			}
		}
		parties, err := group(sink, t)
		if err != nil {
			return err
		}
		for _, p := range parties {
			if err := p.pass(sink); err != nil {
				return err
			}
		}
		return nil
	})
}

// otherSheet warns of another sheet with content: the published workbook has
// none, so it may hold a part of the list.
func otherSheet(sink *list.Sink, t *table.Table, name string) error {
	other, err := t.Sheet(name, table.Options{})
	if other == nil && err == nil {
		return nil
	}
	if other != nil {
		_ = other.Close()
	}
	return sink.In(t.Name() + " [" + name + "]").Doubt("the sheet was not read")
}

// group puts the rows of each party together, in the order of the first row of
// each. A row that belongs to none is a fault.
func group(sink *list.Sink, t *table.Table) (order []*party, err error) {
	parties := map[string]*party{}
	for row, err := range t.Rows() {
		m := reference.FindStringSubmatch(row.Get("Reference"))
		switch {
		case err == nil && m == nil:
			err = sink.Fault(row.Line, "Reference", errors.New("not a number with letters behind it"))
		case err == nil:
			p := parties[m[1]]
			if p == nil {
				p = &party{EntityBuilder: list.NewEntity(listID, m[1])}
				parties[m[1]], order = p, append(order, p)
			}
			p.rows = append(p.rows, row)
		}
		if err := sink.Report(err); err != nil {
			return nil, err
		}
	}
	return order, nil
}

// pass reads the rows of the party and passes its entity on.
func (p *party) pass(sink *list.Sink) error {
	p.main = p.rows[0]
	if i := slices.IndexFunc(p.rows, func(r table.Row) bool { return r.Get("Name Type") == primaryName }); i >= 0 {
		p.main = p.rows[i]
	}
	p.Kind = p.main.Get("Type")
	p.kind()
	p.names()
	p.person()
	p.addresses()
	p.designate()
	p.remarks()
	p.others()
	return sink.Entity(p.Build(), p.main.Line)
}
