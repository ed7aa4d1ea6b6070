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

// table writes for a person at a terminal: what the run came to, a list of what is to
// be looked at, the first records of it in full, and what concerns the whole run.
type table struct {
	p      report.Printer
	header Header
	run    *triage.Run
}

// Begin keeps how the run is shown.
func (t *table) Begin(h Header) error {
	t.header = h
	return nil
}

// Each writes a run.
func (t *table) Each(run *triage.Run) error {
	t.run = run
	t.heading()
	for _, part := range []func() error{t.list, t.details} {
		if err := part(); err != nil {
			return err
		}
	}
	if !t.header.Quiet {
		if err := t.rest(); err != nil {
			return err
		}
	}
	return t.p.Err
}

// End writes nothing: the run was written whole.
func (t *table) End() error { return nil }

// width is how many cells a line has.
func (t *table) width() int {
	if t.header.Style.Width == 0 {
		return 100
	}
	return max(t.header.Style.Width, 40)
}

// wrapped writes a text in lines. It keeps the blanks that the text begins with; the
// lines after the first have the indent.
func (t *table) wrapped(text, indent string, style func(string) string) {
	lead := text[:len(text)-len(strings.TrimLeft(text, " "))]
	for i, l := range report.Wrap(text, t.width()-len(lead), indent) {
		if i == 0 || len(indent) == 0 {
			l = lead + l
		}
		t.p.Line("%s", style(l))
	}
}

func plain(text string) string { return text }

// heading says what the run rests on and what it came to.
func (t *table) heading() {
	head, s := t.run.Head(), t.header.Style
	entities := 0
	for _, e := range head.Stamp.Editions {
		entities += e.Entities
	}
	lists := fmt.Sprintf("%s, %s listed", report.Plural(len(head.Stamp.Editions), "list"), report.Number(entities))
	if len(head.Stamp.Editions) == 1 {
		e := head.Stamp.Editions[0]
		lists = fmt.Sprintf("%s %s (%s)", e.Source, report.Number(e.Entities), report.EditionState(e))
	}
	policy := head.PolicyName
	if policy == "" {
		policy = report.Short(head.Stamp.Policy)
	}
	t.wrapped(report.Join(" · ", "enduse "+head.Stamp.Engine, "policy "+policy, "as of "+head.Stamp.AsOf.String(), lists), "  ", s.Dim)
	t.wrapped(Counts(t.run, s), "  ", plain)
}

// Counts says in a line how many records of a run there are of each kind.
func Counts(run *triage.Run, s report.Style) string {
	sum := run.Summary()
	var parts []string
	add := func(n int, what string, o enduse.Outcome) {
		if n > 0 {
			parts = append(parts, s.Outcome(o, report.Number(n)+" "+what))
		}
	}
	add(sum.ByClass[triage.Decide][enduse.Prohibited], "prohibited", enduse.Prohibited)
	add(sum.ByClass[triage.Decide][enduse.Review], "review", enduse.Review)
	add(sum.Faults, "could not be read", enduse.Incomplete)
	add(sum.Classes[triage.Incomplete]-sum.Faults, "checked in part", enduse.Incomplete)
	add(sum.Classes[triage.Lead], "with leads only", enduse.Lead)
	clean := sum.ByClass[triage.Nothing][enduse.Clear]
	add(clean, "clear", enduse.Clear)
	if nothing := sum.Classes[triage.Nothing] - clean; nothing > 0 {
		parts = append(parts, report.Number(nothing)+" nothing found")
	}
	if n := sum.Classes[triage.Folded]; n > 0 {
		parts = append(parts, report.Number(n)+" folded")
	}
	text := report.Plural(run.Len(), "record") + ": " + strings.Join(parts, ", ")
	if n := len(run.Head().Gaps); n > 0 && run.Len() > 0 {
		text += "; nothing is clear: " + report.Plural(n, "gap") + ", see not checked"
	}
	return text
}

// wantedInList reports whether a record is one to look at.
func (t *table) wantedInList(r *wire.Result) bool {
	return t.header.Only != "" || t.run.Class(r) <= triage.Incomplete || t.run.Class(r) == triage.Lead && hasHits(r)
}

func hasHits(r *wire.Result) bool {
	return slices.ContainsFunc(r.Parties, func(p wire.Party) bool { return len(p.Hits) > 0 })
}

// list writes a line for each record that is to be looked at.
func (t *table) list() error {
	if t.run.Len() < 2 {
		return nil
	}
	var rows [][]string
	var files []string
	more := 0
	for r, err := range t.header.shown(t.run) {
		if err != nil {
			return err
		}
		switch {
		case !t.wantedInList(r):
		case t.header.Top > 0 && len(rows) >= t.header.Top:
			more++
		default:
			rows, files = append(rows, t.listed(r)), append(files, r.File)
		}
	}
	if len(rows) == 0 {
		t.p.Line("")
		return t.p.Err
	}
	withFiles(rows, files)
	t.grid(rows)
	if more > 0 {
		t.p.Line("%s", t.header.Style.Dim(fmt.Sprintf("and %s more: --top 0 lists all", report.Number(more))))
	}
	return t.p.Err
}

// titles of the list.
var titles = []string{"#", "row", "outcome", "id", "yours", "likelihood", "listed", "why"}

