package reading_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/testkit"
)

// labelled is a sentence with the spans of a kind that people have labelled.
type labelled struct {
	text  string
	spans map[string][][2]int
}

// sentences reads a file of words and labels, a sentence between blank lines.
func sentences(t *testing.T, path string) (out []labelled) {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s, open := labelled{spans: map[string][][2]int{}}, ""
	for line := range strings.Lines(string(b)) {
		word, label, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !ok {
			if s.text != "" {
				out = append(out, s)
			}
			s, open = labelled{spans: map[string][][2]int{}}, ""
			continue
		}
		if s.text != "" {
			s.text += " "
		}
		start := len(s.text)
		s.text += word
		begin, kind, _ := strings.Cut(label, "-")
		all := s.spans[kind]
		switch {
		case begin == "B" || begin == "I" && open != kind:
			s.spans[kind] = append(all, [2]int{start, len(s.text)})
		case begin == "I":
			all[len(all)-1][1] = len(s.text)
		}
		open = kind
	}
	return append(out, s)
}

// TestNER measures people and organisations on news and reports that others have
// labelled: exact spans, and spans that overlap. The labels take in what is no
// name: "we", "the families", "militants"; so those are told apart.
func TestNER(t *testing.T) {
	all := sentences(t, testkit.Data(t, "text", "ner", "re3d-train.conll"))
	finder := reading.NewFinder(nil)
	var report strings.Builder
	for _, k := range []struct {
		kind  entity.Kind
		label string
	}{{entity.Organization, "Organisation"}, {entity.Person, "Person"}} {
		for _, named := range []bool{false, true} {
			c := measure(all, finder, k.kind, k.label, named)
			what := "all"
			if named {
				what = "with a capital"
			}
			fmt.Fprintf(&report, "%s, %s: %s\n", k.label, what, c)
		}
	}
	testkit.Golden(t, "ner.golden", []byte(report.String()))
}

// counts are of spans: found, labelled, and those of either that fit.
type counts struct{ found, labelled, exact, overFound, overLabelled int }

func (c counts) String() string {
	p := func(n, of int) float64 { return float64(n) / float64(max(of, 1)) }
	return fmt.Sprintf("exact precision %.3f recall %.3f; overlapping precision %.3f recall %.3f (%d found, %d labelled)",
		p(c.exact, c.found), p(c.exact, c.labelled), p(c.overFound, c.found), p(c.overLabelled, c.labelled), c.found, c.labelled)
}

// measure counts the spans of a kind; named leaves out what people have labelled,
// or the finder has found, that has no capital but at its beginning.
func measure(all []labelled, f *reading.Finder, kind entity.Kind, label string, named bool) (c counts) {
	for _, s := range all {
		var found, want [][2]int
		for _, m := range f.Find(s.text, "en") {
			if m.Kind == kind && (!named || isNamed(m.Surface)) {
				found = append(found, [2]int{m.Start, m.End})
			}
		}
		for _, w := range s.spans[label] {
			if !named || isNamed(s.text[w[0]:w[1]]) {
				want = append(want, w)
			}
		}
		c.found, c.labelled = c.found+len(found), c.labelled+len(want)
		for _, x := range found {
			over := false
			for _, w := range s.spans[label] {
				if x == w {
					c.exact++
				}
				over = over || x[0] < w[1] && w[0] < x[1]
			}
			if over {
				c.overFound++
			}
		}
		for _, w := range want {
			for _, x := range found {
				if x[0] < w[1] && w[0] < x[1] {
					c.overLabelled++
					break
				}
			}
		}
	}
	return c
}

// pronouns begin with a capital and name nobody.
var pronouns = " I We He She They It You Our My Us The A An This That These Those "

// isNamed reports whether words hold a capital that is not of a pronoun or of an
// article.
func isNamed(words string) bool {
	for w := range strings.FieldsSeq(words) {
		if strings.ToLower(w) != w && !strings.Contains(pronouns, " "+w+" ") {
			return true
		}
	}
	return false
}
