package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// exampleShipments are what the examples show: the outcome of each, and the findings that
// it is there for.
var exampleShipments = map[string]struct {
	outcome  string
	findings []string
	hit      string // the entity that is found
}{
	"S-1": {"review", []string{"party.asset_freeze", "rf.like_listed"}, "demo:D-1"},                                              // written in Han, listed in Latin letters
	"S-2": {"review", []string{"us.chpl_hub", "uk.chpl_destination", "goods.chpl.tier1", "route.hub", "rf.consignee_trade"}, ""}, // a chip for a trading company in a hub
	"S-3": {"review", []string{"goods.chpl.tier4b", "rf.formed_since"}, ""},                                                      // a machine tool for a firm formed after February 2022
	"S-4": {"prohibited", []string{"party.asset_freeze"}, "demo:D-2"},                                                            // a vessel by its IMO number
	"S-5": {"review", []string{"party.asset_freeze"}, "demo:D-3"},                                                                // an address alone
	"S-6": {"incomplete", []string{"goods.lead"}, ""},                                                                            // "bearings", and no code, within Europe: a lead
	"S-7": {"incomplete", nil, ""},                                                                                               // nothing found, and the starter cannot clear
	"S-8": {"incomplete", nil, ""},
}

// screened is the part of a result that the examples are held by.
type screened struct {
	ID       string `json:"id"`
	Outcome  string `json:"outcome"`
	Findings []struct {
		ID       string `json:"id"`
		Citation string `json:"citation"`
		Parts    []struct {
			ID string `json:"id"`
		} `json:"parts"`
	} `json:"findings"`
	Parties []struct {
		Hits []struct {
			Entity string `json:"entity"`
			Match  bool   `json:"match"`
		} `json:"hits"`
	} `json:"parties"`
	Error *struct {
		Message string `json:"message"`
	} `json:"error"`
	NotChecked []string `json:"not_checked"`
}

func screenExamples(t *testing.T, dir string, args ...string) (out []screened) {
	t.Helper()
	for _, line := range resultLines(t, runApp(t, dir, append([]string{"screen", "--format", "ndjson"}, args...)...)) {
		var s screened
		if err := json.Unmarshal(line, &s); err != nil {
			t.Fatal(err)
		}
		validate(t, schema(t, "screen-result.schema.json"), line)
		out = append(out, s)
	}
	return out
}

// TestExampleShipments screens the examples as a newcomer would.
func TestExampleShipments(t *testing.T) {
	dir, examples := t.TempDir(), filepath.Join("..", "..", "examples")
	runApp(t, dir, "lists", "import", filepath.Join(examples, "lists", "demo.csv"), "--mapping", filepath.Join(examples, "lists", "demo.yaml"), "--verified-at", "now")
	all := screenExamples(t, dir, filepath.Join(examples, "shipments"))
	if len(all) != len(exampleShipments) {
		t.Errorf("%d shipments, want %d", len(all), len(exampleShipments))
	}
	for _, s := range all {
		want := exampleShipments[s.ID]
		if s.Outcome != want.outcome {
			t.Errorf("%s is %s, want %s", s.ID, s.Outcome, want.outcome)
		}
		var ids []string
		for _, f := range s.Findings {
			ids = append(ids, f.ID)
			for _, part := range f.Parts { // what a rule refines
				ids = append(ids, part.ID)
			}
			if f.Citation == "" {
				t.Errorf("%s: %s has no citation", s.ID, f.ID)
			}
		}
		for _, id := range want.findings {
			if !slices.Contains(ids, id) {
				t.Errorf("%s: %s is not among %v", s.ID, id, ids)
			}
		}
		if want.findings == nil && len(ids) > 0 {
			t.Errorf("%s has findings: %v", s.ID, ids)
		}
		if got := matchedEntity(s); got != want.hit {
			t.Errorf("%s matches %q, want %q", s.ID, got, want.hit)
		}
	}
}

func matchedEntity(s screened) string {
	for _, p := range s.Parties {
		for _, h := range p.Hits {
			if h.Match {
				return h.Entity
			}
		}
	}
	return ""
}

// TestContradictoryShipments: each is told with its place, and the others are
// answered.
func TestContradictoryShipments(t *testing.T) {
	const file = "order_id,consignee,description,hs,quantity,currency,origin,transit,destination\n" +
		"B-1,EXAMPLE A,lamps,99x,1,EUR,DE,,AT\n" +
		"B-2,EXAMPLE B,lamps,940521,-5,EUR,DE,,AT\n" +
		"B-3,EXAMPLE C,lamps,940521,1,EUR,DE,,AT\n" +
		"B-3,EXAMPLE C,lamps,940521,1,USD,DE,,AT\n" +
		"B-4,EXAMPLE D,lamps,940521,1,EUR,DE,TR; AE; DE,KZ\n" +
		"B-5,EXAMPLE E,lamps,940521,1,EUR,DE,,Ruritania\n" +
		"B-6,EXAMPLE F,lamps,940521,1,EUR,DE,,AT\n"
	dir := t.TempDir()
	path := filepath.Join(dir, "orders.csv")
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"B-1": "99x", "B-2": "below zero", "B-3": "one currency", "B-4": "comes back to DE", "B-5": "Ruritania", "B-6": ""}
	all := screenExamples(t, dir, path)
	if len(all) != len(want) {
		t.Errorf("%d answers, want %d", len(all), len(want))
	}
	for _, s := range all {
		text := ""
		for _, g := range s.NotChecked {
			text += g + "\n"
		}
		if s.Error != nil {
			text += s.Error.Message
		}
		if s.Outcome != "incomplete" && s.Outcome != "review" {
			t.Errorf("%s is %s", s.ID, s.Outcome)
		}
		if !bytes.Contains([]byte(text), []byte(want[s.ID])) {
			t.Errorf("%s: %q says nothing of %q", s.ID, text, want[s.ID])
		}
	}
}

// TestShipmentSchema holds the published schema against the example, and makes
// sure that it can refuse.
func TestShipmentSchema(t *testing.T) {
	b, err := os.ReadFile(filepath.Join("..", "..", "examples", "shipments", "shipment.json"))
	if err != nil {
		t.Fatal(err)
	}
	docs, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	all, ok := docs.([]any)
	if !ok || len(all) == 0 {
		t.Fatal("no shipments")
	}
	s := schema(t, "shipment.schema.json")
	doc, _ := all[0].(map[string]any)
	if err := s.Validate(doc); err != nil {
		t.Error(err)
	}
	doc["payments"] = []any{map[string]any{"how": "cash"}}
	if s.Validate(doc) == nil {
		t.Error("a payment with an unknown key is accepted")
	}
}
