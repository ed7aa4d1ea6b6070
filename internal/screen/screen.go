package screen

import (
	"context"
	"fmt"
	"maps"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/namefield"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/redflag"
	"github.com/enduse/enduse/internal/route"
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

// Screener answers queries.
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

// changing keeps of the options those that ask for something else than the policy,
// whose threshold is given: only these are in the stamp.
func changing(o enduse.Options, threshold float64) enduse.Options {
	if o.Threshold != nil {
		if *o.Threshold == threshold {
			o.Threshold = nil
		} else {
			threshold = *o.Threshold
		}
	}
	if o.MinScore != nil && *o.MinScore == threshold {
		o.MinScore = nil
	}
	o.Limit = max(o.Limit, 0)
	return o
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
	v := enduse.Verdict{Stamp: s.stamp(snapshot, q.AsOf), Route: q.Shipment.Route}
	for _, it := range q.Shipment.Items {
		v.Items = append(v.Items, enduse.ItemResult{Item: it})
	}
	v.Gaps = append(v.Gaps, snapshot.Gaps(s.policy.RequiredLists)...)
	for _, p := range q.Shipment.Parties {
		if err := ctx.Err(); err != nil {
			return enduse.Verdict{}, err
		}
		s.add(&v, s.party(snapshot, p, q.AsOf), q.AsOf)
		v.Gaps = append(v.Gaps, unsearched(p)...)
	}
	s.texts(&v, &q, snapshot)
	located := q // goods and rules ask by countries
	var assumed []string
	located.Shipment, assumed = route.Located(q.Shipment)
	v.Notes = append(v.Notes, assumed...)
	s.goods(&v, &located)
	s.route(&v, &q)
	if err := s.rules(ctx, &v, &located, snapshot); err != nil {
		return enduse.Verdict{}, err
	}
	v.Gaps = append(v.Gaps, q.Shipment.Unread...)
	byWeight(v.Findings)
	v.Conclude()
	return v, nil
}

func (s *Screener) stamp(snapshot *Snapshot, asOf enduse.Date) enduse.Stamp {
	stamp := StampOf(s.options.Engine, s.policy, snapshot, asOf)
	maps.Copy(stamp.Tables, s.options.GoodsTables)
	if s.options.References != nil {
		stamp.Tables["references"] = s.options.References.Digest()
	}
	stamp.Tables["route"] = route.Digest()
	stamp.Options = s.options.Options
	for _, g := range snapshot.Failed {
		stamp.Failed = append(stamp.Failed, g.What)
	}
	return stamp
}

// StampOf says what an answer rests on that a version of the engine gives by a
// policy from a snapshot.
func StampOf(engine string, p *policy.Policy, snapshot *Snapshot, asOf enduse.Date) enduse.Stamp {
	return enduse.Stamp{
		Engine: engine, Policy: p.Digest(), Editions: snapshot.Stamps, AsOf: asOf, Prior: p.Probability.Prior,
		Tables: map[string]string{"frequency": name.FrequencyDigest(), "names": name.TablesDigest(), "name_fields": namefield.Digest()},
	}
}

// threshold is the score from which on a hit matches.
func (s *Screener) threshold() float64 {
	if s.options.Threshold != nil {
		return *s.options.Threshold
	}
	return s.policy.Threshold
}

// MatcherOf is the matcher that a policy makes of an index.
func MatcherOf(p *policy.Policy, x match.Index) *match.Matcher {
	return &match.Matcher{
		Index: x, Weights: p.Weights, NameBirthPlace: p.Identity.Person, Calibration: match.Calibration(p.Probability),
		Threshold: p.Threshold,
	}
}

// matcher is the matcher of the policy, at the threshold in force.
func (s *Screener) matcher(x match.Index) *match.Matcher {
	m := MatcherOf(s.policy, x)
	m.Threshold = s.threshold()
	return m
}

// found is what was found for one party.
type found struct {
	enduse.PartyResult
	namesakes []enduse.Hit
	leads     []*enduse.Entity
	gaps      []enduse.Gap
}

// party finds the hits of one party and says which of them match.
func (s *Screener) party(snapshot *Snapshot, p enduse.Party, asOf enduse.Date) found {
	m := s.matcher(snapshot.Index)
	return s.judge(p, m.Search(p, s.floor()), asOf)
}

// floor is the least score of a hit that is of interest.
func (s *Screener) floor() float64 {
	if s.options.MinScore != nil {
		return min(*s.options.MinScore, s.threshold())
	}
	return s.threshold()
}

// judge says which hits match.
func (s *Screener) judge(p enduse.Party, r match.Result, asOf enduse.Date) found {
	for i := range r.Hits {
		h := &r.Hits[i]
		h.NotInForce = !h.Entity.InForce(asOf)
		h.Match = h.Score.Value >= s.threshold() && !h.NotInForce
		if !h.Match && !h.NotInForce && h.SameName {
			r.Namesakes = append(r.Namesakes, *h) // shown because of a lower --min-score
		}
	}
	return found{enduse.PartyResult{Party: p, Hits: r.Hits, Total: len(r.Hits)}, r.Namesakes, r.Leads, r.Gaps}
}

// add adds what was found for one party to the verdict.
func (s *Screener) add(v *enduse.Verdict, f found, asOf enduse.Date) {
	v.Findings = append(v.Findings, s.findings(f.PartyResult, asOf)...)
	v.Findings = append(v.Findings, s.namesakes(f, asOf)...)
	v.Findings = append(v.Findings, s.named(f, asOf)...)
	v.Parties = append(v.Parties, s.ofacScores(s.limit(f.PartyResult)))
	v.Gaps = addGaps(v.Gaps, f.gaps)
}

// texts searches what the user's file says in words: a text is no party, unless a
// listed name is in it.
func (s *Screener) texts(v *enduse.Verdict, q *enduse.Query, snapshot *Snapshot) {
	m := s.matcher(snapshot.Index)
	seen := map[string]bool{}
	for i := range q.Shipment.Parties {
		seen[q.Shipment.Parties[i].Name] = true
	}
	for _, t := range q.Shipment.Texts {
		if seen[t.Text] {
			continue
		}
		seen[t.Text] = true
		if s.number(v, t, q, snapshot) {
			continue
		}
		p := enduse.Party{Role: enduse.RoleRelated, Name: t.Text}
		f := s.judge(p, m.SearchText(t.Text, s.floor()), q.AsOf)
		if len(f.Hits) == 0 {
			v.Findings = append(v.Findings, s.named(f, q.AsOf)...)
			v.Gaps = addGaps(v.Gaps, f.gaps)
			continue
		}
		v.Notes = append(v.Notes, t.Field+" is a text; listed names were looked for in it")
		s.add(v, f, q.AsOf)
	}
}

// limit cuts the hits that are shown. All that decided the outcome counted
// before.
func (s *Screener) limit(r enduse.PartyResult) enduse.PartyResult {
	least := s.threshold()
	if s.options.MinScore != nil {
		least = *s.options.MinScore
	}
	shown := r.Hits[:0:0]
	for _, h := range r.Hits {
		if h.Score.Value >= least && (s.options.Limit == 0 || len(shown) < s.options.Limit) {
			shown = append(shown, h)
		}
	}
	r.Hits = shown
	return r
}

// unsearched says which names of a party have nothing to search by: no letter
// and no digit.
func unsearched(p enduse.Party) (gaps []enduse.Gap) {
	for _, text := range append([]string{p.Name}, p.OtherNames...) {
		if text != "" && len(name.Analyse(text).Tokens) == 0 {
			gaps = append(gaps, enduse.Gap{
				What: fmt.Sprintf("name %q", text), Why: "it has no letter and no digit to search by",
				Hint: "write the name in the letters of any script",
			})
		}
	}
	return gaps
}
