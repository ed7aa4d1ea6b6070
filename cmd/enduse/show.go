package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report/verdict"
)

// showFlags are the flags that say how results are shown.
type showFlags struct {
	out       []string
	explain   bool
	top       int
	details   int
	only      string
	sort      string
	lean      bool
	stamp     string
	delimiter string
}

func (f *showFlags) register(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.explain, "explain", false, "in tables, say what each hit and record rests on: evidence, scores, questions, what was not evaluated")
	cmd.Flags().IntVar(&f.top, "top", 10, "in tables, list this many records, what matters most first; 0 lists all")
	cmd.Flags().IntVar(&f.details, "details", 1, "in tables, show this many records in full; -1 shows all")
	cmd.Flags().StringVar(&f.only, "only", "", "in tables and pages, only records of this outcome: prohibited, review, incomplete, clear, or lead")
	cmd.Flags().StringVar(&f.sort, "sort", "rank", "order of tables and pages: rank (what matters most first) or file")
	cmd.Flags().BoolVar(&f.lean, "lean", false, "in NDJSON, write clear records in a short form")
	cmd.Flags().StringVar(&f.stamp, "stamp", "once", "in NDJSON, stamp the run once in a first line, or each record whole: once, each")
	cmd.Flags().StringVar(&f.delimiter, "delimiter", ",", "what divides the cells of CSV: a character, or tab")
	for name, values := range map[string][]string{"only": onlyValues(), "sort": {"rank", "file"}, "stamp": {"once", "each"}, "delimiter": {",", ";", "tab"}} {
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp))
	}
	hasFormats(cmd, verdict.Formats.Names())
	hasOutputs(cmd, &f.out)
}

// onlyValues are what --only may be.
func onlyValues() (out []string) {
	for _, o := range append(slices.Clone(enduse.Outcomes), enduse.Lead) {
		out = append(out, string(o))
	}
	return out
}

// header says how results are shown. It reports a flag that makes no sense.
func (f *showFlags) header(a *app) (verdict.Header, error) {
	h := verdict.Header{
		Style: a.style(f.out...), Explain: f.explain, Quiet: a.quiet, Top: f.top, Details: f.details, Only: enduse.Outcome(f.only),
		FileOrder: f.sort == "file", Lean: f.lean, StampEach: f.stamp == "each",
	}
	for _, flag := range []struct {
		name, value string
		values      []string
	}{{"--only", f.only, append(onlyValues(), "")}, {"--sort", f.sort, []string{"rank", "file"}}, {"--stamp", f.stamp, []string{"once", "each"}}} {
		if !slices.Contains(flag.values, flag.value) {
			hint := strings.Join(slices.DeleteFunc(flag.values, func(v string) bool { return v == "" }), ", ")
			return h, &usageError{&enduse.Error{Code: enduse.CodeInvalid, Subject: flag.name + " " + flag.value, Err: errors.New("not one of its values"), Hint: hint}}
		}
	}
	if f.top < 0 {
		return h, &usageError{&enduse.Error{Code: enduse.CodeInvalid, Subject: fmt.Sprintf("--top %d", f.top), Err: errors.New("below zero"), Hint: "--top 0 lists all"}}
	}
	switch r, size := utf8.DecodeRuneInString(f.delimiter); {
	case f.delimiter == "tab" || f.delimiter == `\t`:
		h.Delimiter = '\t'
	case size == len(f.delimiter) && size > 0 && !strings.ContainsRune("\"\r\n\ufeff\ufffd", r):
		h.Delimiter = r
	default:
		return h, &usageError{&enduse.Error{Code: enduse.CodeInvalid, Subject: "--delimiter " + f.delimiter, Err: errors.New("not one character that may divide cells"), Hint: "--delimiter ';' or --delimiter tab"}}
	}
	return h, nil
}
