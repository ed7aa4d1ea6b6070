package main

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/screen"
)

// screenFlags are the flags of commands that screen.
type screenFlags struct {
	asOf      string
	minScore  float64
	threshold float64
	out       string
	columns   string
	sheet     string
	encoding  string
	scorer    scorer
	explain   bool
	customers string
	history   string
	reference string
}

func (f *screenFlags) register(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.asOf, "as-of", "", "screen against the lists in force on a day (YYYY-MM-DD); default: today")
	cmd.Flags().Float64Var(&f.minScore, "min-score", 0, "show hits from this score on, 0 to 1; 0 shows every candidate (default: the threshold)")
	cmd.Flags().Float64Var(&f.threshold, "threshold", 0, "score from which on a hit matches, 0 to 1 (default: the policy's)")
	cmd.Flags().BoolVar(&f.explain, "explain", false, "in tables, say of every record what is to be asked, and what was not evaluated or not checked")
	cmd.Flags().StringVarP(&f.out, "out", "o", "", "write to a file, in place of standard output")
	f.scorer.register(cmd)
}

// options turns the flags that were given into those of the pipeline.
func (f *screenFlags) options(cmd *cobra.Command, limit int) screen.Options {
	o := screen.Options{Options: enduse.Options{Limit: limit}}
	if f.scorer.ofac() {
		o.Scorer = screen.ScorerOFAC
	}
	if cmd.Flags().Changed("min-score") {
		o.MinScore = &f.minScore
	}
	if cmd.Flags().Changed("threshold") {
		o.Threshold = &f.threshold
	}
	return o
}

// date reads --as-of: one day.
func (f *screenFlags) date() (enduse.Date, error) {
	if f.asOf == "" {
		return enduse.Date{}, nil
	}
	d, err := enduse.ParseDate(f.asOf)
	if err != nil || d.Precision() != enduse.PrecisionDay || d.Circa {
		return d, &enduse.Error{Code: enduse.CodeInvalid, Subject: "--as-of " + f.asOf, Err: errNotADay, Hint: "--as-of 2024-05-03"}
	}
	return d, nil
}

func (a *app) screenCommand() *cobra.Command {
	f := &screenFlags{}
	cmd := &cobra.Command{
		Use:   "screen FILE...",
		Short: "Screen files of parties or orders (CSV, TSV, XLSX, JSON, NDJSON; - for standard input)",
		Long: `Screen every record of one or more files and say, for each, whether somebody in
it is on an official list, with the evidence. A folder stands for the files in
it; one that cannot be read is incomplete.

Columns are recognised by their usual names in several languages: name, type,
country, birth date, address, identifier, or for orders order id, consignee,
end user, forwarder, description, hs and more. A file without a header needs
--columns.`,
		Example: `  enduse screen partners.csv
  enduse screen orders.xlsx --format ndjson --out results.ndjson
  enduse screen - --columns name,country < names.txt
  enduse screen orders.csv --customers customers.xlsx --history orders-2023.csv --profile me.yaml
  enduse screen partners.csv --as-of 2024-05-03 --fail-on prohibited`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return a.screenFiles(cmd, f, args) },
	}
	f.register(cmd)
	cmd.Flags().StringVar(&f.columns, "columns", "", "names of the columns, for a file without a header: name,country,...")
	cmd.Flags().StringVar(&f.sheet, "sheet", "", "sheet of a workbook (default: every one with content)")
	cmd.Flags().StringVar(&f.customers, "customers", "", "file of what is known of customers: founded, business, email, phone, ... by name")
	cmd.Flags().StringVar(&f.history, "history", "", "file of earlier orders: consignee or customer, order date, hs, quantity, value")
	cmd.Flags().StringVar(&f.reference, "references", "", "file of usual prices, routes, delivery and packaging, YAML (docs/redflags.md)")
	cmd.Flags().StringVar(&f.encoding, "encoding", "", "encoding of a text file, such as windows-1251 (default: found out)")
	return cmd
}

func (a *app) checkCommand() *cobra.Command {
	f, about := &screenFlags{}, &partyFlags{}
	cmd := &cobra.Command{
		Use:   "check NAME...",
		Short: "Screen one name or number at once",
		Long: `Screen one name. Several arguments are the words of one name. A number of a
register, such as an IMO number, a tax number or a wallet, is searched as every
kind that it may be; --identifier says which it is.`,
		Example: `  enduse check "Aero Caribbean"
  enduse check "IMO 9187629"
  enduse check --identifier passport:N1234567 --country Iran
  enduse check Usama bin Ladin --type person --birth-date 1957
  enduse check "Aero Caribbean" --min-score 0.5 --format json`,
		Args: usageArgs(func(cmd *cobra.Command, args []string) error {
			if len(about.identifiers) > 0 {
				return nil
			}
			return cobra.MinimumNArgs(1)(cmd, args)
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := about.shipment(strings.Join(args, " "))
			if err != nil {
				return err
			}
			return a.screenOne(cmd.Context(), cmd, f, s)
		},
	}
	f.register(cmd)
	about.register(cmd)
	return cmd
}

// screenOne screens a single party as if it were a file of one record.
func (a *app) screenOne(ctx context.Context, cmd *cobra.Command, f *screenFlags, s enduse.Shipment) error {
	run, err := a.newRun(cmd, f)
	if err != nil {
		return err
	}
	return run.each(ctx, nil, func(yield func(*job) bool) {
		yield(&job{row: 1, query: enduse.Query{Shipment: s, AsOf: run.asOf}})
	})
}

// header says what a run rests on.
func (r *run) header(ctx context.Context, notes []string) (report.Header, error) {
	snapshot, err := r.lists.Snapshot(ctx, r.asOf)
	if err != nil {
		return report.Header{}, err
	}
	return report.Header{
		Engine: version(), Policy: r.policy.Name, AsOf: r.asOf, Editions: snapshot.Stamps, Prior: r.policy.Probability.Prior,
		Notes: notes, Input: r.input, Style: r.app.style(), Explain: r.explain, Quiet: r.app.quiet, OFACScore: r.ofac,
	}, nil
}
