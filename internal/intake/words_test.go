package intake

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
)

var language = regexp.MustCompile(`^([a-z]{2}|mul)$`)

// TestColumnWords checks columns.tsv: every line has a field that the program reads, a
// language and a word that a column can be found by, and no word occurs twice where it
// would mean two things or the same twice.
func TestColumnWords(t *testing.T) {
	known := readFields()
	seen := map[string]field{}
	n := 0
	for line := range strings.Lines(columnWords) {
		if n++; n == 1 || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(cells) != 3 || !language.MatchString(cells[1]) {
			t.Errorf("line %d: %q is not a field, a language and a word", n, cells)
			continue
		}
		f, word := field(cells[0]), cells[2]
		if !slices.Contains(known, f) {
			t.Errorf("line %d: nothing reads the field %s", n, f)
		}
		key := fold(word)
		scope, _, isValue := strings.Cut(string(f), ".")
		switch {
		case key == "":
			t.Errorf("line %d: nothing is left of %q when it is folded", n, word)
		case isValue && (scope == "type" || scope == "gender"):
			key = scope + " " + key
		default:
			if got, ok := wholly(word); !ok || !means(got, f) {
				t.Errorf("line %d: the column %q means %s, not %s", n, word, got, f)
			}
		}
		if other, again := seen[key]; again {
			t.Errorf("line %d: %q of %s occurs before, as %s", n, word, f, other)
		}
		seen[key] = f
	}
	if len(seen) < 2000 {
		t.Errorf("only %d words", len(seen))
	}
	for _, f := range known {
		if !slices.Contains(slices.Collect(maps.Values(seen)), f) && !slices.Contains(withoutWords, f) {
			t.Errorf("the field %s has no words in columns.tsv", f)
		}
	}
}

// means reports whether a column has the meaning of a field of the table.
func means(got columnRole, f field) bool {
	if role, ok := strings.CutPrefix(string(f), "role."); ok {
		return got == columnRole{enduse.Role(role), fName}
	}
	return got == columnRole{field: f}
}

// withoutWords are the kind and the roles that no column means. A column
// "manufacturer" is one of the goods.
var withoutWords = []field{identifierMark + field(enduse.IDOther), "role.party", "role.manufacturer"}

// readFields are all fields that a column may have.
func readFields() []field {
	out := slices.Clone(partyFields)
	for _, f := range itemFields {
		out = append(out, f.columns...)
	}
	for _, f := range shipmentFields() {
		out = append(out, f.columns...)
	}
	for _, k := range enduse.IdentifierKinds {
		out = append(out, identifierMark+field(k))
	}
	for _, r := range enduse.Roles {
		out = append(out, "role."+field(r))
	}
	for _, s := range enduse.Schemas {
		out = append(out, "type."+field(s))
	}
	for _, g := range []enduse.Gender{enduse.GenderMale, enduse.GenderFemale, enduse.GenderOther} {
		out = append(out, "gender."+field(g))
	}
	return out
}

func TestIsHeader(t *testing.T) {
	tests := map[string]bool{
		"name": true, "Name|Country": true, "Foo|Bar|Company Name|Baz": true, "KUNNR|NAME1|LAND1|ORT01|XYZ": true, "Customer|Country": true,
		"Our partners": false, "Acme Ltd|company|consignee": false, "Acme|Dubai|AE": false, "Report|2026": false, "Customer list|": false, "": false,
		"a|b|c|country": false,
	}
	for row, want := range tests {
		if got := isHeader(strings.Split(row, "|")); got != want {
			t.Errorf("%q: %v, want %v", row, got, want)
		}
	}
}
