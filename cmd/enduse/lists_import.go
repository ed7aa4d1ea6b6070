package main

import (
	"errors"
	"fmt"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/list/mapped"
	"github.com/enduse/enduse/internal/snapshot"
)

// importFlags are the flags of lists import.
type importFlags struct {
	mapping, source, verified, published string
	partial, shrink                      bool
}

func (a *app) importCommand() *cobra.Command {
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
		RunE: func(cmd *cobra.Command, args []string) error { return a.importLists(cmd, f, args) },
	}
	cmd.Flags().StringVar(&f.mapping, "mapping", "", "mapping file (YAML) for tables of your own")
	cmd.Flags().StringVar(&f.source, "source", "", "the list that the files are, such as au-dfat, where they are not recognised")
	cmd.Flags().BoolVar(&f.partial, "partial", false, "import although a companion file is missing; such an edition never clears")
	cmd.Flags().StringVar(&f.verified, "verified-at", "", "when the publisher last confirmed these bytes as current: a time (RFC 3339), a day, or now")
	cmd.Flags().StringVar(&f.published, "published", "", "date of publication, where the files do not say it (YYYY-MM-DD)")
	cmd.Flags().BoolVar(&f.shrink, "accept-shrink", false, "accept an edition with far fewer entities than the one in force")
	return cmd
}

// options checks the flags and turns them into those of the store.
func (a *app) importOptions(f *importFlags) (o edition.ImportOptions, err error) {
	o.Partial, o.AcceptShrink, o.Mapping, o.Source = f.partial, f.shrink, f.mapping, f.source
	if f.source != "" && f.mapping != "" {
		return o, &usageError{&enduse.Error{Code: enduse.CodeInvalid, Err: errors.New("--source and --mapping are two answers to one question"), Hint: "leave one out: a mapping names its source itself"}}
	}
	if f.mapping != "" {
		b, err := os.ReadFile(f.mapping)
		if err != nil {
			return o, &enduse.Error{Op: "--mapping", Code: enduse.CodeInvalid, Err: err, Hint: "see docs/mappings.md"}
		}
		m, err := mapped.Parse(b)
		if err != nil {
			return o, &enduse.Error{Op: f.mapping, Code: enduse.CodeOf(err), Err: err, Hint: enduse.HintOf(err)}
		}
		format := m.Format()
		o.Format = &format
	}
	if o.VerifiedAt, err = a.moment(f.verified); err != nil {
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

// moment reads --verified-at. A moment to come cannot have been verified.
func (a *app) moment(text string) (*time.Time, error) {
	now := a.clock().UTC().Truncate(time.Second)
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

func (a *app) importLists(cmd *cobra.Command, f *importFlags, args []string) error {
	o, err := a.importOptions(f)
	if err != nil {
		return err
	}
	s, err := a.openStore()
	if err != nil {
		return err
	}
	status := a.statusLine()
	o.Progress = status.show
	r, err := snapshot.New(s).Import(cmd.Context(), args, o)
	status.clear()
	for _, i := range r.Imported {
		a.printImported(i)
	}
	for _, sk := range r.Skipped {
		a.say("not imported: %s: %s", sk.Path, sk.Why)
	}
	if r.NotIndexed != nil {
		a.say("the index was not made, the next search makes it: %v", r.NotIndexed)
	}
	return err
}

func (a *app) printImported(i edition.Imported) {
	e := i.Edition
	_ = a.tell("%s: %d entities, %d names, %d addresses, %d identifiers from %d records; edition %s, %s\n",
		e.Source, e.Counts.Entities, e.Counts.Names, e.Counts.Addresses, e.Counts.Identifiers, e.Counts.Records, short(e.Digest), i.State)
	for _, w := range append(append([]string{}, e.Partial...), e.Warnings...) {
		a.say("  warning: %s", w)
	}
	if gone := i.Gone(); gone != "" {
		a.say("  gone since the edition before: %s", gone)
	}
	if e.Counts.Faults > 0 {
		a.say("  %d records could not be read:", e.Counts.Faults)
	}
	for n, fault := range e.Faults {
		if n == 5 {
			a.say("    and more; see: enduse lists status --format json")
			break
		}
		a.say("    %s:%d: %s", fault.File, fault.Line, fault.Message)
	}
	if e.Counts.Unread > 0 {
		a.say("  %d pieces were kept but not understood; see: enduse lists show ID", e.Counts.Unread)
	}
	switch {
	case i.Note != "":
		a.say("  not in force: %s", i.Note)
	case e.Verified == nil:
		a.say("  stale until confirmed; if you have just fetched it from its publisher, import it with --verified-at now")
	}
}
