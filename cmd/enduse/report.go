package main

import (
	"bufio"
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/report/verdict"
	"github.com/enduse/enduse/internal/triage"
	"github.com/enduse/enduse/wire"
)

func reportCommand(a *app) *cobra.Command {
	f := &showFlags{}
	cmd := &cobra.Command{
		Use:   "report RESULTS",
		Short: "Write saved results of a screening again, in another format (- for standard input)",
		Long: `Read the results of a screening that were saved as NDJSON or JSON and write them
in any format that enduse screen has, without screening anybody again. What the
results rest on is what it was on the day of the screening.

The exit code is 0, whatever the results are, or with --fail-on that of a
screening; 2 if some of them could not be read: they are written as incomplete.`,
		Example: `  enduse screen orders.csv -o results.ndjson
  enduse report results.ndjson -o results.xlsx -o results.html
  enduse report results.ndjson --only review --details -1 --explain`,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			h, err := f.header(a)
			if err != nil {
				return err
			}
			return rewrite(cmd.Context(), a, args[0], h, f.out)
		},
	}
	f.register(cmd)
	return cmd
}

// rewrite reads saved results and writes them.
func rewrite(ctx context.Context, a *app, path string, h verdict.Header, outputs []string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return &enduse.Error{Op: "report", Code: enduse.CodeInvalid, Subject: path, Err: errors.New("this is a folder"), Hint: "name a file of saved results"}
	}
	in, done, err := openInput(a, path)
	if err != nil {
		return err
	}
	defer done()
	saved := &savedRun{path: path, run: triage.New(wire.Run{}, triage.Limits{})}
	defer func() { _ = saved.run.Close() }()
	if err := saved.read(ctx, in); err != nil {
		return err
	}
	h.OFACScore = saved.ofac
	out, err := openPrinting(a, verdict.Formats, outputs)
	if err != nil {
		return err
	}
	if err := out.finish(report.Write(out, h, saved.run)); err != nil {
		return err
	}
	if saved.faults > 0 {
		return &enduse.Error{Op: "report", Code: enduse.CodeInvalid, Subject: path, Err: fmt.Errorf("%d results could not be read; they are written as incomplete", saved.faults), Hint: "screen the records again"}
	}
	if a.config.Origin("fail-on") == "--fail-on" {
		return exitOf(saved.run.Summary(), enduse.Outcome(a.config.FailOn))
	}
	return nil
}

// savedRun reads a run back.
type savedRun struct {
	path   string
	run    *triage.Run
	stamps map[string]enduse.Stamp // of head lines, by digest
	faults int                     // results that could not be read
	stated int                     // records that the head lines say there are
	ofac   bool                    // some hit has OFAC's score
}

func (s *savedRun) read(ctx context.Context, in io.Reader) error {
	s.stamps = map[string]enduse.Stamp{}
	n, readable := 0, 0
	for v, err := range savedResults(in, maxResult) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err == nil && v.head != nil {
			s.head(v.head)
			continue
		}
		n++
		r := v.result
		if err != nil {
			s.faults++
			fault := wire.FromFault(wire.Fault{Message: s.path + ": " + err.Error(), Hint: "screen the record again"})
			r = &fault
		} else {
			readable++
		}
		if r.Stamp.Policy == "" && r.StampDigest != "" {
			r.Stamp = s.stampOf(r.StampDigest)
		}
		for i := range r.Parties {
			s.ofac = s.ofac || slices.ContainsFunc(r.Parties[i].Hits, func(hit wire.Hit) bool { return hit.OFACScore != nil })
		}
		if err := s.run.Add(r); err != nil {
			return err
		}
	}
	if readable == 0 {
		return &enduse.Error{Op: "report", Code: enduse.CodeInvalid, Subject: s.path, Err: fmt.Errorf("none of its %d values is a result of a screening", n), Hint: "save results with: enduse screen FILE -o results.ndjson"}
	}
	if missing := s.stated - n; missing > 0 {
		s.faults++
		lost := wire.FromFault(wire.Fault{
			Message: fmt.Sprintf("%s lacks %s of the %s that were screened", s.path, report.Number(missing), report.Plural(s.stated, "record")),
			Hint:    "the file was cut or changed: screen the records again",
		})
		if err := s.run.Add(&lost); err != nil {
			return err
		}
	}
	s.run.Amend(func(head *wire.Run) {
		if head.Stamp.Policy == "" {
			head.Stamp.Engine, head.PolicyName = engine.Version(), "unknown: no record has a verdict"
		}
		head.Input = cmp.Or(head.Input, s.path)
	})
	return nil
}

