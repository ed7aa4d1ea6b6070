package main

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/report/verdict"
	"github.com/enduse/enduse/internal/triage"
	"github.com/enduse/enduse/wire"
)

// screenFlags are the flags of commands that screen.
type screenFlags struct {
	showFlags

	asOf      string
	minScore  float64
	threshold float64
	scorer    scorer
}

func (f *screenFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.asOf, "as-of", "", "screen against the lists in force on a day (YYYY-MM-DD); default: today")
	cmd.Flags().Float64Var(&f.minScore, "min-score", 0, "show hits at or above this score, 0 to 1; 0 shows every candidate (default: the threshold)")
	cmd.Flags().Float64Var(&f.threshold, "threshold", 0, "score at or above which a hit matches, 0 to 1 (default: the policy's)")
	f.scorer.register(cmd)
	f.showFlags.register(cmd)
}

// asks turns the flags that were given into what the engine is asked for.
func (f *screenFlags) asks(cmd *cobra.Command, limit int) []engine.Ask {
	asks := []engine.Ask{engine.Limit(limit)}
	if cmd.Flags().Changed("min-score") {
		asks = append(asks, engine.MinScore(f.minScore))
	}
	if cmd.Flags().Changed("threshold") {
		asks = append(asks, engine.Threshold(f.threshold))
	}
	if f.scorer.ofac() {
		asks = append(asks, engine.OFACScore())
	}
	return asks
}

// fileFlags are the flags of screen that say how files are read.
type fileFlags struct {
	columns, sheet, encoding string
	columnsFile              string
	references               string
	seller                   engine.SellerFiles
}

func (f *fileFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.columns, "columns", "", "names of the columns, for a file without a header: name,country,...")
	cmd.Flags().StringVar(&f.columnsFile, "columns-file", "", "what the columns are, YAML: write it with enduse columns FILE --save, change it, use it next month")
	cmd.Flags().StringVar(&f.sheet, "sheet", "", "sheet of a workbook (default: every one with content)")
	cmd.Flags().StringVar(&f.seller.Customers, "customers", "", "file of what is known of customers: founded, business, email, phone, ... by name")
	cmd.Flags().StringVar(&f.seller.History, "history", "", "file of earlier orders: consignee or customer, order date, hs, quantity, value")
	cmd.Flags().StringVar(&f.seller.Answers, "answers", "", "sheet of questions that was filled in; write it with: enduse questions FILE -o ask.xlsx")
	cmd.Flags().StringVar(&f.references, "references", "", "file of usual prices, routes, delivery and packaging, YAML (docs/redflags.md)")
	cmd.Flags().StringVar(&f.encoding, "encoding", "", "encoding of a text file, such as windows-1251 (default: found out)")
}

func (f *fileFlags) files(a *app, paths []string) (engine.Files, error) {
	files := engine.Files{Paths: paths, Stdin: a.in, Sheet: f.sheet, Encoding: f.encoding}
	var err error
	if files.Mapping, err = readColumnsFile(f.columnsFile); err != nil {
		return files, err
	}
	for c := range strings.SplitSeq(f.columns, ",") {
		if c = strings.TrimSpace(c); c != "" {
			files.Columns = append(files.Columns, c)
		}
	}
	return files, nil
}

func screenCommand(a *app) *cobra.Command {
	f, in := &screenFlags{}, &fileFlags{}
	cmd := &cobra.Command{
		Use:   "screen FILE...",
		Short: "Screen files of parties or orders (CSV, TSV, XLSX, JSON, NDJSON; - for standard input)",
		Long: `Screen every record of one or more files and say, for each, whether somebody in
it is on an official list, with the evidence. Of a folder, all files in it are
screened; one that cannot be read is incomplete.

Columns are recognised by their usual names in several languages: name, type,
country, birth date, address, identifier, or for orders order id, consignee,
end user, forwarder, description, hs and more. A file without a header needs
--columns.`,
		Example: `  enduse screen partners.csv
  enduse screen orders.xlsx -o results.ndjson -o results.html
  enduse screen - --columns name,country < names.txt
  enduse screen orders.csv --customers customers.xlsx --history orders-2023.csv --profile me.yaml
  enduse screen partners.csv --as-of 2024-05-03 --fail-on prohibited`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := newScreening(a, cmd, f, in.references)
			if err != nil {
				return err
			}
			records, err := s.open(cmd.Context(), in, args)
			if err != nil {
				return err
			}
			defer records.Close()
			results := s.engine.ScreenAll(cmd.Context(), s.complete(records), s.asks...)
			return s.print(cmd.Context(), wire.Run{Notes: records.Notes, Input: records.Name()}, results, records.Columns)
		},
	}
	f.register(cmd)
	in.register(cmd)
	return cmd
}

// screening is one run from input to output.
type screening struct {
	app    *app
	flags  *screenFlags
	engine *engine.Engine
	asks   []engine.Ask
	day    enduse.Date
	seller *engine.Seller
}

