package engine

import (
	"context"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/eval"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/screen"
)

// Evaluation says what is measured, and how.
type Evaluation struct {
	Cases     []*eval.Cases
	Self      bool    // also ask for every name of the lists, as written
	Threshold float64 // the score at or above which a hit matches
	First     int     // of each file, only the first rows; 0: all
	Sample    int     // of people on no list and of listed names, every nth only; 0 and 1: all
	// Progress is called when a suite begins and returns what to call for each row and
	// at the end; nil is nobody.
	Progress func(what string) (step, done func())
}

// Evaluate measures recall and false alerts on labelled cases: the same index and the
// same weights as those of a screening. The gaps are editions that could not
// be searched. It is for the command of this module: cases are of an internal package.
func Evaluate(ctx context.Context, e *Engine, o Evaluation) (*eval.Result, []enduse.Gap, error) {
	day := e.today()
	snapshot, err := e.snapshots.Snapshot(ctx, day)
	if err != nil {
		return nil, nil, err
	}
	r := &eval.Runner{
		Matcher: screen.MatcherOf(e.policy, snapshot.Index), Entities: slices.Collect(snapshot.Index.All()),
		Index: func(entities []*enduse.Entity) eval.Matcher { return screen.MatcherOf(e.policy, index.Build(entities)) },
		Prior: e.policy.Probability.Prior, Threshold: o.Threshold, AsOf: day, First: o.First, Sample: o.Sample, Clock: e.config.Clock,
		Progress: o.Progress,
	}
	out := &eval.Result{Stamp: screen.StampOf(e.config.Version, e.policy, snapshot, day), Threshold: o.Threshold}
	for _, c := range o.Cases {
		s, err := r.Run(ctx, c)
		if err != nil {
			return nil, snapshot.Failed, err
		}
		out.Suites = append(out.Suites, s)
	}
	if o.Self {
		s, err := r.Self(ctx)
		if err != nil {
			return nil, snapshot.Failed, err
		}
		out.Suites = append(out.Suites, s)
	}
	out.Curve = eval.Curve(out.Suites)
	return out, snapshot.Failed, nil
}
