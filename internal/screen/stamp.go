package screen

import (
	"maps"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/namefield"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/route"
)

// StampOf says what an answer rests on that a version of the engine gives by a
// policy from a snapshot.
func StampOf(engine string, p *policy.Policy, snapshot *Snapshot, asOf enduse.Date) enduse.Stamp {
	return enduse.Stamp{
		Engine: engine, Policy: p.Digest(), Editions: snapshot.Stamps, AsOf: asOf, Prior: p.Probability.Prior,
		Tables: map[string]string{"frequency": name.FrequencyDigest(), "names": name.TablesDigest(), "name_fields": namefield.Digest()},
	}
}

// stampOf says what a verdict rests on: everything but the query.
func stampOf(o *Options, p *policy.Policy, snapshot *Snapshot, asOf enduse.Date) enduse.Stamp {
	stamp := StampOf(o.Engine, p, snapshot, asOf)
	maps.Copy(stamp.Tables, o.GoodsTables)
	if o.References != nil {
		stamp.Tables["references"] = o.References.Digest()
	}
	stamp.Tables["route"] = route.Digest()
	stamp.Options = o.Options
	for _, g := range snapshot.Failed {
		stamp.Failed = append(stamp.Failed, g.What)
	}
	return stamp
}

// changing keeps the options that ask for something else than the policy, whose
// threshold is given: only these are in the stamp.
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

// MatcherOf is the matcher that a policy makes of an index.
func MatcherOf(p *policy.Policy, x match.Index) *match.Matcher {
	return &match.Matcher{
		Index: x, Weights: p.Weights, NameBirthPlace: p.Identity.Person, Calibration: match.Calibration(p.Probability),
		Threshold: p.Threshold,
	}
}
