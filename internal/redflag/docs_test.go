package redflag

import (
	"os"
	"reflect"
	"strings"
	"testing"
)

// TestDocs: every rule, input, field, name and function stands in the page that
// users are sent to.
func TestDocs(t *testing.T) {
	page, err := os.ReadFile("../../docs/redflags.md")
	if err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, r := range allRules(t) {
		words = append(words, r.ID)
	}
	words = append(words, inputNames()...)
	for f := range fields {
		words = append(words, f)
	}
	env := reflect.TypeFor[Env]()
	for f := range env.Fields() {
		if tag := f.Tag.Get("expr"); tag != "" && tag[0] != '$' { // those are put in by the program
			words = append(words, tag)
		}
	}
	for f := range reflect.TypeFor[Functions]().Fields() {
		words = append(words, f.Tag.Get("expr")+"(")
	}
	for _, w := range words {
		if !strings.Contains(string(page), "`"+w) && !strings.Contains(string(page), "`, `"+w+"`") {
			t.Errorf("docs/redflags.md does not have %s", w)
		}
	}
}

// TestDocsExample: the policy that the page shows does what it says.
func TestDocsExample(t *testing.T) {
	page, err := os.ReadFile("../../docs/redflags.md")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(page), "```yaml\n")
	text, _, _ = strings.Cut(text, "```")
	_, own, _ := strings.Cut(text, "rules:\n")
	own, tests, _ := strings.Cut(own, "tests:\n")
	rules, err := load(allRules(t), own)
	if err != nil {
		t.Fatal(err)
	}
	cases := casesOf(t, []byte(tests))
	if len(cases) != 1 {
		t.Fatalf("%d tests", len(cases))
	}
	if wrong := cases[0].Run(rules); len(wrong) > 0 {
		t.Error(wrong)
	}
}
