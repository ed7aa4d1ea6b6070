package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/reading/entity"
)

// readingTable writes readings for people: what each page says of itself, then
// statements, listed parties, goods and corridors.
type readingTable struct {
	p printer
	h ReadingHeader
}

func (t *readingTable) Begin(h ReadingHeader) error {
	t.h = h
	return nil
}

func (t *readingTable) Reading(r *Reading) error {
	if t.h.Quiet && r.Error == nil && !r.Listed() {
		return t.p.err
	}
	if r.Error != nil {
		t.p.line("%s", t.h.Style.bold(Show(r.File)))
		t.wrapped("  could not be read: ", Show(r.Error.Message))
		if r.Error.Hint != "" {
			t.wrapped("  try: ", Show(r.Error.Hint))
		}
		t.p.line("")
		return t.p.err
	}
	t.head(r)
	t.listed(r)
	t.statements(r)
	t.goods(r)
	t.named(r)
	return t.p.err
}

// head writes what a page says of itself, and what it is about.
func (t *readingTable) head(r *Reading) {
	title := Show(r.Title)
	if title == "" {
		title = "(no title)"
	}
	for _, l := range wrap(title, t.width(), "") {
		t.p.line("%s", t.h.Style.bold(l))
	}
	t.wrapped("  ", joinText(" · ", Show(r.File), Show(r.Source), Show(r.Published), Show(r.Language), fmt.Sprintf("relevance %.2f", r.Relevance)))
	for _, w := range r.Warnings {
		t.wrapped("  note: ", Show(w))
	}
	for _, c := range r.Topics {
		t.p.line("  %s", Clip(fmt.Sprintf("%-15s %.2f  %s", Show(c.ID), c.Score, Show(strings.Join(c.Phrases, ", "))), t.width()-2))
	}
	t.p.line("")
}

func (t *readingTable) width() int { return max(t.h.Style.Width, 40) }

// wrapped writes a text behind a label, in lines that begin below each other.
func (t *readingTable) wrapped(label, text string) {
	for _, l := range wrap(text, t.width()-widthOf(label), "") {
		t.p.line("%s%s", label, l)
		label = strings.Repeat(" ", widthOf(label))
	}
}

// listed writes the listed parties, the sure ones and the best first, each once.
func (t *readingTable) listed(r *Reading) {
	type row struct {
		m *ReadingMention
		l *ReadingListing
		n int
	}
	type key struct {
		surface, entity string
		uncertain       bool
	}
	var all []row
	seen := map[key]int{}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		for k := range m.Listed[:min(len(m.Listed), 3)] {
			l := &m.Listed[k]
			same := key{m.Surface, l.Entity, m.Uncertain}
			if seen[same] == 0 {
				all = append(all, row{m, l, 0})
				seen[same] = len(all)
			}
			all[seen[same]-1].n++
		}
	}
	slices.SortStableFunc(all, func(a, b row) int {
		return cmp.Or(b2i(a.m.Uncertain)-b2i(b.m.Uncertain), cmp.Compare(b.l.Score, a.l.Score))
	})
	rows := [][]string{{"LISTED PARTY", "SCORE", "ENTRY", "LISTED AS", "WHAT FOR"}}
	for _, x := range all {
		surface := Show(x.m.Surface)
		if x.n > 1 {
			surface += fmt.Sprintf(" (%d times)", x.n)
		}
		what := joinText(" · ", Show(strings.Join(x.l.Programs, ", ")), words(measureNames(x.l)))
		if x.m.Uncertain {
			what = joinText(" · ", "uncertain: "+Show(x.m.Why), what)
		}
		rows = append(rows, []string{surface, fmt.Sprintf("%.2f", x.l.Score), Show(x.l.Entity), Show(x.l.Name), what})
	}
	t.p.columns(rows, []int{24, 5, 18, 24, 0}, t.width(), t.h.Style)
}

