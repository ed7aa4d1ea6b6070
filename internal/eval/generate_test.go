package eval

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/testkit"
)

// originals are fictitious names that each manipulation has something to work
// on in.
var originals = []Original{
	{"EXAMPLE, Sheikh Maximilian Otto", enduse.SchemaPerson},
	{"Philippe Spécimen-Muster", enduse.SchemaPerson},
	{"Иван Иванович Примеров", enduse.SchemaPerson},
	{"EXAMPLE INTERNATIONAL TRADING LLC", enduse.SchemaCompany},
	{"Limited Liability Company Primer", enduse.SchemaCompany},
	{"Muster Engineering Group", enduse.SchemaOrganization},
	{"示例贸易有限公司", enduse.SchemaCompany},
	{"MV EXAMPLE 7", enduse.SchemaVessel},
}

// TestGenerateGolden: the same seed gives the same queries, in each class some.
func TestGenerateGolden(t *testing.T) {
	queries := Generate(originals, 7, 3)
	var b bytes.Buffer
	if err := WriteQueries(&b, queries, 7); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "generate.csv", b.Bytes())
	for _, m := range Manipulations() {
		if !slices.ContainsFunc(queries, func(g Generated) bool { return g.Class == m.Class }) {
			t.Errorf("no query of class %s", m.Class)
		}
	}
	c, err := Read("generate.csv", &b)
	if err != nil || c.Kind != Queries || len(c.rows) != len(queries) {
		t.Errorf("it is read back as %+v, %v", c, err)
	}
}

func TestGenerateSeed(t *testing.T) {
	if slices.Equal(Generate(originals, 1, 3), Generate(originals, 2, 3)) {
		t.Error("another seed gives the same queries")
	}
	if got := Generate(nil, 1, 3); len(got) != 0 {
		t.Errorf("no names give %v", got)
	}
}

// TestManipulations: what each does to a name, whatever chance says.
func TestManipulations(t *testing.T) {
	for _, c := range []struct {
		class, name string
		want        []string // one of these; none: it is not for this name
	}{
		{"order_swapped", "EXAMPLE, Max Otto", []string{"Otto EXAMPLE Max", "Max Otto EXAMPLE"}},
		{"order_swapped", "EXAMPLE", nil},
		{"given_as_initial", "EXAMPLE, Max Otto", []string{"M. Otto EXAMPLE"}},
		{"middle_dropped", "EXAMPLE, Max Otto", []string{"Max EXAMPLE"}},
		{"middle_dropped", "Max EXAMPLE", nil},
		{"title_dropped", "Dr. Max Example", []string{"Max Example"}},
		{"title_dropped", "Max Example", nil},
		{"legal_form_added", "EXAMPLE LLC", nil},
		{"legal_form_dropped", "EXAMPLE TRADING CO., LTD.", []string{"EXAMPLE TRADING"}},
		{"legal_form_dropped", "OOO EXAMPLE", []string{"EXAMPLE"}},
		{"legal_form_dropped", "LLC", nil},
		{"legal_form_translated", "EXAMPLE GmbH", []string{"EXAMPLE Gesellschaft mit beschränkter Haftung", "EXAMPLE G.m.b.H."}},
		{"abbreviated", "EXAMPLE Trading", []string{"EXAMPLE Trdg"}},
		{"space_removed", "A B", []string{"AB"}},
		{"concatenated", "A B C", []string{"ABC"}},
		{"space_inserted", "EXAMPLE", []string{"EX AMPLE", "EXA MPLE", "EXAM PLE", "EXAMP LE"}},
		{"hyphens", "A-B", []string{"A B"}},
		{"hyphens", "A B", []string{"A-B"}},
		{"diacritics_dropped", "Spécimen Йод", []string{"Specimen Йод"}},
		{"diacritics_dropped", "Specimen", nil},
		{"phonetic", "PHT", []string{"FT"}},
		{"transliterated", "Щукин", []string{"Shchukin", "Scukin", "Schtschukin", "Chtchoukin"}},
		{"transliterated", "Example", nil},
		{"transliterated", "Њиљана", nil},
		{"homoglyphs", "zze", []string{"zzе"}},
		{"truncated", "EXAMPLE", nil},
		{"edit_each_word", "EXAMPLE", nil},
		{"one_edit", "示例贸易有限公司", nil},
	} {
		at := slices.IndexFunc(Manipulations(), func(m Manipulation) bool { return m.Class == c.class })
		if at < 0 {
			t.Fatalf("there is no class %s", c.class)
		}
		for seed := range uint64(20) {
			got, ok := Manipulations()[at].apply(rand.New(rand.NewPCG(seed, 1)), Original{Text: c.name})
			if ok != (c.want != nil) && (ok || seed == 19) || ok && !slices.Contains(c.want, got) {
				t.Errorf("%s of %q: %q, %v, want one of %q", c.class, c.name, got, ok, c.want)
				break
			}
		}
	}
}

