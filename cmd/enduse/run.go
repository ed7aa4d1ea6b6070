package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"

	"github.com/gofrs/flock"
	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/screen"
)

// run is one screening from input to output.
type run struct {
	app      *app
	screener *screen.Screener
	lists    screen.Lists
	policy   *policy.Policy
	asOf     enduse.Date
	format   string
	out      string
	failOn   enduse.Outcome
	master   master
	input    string // the file, where one is screened
	explain  bool
	ofac     bool // OFAC's own score is shown too
}

// newRun checks all that the command line says before anything is read.
func (a *app) newRun(cmd *cobra.Command, f *screenFlags) (*run, error) {
	asOf, err := f.date()
	if err != nil {
		return nil, err
	}
	if asOf.IsZero() {
		asOf = enduse.DateOf(a.clock())
	}
	if asOf.First().After(a.clock().AddDate(0, 0, 1)) { // a day is to come somewhere else first
		return nil, &enduse.Error{
			Code: enduse.CodeInvalid, Subject: "--as-of " + f.asOf, Err: errors.New("what will be in force on a day to come is not known"),
			Hint: "leave out --as-of to screen against the lists of today",
		}
	}
	options := f.options(cmd, a.config.Limit)
	if options.References, err = readReferences(f.reference); err != nil {
		return nil, err
	}
	s, lists, p, err := a.screener(options)
	if err != nil {
		return nil, err
	}
	a.sayScorer(&f.scorer, a.config.Format)
	return &run{
		app: a, screener: s, lists: lists, policy: p, asOf: asOf,
		format: a.config.Format, out: f.out, failOn: enduse.Outcome(a.config.FailOn), ofac: f.scorer.ofac(), explain: f.explain,
	}, nil
}

// job is a record on its way through the screener.
type job struct {
	file  string // where several are screened
	row   int
	id    string
	notes []string
	query enduse.Query
	fault *report.Fault
	done  chan *report.Result
}

// each screens records on all cores, writes the results in the order of the
// records, and returns the exit code as an error.
func (r *run) each(ctx context.Context, notes []string, jobs iter.Seq[*job]) error {
	header, err := r.header(ctx, notes)
	if err != nil {
		return err
	}
	out, err := r.open()
	if err != nil {
		return err
	}
	sum, err := r.write(ctx, header, out, jobs)
	if err := out.finish(err); err != nil {
		return err
	}
	if len(sum.Outcomes) == 0 {
		return &enduse.Error{Op: "screen", Code: enduse.CodeInvalid, Err: errors.New("the input holds no records: nobody was screened"), Hint: "check that it is the right file"}
	}
	return r.verdict(sum)
}

