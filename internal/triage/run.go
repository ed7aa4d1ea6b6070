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
	Head    wire.Run
	Summary Summary

	spool   spool
	entries []entry
	stamps  map[string]enduse.Stamp // by digest
	ranked  []int                   // places in entries, by rank; nil until they are asked for
	ranks   []int                   // by place
}

// entry is a result that is kept.
type entry struct {
	at     int64
	length int
	key    Key
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
	return &Run{Head: head, spool: spool{most: limits.Memory}, stamps: map[string]enduse.Stamp{}}
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
	run.entries = append(run.entries, entry{at: at, length: len(b), key: run.keyOf(r)})
	run.Summary.add(r, run.entries[len(run.entries)-1].key.Class)
	run.Head.Records, run.Head.Outcomes = len(run.entries), run.Summary.Outcomes
	return nil
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
		run.Head.Stamp, run.Head.StampDigest = r.Stamp, r.StampDigest
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

// rank orders the entries; those of equal keys stay in the order of the file.
func (run *Run) rank() {
	if run.ranked != nil {
		return
	}
	run.ranked = make([]int, len(run.entries))
	for i := range run.ranked {
		run.ranked[i] = i
	}
	slices.SortStableFunc(run.ranked, func(a, b int) int { return run.entries[a].key.compare(run.entries[b].key) })
	run.ranks = make([]int, len(run.entries))
	for rank, i := range run.ranked {
		run.ranks[i] = rank + 1
	}
}

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

// Summary is what a run came to.
type Summary struct {
	Outcomes map[enduse.Outcome]int
	Classes  [Folded + 1]int
	Faults   int // records that could not be read
	// NotComplete counts the records with a gap or a fault, whatever their outcome: one
	// with a finding may have another in a list that is missing.
	NotComplete int
	Same        int            // records that ask the same as an earlier one
	LeftOut     map[string]int // records that are nobody to screen, by why
	Leads       map[string]int // records with a lead and no other finding, by the lead's id
}

// add counts a result.
func (s *Summary) add(r *wire.Result, class Class) {
	if s.Outcomes == nil {
		s.Outcomes, s.LeftOut, s.Leads = map[enduse.Outcome]int{}, map[string]int{}, map[string]int{}
	}
	s.Outcomes[r.Outcome]++
	s.Classes[class]++
	if r.Error != nil {
		s.Faults++
	}
	if r.Error != nil || !r.Complete {
		s.NotComplete++
	}
	switch {
	case r.SameAsRow != 0:
		s.Same++
	case class == Folded:
		s.LeftOut[r.LeftOut]++
	case class == Lead:
		seen := map[string]bool{}
		for _, f := range r.Findings {
			if !seen[f.ID] {
				seen[f.ID] = true
				s.Leads[f.ID]++
			}
		}
	}
}

// Records is the number of results.
func (s *Summary) Records() (n int) {
	for _, count := range s.Outcomes {
		n += count
	}
	return n
}
