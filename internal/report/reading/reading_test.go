package reading

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/testkit"
	"github.com/enduse/enduse/wire"
)

// sampleText is a fictitious page.
const sampleText = "The Ministry of Ruritania denied that it had sold ball bearings to Russia.\n\n“We will stop”, Example Works Ltd said. Ruritania may act."

// sampleReading has one of everything.
func sampleReading() *wire.Reading {
	at := func(s string) (int, int) { i := strings.Index(sampleText, s); return i, i + len(s) }
	r := wire.NewReading(wire.ReadingStamp{}, nil)
	r.Title, r.Source, r.Published, r.Language, r.Text, r.Relevance = "Ministry denies sales", "Example Wire", "2026-03-04", "en", sampleText, 0.75
	r.Boilerplate = []string{"follow us"}
	r.Topics = []wire.Topic{{ID: "sanctions", Score: 0.7, Phrases: []string{"sanction"}}}
	add := func(kind, surface string, m wire.Mention) {
		m.Kind, m.Surface = kind, surface
		if m.Resolved == "" {
			m.Resolved = surface
		}
		m.Start, m.End = at(surface)
		r.Mentions = append(r.Mentions, m)
	}
	add("organization", "Ministry of Ruritania", wire.Mention{})
	add("goods", "ball bearings", wire.Mention{Leads: []wire.Lead{{Category: "bearings", Codes: []string{"848210"}, Citation: "Example list"}}})
	add("country", "Russia", wire.Mention{Country: "RU"})
	add("listed_party", "Example Works Ltd", wire.Mention{Listed: []wire.Listing{{
		Entity: "example:1", List: "example", Source: "example-file", Record: "e.csv:1", Caption: "EXAMPLE WORKS LTD", Name: "EXAMPLE WORKS LTD", Score: 1,
		Programs: []string{"P1"}, Measures: []enduse.Measure{enduse.MeasureAssetFreeze}, Basis: []string{"Example Act"}, URL: "https://example.org/1",
		Evidence: []enduse.Evidence{{Kind: enduse.EvidenceName, Query: "Example Works Ltd", Listed: "EXAMPLE WORKS LTD", Method: "equal", Contribution: 8}},
	}}})
	start, end := at("it had sold ball bearings to Russia")
	s, e := at("Ministry of Ruritania")
	r.Statements = append(r.Statements, wire.Statement{Speaker: wire.Speaker{Surface: "Ministry of Ruritania", Resolved: "Ministry of Ruritania", Start: s, End: e, Uncertain: false}, Verb: "denied", Kind: "paraphrase", Modality: "negated", Events: []string{"supply_denied"}, Text: sampleText[start:end], Start: start, End: end})
	start, end = at("We will stop")
	s, e = at("Example Works Ltd")
	r.Statements = append(r.Statements, wire.Statement{Speaker: wire.Speaker{Surface: "Example Works Ltd", Resolved: "Example Works Ltd", Start: s, End: e, Uncertain: true}, Verb: "said", Kind: "quote", Modality: "asserted", Events: []string{}, Text: sampleText[start:end], Start: start, End: end})
	start, end = at("sold ball bearings to Russia")
	r.Corridors = append(r.Corridors, wire.Corridor{From: "RR", To: "RU", Start: start, End: end})
	r.Repairs = append(r.Repairs, wire.Repair{Kind: "split", Was: "Ruritaniadenied", Start: 4, End: 25})
	return r
}

