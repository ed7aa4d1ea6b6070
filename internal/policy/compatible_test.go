package policy

import (
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse/internal/redflag"
)

// TestPolicyOfEarlierVersion: a policy of version 0.1.0 that uses every key of that
// version loads, and its tests hold.
func TestPolicyOfEarlierVersion(t *testing.T) {
	text, err := os.ReadFile("testdata/policy-0.1.0.yaml")
	if err != nil {
		t.Fatal(err)
	}
	p, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	r, ok := p.Rules().Find("own.costly")
	if !ok || len(r.Needs) != 2 || r.Params["most"] != 10000 || !r.Verify {
		t.Errorf("the rule is %+v", r)
	}
	if rise, _ := p.Rules().Find("rf.sharp_rise"); !rise.Disabled {
		t.Error("a rule that is off is evaluated")
	}
	cases, err := p.Cases()
	if err != nil || len(cases) != 1 {
		t.Fatalf("%d cases, %v", len(cases), err)
	}
	if wrong := cases[0].Run(p.Rules()); len(wrong) > 0 {
		t.Error(wrong)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil {
		t.Fatal(err)
	}
	used := map[string]bool{}
	keysOf(&doc, used)
	for _, typ := range []reflect.Type{reflect.TypeFor[file](), reflect.TypeFor[Policy](), reflect.TypeFor[Rule](), reflect.TypeFor[Identity](), reflect.TypeFor[Probability]()} {
		for f := range typ.Fields() {
			key, _, _ := strings.Cut(f.Tag.Get("yaml"), ",")
			if key != "" && !used[key] && key != "part_of" { // of a later version
				t.Errorf("the policy does not use %s", key)
			}
		}
	}
	for _, path := range Paths() {
		for key := range strings.SplitSeq(path, ".") {
			if !used[key] {
				t.Errorf("the policy does not use the weight %s", path)
			}
		}
	}
	for f := range reflect.TypeFor[redflag.Rule]().Fields() {
		key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if key != "" && !used[key] && !slices.Contains([]string{"pack", "refines", "part_of", "asks_after", "asks_of"}, key) { // not written, or of a later version
			t.Errorf("no rule uses %s", key)
		}
	}
}

func keysOf(n *yaml.Node, into map[string]bool) {
	for i, c := range n.Content {
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			into[c.Value] = true
		}
		keysOf(c, into)
	}
}
