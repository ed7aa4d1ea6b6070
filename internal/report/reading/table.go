package reading

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

// table writes readings for people: what each page says of itself, then
// statements, listed parties, goods and corridors.
type table struct {
	p   report.Printer
	h   Header
	sum Summary
}

func (t *table) Begin(h Header) error {
	t.h = h
	return nil
}

func (t *table) Each(r *wire.Reading) error {
	t.sum.Add(r)
	if t.h.Quiet && r.Error == nil && !r.SurelyListed() {
		return t.p.Err
	}
	if r.Error != nil {
		t.p.Line("%s", t.h.Style.Bold(report.Show(r.File)))
		t.labelled("  could not be read: ", report.Show(r.Error.Message))
		if r.Error.Hint != "" {
			t.labelled("  try: ", report.Show(r.Error.Hint))
		}
		t.p.Line("")
		return t.p.Err
	}
	t.head(r)
	t.listed(r)
	t.statements(r)
	t.goods(r)
	t.named(r)
	return t.p.Err
}

// head writes what a page says of itself, and what it is about.
func (t *table) head(r *wire.Reading) {
	title := report.Show(r.Title)
	if title == "" {
		title = "(no title)"
	}
	for _, l := range report.Wrap(title, t.width(), "") {
		t.p.Line("%s", t.h.Style.Bold(l))
	}
	t.labelled("  ", report.Join(" · ", report.Show(r.File), report.Show(r.Source), report.Show(r.Published), report.Show(r.Language), fmt.Sprintf("relevance %.2f", r.Relevance)))
	for _, w := range r.Warnings {
		t.labelled("  note: ", report.Show(w))
	}
	for _, c := range r.Topics {
		t.p.Line("  %s", report.Clip(fmt.Sprintf("%-15s %.2f  %s", report.Show(c.ID), c.Score, report.Show(strings.Join(c.Phrases, ", "))), t.width()-2))
	}
	t.p.Line("")
}

func (t *table) width() int { return max(t.h.Style.Width, 40) }

func (t *table) labelled(label, text string) { t.p.Labelled(label, text, t.width()) }

// listed writes the listed parties, the sure ones and the best first, each once.
func (t *table) listed(r *wire.Reading) {
	type row struct {
		m *wire.Mention
		l *wire.Listing
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
		surface := report.Show(x.m.Surface)
		if x.n > 1 {
			surface += fmt.Sprintf(" (%d times)", x.n)
		}
		what := report.Join(" · ", report.Show(strings.Join(x.l.Programs, ", ")), report.Words(report.JoinStrings(x.l.Measures, ", ")))
		if x.m.Uncertain {
			what = report.Join(" · ", "uncertain: "+report.Show(x.m.Why), what)
		}
		rows = append(rows, []string{surface, fmt.Sprintf("%.2f", x.l.Score), report.Show(x.l.Entity), report.Show(x.l.Name), what})
	}
	t.p.Columns(rows, []int{24, 5, 18, 24, 0}, t.width(), t.h.Style)
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (t *table) statements(r *wire.Reading) {
	rows := [][]string{{"SPEAKER", "VERB", "READ AS", "STATEMENT"}}
	for i := range r.Statements {
		s := &r.Statements[i]
		speaker := report.Show(s.Speaker.Resolved)
		if s.Speaker.Uncertain {
			speaker += " (uncertain)"
		}
		text := report.Show(strings.Join(strings.Fields(s.Text), " "))
		if s.Kind == "quote" {
			text = "“" + text + "”"
		}
		if s.Addressee != "" {
			text = "[to " + report.Show(s.Addressee) + "] " + text
		}
		rows = append(rows, []string{speaker, report.Show(s.Verb), report.Join(": ", report.Show(s.Modality), report.Show(report.Words(strings.Join(s.Events, ", ")))), text})
	}
	t.p.Columns(rows, []int{20, 10, 18, 0}, t.width(), t.h.Style)
}

// goods writes the goods that are named, each once, with what they lead to.
func (t *table) goods(r *wire.Reading) {
	rows := [][]string{{"GOODS", "LEAD, NEVER A CLASSIFICATION"}}
	seen := map[string]bool{}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if key := strings.ToLower(m.Surface); m.Kind != "goods" || seen[key] {
			continue
		} else {
			seen[key] = true
		}
		var leads []string
		for _, l := range m.Leads {
			leads = append(leads, report.Join(": ", l.Category, strings.Join(l.Codes, " ")))
		}
		rows = append(rows, []string{report.Show(m.Surface), report.Show(strings.Join(leads, "; "))})
	}
	t.p.Columns(rows, []int{34, 0}, t.width(), t.h.Style)
}

// named writes who and what else is named, and the corridors.
func (t *table) named(r *wire.Reading) {
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
		t.labelled(fmt.Sprintf("%-14s ", k.label), report.Show(strings.Join(all, " · "))+more)
	}
	seen := map[string]bool{}
	for _, c := range r.Corridors {
		if way := report.Show(c.From) + " → " + report.Show(c.To); !seen[way] {
			seen[way] = true
			t.p.Line("%-14s %s", "corridor", report.Clip(way+": "+report.Show(strings.Join(strings.Fields(r.Text[c.Start:c.End]), " ")), t.width()-15))
		}
	}
	if some {
		t.p.Line("")
	}
}

// End sums several documents up, and says what was not searched.
func (t *table) End() error {
	if t.h.Files > 1 || t.sum.Documents > 1 {
		t.labelled("", report.Join(", ", report.Plural(t.sum.Documents, "document")+": "+fmt.Sprintf("%d surely naming a listed party", t.sum.Listed), fmt.Sprintf("%d relevant", t.sum.Relevant), report.Unreadable(t.sum.Faults)))
	}
	if len(t.h.Gaps) == 0 {
		return t.p.Err
	}
	t.p.Line("not searched whole and fresh for listed parties:")
	for _, g := range t.h.Gaps {
		t.labelled("  ", g.What+": "+g.Why)
	}
	for _, hint := range hintsOf(t.h.Gaps) {
		t.labelled("  try: ", hint)
	}
	return t.p.Err
}

// hintsOf are the ways to close the gaps, each once.
func hintsOf(gaps []enduse.Gap) (out []string) {
	for _, g := range gaps {
		if g.Hint != "" && !slices.Contains(out, g.Hint) {
			out = append(out, g.Hint)
		}
	}
	return out
}
