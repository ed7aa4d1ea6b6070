package goods

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

// Answers are the formats of answers.
var Answers = report.Formats[report.Style, *wire.GoodsAnswer]{
	report.FormatTable: func(w io.Writer) report.Stream[report.Style, *wire.GoodsAnswer] {
		return &answers{p: report.Printer{W: w}}
	},
	report.FormatJSON:   report.JSON[report.Style, *wire.GoodsAnswer],
	report.FormatNDJSON: report.NDJSON[report.Style, *wire.GoodsAnswer],
	report.FormatCSV:    answerRows.CSV,
	report.FormatXLSX:   answerRows.XLSX,
}

var answerRows = report.Rows[report.Style, *wire.GoodsAnswer]{
	Sheet:   "Goods",
	Numbers: []string{"confidence"},
	Columns: func(report.Style) []string {
		return []string{"code", "system", "description", "confidence", "lists", "because", "note"}
	},
	Row: func(_ report.Style, a *wire.GoodsAnswer) [][]string {
		confidence := strconv.FormatFloat(a.Confidence, 'f', -1, 64)
		return [][]string{{a.Code, a.System, a.Description, confidence, listsOf(a), a.Because, a.Note}}
	},
}

// listsOf names the lists that a code is on.
func listsOf(a *wire.GoodsAnswer) string {
	all := make([]string, 0, len(a.Lists))
	for _, l := range a.Lists {
		text := report.Join(" ", l.List, l.Tier)
		if len(l.Destinations) > 0 {
			text += fmt.Sprintf(" (to %v)", l.Destinations)
		}
		all = append(all, text)
	}
	return strings.Join(all, ", ")
}

// answers writes one line for each answer, then the citations.
type answers struct {
	p     report.Printer
	s     report.Style
	rows  [][]string
	notes []string
}

func (t *answers) Begin(s report.Style) error {
	t.s, t.rows = s, [][]string{{"CODE", "SYSTEM", "CONFIDENCE", "LISTS", "DESCRIPTION"}}
	return nil
}

func (t *answers) Each(a *wire.GoodsAnswer) error {
	listed := listsOf(a)
	if listed == "" {
		listed = "-"
	}
	t.rows = append(t.rows, []string{a.Code, a.System, strconv.FormatFloat(a.Confidence, 'f', 2, 64), listed, report.Clip(a.Description, 60)})
	for _, l := range a.Lists {
		t.note(l.List + ": " + l.Citation)
	}
	t.note(a.Note)
	return nil
}

func (t *answers) note(text string) {
	if text != "" && !slices.Contains(t.notes, text) {
		t.notes = append(t.notes, text)
	}
}

func (t *answers) End() error {
	t.p.Grid(t.rows, t.s)
	for _, n := range t.notes {
		t.p.Line("  %s", report.Show(n))
	}
	return t.p.Err
}
