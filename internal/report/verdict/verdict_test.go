package verdict

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"html"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/testkit"
	"github.com/enduse/enduse/internal/triage"
	"github.com/enduse/enduse/wire"
)

// results are records of every kind: a find with names in several scripts, an
// identity that is fixed, nothing found, a row that cannot be read.
func results() []*wire.Result {
	published := enduse.Day(2026, 7, 31)
	stamp := enduse.Stamp{
		Engine: "test", Policy: "sha256:" + strings.Repeat("0", 64), AsOf: enduse.Day(2026, 8, 5), Prior: 0.1, Tables: map[string]string{"frequency": "sha256:" + strings.Repeat("2", 64)},
		Editions: []enduse.EditionStamp{{List: "ofac-sdn", Source: "ofac-sdn", Digest: "sha256:" + strings.Repeat("1", 64), Published: &published, Entities: 2, State: enduse.StateFresh}},
	}
	airline := &enduse.Entity{
		ID: "ofac-sdn:36", Source: "ofac-sdn", List: "ofac-sdn", Schema: enduse.SchemaCompany, Record: "sdn.csv:1",
		Names:        []enduse.Name{{Text: "AEROCARIBBEAN AIRLINES", Kind: enduse.NamePrimary}, {Text: "AERO-CARIBBEAN", Kind: enduse.NameAlias}},
		Addresses:    []enduse.Address{{City: "Havana", Country: "CU"}},
		Countries:    []enduse.Country{"CU"},
		Designations: []enduse.Designation{{List: "ofac-sdn", Program: "CUBA", Measures: []enduse.Measure{enduse.MeasureAssetFreeze}}},
	}
	arabic := &enduse.Entity{
		ID: "own:2", Source: "own", List: "own", Schema: enduse.SchemaPerson,
		Names: []enduse.Name{{Text: "شخص مثال", Kind: enduse.NameOriginal}, {Text: "示例公司", Kind: enduse.NameOriginal}},
	}
	gap := enduse.Gap{What: "list un-sc", Why: "required and not imported", Hint: "enduse lists import FILE"}
	hit := enduse.Hit{
		Entity: airline, Matched: airline.Names[1], Score: enduse.Score{LogOdds: 7.6, Value: 0.975, Probability: 0.31}, Match: true,
		Evidence: []enduse.Evidence{
			{Kind: enduse.EvidenceName, Query: "Aero Caribean", Listed: "AERO-CARIBBEAN", Method: "same words, other spelling", Weight: 8, Contribution: 7, Alignment: []enduse.Pairing{
				{Query: "aero", Listed: "aero", Method: "same", Alike: 1, Share: 0.5}, {Query: "caribean", Listed: "caribbean", Method: "spelling", Alike: 0.88, Share: 0.5},
			}},
			{Kind: enduse.EvidenceCountry, Query: "CU", Listed: "CU", Method: "a country in common", Weight: 0.6, Contribution: 0.6},
		},
	}
	other := enduse.Hit{
		Entity: arabic, Matched: arabic.Names[0], Score: enduse.Score{LogOdds: 8, Value: 1, Probability: 0.9995}, NotInForce: true, Identity: true, IdentityBy: "a strong identifier",
		Evidence: []enduse.Evidence{{Kind: enduse.EvidenceName, Query: "شخص مثال", Listed: "شخص مثال", Method: "equal", Weight: 8, Contribution: 8}},
	}
	found := enduse.Verdict{
		Stamp: stamp, Gaps: []enduse.Gap{gap}, Items: []enduse.ItemResult{{Item: enduse.Item{Line: 1, Description: "integrated circuit", HS: "854231"}}}, Route: enduse.Route{Origin: "DE", Destination: "CU"},
		Parties: []enduse.PartyResult{
			{Party: enduse.Party{Role: enduse.RoleEndUser, Name: "Aero Caribean"}, Hits: []enduse.Hit{hit}, Total: 12},
			{Party: enduse.Party{Role: enduse.RoleForwarder, Name: "شخص مثال"}, Hits: []enduse.Hit{other}, Total: 1},
			{Party: enduse.Party{Role: enduse.RoleBank, Name: "=HYPERLINK(\"x\")\x1b[31m"}},
		},
		Findings: []enduse.Finding{{
			ID: "party.asset_freeze", Severity: enduse.Review, Subject: "end user Aero Caribean", Citation: "31 CFR chapter V",
			Message: "end user Aero Caribean may be AEROCARIBBEAN AIRLINES (ofac-sdn:36): assets are frozen", Evidence: enduse.GroundsOf(map[string]any{"entities": []string{"ofac-sdn:36"}, "score": 0.975}),
		}, {
			ID: "goods.chpl.tier1", Severity: enduse.Review, Subject: "item 1", Citation: "Common High Priority List, 23 February 2024",
			Message: "854231 is on the Common High Priority List, tier 1: a lead, never a classification", Why: "US: the goods are of US origin", Hint: "ask for the end user",
		}},
		NotEvaluated: []enduse.Gap{{What: "flag.founded", Why: "no party says when it was formed"}},
		Questions:    []enduse.Question{{ID: "flag.installation", Text: "Does the customer decline installation or training?", Citation: "EAR Part 732 Supp. 3"}},
		Notes:        []string{"an assumption"},
	}
	nothing := enduse.Verdict{Stamp: stamp, Gaps: []enduse.Gap{gap}, Parties: []enduse.PartyResult{{Party: enduse.Party{Role: enduse.RoleConsignee, Name: "示例公司 Nobody"}}}}
	fine := enduse.Verdict{Stamp: stamp, Parties: []enduse.PartyResult{{Party: enduse.Party{Role: enduse.RoleParty, Name: "Nobody <At> All"}}}}
	fault := wire.FromFault(wire.Fault{Field: "birth_date", Message: `"31/13/1990" is no date`, Hint: "write 1990-12-31"})
	return []*wire.Result{resultOf(2, "PO-1", found), resultOf(3, "PO-2", nothing), resultOf(4, "", fine), at(7, "PO-4", fault)}
}