// listed is the line of a record, under titles.
func (t *table) listed(r *wire.Result) []string {
	line := t.run.HeadlineOf(r)
	outcome := string(r.Outcome)
	if t.run.Class(r) == triage.Lead && t.header.Only == "" {
		outcome = string(enduse.Lead)
	}
	likelihood := ""
	if line.Likelihood != "" {
		likelihood = triage.LikelihoodText(line.Likelihood)
		if t.width() >= roomy {
			likelihood = report.Percent(line.Percent) + " " + likelihood
		}
	}
	return []string{
		strconv.Itoa(r.Rank), strconv.Itoa(r.Row), outcome, report.Show(r.ID), report.Show(line.Name), likelihood,
		report.Show(line.Listed), report.Join(" · ", strings.Join(line.Regimes, " "), report.Show(line.Why)),
	}
}

// roomy is the width from which a line has room for the likelihood in numbers as well.
const roomy = 120

// withFiles puts the file before the row of each line, where they are of several.
func withFiles(rows [][]string, files []string) {
	if len(slices.Compact(slices.Sorted(slices.Values(files)))) < 2 {
		return
	}
	for i, f := range files {
		rows[i][1] = report.ClipMiddle(report.Show(baseName(f)), 14) + ":" + rows[i][1]
	}
}

func baseName(path string) string { return path[strings.LastIndexAny(path, `/\`)+1:] }

// shares are how the width that is left is divided among the texts of the list.
var shares = map[string]int{"yours": 32, "listed": 32, "why": 36}

// grid writes the list, each record in one line, cut to the width.
func (t *table) grid(rows [][]string) {
	widths := make([]int, len(titles))
	left := t.width()
	empty := func(i int) bool {
		return !slices.ContainsFunc(rows, func(row []string) bool { return row[i] != "" })
	}
	most := map[string]int{"id": 14, "row": 24}
	if t.width() < 100 {
		most["id"] = 10
	}
	narrow := t.width() < 72
	share := 0
	for i, title := range titles {
		if _, ok := shares[title]; ok {
			if !empty(i) {
				share += shares[title]
			}
			continue
		}
		if empty(i) || narrow && (title == "id" || title == "likelihood") {
			continue
		}
		for _, row := range append(rows, titles) {
			widths[i] = max(widths[i], report.WidthOf(row[i]))
		}
		if m := most[title]; m > 0 {
			widths[i] = min(widths[i], m)
		}
		left -= widths[i] + 2
	}
	last := 0
	for i, title := range titles {
		if s, ok := shares[title]; ok && !empty(i) {
			widths[i] = max((left*s)/share-2, 8)
			last = i
		}
	}
	sum := -2
	for _, w := range widths {
		if w > 0 {
			sum += w + 2
		}
	}
	widths[last] += max(t.width()-sum, -widths[last]+8)
	t.gridLine(titles, widths, t.header.Style.Dim)
	for _, row := range rows {
		t.gridLine(row, widths, nil)
	}
}

// gridLine writes a line of the list. A line without a listed party gives its room to
// the reason.
func (t *table) gridLine(row []string, widths []int, style func(string) string) {
	widths = slices.Clone(widths)
	if style == nil && row[6] == "" && widths[6] > 0 {
		row = slices.Clone(row)
		if widths[5] > 0 && row[5] == "" {
			widths[6] += widths[5] + 2
			widths[5] = 0
		}
		row[6], row[7] = row[7], ""
		widths[6] += widths[7] + 2
		widths[7] = 0
	}
	var cells []string
	for i, text := range row {
		if widths[i] == 0 {
			continue
		}
		if titles[i] == "yours" || titles[i] == "listed" && row[7] != "" {
			text = report.ClipMiddle(text, widths[i])
		}
		text = report.Clip(text, widths[i])
		padded := report.Pad(text, widths[i])
		if i < 2 { // numbers
			padded = strings.Repeat(" ", max(widths[i]-report.WidthOf(text), 0)) + text
		}
		if i == 2 && style == nil {
			padded = t.header.Style.Outcome(enduse.Outcome(text), padded)
		}
		cells = append(cells, padded)
	}
	line := strings.TrimRight(strings.Join(cells, "  "), " ")
	if style != nil {
		line = style(line)
	}
	t.p.Line("%s", line)
}

// details writes the first records in full.
func (t *table) details() error {
	n := t.header.Details
	if t.run.Len() == 1 {
		n = 1
	}
	if n == 0 {
		t.p.Line("")
		return nil
	}
	shown, single := 0, t.run.Len() == 1
	for r, err := range t.header.shown(t.run) {
		if err != nil {
			return err
		}
		if n > 0 && shown >= n {
			break
		}
		if wanted := single || t.wantedInList(r) || n < 0 && t.run.Class(r) == triage.Lead; !wanted {
			continue
		}
		shown++
		block := &block{table: t, result: r}
		block.write(single)
	}
	if decide := t.run.Summary().Classes[triage.Decide]; !single && n > 0 && shown < decide {
		t.p.Line("  %s", t.header.Style.Dim("--details 10 shows more in full, --explain what they rest on"))
	}
	t.p.Line("")
	return t.p.Err
}
