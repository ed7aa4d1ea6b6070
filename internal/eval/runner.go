package eval

import (
	"context"
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/enduse/enduse"
)

// Matcher is what is measured: the search for a party among listed entities,
// and the comparison of two names.
type Matcher interface {
	// Hits returns every entity whose score is at least floor.
	Hits(p enduse.Party, floor float64) []enduse.Hit
	// Pair compares two names as those of two parties of one schema.
	Pair(schema enduse.Schema, a, b string) enduse.Hit
}

// Runner runs suites.
type Runner struct {
	Matcher  Matcher
	Entities []*enduse.Entity // what the matcher searches
	// Index makes a matcher of other entities: those whose aliases are withheld.
	Index func([]*enduse.Entity) Matcher
	// Prior is what the probabilities of the matcher stand on: the share of hits
	// that are the party; 0: they are not measured.
	Prior     float64
	Threshold float64     // the score from which on a hit matches
	AsOf      enduse.Date // entities that are not in force on that day alert nobody
	First     int         // of each file, only the first so many rows; 0: all
	Sample    int         // of people on no list and of all listed names, only every so many-th; 0 and 1: all
	Clock     enduse.Clock
	// Progress is told when a suite begins and returns what to call for each row
	// and at the end; nil: nobody is told.
	Progress func(what string) (step, done func())
}

// Run measures one file of cases.
func (r *Runner) Run(ctx context.Context, c *Cases) (*Suite, error) {
	s := &Suite{Kind: c.Kind, File: c.File}
	for _, f := range c.faults {
		s.leave("cannot be read", f)
	}
	runs := map[Kind]func(context.Context, *Cases, *Suite) error{
		Pairs: r.pairs, Cross: r.cross, Withheld: r.withheld, Queries: r.queries, Clean: r.clean, Native: r.native,
	}
	run, ok := runs[c.Kind]
	if !ok {
		return nil, fmt.Errorf("eval: there is no suite of kind %q", c.Kind)
	}
	return s, run(ctx, c, s)
}

// each calls do for the numbers below n, on all cores.
func (r *Runner) each(ctx context.Context, what string, n int, do func(i int)) error {
	step, done := func() {}, func() {}
	if r.Progress != nil {
		step, done = r.Progress(what)
	}
	defer done()
	var next atomic.Int64
	var wg sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wg.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && ctx.Err() == nil; i = int(next.Add(1)) - 1 {
				do(i)
				step()
			}
		})
	}
	wg.Wait()
	return ctx.Err()
}

// timed searches as a screening does, and says how long that took.
func (r *Runner) timed(m Matcher, p enduse.Party, floor float64) ([]enduse.Hit, time.Duration) {
	start := r.Clock()
	hits := m.Hits(p, floor)
	return hits, r.Clock().Sub(start)
}
