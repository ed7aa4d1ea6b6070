package questions

import (
	"fmt"
	"strings"

	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/triage"
)

// table writes the questions under the names of those who are asked.
type table struct {
	p        report.Printer
	style    report.Style
	customer string
	asked    int
}

// Begin keeps the style.
func (t *table) Begin(h Header) error {
	t.style = h.Style
	return nil
}

// Each writes a question.
func (t *table) Each(a triage.Ask) error {
	cells := row(a)
	if t.asked++; t.asked == 1 || cells[0] != t.customer {
		t.customer = cells[0]
		t.p.Line("%s", t.style.Bold(report.Show(orNobody(cells[0]))))
	}
	label := "  ? "
	for _, l := range report.Wrap(report.Show(a.Question), t.style.Width-4, "") {
		t.p.Line("%s%s", label, l)
		label = "    "
	}
	needs := fmt.Sprintf("%s · needed by %s: row %s", a.ID, report.Plural(a.Records, "record"), strings.Join(a.Rows, ", row "))
	for _, l := range report.Wrap(report.Show(needs), t.style.Width-4, "") {
		t.p.Line("    %s", t.style.Dim(l))
	}
	return t.p.Err
}

func orNobody(customer string) string {
	if customer == "" {
		return "no customer is named"
	}
	return customer
}

// End says how the questions are answered.
func (t *table) End() error {
	if t.asked == 0 {
		t.p.Line("nothing to ask")
		return t.p.Err
	}
	t.p.Line("")
	t.p.Line("%s; to answer them: enduse questions FILE -o ask.xlsx, then enduse screen FILE --answers ask.xlsx", report.Plural(t.asked, "question"))
	return t.p.Err
}
