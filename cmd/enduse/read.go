package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/mention"
	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/refdata"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/screen"
	"github.com/enduse/enduse/internal/statement"
)

func (a *app) readCommand() *cobra.Command {
	var out string
	cmd := &cobra.Command{
		Use:   "read FILE...",
		Short: "Read news, notices and mails: who said what, listed parties, goods, corridors",
		Long: `Read documents as they are (text, HTML, PDF with a text layer, e-mail, DOCX, RSS
and Atom; - for standard input; a folder for all files in it) and say what an
analyst would underline: who is reported to have said what, which listed
parties, people, goods and countries are named, which corridor it is about, and
how relevant it is. Statements are found in English, Spanish, French, Russian
and Chinese.

What is named is a lead to look at, not a screening of the parties: screen
those with enduse check. The exit code is 3 if a listed party is surely named,
else 4 if a required list was not searched.`,
		Example: `  enduse read article.html
  enduse read statement.pdf --format json
  enduse read inbox/ --format html --out reading.html
  curl -s https://example.org/news | enduse read -`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error { return a.read(cmd.Context(), out, args) },
	}
	cmd.Flags().StringVarP(&out, "out", "o", "", "write to a file, in place of standard output")
	return cmd
}

func (a *app) read(ctx context.Context, path string, args []string) error {
	write, err := a.readingWriter()
	if err != nil {
		return err
	}
	reader, gaps, err := a.reader(ctx)
	if err != nil {
		return err
	}
	files, err := documentFiles(args)
	if err != nil {
		return err
	}
	out, err := a.openOutput(path)
	if err != nil {
		return err
	}
	all, err := a.readAll(ctx, reader, files, gaps)
	if err == nil {
		err = write(out.w, all)
	}
	if err := out.finish(err); err != nil {
		return err
	}
	return a.readingVerdict(all, gaps)
}

// readAll reads files on all cores, in their order. A file that cannot be read is an
// error if it is the only one, and else answered with what is wrong.
func (a *app) readAll(ctx context.Context, r *reading.Reader, files []string, gaps []enduse.Gap) (all []*report.Reading, err error) {
	type result struct {
		found []*report.Reading
		err   error
	}
	results := make([]chan result, len(files))
	slots := make(chan struct{}, runtime.GOMAXPROCS(0))
	for i := range files {
		results[i] = make(chan result, 1)
	}
	go func() {
		for i, file := range files {
			slots <- struct{}{}
			go func() {
				found, err := a.readFile(ctx, r, file, gaps)
				results[i] <- result{found, err}
				<-slots
			}()
		}
	}()
	progress := a.progress("reading")
	defer progress.done()
	for i, file := range files {
		x := <-results[i]
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if x.err != nil && len(files) == 1 && len(x.found) == 0 {
			return nil, x.err
		}
		if x.err != nil {
			x.found = append(x.found, &report.Reading{Error: &report.Fault{Message: x.err.Error(), Hint: enduse.HintOf(x.err)}})
		}
		for _, found := range x.found {
			if len(files) > 1 || found.Error != nil {
				found.File = file
			}
		}
		all = append(all, x.found...)
		progress.step()
	}
	return all, nil
}

// readingVerdict is the exit code: a listed party first, then what is incomplete.
func (a *app) readingVerdict(all []*report.Reading, gaps []enduse.Gap) error {
	incomplete := len(gaps) > 0
	for _, r := range all {
		if r.Listed() && enduse.Outcome(a.config.FailOn) == enduse.Review {
			return exitError(exitFinding)
		}
		incomplete = incomplete || r.Error != nil
	}
	if incomplete {
		return exitError(exitIncomplete)
	}
	return nil
}

