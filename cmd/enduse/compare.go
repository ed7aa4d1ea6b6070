package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/screen"
	"github.com/enduse/enduse/internal/table"
)

// compareFlags are the flags of compare.
type compareFlags struct {
	in, out, schema string
	threshold       float64
	scorer          scorer
}

func (a *app) compareCommand() *cobra.Command {
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
			p, err := a.policy()
			if err != nil {
				return err
			}
			if !cmd.Flags().Changed("threshold") {
				f.threshold = p.Threshold
			}
			m := screen.MatcherOf(p, nil)
			if f.in != "" {
				return a.comparePairs(m, f)
			}
			return a.compareTwo(m, p, f, args[0], args[1])
		},
	}
	cmd.Flags().StringVar(&f.in, "in", "", "file of pairs: schema,name1,name2 (- for standard input)")
	cmd.Flags().StringVarP(&f.out, "out", "o", "", "write to a file, in place of standard output")
	cmd.Flags().StringVar(&f.schema, "type", "", "what both are: person, company, organization, vessel")
	cmd.Flags().Float64Var(&f.threshold, "threshold", 0, "score from which on a pair matches, 0 to 1 (default: the policy's)")
	f.scorer.register(cmd)
	return cmd
}

// comparison is what compare prints as JSON.
type comparison struct {
	Name1       string            `json:"name1"`
	Name2       string            `json:"name2"`
	Score       float64           `json:"score"`
	LogOdds     float64           `json:"log_odds"`
	Probability float64           `json:"probability"`
	Prior       float64           `json:"prior"`                // of the probability
	OFACScore   *int              `json:"ofac_score,omitempty"` // an approximation, and only if asked for
	Match       bool              `json:"match"`
	Policy      string            `json:"policy"`
	Evidence    []enduse.Evidence `json:"evidence"`
}

func (a *app) compareTwo(m *match.Matcher, p *policy.Policy, f *compareFlags, x, y string) error {
	schema, err := schemaOf(f.schema)
	if err != nil {
		return err
	}
	a.sayScorer(&f.scorer, a.config.Format)
	h := m.Pair(schema, x, y)
	h.OFACScore = f.scorer.score(x, y)
	out, err := a.openOutput(f.out)
	if err != nil {
		return err
	}
	c := comparison{x, y, h.Score.Value, h.Score.LogOdds, h.Score.Probability, p.Probability.Prior, h.OFACScore, h.Score.Value >= f.threshold, p.Digest(), h.Evidence}
	switch a.config.Format {
	case "json":
		err = report.JSON(out.w, c)
	case "ndjson":
		err = report.JSONLine(out.w, c)
	case "csv":
		w := report.NewCSV(out.w)
		err = w.WriteAll([][]string{
			f.scorer.column([]string{"name1", "name2", "score", "match"}),
			f.scorer.cell([]string{x, y, decimal(c.Score), strconv.FormatBool(c.Match)}, x, y),
		})
	default:
		err = report.Comparison(out.w, h, f.threshold, p.Probability.Prior, a.style())
	}
	return out.finish(err)
}

// decimal writes a score as it is compared: no digit is made up or lost.
func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// schemaOf reads a schema by its name here or in FollowTheMoney.
func schemaOf(text string) (enduse.Schema, error) {
	switch strings.ToLower(text) {
	case "", "legalentity", "thing":
		return "", nil
	}
	for _, s := range enduse.Schemas {
		if string(s) == strings.ToLower(text) {
			return s, nil
		}
	}
	return "", &enduse.Error{
		Code: enduse.CodeInvalid, Subject: "schema " + text, Err: fmt.Errorf("not one of %v", enduse.Schemas), Hint: "leave it empty if it is not known",
	}
}

// comparePairs scores a table of pairs. A pair that cannot be read is told on
// standard error and left out, and the exit code says so.
func (a *app) comparePairs(m *match.Matcher, f *compareFlags) error {
	in, closeIn, err := a.openInput(f.in)
	if err != nil {
		return err
	}
	defer closeIn()
	t, err := table.Open(f.in, in, table.Options{})
	if err != nil {
		return err
	}
	defer func() { _ = t.Close() }()
	columns := t.Columns()
	if err := needColumns(f.in, columns, "name1", "name2"); err != nil {
		return err
	}
	out, err := a.openOutput(f.out)
	if err != nil {
		return err
	}
	a.sayScorer(&f.scorer, "csv")
	bad, err := a.scorePairs(m, t, columns, f, out.w)
	if err := out.finish(err); err != nil {
		return err
	}
	if bad > 0 {
		return &enduse.Error{Op: "compare", Code: enduse.CodeInvalid, Subject: f.in, Err: fmt.Errorf("%d pairs could not be read and were left out", bad), Hint: "mend the rows named above"}
	}
	return nil
}

func (a *app) scorePairs(m *match.Matcher, t *table.Table, columns []string, f *compareFlags, out io.Writer) (bad int, err error) {
	w := report.NewCSV(out)
	if err := w.Write(f.scorer.column(append(columns, "score", "match"))); err != nil {
		return 0, err
	}
	progress := a.progress("comparing")
	defer progress.done()
	for row, err := range t.Rows() {
		var record *enduse.RecordError
		if err != nil && !errors.As(err, &record) {
			return bad, err
		}
		var schema enduse.Schema
		if err == nil {
			schema, err = schemaOf(row.Get("schema"))
		}
		if err != nil {
			bad++
			a.say("%s:%d: %v", t.Name(), row.Line, err)
			continue
		}
		x, y := row.Get("name1"), row.Get("name2")
		score := m.Pair(schema, x, y).Score.Value
		cells := make([]string, 0, len(columns)+3)
		for _, c := range columns {
			cells = append(cells, row.Get(c))
		}
		if err := w.Write(f.scorer.cell(append(cells, decimal(score), strconv.FormatBool(score >= f.threshold)), x, y)); err != nil {
			return bad, err
		}
		progress.step()
	}
	return bad, w.Flush()
}

func needColumns(file string, have []string, want ...string) error {
	for _, c := range want {
		found := false
		for _, h := range have {
			found = found || h == c
		}
		if !found {
			return &enduse.Error{
				Code: enduse.CodeInvalid, Subject: file, Err: fmt.Errorf("there is no column %q among %q", c, have),
				Hint: "name the columns " + strings.Join(want, " and "),
			}
		}
	}
	return nil
}

// openInput opens a file, or standard input for "-".
func (a *app) openInput(path string) (io.Reader, func(), error) {
	if path == "-" {
		return a.in, func() {}, nil
	}
	f, err := os.Open(path) // #nosec G304 -- the user names the file
	if err != nil {
		return nil, nil, &enduse.Error{Code: enduse.CodeNotFound, Err: err, Hint: "check the path"}
	}
	return f, func() { _ = f.Close() }, nil
}
