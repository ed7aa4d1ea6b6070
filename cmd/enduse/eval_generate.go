package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/eval"
	"github.com/enduse/enduse/internal/snapshot"
	"github.com/enduse/enduse/internal/table"
)

// generateFlags are the flags of eval generate.
type generateFlags struct {
	seed     uint64
	perClass int
	in, out  string
	evasions bool
}

func (a *app) generateCommand() *cobra.Command {
	f := &generateFlags{}
	cmd := &cobra.Command{
		Use:   "generate",
		Short: "Make queries of listed names, manipulated in the ways that regulators test",
		Long: "Make a file of queries from the names of the lists that are loaded, or from a\ncolumn of names of your own (--in), in the shape that enduse eval reads. The\nsame names and seed give the same file. The classes are:\n\n" +
			classes(eval.Manipulations()) + "\n\nWith --evasions:\n\n" + classes(eval.Evasions()),
		Example: `  enduse eval generate --out queries.csv
  enduse eval generate --seed 7 --per-class 200 --in names.csv --out queries.csv
  enduse eval generate --evasions --seed 7 --out evasions.csv
  enduse eval queries.csv`,
		Args: usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.generate(cmd.Context(), f) },
	}
	cmd.Flags().Uint64Var(&f.seed, "seed", 1, "number that chance begins from")
	cmd.Flags().IntVar(&f.perClass, "per-class", 50, "most queries of each class")
	cmd.Flags().BoolVar(&f.evasions, "evasions", false, "ways to write a whole field otherwise: several parties, encodings, other fields, other alphabets")
	cmd.Flags().StringVar(&f.in, "in", "", "file with a column of names: name, or the only one (- for standard input)")
	cmd.Flags().StringVarP(&f.out, "out", "o", "", "write to a file, in place of standard output")
	return cmd
}

// classes lists the manipulations for the help.
func classes(all []eval.Manipulation) string {
	var b strings.Builder
	for _, m := range all {
		fmt.Fprintf(&b, "  %-22s %s\n", m.Class, m.Doc)
	}
	return strings.TrimRight(b.String(), "\n")
}

func (a *app) generate(ctx context.Context, f *generateFlags) error {
	if f.perClass < 1 {
		return &usageError{errors.New("--per-class is a number from 1 on")}
	}
	names, err := a.originals(ctx, f.in)
	if err != nil {
		return err
	}
	generate := eval.Generate
	if f.evasions {
		generate = eval.GenerateEvasions
	}
	queries := generate(names, f.seed, f.perClass)
	if len(queries) == 0 {
		return &enduse.Error{Op: "eval generate", Code: enduse.CodeInvalid, Err: errors.New("no name could be manipulated"), Hint: "import a list, or name a file of names with --in"}
	}
	out, err := a.openOutput(f.out)
	if err != nil {
		return err
	}
	return out.finish(eval.WriteQueries(out.w, queries, f.seed))
}

// originals are the names of a file, or those of the lists that are loaded.
func (a *app) originals(ctx context.Context, file string) ([]eval.Original, error) {
	if file != "" {
		return a.columnOfNames(file)
	}
	p, err := a.policy()
	if err != nil {
		return nil, err
	}
	lists, err := snapshot.New(a.store(p)).Snapshot(ctx, enduse.DateOf(a.clock()))
	if err != nil {
		return nil, err
	}
	return eval.Names(entitiesOf(lists)), nil
}

// columnOfNames reads the column "name" of a table, or its only one. A row that
// cannot be read ends it: queries that are missing are not seen.
func (a *app) columnOfNames(file string) (out []eval.Original, err error) {
	in, closeIn, err := a.openInput(file)
	if err != nil {
		return nil, err
	}
	defer closeIn()
	t, err := table.Open(file, in, table.Options{})
	if err != nil {
		return nil, err
	}
	defer func() { _ = t.Close() }()
	columns := t.Columns()
	column := "name"
	if len(columns) == 1 {
		column = columns[0]
	}
	if err := needColumns(file, columns, column); err != nil {
		return nil, err
	}
	for row, err := range t.Rows() {
		if err != nil {
			return nil, err
		}
		if text := row.Get(column); text != "" {
			out = append(out, eval.Original{Text: text, Schema: nameSchema(row.Get("schema"))})
		}
	}
	return out, nil
}

// nameSchema reads what bears a name; a word that is none is not known.
func nameSchema(text string) enduse.Schema {
	s, err := schemaOf(text)
	if err != nil {
		return ""
	}
	return s
}
