package report

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/testkit"
)

// results are records of every kind: a find with names in several scripts, an
// identity that is fixed, nothing found, a row that cannot be read.
func results() []*Result {
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
	found := &Result{Row: 2, ID: "PO-1", Notes: []string{"an assumption"}, Verdict: enduse.Verdict{
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
	}}
	found.Verdict.Conclude()
	nothing := &Result{Row: 3, ID: "PO-2", Verdict: enduse.Verdict{Stamp: stamp, Gaps: []enduse.Gap{gap}, Parties: []enduse.PartyResult{{Party: enduse.Party{Role: enduse.RoleConsignee, Name: "示例公司 Nobody"}}}}}
	nothing.Verdict.Conclude()
	fine := &Result{Row: 4, Verdict: enduse.Verdict{Stamp: stamp, Parties: []enduse.PartyResult{{Party: enduse.Party{Role: enduse.RoleParty, Name: "Nobody <At> All"}}}}}
	fine.Verdict.Conclude()
	return []*Result{found, nothing, fine, {Row: 7, ID: "PO-4", Err: &Fault{Field: "birth_date", Message: `"31/13/1990" is no date`, Hint: "write 1990-12-31"}}}
}

func write(t *testing.T, format string, to *bytes.Buffer) {
	t.Helper()
	w := New(format, to)
	all := results()
	header := Header{
		Engine: "test", Policy: "default", AsOf: enduse.Day(2026, 8, 5), Editions: all[0].Verdict.Stamp.Editions, Prior: 0.1, Input: "partners.csv",
		Notes: []string{"partners.csv: semicolon-separated"}, Style: Style{Width: 100},
	}
	sum := Summary{Outcomes: map[enduse.Outcome]int{}, Faults: 1}
	if err := w.Begin(header); err != nil {
		t.Fatal(err)
	}
	for _, r := range all {
		sum.Outcomes[r.Outcome()]++
		if err := w.Result(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.End(sum); err != nil {
		t.Fatal(err)
	}
}

func TestFormats(t *testing.T) {
	for _, format := range Formats {
		t.Run(format, func(t *testing.T) {
			var b bytes.Buffer
			write(t, format, &b)
			testkit.Golden(t, "results."+format, b.Bytes())
		})
	}
	if New("pdf", nil) != nil {
		t.Error("a format that is not known has a writer")
	}
}

func TestForeignTextIsHarmless(t *testing.T) {
	for _, format := range Formats {
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
	for _, link := range []string{"src=", "href=", "url(", "@import", "<script"} {
		if strings.Contains(b.String(), link) {
			t.Errorf("the page has %q", link)
		}
	}
}

// full is a disk that is full.
type full struct{}

var errFull = errors.New("disk full")

func (full) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrorsAreReturned(t *testing.T) {
	for _, format := range Formats {
		w := New(format, full{})
		err := errors.Join(w.Begin(Header{}), w.Result(results()[0]), w.End(Summary{}))
		if !errors.Is(err, errFull) {
			t.Errorf("%s: %v", format, err)
		}
	}
}

func TestGridAligns(t *testing.T) {
	var b bytes.Buffer
	if err := Grid(&b, [][]string{{"name", "x"}, {"示例", "1"}, {"é", "2"}, {"abcdef", "3"}}, Style{}); err != nil {
		t.Fatal(err)
	}
	want := "name    x\n示例    1\né       2\nabcdef  3\n"
	if b.String() != want {
		t.Errorf("got\n%swant\n%s", b.String(), want)
	}
}

func TestWrap(t *testing.T) {
	got := wrap("one two three 示例 four", 9, "  ")
	if fmt.Sprint(got) != "[one two   three   示例   four]" || len(got) != 4 {
		t.Errorf("%q", got)
	}
}

func ExampleNew() {
	w := New("ndjson", os.Stdout)
	v := enduse.Verdict{Stamp: enduse.Stamp{Engine: "example"}}
	v.Conclude()
	if err := w.Result(&Result{Row: 2, Err: &Fault{Message: "row has no name"}}); err != nil {
		fmt.Println(err)
	}
	// Output: {"row":2,"outcome":"incomplete","complete":false,"error":{"message":"row has no name"}}
}

// TestInterestNamesTheOther: the id of an entity does not stand beside the name
// of the party that it is linked to.
func TestInterestNamesTheOther(t *testing.T) {
	e := &enduse.Entity{
		ID: "ofac-sdn:18158", Source: "ofac-sdn", List: "ofac-sdn", Schema: enduse.SchemaAircraft,
		Names:     []enduse.Name{{Text: "MSN 550", Kind: enduse.NamePrimary}},
		Interests: []enduse.Interest{{Kind: "linked_to", OwnerName: "MAHAN AIR", Asset: "ofac-sdn:18158"}, {Kind: "linked_to", Owner: "ofac-sdn:1", OwnerName: "OTHER", Asset: "ofac-sdn:18158"}},
	}
	var b strings.Builder
	if err := Entity(&b, e, Style{}); err != nil {
		t.Fatal(err)
	}
	if got := b.String(); strings.Count(got, "ofac-sdn:18158") != 1 || !strings.Contains(got, "ofac-sdn:1 OTHER") {
		t.Errorf("shown:\n%s", got)
	}
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

// TestTableKeepsToItsWidth: long names, and what compares their words, go over several
// lines of a narrow terminal.
func TestTableKeepsToItsWidth(t *testing.T) {
	const width = 60
	all := results()
	hit := &all[0].Verdict.Parties[0].Hits[0]
	long := strings.TrimSpace(strings.Repeat("电子 ELECTRONICS ", 9))
	hit.Evidence = []enduse.Evidence{{
		Kind: enduse.EvidenceName, Query: long, Listed: long, Method: "other script, words left over", Contribution: 4.8,
		Alignment: slices.Repeat([]enduse.Pairing{{Query: "电子", Listed: "electronic", Method: "reading", Alike: 1}}, 9),
	}}
	var b bytes.Buffer
	w := New("table", &b)
	if err := errors.Join(w.Begin(Header{Engine: "test", Style: Style{Width: width}}), w.Result(all[0]), w.End(Summary{})); err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(b.String()) {
		if line = strings.TrimRight(line, "\n"); widthOf(line) > width && (strings.Contains(line, "ELECTRONICS") || strings.Contains(line, "reading")) {
			t.Errorf("%d cells: %s", widthOf(line), line)
		}
	}
	if n := strings.Count(b.String(), "reading"); n != 9 {
		t.Errorf("%d of 9 pairings are shown:\n%s", n, b.String())
	}
}
