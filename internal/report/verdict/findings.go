package verdict

import (
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
)

// finding is a finding as people read it: one that says the same of several items or
// parties is one.
type finding struct {
	enduse.Finding
	Subjects []string
}

// grouped joins the findings of a record that say the same.
func grouped(all []enduse.Finding) (out []finding) {
	for _, f := range all {
		at := slices.IndexFunc(out, func(o finding) bool {
			return o.ID == f.ID && o.Severity == f.Severity && messageOf(o.Finding) == messageOf(f)
		})
		if at >= 0 {
			if !slices.Contains(out[at].Subjects, f.Subject) {
				out[at].Subjects = append(out[at].Subjects, f.Subject)
			}
			continue
		}
		out = append(out, finding{f, []string{f.Subject}})
	}
	return out
}

// messageOf is the message without the subject, which some repeat, and without those of
// its parts.
func messageOf(f enduse.Finding) string {
	text := strings.TrimPrefix(f.Message, f.Subject+": ")
	if len(f.Parts) > 0 {
		text, _, _ = strings.Cut(text, "; ")
	}
	return text
}

// ofMeasure reports whether the finding says what follows from a hit: the comparison
// says all else of it.
func (f finding) ofMeasure() bool {
	measure, ok := strings.CutPrefix(f.ID, "party.")
	return ok && slices.Contains(enduse.Measures, enduse.Measure(measure))
}

// measure is the measure of such a finding in words.
func (f finding) measure() string { return report.Words(strings.TrimPrefix(f.ID, "party.")) }

// maxSubjects is how many subjects of one finding are named.
const maxSubjects = 4

// about names what the finding is about, items together.
func (f finding) about() string {
	if strings.HasPrefix(f.ID, "party.") {
		return ""
	}
	var items, others []string
	for _, s := range f.Subjects {
		if n, ok := strings.CutPrefix(s, "item "); ok {
			items = append(items, n)
		} else if s != "" && s != "shipment" {
			others = append(others, s)
		}
	}
	switch {
	case len(items) == 1:
		others = append(others, "item "+items[0])
	case len(items) > 1:
		others = append(others, "items "+short(items))
	}
	return report.Show(short(others))
}

func short(values []string) string {
	out := strings.Join(values[:min(len(values), maxSubjects)], ", ")
	if more := len(values) - maxSubjects; more > 0 {
		out += fmt.Sprintf(" and %d more", more)
	}
	return out
}

// text is what the finding says of its subjects.
func (f finding) text() string {
	return report.Join(": ", f.about(), report.Show(messageOf(f.Finding)))
}

// cited is the first citation without what it says of itself, and how many more there
// are.
func (f finding) cited() string {
	all := strings.Split(f.Citation, "; ")
	first := all[0]
	if at := strings.LastIndex(first, " ("); at > 0 && strings.HasSuffix(first, ")") { // "(EU)" within a citation stays
		first = first[:at]
	}
	first, _, _ = strings.Cut(first, ": ")
	if len(all) == 1 {
		return report.Show(first)
	}
	return report.Show(first) + fmt.Sprintf(" and %d more", len(all)-1)
}

// aboutOf names the item or the like that one finding is about.
func aboutOf(f enduse.Finding) string { return finding{f, []string{f.Subject}}.about() }
