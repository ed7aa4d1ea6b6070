package main

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse/internal/refdata"
	"github.com/enduse/enduse/internal/report"
)

func (a *app) goodsImportCommand() *cobra.Command {
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
		RunE: func(_ *cobra.Command, args []string) error {
			o, err := f.options(a, filepath.Base(args[0]))
			if err != nil {
				return err
			}
			in, closeIn, err := a.openInput(args[0])
			if err != nil {
				return err
			}
			defer closeIn()
			done, err := refdata.Import(a.config.Data, in, o)
			if err != nil {
				return err
			}
			err = a.tell("%s: %d rows kept, %d without a code or of other vintages left out; digest %s\n", done.Name, done.Rows, done.Skipped, short(done.Digest))
			return err
		},
	}
	cmd.Flags().StringVar(&f.as, "as", "", "what the table is: "+strings.Join(refdata.Names(), ", ")+", or a new id")
	cmd.Flags().StringToStringVar(&f.columns, "column", nil, "the column of a field, such as code=\"CN code\"")
	cmd.Flags().StringVar(&f.title, "title", "", "title of a list of your own")
	cmd.Flags().StringVar(&f.citation, "citation", "", "legal basis of rows that state none")
	cmd.Flags().StringVar(&f.from, "valid-from", "", "first day in force of rows that state none (YYYY-MM-DD)")
	return cmd
}

func (a *app) goodsStatusCommand() *cobra.Command {
	return &cobra.Command{
		Use: "status", Short: "Which tables of goods are here, and which are not",
		Example: "  enduse goods status\n  enduse goods status --format json",
		Args:    usageArgs(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			tables, err := refdata.Load(a.config.Data)
			if err != nil {
				return err
			}
			if a.config.Format == "json" {
				return report.JSON(a.out, tables.Sources)
			}
			rows := [][]string{{"TABLE", "ENTRIES", "DIGEST", "TITLE"}}
			for _, s := range tables.Sources {
				state := fmt.Sprintf("%d entries", s.Entries)
				if s.Entries == 0 {
					state = "not here"
				}
				if s.Verify && s.Entries > 0 {
					state += " (verify)"
				}
				rows = append(rows, []string{s.Name, state, short(s.Digest), s.Title})
			}
			return report.Grid(a.out, rows, a.style())
		},
	}
}