func readingsIn(t *testing.T, format string, width, files int, all ...*wire.Reading) string {
	t.Helper()
	var b bytes.Buffer
	out, err := Formats.New(format, &b)
	if err != nil {
		t.Fatal(err)
	}
	gaps := []enduse.Gap{{What: "list example", Why: "not imported", Hint: "enduse lists import FILE"}}
	if err := report.Write(out, Header{Engine: "1", Style: report.Style{Width: width}, Files: files, Gaps: gaps}, all...); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestReadings(t *testing.T) {
	bad := wire.NewReading(wire.ReadingStamp{}, nil)
	fault := wire.FaultOf(&enduse.Error{Op: "read", Code: enduse.CodeInvalid, Subject: "b.pdf", Err: errors.New("it is damaged"), Hint: "save it again"})
	bad.Error = &fault
	bad.File = "b.pdf"
	for _, width := range []int{80, 100, 140} {
		got := readingsIn(t, "table", width, 2, sampleReading(), bad)
		for line := range strings.Lines(got) {
			if n := report.WidthOf(strings.TrimRight(line, "\n")); n > width {
				t.Errorf("%d columns in %d: %s", n, width, line)
			}
		}
		testkit.Golden(t, fmt.Sprintf("reading.%d.table", width), []byte(got))
	}
	testkit.Golden(t, "reading.html", []byte(readingsIn(t, "html", 0, 2, sampleReading(), bad)))
	testkit.Golden(t, "reading.json", []byte(readingsIn(t, "json", 0, 1, sampleReading())))
	var two []wire.Reading
	if err := json.Unmarshal([]byte(readingsIn(t, "json", 0, 2, sampleReading(), bad)), &two); err != nil || len(two) != 2 || two[1].Error == nil || two[1].Error.Hint == "" {
		t.Errorf("%d, %v", len(two), err)
	}
	if got := readingsIn(t, "json", 0, 1); got != "[]\n" {
		t.Errorf("none: %q", got)
	}
	if got := readingsIn(t, "ndjson", 0, 2, sampleReading(), bad); strings.Count(got, "\n") != 2 {
		t.Errorf("%q", got)
	}
	if _, err := Formats.New("sarif", nil); err == nil {
		t.Error("sarif is no format of a reading")
	}
}

// TestReadingIsSafe: whatever a text holds, it is no mark-up and no escape.
func TestReadingIsSafe(t *testing.T) {
	const evil = `</style></title><script>alert(1)</script>"><img src=x onerror=alert(2)>` + "\x1b[31m\u202e'`{{.}}"
	r := sampleReading()
	r.File, r.Title, r.Source, r.Text, r.Language, r.Published = evil, evil, evil, evil+sampleText, evil, evil
	r.Boilerplate, r.Warnings = []string{evil}, []string{evil}
	r.Topics[0].ID, r.Topics[0].Phrases = evil, []string{evil}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		m.Surface, m.Resolved, m.Why, m.Office, m.Country = evil, evil, evil, evil, evil
		m.Start, m.End, m.Uncertain = i, i+20, true
		for k := range m.Listed {
			l := &m.Listed[k]
			l.Name, l.Caption, l.Record, l.Source, l.Basis, l.Programs, l.URL = evil, evil, evil, evil, []string{evil}, []string{evil}, "javascript:alert(3)"
		}
		for k := range m.Leads {
			m.Leads[k] = wire.Lead{Category: evil, Codes: []string{evil}, Citation: evil}
		}
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		s.Speaker.Resolved, s.Speaker.Surface, s.Addressee, s.Text, s.Verb, s.Events = evil, evil, evil, evil, evil, []string{evil}
	}
	r.Corridors[0].From, r.Corridors[0].To = evil, evil
	r.Repairs[0].Was, r.Repairs[0].Kind = evil, evil
	page := readingsIn(t, "html", 0, 1, r)
	for _, not := range []string{"<script", "<img", "javascript:", `style="`, "http://"} {
		if strings.Contains(page, not) {
			t.Errorf("the page holds %s", not)
		}
	}
	if !strings.Contains(page, "#ZgotmplZ") { // what the template makes of an address that is none
		t.Error("the address was not looked at")
	}
	if strings.ContainsAny(readingsIn(t, "table", 100, 2, r), "\x1b\u202e") {
		t.Error("the table lets an escape through")
	}
}

// TestReadingStyle: the policy of the page names the style sheet as it stands on it.
func TestReadingStyle(t *testing.T) {
	page := readingsIn(t, "html", 0, 1, sampleReading())
	_, rest, _ := strings.Cut(page, "<style>")
	style, _, found := strings.Cut(rest, "</style>")
	if !found || style != pageStyle {
		t.Error("the style sheet was changed on its way into the page")
	}
	if !strings.Contains(html.UnescapeString(page), `content="`+pagePolicy()+`"`) {
		t.Error("the page does not have its policy")
	}
}

// TestReadingMarks: all text is on the page, once, whatever lies over it.
func TestReadingMarks(t *testing.T) {
	r := sampleReading()
	r.Mentions = append(r.Mentions, wire.Mention{Kind: "person", Start: 4, End: 12}, wire.Mention{Kind: "country", Start: 0, End: len(r.Text)}, wire.Mention{Kind: "person", Start: 100, End: 101})
	var b strings.Builder
	for i, p := range paragraphsOf(r, nil) {
		if i > 0 {
			b.WriteString("\n\n")
		}
		for _, s := range p.Segments {
			b.WriteString(s.Text)
			if !strings.Contains(s.Class, "country") {
				t.Errorf("%q is %q", s.Text, s.Class)
			}
		}
	}
	if b.String() != r.Text {
		t.Errorf("%q", b.String())
	}
}
