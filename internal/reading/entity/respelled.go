package entity

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// minSimilar is the score at or above which a name that is spelled otherwise is a
// listed one, and minSure that at or above which it is surely so.
const (
	minSimilar = 0.85
	minSure    = 0.95
)

// respelled asks the matcher for the people and organisations whose names are not
// written as they are listed, each name once.
func (s *listedSearch) respelled(people, organisations []Mention) (out []Mention) {
	for _, m := range slices.Concat(people, organisations) {
		if m.Anaphor || m.Kind == Person && m.Surface == m.Office {
			continue
		}
		at := s.SpanOf(&m)
		if slices.Contains(s.taken[at.First:at.End], true) {
			continue
		}
		if x := distinctivenessOf(s.Tagged, at); x.words < 2 || x.rare == 0 && m.Kind == Organization || s.isTagged(at) {
			continue
		}
		hits := s.ask(m)
		if len(hits) == 0 {
			continue
		}
		if l, ok := s.mentionOf(hits, m, at); ok {
			out = append(out, l)
		}
	}
	return out
}

// ask asks the matcher, once for each name.
func (s *listedSearch) ask(m Mention) []enduse.Hit {
	key := strings.ToLower(onOneLine(m.Surface))
	hits, ok := s.asked[key]
	if !ok {
		p := enduse.Party{Name: onOneLine(m.Surface)}
		if m.Kind == Person {
			p.Schema = enduse.SchemaPerson
		}
		hits = s.lists.matcher.Hits(p, minSimilar)
		s.asked[key] = hits
	}
	return hits
}

// mentionOf makes a mention of hits.
func (s *listedSearch) mentionOf(hits []enduse.Hit, m Mention, at Span) (Mention, bool) {
	out := Mention{Kind: ListedParty, Start: m.Start, End: m.End, Surface: m.Surface}
	var entities []*enduse.Entity
	for _, h := range hits[:min(len(hits), maxParties)] {
		if len(h.Evidence) == 0 || !strings.Contains(h.Matched.Text, " ") || s.isNobody(at, h.Entity, h.Matched.Text) {
			continue
		}
		if m.Kind == Person && h.Entity.Schema != enduse.SchemaPerson && h.Entity.Schema != enduse.SchemaLegalEntity {
			continue
		}
		entities = append(entities, h.Entity)
		out.Parties = append(out.Parties, Listing{h.Entity.ID, string(h.Entity.List), h.Matched.Text, h.Score.Value, h.Evidence})
	}
	if len(out.Parties) == 0 {
		return out, false
	}
	out.Resolved = out.Parties[0].Name
	s.markAmbiguous(&out, at, entities, false)
	if !out.Uncertain && (m.Kind == Person || out.Parties[0].Score < minSure) && !s.facts.agree(at, entities, false) {
		out.Uncertain, out.Why = true, "the name is spelled otherwise than the listed one"
	}
	return out, true
}