// head takes over what the first line says of the run.
func (s *savedRun) head(h *wire.Run) {
	first := len(s.stamps) == 0
	_, known := s.stamps[h.StampDigest]
	s.stamps[h.StampDigest] = h.Stamp
	s.stated += h.Records
	s.run.Amend(func(head *wire.Run) {
		switch {
		case first && s.run.Len() == 0:
			*head = *h
		case !known:
			head.PolicyName += ", " + h.PolicyName
			head.Notes = append(head.Notes, fmt.Sprintf("%s holds the results of another run, which rests on something else: enduse %s, policy %s, as of %s", s.path, h.Stamp.Engine, h.PolicyName, h.Stamp.AsOf))
			for _, g := range h.Gaps {
				if !slices.Contains(head.Gaps, g) {
					head.Gaps = append(head.Gaps, g)
				}
			}
		}
	})
}

// stampOf finds a stamp by its digest, or by the first digits of it.
func (s *savedRun) stampOf(digest string) enduse.Stamp {
	for d, stamp := range s.stamps {
		if d == digest || strings.HasPrefix(strings.TrimPrefix(d, "sha256:"), digest) {
			return stamp
		}
	}
	return enduse.Stamp{}
}

// savedValue is a result, or the head of a run.
type savedValue struct {
	result *wire.Result
	head   *wire.Run
}

// maxResult is the size of one saved result, in bytes.
const maxResult = 64 << 20

// savedResults yields the results of NDJSON, or of a JSON array. A line that is not a
// result comes with an error, and the lines after it follow; in an array what follows
// a damaged value cannot be found, so that it is the last. A line of more than longest
// bytes is passed over, with an error.
func savedResults(in io.Reader, longest int) iter.Seq2[savedValue, error] {
	return func(yield func(savedValue, error) bool) {
		r := bufio.NewReaderSize(in, 1<<16)
		first, err := firstByte(r)
		switch {
		case errors.Is(err, io.EOF):
		case err != nil:
			yield(savedValue{}, err)
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

func lineResults(in *bufio.Reader, longest int, yield func(savedValue, error) bool) {
	for n := 1; ; n++ {
		line, err := readLine(in, longest)
		if errors.Is(err, io.EOF) {
			return
		}
		var v savedValue
		if err == nil && len(bytes.TrimSpace(line)) > 0 {
			v, err = decode(line)
		}
		if v == (savedValue{}) && err == nil {
			continue
		}
		if err != nil {
			v, err = savedValue{}, fmt.Errorf("line %d: %w", n, err)
		}
		if !yield(v, err) {
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

func arrayResults(in io.Reader, yield func(savedValue, error) bool) {
	d := json.NewDecoder(in)
	if _, err := d.Token(); err != nil { // the bracket
		yield(savedValue{}, err)
		return
	}
	for n := 1; d.More(); n++ {
		var raw json.RawMessage
		err := d.Decode(&raw)
		damaged := err != nil
		var v savedValue
		if !damaged {
			v, err = decode(raw)
		}
		if err != nil {
			err = fmt.Errorf("value %d: %w", n, err)
		}
		if !yield(v, err) || damaged {
			return
		}
	}
	if _, err := d.Token(); err != nil {
		yield(savedValue{}, fmt.Errorf("the array does not end: %w", err))
		return
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		yield(savedValue{}, errors.New("there is more after the end of the array, which was not read"))
	}
}

// decode reads a result, or the head of a run.
func decode(b []byte) (v savedValue, err error) {
	r := &wire.Result{}
	if err := json.Unmarshal(b, r); err != nil {
		return v, err
	}
	if r.Outcome != "" {
		if err := r.Validate(); err != nil {
			return v, err
		}
		return savedValue{result: r}, nil
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(b, &fields); err != nil {
		return v, err
	}
	_, stamped := fields["stamp"]
	_, ofRecord := fields["row"]
	if !stamped || ofRecord {
		return v, errors.New("it has no outcome, so that it is not a result of a screening")
	}
	head := &wire.Run{}
	return savedValue{head: head}, json.Unmarshal(b, head)
}
