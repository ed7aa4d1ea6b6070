package engine

import (
	"context"
	"errors"
	"fmt"
	"iter"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/ordered"
	"github.com/enduse/enduse/internal/screen"
	"github.com/enduse/enduse/wire"
)

// Ask is what may be asked for in addition to a query. Whatever can change the answer
// is in its stamp.
type Ask func(*enduse.Options)

// Threshold overrides the policy's score at or above which a hit matches, 0 to 1.
func Threshold(score float64) Ask { return func(o *enduse.Options) { o.Threshold = &score } }

// MinScore shows hits at or above a score, 0 to 1, in place of the threshold; 0 shows
// every candidate.
func MinScore(score float64) Ask { return func(o *enduse.Options) { o.MinScore = &score } }

// Limit shows at most n hits of each party; 0 shows all. All count for the outcome.
func Limit(n int) Ask { return func(o *enduse.Options) { o.Limit = n } }

// OFACScore also shows, with each hit, an approximation of what OFAC's Sanctions List
// Search would score. It decides nothing.
func OFACScore() Ask { return func(o *enduse.Options) { o.Scorer = screen.ScorerOFAC } }

func (e *Engine) screener(asks []Ask) (*screen.Screener, error) {
	o := screen.Options{Engine: e.config.Version, Goods: e.tables.Checker, GoodsTables: e.tables.Digests(), References: e.references}
	for _, ask := range asks {
		ask(&o.Options)
	}
	return screen.New(e.snapshots, e.policy, e.config.Clock, o)
}

// Screen answers one query against the lists in force on its day. An error means that
// there is no verdict: it must not be taken for a clear one.
func (e *Engine) Screen(ctx context.Context, q enduse.Query, asks ...Ask) (enduse.Verdict, error) {
	s, err := e.screener(asks)
	if err != nil {
		return enduse.Verdict{}, err
	}
	return s.Screen(ctx, q)
}

// Record is a query with its place in the file that it came from.
type Record struct {
	File  string // where several files are screened
	Row   int    // its line
	ID    string // the user's own, such as an order number
	Notes []string
	Query enduse.Query
}

// ScreenAll screens records on all cores and yields their results in the order of the
// records, one for each. A record that comes with an error, or that cannot be
// screened, becomes a result with that fault, which is incomplete. The only error that
// is yielded, last, is that of a context that ended: what follows was not screened.
func (e *Engine) ScreenAll(ctx context.Context, records iter.Seq2[Record, error], asks ...Ask) iter.Seq2[*wire.Result, error] {
	return func(yield func(*wire.Result, error) bool) {
		s, err := e.screener(asks)
		if err != nil {
			yield(nil, err)
			return
		}
		type input struct {
			Record
			fault error
		}
		inputs := func(yield func(input) bool) {
			for r, err := range records {
				if !yield(input{r, err}) {
					return
				}
			}
		}
		for r := range ordered.Map(ctx, inputs, ordered.Limits{}, func(ctx context.Context, in input) *wire.Result {
			return result(ctx, s, &in.Record, in.fault)
		}) {
			if !yield(r, nil) {
				return
			}
		}
		if err := ctx.Err(); err != nil {
			yield(nil, fmt.Errorf("screening was interrupted: %w", err))
		}
	}
}

// result answers one record, or says why it has no answer.
func result(ctx context.Context, s *screen.Screener, r *Record, fault error) *wire.Result {
	var out wire.Result
	var v enduse.Verdict
	switch {
	case fault != nil:
		row, f := faultOf(fault)
		out = wire.FromFault(f)
		if row > 0 {
			r.Row = row
		}
	default:
		var err error
		if v, err = s.Screen(ctx, r.Query); err != nil {
			out = wire.FromFault(wire.FaultOf(err))
		} else {
			v.Notes = append(r.Notes[:len(r.Notes):len(r.Notes)], v.Notes...)
			out = wire.FromVerdict(&v)
		}
	}
	out.File, out.Row, out.ID = r.File, r.Row, r.ID
	return &out
}

// faultOf puts an error of reading into the form of the contract; row is 0 where the
// error has no line.
func faultOf(err error) (row int, f wire.Fault) {
	if record, ok := errors.AsType[*enduse.RecordError](err); ok {
		return record.Line, wire.Fault{Field: record.Field, Message: record.Err.Error(), Hint: record.Hint}
	}
	return 0, wire.FaultOf(err)
}

// Valid reports asks that make no sense, such as a threshold above 1.
func (e *Engine) Valid(asks ...Ask) error {
	_, err := e.screener(asks)
	return err
}
