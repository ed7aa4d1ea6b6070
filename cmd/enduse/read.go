package main

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/reading/document"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/refdata"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/screen"
)

func (a *app) readCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "read FILE|FOLDER|-...",
		Short: "Read news, notices and mails: who said what, listed parties, goods, corridors",
		Long: fmt.Sprintf(`Read documents as they are (text, HTML, PDF with a text layer, e-mail, DOCX, RSS
and Atom; - for standard input; a folder for all files in it) and say what an
analyst would underline: who is reported to have said what, which listed
parties, people, goods and countries are named, which corridor it is about, and
how relevant it is. Statements are found in English, Spanish, French, Russian
and Chinese.

What is named is a lead to look at, not a screening of the parties: screen
those with enduse check.

A file may have %d MB, and a document %d MB of text; a folder may hold any
number. --format is table, json (one object for one document, an array for
several), ndjson (a line a document) or html (a page with the text, what is
named in it by colour, and the statements beside it).

Exit codes: 3 if a listed party is surely named, else 4 if a required list was
not searched whole and fresh or one of several files could not be read, else 0;
2 if the only file could not be read.`, document.MaxBytes>>20, document.MaxText>>20),
		Example: `  enduse read article.html
  enduse read statement.pdf --format json
  enduse read inbox/ --format html --out reading.html
  enduse read inbox/ --format ndjson | jq -r 'select(.relevance > 0.5) | .title'
  curl -s https://example.org/news | enduse read -`,
		Args:              usageArgs(cobra.MinimumNArgs(1)),
		ValidArgsFunction: completeDocuments,
		RunE:              func(cmd *cobra.Command, args []string) error { return a.read(cmd.Context(), out, args) },
	}
	cmd.Flags().StringVarP(&out, "out", "o", "", "write to a file, in place of standard output")
	cmd.Flags().String("format", "", "output format: "+strings.Join(report.ReadingFormats, ", ")+" [$ENDUSE_FORMAT]")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(report.ReadingFormats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// completeDocuments lets the shell offer files and folders: a document may have any
// name.
func completeDocuments(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	return nil, cobra.ShellCompDirectiveDefault
}

func (a *app) read(ctx context.Context, path string, args []string) error {
	if !slices.Contains(report.ReadingFormats, a.config.Format) {
		return &usageError{&enduse.Error{
			Op: "read", Code: enduse.CodeInvalid, Err: fmt.Errorf("there is no format %s of a reading", a.config.Format), Hint: "--format table, json, ndjson or html",
		}}
	}
	files, err := documentFiles(args)
	if err != nil {
		return err
	}
	r, header, err := a.documentReader(ctx)
	if err != nil {
		return err
	}
	header.Files = len(files)
	out, err := a.openOutput(path)
	if err != nil {
		return err
	}
	sum, err := r.each(ctx, report.NewReadings(a.config.Format, out.w), header, files)
	if err := out.finish(err); err != nil {
		return err
	}
	return a.readingVerdict(sum, header.Basis.Gaps)
}

// readingVerdict is the exit code: a listed party first, then what is incomplete.
func (a *app) readingVerdict(sum report.ReadingSummary, gaps []enduse.Gap) error {
	switch {
	case sum.Listed > 0 && enduse.Outcome(a.config.FailOn) == enduse.Review:
		return exitError(exitFinding)
	case sum.Faults > 0 || len(gaps) > 0:
		return exitError(exitIncomplete)
	}
	return nil
}

// documentReader wires up what reading needs, and says what it rests on.
func (a *app) documentReader(ctx context.Context) (*documents, report.ReadingHeader, error) {
	fail := func(err error) (*documents, report.ReadingHeader, error) { return nil, report.ReadingHeader{}, err }
	p, err := a.policy()
	if err != nil {
		return fail(err)
	}
	asOf := enduse.DateOf(a.clock())
	snapshot, err := a.store(p).Snapshots().Snapshot(ctx, asOf)
	if err != nil {
		return fail(err)
	}
	tables, err := refdata.Load(a.config.Data)
	if err != nil {
		return fail(err)
	}
	var lexicons []*goods.Lexicon
	if l := tables.Lexicon(); l != nil {
		lexicons = append(lexicons, l)
	}
	lists := entity.NewLists(snapshot.Index, screen.MatcherOf(p, snapshot.Index))
	basis := &report.ReadingBasis{
		Stamp:  report.ReadingStamp{Engine: version(), AsOf: asOf, Editions: snapshot.Stamps},
		Gaps:   snapshot.Gaps(p.RequiredLists),
		Entity: snapshot.Index.ByID,
	}
	header := report.ReadingHeader{Header: report.Header{Engine: version(), Policy: p.Name, AsOf: asOf, Editions: snapshot.Stamps, Style: a.style(), Quiet: a.quiet}, Basis: basis}
	return &documents{app: a, basis: basis, reader: &reading.Reader{Finder: reading.NewFinder(lists, lexicons...)}}, header, nil
}

// readFault is an error of a file, with what to do.
func readFault(subject string, err error, hint string) error {
	if _, said := errors.AsType[*enduse.Error](err); said {
		return err
	}
	return &enduse.Error{Op: "read", Code: enduse.CodeInvalid, Subject: subject, Err: err, Hint: hint}
}
