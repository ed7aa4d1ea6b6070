package enduse_test

import (
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/enduse/enduse"

// layers are the packages of the project, the innermost first; a name stands
// for the packages below it too. A package may import packages of the layers
// above its own line here, and its own parent folder. Those of one line never
// import each other.
var layers = [][]string{
	{"."},
	{"checkdigit", "wire"},
	{"internal/ordered"},
	{"internal/triage"},
	{"internal/country"},
	{"internal/edit"},
	{"internal/sectionfile"},
	{"internal/charset"},
	{"internal/wordlist"},
	{"internal/name"},
	{"internal/namefield", "internal/number"},
	{"internal/compare", "internal/goods", "internal/route"},
	{"internal/redflag", "internal/subject"},
	{"internal/index"},
	{"internal/match", "internal/policy"},
	{"internal/screen"},
	{"internal/reading/lexicon"},
	{"internal/reading/document", "internal/reading/text", "internal/reading/topic"},
	{"internal/reading/entity"},
	{"internal/reading/coref"},
	{"internal/reading/attribution"},
	{"internal/reading/corridor"},
	{"internal/reading"},
	{"internal/table"},
	{"internal/list", "internal/refdata", "internal/intake"},
	{"internal/list/catalog"},
	{"internal/edition"},
	{"internal/snapshot"},
	{"internal/eval", "internal/synthetic"},
	{"engine"},
	{"internal/report"},
	{"internal/config"},
	{"cmd"},
}

// forTests is the package that only tests import, and that stands in no layer.
const forTests = "internal/testkit"

// layerOf returns the line of a package in layers, by the longest name that
// covers it, or -1.
func layerOf(pkg string) int {
	line, longest := -1, ""
	for i, names := range layers {
		for _, name := range names {
			if len(name) > len(longest) && (pkg == name || strings.HasPrefix(pkg, name+"/")) {
				line, longest = i, name
			}
		}
	}
	return line
}

// breach says why a package may not import another, or "".
func breach(from, to string) string {
	switch {
	case to == forTests && from == "internal/list/listtest":
		return "" // what the tests of importers share
	case to == forTests:
		return "only tests import " + forTests
	case from == forTests:
		return forTests + " imports nothing of the project"
	case layerOf(from) < 0:
		return from + " stands in no layer: add it to the table in imports_test.go and to the map in docs/architecture.md"
	case layerOf(to) < 0:
		return to + " stands in no layer: add it to the table in imports_test.go and to the map in docs/architecture.md"
	case strings.HasPrefix(from, to+"/"):
		return ""
	case to == "internal/config" && !strings.HasPrefix(from, "cmd/"):
		return "only cmd imports internal/config"
	case layerOf(to) == layerOf(from):
		return "packages of one layer do not import each other: move what they share to a lower layer"
	case layerOf(to) > layerOf(from):
		return "the arrows point inwards: declare the interface that is needed here, and hand it in"
	}
	return ""
}

// imported lists each package of the module with what it imports, tests apart.
func imported(t *testing.T) map[string][]string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "list", "-e", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string][]string{}
	for line := range strings.Lines(string(out)) {
		fields := strings.Fields(line)
		found[fields[0]] = fields[1:]
	}
	if len(found) < 2 {
		t.Fatalf("go list found %d packages", len(found))
	}
	return found
}

// short names a package of the module by its folder; the module itself is ".".
func short(path string) (string, bool) {
	if path == module {
		return ".", true
	}
	return strings.CutPrefix(path, module+"/")
}

// TestImportLaw keeps the arrows between packages pointing inwards.
func TestImportLaw(t *testing.T) {
	for path, imports := range imported(t) {
		from, _ := short(path)
		if from != forTests && layerOf(from) < 0 {
			t.Error(breach(from, "."))
		}
		for _, imp := range imports {
			to, ours := short(imp)
			if !ours {
				continue
			}
			if why := breach(from, to); why != "" {
				t.Errorf("%s imports %s: %s", from, to, why)
			}
		}
	}
}

// TestVocabularyIsPure: the root package stands on the standard library alone.
func TestVocabularyIsPure(t *testing.T) {
	for _, imp := range imported(t)[module] {
		if host, _, _ := strings.Cut(imp, "/"); strings.Contains(host, ".") {
			t.Errorf("the vocabulary imports %s; it may import only the standard library", imp)
		}
	}
}

// TestBreach holds the law itself to its words.
func TestBreach(t *testing.T) {
	tests := []struct {
		from, to string
		allowed  bool
	}{
		{"internal/name", ".", true},
		{"internal/name", "internal/country", true},
		{"internal/country", "internal/name", false},
		{"internal/list/ofac", "internal/list", true},
		{"internal/list/ofac", "internal/list/csl", false},
		{"internal/list", "internal/list/ofac", false},
		{"internal/list/ofac", "internal/intake", false},
		{"internal/intake", "internal/table", true},
		{"internal/match", "internal/policy", false},
		{"internal/screen", "internal/list", false},
		{"internal/edition", "internal/list/ofac", true},
		{"internal/edition", "internal/config", false},
		{"engine", "internal/config", false},
		{"internal/edition", "internal/snapshot", false},
		{"internal/snapshot", "internal/edition", true},
		{"internal/list/catalog", "internal/list/ofac", true},
		{"internal/list/ofac", "internal/list/catalog", false},
		{"cmd/enduse", "internal/config", true},
		{"cmd/enduse", "internal/edition", true},
		{".", "internal/name", false},
		{"internal/name", "internal/testkit", false},
		{"internal/testkit", ".", false},
		{"internal/new", ".", false},
		{"internal/names", "internal/name", false}, // a longer word, not a child
	}
	for _, tt := range tests {
		if why := breach(tt.from, tt.to); (why == "") != tt.allowed {
			t.Errorf("%s imports %s: %q", tt.from, tt.to, why)
		}
	}
}
