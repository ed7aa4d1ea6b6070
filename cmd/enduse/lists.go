package main

import (
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/snapshot"
)

func (a *app) listsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "lists",
		Short: "Import official lists, and see what is in force",
	}
	group(cmd)
	cmd.AddCommand(a.importCommand(), a.statusCommand(), a.showCommand(), a.exportCommand(), a.diffCommand(), a.useCommand())
	return cmd
}

// openStore opens the store of the data directory.
func (a *app) openStore() (*edition.Store, error) {
	p, err := a.policy()
	if err != nil {
		return nil, err
	}
	return a.store(p), nil
}

func (a *app) showCommand() *cobra.Command {
	return &cobra.Command{
		Use: "show ID", Short: "Show an entity as its list has it, with the raw record", Example: "  enduse lists show ofac-sdn:36",
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.openStore()
			if err != nil {
				return err
			}
			e, err := snapshot.New(s).Show(cmd.Context(), enduse.EntityID(args[0]))
			if err != nil {
				return err
			}
			raw, err := s.Raw(e)
			if err != nil {
				return err
			}
			return a.printEntity(e, raw)
		},
	}
}

// shown is an entity with its raw record.
type shown struct {
	report.Exported
	Raw string `json:"raw"`
}

func (a *app) printEntity(e *enduse.Entity, raw string) error {
	switch a.config.Format {
	case "csv":
		return exportCSV(a.out, []*enduse.Entity{e})
	case "ndjson":
		return report.JSONLine(a.out, shown{report.Export(e), raw})
	case "json":
		return report.JSON(a.out, shown{report.Export(e), raw})
	}
	if err := report.Entity(a.out, e, a.style()); err != nil || raw == "" {
		return err
	}
	if _, err := fmt.Fprintln(a.out, "\nas the file has it:"); err != nil {
		return err
	}
	for line := range strings.Lines(raw) {
		if _, err := fmt.Fprintln(a.out, "  "+report.Show(strings.TrimRight(line, "\r\n"))); err != nil {
			return err
		}
	}
	return nil
}

func (a *app) exportCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use: "export [SOURCE[@DIGEST]...]", Short: "Write the entities of editions, by default of all in force",
		Example: "  enduse lists export --format ndjson --out all.ndjson\n  enduse lists export un-sc --format csv",
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := a.openStore()
			if err != nil {
				return err
			}
			o, err := a.openOutput(out)
			if err != nil {
				return err
			}
			return o.finish(a.export(cmd.Context(), s, args, o.w))
		},
	}
	cmd.Flags().StringVarP(&out, "out", "o", "", "write to a file, in place of standard output")
	return cmd
}

// export writes the entities of the editions that are named. One that cannot
// be loaded is an error: what is missing from an export is not seen in it.
func (a *app) export(ctx context.Context, s *edition.Store, refs []string, w io.Writer) error {
	editions, err := chosen(s, refs)
	if err != nil {
		return err
	}
	var all []*enduse.Entity
	for _, e := range editions {
		if err := ctx.Err(); err != nil {
			return err
		}
		entities, err := s.Entities(e)
		if err != nil {
			return err
		}
		all = append(all, entities...)
	}
	switch a.config.Format {
	case "csv":
		return exportCSV(w, all)
	case "json":
		out := make([]report.Exported, len(all))
		for i, e := range all {
			out[i] = report.Export(e)
		}
		return report.JSON(w, out)
	}
	for _, e := range all {
		if err := report.JSONLine(w, report.Export(e)); err != nil {
			return err
		}
	}
	return nil
}

func chosen(s *edition.Store, refs []string) (out []enduse.Edition, err error) {
	for _, ref := range refs {
		e, err := s.Find(ref)
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	if len(refs) > 0 {
		return out, nil
	}
	all, err := s.InForce(s.Today())
	if err != nil {
		return nil, err
	}
	for _, st := range all {
		if st.Problem != nil {
			return nil, st.Problem
		}
		out = append(out, st.Edition)
	}
	return out, nil
}

// exportCSV writes a name a row.
func exportCSV(w io.Writer, all []*enduse.Entity) error {
	c := report.NewCSV(w)
	if err := c.Write([]string{"id", "list", "schema", "caption", "name", "kind", "script", "countries", "programs", "measures"}); err != nil {
		return err
	}
	for _, e := range all {
		var countries, measures []string
		for _, code := range e.Countries {
			countries = append(countries, string(code))
		}
		for _, m := range e.Measures() {
			measures = append(measures, string(m))
		}
		for _, n := range e.Names {
			if err := c.Write([]string{
				string(e.ID), string(e.List), string(e.Schema), e.Caption(), n.Text, string(n.Kind), n.Script,
				strings.Join(countries, " "), strings.Join(e.Programs(), "; "), strings.Join(measures, " "),
			}); err != nil {
				return err
			}
		}
	}
	return c.Flush()
}

func (a *app) useCommand() *cobra.Command {
	return &cobra.Command{
		Use: "use SOURCE@DIGEST", Short: "Put an earlier edition in force again: the way back from an import",
		Example: "  enduse lists use ofac-sdn@previous",
		Args:    usageArgs(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := a.openStore()
			if err != nil {
				return err
			}
			e, err := s.Find(args[0])
			if err != nil {
				return err
			}
			if err := s.Use(e); err != nil {
				return err
			}
			err = a.tell("%s: %s is in force, %s entities\n", e.Source, short(e.Digest), strconv.Itoa(e.Counts.Entities))
			return err
		},
	}
}

// short is the beginning of a digest, enough to name an edition by.
func short(digest string) string {
	hex := strings.TrimPrefix(digest, "sha256:")
	return hex[:min(len(hex), 12)]
}
