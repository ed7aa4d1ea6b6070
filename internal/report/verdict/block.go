package verdict

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/triage"
	"github.com/enduse/enduse/wire"
)

// block is a record in full at a terminal.
type block struct {
	*table
	result *wire.Result
}

// write writes the record: who and whom, side by side, and what follows.
func (b *block) write(single bool) {
	r, s := b.result, b.header.Style
	b.p.Line("")
	var title []string
	if !single {
		title = append(title, strconv.Itoa(r.Rank))
	}
	title = append(title, report.Show(report.Join(" ", r.File, "row "+strconv.Itoa(r.Row))), report.Show(r.ID))
	if r.Rank > 0 && !single || r.ID != "" || r.Error != nil {
		b.p.Line("%s", report.Clip(s.Bold(report.Join(" · ", title...))+" · "+s.Outcome(r.Outcome, string(r.Outcome)), 0))
	}
	if r.Error != nil {
		b.wrapped("  "+report.Show(report.Join(": ", r.Error.Field, r.Error.Message)), "  ", plain)
		if r.Error.Hint != "" {
			b.wrapped("  try: "+report.Show(r.Error.Hint), "  ", plain)
		}
		return
	}
	others := b.parties(single)
	b.findings()
	if len(others) > 0 && !single {
		b.wrapped("  nothing found: "+strings.Join(others, "; "), "    ", s.Dim)
	}
	for _, n := range r.Notes {
		b.wrapped("  note: "+report.Show(n), "    ", s.Dim)
	}
	b.gaps()
	b.questions()
}

// parties writes the parties with hits, and returns the names of the others.
func (b *block) parties(single bool) (others []string) {
	for i := range b.result.Parties {
		p := &b.result.Parties[i]
		if len(p.Hits) == 0 {
			name := report.Show(report.Join(" ", report.Words(p.Role), triage.NameOf(p)))
			if !slices.Contains(others, name) {
				others = append(others, name)
			}
			if single {
				text := name + ": nothing found"
				if !b.result.Complete {
					text += ", but not all was checked"
				}
				b.wrapped("  "+text, "    ", plain)
			}
			continue
		}
		shown := 0
		for k := range p.Hits {
			h := &p.Hits[k]
			if full := k == 0 || b.header.Explain || shown < maxFull && h.Match; full {
				b.hit(p, h)
				shown++
				continue
			}
			b.wrapped("  "+report.Join(" · ", "or "+report.Show(h.Caption), likelihoodOf(h), strings.Join(triage.Regimes(h.Lists), " "), string(h.Entity)), "      ", b.header.Style.Dim)
		}
		if more := p.HitsTotal - len(p.Hits); more > 0 {
			b.p.Line("  %s", b.header.Style.Dim(fmt.Sprintf("and %d more; see them with --limit 0", more)))
		}
	}
	return others
}

// maxFull is how many hits of a party are shown in full.
const maxFull = 3

func likelihoodOf(h *wire.Hit) string {
	return report.Percent(100*h.Probability) + " " + triage.LikelihoodText(h.Likelihood)
}

// hit writes a party and a listed one side by side.
func (b *block) hit(p *wire.Party, h *wire.Hit) {
	s := b.header.Style
	head := report.Join("  ", report.Words(p.Role), s.Bold(report.Show(triage.NameOf(p))), likelihoodOf(h))
	b.wrapped("  "+head, "    ", plain)
	facts := []string{
		strings.Join(triage.Regimes(h.Lists), " "), report.Words(h.Schema), report.JoinStrings(h.Members, " "), strings.Join(h.Programs, ", "),
		report.Words(report.JoinStrings(h.Measures, ", ")),
	}
	if since := sinceOf(h); since != "" {
		facts = append(facts, "since "+since)
	}
	if n := len(h.Listed.Names); n > 1 {
		facts = append(facts, fmt.Sprintf("%d names", n))
	}
	if h.NotInForce {
		facts = append(facts, "no longer in force on that day, so not matched")
	}
	b.wrapped("  "+report.Show(report.Join(" · ", facts...)), "    ", s.Dim)
	c := triage.Compare(p, h)
	b.comparison(c)
	b.wrapped("  "+report.Show(c.Sentence), "  ", plain)
	if link := linkOf(h); link != "" {
		b.wrapped("  "+report.Show(link), "  ", s.Dim)
	}
	if h.OFACScore != nil {
		b.wrapped("  "+report.OFACText(h.OFACScore), "  ", s.Dim)
	}
	if b.header.Explain {
		b.explained(h)
	}
}

// comparison writes the lines in three columns.
func (b *block) comparison(c triage.Comparison) {
	what := 0
	for _, l := range c.Lines {
		what = max(what, report.WidthOf(l.What))
	}
	room := max((b.width()-what-12)/2, 14)
	for _, l := range c.Lines {
		yours, listed := report.Show(l.Yours), report.Show(report.Join(": ", l.Listed))
		if l.Note != "" {
			listed = report.Join("; ", listed, report.Show(l.Note))
		}
		for i, text := range report.Cells([]string{l.Says.Sign(), l.What, orDash(yours), orDash(listed)}, []int{1, what, room, room}) {
			if i == 0 && l.Says == triage.Differs {
				text = strings.Replace(text, l.Says.Sign(), b.header.Style.Bold(l.Says.Sign()), 1)
			}
			b.p.Line("    %s", text)
		}
	}
}