func resultOf(row int, id string, v enduse.Verdict) *wire.Result {
	v.Conclude()
	return at(row, id, wire.FromVerdict(&v))
}

func at(row int, id string, r wire.Result) *wire.Result {
	r.Row, r.ID = row, id
	return &r
}

// open returns a stream of a format.
func open(t *testing.T, format string, w io.Writer) Stream {
	t.Helper()
	s, err := Formats.New(format, w)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func write(t *testing.T, format string, to io.Writer) {
	t.Helper()
	all := results()
	all[0].Own = wire.Cells{{Header: "Deb.-Nr.", Value: "100107"}, {Header: "name", Value: "=1+1"}}
	header := Header{Style: report.Style{Width: 100}, Top: 10, Details: 3}
	if err := report.Write(open(t, format, to), header, runOf(t, all...)); err != nil {
		t.Fatal(err)
	}
}

// runOf is a run of results, of which the head says what a command would.
func runOf(t *testing.T, all ...*wire.Result) *triage.Run {
	t.Helper()
	run := triage.New(wire.Run{
		PolicyName: "default", Input: "partners.csv", Notes: []string{"partners.csv: semicolon-separated"}, Gaps: all[0].Gaps,
		Regimes: map[string]string{"us": "yes", "eu": "no"},
		Columns: []wire.Column{
			{Header: "name", ReadAs: "name", Sample: "Aero Caribean", Filled: 3, Rows: 4},
			{Header: "Deb.-Nr.", ReadAs: "id", Filled: 3, Rows: 4},
			{Header: "Umsatz", Sample: "12,345.10", Filled: 4, Rows: 4},
			{Header: "Werk", Filled: 4, Rows: 4, Note: "it looks like a place", Warning: true},
		},
	}, triage.Limits{})
	t.Cleanup(func() { _ = run.Close() })
	for _, r := range all {
		if err := run.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	return run
}

func TestFormats(t *testing.T) {
	for _, format := range Formats.Names() {
		if format == report.FormatXLSX { // its bytes hold times; TestWorkbook reads it
			continue
		}
		t.Run(format, func(t *testing.T) {
			var b bytes.Buffer
			write(t, format, &b)
			testkit.Golden(t, "results."+format, b.Bytes())
		})
	}
	if _, err := Formats.New("pdf", nil); enduse.HintOf(err) != "--format table, json, ndjson, csv, xlsx, html or sarif" {
		t.Errorf("a format that is not known: %v, %s", err, enduse.HintOf(err))
	}
}

func TestForeignTextIsHarmless(t *testing.T) {
	for _, format := range Formats.Names() {
		var b bytes.Buffer
		write(t, format, &b)
		if format != "html" && strings.Contains(b.String(), "\x1b[31m") { // an escape means nothing to a browser
			t.Errorf("%s: a name sends an escape sequence to the terminal", format)
		}
		if format == "html" && strings.Contains(b.String(), "<At>") {
			t.Error("html: a name is markup")
		}
		if format == "csv" && strings.Contains(b.String(), ",=HYPERLINK") || format == "csv" && strings.Contains(b.String(), `"=HYPERLINK`) {
			t.Error("csv: a name is a formula")
		}
	}
}

func TestHTMLIsSelfContained(t *testing.T) {
	var b bytes.Buffer
	write(t, "html", &b)
	text := strings.ReplaceAll(b.String(), `href="#`, "") // within the page
	for _, link := range []string{"src=", "href=", "url(", "@import", "style=", "onclick", "http-equiv=\"refresh"} {
		if strings.Contains(text, link) {
			t.Errorf("the page has %q", link)
		}
	}
	if len(pageScript) > 5<<10 {
		t.Errorf("the script has %d bytes", len(pageScript))
	}
	for _, part := range []struct{ tag, source string }{{"style", pageStyle}, {"script", pageScript}} {
		if !strings.Contains(text, "<"+part.tag+">"+part.source+"</"+part.tag+">") || !strings.Contains(html.UnescapeString(text), hashOf(part.source)) {
			t.Errorf("the %s is not as its hash says", part.tag)
		}
	}
}

// full is a disk that is full.
type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrorsAreReturned(t *testing.T) {
	for _, format := range Formats.Names() {
		err := report.Write(open(t, format, full{}), Header{}, runOf(t, results()[0]))
		if !errors.Is(err, errFull) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

func Example() {
	run := triage.New(wire.Run{}, triage.Limits{})
	fault := wire.FromFault(wire.Fault{Message: "row has no name"})
	fault.Row = 2
	if err := run.Add(&fault); err != nil {
		fmt.Println(err)
		return
	}
	out, err := Formats.New("ndjson", os.Stdout)
	if err != nil {
		fmt.Println(err)
		return
	}
	if err := report.Write(out, Header{StampEach: true}, run); err != nil {
		fmt.Println(err)
	}
	// Output: {"row":2,"outcome":"incomplete","complete":false,"error":{"message":"row has no name"},"rank":1}
}

// TestStepsKeepTheirOrder: words of a right-to-left script are isolated one by
// one, so that those of the two names do not change places.
func TestStepsKeepTheirOrder(t *testing.T) {
	got := differing([]enduse.Pairing{
		{Query: "محمد", Listed: "mohammed", Method: "reading", Alike: 0.96},
		{Query: "بن", Method: "unmatched"},
		{Listed: "saad", Method: "unmatched"},
	})
	want := "\u2068محمد\u2069 ~ mohammed (reading 0.96), \u2068بن\u2069 (asked only), saad (listed only)"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestTableKeepsToItsWidth: no line is wider than the terminal, with every detail, in
// every width; and every pairing of a long name is shown.
func TestTableKeepsToItsWidth(t *testing.T) {
	for _, width := range []int{60, 80, 100, 140} {
		all := results()
		hit := &all[0].Parties[0].Hits[0]
		long := strings.TrimSpace(strings.Repeat("电子 ELECTRONICS ", 9))
		hit.Evidence = []enduse.Evidence{{
			Kind: enduse.EvidenceName, Query: long, Listed: long, Method: "other script, words left over", Contribution: 4.8,
			Alignment: slices.Repeat([]enduse.Pairing{{Query: "电子", Listed: "electronic", Method: "reading", Alike: 1}}, 9),
		}}
		all[1].File = "a/rather/long/path/to/partners.csv"
		for _, explain := range []bool{false, true} {
			var b bytes.Buffer
			if err := report.Write(open(t, "table", &b), Header{Style: report.Style{Width: width}, Details: -1, Explain: explain}, runOf(t, all...)); err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(b.String()) {
				if line = strings.TrimRight(line, "\n"); report.WidthOf(line) > width {
					t.Errorf("width %d, %d cells: %s", width, report.WidthOf(line), line)
				}
			}
			if n := strings.Count(b.String(), "(reading"); explain && n != 9 {
				t.Errorf("%d of 9 pairings are shown:\n%s", n, b.String())
			}
		}
	}
}

// TestFirstInEveryPaper: five records that matter among two thousand are the first ones
// of the table, of the page and of the workbook, whatever their rows.
func TestFirstInEveryPaper(t *testing.T) {
	all := results()
	var many []*wire.Result
	seeded := map[int]bool{128: true, 640: true, 1001: true, 1777: true, 1999: true}
	for row := 2; row < 2002; row++ {
		r := *all[1]
		if seeded[row] {
			r = *all[0]
		}
		r.Row, r.ID = row, fmt.Sprintf("ID%d", row)
		many = append(many, &r)
	}
	var text, web, book bytes.Buffer
	for format, to := range map[string]*bytes.Buffer{"table": &text, "html": &web, "xlsx": &book} {
		if err := report.Write(open(t, format, to), Header{Style: report.Style{Width: 100}, Top: 10, Details: 3}, runOf(t, many...)); err != nil {
			t.Fatal(err)
		}
	}
	first := strings.Join(strings.SplitAfterN(text.String(), "\n", 11)[:10], "")
	f, err := excelize.OpenReader(&book)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := f.GetRows("To decide")
	if err != nil || len(rows) != 11 { // a heading, and of each record its hit and its goods
		t.Fatalf("%d rows to decide, %v", len(rows), err)
	}
	at := 0
	for row := range seeded {
		id := fmt.Sprintf("ID%d", row)
		if !strings.Contains(first, id) {
			t.Errorf("%s is not in the first ten lines:\n%s", id, first)
		}
		i := strings.Index(web.String(), id)
		if n := strings.Index(web.String(), "ID3<"); i < 0 || i > n {
			t.Errorf("%s is not before the others in the page", id)
		}
		at = max(at, i)
		if !slices.ContainsFunc(rows, func(cells []string) bool { return cells[1] == strconv.Itoa(row) }) {
			t.Errorf("%s is not to decide", id)
		}
	}
	if n := strings.Count(text.String(), "\n"); n > 100 {
		t.Errorf("%d lines", n)
	}
}

// TestWorkbook reads the workbook back: the rows of the CSV, numbers as numbers, and
// no formula.
func TestWorkbook(t *testing.T) {
	var b, text bytes.Buffer
	write(t, "xlsx", &b)
	write(t, "csv", &text)
	f, err := excelize.OpenReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	sheet, err := f.GetRows("All", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	want, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(text.String(), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range want {
		for k, cell := range row {
			got := ""
			if k < len(sheet[i]) { // blank cells at the end of a row are left out
				got = sheet[i][k]
			}
			if got != strings.TrimPrefix(cell, "'") {
				t.Errorf("row %d, column %s: %q, want %q", i+1, want[0][k], got, cell)
			}
		}
	}
	score, err := f.GetCellType("All", "H2")
	if err != nil || score == excelize.CellTypeInlineString || score == excelize.CellTypeSharedString {
		t.Errorf("the score is of type %v, %v", score, err)
	}
	if name, err := f.GetCellType("All", "G4"); err != nil || name == excelize.CellTypeFormula {
		t.Errorf("a name is of type %v, %v", name, err)
	}
}
