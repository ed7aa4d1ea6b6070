package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/eval"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/screen"
	"github.com/enduse/enduse/internal/snapshot"
)

// evalFlags are the flags of eval.
type evalFlags struct {
	threshold           float64
	sample, first, show int
	self                bool
	out                 string
}

func (a *app) evalCommand() *cobra.Command {
	f := &evalFlags{}
	cmd := &cobra.Command{
		Use:   "eval FILE|FOLDER...",
		Short: "Measure recall and false alerts, on your own cases",
		Long: `Measure what the tool finds and what it alerts on in vain, with the lists that
are loaded. What a file holds is recognised by its columns:

  name1, name2, is_match [schema, quality, category]  labelled pairs: precision, recall, F1
  query, name [class]         what somebody wrote and the listed name that is meant: recall by class and script
  full_name [date_of_birth, nationality]              people on no list: alerts per 1,000
  alias, ent_num              aliases that are to be found in lists without aliases
  latin, original, is_match   names across scripts: true-positive rate at 1 % false pairs
  entity_name, aliases        (JSON) a party's names in two scripts, the one asked, the other listed

Queries and people on no list together give the operating curve; see it with
--format html. Shares come with their 95 % confidence intervals.`,
		Example: `  enduse eval queries.csv clean.csv
  enduse eval cases/ --format html --out eval.html
  enduse eval queries.csv clean.csv --sample 20 --threshold 0.8
  enduse eval --self --sample 10
  enduse eval generate --seed 7 --per-class 100 --out queries.csv`,
		Args: usageArgs(func(_ *cobra.Command, args []string) error {
			if len(args) == 0 && !f.self {
				return errors.New("name a file of cases, or --self")
			}
			return nil
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.evaluate(cmd.Context(), f, cmd.Flags().Changed("threshold"), args)
		},
	}
	cmd.Flags().Float64Var(&f.threshold, "threshold", 0, "score from which on a hit matches, 0 to 1 (default: the policy's)")
	cmd.Flags().IntVar(&f.first, "first", 0, "of each file, only the first so many rows")
	cmd.Flags().IntVar(&f.sample, "sample", 1, "of people on no list and of --self, only every so many-th, for speed")
	cmd.Flags().IntVar(&f.show, "show", 10, "wrong answers shown of each kind in the table; the other formats have all")
	cmd.Flags().BoolVar(&f.self, "self", false, "ask for every name of the lists, as written")
	cmd.Flags().StringVarP(&f.out, "out", "o", "", "write to a file, in place of standard output")
	cmd.AddCommand(a.generateCommand(), a.scaleCommand())
	return cmd
}

// check reports numbers that make no sense.
func (f *evalFlags) check(p *policy.Policy, given bool) error {
	if !given {
		f.threshold = p.Threshold
	}
	if f.threshold < 0 || f.threshold > 1 || f.threshold != f.threshold {
		return &usageError{fmt.Errorf("--threshold %v is not between 0 and 1", f.threshold)}
	}
	if f.first < 0 || f.sample < 1 || f.show < 0 {
		return &usageError{errors.New("--first and --show are numbers from 0 on, --sample from 1 on")}
	}
	return nil
}

func (a *app) evaluate(ctx context.Context, f *evalFlags, given bool, paths []string) error {
	write, err := a.evalWriter(f)
	if err != nil {
		return err
	}
	p, err := a.policy()
	if err != nil {
		return err
	}
	if err := f.check(p, given); err != nil {
		return err
	}
	cases, err := a.readCases(paths)
	if err != nil {
		return err
	}
	runner, stamp, err := a.evalRunner(ctx, p, f)
	if err != nil {
		return err
	}
	result := &eval.Result{Stamp: stamp, Threshold: f.threshold}
	for _, c := range cases {
		s, err := runner.Run(ctx, c)
		if err != nil {
			return err
		}
		result.Suites = append(result.Suites, s)
	}
	if f.self {
		s, err := runner.Self(ctx)
		if err != nil {
			return err
		}
		result.Suites = append(result.Suites, s)
	}
	result.Curve = eval.Curve(result.Suites)
	out, err := a.openOutput(f.out)
	if err != nil {
		return err
	}
	return out.finish(write(out, result))
}

// evalWriter chooses how a result is written before anything is measured.
func (a *app) evalWriter(f *evalFlags) (func(*output, *eval.Result) error, error) {
	switch a.config.Format {
	case "table":
		return func(o *output, r *eval.Result) error { return eval.Table(o.w, r, f.show, a.style()) }, nil
	case "json":
		return func(o *output, r *eval.Result) error { return report.JSON(o.w, r) }, nil
	case "html":
		return func(o *output, r *eval.Result) error { return eval.HTML(o.w, r) }, nil
	}
	return nil, &usageError{&enduse.Error{
		Op: "eval", Code: enduse.CodeInvalid, Err: fmt.Errorf("there is no format %s of a measurement", a.config.Format),
		Hint: "--format table, json or html",
	}}
}

// evalRunner measures the path that screening takes: the same index, the same
// weights.
func (a *app) evalRunner(ctx context.Context, p *policy.Policy, f *evalFlags) (*eval.Runner, enduse.Stamp, error) {
	asOf := enduse.DateOf(a.clock())
	lists, err := snapshot.New(a.store(p)).Snapshot(ctx, asOf)
	if err != nil {
		return nil, enduse.Stamp{}, err
	}
	for _, gap := range lists.Failed {
		a.say("not measured: %s: %s", gap.What, gap.Why)
	}
	r := &eval.Runner{
		Matcher: screen.MatcherOf(p, lists.Index), Entities: entitiesOf(lists),
		Index: func(entities []*enduse.Entity) eval.Matcher { return screen.MatcherOf(p, index.Build(entities)) },
		Prior: p.Probability.Prior, Threshold: f.threshold, AsOf: asOf, First: f.first, Sample: f.sample, Clock: a.clock,
		Progress: func(what string) (func(), func()) {
			progress := a.progress(what)
			return progress.step, progress.done
		},
	}
	return r, screen.StampOf(version(), p, lists, asOf), nil
}

func entitiesOf(s *screen.Snapshot) []*enduse.Entity {
	return slices.Collect(s.Index.All())
}

// readCases reads the files that are named, and those of folders. Of a folder,
// files that hold no cases are told and left out.
func (a *app) readCases(paths []string) (out []*eval.Cases, err error) {
	for _, path := range paths {
		files, folder, err := caseFiles(path)
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			c, err := a.readCase(file)
			if folder && errors.Is(err, eval.ErrUnknownShape) {
				a.say("left out: %s holds no cases of a known kind", file)
				continue
			}
			if err != nil {
				return nil, err
			}
			out = append(out, c)
		}
	}
	if len(paths) > 0 && len(out) == 0 {
		return nil, &enduse.Error{Op: "eval", Code: enduse.CodeInvalid, Err: errors.New("no file holds cases"), Hint: "enduse eval --help says which columns make a file of cases"}
	}
	return out, nil
}

// tableNames are the endings of the files of a folder that may hold cases.
var tableNames = []string{".csv", ".tsv", ".xlsx", ".json", ".ndjson", ".jsonl"}

// caseFiles names the files of a folder in their order, or the file itself.
func caseFiles(path string) (files []string, folder bool, err error) {
	if path == "-" {
		return []string{path}, false, nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return nil, false, &enduse.Error{Op: "eval", Code: enduse.CodeNotFound, Err: err, Hint: "check the path"}
	}
	if !info.IsDir() {
		return []string{path}, false, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, true, err
	}
	for _, e := range entries {
		if !e.IsDir() && slices.Contains(tableNames, strings.ToLower(filepath.Ext(e.Name()))) {
			files = append(files, filepath.Join(path, e.Name()))
		}
	}
	return files, true, nil
}

func (a *app) readCase(path string) (*eval.Cases, error) {
	in, closeIn, err := a.openInput(path)
	if err != nil {
		return nil, err
	}
	defer closeIn()
	return eval.Read(filepath.Base(path), in)
}