// TestNamesOf: weak aliases are left out, and each text stands once.
func TestNames(t *testing.T) {
	e := listed("1", "A", "B", "A")
	e.Names = append(e.Names, enduse.Name{Text: "WEAK", Kind: enduse.NameWeakAlias})
	if got := Names([]*enduse.Entity{e, listed("2", "B")}); len(got) != 2 || got[0].Text != "A" || got[1].Text != "B" {
		t.Errorf("%v", got)
	}
}

// FuzzGenerate: no name makes a manipulation panic or write what is no text.
func FuzzGenerate(f *testing.F) {
	for i, o := range originals {
		f.Add(o.Text, uint64(i))
	}
	f.Add("İSTANBUL ẞ K, \u0301\u202e", uint64(3))
	f.Add(strings.Repeat("a ", 500), uint64(4))
	f.Fuzz(func(t *testing.T, name string, seed uint64) {
		for _, g := range Generate([]Original{{Text: name}}, seed, 1) {
			if utf8.ValidString(name) && !utf8.ValidString(g.Query) {
				t.Errorf("%s of %q: %q is no text", g.Class, name, g.Query)
			}
			if g.Query == name {
				t.Errorf("%s of %q changes nothing", g.Class, name)
			}
		}
	})
}

// FuzzRead: no file makes a suite panic.
func FuzzRead(f *testing.F) {
	for _, text := range []string{
		"query,name\na,b\n", "name1,name2,is_match\na,b,true\n", "latin,original,is_match\na,b,1\n", "alias,ent_num\na,36\n",
		"full_name,date_of_birth,nationality\na,1970,France\n", `[{"entity_name":"A","aliases":["Б"]}]`, "a,b\n1,2\n",
	} {
		f.Add([]byte(text))
	}
	s := script{listed: []*enduse.Entity{listed("36", "A", "b")}, scores: map[string]map[string]float64{"a": {"ofac-sdn:36": 0.9}}}
	f.Fuzz(func(t *testing.T, text []byte) {
		c, err := Read("fuzz", bytes.NewReader(text))
		if err != nil {
			return
		}
		suite, err := runner(s).Run(t.Context(), c)
		if err != nil {
			t.Fatal(err)
		}
		if len(suite.outcomes) > 2*len(c.rows) {
			t.Errorf("%d outcomes of %d rows", len(suite.outcomes), len(c.rows))
		}
	})
}

// FuzzReadGolden: what is read is written back the same.
func FuzzReadGolden(f *testing.F) {
	f.Add([]byte("S aaa 1+\nS bbb wrong\n"))
	f.Add([]byte("S aaa\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		kept, err := readGolden("g", text)
		if err != nil {
			return
		}
		for key, o := range kept {
			suite, hash, _ := strings.Cut(key, " ")
			var b bytes.Buffer
			if err := writeGolden(&b, suite, []RowOutcome{{hash, o, ""}}); err != nil {
				t.Fatal(err)
			}
			if again, err := readGolden("g", b.Bytes()); err != nil || again[key] != o {
				t.Errorf("%q is read back as %v, %v", b.String(), again, err)
			}
		}
	})
}
