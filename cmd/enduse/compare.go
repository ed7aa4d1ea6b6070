package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/report/comparison"
)

// compareFlags are the flags of compare.
type compareFlags struct {
	in, schema string
	out        []string
	threshold  float64
	scorer     scorer
}

func compareCommand(a *app) *cobra.Command {
	f := &compareFlags{}
	cmd := &cobra.Command{
		Use:   "compare A B",
		Short: "Compare two names: the score and the alignment",
		Long: `Compare two names and show how they align. With --in, compare many pairs: a
table with the columns name1 and name2, and schema if it is known; all columns
pass through, and score and match are added.`,
		Example: `  enduse compare "Vladimir Putin" "ПУТИН, Владимир Владимирович"
  enduse compare --in pairs.csv --out scored.csv`,
		Args: usageArgs(func(_ *cobra.Command, args []string) error {
			if f.in == "" && len(args) != 2 {
				return errors.New("name two names, or a file of pairs with --in")
			}
			if f.in != "" && len(args) != 0 {
				return errors.New("name either two names or --in")
			}
			return nil
		}),
		RunE: func(cmd *cobra.Command, args []string) error {
			e, err := a.engine(cmd.Context(), "")
			if err != nil {
				return err
			}
			var asks []engine.Ask
			if cmd.Flags().Changed("threshold") {
				asks = append(asks, engine.Threshold(f.threshold))
			}
			if f.scorer.ofac() {
				asks = append(asks, engine.OFACScore())
			}
			if f.in != "" {
				return comparePairs(a, e, f, asks)
			}
			return compareTwo(a, e, f, args, asks)
		},
	}
	cmd.Flags().StringVar(&f.in, "in", "", "file of pairs: schema,name1,name2 (- for standard input); the output is CSV")
	cmd.Flags().StringVar(&f.schema, "type", "", "what both are: person, company, organization, vessel")
	cmd.Flags().Float64Var(&f.threshold, "threshold", 0, "score at or above which a pair matches, 0 to 1 (default: the policy's)")
	f.scorer.register(cmd)
	hasFormats(cmd, comparison.Formats.Names())
	hasOutputs(cmd, &f.out)
	return cmd
}

func compareTwo(a *app, e *engine.Engine, f *compareFlags, names []string, asks []engine.Ask) error {
	schema, err := engine.SchemaOf(f.schema)
	if err != nil {
		return err
	}
	f.scorer.printNote(a, a.config.Format)
	c, err := e.Compare(schema, names[0], names[1], asks...)
	if err != nil {
		return err
	}
	return printAll(a, comparison.Formats, f.out, comparison.Header{Style: a.style(f.out...), OFACScore: f.scorer.ofac()}, &c)
}

// comparePairs scores a table of pairs. A pair that cannot be read is reported on
// standard error and left out, and the exit code says so.
func comparePairs(a *app, e *engine.Engine, f *compareFlags, asks []engine.Ask) error {
	format := a.formatFor(firstOf(f.out), 1)
	if (a.config.Origin("format") != "default" || report.FormatOf(firstOf(f.out)) != "") && format != report.FormatCSV {
		return &usageError{&enduse.Error{Op: "--format", Code: enduse.CodeInvalid, Err: errors.New("pairs of a file are written as CSV only, not as " + format), Hint: "--format csv"}}
	}
	if len(f.out) > 1 {
		return &usageError{&enduse.Error{Op: "--out", Code: enduse.CodeInvalid, Err: errors.New("pairs of a file are written to one output"), Hint: "name one with --out"}}
	}
	in, closeIn, err := openInput(a, f.in)
	if err != nil {
		return err
	}
	defer closeIn()
	pairs, err := engine.OpenPairs(f.in, in)
	if err != nil {
		return err
	}
	defer pairs.Close()
	out, err := openOutput(a.out, firstOf(f.out))
	if err != nil {
		return err
	}
	f.scorer.printNote(a, report.FormatCSV)
	bad, err := scorePairs(a, e, pairs, out.w, f.scorer.ofac(), asks)
	if err := out.finish(err); err != nil {
		return err
	}
	if bad > 0 {
		return &enduse.Error{Op: "compare", Code: enduse.CodeInvalid, Subject: f.in, Err: fmt.Errorf("%d pairs could not be read and were left out", bad), Hint: "mend the rows named above"}
	}
	return nil
}

func scorePairs(a *app, e *engine.Engine, pairs *engine.Pairs, to io.Writer, ofac bool, asks []engine.Ask) (bad int, err error) {
	w := report.NewCSV(to)
	progress := a.rowsProgress("comparing")
	defer progress.done()
	header := slices.Concat(pairs.Columns, []string{"score", "match"})
	if ofac {
		header = append(header, "ofac_score")
	}
	if err := w.Write(header); err != nil {
		return 0, err
	}
	for pair, err := range pairs.All() {
		if _, ofRow := errors.AsType[*enduse.RecordError](err); ofRow {
			bad++
			a.printErr("%v", err)
			continue
		}
		if err != nil {
			return bad, err
		}
		c, err := e.Compare(pair.Schema, pair.Name1, pair.Name2, asks...)
		if err != nil {
			return bad, err
		}
		row := slices.Concat(pair.Cells, []string{comparison.Decimal(c.Score), strconv.FormatBool(c.Match)})
		if ofac {
			row = append(row, strconv.Itoa(*c.OFACScore))
		}
		if err := w.Write(row); err != nil {
			return bad, err
		}
		progress.step()
	}
	return bad, w.Flush()
}

func firstOf(paths []string) string {
	if len(paths) == 0 {
		return ""
	}
	return paths[0]
}

// openInput opens a file, or standard input for "-".
func openInput(a *app, path string) (io.Reader, func(), error) {
	if path == "-" {
		return a.in, func() {}, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, &enduse.Error{Code: enduse.CodeNotFound, Err: err, Hint: "check the path"}
	}
	return f, func() { _ = f.Close() }, nil
}
