package rules

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/redflag"
	"github.com/enduse/enduse/internal/report"
)

// All are the formats of the rules of a policy.
var All = report.Formats[report.Style, redflag.Rule]{
	report.FormatTable:  rows.Table,
	report.FormatJSON:   report.JSON[report.Style, redflag.Rule],
	report.FormatNDJSON: report.NDJSON[report.Style, redflag.Rule],
	report.FormatCSV:    rows.CSV,
	report.FormatXLSX:   rows.XLSX,
}

// One are the formats of one rule.
var One = report.Formats[report.Style, redflag.Rule]{
	report.FormatTable:  func(w io.Writer) report.Stream[report.Style, redflag.Rule] { return &one{report.Printer{W: w}} },
	report.FormatJSON:   report.JSON[report.Style, redflag.Rule],
	report.FormatNDJSON: report.NDJSON[report.Style, redflag.Rule],
	report.FormatCSV:    rows.CSV,
	report.FormatXLSX:   rows.XLSX,
}

var rows = report.Rows[report.Style, redflag.Rule]{
	Sheet:   "Rules",
	Columns: func(report.Style) []string { return []string{"rule", "kind", "regime", "from", "to", "sign"} },
	Row: func(_ report.Style, r redflag.Rule) [][]string {
		sign := r.Text
		if sign == "" {
			sign = r.Message
		}
		return [][]string{{r.ID, string(r.Kind()), report.JoinStrings(r.Regimes, " "), r.From.String(), r.To.String(), sign}}
	},
	Style: func(s report.Style) report.Style { return s },
}

// one writes a rule, a field on each line; empty fields are left out.
type one struct{ p report.Printer }

func (t *one) Begin(report.Style) error { return nil }
func (t *one) End() error               { return t.p.Err }

func (t *one) Each(r redflag.Rule) error {
	fields := [][2]string{
		{"rule", r.ID},
		{"pack", r.Pack},
		{"sign", r.Text},
		{"question", r.Question},
		{"fires on", r.FiresOn},
		{"asked of each", r.Each},
		{"needs", strings.Join(r.Needs, ", ")},
		{"given", r.Requires},
		{"when", r.When},
	}
	for _, name := range slices.Sorted(maps.Keys(r.Params)) {
		fields = append(fields, [2]string{"params." + name, fmt.Sprint(r.Params[name])})
	}
	fields = append(fields, [][2]string{
		{"message", r.Message},
		{"severity", string(r.Severity)},
		{"citation", r.Cite()},
		{"regime", report.JoinStrings(r.Regimes, " ")},
		{"from", r.From.String()},
		{"to", r.To.String()},
		{"hint", r.Hint},
	}...)
	for _, f := range fields {
		if f[1] != "" {
			t.p.Line("%-14s %s", f[0], report.Show(f[1]))
		}
	}
	return t.p.Err
}
