package intake

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
)

// TestFieldsAreComplete: every field of a shipment and of its items has an entry in the
// tables that all ways into a shipment go by.
func TestFieldsAreComplete(t *testing.T) {
	var items, shipments []string
	for _, f := range itemFields {
		items = append(items, f.json)
	}
	for _, f := range shipmentFields() {
		shipments = append(shipments, f.json)
	}
	for _, c := range []struct {
		of    any
		table string
		got   []string
	}{{enduse.Item{}, "itemFields", items}, {enduse.Shipment{}, "terms or shipmentFields", shipments}} {
		want := jsonNames(c.of)
		slices.Sort(want)
		slices.Sort(c.got)
		for _, name := range want {
			if !slices.Contains(c.got, name) {
				t.Errorf("the field %s of %T has no entry in %s", name, c.of, c.table)
			}
		}
		if len(c.got) != len(want) && !t.Failed() {
			t.Errorf("%s has %q, %T has %q", c.table, c.got, c.of, want)
		}
	}
}

// TestFieldsAreInTheSchema: the schema describes every key that is read.
func TestFieldsAreInTheSchema(t *testing.T) {
	b, err := os.ReadFile("../../schemas/shipment.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	var schema struct {
		Properties map[string]struct {
			Items struct{ Properties map[string]any }
		}
	}
	if err := json.Unmarshal(b, &schema); err != nil {
		t.Fatal(err)
	}
	for _, f := range itemFields {
		if _, ok := schema.Properties["items"].Items.Properties[f.json]; !ok {
			t.Errorf("the schema of shipments has no %s of an item", f.json)
		}
	}
	for _, f := range shipmentFields() {
		if _, ok := schema.Properties[f.json]; !ok && f.fromJSON != nil {
			t.Errorf("the schema of shipments has no %s", f.json)
		}
	}
}

func jsonNames(of any) (out []string) {
	for f := range reflect.TypeOf(of).Fields() {
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		out = append(out, name)
	}
	return out
}

// TestFieldsArrive: what a column says of goods or of an order arrives in its field,
// from a row and from JSON, and both lines of an order keep theirs.
func TestFieldsArrive(t *testing.T) {
	for _, f := range itemFields {
		a, b := "alpha beta", "gamma delta"
		switch {
		case f.amount, f.json == "line":
			a, b = "4", "7"
		case f.json == "origin":
			a, b = "DE", "FR"
		}
		column := wordOf(t, f.columns[0])
		rows := readOne(t, fmt.Sprintf("order no,customer,description,%s\n1,Acme,pump,%s\n1,Acme,pump,%s\n", column, a, b))
		nested := readOne(t, fmt.Sprintf(`[{"parties": [{"name": "Acme"}], "items": [{"description": "pump", %q: %q}, {"description": "pump", %q: %q}]}]`, f.json, a, f.json, b))
		for way, s := range map[string]enduse.Shipment{"rows": rows, "JSON": nested} {
			if len(s.Items) != 2 {
				t.Fatalf("%s: %d items, want 2", way, len(s.Items))
			}
			for i, want := range []string{a, b} {
				if got := valueOf(t, s.Items[i], f.json); !strings.Contains(got, want) {
					t.Errorf("%s: item %d: %s is %q, want %q", way, i+1, f.json, got, want)
				}
			}
		}
	}
	for _, x := range terms {
		key := string(x.field)
		rows := readOne(t, fmt.Sprintf("order no,customer,%s\n1,Acme,alpha beta\n1,Acme,gamma delta\n1,Acme,alpha beta\n", wordOf(t, x.field)))
		if got := valueOf(t, rows, key); got != "alpha beta; gamma delta" {
			t.Errorf("rows: %s is %q", key, got)
		}
		nested := readOne(t, fmt.Sprintf(`[{"parties": [{"name": "Acme"}], %q: "alpha beta"}]`, key))
		if got := valueOf(t, nested, key); got != "alpha beta" {
			t.Errorf("JSON: %s is %q", key, got)
		}
		for way, s := range map[string]enduse.Shipment{"rows": rows, "JSON": nested} {
			if !slices.ContainsFunc(s.Texts, func(x enduse.Text) bool { return x.Text == "alpha beta" }) {
				t.Errorf("%s: the words of %s are not searched: %v", way, key, s.Texts)
			}
		}
	}
}

// wordOf is the first word that columns.tsv has for a field.
func wordOf(t *testing.T, f field) string {
	t.Helper()
	for other, word := range wordsOf(columnWords) {
		if other == f {
			return word
		}
	}
	t.Fatalf("columns.tsv has no word for %s", f)
	return ""
}

func valueOf(t *testing.T, of any, name string) string {
	t.Helper()
	b, err := json.Marshal(of)
	if err != nil {
		t.Fatal(err)
	}
	doc := map[string]any{}
	if err := json.Unmarshal(b, &doc); err != nil {
		t.Fatal(err)
	}
	if _, ok := doc[name]; !ok {
		return fmt.Sprintf("none: it has %v", slices.Sorted(maps.Keys(doc)))
	}
	return fmt.Sprint(doc[name])
}

func readOne(t *testing.T, text string) enduse.Shipment {
	t.Helper()
	sheets, err := OpenAll("test", strings.NewReader(text), Options{})
	if err != nil {
		t.Fatal(err)
	}
	var out []enduse.Shipment
	for r, err := range sheets[0].Reader.Records() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, r.Shipment)
	}
	if len(out) != 1 {
		t.Fatalf("%d records, want 1: %s", len(out), text)
	}
	return out[0]
}
