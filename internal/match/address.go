package match

import (
	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

// address compares the party's addresses with those of an entry that is listed
// by its address alone. The Entity List has such entries since 12 June 2024.
func (m *Matcher) address(e *enduse.Entity, p *party) (enduse.Evidence, bool) {
	if e.Schema != enduse.SchemaAddress {
		return enduse.Evidence{}, false
	}
	best := enduse.Evidence{Kind: enduse.EvidenceAddress, Method: "the same words and numbers", Weight: m.Weights.Name}
	alike := -1.0
	for _, listed := range e.Addresses {
		l := name.Analyse(listed.String())
		for i := range p.addresses {
			if len(l.Tokens) == 0 {
				continue
			}
			if a := compare.Addresses(&p.addresses[i], &l); a > alike {
				alike, best.Query, best.Listed = a, p.addresses[i].Text, listed.String()
			}
		}
	}
	best.Contribution = nameLogOdds(max(alike, 0), m.Weights)
	return best, alike >= 0
}
