package policy

import (
	"errors"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/redflag"
)

const ownRules = `
rules:
  - id: rf.sharp_rise
    params: {factor: 5}
  - id: own.costly
    each: item
    needs: item.value
    params: {most: 10000}
    when: item.value > params.most
    message: a costly item
    severity: review
    citation: our own policy, section 3
tests:
  - name: costly
    as_of: 2024-06-01
    shipment: {parties: [{role: consignee, name: EXAMPLE}], items: [{line: 1, value: "10001"}]}
    fires: [own.costly]
  - name: at the threshold
    as_of: 2024-06-01
    shipment: {parties: [{role: consignee, name: EXAMPLE}], items: [{line: 1, value: "10000"}]}
    quiet: [own.costly]
`

func TestOwnRules(t *testing.T) {
	p, err := Parse([]byte(string(Source()) + ownRules))
	if err != nil {
		t.Fatal(err)
	}
	rise, _ := p.Rules().Find("rf.sharp_rise")
	if rise.Params["factor"] != 5 || rise.Params["window"] != 365 {
		t.Errorf("changed rule has %v", rise.Params)
	}
	cases, err := p.Cases()
	if err != nil || len(cases) != 2 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	for _, c := range cases {
		if wrong := c.Run(p.Rules()); len(wrong) > 0 {
			t.Errorf("%s: %v", c.Name, wrong)
		}
	}
	cases[0].Fires, cases[0].Quiet = cases[0].Quiet, cases[0].Fires
	if len(cases[0].Run(p.Rules())) == 0 {
		t.Error("a wrong case is not told")
	}
}

// TestDigestCoversRules: a change of a rule, of a pack or of nothing else than a
// comment makes another digest.
func TestDigestCoversRules(t *testing.T) {
	seen := map[string]string{Default().Digest(): "default"}
	text := string(Source())
	for name, changed := range map[string]string{
		"own rules": text + ownRules,
		"factor":    text + strings.Replace(ownRules, "factor: 5", "factor: 6", 1),
		"packs":     strings.Replace(text, "packs: [us, eu, uk, un]", "packs: [us]", 1),
	} {
		p, err := Parse([]byte(changed))
		if err != nil {
			t.Fatal(err)
		}
		if other, ok := seen[p.Digest()]; ok {
			t.Errorf("%s has the digest of %s", name, other)
		}
		seen[p.Digest()] = name
	}
	if p := Default(); p.rules.Digest() == p.rules[1:].Digest() {
		t.Error("the digest does not cover a rule of a pack")
	}
}

func TestPacksOfThePolicy(t *testing.T) {
	text := string(Source())
	for packs, want := range map[string]bool{"packs: [us, eu, uk, un]": true, "packs: [un]": false, "packs: []": false, "": true} {
		p, err := Parse([]byte(strings.Replace(text, "packs: [us, eu, uk, un]", packs, 1)))
		if err != nil {
			t.Fatal(err)
		}
		if _, ok := p.Rules().Find("rf.free_mail"); ok != want {
			t.Errorf("%q: has the US pack: %v", packs, ok)
		}
	}
	if _, err := Parse([]byte(strings.Replace(text, "packs: [us, eu, uk, un]", "packs: [mars]", 1))); err == nil || !strings.Contains(err.Error(), `"mars" is not one of the packs`) {
		t.Errorf("unknown pack: %v", err)
	}
}

func TestRuleErrorsHaveTheirPlace(t *testing.T) {
	text := string(Source()) + strings.Replace(ownRules, "item.value > params.most", "itm.value > params.most", 1)
	before, _, _ := strings.Cut(text, "itm.")
	line := strings.Count(before, "\n") + 1
	_, err := Parse([]byte(text))
	var at *redflag.RuleError
	if !errors.As(err, &at) || at.Line != line || at.Column != 11 || at.Rule != "own.costly" {
		t.Errorf("want line %d, column 11: %v", line, err)
	}
}
