package triage

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/wire"
)

// Limits bound what a run holds in memory. The zero value is the default.
type Limits struct {
	Memory int // bytes of results; 0: 64 MB. What is more goes into a temporary file.
}

// Run is the results of a screening with their ranks. It is filled by Add, by one
// goroutine, and read when it is full. Close removes what it keeps on disk.
type Run struct {
	// OwnHeaders are those of the user's columns, in the order of the files.
	OwnHeaders []string

	head    wire.Run
	spool   spool
	entries []entry
	gaps    gapCounts
	stamps  map[string]enduse.Stamp // by digest
	ranked  []int                   // places in entries, by rank; nil until they are asked for
	ranks   []int                   // by place
	summary Summary
}

// entry is a result that is kept.
type entry struct {
	at     int64
	length int
	key    Key
	record record
}

// record is what a summary needs of a result.
type record struct {
	outcome  enduse.Outcome
	fault    bool
	partly   bool // a gap or a fault
	found    bool // findings or hits
	same     bool
	leftOut  string
	findings []string // ids, each once
	gaps     []int    // in gapCounts
}

// New returns an empty run. Of head it takes what is known before the first result;
// Stamp, Records and Outcomes follow from the results.
func New(head wire.Run, limits Limits) *Run {
	if limits.Memory == 0 {
		limits.Memory = 64 << 20
	}
	if head.Stamp.Policy != "" {
		head.StampDigest = wire.DigestOf(head.Stamp)
	}
	return &Run{head: head, spool: spool{most: limits.Memory}, stamps: map[string]enduse.Stamp{}}
}

// Head is what all results rest on. Its gaps are those of the whole run, with those that
// half of the records have.
func (run *Run) Head() *wire.Run {
	run.rank()
	return &run.head
}

// Amend changes the head, such as for columns that are known only when the file has
// been read.
func (run *Run) Amend(change func(head *wire.Run)) {
	run.ranked = nil
	change(&run.head)
}

// Close removes what the run keeps on disk.
func (run *Run) Close() error { return run.spool.close() }

// Add adds the next result of the file.
func (run *Run) Add(r *wire.Result) error {
	run.ranked = nil
	kept := *r
	if r.Stamp.Policy != "" {
		run.stamp(&kept)
	}
	kept.Stamp = enduse.Stamp{}
	b, err := json.Marshal(kept)
	if err != nil {
		return fmt.Errorf("row %d: %w", r.Row, err)
	}
	at, err := run.spool.add(b)
	if err != nil {
		return fmt.Errorf("results could not be kept: %w", err)
	}
	run.entries = append(run.entries, entry{at: at, length: len(b), key: run.keyOf(r), record: run.recordOf(r)})
	for _, c := range r.Own {
		if !slices.Contains(run.OwnHeaders, c.Header) {
			run.OwnHeaders = append(run.OwnHeaders, c.Header)
		}
	}
	return nil
}

// recordOf keeps what a summary needs.
func (run *Run) recordOf(r *wire.Result) record {
	out := record{
		outcome: r.Outcome, fault: r.Error != nil, partly: r.Error != nil || !r.Complete, same: r.SameAsRow != 0, leftOut: r.LeftOut,
		found: len(r.Findings) > 0 || slices.ContainsFunc(r.Parties, func(p wire.Party) bool { return len(p.Hits) > 0 }),
	}
	for _, f := range r.Findings {
		if !slices.Contains(out.findings, f.ID) {
			out.findings = append(out.findings, f.ID)
		}
	}
	for _, g := range r.Gaps {
		out.gaps = append(out.gaps, run.gaps.add(g))
	}
	return out
}

// stamp keeps the stamp of a result once. The head has that of the first.
func (run *Run) stamp(r *wire.Result) {
	if r.StampDigest == "" {
		r.StampDigest = wire.DigestOf(r.Stamp)
	}
	if _, ok := run.stamps[r.StampDigest]; ok {
		return
	}
	if len(run.stamps) == 0 {
		run.head.Stamp, run.head.StampDigest = r.Stamp, r.StampDigest
	}
	run.stamps[r.StampDigest] = r.Stamp
}

// Stamps is the number of different stamps of the results.
func (run *Run) Stamps() int { return len(run.stamps) }

// InOrder yields the results in the order in which they were added.
func (run *Run) InOrder() iter.Seq2[*wire.Result, error] {
	run.rank()
	return func(yield func(*wire.Result, error) bool) {
		for i := range run.entries {
			if !yield(run.result(i)) {
				return
			}
		}
	}
}

// Ranked yields the results in the order in which somebody should look at them.
func (run *Run) Ranked() iter.Seq2[*wire.Result, error] {
	run.rank()
	return func(yield func(*wire.Result, error) bool) {
		for _, i := range run.ranked {
			if !yield(run.result(i)) {
				return
			}
		}
	}
}

// rank finds out what concerns the whole run, and orders the entries; those of equal
// keys stay in the order of the file.
func (run *Run) rank() {
	if run.ranked != nil {
		return
	}
	for _, g := range run.gaps.widespread(len(run.entries)) {
		if !slices.Contains(run.head.Gaps, g) {
			run.head.Gaps = append(run.head.Gaps, g)
		}
	}
	run.summary = Summary{}
	run.ranked = make([]int, len(run.entries))
	for i := range run.entries {
		e := &run.entries[i]
		e.key.Class = e.record.class(func(gap int) bool { return !run.gaps.isIn(gap, run.head.Gaps) })
		run.summary.add(&e.record, e.key.Class)
		run.ranked[i] = i
	}
	run.head.Records, run.head.Outcomes = len(run.entries), run.summary.Outcomes
	slices.SortStableFunc(run.ranked, func(a, b int) int { return run.entries[a].key.compare(run.entries[b].key) })
	run.ranks = make([]int, len(run.entries))
	for rank, i := range run.ranked {
		run.ranks[i] = rank + 1
	}
}

// Summary is what the run came to.
func (run *Run) Summary() *Summary {
	run.rank()
	return &run.summary
}

// Len is the number of results.
func (run *Run) Len() int { return len(run.entries) }

// result reads a result back.
func (run *Run) result(i int) (*wire.Result, error) {
	b, err := run.spool.read(run.entries[i].at, run.entries[i].length)
	if err != nil {
		return nil, fmt.Errorf("results that were kept cannot be read: %w", err)
	}
	r := &wire.Result{}
	if err := json.Unmarshal(b, r); err != nil {
		return nil, errors.Join(errors.New("a result that was kept is damaged"), err)
	}
	r.Rank, r.Stamp = run.ranks[i], run.stamps[r.StampDigest]
	return r, nil
}
