package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/report"
)

// importFlags are the flags of lists import.
type importFlags struct {
	mapping, source, verified, published string
	partial, shrink                      bool
}

func importCommand(a *app) *cobra.Command {
	f := &importFlags{}
	cmd := &cobra.Command{
		Use:   "import FILE...",
		Short: "Import official lists from files or folders; the format is found out from the content",
		Long: `Import lists. Files that belong together (sdn.csv, alt.csv, add.csv,
sdn_comments.csv) are named together, or by their folder. The edition is in
force when all of it is on the disk; until then, and after any error, the one
before stays in force.

Any table of your own (CSV, XLSX, JSON, NDJSON) becomes a list by a mapping
file: see docs/mappings.md.`,
		Example: `  enduse lists import downloads/
  enduse lists import sdn.csv alt.csv add.csv sdn_comments.csv --verified-at now
  enduse lists import consolidated.csv --published 2026-07-31 --verified-at 2026-07-31T18:00:00Z
  enduse lists import refused.xlsx --mapping refused.yaml`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return importLists(cmd, a, f, args) },
	}
	cmd.Flags().StringVar(&f.mapping, "mapping", "", "mapping file (YAML) for tables of your own")
	cmd.Flags().StringVar(&f.source, "source", "", "the list that the files are, such as au-dfat, where they are not recognised")
	cmd.Flags().BoolVar(&f.partial, "partial", false, "import although a companion file is missing; such an edition never clears")
	cmd.Flags().StringVar(&f.verified, "verified-at", "", "when the publisher last confirmed these bytes as current: a time (RFC 3339), a day, or now")
	cmd.Flags().StringVar(&f.published, "published", "", "date of publication, where the files do not say it (YYYY-MM-DD)")
	cmd.Flags().BoolVar(&f.shrink, "accept-shrink", false, "accept an edition with far fewer entities than the one in force")
	return cmd
}

// options checks the flags and turns them into those of the engine.
func (f *importFlags) options(a *app) (o engine.ListImport, err error) {
	o.Partial, o.AcceptShrink, o.Mapping, o.Source = f.partial, f.shrink, f.mapping, f.source
	if f.source != "" && f.mapping != "" {
		return o, &usageError{&enduse.Error{Code: enduse.CodeInvalid, Err: errors.New("--source and --mapping are two answers to one question"), Hint: "leave one out: a mapping names its source itself"}}
	}
	if o.VerifiedAt, err = parseTime(f.verified, a.clock()); err != nil {
		return o, err
	}
	if f.published != "" {
		d, err := enduse.ParseDate(f.published)
		if err != nil {
			return o, &enduse.Error{Op: "--published", Code: enduse.CodeInvalid, Err: err, Hint: "--published 2026-07-31"}
		}
		o.Published = &d
	}
	return o, nil
}

// parseTime reads --verified-at. Nothing was verified in the future.
func parseTime(text string, now time.Time) (*time.Time, error) {
	now = now.UTC().Truncate(time.Second)
	if text == "" {
		return nil, nil
	}
	if text == "now" {
		return &now, nil
	}
	t, err := time.Parse(time.RFC3339, text)
	if err != nil {
		t, err = time.Parse(time.DateOnly, text)
	}
	if err != nil {
		err = fmt.Errorf("%q is neither a time (2026-07-31T18:00:00Z) nor a day", text)
	} else if t.After(now) {
		err = fmt.Errorf("%s is in the future", text)
	}
	if err != nil {
		return nil, &enduse.Error{Op: "--verified-at", Code: enduse.CodeInvalid, Err: err, Hint: "--verified-at now, if you have just fetched the file from its publisher"}
	}
	t = t.UTC()
	return &t, nil
}

func importLists(cmd *cobra.Command, a *app, f *importFlags, args []string) error {
	o, err := f.options(a)
	if err != nil {
		return err
	}
	l, err := openLists(a, cmd)
	if err != nil {
		return err
	}
	status := a.statusLine()
	o.Progress = status.show
	done, err := l.Import(cmd.Context(), args, o)
	status.clear()
	for _, i := range done.Imported {
		printImported(a, i)
	}
	for _, why := range done.Skipped {
		a.printErr("not imported: %s", why)
	}
	if done.NotIndexed != nil {
		a.printErr("the index was not made, the next search makes it: %v", done.NotIndexed)
	}
	return err
}

func printImported(a *app, i engine.ListImported) {
	e := i.Edition
	_ = a.print("%s: %d entities, %d names, %d addresses, %d identifiers from %d records; edition %s, %s\n",
		e.Source, e.Counts.Entities, e.Counts.Names, e.Counts.Addresses, e.Counts.Identifiers, e.Counts.Records, report.Short(e.Digest), i.State)
	for _, w := range append(append([]string{}, e.Partial...), e.Warnings...) {
		a.printErr("  warning: %s", w)
	}
	if i.Gone != "" {
		a.printErr("  gone since the edition before: %s", i.Gone)
	}
	if e.Counts.Faults > 0 {
		a.printErr("  %d records could not be read:", e.Counts.Faults)
	}
	for n, fault := range e.Faults {
		if n == 5 {
			a.printErr("    and more; see: enduse lists status --format json")
			break
		}
		a.printErr("    %s:%d: %s", fault.File, fault.Line, fault.Message)
	}
	if e.Counts.Unread > 0 {
		a.printErr("  %d pieces were kept but not understood; see: enduse lists show ID", e.Counts.Unread)
	}
	switch {
	case i.Note != "":
		a.printErr("  not in force: %s", i.Note)
	case e.Verified == nil:
		a.printErr("  stale until confirmed; if you have just fetched it from its publisher, import it with --verified-at now")
	}
}
