package engine_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/wire"
)

const listed = "SINNO ELECTRONICS CO., LIMITED" // of the starter edition

func now() time.Time { return time.Date(2026, 8, 5, 12, 0, 0, 0, time.UTC) }

func open(t *testing.T) *engine.Engine {
	t.Helper()
	e, err := engine.Open(t.Context(), engine.Config{Data: t.TempDir(), Clock: now, Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestCheck(t *testing.T) {
	e := open(t)
	for text, want := range map[string]enduse.Outcome{listed: enduse.Review, "Example Nobody Works": enduse.Incomplete, "IMO 9187629": enduse.Incomplete} {
		v, err := e.Check(t.Context(), text, enduse.Party{})
		if err != nil || v.Outcome != want || v.Stamp.Engine != "test" {
			t.Errorf("%s: %s, %v", text, v.Outcome, err)
		}
	}
	if _, err := e.Check(t.Context(), "123", enduse.Party{}); err == nil || enduse.HintOf(err) == "" {
		t.Errorf("digits of no register: %v", err)
	}
	if v, err := e.Check(t.Context(), "", enduse.Party{}); err == nil {
		t.Errorf("nobody is %s", v.Outcome)
	}
}

// TestAsks: what is asked for changes the answer, and is in the stamp.
func TestAsks(t *testing.T) {
	e := open(t)
	v, err := e.Check(t.Context(), listed, enduse.Party{}, engine.Threshold(1), engine.MinScore(0.5), engine.Limit(1), engine.OFACScore())
	if err != nil {
		t.Fatal(err)
	}
	o := v.Stamp.Options
	if o.Threshold == nil || *o.Threshold != 1 || o.MinScore == nil || o.Limit != 1 || o.Scorer != "ofac" {
		t.Errorf("the stamp has %+v", o)
	}
	if hits := v.Parties[0].Hits; len(hits) != 1 || hits[0].OFACScore == nil {
		t.Errorf("%d hits", len(hits))
	}
	if err := e.Valid(engine.Threshold(7)); err == nil {
		t.Error("a threshold of 7 is valid")
	}
	if _, err := e.Check(t.Context(), listed, enduse.Party{}, engine.Threshold(7)); err == nil {
		t.Error("a threshold of 7 answers")
	}
}

// TestScreenAll: a result for each record in its order; a fault is incomplete, and
// hides no other record.
func TestScreenAll(t *testing.T) {
	e := open(t)
	names := []string{listed, "", "Example Works", "Nobody"}
	var results []*wire.Result
	for r, err := range e.ScreenAll(t.Context(), func(yield func(engine.Record, error) bool) {
		for i, name := range names {
			record := engine.Record{Row: i + 2, ID: strconv.Itoa(i), Query: enduse.Query{Shipment: enduse.Shipment{Parties: []enduse.Party{{Name: name}}}}}
			var err error
			if name == "Nobody" {
				err = &enduse.RecordError{File: "f.csv", Line: 9, Field: "name", Err: errors.New("damaged"), Hint: "mend it"}
			}
			if !yield(record, err) {
				return
			}
		}
	}) {
		if err != nil {
			t.Fatal(err)
		}
		results = append(results, r)
	}
	var got []string
	for _, r := range results {
		fault := ""
		if r.Error != nil {
			fault = r.Error.Message
		}
		got = append(got, fmt.Sprint(r.Row, " ", r.ID, " ", r.Outcome, " ", fault))
	}
	want := []string{"2 0 review ", "3 1 incomplete query: party: a party needs a name, an identifier or an address", "4 2 incomplete ", "9 3 incomplete damaged"}
	if !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if e := results[3].Error; e == nil || e.Field != "name" || e.Hint != "mend it" {
		t.Errorf("the fault is %+v", e)
	}
}

// TestScreenAllEnds: a context that has ended is an error, never a result.
func TestScreenAllEnds(t *testing.T) {
	e := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n := 0
	var last error
	for r, err := range e.ScreenAll(ctx, func(yield func(engine.Record, error) bool) {
		for yield(engine.Record{Query: enduse.Query{Shipment: enduse.Shipment{Parties: []enduse.Party{{Name: "Example Works"}}}}}, nil) {
		}
	}) {
		if err != nil {
			last = err
			break
		}
		if r.Outcome == enduse.Clear {
			t.Fatal("a record is clear")
		}
		if n++; n == 3 {
			cancel()
		}
	}
	if !errors.Is(last, context.Canceled) || n != 3 {
		t.Errorf("%d results, %v", n, last)
	}
}

func TestRecordsAndSeller(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	orders := write("orders.csv", "order_id,consignee,description,hs,destination\nPO-1,Example Works,chip,854231,TR\nPO-2,,,,\n")
	seller, err := engine.OpenSeller(t.Context(), engine.SellerFiles{
		Profile:   write("me.yaml", "establishment: DE\n"),
		Customers: write("customers.csv", "name,founded\nEXAMPLE WORKS,2022-05-01\n"),
		History:   write("history.csv", "customer,order_date,hs,quantity\nexample works,2025-01-02,854231,10\n"),
	})
	if err != nil {
		t.Fatal(err)
	}
	records, err := engine.OpenRecords(t.Context(), engine.Files{Paths: []string{orders}})
	if err != nil {
		t.Fatal(err)
	}
	defer records.Close()
	var queries []enduse.Query
	faults := 0
	for r, err := range records.All() {
		if err != nil {
			faults++
			continue
		}
		seller.Complete(&r.Query)
		queries = append(queries, r.Query)
	}
	if len(queries) != 1 || faults != 1 || records.Name() != orders {
		t.Fatalf("%d queries, %d faults of %s", len(queries), faults, records.Name())
	}
	q := queries[0]
	if q.Profile.Establishment != "DE" || q.Customers["Example Works"].Founded.Year != 2022 || len(q.History) != 1 || q.HistoryFrom.Year != 2025 {
		t.Errorf("%+v", q)
	}
	for name, files := range map[string]engine.SellerFiles{
		"unknown key": {Profile: write("bad.yaml", "home: DE\n")}, "no code": {Profile: write("code.yaml", "establishment: Germany\n")},
		"no file": {Customers: filepath.Join(dir, "none.csv")}, "bad row": {Customers: write("bad.csv", "name,founded\n,2022\n")},
	} {
		if _, err := engine.OpenSeller(t.Context(), files); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestCompareLookupRead(t *testing.T) {
	e := open(t)
	a, err1 := e.Compare("", "Ivan Petrov", "I. Petrow")
	b, err2 := e.Compare("", "I. Petrow", "Ivan Petrov")
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	if a.Score != b.Score || !a.Match || len(a.Evidence) == 0 {
		t.Errorf("%v, %v", a.Score, b.Score)
	}
	if _, err := e.Compare("", "A", "A", engine.Threshold(-1)); err == nil {
		t.Error("a threshold of -1 is accepted")
	}
	if _, err := e.Lookup("pens", enduse.Date{}, -1); err == nil {
		t.Error("fewer than no candidates are accepted")
	}
	if c, err := e.Compare("", "A", "A", engine.OFACScore()); err != nil || c.OFACScore == nil || *c.OFACScore != 100 {
		t.Errorf("%+v", c.OFACScore)
	}
	answers, err := e.Lookup("8542.31", enduse.Date{}, 10)
	if err != nil || len(answers) != 1 || len(answers[0].Lists) == 0 {
		t.Errorf("%v, %v", answers, err)
	}
	if len(e.GoodsTables()) == 0 {
		t.Error("no tables of goods")
	}
	readings, err := e.Read(t.Context(), "a.txt", strings.NewReader("A note on trade\n\nThe envoy said that "+listed+" had sold parts to Russia."))
	if err != nil || len(readings) != 1 || !readings[0].SurelyListed() || len(readings[0].NotChecked) == 0 {
		t.Errorf("%v, %v", readings, err)
	}
}

// TestLists imports a list, screens against it, and goes back.
func TestLists(t *testing.T) {
	e := open(t)
	file := filepath.Join("..", "examples", "refused.csv")
	verified := now()
	report, err := e.Lists().Import(t.Context(), []string{file}, engine.ListImport{Mapping: filepath.Join("..", "examples", "refused.yaml"), VerifiedAt: &verified})
	if err != nil || len(report.Imported) != 1 || report.NotIndexed != nil {
		t.Fatalf("%+v, %v", report, err)
	}
	source := string(report.Imported[0].Edition.Source)
	var first *enduse.Entity
	for entity, err := range e.Lists().Entities(t.Context(), source) {
		if err != nil {
			t.Fatal(err)
		}
		first = entity
		break
	}
	if first == nil {
		t.Fatal("no entities")
	}
	shown, err := e.Lists().Show(t.Context(), first.ID)
	if err != nil || shown.Caption != first.Caption() || *shown.Raw == "" {
		t.Errorf("%v, %v", shown, err)
	}
	v, err := e.Check(t.Context(), first.Caption(), enduse.Party{})
	if err != nil || v.Parties[0].Hits[0].Entity.ID != first.ID {
		t.Errorf("%+v, %v", v.Parties, err)
	}
	status, err := e.Lists().Status(false)
	if err != nil || !slices.ContainsFunc(status, func(s *wire.ListStatus) bool { return string(s.Source) == source && s.State == enduse.StateFresh }) {
		t.Errorf("%v, %v", status, err)
	}
	if d, err := e.Lists().Diff(source, ""); err != nil || len(d.Changed) != 0 {
		t.Errorf("%v, %v", d, err)
	}
}

// TestErrorsAreNoOutcome: an engine that cannot be opened says why.
func TestErrorsAreNoOutcome(t *testing.T) {
	for name, c := range map[string]engine.Config{
		"policy": {Policy: "none.yaml"}, "references": {References: "none.yaml"},
	} {
		c.Data = t.TempDir()
		if _, err := engine.Open(t.Context(), c); err == nil || enduse.HintOf(err) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	cancel()
	if v, err := open(t).Check(ctx, listed, enduse.Party{}); err == nil {
		t.Errorf("a check whose context has ended is %s", v.Outcome)
	}
}

// TestEmbed runs the program of examples/embed, a module of its own, and holds the
// README to its text.
func TestEmbed(t *testing.T) {
	program, err := os.ReadFile(filepath.Join("..", "examples", "embed", "main.go"))
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(filepath.Join("..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, body, _ := strings.Cut(string(program), "func main() {")
	if !strings.Contains(string(readme), "func main() {"+strings.TrimRight(body, "\n")) {
		t.Error("the README does not show the program of examples/embed")
	}
	if testing.Short() {
		t.Skip("short: the program is not built")
	}
	cmd := exec.CommandContext(t.Context(), "go", "run", ".")
	cmd.Dir = filepath.Join("..", "examples", "embed")
	cmd.Env = append(os.Environ(), "XDG_DATA_HOME="+t.TempDir(), "ENDUSE_DATA=", "GOFLAGS=-mod=readonly")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	if string(out) != "outcome: review\n" {
		t.Errorf("it prints %q", out)
	}
}

func ExampleEngine_Check() {
	ctx := context.Background()
	e, err := engine.Open(ctx, engine.Config{Data: os.TempDir() + "/enduse-example"})
	if err != nil {
		fmt.Println(err)
		return
	}
	v, err := e.Check(ctx, listed, enduse.Party{Countries: []enduse.Country{"CN"}})
	if err != nil {
		fmt.Println(err) // an error is never an outcome
		return
	}
	fmt.Println("outcome:", v.Outcome)
	// Output: outcome: review
}
