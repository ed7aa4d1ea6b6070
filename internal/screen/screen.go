package screen

import (
	"context"
	"fmt"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/redflag"
)

// Lists pins the lists in force on a day. The snapshot does not change while
// it is used.
type Lists interface {
	Snapshot(ctx context.Context, asOf enduse.Date) (*Snapshot, error)
}

// Options are what the caller may ask for besides the policy.
type Options struct {
	Engine string // the program's version, for the stamp
	enduse.Options
	// Goods checks the items of shipments; nil is a gap. GoodsTables are the digests
	// of what it rests on, by name.
	Goods       *goods.Checker
	GoodsTables map[string]string
	// References are what the user knows to be usual; nil: rules that need them are
	// not evaluated.
	References *redflag.References
}

// ScorerOFAC asks for OFAC's own score, approximated, next to that of each hit.
const ScorerOFAC = "ofac"

// Screener answers queries. Any number of goroutines may use it.
type Screener struct {
	lists   Lists
	policy  *policy.Policy
	clock   enduse.Clock
	options Options
}

// New returns a screener. It fails on options that make no sense.
func New(lists Lists, p *policy.Policy, clock enduse.Clock, o Options) (*Screener, error) {
	for _, s := range []struct {
		name  string
		value *float64
	}{{"min-score", o.MinScore}, {"threshold", o.Threshold}} {
		if s.value != nil && !(*s.value >= 0 && *s.value <= 1) {
			return nil, &enduse.Error{Code: enduse.CodeInvalid, Subject: s.name, Err: fmt.Errorf("%v is not between 0 and 1", *s.value)}
		}
	}
	if o.Scorer != "" && o.Scorer != ScorerOFAC {
		return nil, &enduse.Error{Code: enduse.CodeInvalid, Subject: "scorer", Err: fmt.Errorf("%q is not known", o.Scorer), Hint: ScorerOFAC}
	}
	o.Options = changing(o.Options, p.Threshold)
	return &Screener{lists: lists, policy: p, clock: clock, options: o}, nil
}

// Screen answers one query. An error means that there is no verdict: the
// caller must not take it for a clear one.
func (s *Screener) Screen(ctx context.Context, q enduse.Query) (enduse.Verdict, error) {
	q.Normalise()
	if err := q.Validate(); err != nil {
		return enduse.Verdict{}, err
	}
	if q.AsOf.IsZero() {
		q.AsOf = enduse.DateOf(s.clock())
	}
	snapshot, err := s.lists.Snapshot(ctx, q.AsOf)
	if err != nil {
		return enduse.Verdict{}, err
	}
	found := s.begin(&q, snapshot)
	v := enduse.Verdict{Stamp: stampOf(&s.options, s.policy, snapshot, q.AsOf), Route: q.Shipment.Route}
	v.Add(enduse.Checked{Gaps: snapshot.Gaps(s.policy.RequiredLists)})
	for _, check := range []Check{s.parties, s.unknown, s.goods, s.route, s.rules} {
		checked := check(ctx, &q, found)
		found.saw(checked.Findings)
		v.Add(checked)
		if err := ctx.Err(); err != nil {
			return enduse.Verdict{}, err
		}
	}
	v.Add(enduse.Checked{Gaps: q.Shipment.Unread})
	v.Parties, v.Items = s.shown(found.Parties), found.Items
	v.Findings = fold(v.Findings, s.policy.Rules())
	bySeverity(v.Findings)
	v.Conclude()
	return v, nil
}

// threshold is the score at or above which a hit matches.
func (s *Screener) threshold() float64 {
	if s.options.Threshold != nil {
		return *s.options.Threshold
	}
	return s.policy.Threshold
}

// floor is the lowest score of a hit that is of interest.
func (s *Screener) floor() float64 {
	if s.options.MinScore != nil {
		return min(*s.options.MinScore, s.threshold())
	}
	return s.threshold()
}
