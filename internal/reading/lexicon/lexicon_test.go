package lexicon_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/reading/lexicon"
)

// asWritten are the sets that are not looked up by folded words.
var asWritten = []string{"run_together", "case_ending", "patronymic_ending"}

// folders are the languages and the folder any.
func folders(t *testing.T) (out []string) {
	t.Helper()
	all, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range all {
		if f.IsDir() {
			out = append(out, f.Name())
		}
	}
	return out
}

// TestSets: each word is folded as it is looked up, and is in its set once.
func TestSets(t *testing.T) {
	for _, language := range folders(t) {
		for _, row := range lexicon.Rows(language, "sets.tsv") {
			if len(row) != 2 || row[1] == "" {
				t.Errorf("%s/sets.tsv: %q is not a set and its words", language, row)
				continue
			}
			for w := range strings.FieldsSeq(row[1]) {
				if folded := name.Fold(w); folded != w && !slices.Contains(asWritten, row[0]) {
					t.Errorf("%s/sets.tsv: %s: %q is never found: write %q", language, row[0], w, folded)
				}
			}
			seen := map[string]bool{}
			for w := range strings.FieldsSeq(row[1]) {
				if seen[w] {
					t.Errorf("%s/sets.tsv: %s: %q is there twice", language, row[0], w)
				}
				seen[w] = true
			}
		}
	}
}

// TestPhrases: each line has three cells, and a phrase is in a table of a file once.
func TestPhrases(t *testing.T) {
	for _, language := range folders(t) {
		for _, file := range []string{"anywhere.tsv", "local.tsv"} {
			seen := map[string]bool{}
			for _, row := range lexicon.Rows(language, file) {
				if len(row) != 3 {
					t.Errorf("%s/%s: %q has %d cells", language, file, row, len(row))
					continue
				}
				for p := range strings.SplitSeq(row[2], "|") {
					k := row[0] + " " + p
					if strings.TrimSpace(p) != p || p == "" || seen[k] {
						t.Errorf("%s/%s: %s: %q is empty, has blanks around it or is there twice", language, file, row[0], p)
					}
					seen[k] = true
				}
			}
		}
	}
}

// TestYAML: phrases of YAML files are in lower case, as they are looked up, and none
// is twice in a list.
func TestYAML(t *testing.T) {
	all, err := fs.Glob(os.DirFS("."), "*/*.yaml")
	if err != nil || len(all) < len(folders(t)) {
		t.Fatal(all, err)
	}
	for _, path := range all {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var root yaml.Node
		if err := yaml.Unmarshal(data, &root); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		checkLists(t, path, &root)
	}
}

func checkLists(t *testing.T, path string, node *yaml.Node) {
	t.Helper()
	seen := map[string]bool{}
	for _, n := range node.Content {
		if node.Kind == yaml.SequenceNode && n.Kind == yaml.ScalarNode {
			low := strings.ToLower(n.Value)
			if i := strings.Index(low, "+"); i >= 0 {
				low = low[:i] + n.Value[i:] // the name of a pattern follows
			}
			if low != n.Value || seen[n.Value] {
				t.Errorf("%s:%d: %q is not in lower case, or is there twice", path, n.Line, n.Value)
			}
			seen[n.Value] = true
		}
		checkLists(t, path, n)
	}
}

// TestLanguages: the languages that statements are found in have all files.
func TestLanguages(t *testing.T) {
	for _, language := range []string{"en", "es", "fr", "ru", "zh"} {
		if !slices.Contains(folders(t), language) {
			t.Errorf("%s has no folder", language)
		}
		for _, file := range []string{"anywhere.tsv", "sets.tsv"} {
			if len(lexicon.Rows(language, file)) == 0 {
				t.Errorf("%s has no %s", language, file)
			}
		}
	}
}
