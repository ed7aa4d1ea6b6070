package mention

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// alikeEnough is the score from which on a name that is spelled otherwise is one
// of a list, and sure that from which on there is no doubt.
const (
	alikeEnough = 0.85
	sure        = 0.95
)

// spelled asks the matcher for the people and the organisations whose names are
// not listed as they are written, each name once.
func (s *search) spelled(people, organizations []Mention) (out []Mention) {
	for _, m := range slices.Concat(people, organizations) {
		if m.Anaphor || m.Kind == Person && m.Surface == m.Office {
			continue
		}
		at := s.spanOf(m)
		if slices.Contains(s.taken[at.first:at.end], true) {
			continue
		}
		if x := s.strengthOf(at); x.words < 2 || x.rare == 0 && m.Kind == Organization || s.tagged(at) {
			continue
		}
		hits := s.ask(m)
		if len(hits) == 0 {
			continue
		}
		if l, ok := s.otherwise(m, at, hits); ok {
			out = append(out, l)
		}
	}
	return out
}

// spanOf returns the words of a mention.
func (r *reader) spanOf(m Mention) span {
	first, _ := slices.BinarySearchFunc(r.words, m.Start, func(w word, start int) int { return w.start - start })
	end := first
	for end < len(r.words) && r.words[end].start < m.End {
		end++
	}
	return span{first, end}
}

// ask asks the matcher, once for each name.
func (s *search) ask(m Mention) []enduse.Hit {
	key := strings.ToLower(plain(m.Surface))
	hits, ok := s.asked[key]
	if !ok {
		p := enduse.Party{Name: plain(m.Surface)}
		if m.Kind == Person {
			p.Schema = enduse.SchemaPerson
		}
		hits = s.names.Hits(p, alikeEnough)
		s.asked[key] = hits
	}
	return hits
}

// otherwise makes a mention of hits.
func (s *search) otherwise(m Mention, at span, hits []enduse.Hit) (Mention, bool) {
	out := Mention{Kind: ListedParty, Start: m.Start, End: m.End, Surface: m.Surface}
	var entities []*enduse.Entity
	for _, h := range hits[:min(len(hits), mostParties)] {
		if len(h.Evidence) == 0 || !strings.Contains(h.Matched.Text, " ") || s.nobody(at, h.Entity, h.Matched.Text) || m.Kind == Person && h.Entity.Schema != enduse.SchemaPerson && h.Entity.Schema != enduse.SchemaLegalEntity {
			continue
		}
		entities = append(entities, h.Entity)
		out.Parties = append(out.Parties, Listing{h.Entity.ID, string(h.Entity.List), h.Matched.Text, h.Score.Value, h.Evidence})
	}
	if len(out.Parties) == 0 {
		return out, false
	}
	out.Resolved = out.Parties[0].Name
	s.doubt(&out, at, entities, false)
	if !out.Uncertain && (m.Kind == Person || out.Parties[0].Score < sure) && !s.facts(at, entities, false) {
		out.Uncertain, out.Why = true, "the name is spelled otherwise than the listed one"
	}
	return out, true
}
