package synthetic

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse"
)

// TestSeed: the same source and seed give the same entities, run again or run
// for longer; another seed gives others.
func TestSeed(t *testing.T) {
	long := grown(2500, 7)
	if diff := cmp.Diff(long[:1000], grown(1000, 7)); diff != "" {
		t.Errorf("the first thousand of more are others:\n%s", diff)
	}
	seq := Grow(slices.Values(sample()), 50, 7)
	if diff := cmp.Diff(slices.Collect(seq), slices.Collect(seq)); diff != "" {
		t.Errorf("run again, it is another:\n%s", diff)
	}
	same := 0
	for i, e := range grown(1000, 8) {
		if e.Caption() == long[i].Caption() {
			same++
		}
	}
	if same > 100 {
		t.Errorf("another seed gives %d of 1000 the same names", same)
	}
	if got := slices.Collect(Grow(nothing(), 10, 1)); len(got) != 0 {
		t.Errorf("of nothing, %d entities", len(got))
	}
}

// TestEntities: each is valid, made up by its own word, and of the form of its
// template.
func TestEntities(t *testing.T) {
	templates := map[enduse.Schema]*enduse.Entity{}
	for _, e := range sample() {
		templates[e.Schema] = e
	}
	seen := map[enduse.EntityID]bool{}
	for _, e := range grown(2000, 3) {
		if err := e.Validate(); err != nil {
			t.Fatal(err)
		}
		if e.Source != Source || e.List != Source || !strings.HasPrefix(string(e.ID), Source+":") || seen[e.ID] {
			t.Fatalf("%s of %s, %s", e.ID, e.Source, e.List)
		}
		seen[e.ID] = true
		checkForm(t, e, templates[e.Schema])
	}
}

// checkForm holds an entity against one of those it may be grown from.
func checkForm(t *testing.T, e, from *enduse.Entity) {
	t.Helper()
	if len(e.Names) != len(from.Names) || len(e.BirthDates) != len(from.BirthDates) || len(e.Addresses) != len(from.Addresses) || len(e.Identifiers) != len(from.Identifiers) {
		t.Fatalf("%+v grown from %+v", e, from)
	}
	for i, n := range e.Names {
		if n.Kind != from.Names[i].Kind || n.Script != from.Names[i].Script || !utf8.ValidString(n.Text) {
			t.Errorf("%+v", n)
		}
	}
	for _, d := range e.BirthDates {
		if err := d.Validate(); err != nil {
			t.Error(err)
		}
	}
	for _, d := range e.Designations {
		if d.List != Source || d.URL != "" || strings.Contains(d.Basis, "an act") {
			t.Errorf("it claims an act: %+v", d)
		}
	}
	for i, id := range e.Identifiers {
		if id.Kind != from.Identifiers[i].Kind || id.Check != from.Identifiers[i].Check || len(id.Value) != len(from.Identifiers[i].Value) {
			t.Errorf("%+v grown from %+v", id, from.Identifiers[i])
		}
	}
}

// TestNameShape: what is not drawn stays in its place, and a word that occurs in
// several names is the same in all of them.
func TestNameShape(t *testing.T) {
	for _, e := range grown(800, 5) {
		text := e.Names[0].Text
		if e.Schema == enduse.SchemaCompany {
			if !strings.HasSuffix(text, " Co., Ltd.") || !strings.HasSuffix(e.Names[1].Text, "有限公司") {
				t.Errorf("the legal form of %q, %q", text, e.Names[1].Text)
			}
			if w := strings.Fields(text); !slices.Contains([]string{"Trading", "Engineering", "Shipping", "Technology"}, w[len(w)-3]) {
				t.Errorf("the trade of %q", text)
			}
			continue
		}
		parts := e.Names[0].Parts
		if text != parts.Family+", "+parts.Given || parts.Family != strings.ToUpper(parts.Family) {
			t.Errorf("%q with parts %+v", text, parts)
		}
		given, _, _ := strings.Cut(parts.Given, " ")
		if want := given + " bin " + parts.Family; e.Names[1].Text != want {
			t.Errorf("alias %q, want %q", e.Names[1].Text, want)
		}
	}
}