func orDash(text string) string {
	if text == "" {
		return "–"
	}
	return text
}

// sinceOf is the first day of the oldest designation that states one.
func sinceOf(h *wire.Hit) string {
	var first *enduse.Date
	for _, d := range h.Listed.Designations {
		if d.Since != nil && (first == nil || d.Since.First().Before(first.First())) {
			first = d.Since
		}
	}
	if first == nil {
		return ""
	}
	return first.String()
}

// linkOf is the publisher's page on the party, where the list has one.
func linkOf(h *wire.Hit) string {
	for _, d := range h.Listed.Designations {
		if d.URL != "" {
			return d.URL
		}
	}
	return ""
}

// explained writes the score and what each comparison adds to it.
func (b *block) explained(h *wire.Hit) {
	b.p.Line("    score %.2f, the sum of:", h.Score)
	for i := range h.Evidence {
		e := &h.Evidence[i]
		values := ""
		if e.Query != "" || e.Listed != "" {
			values = fmt.Sprintf("%s / %s, ", report.Show(e.Query), report.Show(e.Listed))
		}
		label := fmt.Sprintf("    %+6.1f", e.Contribution)
		for _, l := range report.Wrap(fmt.Sprintf("%s: %s%s", report.Words(e.Kind), values, e.Method), b.width()-12, "") {
			b.p.Line("%s  %s", label, l)
			label = "          "
		}
		if pairs := differing(e.Alignment); pairs != "" {
			for _, l := range report.Wrap(pairs, b.width()-12, "") {
				b.p.Line("            %s", b.header.Style.Dim(l))
			}
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

// findings writes what follows, one line for what is said of several items; leads are
// named in one line together, unless nothing else was found.
func (b *block) findings() {
	all := grouped(b.result.Findings)
	isLead := func(f finding) bool { return f.Severity == enduse.Lead }
	together := !b.header.Explain && slices.ContainsFunc(all, func(f finding) bool { return !isLead(f) })
	var leads []string
	for _, f := range all {
		if together && isLead(f) {
			leads = append(leads, report.Join(" ", report.Show(firstClause(messageOf(f.Finding))), inParentheses(f.about())))
			continue
		}
		b.finding(f)
	}
	if len(leads) > 0 {
		b.labelled("  → "+b.header.Style.Outcome(enduse.Lead, fmt.Sprintf("%-10s", "leads")), strings.Join(leads, "; "))
	}
}

func inParentheses(text string) string {
	if text == "" {
		return ""
	}
	return "(" + text + ")"
}

// firstClause is what a message says before its first semicolon.
func firstClause(text string) string {
	first, _, _ := strings.Cut(text, "; ")
	return first
}

// finding writes one finding with its citation.
func (b *block) finding(f finding) {
	text := f.text()
	if f.ofMeasure() {
		text = f.measure()
		if b.partiesWithHits() > 1 {
			text += " of " + report.Show(short(f.Subjects))
		}
	}
	citation := f.cited()
	if b.header.Explain {
		citation = report.Show(f.Citation)
	}
	b.labelled("  → "+b.header.Style.Outcome(f.Severity, fmt.Sprintf("%-10s", f.Severity)), fmt.Sprintf("%s [%s]", text, citation))
	if !b.header.Explain {
		return
	}
	for _, more := range []string{f.Why, f.Hint} {
		for _, l := range report.Wrap(report.Show(more), b.width()-16, "") {
			if l != "" {
				b.p.Line("%s  %s", strings.Repeat(" ", 14), b.header.Style.Dim(l))
			}
		}
	}
}

// labelled writes a text after a label of fourteen cells.
func (b *block) labelled(label, text string) {
	for _, l := range report.Wrap(text, b.width()-16, "") {
		b.p.Line("%s  %s", label, l)
		label = strings.Repeat(" ", 14)
	}
}

func (b *block) partiesWithHits() (n int) {
	for i := range b.result.Parties {
		if len(b.result.Parties[i].Hits) > 0 {
			n++
		}
	}
	return n
}

// gaps writes what was not checked of this record alone; with Explain, all that the
// verdict could not rest on.
func (b *block) gaps() {
	all := b.run.OwnGaps(b.result)
	if b.header.Explain {
		all = slices.Concat(b.result.NotEvaluated, b.result.Gaps)
	}
	for _, g := range all {
		b.wrapped("  not checked: "+report.Show(g.What+": "+g.Why), "    ", plain)
		if g.Hint != "" && !b.header.Explain {
			b.wrapped("    try: "+report.Show(g.Hint), "    ", b.header.Style.Dim)
		}
	}
}

// questions counts what is to be asked, and with Explain writes it.
func (b *block) questions() {
	if !b.header.Explain {
		return
	}
	for _, q := range b.result.Questions {
		b.wrapped(fmt.Sprintf("  ? %s [%s]", report.Show(q.Text), report.Show(q.ID)), "    ", plain)
	}
}
