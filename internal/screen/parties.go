package screen

import (
	"context"
	"fmt"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/name"
)

// parties searches the lists for each party, and for names in the texts.
func (s *Screener) parties(ctx context.Context, q *enduse.Query, found *Found) (out enduse.Checked) {
	for _, p := range q.Shipment.Parties {
		if ctx.Err() != nil {
			return out
		}
		s.add(&out, found, s.judge(p, found.matcher.Search(found.matcher.Party(p), s.floor()), found.Located.AsOf))
		out.Gaps = append(out.Gaps, unsearchableNames(p)...)
	}
	s.texts(&out, q, found)
	return out
}

// searched is what the lists hold of one party.
type searched struct {
	enduse.PartyResult
	namesakes []enduse.Hit
	leads     []*enduse.Entity
	gaps      []enduse.Gap
}

// judge says which hits match.
func (s *Screener) judge(p enduse.Party, r match.Result, asOf enduse.Date) searched {
	for i := range r.Hits {
		h := &r.Hits[i]
		h.NotInForce = !inForce(h, asOf)
		decide(h, asOf)
		h.Match = h.Score.Value >= s.threshold() && !h.NotInForce
		if !h.Match && !h.NotInForce && h.SameName {
			r.Namesakes = append(r.Namesakes, *h) // shown because of a lower --min-score
		}
	}
	return searched{enduse.PartyResult{Party: p, Hits: r.Hits, Total: len(r.Hits)}, r.Namesakes, r.Leads, r.Gaps}
}

// inForce reports whether one member of the subject of a hit is on a list on a day.
func inForce(h *enduse.Hit, asOf enduse.Date) bool {
	return slices.ContainsFunc(h.All(), func(e *enduse.Entity) bool { return e.InForce(asOf) })
}

// decide makes the member the entity of a hit that has the most restrictive measure in
// force, and puts it first; among equals, the one with the best name.
func decide(h *enduse.Hit, asOf enduse.Date) {
	if h.Members == nil {
		return
	}
	severity := func(e *enduse.Entity) int {
		strictest := len(enduse.Measures)
		for _, d := range designations(e, asOf) {
			for _, m := range d.Measures {
				strictest = min(strictest, slices.Index(enduse.Measures, m))
			}
		}
		return strictest
	}
	first := 0
	for i, e := range h.Members {
		if severity(e) < severity(h.Members[first]) {
			first = i
		}
	}
	decides := h.Members[first]
	h.Members = slices.Concat([]*enduse.Entity{decides}, h.Members[:first], h.Members[first+1:])
	h.Entity = decides
}

// add adds what the lists hold of one party.
func (s *Screener) add(out *enduse.Checked, found *Found, p searched) {
	asOf := found.Located.AsOf
	out.Findings = append(out.Findings, s.findings(p.PartyResult, asOf)...)
	out.Findings = append(out.Findings, s.namesakes(p, asOf)...)
	out.Findings = append(out.Findings, s.named(p, asOf)...)
	out.Gaps = append(out.Gaps, p.gaps...)
	found.Parties = append(found.Parties, p.PartyResult)
}

// texts searches what the user's file says in words: a text is no party, unless a
// listed name is in it.
func (s *Screener) texts(out *enduse.Checked, q *enduse.Query, found *Found) {
	seen := map[string]bool{}
	for i := range q.Shipment.Parties {
		seen[q.Shipment.Parties[i].Name] = true
	}
	for _, t := range q.Shipment.Texts {
		if seen[t.Text] {
			continue
		}
		seen[t.Text] = true
		if s.number(out, found, t, q) {
			continue
		}
		p := s.judge(enduse.Party{Role: enduse.RoleRelated, Name: t.Text}, found.matcher.Search(found.matcher.Text(t.Text), s.floor()), q.AsOf)
		if len(p.Hits) == 0 {
			out.Findings = append(out.Findings, s.named(p, q.AsOf)...)
			out.Gaps = append(out.Gaps, p.gaps...)
			continue
		}
		out.Notes = append(out.Notes, t.Field+" is a text; listed names were looked for in it")
		s.add(out, found, p)
	}
}

// shown cuts the hits of each party to those that are asked for. All of them have
// been counted where they decide something.
func (s *Screener) shown(parties []enduse.PartyResult) []enduse.PartyResult {
	least := s.threshold()
	if s.options.MinScore != nil {
		least = *s.options.MinScore
	}
	var out []enduse.PartyResult
	for _, p := range parties {
		hits := p.Hits[:0:0]
		for _, h := range p.Hits {
			if h.Score.Value >= least && (s.options.Limit == 0 || len(hits) < s.options.Limit) {
				hits = append(hits, h)
			}
		}
		p.Hits = hits
		if s.options.Scorer == ScorerOFAC {
			p = withOFACScores(p)
		}
		out = append(out, p)
	}
	return out
}

// unsearchableNames says which names of a party have nothing to search by: no letter
// and no digit.
func unsearchableNames(p enduse.Party) (gaps []enduse.Gap) {
	for _, text := range append([]string{p.Name}, p.OtherNames...) {
		if text != "" && !isSearchable(text) {
			gaps = append(gaps, enduse.Gap{
				What: fmt.Sprintf("name %q", text), Why: "it has no letter and no digit to search by",
				Hint: "write the name in the letters of any script",
			})
		}
	}
	return gaps
}

// isSearchable reports whether a name has a word. One with a Latin letter or a digit
// has; others are taken apart, as the search does.
func isSearchable(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' {
			return true
		}
	}
	return len(name.Analyse(text).Tokens) > 0
}