// newScreening checks all that the command line says before anything is read.
func newScreening(a *app, cmd *cobra.Command, f *screenFlags, references string) (*screening, error) {
	day, err := dayOf("--as-of", f.asOf)
	if err != nil {
		return nil, err
	}
	if day.IsZero() {
		day = enduse.DateOf(a.clock())
	}
	if day.First().After(a.clock().AddDate(0, 0, 1)) { // tomorrow has begun somewhere
		return nil, &enduse.Error{
			Code: enduse.CodeInvalid, Subject: "--as-of " + f.asOf, Err: errors.New("what will be in force on a future day is not known"),
			Hint: "leave out --as-of to screen against the lists of today",
		}
	}
	e, err := a.engine(cmd.Context(), references)
	if err != nil {
		return nil, err
	}
	s := &screening{app: a, flags: f, engine: e, asks: f.asks(cmd, a.config.Limit), day: day}
	if err := e.Valid(s.asks...); err != nil {
		return nil, err
	}
	f.scorer.printNote(a, a.config.Format)
	return s, nil
}

// open opens files, folders and standard input, and what the seller knows besides.
func (s *screening) open(ctx context.Context, in *fileFlags, paths []string) (*engine.Records, error) {
	in.seller.Profile = s.app.config.Profile
	var err error
	if s.seller, err = engine.OpenSeller(ctx, in.seller); err != nil {
		return nil, err
	}
	for _, n := range s.seller.Notes {
		s.app.printErr("%s", n)
	}
	files, err := in.files(s.app, paths)
	if err != nil {
		return nil, err
	}
	records, err := engine.OpenRecords(ctx, files)
	if err != nil {
		return nil, err
	}
	for _, why := range records.Unread {
		s.app.printErr("not screened: %s", why)
	}
	return records, nil
}

// complete adds the day and what the seller knows to each record.
func (s *screening) complete(records *engine.Records) iter.Seq2[engine.Record, error] {
	return func(yield func(engine.Record, error) bool) {
		for r, err := range records.All() {
			r.Query.AsOf = s.day
			s.seller.Complete(&r.Query)
			if !yield(r, err) {
				return
			}
		}
	}
}

// print collects results, writes them and returns the exit code as an error. How the
// columns were read is known when all rows were.
func (s *screening) print(ctx context.Context, head wire.Run, results iter.Seq2[*wire.Result, error], columns func() []wire.Column) error {
	basis, err := s.engine.Basis(ctx, s.day)
	if err != nil {
		return err
	}
	h, err := s.flags.header(s.app)
	if err != nil {
		return err
	}
	h.OFACScore = s.flags.scorer.ofac()
	head.Stamp, head.PolicyName, head.Gaps = basis.Stamp, basis.Policy, basis.Gaps
	head.Regimes = s.seller.Regimes(s.day)
	out, err := openPrinting(s.app, verdict.Formats, s.flags.out)
	if err != nil {
		return err
	}
	run := triage.New(head, triage.Limits{})
	defer func() { _ = run.Close() }()
	cause := s.collect(run, results)
	run.Amend(func(head *wire.Run) { head.Columns = columns() })
	err = errors.Join(cause, report.Write(out, h, run))
	if err := out.finish(err); err != nil {
		return err
	}
	if unused := s.seller.Unused(); len(unused) > 0 {
		s.app.printErr("answers of the sheet that no record needed: of %s; compare the names", strings.Join(unused[:min(len(unused), 5)], ", "))
	}
	if paths := s.flags.out; len(paths) > 0 && !slices.Contains(paths, "-") && !s.app.quiet {
		s.app.printErr("%s\nwritten: %s", verdict.Counts(run, report.Style{}), strings.Join(paths, ", "))
	}
	if run.Len() == 0 {
		return &enduse.Error{Op: "screen", Code: enduse.CodeInvalid, Err: errors.New("the input holds no records: nobody was screened"), Hint: "check that it is the right file"}
	}
	return exitOf(run.Summary(), enduse.Outcome(s.app.config.FailOn))
}

// collect adds all results to a run. A run that was interrupted ends with a record that
// says that it is not the whole.
func (s *screening) collect(run *triage.Run, results iter.Seq2[*wire.Result, error]) error {
	progress := s.app.progress("screening")
	defer progress.done()
	for r, err := range results {
		if err != nil {
			last := wire.FromFault(wire.Fault{Message: "screening was interrupted: the records from here on were not screened", Hint: "screen the file again"})
			return errors.Join(err, run.Add(&last))
		}
		if err := run.Add(r); err != nil {
			return err
		}
		progress.step()
	}
	return nil
}

// exitOf turns a summary into the exit code: first a finding at or above --fail-on,
// then a record with something not checked. That it has a lesser finding is no
// excuse: what was not checked may hold the greater one.
func exitOf(sum *triage.Summary, failOn enduse.Outcome) error {
	for _, o := range enduse.Outcomes {
		if sum.Outcomes[o] > 0 && (o == enduse.Prohibited || o == enduse.Review) && !failOn.Outranks(o) {
			return exitError(exitFinding)
		}
	}
	if sum.NotComplete > 0 {
		return exitError(exitIncomplete)
	}
	return nil
}
