package match

import (
	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

// address is the evidence for an entry that is listed by its address alone.
// The Entity List has such entries since 12 June 2024.
func (m *Matcher) address(e *enduse.Entity, p *party) (enduse.Evidence, bool) {
	if e.Schema != enduse.SchemaAddress {
		return enduse.Evidence{}, false
	}
	ev, alike, found := closest(e, p)
	ev.Weight, ev.Contribution = m.Weights.Name, nameLogOdds(alike, m.Weights)
	return ev, found
}

// sameAddress is the likeness from which on two addresses are one.
const sameAddress = 0.85

// sharedAddress is the evidence that a named entity and the party have an
// address in common. Other addresses are no conflict.
func (m *Matcher) sharedAddress(e *enduse.Entity, p *party) (enduse.Evidence, bool) {
	ev, alike, found := closest(e, p)
	ev.Weight, ev.Contribution = m.Weights.Address.Agree, m.Weights.Address.Agree
	return ev, found && alike >= sameAddress
}

// closest compares all addresses of the party with all of the entity. An
// address of a city alone is no address.
func closest(e *enduse.Entity, p *party) (ev enduse.Evidence, alike float64, found bool) {
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
			if a := compare.Addresses(&p.addresses[i], &l); !found || a > alike {
				found, alike = true, a
				ev.Query, ev.Listed = p.addresses[i].Text, listed.String()
			}
		}
	}
	return ev, alike, found
}
