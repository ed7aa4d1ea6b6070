package verdict

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/triage"
)

// rest writes what concerns the whole run, each thing once: leads, what nothing was
// found for, what was folded, what was not checked, columns, questions.
func (t *table) rest() error {
	run := t.run
	if len(run.Summary().Leads) > 0 && t.header.Only == "" && run.Len() > 1 {
		t.wrapped(fmt.Sprintf("leads, facts worth seeing in %s: %s (--only lead lists them)", report.Plural(run.Summary().Classes[triage.Lead], "record"), counted(run.Summary().Leads)), "  ", plain)
	}
	if err := t.nothing(); err != nil {
		return err
	}
	if run.Summary().Same > 0 {
		t.p.Line("folded: %s the same as an earlier one", report.Plural(run.Summary().Same, "record"))
	}
	if len(run.Summary().LeftOut) > 0 {
		t.wrapped("left out, as nothing was found: "+report.Show(counted(run.Summary().LeftOut)), "  ", plain)
	}
	if err := t.notChecked(); err != nil {
		return err
	}
	t.columns()
	for _, n := range run.Head().Notes {
		t.wrapped("note: "+report.Show(n), "  ", t.header.Style.Dim)
	}
	if run.Stamps() > 1 {
		t.wrapped("note: the results rest on different lists, policies or days; the first line is that of the first", "  ", plain)
	}
	return t.questions()
}

// counted lists what there is, the most frequent first.
func counted(counts map[string]int) string {
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b string) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	var out []string
	for _, k := range keys {
		out = append(out, fmt.Sprintf("%s %s", k, report.Number(counts[k])))
	}
	return strings.Join(out, ", ")
}

// maxNothing is how many records without a finding are named.
const maxNothing = 12

// nothing names the records that nothing was found for, where they are few.
func (t *table) nothing() error {
	n := t.run.Summary().Classes[triage.Nothing]
	if n == 0 || n > maxNothing || t.run.Len() == 1 || t.header.Only != "" {
		return nil
	}
	var names []string
	for r, err := range t.run.InOrder() {
		if err != nil {
			return err
		}
		if t.run.Class(r) != triage.Nothing {
			continue
		}
		name := r.ID
		if name == "" && len(r.Parties) > 0 {
			name = triage.NameOf(&r.Parties[0])
		}
		names = append(names, report.Show(report.Join(" ", fmt.Sprintf("row %d", r.Row), name)))
	}
	t.wrapped("nothing found: "+strings.Join(names, ", "), "  ", plain)
	return nil
}

// ofItem is the beginning of what a gap of one item says.
var ofItem = regexp.MustCompile(`^item \d+: `)

// maxRecordGaps is how many kinds of gaps of single records are named.
const maxRecordGaps = 5

// notChecked says what was not checked in any record, and in how many records more was
// not.
func (t *table) notChecked() error {
	type kind struct {
		enduse.Gap
		n, last int // records, and the row of the last of them
	}
	var kinds []*kind
	if t.run.Summary().Classes[triage.Incomplete]+t.run.Summary().Classes[triage.Decide] > 0 && t.run.Len() > 1 {
		for r, err := range t.run.InOrder() {
			if err != nil {
				return err
			}
			for _, g := range t.run.OwnGaps(r) {
				g.What = ofItem.ReplaceAllString(g.What, "items: ")
				at := slices.IndexFunc(kinds, func(k *kind) bool { return k.What == g.What && k.Why == g.Why })
				if at < 0 {
					at = len(kinds)
					kinds = append(kinds, &kind{Gap: g})
				}
				if kinds[at].last != r.Row {
					kinds[at].n++
				}
				kinds[at].last = r.Row
			}
		}
	}
	if len(t.run.Head().Gaps)+len(kinds) == 0 {
		return nil
	}
	t.p.Line("not checked:")
	t.runGaps()
	slices.SortStableFunc(kinds, func(a, b *kind) int { return cmp.Compare(b.n, a.n) })
	for _, k := range kinds[:min(len(kinds), maxRecordGaps)] {
		t.wrapped(fmt.Sprintf("  in %s: %s", report.Plural(k.n, "record"), report.Show(k.What+": "+k.Why)), "    ", plain)
	}
	if more := len(kinds) - maxRecordGaps; more > 0 {
		t.p.Line("  and %d more kinds, in the records", more)
	}
	return nil
}

// runGaps writes the gaps of the whole run: those of one reason and one remedy together.
func (t *table) runGaps() {
	type group struct {
		whats     []string
		why, hint string
	}
	var groups []*group
	for _, g := range t.run.Head().Gaps {
		at := slices.IndexFunc(groups, func(o *group) bool { return o.why == g.Why && o.hint == g.Hint })
		if at < 0 {
			at = len(groups)
			groups = append(groups, &group{why: g.Why, hint: g.Hint})
		}
		groups[at].whats = append(groups[at].whats, g.What)
	}
	for _, g := range groups {
		text := whatsText(g.whats) + ": " + g.why
		if g.hint != "" {
			text += "; try: " + g.hint
		}
		t.wrapped("  "+report.Show(text), "    ", plain)
	}
}

// whatsText names what was not checked, several lists as such.
func whatsText(whats []string) string {
	if len(whats) < 2 || slices.ContainsFunc(whats, func(w string) bool { return !strings.HasPrefix(w, "list ") }) {
		return strings.Join(whats, ", ")
	}
	return "lists " + strings.ReplaceAll(strings.Join(whats, ", "), "list ", "")
}

// columns says how the columns of the files were read, and warns of those that look
// like they matter and were not used.
func (t *table) columns() {
	var read, unused []string
	for _, c := range t.run.Head().Columns {
		switch {
		case c.Warning:
			t.wrapped("! column "+report.Show(report.Join(" ", c.Header, ofFile(c.File)))+": "+report.Show(c.Note), "  ", t.header.Style.Bold)
		case c.ReadAs == "":
			unused = append(unused, report.Show(c.Header))
		case !strings.EqualFold(strings.ReplaceAll(c.Header, "_", " "), c.ReadAs):
			read = append(read, report.Show(c.Header)+" → "+c.ReadAs)
		}
	}
	if len(read)+len(unused) == 0 {
		return
	}
	text := "columns: " + strings.Join(read, ", ")
	if len(unused) > 0 {
		text = report.Join("; ", strings.TrimSuffix(text, "columns: "), "not used: "+strings.Join(unused, ", "))
	}
	if len(read) == 0 {
		text = "columns " + text
	}
	t.wrapped(text+" (enduse columns FILE says more)", "  ", t.header.Style.Dim)
}

func ofFile(file string) string {
	if file == "" {
		return ""
	}
	return "of " + file
}

// questions says how many are to be asked, and how.
func (t *table) questions() error {
	asked := map[string]bool{}
	for r, err := range t.run.InOrder() {
		if err != nil {
			return err
		}
		for _, q := range r.Questions {
			asked[q.ID] = true
		}
	}
	if len(asked) == 0 {
		return nil
	}
	t.wrapped(report.Plural(len(asked), "question")+" to ask: enduse questions FILE -o ask.xlsx", "  ", plain)
	return nil
}
