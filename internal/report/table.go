package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// table writes for a person at a terminal.
type table struct {
	w      io.Writer
	header Header
	file   string       // of the record before
	gaps   []enduse.Gap // each once, in order
	seen   map[string]bool
	err    error
}

// line writes one line; after an error nothing more is written.
func (t *table) line(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.w, format+"\n", args...)
	}
}

// Begin says first what the answers rest on.
func (t *table) Begin(h Header) error {
	t.header, t.seen = h, map[string]bool{}
	t.line("%s", h.Style.dim(fmt.Sprintf("enduse %s · policy %s · as of %s", h.Engine, h.Policy, h.AsOf)))
	var lists []string
	for _, e := range h.Editions {
		lists = append(lists, fmt.Sprintf("%s %d (%s)", e.Source, e.Entities, stateOf(e)))
	}
	if len(lists) == 0 {
		lists = []string{"none"}
	}
	for _, l := range wrap("lists: "+strings.Join(lists, " · "), h.Style.Width, "       ") {
		t.line("%s", h.Style.dim(l))
	}
	t.line("%s", h.Style.dim("probabilities: "+priorText(h.Prior)))
	for _, n := range h.Notes {
		t.line("%s", h.Style.dim("note: "+Show(n)))
	}
	t.line("")
	return t.err
}

func stateOf(e enduse.EditionStamp) string {
	if e.Published != nil {
		return e.Published.String() + ", " + string(e.State)
	}
	return string(e.State)
}

// probabilityText is a probability in words; one that is next to certain is
// not said to be certain.
func probabilityText(p float64) string {
	switch {
	case p > 0.999:
		return "probability above 99.9 %"
	case p < 0.001:
		return "probability below 0.1 %"
	}
	return fmt.Sprintf("probability %.1f %%", 100*p)
}

// priorText says what a probability stands on.
func priorText(prior float64) string {
	return fmt.Sprintf("if %.3g %% of the hits at or above the threshold are the party", 100*prior)
}

// Result writes a record: one line where nothing was found, else a block.
func (t *table) Result(r *Result) error {
	if r.Err != nil {
		t.fault(r)
		return t.err
	}
	for _, g := range r.Verdict.Gaps {
		if key := g.What + g.Why; !t.seen[key] {
			t.seen[key] = true
			t.gaps = append(t.gaps, g)
		}
	}
	hits := 0
	for _, p := range r.Verdict.Parties {
		hits += len(p.Hits)
	}
	if hits+len(r.Verdict.Findings) == 0 && t.header.Quiet {
		return t.err
	}
	t.heading(r, hits)
	for i := range r.Verdict.Parties {
		if hits > 0 {
			t.party(&r.Verdict.Parties[i])
		}
	}
	for _, f := range r.Verdict.Findings {
		t.finding(f)
	}
	if len(r.Verdict.Findings) > 0 || t.header.Explain { // else they are the same of every record
		t.questions(r.Verdict.Questions)
	}
	if t.header.Explain {
		t.explain(&r.Verdict)
	}
	if hits+len(r.Verdict.Findings) > 0 {
		t.line("")
	}
	return t.err
}

// explain writes what a verdict could not rest on: rules without an input, and
// what was not checked.
func (t *table) explain(v *enduse.Verdict) {
	for _, g := range slices.Concat(v.NotEvaluated, v.Gaps) {
		for i, l := range wrap(Show(g.What+": "+g.Why), t.room(16), "") {
			label := ""
			if i == 0 {
				label = "- not told"
			}
			t.line("  %s  %s", t.header.Style.dim(fmt.Sprintf("%-12s", label)), t.header.Style.dim(l))
		}
	}
}

