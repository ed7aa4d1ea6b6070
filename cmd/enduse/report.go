package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/report/verdict"
	"github.com/enduse/enduse/wire"
)

func reportCommand(a *app) *cobra.Command {
	var out []string
	var explain bool
	cmd := &cobra.Command{
		Use:   "report RESULTS",
		Short: "Write saved results of a screening again, in another format (- for standard input)",
		Long: `Read the results of a screening that were saved as NDJSON or JSON and write them
in any format that enduse screen has, without screening anybody again. What the
results rest on is what it was on the day of the screening.

The exit code is 0, whatever the results are, or with --fail-on that of a
screening; 2 if some of them could not be read: they are written as incomplete.`,
		Example: `  enduse screen orders.csv -o results.ndjson
  enduse report results.ndjson --format html > results.html
  enduse report results.ndjson -o results.xlsx -o results.html`,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return rewrite(cmd.Context(), a, args[0], verdict.Header{Explain: explain, Quiet: a.quiet, Style: a.style(out...)}, out)
		},
	}
	cmd.Flags().BoolVar(&explain, "explain", false, "in tables, say of every record what is to be asked, and what was not evaluated or not checked")
	hasFormats(cmd, verdict.Formats.Names())
	hasOutputs(cmd, &out)
	return cmd
}

// rewrite reads saved results twice: for the heading, and to write them.
func rewrite(ctx context.Context, a *app, path string, h verdict.Header, outputs []string) error {
	in, done, err := openSaved(a, path)
	if err != nil {
		return err
	}
	defer done()
	if err := heading(ctx, in, path, &h); err != nil {
		return err
	}
	if _, err := in.Seek(0, io.SeekStart); err != nil {
		return err
	}
	out, err := openPrinting(a, verdict.Formats, outputs)
	if err != nil {
		return err
	}
	sum, faults, err := rewriteEach(ctx, in, path, out, h)
	if err := out.finish(err); err != nil {
		return err
	}
	if faults > 0 {
		return &enduse.Error{Op: "report", Code: enduse.CodeInvalid, Subject: path, Err: fmt.Errorf("%d results could not be read; they are written as incomplete", faults), Hint: "screen the records again"}
	}
	if a.config.Origin("fail-on") == "--fail-on" {
		return exitOf(sum, enduse.Outcome(a.config.FailOn))
	}
	return nil
}

func rewriteEach(ctx context.Context, in io.Reader, path string, out verdict.Stream, h verdict.Header) (sum verdict.Summary, faults int, err error) {
	if err := out.Begin(h); err != nil {
		return sum, 0, err
	}
	for r, err := range savedResults(in, maxResult) {
		if err != nil {
			faults++
			fault := wire.FromFault(wire.Fault{Message: path + ": " + err.Error(), Hint: "screen the record again"})
			r = &fault
		}
		sum.Add(r)
		if err := errors.Join(ctx.Err(), out.Each(r)); err != nil {
			return sum, faults, err
		}
	}
	return sum, faults, out.End()
}

// heading reads what the results rest on.
func heading(ctx context.Context, in io.Reader, path string, h *verdict.Header) error {
	var stamps []enduse.Stamp
	n, readable := 0, 0
	for r, err := range savedResults(in, maxResult) {
		n++
		if err := ctx.Err(); err != nil {
			return err
		}
		if err != nil {
			continue
		}
		readable++
		if r.Error != nil {
			continue
		}
		if !slices.ContainsFunc(stamps, func(s enduse.Stamp) bool { return sameStamp(s, r.Stamp) }) && len(stamps) < 2 {
			stamps = append(stamps, r.Stamp)
		}
		for i := range r.Parties {
			h.OFACScore = h.OFACScore || slices.ContainsFunc(r.Parties[i].Hits, func(hit wire.Hit) bool { return hit.OFACScore != nil })
		}
	}
	switch {
	case readable == 0:
		return &enduse.Error{Op: "report", Code: enduse.CodeInvalid, Subject: path, Err: fmt.Errorf("none of its %d values is a result of a screening", n), Hint: "save results with: enduse screen FILE -o results.ndjson"}
	case len(stamps) == 0:
		h.Engine, h.Policy = engine.Version(), "unknown: no record has a verdict"
		return nil
	case len(stamps) > 1:
		h.Notes = append(h.Notes, "the results rest on different lists, policies or days; this heading is of the first")
	}
	s := stamps[0]
	h.Engine, h.Policy, h.AsOf, h.Editions, h.Prior, h.Input = s.Engine, report.Short(s.Policy), s.AsOf, s.Editions, s.Prior, path
	return nil
}

// sameStamp compares what is written of two stamps.
func sameStamp(a, b enduse.Stamp) bool {
	x, err1 := json.Marshal(a)
	y, err2 := json.Marshal(b)
	return err1 == nil && err2 == nil && string(x) == string(y)
}

