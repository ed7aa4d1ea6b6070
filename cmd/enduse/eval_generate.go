package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/eval"
	"github.com/enduse/enduse/internal/table"
)

// generateFlags are the flags of eval generate.
type generateFlags struct {
	seed     uint64
	perClass int
	in, out  string
	evasions bool
}

func generateCommand(a *app) *cobra.Command {
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
		RunE: func(cmd *cobra.Command, _ []string) error { return generate(cmd.Context(), a, f) },
	}
	cmd.Flags().Uint64Var(&f.seed, "seed", 1, "seed of the random numbers")
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

func generate(ctx context.Context, a *app, f *generateFlags) error {
	if f.perClass < 1 {
		return &usageError{errors.New("--per-class is 1 or more")}
	}
	names, err := originals(ctx, a, f.in)
	if err != nil {
		return err
	}
	manipulate := eval.Generate
	if f.evasions {
		manipulate = eval.GenerateEvasions
	}
	queries := manipulate(names, f.seed, f.perClass)
	if len(queries) == 0 {
		return &enduse.Error{Op: "eval generate", Code: enduse.CodeInvalid, Err: errors.New("no name could be manipulated"), Hint: "import a list, or name a file of names with --in"}
	}
	out, err := openOutput(a.out, f.out)
	if err != nil {
		return err
	}
	return out.finish(eval.WriteQueries(out.w, queries, f.seed))
}

// originals are the names of a file, or those of the lists that are loaded.
func originals(ctx context.Context, a *app, file string) ([]eval.Original, error) {
	if file != "" {
		return columnOfNames(a, file)
	}
	e, err := a.engine(ctx, "")
	if err != nil {
		return nil, err
	}
	var all []*enduse.Entity
	for entity, err := range e.Lists().Entities(ctx) {
		if err != nil {
			return nil, err
		}
		all = append(all, entity)
	}
	return eval.Names(all), nil
}

// columnOfNames reads the column "name" of a table, or its only one. A row that
// cannot be read ends it: queries that are missing are not seen.
func columnOfNames(a *app, file string) (out []eval.Original, err error) {
	in, closeIn, err := openInput(a, file)
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
	if !slices.Contains(columns, column) {
		return nil, &enduse.Error{Code: enduse.CodeInvalid, Subject: file, Err: fmt.Errorf("there is no column %q among %q", column, columns), Hint: "name the column name"}
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

// nameSchema reads what a name is of; "" for a word that is not a schema.
func nameSchema(text string) enduse.Schema {
	s, err := engine.SchemaOf(text)
	if err != nil {
		return ""
	}
	return s
}