func TestSplit(t *testing.T) {
	for text, want := range map[string]string{
		"EXAMPLE, Max-Otto (Max)":  "EXAMPLE|Max|Otto|Max",
		"Qa'ida O’Example 'x'":     "Qa'ida|O’Example|x",
		"S.A. Example":             "S|A|Example",
		"示例科技有限公司 Example":         "示例|科技|有限公司|Example",
		" \xff- ":                  "",
		"":                         "",
		"Пример, A\u0301lpha No.7": "Пример|A\u0301lpha|No|7",
	} {
		words, tail := split(text)
		var got, whole []string
		for _, w := range words {
			got = append(got, w.text)
			whole = append(whole, w.before, w.text)
		}
		if strings.Join(got, "|") != want || strings.Join(whole, "")+tail != text {
			t.Errorf("%q: %q, tail %q, want %s", text, got, tail, want)
		}
	}
}

func TestShape(t *testing.T) {
	for in, want := range map[string]string{"EXAMPLE": "ÉMUSTER", "Example": "Émuster", "example": "émuster", "E": "Émuster", "示": "émuster", "GmbH": "émuster"} {
		if got := letterCaseOf(in).apply("émuster"); got != want {
			t.Errorf("like %q: %q, want %q", in, got, want)
		}
	}
}

// TestCoin: the r-th new word is always the same, is text, and is not one that
// is there.
func TestCoin(t *testing.T) {
	c := newCorpus(1)
	words := []string{"alpha", "бета", "gämma", "示例", "e\u0301\u0302", "x"}
	var p *vocabulary
	for _, w := range words {
		p = c.add(origin{schema: enduse.SchemaPerson, source: "one"}, "Latn", placeGiven, w)
	}
	c.settle()
	known := 0
	for r := range uint64(1000) {
		got := p.newWord(r)
		if got != p.newWord(r) || !utf8.ValidString(got) || got == "" {
			t.Fatalf("word %d: %q, %q", r, got, p.newWord(r))
		}
		if slices.Contains(words, got) {
			known++
		}
	}
	if known > 50 {
		t.Errorf("%d of 1000 new words are old ones", known)
	}
}

// TestVariant: another word, one error away.
func TestVariant(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		for _, w := range []string{"mohammed", "пример", "示例", "aa"} {
			if got := variant(rng, w); got == w || !utf8.ValidString(got) {
				t.Fatalf("%q: %q", w, got)
			}
		}
	}
	if got := variant(rng, "x"); got != "x" {
		t.Errorf("a letter: %q", got)
	}
}

// FuzzGrow: any name and any number, grown, is text of the same form; with no
// more than it has of words.
func FuzzGrow(f *testing.F) {
	for _, s := range []string{"EXAMPLE, Max Otto", "示例科技有限公司", "O'Example & Sons (No. 12) LLC", "\xff\u0301\u0301", "İSTANBUL ẞ", "ا\u064bب", ""} {
		f.Add(s, "EX 0012/34 (US)", uint64(1))
	}
	f.Fuzz(func(t *testing.T, text, number string, seed uint64) {
		e := &enduse.Entity{
			ID: "one:1", Source: "one", List: "one", Schema: enduse.SchemaPerson,
			Names:       []enduse.Name{{Text: text, Kind: enduse.NamePrimary, Parts: &enduse.NameParts{Family: number, Given: text}}, {Text: number, Kind: enduse.NameAlias}},
			Identifiers: []enduse.Identifier{{Kind: enduse.IDINN, Value: number, Check: enduse.CheckValid}, {Kind: enduse.IDBIC, Value: number}},
			Addresses:   []enduse.Address{{Street: text, Text: number}},
		}
		for got := range Grow(slices.Values([]*enduse.Entity{e}), 3, seed) {
			if len(got.Names) != 2 || len(got.Identifiers) != 2 || (got.Names[0].Text == "") != (text == "") {
				t.Errorf("%+v", got)
			}
			if utf8.ValidString(text) && utf8.ValidString(number) && !utf8.ValidString(got.Names[0].Text+got.Names[0].Parts.Given) {
				t.Errorf("%q of %q is no text", got.Names[0].Text, text)
			}
		}
	})
}
