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
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/eval"
	report "github.com/enduse/enduse/internal/report/eval"
)

// evalFlags are the flags of eval.
type evalFlags struct {
	threshold           float64
	sample, first, show int
	self                bool
	out                 []string
}

func evalCommand(a *app) *cobra.Command {
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
			return evaluate(cmd.Context(), a, f, cmd.Flags().Changed("threshold"), args)
		},
	}
	cmd.Flags().Float64Var(&f.threshold, "threshold", 0, "score at or above which a hit matches, 0 to 1 (default: the policy's)")
	cmd.Flags().IntVar(&f.first, "first", 0, "of each file, only the first N rows")
	cmd.Flags().IntVar(&f.sample, "sample", 1, "of people on no list and of --self, only every Nth, for speed")
	cmd.Flags().IntVar(&f.show, "show", 10, "wrong answers shown of each kind in the table; the other formats have all")
	cmd.Flags().BoolVar(&f.self, "self", false, "ask for every name of the lists, as written")
	hasFormats(cmd, report.Formats.Names())
	hasOutputs(cmd, &f.out)
	cmd.AddCommand(generateCommand(a), scaleCommand(a))
	return cmd
}

// check reports numbers that make no sense.
func (f *evalFlags) check(threshold float64, given bool) error {
	if !given {
		f.threshold = threshold
	}
	if f.threshold < 0 || f.threshold > 1 || f.threshold != f.threshold {
		return &usageError{fmt.Errorf("--threshold %v is not between 0 and 1", f.threshold)}
	}
	if f.first < 0 || f.sample < 1 || f.show < 0 {
		return &usageError{errors.New("--first and --show are 0 or more, --sample 1 or more")}
	}
	return nil
}

func evaluate(ctx context.Context, a *app, f *evalFlags, given bool, paths []string) error {
	e, err := a.engine(ctx, "")
	if err != nil {
		return err
	}
	if err := f.check(e.Threshold(), given); err != nil {
		return err
	}
	cases, err := readCases(a, paths)
	if err != nil {
		return err
	}
	result, gaps, err := engine.Evaluate(ctx, e, engine.Evaluation{
		Cases: cases, Self: f.self, Threshold: f.threshold, First: f.first, Sample: f.sample,
		Progress: func(what string) (func(), func()) {
			progress := a.progress(what)
			return progress.step, progress.done
		},
	})
	for _, g := range gaps {
		a.printErr("not measured: %s: %s", g.What, g.Why)
	}
	if err != nil {
		return err
	}
	return printAll(a, report.Formats, f.out, report.Header{Show: f.show, Style: a.style(f.out...)}, result)
}

// readCases reads the files that are named, and those of folders. Of a folder,
// files that hold no cases are reported and left out.
func readCases(a *app, paths []string) (out []*eval.Cases, err error) {
	for _, path := range paths {
		files, folder, err := caseFiles(path)
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			c, err := readCase(a, file)
			if folder && errors.Is(err, eval.ErrUnknownShape) {
				a.printErr("left out: %s holds no cases of a known kind", file)
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

func readCase(a *app, path string) (*eval.Cases, error) {
	in, closeIn, err := openInput(a, path)
	if err != nil {
		return nil, err
	}
	defer closeIn()
	return eval.Read(filepath.Base(path), in)
}
