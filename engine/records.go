package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/intake"
	"github.com/enduse/enduse/wire"
)

// Files says which files of parties or orders are read, and how.
type Files struct {
	Paths    []string  // files, folders, or "-" for Stdin
	Stdin    io.Reader // what "-" reads
	Columns  []string  // names of the columns, for a file without a header
	Sheet    string    // of a workbook; "" reads every one with content
	Encoding string    // of a text file, such as windows-1251; "" finds it out
	// Mapping says of columns, by their names in the files, what they are: a known name
	// such as "consignee country", or "ignore".
	Mapping map[string]string
}

// Records are the records of files that are open.
type Records struct {
	// Notes say what was assumed in reading the files.
	Notes []string
	// Unread say which files and sheets could not be read; each is a record with an
	// error too.
	Unread []string

	inputs []input
	read   bool
}

// input is an open file, or a sheet of it.
type input struct {
	name   string
	reader *intake.Reader
	file   io.Closer
	err    error // why it could not be read; then there is no reader
}

func (in input) close() {
	if in.reader != nil {
		_ = in.reader.Close()
	}
	if in.file != nil {
		_ = in.file.Close()
	}
}

// OpenRecords opens files of parties or orders: CSV, TSV, XLSX, JSON, NDJSON. A file
// that is named must be one of these; a file of a folder that is not becomes a record
// with an error. Reading from a pipe ends with the context.
func OpenRecords(ctx context.Context, f Files) (*Records, error) {
	r := &Records{}
	if len(f.Paths) == 0 {
		return nil, &enduse.Error{Op: "records", Code: enduse.CodeInvalid, Err: errors.New("no file is named"), Hint: "name files, folders, or - for standard input"}
	}
	for _, path := range f.Paths {
		if err := r.open(ctx, path, f); err != nil {
			r.Close()
			return nil, err
		}
	}
	for _, in := range r.inputs {
		if in.err != nil {
			continue
		}
		for _, n := range in.reader.Notes() {
			r.Notes = append(r.Notes, in.name+": "+n)
		}
	}
	return r, nil
}

// Columns says how each column of the files was read, and how many of the rows that were
// read so far have it. It is complete when All has ended.
func (r *Records) Columns() (out []wire.Column) {
	for _, in := range r.inputs {
		if in.err != nil {
			continue
		}
		for _, c := range in.reader.Columns() {
			if len(r.inputs) > 1 {
				c.File = in.name
			}
			out = append(out, c)
		}
	}
	return out
}

// Close closes the files.
func (r *Records) Close() {
	for _, in := range r.inputs {
		in.close()
	}
}

// Name is the name of the file, where one is read.
func (r *Records) Name() string {
	if len(r.inputs) != 1 {
		return ""
	}
	return r.inputs[0].name
}

// fileOf names the file of a record.
func (r *Records) fileOf(record Record) string {
	if record.File != "" || len(r.inputs) == 0 {
		return record.File
	}
	return r.inputs[0].name
}

// All yields the records of the files in their order, once: files are read as streams.
// An error comes with the place of what could not be read, and the records after it
// follow. A second reading is an error.
func (r *Records) All() iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		if r.read {
			yield(Record{}, &enduse.Error{Op: "records", Code: enduse.CodeConflict, Err: errors.New("the records were read already"), Hint: "open the files again"})
			return
		}
		r.read = true
		for _, in := range r.inputs {
			label := ""
			if len(r.inputs) > 1 {
				label = in.name
			}
			if in.err != nil {
				if !yield(Record{File: in.name}, in.err) {
					return
				}
				continue
			}
			for record, err := range in.reader.Records() {
				if _, ofRecord := errors.AsType[*enduse.RecordError](err); err != nil && !ofRecord {
					err = &enduse.Error{Err: fmt.Errorf("the rest of the file could not be read: %w", err), Code: enduse.CodeOf(err), Hint: enduse.HintOf(err)}
					record = intake.Record{ID: record.ID, Notes: record.Notes}
				}
				out := Record{File: label, Row: record.Row, ID: record.ID, Notes: record.Notes, Own: record.Own, LeftOut: record.LeftOut, Query: enduse.Query{Shipment: record.Shipment}}
				if !yield(out, err) {
					return
				}
			}
		}
	}
}

func (r *Records) open(ctx context.Context, path string, f Files) error {
	o := intake.Options{Sheet: f.Sheet, Encoding: f.Encoding, Columns: f.Columns, Mapping: f.Mapping}
	if err := o.Check(); err != nil {
		return err
	}
	if path == "-" {
		return r.openReader("standard input", interruptible(ctx, f.Stdin), o)
	}
	info, err := os.Stat(path)
	if err != nil {
		return &enduse.Error{Code: enduse.CodeNotFound, Subject: path, Err: errors.New("no such file or folder"), Hint: "check the path"}
	}
	if info.IsDir() {
		return r.openFolder(path, o)
	}
	return r.openFile(path, o)
}

func (r *Records) openFile(path string, o intake.Options) error {
	f, err := os.Open(path)
	if err != nil {
		return &enduse.Error{Code: enduse.CodeInvalid, Err: err, Hint: "check the path and that you may read it"}
	}
	return r.openReader(path, f, o)
}

// openReader opens a file, or each sheet of a workbook. A sheet that cannot be read
// becomes a record with an error.
func (r *Records) openReader(name string, file io.ReadCloser, o intake.Options) error {
	sheets, err := intake.OpenAll(name, file, o)
	if err != nil {
		_ = file.Close()
		return err
	}
	for i, s := range sheets {
		in := input{name: s.Name, reader: s.Reader, err: s.Err}
		if i == 0 {
			in.file = file
		}
		r.inputs = append(r.inputs, in)
		if s.Err != nil {
			r.Unread = append(r.Unread, fmt.Sprintf("%s: %v", s.Name, s.Err))
		}
	}
	return nil
}

// systemFiles are files that systems put into folders by themselves.
var systemFiles = map[string]bool{".DS_Store": true, "Thumbs.db": true, "desktop.ini": true}

func (r *Records) openFolder(dir string, o intake.Options) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return &enduse.Error{Code: enduse.CodeInvalid, Err: err}
	}
	before := len(r.inputs)
	for _, e := range entries {
		path := filepath.Join(dir, e.Name())
		if systemFiles[e.Name()] {
			continue
		}
		if why := notAFile(path); why != "" {
			r.unreadable(path, path+": "+why, &enduse.Error{Code: enduse.CodeInvalid, Subject: path, Err: errors.New("not screened: " + why), Hint: "name it to screen it, or take it out of the folder"})
			continue
		}
		if err := r.openFile(path, o); err != nil {
			r.unreadable(path, err.Error(), err)
		}
	}
	if !slices.ContainsFunc(r.inputs[before:], func(in input) bool { return in.err == nil }) {
		return &enduse.Error{
			Code: enduse.CodeInvalid, Subject: dir, Err: fmt.Errorf("none of its %d files is a table of parties or orders", len(entries)),
			Hint: "name a CSV, XLSX, JSON or NDJSON file",
		}
	}
	return nil
}

func (r *Records) unreadable(path, why string, err error) {
	r.Unread = append(r.Unread, why)
	r.inputs = append(r.inputs, input{name: path, err: err})
}

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
	if in == nil {
		in = strings.NewReader("")
	}
	r, w := io.Pipe()
	stop := context.AfterFunc(ctx, func() { w.CloseWithError(fmt.Errorf("reading was interrupted: %w", context.Cause(ctx))) })
	go func() {
		defer stop()
		_, err := io.Copy(w, in)
		w.CloseWithError(err)
	}()
	return r
}
