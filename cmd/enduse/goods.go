package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/refdata"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/report/goods"
	"github.com/enduse/enduse/wire"
)

func goodsCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "goods",
		Short: "Look up goods in control lists; import control lists and nomenclatures",
		Example: `  enduse goods lookup 8542.31
  enduse goods lookup "field programmable gate array"
  enduse goods import ccl.json --as us-ccl`,
	}
	group(cmd)
	cmd.AddCommand(goodsLookupCommand(a), goodsImportCommand(a), goodsStatusCommand(a))
	return cmd
}

// lookupFlags are the flags of goods lookup.
type lookupFlags struct {
	asOf  string
	out   []string
	limit int
}

func goodsLookupCommand(a *app) *cobra.Command {
	f := &lookupFlags{}
	cmd := &cobra.Command{
		Use:   "lookup CODE|TEXT...",
		Short: "Codes, control numbers, part numbers or words: what they are and where they are listed",
		Long: `Look up goods. A code (HS 2017 or 2022 in any punctuation, national codes by
their first six digits, ECCN and European control numbers) is answered with the
lists that it is on; a heading with the codes below it. A part number or words
(English, Spanish, Russian, Chinese) are answered with candidates and a
confidence from 0 to 1: a lead, never a classification.

Several codes are several questions; several words are one. Lists that are not
loaded cannot be searched: see enduse goods status.`,
		Example: `  enduse goods lookup 8542.31
  enduse goods lookup "HS 8541 40" 3A001 9A104
  enduse goods lookup подшипники
  enduse goods lookup XC7A35T-1CSG324C --format json`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			day, err := dayOf("--as-of", f.asOf)
			if err != nil {
				return err
			}
			if f.limit < 1 || f.limit > 1000 {
				return &usageError{fmt.Errorf("--candidates %d is not between 1 and 1000", f.limit)}
			}
			e, err := a.engine(cmd.Context(), "")
			if err != nil {
				return err
			}
			var answers []*wire.GoodsAnswer
			for _, q := range goodsQuestions(args) {
				found, err := e.Lookup(q, day, f.limit)
				if err != nil {
					return err
				}
				if len(found) == 0 {
					a.printErr("%s: no candidates; give the HS code or the ECCN, or import a nomenclature: enduse goods import FILE --as hs2022", q)
				}
				answers = append(answers, found...)
			}
			return printAll(a, goods.Answers, f.out, a.style(f.out...), answers...)
		},
	}
	cmd.Flags().StringVar(&f.asOf, "as-of", "", "as of a day (YYYY-MM-DD); today if empty")
	cmd.Flags().IntVar(&f.limit, "candidates", 10, "most candidates for words")
	hasFormats(cmd, goods.Answers.Names())
	hasOutputs(cmd, &f.out)
	return cmd
}

// goodsQuestions makes one question of each argument if all hold digits, else one
// question of all words.
func goodsQuestions(args []string) []string {
	for _, arg := range args {
		if !strings.ContainsAny(arg, "0123456789") {
			return []string{strings.Join(args, " ")}
		}
	}
	return args
}

// goodsImportFlags are the flags of goods import.
type goodsImportFlags struct {
	as, title, citation, from string
	columns                   map[string]string
}

func (f *goodsImportFlags) options(file string) (o engine.GoodsImport, err error) {
	o = engine.GoodsImport{Name: f.as, File: file, Columns: f.columns, Title: f.title, Citation: f.citation}
	if f.as == "" {
		return o, &usageError{&enduse.Error{Code: enduse.CodeInvalid, Err: errors.New("say what the table is, with --as"), Hint: "--as one of " + strings.Join(refdata.Names(), ", ")}}
	}
	for field := range f.columns {
		if !refdata.IsField(field) {
			return o, &usageError{&enduse.Error{Code: enduse.CodeInvalid, Err: fmt.Errorf("--column %s: there is no such field", field), Hint: "one of " + strings.Join(refdata.Fields(), ", ")}}
		}
	}
	if f.from != "" {
		if o.From, err = enduse.ParseDate(f.from); err != nil {
			return o, &enduse.Error{Op: "--valid-from", Code: enduse.CodeInvalid, Err: err, Hint: "--valid-from 2024-02-23"}
		}
	}
	return o, nil
}

func goodsImportCommand(a *app) *cobra.Command {
	f := &goodsImportFlags{}
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Import a control list, a nomenclature or the concordance of HS vintages",
		Long: `Import a table (CSV, XLSX, JSON, NDJSON) into the data directory. --as says what
it is: hs2022 or hs2017 (codes and their names), concordance (HS 2022 to HS 2017,
with its relations), the id of a known control list, or a new id for a list of
your own. Columns are found by their usual names: code, description, tier,
valid_from, valid_to, citation; --column names others.

A row that cannot be read ends the import, and the table before stays.`,
		Example: `  enduse goods import ccl.json --as us-ccl --valid-from 2026-07-23
  enduse goods import annex.csv --as eu-833-xxiii --column code="CN code"
  enduse goods import concordance.csv --as concordance
  enduse goods import ours.xlsx --as national-list --title "National list" --citation "Act 1/2024"`,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			o, err := f.options(filepath.Base(args[0]))
			if err != nil {
				return err
			}
			in, closeIn, err := openInput(a, args[0])
			if err != nil {
				return err
			}
			defer closeIn()
			e, err := a.engine(cmd.Context(), "")
			if err != nil {
				return err
			}
			done, err := e.ImportGoods(in, o)
			if err != nil {
				return err
			}
			return a.print("%s: %d rows kept, %d without a code or of other vintages left out; digest %s\n", done.Name, done.Rows, done.Skipped, report.Short(done.Digest))
		},
	}
	cmd.Flags().StringVar(&f.as, "as", "", "what the table is: "+strings.Join(refdata.Names(), ", ")+", or a new id")
	cmd.Flags().StringToStringVar(&f.columns, "column", nil, "the column of a field, such as code=\"CN code\"")
	cmd.Flags().StringVar(&f.title, "title", "", "title of a list of your own")
	cmd.Flags().StringVar(&f.citation, "citation", "", "legal basis of rows that state none")
	cmd.Flags().StringVar(&f.from, "valid-from", "", "first day in force of rows that state none (YYYY-MM-DD)")
	return cmd
}

func goodsStatusCommand(a *app) *cobra.Command {
	var out []string
	cmd := &cobra.Command{
		Use: "status", Short: "Which tables of goods are loaded, and which are not",
		Example: "  enduse goods status\n  enduse goods status --format json",
		Args:    usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			e, err := a.engine(cmd.Context(), "")
			if err != nil {
				return err
			}
			return printAll(a, goods.Tables, out, a.style(out...), e.GoodsTables()...)
		},
	}
	hasFormats(cmd, goods.Tables.Names())
	hasOutputs(cmd, &out)
	return cmd
}
