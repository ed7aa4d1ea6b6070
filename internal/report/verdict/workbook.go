package verdict

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/triage"
	"github.com/enduse/enduse/wire"
)

// workbook writes a run as XLSX: what is to be decided in order of rank, with the
// user's own columns and empty ones for the decision; all rows in the order of the
// file; what was not checked; and how the columns were read.
type workbook struct {
	w      io.Writer
	header Header
	book   *report.Workbook
}

func (b *workbook) Begin(h Header) error {
	b.header, b.book = h, report.NewWorkbook()
	return nil
}

func (b *workbook) Each(run *triage.Run) error {
	for _, sheet := range []func(*triage.Run) error{b.toDecide, b.all, b.notChecked, b.columns} {
		if err := sheet(run); err != nil {
			return err
		}
	}
	return nil
}

func (b *workbook) End() error { return b.book.Write(b.w) }

// Decisions are what may be chosen in the column of the decision.
var decisions = []string{"not the same", "the same: hold", "cannot tell: ask", "released", "refused"}

// toDecide has a row for each party of a record that matches, and for each record whose
// findings are about something else.
func (b *workbook) toDecide(run *triage.Run) error {
	sheet, err := b.book.Sheet("To decide", slices.Concat(
		[]report.SheetColumn{{Title: "#", Width: 5, Number: true}, {Title: "Row", Width: 7, Number: true}, {Title: "Outcome", Width: 11}},
		ownColumns(run.OwnHeaders),
		[]report.SheetColumn{
			{Title: "Party", Width: 28},
			{Title: "Likelihood", Width: 14},
			{Title: "%", Width: 7, Number: true},
			{Title: "Subject", Width: 28},
			{Title: "Lists", Width: 10},
			{Title: "Measures", Width: 18},
			{Title: "Why", Width: 60},
			{Title: "Decision", Width: 16, ForUser: true, Choices: decisions},
			{Title: "Reason", Width: 30, ForUser: true},
			{Title: "Initials", Width: 9, ForUser: true},
		},
	))
	if err != nil {
		return err
	}
	for r, err := range b.header.shown(run) {
		if err != nil {
			return err
		}
		class := run.Class(r)
		if class > triage.Lead || class == triage.Incomplete && b.header.Only == "" && len(r.Findings) == 0 {
			continue
		}
		for _, row := range decideRows(run, r) {
			if err := sheet.Row(row); err != nil {
				return err
			}
		}
	}
	return nil
}

func ownColumns(headers []string) (out []report.SheetColumn) {
	for _, h := range headers {
		out = append(out, report.SheetColumn{Title: h})
	}
	return out
}

// decideRows are the rows of a record: the hits that match, or what else was found.
func decideRows(run *triage.Run, r *wire.Result) (out [][]string) {
	outcome := r.Outcome
	if run.Class(r) == triage.Lead {
		outcome = enduse.Lead
	}
	row := func(cells ...string) {
		out = append(out, slices.Concat([]string{strconv.Itoa(r.Rank), strconv.Itoa(r.Row), string(outcome)}, ownCells(run.OwnHeaders, r), cells))
	}
	for i := range r.Parties {
		p := &r.Parties[i]
		for k := range p.Hits {
			if h := &p.Hits[k]; h.Match {
				row(triage.NameOf(p), triage.LikelihoodText(h.Likelihood), percentNumber(h.Probability), h.Caption, strings.Join(triage.Regimes(h.Lists), " "),
					report.Words(report.JoinStrings(h.Measures, ", ")), triage.Compare(p, h).Sentence)
			}
		}
	}
	if text := otherFindings(r, len(out) > 0); text != "" {
		line := run.HeadlineOf(r)
		row(line.Name, "", "", "", "", "", text)
	}
	return out
}

// otherFindings are the messages of what was found and is no hit. Leads are left out where
// there is something to decide.
func otherFindings(r *wire.Result, hits bool) string {
	var out []string
	for _, f := range grouped(r.Findings) {
		if f.ofMeasure() || f.Severity == enduse.Lead && (hits || r.Outcome == enduse.Review || r.Outcome == enduse.Prohibited) {
			continue
		}
		out = append(out, f.text())
	}
	return strings.Join(out, "; ")
}

func percentNumber(p float64) string { return fmt.Sprintf("%.1f", 100*p) }

// all has a row for each hit and each party without, in the order of the file.
func (b *workbook) all(run *triage.Run) error {
	rows := newRows(b.header, run)
	var columns []report.SheetColumn
	for _, title := range rows.titles() {
		columns = append(columns, report.SheetColumn{Title: title, Number: slices.Contains(numeric, title)})
	}
	sheet, err := b.book.Sheet("All", columns)
	if err != nil {
		return err
	}
	for r, err := range run.InOrder() {
		if err != nil {
			return err
		}
		for _, row := range rows.rows(r) {
			if err := sheet.Row(row); err != nil {
				return err
			}
		}
	}
	return nil
}

// notChecked has a row for each gap of the run, and for each of a record alone.
func (b *workbook) notChecked(run *triage.Run) error {
	sheet, err := b.book.Sheet("Not checked", []report.SheetColumn{
		{Title: "Row", Width: 8, Number: true}, {Title: "Id"}, {Title: "What", Width: 30}, {Title: "Why", Width: 60}, {Title: "What to do", Width: 50},
	})
	if err != nil {
		return err
	}
	for _, g := range run.Head().Gaps {
		if err := sheet.Row([]string{"all", "", g.What, g.Why, g.Hint}); err != nil {
			return err
		}
	}
	for r, err := range run.InOrder() {
		if err != nil {
			return err
		}
		gaps := run.OwnGaps(r)
		if r.Error != nil {
			gaps = []enduse.Gap{{What: report.Join(" ", "record", r.Error.Field), Why: r.Error.Message, Hint: r.Error.Hint}}
		}
		for _, g := range gaps {
			if err := sheet.Row([]string{strconv.Itoa(r.Row), r.ID, g.What, g.Why, g.Hint}); err != nil {
				return err
			}
		}
	}
	return nil
}

// columns says how each column of the files was read.
func (b *workbook) columns(run *triage.Run) error {
	if len(run.Head().Columns) == 0 {
		return nil
	}
	sheet, err := b.book.Sheet("Columns", []report.SheetColumn{
		{Title: "File", Width: 24}, {Title: "Column", Width: 28}, {Title: "Read as", Width: 28}, {Title: "Sample", Width: 36}, {Title: "Filled", Number: true}, {Title: "Rows", Number: true}, {Title: "Note", Width: 50},
	})
	if err != nil {
		return err
	}
	for _, c := range run.Head().Columns {
		readAs := c.ReadAs
		if readAs == "" {
			readAs = "not used"
		}
		if err := sheet.Row([]string{c.File, c.Header, readAs, c.Sample, strconv.Itoa(c.Filled), strconv.Itoa(c.Rows), c.Note}); err != nil {
			return err
		}
	}
	return nil
}
