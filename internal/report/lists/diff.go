package lists

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

// Diffs are the formats of what changed between two editions.
var Diffs = report.Formats[report.Style, *wire.Diff]{
	report.FormatTable:  func(w io.Writer) report.Stream[report.Style, *wire.Diff] { return &diffs{p: report.Printer{W: w}} },
	report.FormatJSON:   report.JSON[report.Style, *wire.Diff],
	report.FormatNDJSON: report.NDJSON[report.Style, *wire.Diff],
}

// diffs writes what changed: a block for each entity, a line for each value.
type diffs struct {
	p report.Printer
	s report.Style
}

func (t *diffs) Begin(s report.Style) error {
	t.s = s
	return nil
}

func (t *diffs) End() error { return t.p.Err }

func (t *diffs) Each(d *wire.Diff) error {
	rows := [][]string{{"", "id", "name", "what"}}
	whole := func(sign string, entities []*enduse.Entity) {
		for _, e := range entities {
			rows = append(rows, []string{sign, string(e.ID), caption(e.Caption()), strings.Join(e.Programs(), ", ")})
		}
	}
	whole("+", d.Added)
	whole("-", d.Removed)
	for _, c := range d.Changed {
		id, name := string(c.ID), caption(c.Caption)
		for _, f := range c.Fields {
			for _, line := range fieldLines(f) {
				rows = append(rows, []string{"~", id, name, line})
				id, name = "", ""
			}
		}
	}
	t.p.Grid(rows, t.s)
	t.p.Line("%d added, %d removed, %d changed", len(d.Added), len(d.Removed), len(d.Changed))
	return t.p.Err
}

func caption(text string) string { return report.Clip(report.Show(text), 48) }

// fieldLines says what changed in a field: the values that came and went, or
// the one value before and after.
func fieldLines(f wire.FieldChange) (out []string) {
	field := strings.ReplaceAll(f.Field, "_", " ")
	for _, v := range f.Removed {
		out = append(out, "- "+field+": "+valueText(v))
	}
	for _, v := range f.Added {
		out = append(out, "+ "+field+": "+valueText(v))
	}
	if len(out) > 0 {
		return out
	}
	return []string{fmt.Sprintf("~ %s: %s → %s", field, valueText(f.Before), valueText(f.After))}
}

// valueText writes a JSON value as a person would: texts without quotes, objects
// by their values.
func valueText(raw json.RawMessage) string {
	if len(raw) == 0 {
		return "none"
	}
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return report.Clip(report.Show(text), 120)
	}
	var n enduse.Name
	if json.Unmarshal(raw, &n) == nil && n.Text != "" && n.Kind != "" {
		return report.Show(n.Text) + " (" + report.Words(n.Kind) + ")"
	}
	var i enduse.Identifier
	if json.Unmarshal(raw, &i) == nil && i.Value != "" && i.Kind != "" {
		return strings.TrimSpace(fmt.Sprintf("%s %s %s", report.Words(i.Kind), report.Show(i.Value), i.Country))
	}
	var address enduse.Address
	if json.Unmarshal(raw, &address) == nil && address.String() != "" {
		return report.Clip(report.Show(address.String()), 120)
	}
	return report.Clip(report.Show(string(raw)), 120)
}
