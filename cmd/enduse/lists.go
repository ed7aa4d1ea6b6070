package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/report/lists"
	"github.com/enduse/enduse/wire"
)

func listsCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lists",
		Short: "Import official lists, and see what is in force",
	}
	group(cmd)
	cmd.AddCommand(importCommand(a), statusCommand(a), showCommand(a), exportCommand(a), diffCommand(a), useCommand(a))
	return cmd
}

// openLists opens the lists of the data directory.
func openLists(a *app, cmd *cobra.Command) (engine.Lists, error) {
	e, err := a.engine(cmd.Context(), "")
	if err != nil {
		return engine.Lists{}, err
	}
	return e.Lists(), nil
}

func statusCommand(a *app) *cobra.Command {
	var all bool
	var out []string
	cmd := &cobra.Command{
		Use: "status", Short: "Show the editions in force, their age, and what they may be used for",
		Example: "  enduse lists status\n  enduse lists status --all --format json",
		Args:    usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			l, err := openLists(a, cmd)
			if err != nil {
				return err
			}
			editions, err := l.Status(all)
			if err != nil {
				return err
			}
			lacking, err := l.Lacking()
			if err != nil {
				return err
			}
			return printAll(a, lists.Statuses, out, lists.Header{Folder: l.Folder(), Lacking: lacking, Style: a.style(out...)}, editions...)
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "show every edition in the store")
	hasFormats(cmd, lists.Statuses.Names())
	hasOutputs(cmd, &out)
	return cmd
}

func showCommand(a *app) *cobra.Command {
	var out []string
	var unread bool
	cmd := &cobra.Command{
		Use: "show ID|NAME...", Short: "Show an entity as its list has it, with the raw record",
		Long: `Show entities of the editions in force: the one of an id, or those that a name
or a number matches. With --not-understood the argument is a source, and what of
it was kept but not understood is shown.`,
		Example: "  enduse lists show ofac-sdn:36\n  enduse lists show Aero Caribbean\n  enduse lists show ofac-sdn --not-understood",
		Args:    usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			l, err := openLists(a, cmd)
			if err != nil {
				return err
			}
			if unread {
				return showUnread(a, cmd, l, args, out)
			}
			var all []*wire.Entity
			if len(args) == 1 && strings.Contains(args[0], ":") {
				e, err := l.Show(cmd.Context(), enduse.EntityID(args[0]))
				if err != nil {
					return err
				}
				all = append(all, e)
			} else if all, err = l.Named(cmd.Context(), strings.Join(args, " ")); err != nil {
				return err
			}
			return printAll(a, lists.Entities, out, a.style(out...), all...)
		},
	}
	cmd.Flags().BoolVar(&unread, "not-understood", false, "show what of a source was kept but not understood")
	hasFormats(cmd, lists.Entities.Names())
	hasOutputs(cmd, &out)
	return cmd
}

// showUnread shows the pieces of sources that were kept but not understood.
func showUnread(a *app, cmd *cobra.Command, l engine.Lists, sources, out []string) error {
	var all []*wire.Entity
	for e, err := range l.Entities(cmd.Context(), sources...) {
		if err != nil {
			return err
		}
		if len(e.Unread) > 0 {
			entity := wire.FromEntity(e)
			all = append(all, &entity)
		}
	}
	return printAll(a, lists.Unread, out, a.style(out...), all...)
}

// exportFormats are those of entities, without the table for one entity.
var exportFormats = report.Formats[report.Style, *wire.Entity]{
	report.FormatNDJSON: lists.Entities[report.FormatNDJSON], report.FormatJSON: lists.Entities[report.FormatJSON],
	report.FormatCSV: lists.Entities[report.FormatCSV], report.FormatXLSX: lists.Entities[report.FormatXLSX],
}

func exportCommand(a *app) *cobra.Command {
	var out []string
	cmd := &cobra.Command{
		Use: "export [SOURCE[@DIGEST]...]", Short: "Write the entities of editions, by default of all in force, as NDJSON",
		Example: "  enduse lists export -o all.ndjson\n  enduse lists export un-sc --format csv",
		RunE: func(cmd *cobra.Command, args []string) error {
			l, err := openLists(a, cmd)
			if err != nil {
				return err
			}
			p, err := openPrinting(a, exportFormats, out)
			if err != nil {
				return err
			}
			return p.finish(export(cmd, l, args, p))
		},
	}
	hasFormats(cmd, append([]string{report.FormatNDJSON}, without(exportFormats.Names(), report.FormatNDJSON)...))
	hasOutputs(cmd, &out)
	return cmd
}

func export(cmd *cobra.Command, l engine.Lists, editions []string, out report.Stream[report.Style, *wire.Entity]) error {
	if err := out.Begin(report.Style{}); err != nil {
		return err
	}
	for e, err := range l.Entities(cmd.Context(), editions...) {
		if err != nil {
			return err
		}
		entity := wire.FromEntity(e)
		if err := out.Each(&entity); err != nil {
			return err
		}
	}
	return out.End()
}

func without(names []string, name string) (out []string) {
	for _, n := range names {
		if n != name {
			out = append(out, n)
		}
	}
	return out
}

func diffCommand(a *app) *cobra.Command {
	var out []string
	cmd := &cobra.Command{
		Use: "diff FROM [TO]", Short: "Show what changed between two editions of a source",
		Long: `Show the entities that were added, removed and changed, field by field.

An edition is named by its source and the beginning of its digest, as in
ofac-sdn@1f3a; ofac-sdn alone is the one in force, ofac-sdn@previous the one
before it. With one name, it is compared with the edition in force.`,
		Example: "  enduse lists diff ofac-sdn@previous\n  enduse lists diff ofac-sdn@1f3a ofac-sdn@88c0 --format json",
		Args:    usageArgs(cobra.RangeArgs(1, 2)),
		RunE: func(cmd *cobra.Command, args []string) error {
			l, err := openLists(a, cmd)
			if err != nil {
				return err
			}
			d, err := l.Diff(args[0], append(args, "")[1])
			if err != nil {
				return err
			}
			return printAll(a, lists.Diffs, out, a.style(out...), d)
		},
	}
	hasFormats(cmd, lists.Diffs.Names())
	hasOutputs(cmd, &out)
	return cmd
}

func useCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "use SOURCE@DIGEST", Short: "Put an earlier edition in force again: the way back from an import",
		Example: "  enduse lists use ofac-sdn@previous",
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			l, err := openLists(a, cmd)
			if err != nil {
				return err
			}
			e, err := l.Use(args[0])
			if err != nil {
				return err
			}
			return a.print("%s: %s is in force, %d entities\n", e.Source, report.Short(e.Digest), e.Counts.Entities)
		},
	}
}
