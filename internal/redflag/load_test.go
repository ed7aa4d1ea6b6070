package redflag

import (
	"errors"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

func load(base Rules, text string) (Rules, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return nil, err
	}
	if len(doc.Content) == 0 {
		return base, nil
	}
	return Load(base, doc.Content[0])
}

const good = `- id: my.rule
  each: item
  needs: item.value
  params: {most: 10}
  when: item.value > params.most
  message: costly
  severity: review
  citation: our own policy
`

func TestLoadRefuses(t *testing.T) {
	for _, c := range []struct {
		name, old, new, want string
		line, column         int
	}{
		{"unknown name", "item.value > params.most", "itm.value > params.most", "unknown name itm", 5, 9},
		{"unknown field of an item", "item.value > params.most", "item.price > params.most", `no field price`, 5, 14},
		{"syntax", "> params.most", "> (params.most", "unexpected token", 5, 0},
		{"not a truth", "item.value > params.most", "item.value + 1", "expected bool", 5, 9},
		{"parameter not given", "params: {most: 10}", "params: {mst: 10}", "no parameter most", 5, 0},
		{"parameter not used", "{most: 10}", "{most: 10, least: 1}", "least is used by no expression", 4, 11},
		{"unknown input", "item.value\n", "item.valu\n", "did you mean item.value", 3, 10},
		{"input of another each", "needs: item.value", "needs: party.email", "another each", 3, 10},
		{"unknown key", "each: item", "eech: item", "not a field of a rule", 2, 3},
		{"bad each", "each: item", "each: things", `"things" is not one of`, 2, 9},
		{"bad severity", "severity: review", "severity: clear", "is not one of [prohibited review lead]", 7, 13},
		{"no citation", "  citation: our own policy\n", "", "citation: missing", 1, 3},
		{"no message", "message: costly", "message: ''", "message: missing", 6, 12},
		{"bad id", "id: my.rule", "id: My Rule", "small letters", 1, 7},
		{"bad date", "severity: review", "severity: review\n  valid_from: 2024-02-30", "bad date", 8, 15},
		{"dates in the wrong order", "severity: review", "severity: review\n  valid_from: 2024-02-03\n  valid_to: 2024-02-02", "before valid_from", 9, 13},
		{"bad regime", "severity: review", "severity: review\n  regime: mars", `"mars" is not one of`, 8, 11},
		{"roles without each party", "severity: review", "severity: review\n  roles: bank", "each party", 8, 10},
		{"question without an answer", "  each: item\n  needs: item.value\n", "  question: why?\n", "the answer", 1, 3},
		{"a map for a parameter", "{most: 10}", "{most: {a: 1}}", "a parameter is a number", 4, 11},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(good, c.old) {
				t.Fatalf("the rule has no %q", c.old)
			}
			_, err := load(nil, strings.Replace(good, c.old, c.new, 1))
			var at *RuleError
			if err == nil || !errors.As(err, &at) || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("error is %v, want one with %q", err, c.want)
			}
			if at.Line != c.line || c.column > 0 && at.Column != c.column {
				t.Errorf("%v stands at %d:%d, want %d:%d", err, at.Line, at.Column, c.line, c.column)
			}
		})
	}
}

func TestLoadTellsAll(t *testing.T) {
	_, err := load(nil, strings.NewReplacer("severity: review", "severity: x", "item.value >", "itm >").Replace(good)+"- nothing\n")
	if err == nil || strings.Count(err.Error(), "line ") != 3 {
		t.Errorf("want three faults: %v", err)
	}
}

func TestLoadChanges(t *testing.T) {
	base, err := load(nil, good)
	if err != nil {
		t.Fatal(err)
	}
	changed, err := load(base, "- {id: my.rule, params: {most: 20}}\n- {id: my.other, when: 'true', message: m, severity: review, citation: c}")
	if err != nil {
		t.Fatal(err)
	}
	if len(changed) != 2 || changed[0].Params["most"] != 20 || changed[0].Message != "costly" {
		t.Errorf("changed rules are %+v", changed)
	}
	if base[0].Params["most"] != 10 {
		t.Error("the base was changed")
	}
	if base.Digest() == changed[:1].Digest() {
		t.Error("a change of a parameter left the digest as it was")
	}
	off, err := load(base, "- {id: my.rule, off: true}")
	if err != nil || off.Digest() == base.Digest() {
		t.Errorf("off: %v", err)
	}
	if _, err := load(nil, good+good); err == nil || !strings.Contains(err.Error(), "given twice") {
		t.Errorf("an id twice: %v", err)
	}
}

func FuzzLoad(f *testing.F) {
	f.Add(good)
	f.Add("- {id: a.b, when: 'any(items, chpl(.hs))'}")
	f.Add("- &a {id: *a}")
	f.Fuzz(func(t *testing.T, text string) {
		rules, err := load(nil, text)
		if err != nil {
			return
		}
		c := Case{}
		c.AsOf.Year, c.AsOf.Month, c.AsOf.Day = 2024, 6, 1
		Evaluate(rules, c.Input())
	})
}

func FuzzParseCases(f *testing.F) {
	f.Add("- {name: x, as_of: 2024-01-01, shipment: {parties: []}, fires: [a.b]}")
	f.Fuzz(func(t *testing.T, text string) {
		var doc yaml.Node
		if yaml.Unmarshal([]byte(text), &doc) != nil || len(doc.Content) == 0 {
			return
		}
		cases, err := ParseCases(doc.Content[0])
		for i := range cases {
			if err == nil && cases[i].AsOf.IsZero() {
				t.Error("a case without a day was read")
			}
			cases[i].Run(nil)
		}
	})
}
