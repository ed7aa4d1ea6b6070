package screen

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/redflag"
	"github.com/enduse/enduse/internal/route"
)

// Check is one step of a screening. It returns its part of the verdict, and adds to
// found what later checks and the verdict need. A check that is interrupted may
// return anything: there is no verdict then.
type Check func(ctx context.Context, q *enduse.Query, found *Found) enduse.Checked

// Found is what the checks of one query share.
type Found struct {
	Snapshot *Snapshot
	// Binds says of each regime whether it binds the seller.
	Binds []route.Bind
	// Located is the query with the countries that its words give, and Assumed says
	// which words gave which.
	Located enduse.Query
	Assumed []string
	// Parties are those of the query, in order, and then the texts in which listed
	// names were found, each with all its hits.
	Parties []enduse.PartyResult
	Items   []enduse.ItemResult

	ids     []string // of the findings so far
	matcher *match.Matcher
	gaps    []enduse.Gap // of names that only rules search
}

// begin works out what all checks of a query need.
func (s *Screener) begin(q *enduse.Query, snapshot *Snapshot) *Found {
	f := &Found{Snapshot: snapshot, Binds: route.Regimes(q.Profile, q.AsOf), Located: *q, matcher: MatcherOf(s.policy, snapshot.Index)}
	f.matcher.Threshold = s.threshold()
	f.Located.Shipment, f.Assumed = route.Located(q.Shipment)
	return f
}

// saw notes what a check found, for the rules.
func (f *Found) saw(findings []enduse.Finding) {
	for i := range findings {
		f.ids = append(f.ids, findings[i].ID)
	}
}

// goods checks the items of a shipment against control lists.
func (s *Screener) goods(_ context.Context, q *enduse.Query, found *Found) enduse.Checked {
	for _, it := range q.Shipment.Items {
		found.Items = append(found.Items, enduse.ItemResult{Item: it})
	}
	switch {
	case len(q.Shipment.Items) == 0:
		return enduse.Checked{}
	case s.options.Goods == nil:
		return enduse.Checked{Gaps: []enduse.Gap{{What: "goods", Why: "no list of goods is loaded", Hint: "check them by hand"}}}
	}
	r := s.options.Goods.Check(&found.Located)
	for i := range found.Items {
		found.Items[i].Codes = r.Codes[i]
	}
	return r.Checked
}

// route checks where the goods and all parties are, of a party alone too.
func (s *Screener) route(_ context.Context, q *enduse.Query, found *Found) enduse.Checked {
	out := route.Check(q, found.Binds)
	out.Notes = append(out.Notes, found.Assumed...)
	return out
}

// rules evaluates the policy's rules over the shipment. A party alone is no
// transaction. A rule that fails, or that is not done in time, is a gap.
func (s *Screener) rules(ctx context.Context, q *enduse.Query, found *Found) enduse.Checked {
	if !isTransaction(&q.Shipment) {
		return enduse.Checked{}
	}
	timed, cancel := context.WithTimeout(ctx, maxRulesTime)
	defer cancel()
	out := redflag.Evaluate(s.policy.Rules(), redflag.Input{
		Query: found.Located, Facts: s.facts(found), Binds: found.Binds,
		Stop: func() error {
			if errors.Is(timed.Err(), context.DeadlineExceeded) {
				return fmt.Errorf("the rules of this record took longer than %v", maxRulesTime)
			}
			return timed.Err()
		},
	})
	out.Gaps = append(out.Gaps, found.gaps...)
	return out
}

// maxRulesTime bounds the rules of one record. Those in the program take
// milliseconds; a rule of one's own may ask for the whole history of each item.
const maxRulesTime = 20 * time.Second

// isTransaction reports whether a shipment states more than parties.
func isTransaction(s *enduse.Shipment) bool {
	return len(s.Items) > 0 || !s.Route.IsZero() || s.EndUse != "" || len(s.Payments) > 0 || len(s.Changes) > 0
}

// facts are what rules ask of what was found. Nothing searches the addresses of
// named entries or owners: rules that need them say that they were not evaluated.
func (s *Screener) facts(found *Found) redflag.Facts {
	q := &found.Located
	f := redflag.Facts{
		Found:      slices.Concat([]string{}, found.ids),
		Listed:     func(party int) []string { return matches(found.Parties[party].Hits) },
		ListedName: func(name string) []string { return s.listed(found, name) },
	}
	f.Management = func(party int) (listed []string) {
		for name := range strings.SplitSeq(q.Shipment.Parties[party].Management, ";") {
			if name = strings.TrimSpace(name); name != "" {
				listed = append(listed, s.listed(found, name)...)
			}
		}
		return listed
	}
	if r := s.options.References; r != nil {
		f.MarketPrice = r.MarketPrice
		f.Fits = func(what string) string { return r.Fits(what, &q.Shipment) }
	}
	if s.options.Goods != nil {
		f.CHPL = func(hs string) string {
			tier, _ := s.options.Goods.IsCHPL(hs, q.AsOf)
			return tier
		}
	}
	return f
}

// listed searches a name and names whom it matches. What cannot be read as a name is
// a gap: a rule must not take it for somebody who is not listed.
func (s *Screener) listed(found *Found, name string) []string {
	p := enduse.Party{Name: name}
	searched := s.judge(p, found.matcher.Search(found.matcher.Party(p), s.floor()), found.Located.AsOf)
	found.gaps = slices.Concat(found.gaps, searched.gaps, unsearchableNames(p))
	return matches(searched.Hits)
}

// maxNamed bounds how many listed parties are named for a rule.
const maxNamed = 10

// matches names the hits that match.
func matches(hits []enduse.Hit) (out []string) {
	for i := range hits {
		if hits[i].Match && len(out) < maxNamed {
			out = append(out, hits[i].Entity.Caption()+" ("+string(hits[i].Entity.ID)+")")
		}
	}
	return out
}

// bySeverity puts findings in order, the severest first.
func bySeverity(findings []enduse.Finding) {
	rank := func(f enduse.Finding) int { return slices.Index(enduse.Severities, f.Severity) }
	slices.SortStableFunc(findings, func(a, b enduse.Finding) int { return cmp.Compare(rank(a), rank(b)) })
}
