package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/intake"
	"github.com/enduse/enduse/internal/report"
)

// screenFiles screens the records of files, folders and standard input.
func (a *app) screenFiles(cmd *cobra.Command, f *screenFlags, args []string) error {
	run, err := a.newRun(cmd, f)
	if err != nil {
		return err
	}
	if run.master, err = a.readMaster(cmd.Context(), f.customers, f.history); err != nil {
		return err
	}
	inputs, err := a.openInputs(cmd.Context(), args, f.intake())
	if err != nil {
		return err
	}
	defer func() {
		for _, in := range inputs {
			in.close()
		}
	}()
	var notes []string
	for _, in := range inputs {
		if in.unread != nil {
			continue
		}
		for _, n := range in.reader.Notes() {
			notes = append(notes, in.name+": "+n)
		}
	}
	if len(inputs) == 1 {
		run.input = inputs[0].name
	}
	return run.each(cmd.Context(), notes, func(yield func(*job) bool) {
		for _, in := range inputs {
			label := ""
			if len(inputs) > 1 {
				label = in.name
			}
			if !run.jobs(in, label, yield) {
				return
			}
		}
	})
}

func (f *screenFlags) intake() intake.Options {
	o := intake.Options{Sheet: f.sheet, Encoding: f.encoding}
	for c := range strings.SplitSeq(f.columns, ",") {
		if c = strings.TrimSpace(c); c != "" {
			o.Columns = append(o.Columns, c)
		}
	}
	return o
}

// jobs yields a job for each record of an input. A record that cannot be read
// is answered too; so is the rest of a file that breaks off.
func (r *run) jobs(in input, label string, yield func(*job) bool) bool {
	if in.unread != nil {
		return yield(&job{file: in.name, fault: &report.Fault{Message: in.unread.Error(), Hint: enduse.HintOf(in.unread)}})
	}
	for record, err := range in.reader.Records() {
		j := &job{file: label, row: record.Row, id: record.ID, notes: record.Notes}
		if err != nil {
			j.row, j.fault = faultOf(err)
		} else {
			j.query = enduse.Query{Shipment: record.Shipment, AsOf: r.asOf}
			r.master.complete(&j.query)
		}
		if !yield(j) {
			return false
		}
	}
	return true
}

func faultOf(err error) (row int, fault *report.Fault) {
	if record, ok := errors.AsType[*enduse.RecordError](err); ok {
		return record.Line, &report.Fault{Field: record.Field, Message: record.Err.Error(), Hint: record.Hint}
	}
	return 0, &report.Fault{Message: "the rest of the file could not be read: " + err.Error(), Hint: enduse.HintOf(err)}
}

// input is an open file of records.
type input struct {
	name   string
	reader *intake.Reader
	file   io.Closer
	unread error // why a file of a folder or a sheet could not be read; then there is no reader
}

func (in input) close() {
	if in.reader != nil {
		_ = in.reader.Close()
	}
	if in.file != nil {
		_ = in.file.Close()
	}
}

// openInputs opens what the command line names. Of a folder, a file that cannot
// be read as a table is answered as incomplete; a file that is named must be
// one.
func (a *app) openInputs(ctx context.Context, args []string, o intake.Options) (out []input, err error) {
	defer func() {
		if err != nil {
			for _, in := range out {
				in.close()
			}
		}
	}()
	for _, arg := range args {
		if arg == "-" {
			in := interruptible(ctx, a.in)
			found, err := a.openRecords("standard input", in, o)
			if err != nil {
				_ = in.Close()
				return out, err
			}
			found[0].file = in
			out = append(out, found...)
			continue
		}
		info, err := os.Stat(arg)
		if err != nil {
			return out, &enduse.Error{Code: enduse.CodeNotFound, Subject: arg, Err: errors.New("no such file or folder"), Hint: "check the path"}
		}
		if !info.IsDir() {
			found, err := a.openFile(arg, o)
			if err != nil {
				return out, err
			}
			out = append(out, found...)
			continue
		}
		found, err := a.openFolder(arg, o)
		out = append(out, found...)
		if err != nil {
			return out, err
		}
	}
	return out, nil
}

func (a *app) openFile(path string, o intake.Options) ([]input, error) {
	f, err := os.Open(path) // #nosec G304 -- the user names the file
	if err != nil {
		return nil, &enduse.Error{Code: enduse.CodeInvalid, Err: err, Hint: "check the path and that you may read it"}
	}
	out, err := a.openRecords(path, f, o)
	if err != nil {
		_ = f.Close()
		return nil, err
	}
	out[0].file = f
	return out, nil
}

// openRecords opens a file, or each sheet of a workbook. A sheet that cannot be
// read is answered as incomplete.
func (a *app) openRecords(name string, r io.Reader, o intake.Options) (out []input, err error) {
	sheets, err := intake.OpenAll(name, r, o)
	if err != nil {
		return nil, err
	}
	for _, s := range sheets {
		if s.Err != nil {
			a.say("not screened: %s: %v", s.Name, s.Err)
		}
		out = append(out, input{name: s.Name, reader: s.Reader, unread: s.Err})
	}
	return out, nil
}

// leftOut are files that systems put into folders by themselves.
var leftOut = map[string]bool{".DS_Store": true, "Thumbs.db": true, "desktop.ini": true}

// notAFile says why an entry of a folder is not opened, or "". A pipe would wait for
// somebody to write into it.
func notAFile(path string) string {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return "" // opening it says why not
	case info.IsDir():
		return "a folder in the folder"
	case !info.Mode().IsRegular():
		return "not a regular file"
	case strings.HasPrefix(filepath.Base(path), "."):
		return "a hidden file"
	}
	return ""
}

// interruptible reads until the context ends: a pipe may stay silent for ever.
func interruptible(ctx context.Context, in io.Reader) io.ReadCloser {
	r, w := io.Pipe()
	stop := context.AfterFunc(ctx, func() { w.CloseWithError(fmt.Errorf("reading was interrupted: %w", context.Cause(ctx))) })
	go func() {
		defer stop()
		_, err := io.Copy(w, in)
		w.CloseWithError(err)
	}()
	return r
}

func (a *app) openFolder(dir string, o intake.Options) (out []input, err error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, &enduse.Error{Code: enduse.CodeInvalid, Err: err}
	}
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if leftOut[e.Name()] {
			continue
		}
		if why := notAFile(path); why != "" {
			a.say("not screened: %s: %s", path, why)
			out = append(out, input{name: path, unread: &enduse.Error{Code: enduse.CodeInvalid, Subject: path, Err: errors.New("not screened: " + why), Hint: "name it to screen it, or take it out of the folder"}})
			continue
		}
		found, err := a.openFile(path, o)
		if err != nil {
			a.say("not screened: %v", err)
			found = []input{{name: path, unread: err}}
		}
		out = append(out, found...)
	}
	if !slices.ContainsFunc(out, func(in input) bool { return in.unread == nil }) {
		return nil, &enduse.Error{
			Code: enduse.CodeInvalid, Subject: dir, Err: fmt.Errorf("none of its %d files is a table of parties or orders", len(entries)),
			Hint: "name a CSV, XLSX, JSON or NDJSON file",
		}
	}
	return out, nil
}