// reader wires up what reading needs, and says which lists are not searched.
func (a *app) reader(ctx context.Context) (*reading.Reader, []enduse.Gap, error) {
	p, err := a.policy()
	if err != nil {
		return nil, nil, err
	}
	snapshot, err := a.store(p).Snapshots().Snapshot(ctx, enduse.DateOf(a.clock()))
	if err != nil {
		return nil, nil, err
	}
	tables, err := refdata.Load(a.config.Data)
	if err != nil {
		return nil, nil, err
	}
	ontologies, err := statement.LoadOntologies()
	if err != nil {
		return nil, nil, err
	}
	var lexicons []mention.Lexicon
	if l := tables.Lexicon(); l != nil {
		lexicons = append(lexicons, l)
	}
	names := mention.Lists{Set: snapshot.Index, Matcher: screen.MatcherOf(p, snapshot.Index)}
	return &reading.Reader{Mentions: mention.NewFinder(names, lexicons...), Statements: ontologies}, snapshot.Gaps(p.RequiredLists), nil
}

func (a *app) readFile(ctx context.Context, r *reading.Reader, file string, gaps []enduse.Gap) ([]*report.Reading, error) {
	in, name := a.in, "standard input"
	if file != "-" {
		f, err := os.Open(file) // #nosec G304 -- the user names the file
		if err != nil {
			return nil, &enduse.Error{Op: "read", Code: enduse.CodeInvalid, Subject: file, Err: err, Hint: "check the path"}
		}
		defer func() { _ = f.Close() }()
		in, name = f, file
	}
	found, err := r.Read(ctx, name, in)
	out := make([]*report.Reading, 0, len(found))
	for i := range found {
		out = append(out, report.ReadingOf(&found[i], gaps))
	}
	return out, err
}

// documentFiles are the files that are named, and those in folders: hidden ones
// apart.
func documentFiles(args []string) (out []string, err error) {
	for _, arg := range args {
		info, statErr := os.Stat(arg)
		if arg == "-" || statErr != nil || !info.IsDir() {
			out = append(out, arg)
			continue
		}
		before := len(out)
		err = filepath.WalkDir(arg, func(path string, d fs.DirEntry, err error) error {
			if err == nil && d.Type().IsRegular() && !strings.HasPrefix(d.Name(), ".") {
				out = append(out, path)
			}
			return err
		})
		if err != nil {
			return nil, &enduse.Error{Op: "read", Code: enduse.CodeInvalid, Subject: arg, Err: err, Hint: "check the folder"}
		}
		if len(out) == before {
			return nil, &enduse.Error{Op: "read", Code: enduse.CodeInvalid, Subject: arg, Err: errors.New("the folder holds no files"), Hint: "name a file or another folder"}
		}
	}
	return out, nil
}

// readingWriter is the form in which readings are written.
func (a *app) readingWriter() (func(w io.Writer, all []*report.Reading) error, error) {
	switch a.config.Format {
	case "json":
		return func(w io.Writer, all []*report.Reading) error {
			if len(all) == 1 {
				return report.JSON(w, all[0])
			}
			return report.JSON(w, all)
		}, nil
	case "ndjson":
		return eachReading(func(w io.Writer, r *report.Reading) error { return report.JSONLine(w, r) }), nil
	case "html":
		return report.ReadingHTML, nil
	case "table":
		style := a.style()
		return eachReading(func(w io.Writer, r *report.Reading) error {
			if r.Error != nil {
				_, err := fmt.Fprintf(w, "%s: %s\n", r.File, r.Error.Message)
				return err
			}
			return report.ReadingTable(w, r, style)
		}), nil
	}
	return nil, &usageError{&enduse.Error{
		Op: "read", Code: enduse.CodeInvalid, Err: fmt.Errorf("there is no format %s of a reading", a.config.Format), Hint: "--format table, json, ndjson or html",
	}}
}

func eachReading(write func(w io.Writer, r *report.Reading) error) func(io.Writer, []*report.Reading) error {
	return func(w io.Writer, all []*report.Reading) error {
		for _, r := range all {
			if err := write(w, r); err != nil {
				return err
			}
		}
		return nil
	}
}