// questions writes what is still to be asked.
func (t *table) questions(all []enduse.Question) {
	for _, q := range all {
		label := "  ? " + t.header.Style.dim(fmt.Sprintf("%-10s", "ask"))
		for _, l := range wrap(fmt.Sprintf("%s [%s]", Show(q.Text), Show(q.ID)), t.room(16), "") {
			t.line("%s  %s", label, l)
			label = strings.Repeat(" ", 14)
		}
	}
}

func (t *table) fault(r *Result) {
	t.line("%s", t.start(r)+joinText("  ", Show(r.ID), Show(joinText(": ", r.Err.Field, r.Err.Message))))
	if r.Err.Hint != "" {
		t.line("%10s  try: %s", "", Show(r.Err.Hint))
	}
}

// start is the beginning of a record's first line: its row, its outcome.
func (t *table) start(r *Result) string {
	o := r.Outcome()
	if r.File != t.file {
		t.file = r.File
		t.line("%s:", Show(r.File))
	}
	return fmt.Sprintf("row %-6d  %s  ", r.Row, t.header.Style.outcome(o, fmt.Sprintf("%-10s", o)))
}

func (t *table) heading(r *Result, hits int) {
	what := Show(r.ID)
	if hits == 0 {
		var names []string
		for _, p := range r.Verdict.Parties {
			names = append(names, Show(nameOf(p.Party)))
		}
		what = joinText("  ", what, strings.Join(names, ", "))
	}
	t.line("%s", t.start(r)+Clip(what, t.room(24)))
	for _, n := range r.AllNotes() {
		t.line("    note: %s", Show(n))
	}
}

// room is how many columns are left after an indent; 0 if there is no limit.
func (t *table) room(indent int) int {
	if t.header.Style.Width == 0 {
		return 0
	}
	return max(t.header.Style.Width-indent, 20)
}

func nameOf(p enduse.Party) string {
	switch {
	case p.Name != "":
		return p.Name
	case len(p.Identifiers) > 0:
		return string(p.Identifiers[0].Kind) + " " + p.Identifiers[0].Value
	case len(p.Addresses) > 0:
		return p.Addresses[0].String()
	}
	return ""
}

func (t *table) party(p *enduse.PartyResult) {
	found := "nothing found"
	if len(p.Hits) > 0 {
		found = ""
	}
	t.line("  %s", joinText("  ", strings.ReplaceAll(string(p.Party.Role), "_", " "), t.header.Style.bold(Show(nameOf(p.Party))), t.header.Style.dim(found)))
	for i := range p.Hits {
		t.hit(&p.Hits[i])
	}
	if more := p.Total - len(p.Hits); more > 0 {
		t.line("    %s", t.header.Style.dim(fmt.Sprintf("and %d more; see them with --limit 0", more)))
	}
}

func (t *table) hit(h *enduse.Hit) {
	e := h.Entity
	s := t.header.Style
	score := fmt.Sprintf("%.2f", h.Score.Value)
	if h.Match {
		score = s.bold(score)
	}
	caption := Show(e.Caption())
	if h.Matched.Text == e.Caption() {
		caption = s.emphasise(e.Caption(), nameEvidence(h).Alignment)
	}
	t.line("    %s  %s  %s", score, caption, s.dim(probabilityText(h.Score.Probability)))
	facts := joinText(" · ", string(e.ID), string(e.Schema), strings.Join(e.Programs(), ", "),
		strings.ReplaceAll(joinStrings(e.Measures(), ", "), "_", " "))
	for _, l := range wrap(facts, t.room(10), "") {
		t.line("          %s", s.dim(l))
	}
	if h.OFACScore != nil {
		t.line("          %s", s.dim(ofacText(h.OFACScore)))
	}
	if h.NotInForce {
		t.line("          no longer in force on that day, so not matched")
	}
	for i := range h.Evidence {
		t.evidence(h, &h.Evidence[i])
	}
}

func nameEvidence(h *enduse.Hit) enduse.Evidence {
	for _, e := range h.Evidence {
		if e.Kind == enduse.EvidenceName {
			return e
		}
	}
	return enduse.Evidence{}
}

