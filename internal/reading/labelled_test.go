package reading

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/enduse/enduse/internal/reading/attribution"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/testkit"
)

// labelled is what a reader found in a document, before the programs were
// written; see testdata/labelled/README.md.
type labelled struct {
	File, Language, Title, Source, Published string
	Absent                                   []string
	Statements                               []label
	People, Organisations, Goods, Corridors  []string
	Relevant                                 bool
}

type label struct {
	Speaker   string
	Accept    []string
	Verb      attribution.Class
	Addressee string
	Kind      attribution.Kind
	Text      string
	Modality  attribution.Modality
	Events    []attribution.Event
}

func theReader() *Reader { return &Reader{Finder: NewFinder(nil)} }

func labels(t testing.TB, folder string) (all []labelled) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", folder, "labels.json"))
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// wordsOf are the words of a text, in lower case; of Han each character.
func wordsOf(s string) (out []string) {
	var b strings.Builder
	end := func() {
		if b.Len() > 0 {
			out = append(out, b.String())
			b.Reset()
		}
	}
	for _, r := range strings.ToLower(s) {
		switch {
		case unicode.Is(unicode.Han, r):
			end()
			out = append(out, string(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			b.WriteRune(r)
		default:
			end()
		}
	}
	end()
	return out
}

// overlap is the share of a label's words that a statement has, and the share of
// the statement's that are the label's.
func overlap(label, got []string) (of, in float64) {
	count := map[string]int{}
	for _, w := range got {
		count[w]++
	}
	n := 0
	for _, w := range label {
		if count[w] > 0 {
			count[w]--
			n++
		}
	}
	return float64(n) / float64(max(len(label), 1)), float64(n) / float64(max(len(got), 1))
}

// within reports whether the words of one stand in a row in the other.
func within(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for i := 0; len(a) > 0 && i+len(a) <= len(b); i++ {
		if slices.Equal(a, b[i:i+len(a)]) {
			return true
		}
	}
	return false
}

// rightSpeaker compares with each form that the reader accepts.
func rightSpeaker(l *label, s *attribution.Statement) bool {
	for _, want := range append([]string{l.Speaker}, l.Accept...) {
		for _, got := range []string{s.Speaker.Resolved, s.Speaker.Surface} {
			if within(wordsOf(want), wordsOf(got)) {
				return true
			}
		}
	}
	return false
}

// same reports whether a statement is the labelled one, whoever says it.
func same(l *label, s *attribution.Statement) bool {
	of, in := overlap(wordsOf(l.Text), wordsOf(s.Text))
	return of >= 0.5 && in >= 0.3
}

// figures count by what was asked for.
type figures map[string][3]int // right, found, labelled

func (f figures) add(what string, right, found, labelled int) {
	n := f[what]
	f[what] = [3]int{n[0] + right, n[1] + found, n[2] + labelled}
}

func (f figures) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-24s %6s %6s %6s  %9s %6s\n", "", "right", "found", "labels", "precision", "recall")
	for _, k := range slices.Sorted(maps.Keys(f)) {
		n := f[k]
		fmt.Fprintf(&b, "%-24s %6d %6d %6d  %9.3f %6.3f\n", k, n[0], n[1], n[2], float64(n[0])/float64(max(n[1], 1)), float64(n[0])/float64(max(n[2], 1)))
	}
	return b.String()
}

// TestLabelled holds how much of what a careful reader found is found, and how
// much of what is found is right.
func TestLabelled(t *testing.T) { measured(t, "labelled") }

// measured measures the documents of a folder.
func measured(t *testing.T, folder string) {
	t.Helper()
	r := theReader()
	f := figures{}
	for _, l := range labels(t, folder) {
		file, err := os.Open(filepath.Join("testdata", folder, l.File))
		if err != nil {
			t.Fatal(err)
		}
		readings, err := r.Read(t.Context(), l.File, file)
		_ = file.Close()
		if err != nil {
			t.Errorf("%s: %v", l.File, err)
		}
		f.page(t, &l, readings)
		var found []attribution.Statement
		for i := range readings {
			found = append(found, readings[i].Statements...)
		}
		f.statements(t, &l, found)
	}
	testkit.Golden(t, folder+".golden", []byte(f.String()))
}

func (f figures) page(t *testing.T, l *labelled, readings []Reading) {
	t.Helper()
	if len(readings) == 0 {
		return
	}
	d := &readings[0]
	check := func(what string, right bool, got, want string) {
		n := 0
		if right {
			n = 1
		} else {
			t.Logf("%s: %s %q, want %q", l.File, what, got, want)
		}
		f.add(what, n, 1, 1)
	}
	check("language", d.Language == l.Language, d.Language, l.Language)
	if len(readings) == 1 {
		check("title", within(wordsOf(d.Title), wordsOf(l.Title)), d.Title, l.Title)
	}
	if l.Source != "" {
		check("source", within(wordsOf(d.Source), wordsOf(l.Source)), d.Source, l.Source)
	}
	if l.Published != "" {
		dates := ""
		for i := range readings {
			dates += readings[i].Published.String() + " "
		}
		check("published", strings.Contains(dates, l.Published), dates, l.Published)
	}
	text := strings.Builder{}
	corridors := map[string]bool{}
	for i := range readings {
		text.WriteString(readings[i].Text)
		for _, c := range readings[i].Corridors {
			corridors[c.From+">"+c.To] = true
		}
	}
	for _, a := range l.Absent {
		check("boilerplate apart", !strings.Contains(text.String(), a), a, "not in the text")
	}
	right := 0
	for _, c := range l.Corridors {
		if corridors[c] {
			right++
		}
	}
	f.add("corridors", right, len(corridors), len(l.Corridors))
	f.mentions(l, readings)
}

func (f figures) mentions(l *labelled, readings []Reading) {
	for kind, want := range map[entity.Kind][]string{entity.Person: l.People, entity.Goods: l.Goods} {
		got := map[string]bool{}
		for i := range readings {
			for _, m := range readings[i].Mentions {
				if m.Kind == kind && !m.Anaphor {
					got[strings.Join(wordsOf(m.Resolved), " ")] = true
					if kind == entity.Goods {
						got[strings.Join(wordsOf(m.Surface), " ")] = true
					}
				}
			}
		}
		right := 0
		for _, w := range want {
			for g := range got {
				if within(wordsOf(w), strings.Fields(g)) {
					right++
					break
				}
			}
		}
		if kind == entity.Person {
			f.add("people", right, len(got), len(want))
		} else {
			f.add("goods (recall)", right, len(want), len(want))
		}
	}
}

func (f figures) statements(t *testing.T, l *labelled, found []attribution.Statement) {
	t.Helper()
	used := make([]bool, len(found))
	right := 0
	for i := range l.Statements {
		want := &l.Statements[i]
		at := slices.IndexFunc(found, func(s attribution.Statement) bool {
			return !used[slices.IndexFunc(found, func(x attribution.Statement) bool { return x.Start == s.Start && x.End == s.End && x.Verb == s.Verb })] && same(want, &s) && rightSpeaker(want, &s)
		})
		if at < 0 {
			t.Logf("%s: missing: %s %s: %q", l.File, want.Speaker, want.Verb, want.Text)
			f.add("events", 0, 0, len(want.Events))
			continue
		}
		used[at] = true
		right++
		s := &found[at]
		is := func(what string, ok bool) {
			n := 0
			if ok {
				n = 1
			}
			f.add("  "+what, n, 1, 1)
		}
		is("class", s.Class == want.Verb)
		is("kind", s.Kind == want.Kind)
		is("modality", s.Modality == want.Modality)
		if want.Addressee != "" {
			is("addressee", within(wordsOf(s.Addressee), wordsOf(want.Addressee)))
		}
		both := 0
		for _, e := range want.Events {
			if slices.Contains(s.Events, e) {
				both++
			}
		}
		f.add("events", both, len(s.Events), len(want.Events))
	}
	for i := range found {
		if !used[i] {
			s := &found[i]
			t.Logf("%s: too many: %s (%s) %s %q: %q", l.File, s.Speaker.Resolved, s.Speaker.Surface, s.Class, s.Verb, s.Text)
			f.add("events", 0, len(s.Events), 0)
		}
	}
	f.add("statements", right, len(found), len(l.Statements))
	f.add("statements "+l.Language, right, len(found), len(l.Statements))
}