// openSaved opens saved results to be read twice: standard input and what else cannot
// be read from its beginning again is kept in a temporary file.
func openSaved(a *app, path string) (io.ReadSeeker, func(), error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, nil, &enduse.Error{Op: "report", Code: enduse.CodeInvalid, Subject: path, Err: errors.New("this is a folder"), Hint: "name a file of saved results"}
	}
	in, closeIn, err := openInput(a, path)
	if err != nil {
		return nil, nil, err
	}
	if f, ok := in.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
			return f, closeIn, nil
		}
	}
	defer closeIn()
	spool, err := os.CreateTemp("", "enduse-report-")
	if err != nil {
		return nil, nil, err
	}
	done := func() {
		_ = spool.Close()
		_ = os.Remove(spool.Name())
	}
	if _, err := io.Copy(spool, in); err != nil {
		done()
		return nil, nil, err
	}
	if _, err := spool.Seek(0, io.SeekStart); err != nil {
		done()
		return nil, nil, err
	}
	return spool, done, nil
}

// maxResult is the size of one saved result, in bytes.
const maxResult = 64 << 20

// savedResults yields the results of NDJSON, or of a JSON array. A line that is not a
// result comes with an error, and the lines after it follow; in an array what follows
// a damaged value cannot be found, so that it is the last. A line of more than longest
// bytes is passed over, with an error.
func savedResults(in io.Reader, longest int) iter.Seq2[*wire.Result, error] {
	return func(yield func(*wire.Result, error) bool) {
		r := bufio.NewReaderSize(in, 1<<16)
		first, err := firstByte(r)
		switch {
		case errors.Is(err, io.EOF):
		case err != nil:
			yield(nil, err)
		case first == '[':
			arrayResults(r, yield)
		default:
			lineResults(r, longest, yield)
		}
	}
}

// firstByte returns the first byte that is not blank, without taking it.
func firstByte(r *bufio.Reader) (byte, error) {
	for {
		b, err := r.ReadByte()
		if err != nil {
			return 0, err
		}
		if b > ' ' && b != 0xEF && b != 0xBB && b != 0xBF { // nor part of a byte-order mark
			return b, r.UnreadByte()
		}
	}
}

func lineResults(in *bufio.Reader, longest int, yield func(*wire.Result, error) bool) {
	for n := 1; ; n++ {
		line, err := readLine(in, longest)
		if errors.Is(err, io.EOF) {
			return
		}
		var r *wire.Result
		if err == nil && len(bytes.TrimSpace(line)) > 0 {
			r, err = decode(line)
		}
		if r == nil && err == nil {
			continue
		}
		if err != nil {
			r, err = nil, fmt.Errorf("line %d: %w", n, err)
		}
		if !yield(r, err) {
			return
		}
	}
}

// readLine reads a line. One that is too long is an error, and is passed over.
func readLine(in *bufio.Reader, longest int) (line []byte, err error) {
	for {
		part, err := in.ReadSlice('\n')
		if line = append(line, part...); len(line) > longest {
			for errors.Is(err, bufio.ErrBufferFull) {
				_, err = in.ReadSlice('\n')
			}
			return nil, fmt.Errorf("the line is longer than %d MB", longest>>20)
		}
		switch {
		case err == nil, errors.Is(err, io.EOF) && len(line) > 0:
			return line, nil
		case !errors.Is(err, bufio.ErrBufferFull):
			return nil, err
		}
	}
}

func arrayResults(in io.Reader, yield func(*wire.Result, error) bool) {
	d := json.NewDecoder(in)
	if _, err := d.Token(); err != nil { // the bracket
		yield(nil, err)
		return
	}
	for n := 1; d.More(); n++ {
		var raw json.RawMessage
		err := d.Decode(&raw)
		damaged := err != nil
		var r *wire.Result
		if !damaged {
			r, err = decode(raw)
		}
		if err != nil {
			err = fmt.Errorf("value %d: %w", n, err)
		}
		if r == nil && err == nil {
			continue
		}
		if !yield(r, err) || damaged {
			return
		}
	}
	if _, err := d.Token(); err != nil {
		yield(nil, fmt.Errorf("the array does not end: %w", err))
		return
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		yield(nil, errors.New("there is more after the end of the array, which was not read"))
	}
}

// decode reads a result; nil for a line that only says what the results after it rest
// on.
func decode(b []byte) (*wire.Result, error) {
	r := &wire.Result{}
	if err := json.Unmarshal(b, r); err != nil {
		return nil, err
	}
	if r.Outcome != "" {
		if err := r.Validate(); err != nil {
			return nil, err
		}
		return r, nil
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(b, &fields); err != nil {
		return nil, err
	}
	_, stamped := fields["stamp"]
	_, ofRecord := fields["row"]
	if stamped && !ofRecord {
		return nil, nil //nolint:nilnil // the heading of a run
	}
	return nil, errors.New("it has no outcome, so that it is not a result of a screening")
}
