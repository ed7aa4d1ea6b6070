package main

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/report/lists"
)

// importFlags are the flags of lists import.
type importFlags struct {
	mapping, source, verified, published string
	partial, shrink, recursive           bool
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
  enduse lists import -r archive/
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
	cmd.Flags().BoolVarP(&f.recursive, "recursive", "r", false, "enter folders in folders; the lists of each folder are editions of their own")
	cmd.Flags().BoolVar(&f.shrink, "accept-shrink", false, "accept an edition with far fewer entities than the one in force")
	return cmd
}

// options checks the flags and turns them into those of the engine.
func (f *importFlags) options(a *app) (o engine.ListImport, err error) {
	o.Partial, o.AcceptShrink, o.Recursive, o.Mapping, o.Source = f.partial, f.shrink, f.recursive, f.mapping, f.source
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
	shown := make([]lists.Imported, len(done.Imported))
	for i, one := range done.Imported {
		shown[i] = lists.Imported(one)
	}
	style := a.style()
	if printed := lists.Imports(a.out, shown, style); err == nil {
		err = printed
	}
	t := &advice{a: a, width: style.Width}
	t.imported(shown)
	t.skipped(done.Skipped)
	if done.NotIndexed != nil {
		a.printErr("the index was not made, the next search makes it: %v", done.NotIndexed)
	}
	return err
}

// Bounds of what is said below the table of an import, so that the import of many lists
// is one screen: lines of warnings and of unreadable records of each source, the number
// of sources up to which warnings that change nothing are shown, and files that are no lists.
const (
	maxAdvice  = 5
	maxWarned  = 3
	maxSkipped = 4
)

// advice writes what is to be looked at after an import.
type advice struct {
	a     *app
	width int
}

func (t *advice) line(format string, args ...any) {
	for _, l := range report.Wrap(report.Show(fmt.Sprintf(format, args...)), t.width, "  ") {
		t.a.printErr("%s", l)
	}
}

// some writes the first lines, and how many there are more and where.
func (t *advice) some(lines []string, where string) {
	for i, l := range lines {
		if i == maxAdvice {
			t.line("  and %d more; see: %s", len(lines)-i, where)
			return
		}
		t.line("%s", l)
	}
}

// imported tells of each edition what keeps it from being used, and of all of them once
// where the rest is seen.
func (t *advice) imported(all []lists.Imported) {
	var unread, stale, warned []string
	for i := range all {
		e := &all[i].Edition
		source := string(e.Source)
		t.edition(&all[i], len(all) <= maxWarned)
		if e.Counts.Unread > 0 {
			unread = append(unread, source)
		}
		if len(e.Warnings) > 0 && len(all) > maxWarned {
			warned = append(warned, source)
		}
		if all[i].Note == "" && e.Verified == nil {
			stale = append(stale, source)
		}
	}
	if len(warned) > 0 {
		t.line("warnings of %s; see: enduse lists status", strings.Join(warned, ", "))
	}
	if len(unread) > 0 {
		t.line("kept but not understood: pieces of %s; see: enduse lists show %s --not-understood", strings.Join(unread, ", "), unread[0])
	}
	if len(stale) > 0 {
		t.line("stale until confirmed: %s; if you have just fetched it from its publisher, import it with --verified-at now", strings.Join(stale, ", "))
	}
}

func (t *advice) edition(i *lists.Imported, warn bool) {
	e := &i.Edition
	source := string(e.Source)
	var warnings, faults []string
	for _, w := range e.Partial {
		warnings = append(warnings, source+": warning: "+w)
	}
	for _, w := range e.Warnings {
		if warn {
			warnings = append(warnings, source+": warning: "+w)
		}
	}
	for _, f := range e.Faults {
		faults = append(faults, fmt.Sprintf("  %s:%d: %s", f.File, f.Line, f.Message))
	}
	if i.Note != "" {
		t.line("%s: not in force: %s", source, i.Note)
	}
	if i.Gone != "" {
		t.line("%s: gone since the edition before: %s", source, i.Gone)
	}
	t.some(warnings, "enduse lists status")
	if e.Counts.Faults > 0 {
		t.line("%s: %d records could not be read:", source, e.Counts.Faults)
		t.some(faults, "enduse lists status --format json")
	}
}

// skipped names files that are no lists.
func (t *advice) skipped(all []string) {
	for i, why := range all {
		if i == maxSkipped && len(all) > maxSkipped+1 {
			t.line("not imported: %d more files", len(all)-i)
			return
		}
		t.line("not imported: %s", why)
	}
}
