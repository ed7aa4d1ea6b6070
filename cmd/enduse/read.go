package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/report/reading"
	"github.com/enduse/enduse/wire"
)

func readCommand(a *app) *cobra.Command {
	var out []string
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
number. --format is table, json (an array), ndjson (a line for each document) or
html (a page with the text, what is named in it by colour, and the statements
next to it).

Exit codes: 3 if a listed party is surely named, else 4 if a required list was
not searched whole and fresh or one of several files could not be read, else 0;
2 if the only file could not be read.`, engine.MaxDocumentBytes>>20, engine.MaxDocumentText>>20),
		Example: `  enduse read article.html
  enduse read statement.pdf --format json
  enduse read inbox/ -o reading.html
  enduse read inbox/ --format ndjson | jq -r 'select(.relevance > 0.5) | .title'
  curl -s https://example.org/news | enduse read -`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveDefault // a document may have any name
		},
		RunE: func(cmd *cobra.Command, args []string) error { return readDocuments(cmd.Context(), a, out, args) },
	}
	hasFormats(cmd, reading.Formats.Names())
	hasOutputs(cmd, &out)
	return cmd
}

func readDocuments(ctx context.Context, a *app, outputs, args []string) error {
	files, err := engine.DocumentFiles(args)
	if err != nil {
		return err
	}
	e, err := a.engine(ctx, "")
	if err != nil {
		return err
	}
	basis, err := e.Basis(ctx, enduse.Date{})
	if err != nil {
		return err
	}
	r, err := e.Reader(ctx)
	if err != nil {
		return err
	}
	h := reading.Header{
		Engine: basis.Stamp.Engine, Policy: basis.Policy, AsOf: basis.Stamp.AsOf, Editions: basis.Stamp.Editions, Gaps: r.Gaps(),
		Files: len(files), Style: a.style(outputs...), Quiet: a.quiet,
	}
	out, err := openPrinting(a, reading.Formats, outputs)
	if err != nil {
		return err
	}
	d := &documents{app: a, reader: r, out: out, several: len(files) > 1}
	err = d.read(ctx, h, files)
	if err := out.finish(err); err != nil {
		return err
	}
	return d.exit()
}

// documents writes what files say, in their order.
type documents struct {
	app     *app
	reader  *engine.Reader
	out     reading.Stream
	several bool
	begun   bool
	sum     reading.Summary
}

// read reads files and writes what they say. The only file that cannot be read is an
// error; of several it is answered with what is wrong. Nothing is written before the
// first is read.
func (d *documents) read(ctx context.Context, h reading.Header, files []string) error {
	progress := d.app.rowsProgress("reading")
	defer progress.done()
	for f := range d.reader.ReadAll(ctx, files, d.app.in) {
		if f.Err != nil && !d.several && len(f.Readings) == 0 {
			return f.Err
		}
		if !d.begun {
			d.begun = true
			if err := d.out.Begin(h); err != nil {
				return err
			}
		}
		if err := d.write(f); err != nil {
			return err
		}
		progress.step()
	}
	if err := ctx.Err(); err != nil {
		return d.interrupted(err)
	}
	return d.out.End()
}

func (d *documents) write(f engine.FileReading) error {
	if f.Err != nil {
		f.Readings = append(f.Readings, d.reader.Fault(f.Err))
	}
	for _, r := range f.Readings {
		if d.several || r.Error != nil {
			r.File = f.File
		}
		if err := d.each(r); err != nil {
			return err
		}
	}
	return nil
}

func (d *documents) each(r *wire.Reading) error {
	d.sum.Add(r)
	return d.out.Each(r)
}

// interrupted closes what was begun, with a last reading that says that it is not the
// whole.
func (d *documents) interrupted(cause error) error {
	cause = &enduse.Error{Op: "read", Code: enduse.CodeInternal, Err: errors.Join(errors.New("reading was interrupted"), cause), Hint: "read the files again"}
	if !d.begun {
		return cause
	}
	last := d.reader.Fault(errors.New("reading was interrupted: the documents from here on were not read"))
	return errors.Join(cause, d.each(last), d.out.End())
}

// exit is the exit code: first a listed party, then what is incomplete.
func (d *documents) exit() error {
	switch {
	case d.sum.Listed > 0 && enduse.Outcome(d.app.config.FailOn) == enduse.Review:
		return exitError(exitFinding)
	case d.sum.Faults > 0 || len(d.reader.Gaps()) > 0:
		return exitError(exitIncomplete)
	}
	return nil
}
