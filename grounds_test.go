package enduse_test

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/enduse/enduse"
)

// TestGroundsInJSON holds the objects that findings have rested on so far, as they
// are written, and that each reads back as the member that it was.
func TestGroundsInJSON(t *testing.T) {
	score, none, by := 0.975, "", "IMO number"
	hits := func(g enduse.HitGrounds) enduse.Grounds { return enduse.Grounds{Hits: &g} }
	codes := func(g enduse.CodeGrounds) enduse.Grounds { return enduse.Grounds{Codes: &g} }
	share := 60.0
	for _, c := range []struct {
		member string
		g      enduse.Grounds
		want   string
	}{
		{"hits", hits(enduse.HitGrounds{Entities: []enduse.EntityID{"a:1", "b:2"}, Score: &score, Identity: &none}), `{"entities":["a:1","b:2"],"identity":"","score":0.975}`},
		{"hits", hits(enduse.HitGrounds{Entities: []enduse.EntityID{"a:1"}, Score: &score, Identity: &by}), `{"entities":["a:1"],"identity":"IMO number","score":0.975}`},
		{"hits", hits(enduse.HitGrounds{Entities: []enduse.EntityID{"a:1"}, Score: &score, Against: []string{"country: <DE> & DE / CU"}}), `{"against":["country: <DE> & DE / CU"],"entities":["a:1"],"score":0.975}`},
		{"hits", hits(enduse.HitGrounds{Entities: []enduse.EntityID{"a:1"}, Score: &score, Against: []string{}}), `{"against":[],"entities":["a:1"],"score":0.975}`},
		{"hits", hits(enduse.HitGrounds{Entities: []enduse.EntityID{"a:1"}}), `{"entities":["a:1"]}`},
		{"codes", codes(enduse.CodeGrounds{Codes: []string{"8542.31"}, Entry: "854231", Given: "85423190", List: "chpl", Tier: "1"}), `{"codes":["8542.31"],"entry":"854231","given":"85423190","list":"chpl","tier":"1"}`},
		{"codes", codes(enduse.CodeGrounds{Codes: []string{"3A001"}, Entry: "3A001", List: "ccl"}), `{"codes":["3A001"],"entry":"3A001","list":"ccl"}`},
		{
			"codes", codes(enduse.CodeGrounds{Codes: []string{"8541.49"}, Concordance: "split", ConcordanceSource: "a table", Entry: "854149", Given: "854140", List: "chpl", Tier: "3.A", WentTo: []string{"854141", "854149"}}),
			`{"codes":["8541.49"],"concordance":"split","concordance_source":"a table","entry":"854149","given":"854140","list":"chpl","tier":"3.A","went_to":["854141","854149"]}`,
		},
		{"codes", codes(enduse.CodeGrounds{ControlNumber: "9A104", Regime: "mtcr"}), `{"control_number":"9A104","regime":"mtcr"}`},
		{
			"codes", codes(enduse.CodeGrounds{Reasons: []string{"bearings"}, Candidates: []enduse.CodeCandidate{{Code: "848210", Confidence: 0.45, List: "chpl", Source: "lexicon", Tier: ""}}, Given: "940360"}),
			`{"because":["bearings"],"candidates":[{"code":"848210","confidence":0.45,"list":"chpl","source":"lexicon","tier":""}],"given":"940360"}`,
		},
		{"codes", codes(enduse.CodeGrounds{Reasons: []string{"gyroscope"}, ControlNumbers: []string{"7A102"}}), `{"because":["gyroscope"],"control_numbers":["7A102"]}`},
		{"path", enduse.Grounds{Path: &enduse.PathGrounds{Path: []enduse.Interest{{Kind: enduse.InterestOwnership, Owner: "a:1", AssetName: "Example", Share: &share}}}}, `{"path":[{"kind":"ownership","owner":"a:1","asset_name":"Example","share":60}]}`},
		{"values", enduse.GroundsOf(map[string]any{"country": enduse.Country("AE"), "field": "route.destination"}), `{"country":"AE","field":"route.destination"}`},
		{"values", enduse.GroundsOf(map[string]any{"code": "IR", "field": "parties[0].name", "named_by": []string{"x"}}), `{"code":"IR","field":"parties[0].name","named_by":["x"]}`},
		{"values", enduse.GroundsOf(map[string]any{"goods": []any{"854231"}, "sum": 12345678901234567, "rise": 1.5, "none": nil}), `{"goods":["854231"],"none":null,"rise":1.5,"sum":12345678901234567}`},
		{"values", enduse.GroundsOf(map[string]any{"entities": []string{"a"}, "more": 1}), `{"entities":["a"],"more":1}`},
		{"values", enduse.GroundsOf(map[string]any{"regime": 5}), `{"regime":5}`},
	} {
		var b bytes.Buffer
		e := json.NewEncoder(&b)
		e.SetEscapeHTML(false)
		if err := e.Encode(enduse.Finding{Evidence: c.g}); err != nil {
			t.Fatal(err)
		}
		want := `{"id":"","severity":"","subject":"","message":"","citation":"","evidence":` + c.want + "}\n"
		if b.String() != want {
			t.Errorf("got %s, want %s", b.String(), want)
		}
		var back enduse.Finding
		if err := json.Unmarshal(b.Bytes(), &back); err != nil {
			t.Fatal(err)
		}
		g := back.Evidence
		member := map[bool]string{g.Hits != nil: "hits", g.Codes != nil: "codes", g.Path != nil: "path", g.Values != nil: "values"}[true]
		b.Reset()
		if err := e.Encode(back); err != nil || b.String() != want || member != c.member {
			t.Errorf("%s reads back as %s: %s, %v", c.want, member, b.String(), err)
		}
	}
	if text, err := json.Marshal(enduse.Finding{}); err != nil || bytes.Contains(text, []byte("evidence")) {
		t.Errorf("a finding without evidence: %s, %v", text, err)
	}
}

// FuzzGrounds: whatever object is read, it is written and read again as the same.
func FuzzGrounds(f *testing.F) {
	for _, text := range []string{`{}`, `{"entities":["a"],"score":1}`, `{"path":[]}`, `{"codes":["1"],"tier":""}`, `{"a":{"b":[1.50,null]}}`, `null`, `[]`} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var g, again enduse.Grounds
		if json.Unmarshal([]byte(text), &g) != nil {
			return
		}
		first, err := json.Marshal(g)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(first, &again); err != nil {
			t.Fatal(err)
		}
		if second, err := json.Marshal(again); err != nil || !bytes.Equal(first, second) {
			t.Errorf("%s is written %s and %s, %v", text, first, second, err)
		}
	})
}
