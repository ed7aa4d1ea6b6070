package eval

import (
	"context"
	"fmt"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/ordered"
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
	// Index makes a matcher of other entities, such as the same ones without aliases.
	Index func([]*enduse.Entity) Matcher
	// Prior is the share of true hits that the probabilities of the matcher assume;
	// 0: probabilities are not measured.
	Prior     float64
	Threshold float64     // hits that score as much or more are matches
	AsOf      enduse.Date // entities that are not in force on that day are no alerts
	First     int         // use only this number of rows from the start of each file; 0: all
	Sample    int         // use every Sample-th negative and listed name; 0 and 1: all
	Clock     enduse.Clock
	// Progress, if not nil, is called when a suite begins. It returns what to call
	// after each row and at the end.
	Progress func(what string) (step, done func())
}

// Run measures one file of cases.
func (r *Runner) Run(ctx context.Context, c *Cases) (*Suite, error) {
	m := measurement{r, c, &Suite{Kind: c.Kind, File: c.File}}
	for _, f := range c.faults {
		m.suite.skip("cannot be read", f)
	}
	suites := map[Kind]interface{ measure(context.Context) error }{
		Pairs: pairsSuite{m}, Cross: crossSuite{m}, AliasRecall: aliasSuite{m},
		Queries: querySuite{m}, Negatives: negativeSuite{m}, Native: nativeSuite{m},
	}
	s, ok := suites[c.Kind]
	if !ok {
		return nil, fmt.Errorf("eval: there is no suite of kind %q", c.Kind)
	}
	return m.suite, s.measure(ctx)
}

// measurement is one file of cases while it is measured. Each kind of suite
// embeds it and adds a method measure that fills in the suite.
type measurement struct {
	*Runner
	cases *Cases
	suite *Suite
}

// each calls do for the numbers below n, on all cores, and reports progress.
func (r *Runner) each(ctx context.Context, what string, n int, do func(i int)) error {
	step, done := func() {}, func() {}
	if r.Progress != nil {
		step, done = r.Progress(what)
	}
	defer done()
	numbers := func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
	work := func(_ context.Context, i int) struct{} {
		do(i)
		return struct{}{}
	}
	for range ordered.Map(ctx, numbers, ordered.Limits{}, work) {
		step()
	}
	return ctx.Err()
}
