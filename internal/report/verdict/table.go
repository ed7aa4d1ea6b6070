package verdict

import (
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

// table writes for a person at a terminal.
type table struct {
	p      report.Printer
	header Header
	file   string // of the record before
	sum    Summary
	gaps   []enduse.Gap // each once, in order
	seen   map[string]bool
}

// Begin says first what the answers rest on.
func (t *table) Begin(h Header) error {
	t.header, t.seen = h, map[string]bool{}
	t.p.Line("%s", h.Style.Dim(fmt.Sprintf("enduse %s · policy %s · as of %s", h.Engine, h.Policy, h.AsOf)))
	var lists []string
	for _, e := range h.Editions {
		lists = append(lists, fmt.Sprintf("%s %d (%s)", e.Source, e.Entities, report.EditionState(e)))
	}
	if len(lists) == 0 {
		lists = []string{"none"}
	}
	for _, l := range report.Wrap("lists: "+strings.Join(lists, " · "), h.Style.Width, "       ") {
		t.p.Line("%s", h.Style.Dim(l))
	}
	t.p.Line("%s", h.Style.Dim("probabilities: "+report.PriorText(h.Prior)))
	for _, n := range h.Notes {
		t.p.Line("%s", h.Style.Dim("note: "+report.Show(n)))
	}
	t.p.Line("")
	return t.p.Err
}

// Each writes a record: one line where nothing was found, else a block.
func (t *table) Each(r *wire.Result) error {
	t.sum.Add(r)
	if r.Error != nil {
		t.fault(r)
		return t.p.Err
	}
	for _, g := range r.Gaps {
		if key := g.What + g.Why; !t.seen[key] {
			t.seen[key] = true
			t.gaps = append(t.gaps, g)
		}
	}
	hits := 0
	for _, p := range r.Parties {
		hits += len(p.Hits)
	}
	if hits+len(r.Findings) == 0 && t.header.Quiet {
		return t.p.Err
	}
	t.heading(r, hits)
	for i := range r.Parties {
		if hits > 0 {
			t.party(&r.Parties[i])
		}
	}
	for _, f := range r.Findings {
		t.finding(f)
	}
	if len(r.Findings) > 0 || t.header.Explain { // else they are the same of every record
		t.questions(r.Questions)
	}
	if t.header.Explain {
		t.explain(r)
	}
	if hits+len(r.Findings) > 0 {
		t.p.Line("")
	}
	return t.p.Err
}

// explain writes what a verdict could not rest on: rules without an input, and
// what was not checked.
func (t *table) explain(r *wire.Result) {
	for _, g := range slices.Concat(r.NotEvaluated, r.Gaps) {
		for i, l := range report.Wrap(report.Show(g.What+": "+g.Why), t.room(16), "") {
			label := ""
			if i == 0 {
				label = "- not told"
			}
			t.p.Line("  %s  %s", t.header.Style.Dim(fmt.Sprintf("%-12s", label)), t.header.Style.Dim(l))
		}
	}
}

// questions writes what is still to be asked.
func (t *table) questions(all []enduse.Question) {
	for _, q := range all {
		label := "  ? " + t.header.Style.Dim(fmt.Sprintf("%-10s", "ask"))
		for _, l := range report.Wrap(fmt.Sprintf("%s [%s]", report.Show(q.Text), report.Show(q.ID)), t.room(16), "") {
			t.p.Line("%s  %s", label, l)
			label = strings.Repeat(" ", 14)
		}
	}
}

func (t *table) fault(r *wire.Result) {
	t.p.Line("%s", t.start(r)+report.Join("  ", report.Show(r.ID), report.Show(report.Join(": ", r.Error.Field, r.Error.Message))))
	if r.Error.Hint != "" {
		t.p.Line("%10s  try: %s", "", report.Show(r.Error.Hint))
	}
}

// start is the beginning of a record's first line: its row, its outcome.
func (t *table) start(r *wire.Result) string {
	o := r.Outcome
	if r.File != t.file {
		t.file = r.File
		t.p.Line("%s:", report.Show(r.File))
	}
	return fmt.Sprintf("row %-6d  %s  ", r.Row, t.header.Style.Outcome(o, fmt.Sprintf("%-10s", o)))
}

func (t *table) heading(r *wire.Result, hits int) {
	what := report.Show(r.ID)
	if hits == 0 {
		var names []string
		for i := range r.Parties {
			names = append(names, report.Show(nameOf(&r.Parties[i])))
		}
		what = report.Join("  ", what, strings.Join(names, ", "))
	}
	t.p.Line("%s", t.start(r)+report.Clip(what, t.room(24)))
	for _, n := range r.Notes {
		t.p.Line("    note: %s", report.Show(n))
	}
}

// room is how many columns are left after an indent; 0 if there is no limit.
func (t *table) room(indent int) int {
	if t.header.Style.Width == 0 {
		return 0
	}
	return max(t.header.Style.Width-indent, 20)
}

// nameOf names a party by its name, else by its first number or address.
func nameOf(p *wire.Party) string {
	switch {
	case p.Name != "" || p.Asked == nil:
		return p.Name
	case len(p.Asked.Identifiers) > 0:
		return string(p.Asked.Identifiers[0].Kind) + " " + p.Asked.Identifiers[0].Value
	case len(p.Asked.Addresses) > 0:
		return p.Asked.Addresses[0].String()
	}
	return ""
}

func (t *table) party(p *wire.Party) {
	found := "nothing found"
	if len(p.Hits) > 0 {
		found = ""
	}
	t.p.Line("  %s", report.Join("  ", report.Words(p.Role), t.header.Style.Bold(report.Show(nameOf(p))), t.header.Style.Dim(found)))
	for i := range p.Hits {
		t.hit(&p.Hits[i])
	}
	if more := p.HitsTotal - len(p.Hits); more > 0 {
		t.p.Line("    %s", t.header.Style.Dim(fmt.Sprintf("and %d more; see them with --limit 0", more)))
	}
}

func (t *table) hit(h *wire.Hit) {
	s := t.header.Style
	score := fmt.Sprintf("%.2f", h.Score)
	if h.Match {
		score = s.Bold(score)
	}
	caption := report.Show(h.Caption)
	if h.Matched == h.Caption {
		caption = s.Emphasise(h.Caption, nameEvidence(h).Alignment)
	}
	t.p.Line("    %s  %s  %s", score, caption, s.Dim(report.ProbabilityText(h.Probability)))
	facts := report.Join(" · ", string(h.Entity), string(h.Schema), strings.Join(h.Programs, ", "),
		report.Words(report.JoinStrings(h.Measures, ", ")))
	for _, l := range report.Wrap(facts, t.room(10), "") {
		t.p.Line("          %s", s.Dim(l))
	}
	if h.OFACScore != nil {
		t.p.Line("          %s", s.Dim(report.OFACText(h.OFACScore)))
	}
	if h.NotInForce {
		t.p.Line("          no longer in force on that day, so not matched")
	}
	for i := range h.Evidence {
		t.evidence(h, &h.Evidence[i])
	}
}

func nameEvidence(h *wire.Hit) enduse.Evidence {
	for _, e := range h.Evidence {
		if e.Kind == enduse.EvidenceName {
			return e
		}
	}
	return enduse.Evidence{}
}

// evidence writes one comparison: what it adds, the values, and how they
// compare.
func (t *table) evidence(h *wire.Hit, e *enduse.Evidence) {
	kind := report.Words(e.Kind)
	values := fmt.Sprintf("%s / %s, ", report.Show(e.Query), report.Show(e.Listed))
	switch {
	case e.Kind == enduse.EvidenceName:
		kind = report.Words(h.MatchedKind) + " name"
		values = t.header.Style.Emphasise(e.Listed, e.Alignment) + ", "
	case e.Query == "" && e.Listed == "":
		values = "" // it is about the pair as a whole
	}
	label := fmt.Sprintf("    %+6.1f", e.Contribution)
	for _, l := range report.Wrap(fmt.Sprintf("%s: %s%s", kind, values, e.Method), t.room(12), "") {
		t.p.Line("%s  %s", label, l)
		label = "          "
	}
	if pairs := differing(e.Alignment); pairs != "" {
		for _, l := range report.Wrap(pairs, t.room(12), "") {
			t.p.Line("            %s", t.header.Style.Dim(l))
		}
	}
}

// differing writes the pairings that are not simply the same word, each word
// fit for a line by itself: two of a right-to-left script must not change places.
func differing(alignment []enduse.Pairing) string {
	var out []string
	for _, p := range alignment {
		switch {
		case p.Method == "same":
		case p.Listed == "":
			out = append(out, report.Show(p.Query)+" (asked only)")
		case p.Query == "":
			out = append(out, report.Show(p.Listed)+" (listed only)")
		default:
			out = append(out, fmt.Sprintf("%s ~ %s (%s %.2f)", report.Show(p.Query), report.Show(p.Listed), p.Method, p.Alike))
		}
	}
	return strings.Join(out, ", ")
}

func (t *table) finding(f enduse.Finding) {
	s := t.header.Style
	text := fmt.Sprintf("%s [%s]", report.Join(": ", subjectOf(f), report.Show(f.Message)), report.Show(f.Citation))
	label := "  → " + s.Outcome(f.Severity, fmt.Sprintf("%-10s", f.Severity))
	for _, l := range report.Wrap(text, t.room(16), "") {
		t.p.Line("%s  %s", label, l)
		label = strings.Repeat(" ", 14)
	}
	for _, more := range []string{f.Why, f.Hint} {
		for _, l := range report.Wrap(report.Show(more), t.room(16), "") {
			if l != "" {
				t.p.Line("%s  %s", strings.Repeat(" ", 14), s.Dim(l))
			}
		}
	}
}

// subjectOf names the item or the like that a finding is about; that of a party is
// in the line above.
func subjectOf(f enduse.Finding) string {
	if strings.HasPrefix(f.ID, "party.") {
		return ""
	}
	return report.Show(f.Subject)
}

// End sums up, and says what was not checked and how to mend that.
func (t *table) End() error {
	var parts []string
	for _, o := range enduse.Outcomes {
		n := t.sum.Outcomes[o]
		if n > 0 {
			parts = append(parts, t.header.Style.Outcome(o, fmt.Sprintf("%d %s", n, o)))
		}
	}
	t.p.Line("%s: %s", report.Plural(t.sum.Records(), "record"), report.Join(", ", strings.Join(parts, ", "), report.Unreadable(t.sum.Faults)))
	if len(t.gaps) > 0 {
		t.p.Line("not checked:")
	}
	for _, g := range t.gaps {
		t.p.Line("  %s: %s", g.What, g.Why)
		if g.Hint != "" {
			t.p.Line("      try: %s", g.Hint)
		}
	}
	return t.p.Err
}
