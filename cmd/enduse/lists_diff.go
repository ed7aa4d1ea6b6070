package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/report"
)

func (a *app) diffCommand() *cobra.Command {
	return &cobra.Command{
		Use: "diff FROM [TO]", Short: "Show what changed between two editions of a source",
		Long: `Show the entities that were added, removed and changed, field by field.

An edition is named by its source and the beginning of its digest, as in
ofac-sdn@1f3a; ofac-sdn alone is the one in force, ofac-sdn@previous the one
before it. With one name, it is compared with the edition in force.`,
		Example: "  enduse lists diff ofac-sdn@previous\n  enduse lists diff ofac-sdn@1f3a ofac-sdn@88c0 --format json",
		Args:    usageArgs(cobra.RangeArgs(1, 2)),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := a.openStore()
			if err != nil {
				return err
			}
			from, err := s.Find(args[0])
			if err != nil {
				return err
			}
			ref := string(from.Source)
			if len(args) == 2 {
				ref = args[1]
			}
			to, err := s.Find(ref)
			if err != nil {
				return err
			}
			d, err := s.Diff(from, to)
			if err != nil {
				return err
			}
			if a.config.Format == "table" {
				return a.printDiff(d)
			}
			return report.JSON(a.out, d)
		},
	}
}

// printDiff writes what changed, an entity a block, a value a line.
func (a *app) printDiff(d edition.Diff) error {
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
	if len(rows) > 1 {
		if err := report.Grid(a.out, rows, a.style()); err != nil {
			return err
		}
	}
	err := a.tell("%d added, %d removed, %d changed\n", len(d.Added), len(d.Removed), len(d.Changed))
	return err
}

func caption(text string) string { return report.Clip(report.Show(text), 48) }

// fieldLines says what changed in a field: the values that came and went, or
// the one value before and after.
func fieldLines(f edition.FieldChange) (out []string) {
	field := strings.ReplaceAll(f.Field, "_", " ")
	for _, v := range f.Removed {
		out = append(out, "- "+field+": "+plain(v))
	}
	for _, v := range f.Added {
		out = append(out, "+ "+field+": "+plain(v))
	}
	if len(out) > 0 {
		return out
	}
	return []string{fmt.Sprintf("~ %s: %s → %s", field, plain(f.Before), plain(f.After))}
}

// plain writes a JSON value as a person would: texts without quotes, objects
// by their values.
func plain(raw json.RawMessage) string {
	if len(raw) == 0 {
		return "none"
	}
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return report.Clip(report.Show(text), 120)
	}
	var n enduse.Name
	if json.Unmarshal(raw, &n) == nil && n.Text != "" && n.Kind != "" {
		return report.Show(n.Text) + " (" + strings.ReplaceAll(string(n.Kind), "_", " ") + ")"
	}
	var i enduse.Identifier
	if json.Unmarshal(raw, &i) == nil && i.Value != "" && i.Kind != "" {
		return strings.TrimSpace(fmt.Sprintf("%s %s %s", strings.ReplaceAll(string(i.Kind), "_", " "), report.Show(i.Value), i.Country))
	}
	var address enduse.Address
	if json.Unmarshal(raw, &address) == nil && address.String() != "" {
		return report.Clip(report.Show(address.String()), 120)
	}
	return report.Clip(report.Show(string(raw)), 120)
}