func measureNames(l *ReadingListing) (out []string) {
	for _, m := range l.Measures {
		out = append(out, string(m))
	}
	return out
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (t *readingTable) statements(r *Reading) {
	rows := [][]string{{"SPEAKER", "VERB", "READ AS", "STATEMENT"}}
	for i := range r.Statements {
		s := &r.Statements[i]
		speaker := Show(s.Speaker.Resolved)
		if s.Speaker.Uncertain {
			speaker += " (uncertain)"
		}
		text := Show(strings.Join(strings.Fields(s.Text), " "))
		if s.Kind == "quote" {
			text = "“" + text + "”"
		}
		if s.Addressee != "" {
			text = "[to " + Show(s.Addressee) + "] " + text
		}
		rows = append(rows, []string{speaker, Show(s.Verb), joinText(": ", Show(s.Modality), Show(words(s.Events))), text})
	}
	t.p.columns(rows, []int{20, 10, 18, 0}, t.width(), t.h.Style)
}

// goods writes the goods that are named, each once, with what they lead to.
func (t *readingTable) goods(r *Reading) {
	rows := [][]string{{"GOODS", "LEAD, NEVER A CLASSIFICATION"}}
	seen := map[string]bool{}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if key := strings.ToLower(m.Surface); m.Kind != string(entity.Goods) || seen[key] {
			continue
		} else {
			seen[key] = true
		}
		var leads []string
		for _, l := range m.Leads {
			leads = append(leads, joinText(": ", l.Category, strings.Join(l.Codes, " ")))
		}
		rows = append(rows, []string{Show(m.Surface), Show(strings.Join(leads, "; "))})
	}
	t.p.columns(rows, []int{34, 0}, t.width(), t.h.Style)
}

// named writes who and what else is named, and the corridors.
func (t *readingTable) named(r *Reading) {
	some := len(r.Corridors) > 0
	for _, k := range []struct{ kind, label string }{{"person", "people"}, {"organization", "organisations"}, {"country", "countries"}, {"programme", "programmes"}} {
		all := namesOf(r, k.kind)
		if len(all) == 0 {
			continue
		}
		some = true
		const most = 30
		more := ""
		if len(all) > most {
			more = fmt.Sprintf(" and %d more", len(all)-most)
			all = all[:most]
		}
		t.wrapped(fmt.Sprintf("%-14s ", k.label), Show(strings.Join(all, " · "))+more)
	}
	seen := map[string]bool{}
	for _, c := range r.Corridors {
		if way := Show(c.From) + " → " + Show(c.To); !seen[way] {
			seen[way] = true
			t.p.line("%-14s %s", "corridor", Clip(way+": "+Show(strings.Join(strings.Fields(r.Text[c.Start:c.End]), " ")), t.width()-15))
		}
	}
	if some {
		t.p.line("")
	}
}

// End sums several documents up, and says what was not searched.
func (t *readingTable) End(sum ReadingSummary) error {
	if t.h.Files > 1 || sum.Documents > 1 {
		t.wrapped("", joinText(", ", plural(sum.Documents, "document")+": "+fmt.Sprintf("%d surely naming a listed party", sum.Listed), fmt.Sprintf("%d relevant", sum.Relevant), unread(sum.Faults)))
	}
	if t.h.Basis == nil || len(t.h.Basis.Gaps) == 0 {
		return t.p.err
	}
	t.p.line("not searched whole and fresh for listed parties:")
	for _, g := range t.h.Basis.Gaps {
		t.wrapped("  ", g.What+": "+g.Why)
	}
	for _, hint := range hintsOf(t.h.Basis) {
		t.wrapped("  try: ", hint)
	}
	return t.p.err
}

// hintsOf are the ways to close the gaps, each once.
func hintsOf(b *ReadingBasis) (out []string) {
	for _, g := range b.Gaps {
		if g.Hint != "" && !slices.Contains(out, g.Hint) {
			out = append(out, g.Hint)
		}
	}
	return out
}

// words joins values of a fixed set for people.
func words(all []string) string { return strings.ReplaceAll(strings.Join(all, ", "), "_", " ") }

// printer writes until the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}
