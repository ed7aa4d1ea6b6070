package main

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
	"github.com/enduse/enduse/internal/refdata"
	"github.com/enduse/enduse/internal/report"
)

func (a *app) goodsCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "goods",
		Short: "Look up goods in control lists; import control lists and nomenclatures",
		Example: `  enduse goods lookup 8542.31
  enduse goods lookup "field programmable gate array"
  enduse goods import ccl.json --as us-ccl`,
	}
	group(cmd)
	cmd.AddCommand(a.goodsLookupCommand(), a.goodsImportCommand(), a.goodsStatusCommand())
	return cmd
}

// lookupFlags are the flags of goods lookup.
type lookupFlags struct {
	asOf, out string
	limit     int
}

func (a *app) goodsLookupCommand() *cobra.Command {
	f := &lookupFlags{}
	cmd := &cobra.Command{
		Use:   "lookup CODE|TEXT...",
		Short: "Codes, control numbers, part numbers or words: what they are and where they are listed",
		Long: `Look up goods. A code (HS 2017 or 2022 in any punctuation, national codes by
their first six digits, ECCN and European control numbers) is answered with the
lists it stands on; a heading with what stands below it. A part number or words
(English, Spanish, Russian, Chinese) are answered with candidates and a
confidence from 0 to 1: a lead, never a classification.

Several codes are several questions; several words are one. Lists that are not
here cannot be searched: see enduse goods status.`,
		Example: `  enduse goods lookup 8542.31
  enduse goods lookup "HS 8541 40" 3A001 9A104
  enduse goods lookup подшипники
  enduse goods lookup XC7A35T-1CSG324C --format json`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error { return a.goodsLookup(f, args) },
	}
	cmd.Flags().StringVar(&f.asOf, "as-of", "", "as of a day (YYYY-MM-DD); today if empty")
	cmd.Flags().StringVarP(&f.out, "out", "o", "", "write to a file, in place of standard output")
	cmd.Flags().IntVar(&f.limit, "candidates", 10, "at most so many candidates for words")
	return cmd
}

func (a *app) goodsLookup(f *lookupFlags, args []string) error {
	day := enduse.DateOf(a.clock())
	if f.asOf != "" {
		d, err := enduse.ParseDate(f.asOf)
		if err == nil && d.Precision() != enduse.PrecisionDay {
			err = fmt.Errorf("%q is no day", f.asOf)
		}
		if err != nil {
			return &enduse.Error{Op: "--as-of", Code: enduse.CodeInvalid, Err: err, Hint: "--as-of 2024-02-23"}
		}
		day = d
	}
	if f.limit < 1 || f.limit > 1000 {
		return &usageError{fmt.Errorf("--candidates %d is not between 1 and 1000", f.limit)}
	}
	tables, err := refdata.Load(a.config.Data)
	if err != nil {
		return err
	}
	answers := []goods.Answer{}
	for _, q := range goodsQuestions(args) {
		found, err := tables.Lookup(q, day, f.limit)
		if err != nil {
			return err
		}
		if len(found) == 0 {
			a.say("%s: no candidates; give the HS code or the ECCN, or import a nomenclature: enduse goods import FILE --as hs2022", q)
		}
		answers = append(answers, found...)
	}
	out, err := a.openOutput(f.out)
	if err != nil {
		return err
	}
	return out.finish(a.writeAnswers(out.w, answers))
}

// goodsQuestions takes arguments that all hold digits for a question each, and
// else all of them for the words of one.
func goodsQuestions(args []string) []string {
	for _, arg := range args {
		if !strings.ContainsAny(arg, "0123456789") {
			return []string{strings.Join(args, " ")}
		}
	}
	return args
}

func (a *app) writeAnswers(w io.Writer, answers []goods.Answer) error {
	switch a.config.Format {
	case "json":
		return report.JSON(w, answers)
	case "ndjson":
		for _, x := range answers {
			if err := report.JSONLine(w, x); err != nil {
				return err
			}
		}
		return nil
	case "csv":
		return answersCSV(w, answers)
	}
	return answersTable(w, answers, a.style())
}

func onLists(x goods.Answer) string {
	all := make([]string, 0, len(x.Lists))
	for _, l := range x.Lists {
		text := l.List
		if l.Tier != "" {
			text += " " + l.Tier
		}
		if len(l.Destinations) > 0 {
			text += fmt.Sprintf(" (to %v)", l.Destinations)
		}
		all = append(all, text)
	}
	return strings.Join(all, ", ")
}

func answersCSV(w io.Writer, answers []goods.Answer) error {
	c := report.NewCSV(w)
	rows := [][]string{{"code", "system", "description", "confidence", "lists", "because", "note"}}
	for _, x := range answers {
		rows = append(rows, []string{x.Code, string(x.System), x.Description, decimal(x.Confidence), onLists(x), x.Reason, x.Note})
	}
	return c.WriteAll(rows)
}

// answersTable writes a line an answer, then the citations.
func answersTable(w io.Writer, answers []goods.Answer, style report.Style) error {
	rows := [][]string{{"CODE", "SYSTEM", "CONFIDENCE", "LISTS", "DESCRIPTION"}}
	var notes []string
	note := func(text string) {
		if !slices.Contains(notes, text) {
			notes = append(notes, text)
		}
	}
	for _, x := range answers {
		listed := onLists(x)
		if listed == "" {
			listed = "-"
		}
		rows = append(rows, []string{x.Code, string(x.System), strconv.FormatFloat(x.Confidence, 'f', 2, 64), listed, report.Clip(x.Description, 60)})
		for _, l := range x.Lists {
			note(l.List + ": " + l.Citation)
		}
		if x.Note != "" {
			note(x.Note)
		}
	}
	if len(answers) == 0 {
		return nil
	}
	if err := report.Grid(w, rows, style); err != nil {
		return err
	}
	for _, n := range notes {
		if _, err := fmt.Fprintln(w, "  "+n); err != nil {
			return err
		}
	}
	return nil
}

// goodsImportFlags are the flags of goods import.
type goodsImportFlags struct {
	as, title, citation, from string
	columns                   map[string]string
}

func (f *goodsImportFlags) options(a *app, file string) (refdata.ImportOptions, error) {
	o := refdata.ImportOptions{Name: f.as, File: file, Columns: f.columns, Title: f.title, Citation: f.citation, Now: a.clock()}
	if f.as == "" {
		return o, &usageError{&enduse.Error{Code: enduse.CodeInvalid, Err: errors.New("say what the table is, with --as"), Hint: "--as one of " + strings.Join(refdata.Names(), ", ")}}
	}
	for field := range f.columns {
		if !refdata.IsField(field) {
			return o, &usageError{&enduse.Error{Code: enduse.CodeInvalid, Err: fmt.Errorf("--column %s: there is no such field", field), Hint: "one of " + strings.Join(refdata.Fields(), ", ")}}
		}
	}
	if f.from != "" {
		d, err := enduse.ParseDate(f.from)
		if err != nil {
			return o, &enduse.Error{Op: "--valid-from", Code: enduse.CodeInvalid, Err: err, Hint: "--valid-from 2024-02-23"}
		}
		o.From = d
	}
	return o, nil
}
