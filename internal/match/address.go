package match

import (
	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

// address returns the evidence for an entry that is listed by its address alone.
// The Entity List has had such entries since 12 June 2024.
func (m *Matcher) address(e *enduse.Entity, p *Party) (enduse.Evidence, bool) {
	if e.Schema != enduse.SchemaAddress {
		return enduse.Evidence{}, false
	}
	ev, similarity, found := closest(e, p)
	ev.Weight, ev.Contribution = m.Weights.Name, nameLogOdds(similarity, m.Weights)
	return ev, found
}

// minSameAddress is the least similarity of two spellings of one address.
const minSameAddress = 0.85

// sharedAddress returns the evidence that a named entity and the party have an
// address in common. Different addresses are not a contradiction.
func (m *Matcher) sharedAddress(e *enduse.Entity, p *Party) (enduse.Evidence, bool) {
	ev, similarity, found := closest(e, p)
	ev.Weight, ev.Contribution = m.Weights.Address.Agree, m.Weights.Address.Agree
	return ev, found && similarity >= minSameAddress
}

// closest compares all addresses of the party with all of the entity. An
// address that is only a city does not count.
func closest(e *enduse.Entity, p *Party) (ev enduse.Evidence, similarity float64, found bool) {
	ev = enduse.Evidence{Kind: enduse.EvidenceAddress, Method: "the same words and numbers"}
	if len(p.addresses) == 0 {
		return ev, 0, false
	}
	for _, listed := range e.Addresses {
		l := name.Analyse(listed.String())
		if listed.Street == "" && listed.Text == "" || len(l.Tokens) < 2 {
			continue
		}
		for i := range p.addresses {
			if a := compare.Addresses(&p.addresses[i], &l); !found || a > similarity {
				found, similarity = true, a
				ev.Query, ev.Listed = p.addresses[i].Text, listed.String()
			}
		}
	}
	return ev, similarity, found
}