func (r *run) write(ctx context.Context, header report.Header, out *output, jobs iter.Seq[*job]) (report.Summary, error) {
	sum := report.Summary{Outcomes: map[enduse.Outcome]int{}}
	w := report.New(r.format, out.w)
	if err := w.Begin(header); err != nil {
		return sum, err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	progress := r.app.progress("screening")
	defer progress.done()
	results := r.pipeline(ctx, jobs)
	defer func() { // the files are read until the pipeline ends
		cancel()
		for range results {
		}
	}()
	for j := range results {
		result := <-j.done
		if ctx.Err() != nil {
			break
		}
		if result.Err != nil {
			sum.Faults++
		}
		if !result.Whole() {
			sum.NotWhole++
		}
		sum.Outcomes[result.Outcome()]++
		if err := w.Result(result); err != nil {
			return sum, err
		}
		progress.step()
	}
	if err := ctx.Err(); err != nil {
		return sum, interrupted(w, sum, err)
	}
	return sum, w.End(sum)
}

// interrupted closes the document, so that what stands in it can be read, with
// a last record that says that it is not the whole.
func interrupted(w report.Writer, sum report.Summary, cause error) error {
	err := fmt.Errorf("screening was interrupted: %w", cause)
	sum.Faults++
	sum.NotWhole++
	sum.Outcomes[enduse.Incomplete]++
	last := &report.Result{Err: &report.Fault{Message: "screening was interrupted: the records from here on were not screened", Hint: "screen the file again"}}
	return errors.Join(err, w.Result(last), w.End(sum))
}

// pipeline hands out the jobs in order while workers screen them ahead.
func (r *run) pipeline(ctx context.Context, jobs iter.Seq[*job]) <-chan *job {
	workers := runtime.GOMAXPROCS(0)
	todo := make(chan *job, workers)
	inOrder := make(chan *job, 64*workers)
	for range workers {
		go func() {
			for j := range todo {
				j.done <- r.screen(ctx, j)
			}
		}()
	}
	go func() {
		defer close(inOrder)
		defer close(todo)
		for j := range jobs {
			j.done = make(chan *report.Result, 1)
			select {
			case <-ctx.Done():
				return
			case inOrder <- j:
			}
			select {
			case <-ctx.Done():
				j.done <- r.screen(ctx, j)
				return
			case todo <- j:
			}
		}
	}()
	return inOrder
}

// screen answers one record. A record without a verdict has a fault, which
// makes it incomplete.
func (r *run) screen(ctx context.Context, j *job) *report.Result {
	result := &report.Result{File: j.file, Row: j.row, ID: j.id, Notes: j.notes, Err: j.fault}
	if j.fault != nil {
		return result
	}
	v, err := r.screener.Screen(ctx, j.query)
	if err != nil {
		result.Err = &report.Fault{Message: err.Error(), Hint: enduse.HintOf(err)}
		return result
	}
	result.Verdict = v
	return result
}

// verdict turns a summary into the exit code: a finding at or above --fail-on
// first, then a record of which something was not checked. That it has a lesser
// finding is no excuse: what was not checked may hold the greater one.
func (r *run) verdict(sum report.Summary) error {
	for _, o := range enduse.Outcomes {
		if sum.Outcomes[o] > 0 && (o == enduse.Prohibited || o == enduse.Review) && !r.failOn.Outranks(o) {
			return exitError(exitFinding)
		}
	}
	if sum.NotWhole > 0 {
		return exitError(exitIncomplete)
	}
	return nil
}

// output is standard output, or a file that appears under its name only when
// it is whole.
type output struct {
	w    *bufio.Writer
	file *os.File
	lock *flock.Flock
	path string // "" for a device or a pipe, which keeps its place
	name string // as the user wrote it
}

func (r *run) open() (*output, error) { return r.app.openOutput(r.out) }

func (a *app) openOutput(path string) (*output, error) {
	if path == "" || path == "-" {
		return &output{w: bufio.NewWriterSize(a.out, 1<<16)}, nil
	}
	o, err := outputFile(path)
	if err != nil {
		return nil, outFault(enduse.CodeInvalid, path, err)
	}
	o.name = path
	return o, nil
}

// outFault is what went wrong with an output. A full or a broken disk is not
// the fault of what was asked.
func outFault(code enduse.Code, path string, err error) error {
	hint := "name a file in a folder that you may write to"
	for _, machine := range []error{syscall.ENOSPC, syscall.EDQUOT, syscall.EIO} {
		if errors.Is(err, machine) {
			code, hint = enduse.CodeInternal, "free some space, or name a file on another disk"
		}
	}
	return &enduse.Error{Op: "--out", Code: code, Subject: path, Err: err, Hint: hint}
}

// outputFile opens what a path names. A link is followed; a device or a pipe is
// written to as it is, for a file in its place would end it.
func outputFile(path string) (*output, error) {
	if target, err := filepath.EvalSymlinks(path); err == nil {
		path = target
	}
	info, err := os.Stat(path)
	if err != nil {
		info = nil
	}
	switch {
	case err == nil && info.IsDir():
		return nil, errors.New("this is a folder")
	case err == nil && !info.Mode().IsRegular():
		f, err := os.OpenFile(path, os.O_WRONLY, 0) // #nosec G304 -- the user names the file
		if err != nil {
			return nil, err
		}
		return &output{w: bufio.NewWriterSize(io.Writer(f), 1<<16), file: f}, nil
	}
	return unfinishedOutput(path, info)
}

// unfinishedName begins the names of outputs that are not whole yet.
const unfinishedName = ".enduse-"

// unfinishedOutput makes the file that will get the name of an output when it is
// whole. It holds a lock as long as it is written: one that a killed process left
// behind holds none, and is removed, for it may hold personal data. The file keeps
// the mode of the one that it replaces.
func unfinishedOutput(path string, replaced os.FileInfo) (*output, error) {
	folder := filepath.Dir(path)
	removeAbandoned(folder)
	for range 10 {
		f, err := os.CreateTemp(folder, unfinishedName+"*")
		if err != nil {
			return nil, err
		}
		lock := flock.New(f.Name())
		if locked, err := lock.TryLock(); err == nil && !locked { // somebody took it for abandoned just now
			_ = f.Close()
			continue
		}
		mine, err1 := f.Stat()
		named, err2 := os.Stat(f.Name())
		if err1 != nil || err2 != nil || !os.SameFile(mine, named) {
			_ = errors.Join(f.Close(), lock.Unlock())
			continue
		}
		if replaced != nil {
			if err := f.Chmod(replaced.Mode().Perm()); err != nil {
				return nil, errors.Join(err, f.Close(), lock.Unlock(), os.Remove(f.Name()))
			}
		}
		return &output{w: bufio.NewWriterSize(io.Writer(f), 1<<16), file: f, path: path, lock: lock}, nil
	}
	return nil, errors.New("no file could be made beside it")
}

// removeAbandoned removes the unfinished outputs of processes that were killed.
func removeAbandoned(folder string) {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, e := range entries {
		path := filepath.Join(folder, e.Name())
		if !strings.HasPrefix(e.Name(), unfinishedName) || !e.Type().IsRegular() {
			continue
		}
		lock := flock.New(path)
		if locked, err := lock.TryLock(); err == nil && locked {
			_ = os.Remove(path)
			_ = lock.Unlock()
		}
	}
}

// finish writes out what is buffered and gives the file its name, or removes
// it if there was an error.
func (o *output) finish(err error) error {
	flushErr := o.w.Flush()
	if o.file == nil {
		if err == nil {
			err = flushErr
		}
		return err
	}
	if closeErr := o.file.Close(); flushErr == nil {
		flushErr = closeErr
	}
	if flushErr != nil && (err == nil || errors.Is(err, flushErr)) {
		err = outFault(enduse.CodeInternal, o.name, flushErr)
	}
	if o.path == "" {
		return err
	}
	if runtime.GOOS == "windows" { // a file that is open keeps its name there
		_ = o.lock.Unlock()
	}
	if err == nil {
		err = os.Rename(o.file.Name(), o.path)
	}
	if err != nil {
		_ = os.Remove(o.file.Name())
	}
	_ = o.lock.Unlock()
	return err
}
