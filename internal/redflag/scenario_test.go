package redflag

import (
	"os"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/route"
)

func scenarios(t *testing.T) []Case {
	t.Helper()
	text, err := os.ReadFile("testdata/scenarios.yaml")
	if err != nil {
		t.Fatal(err)
	}
	cases := casesOf(t, text)
	if len(cases) < 60 {
		t.Fatalf("%d scenarios", len(cases))
	}
	return cases
}

func casesOf(t *testing.T, text []byte) []Case {
	t.Helper()
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	cases, err := ParseCases(doc.Content[0])
	if err != nil {
		t.Fatal(err)
	}
	return cases
}

func allRules(t testing.TB) Rules {
	t.Helper()
	rules, err := Packs()
	if err != nil {
		t.Fatal(err)
	}
	levels, err := Levels()
	if err != nil {
		t.Fatal(err)
	}
	return append(rules, levels...)
}

func TestScenarios(t *testing.T) {
	rules := allRules(t)
	for _, c := range scenarios(t) {
		for _, wrong := range c.Run(rules) {
			t.Errorf("scenarios.yaml:%d: %s: %s", c.Line, c.Name, wrong)
		}
	}
}

// TestEveryRuleHasScenarios: each rule fires in one and is quiet in another.
func TestEveryRuleHasScenarios(t *testing.T) {
	fires, quiet := map[string]bool{}, map[string]bool{}
	for _, c := range scenarios(t) {
		for _, id := range c.Fires {
			fires[id] = true
		}
		for _, id := range c.Quiet {
			quiet[id] = true
		}
	}
	for _, r := range allRules(t) {
		if !fires[r.ID] || !quiet[r.ID] {
			t.Errorf("%s fires in a scenario: %v, is quiet in one: %v", r.ID, fires[r.ID], quiet[r.ID])
		}
	}
}

// TestMutations changes each date, threshold and list of each rule by a little;
// some scenario must then be wrong.
func TestMutations(t *testing.T) {
	rules, cases := allRules(t), scenarios(t)
	n := 0
	for i, r := range rules {
		for what, mutant := range mutants(r) {
			n++
			changed := append(Rules{}, rules...)
			changed[i] = mutant
			if agrees(changed, cases) {
				t.Errorf("%s: no scenario tells %s", r.ID, what)
			}
		}
	}
	if n < 60 {
		t.Errorf("only %d mutations", n)
	}
}

func agrees(rules Rules, cases []Case) bool {
	for _, c := range cases {
		if len(c.Run(rules)) > 0 {
			return false
		}
	}
	return true
}

func mutants(r Rule) map[string]Rule {
	m := map[string]Rule{}
	for name, by := range map[string]int{"a day later": 1, "a day earlier": -1} {
		if !r.From.IsZero() {
			c := r.clone()
			c.From = shift(r.From, by)
			m["valid_from "+name] = c
		}
		if !r.To.IsZero() {
			c := r.clone()
			c.To = shift(r.To, by)
			m["valid_to "+name] = c
		}
	}
	for key, v := range r.Params {
		for name, value := range changed(v) {
			c := r.clone()
			c.Params[key] = value
			m[key+" "+name] = c
		}
	}
	if len(r.Regimes) > 0 && r.Regimes[0] != route.UN { // the UN's bind everybody
		c := r.clone()
		c.Regimes = nil
		m["no regime"] = c
	}
	return m
}

func changed(v any) map[string]any {
	switch p := v.(type) {
	case enduse.Date:
		return map[string]any{"a day later": shift(p, 1), "a day earlier": shift(p, -1)}
	case int:
		return map[string]any{"one more": p + 1, "one less": p - 1}
	case []string:
		return map[string]any{"empty": []string{}}
	}
	return map[string]any{"another": "??"}
}

func shift(d enduse.Date, days int) enduse.Date { return enduse.DateOf(d.First().AddDate(0, 0, days)) }