// evidence writes one comparison: what it adds, the values, and how they
// compare.
func (t *table) evidence(h *enduse.Hit, e *enduse.Evidence) {
	kind := strings.ReplaceAll(string(e.Kind), "_", " ")
	values := fmt.Sprintf("%s / %s, ", Show(e.Query), Show(e.Listed))
	switch {
	case e.Kind == enduse.EvidenceName:
		kind = strings.ReplaceAll(string(h.Matched.Kind), "_", " ") + " name"
		values = t.header.Style.emphasise(e.Listed, e.Alignment) + ", "
	case e.Query == "" && e.Listed == "":
		values = "" // it is about the pair as a whole
	}
	label := fmt.Sprintf("    %+6.1f", e.Contribution)
	for _, l := range wrap(fmt.Sprintf("%s: %s%s", kind, values, e.Method), t.room(12), "") {
		t.line("%s  %s", label, l)
		label = "          "
	}
	if pairs := differing(e.Alignment); pairs != "" {
		for _, l := range wrap(pairs, t.room(12), "") {
			t.line("            %s", t.header.Style.dim(l))
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
			out = append(out, Show(p.Query)+" (asked only)")
		case p.Query == "":
			out = append(out, Show(p.Listed)+" (listed only)")
		default:
			out = append(out, fmt.Sprintf("%s ~ %s (%s %.2f)", Show(p.Query), Show(p.Listed), p.Method, p.Alike))
		}
	}
	return strings.Join(out, ", ")
}

func (t *table) finding(f enduse.Finding) {
	s := t.header.Style
	text := fmt.Sprintf("%s [%s]", joinText(": ", subjectOf(f), Show(f.Message)), Show(f.Citation))
	label := "  → " + s.outcome(f.Severity, fmt.Sprintf("%-10s", f.Severity))
	for _, l := range wrap(text, t.room(16), "") {
		t.line("%s  %s", label, l)
		label = strings.Repeat(" ", 14)
	}
	for _, more := range []string{f.Why, f.Hint} {
		for _, l := range wrap(Show(more), t.room(16), "") {
			if l != "" {
				t.line("%s  %s", strings.Repeat(" ", 14), s.dim(l))
			}
		}
	}
}

// subjectOf names the item or the like that a finding is about; that of a party
// stands above it.
func subjectOf(f enduse.Finding) string {
	if strings.HasPrefix(f.ID, "party.") {
		return ""
	}
	return Show(f.Subject)
}

// End sums up, and says what was not checked and how to mend that.
func (t *table) End(sum Summary) error {
	total := 0
	var parts []string
	for _, o := range enduse.Outcomes {
		n := sum.Outcomes[o]
		total += n
		if n > 0 {
			parts = append(parts, t.header.Style.outcome(o, fmt.Sprintf("%d %s", n, o)))
		}
	}
	t.line("%s: %s", plural(total, "record"), joinText(", ", strings.Join(parts, ", "), unread(sum.Faults)))
	if len(t.gaps) > 0 {
		t.line("not checked:")
	}
	for _, g := range t.gaps {
		t.line("  %s: %s", g.What, g.Why)
		if g.Hint != "" {
			t.line("      try: %s", g.Hint)
		}
	}
	return t.err
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

func unread(faults int) string {
	if faults == 0 {
		return ""
	}
	return fmt.Sprintf("%d of them could not be read", faults)
}

// wrap breaks a text at blanks into lines of at most a width in cells; lines
// after the first begin with the indent. A width of 0 does not break.
func wrap(text string, width int, indent string) (lines []string) {
	line := ""
	for w := range strings.FieldsSeq(text) {
		switch {
		case line == "":
			line = w
		case width > 0 && widthOf(line)+1+widthOf(w) > width:
			lines = append(lines, line)
			line = indent + w
		default:
			line += " " + w
		}
	}
	return append(lines, line)
}
