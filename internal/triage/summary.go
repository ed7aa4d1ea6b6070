package triage

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// Summary is what a run came to.
type Summary struct {
	Outcomes map[enduse.Outcome]int
	Classes  [Folded + 1]int
	ByClass  [Folded + 1]map[enduse.Outcome]int // each record once
	Faults   int                                // records that could not be read
	// NotComplete counts the records with a gap or a fault, whatever their outcome: one
	// with a finding may have another in a list that is missing.
	NotComplete int
	Same        int            // records that ask the same as an earlier one
	LeftOut     map[string]int // records that are nobody to screen, by why
	Leads       map[string]int // records with a lead and no other finding, by the lead's id
}

// add counts a record.
func (s *Summary) add(r *record, class Class) {
	if s.Outcomes == nil {
		s.Outcomes, s.LeftOut, s.Leads = map[enduse.Outcome]int{}, map[string]int{}, map[string]int{}
	}
	s.Outcomes[r.outcome]++
	s.Classes[class]++
	if s.ByClass[class] == nil {
		s.ByClass[class] = map[enduse.Outcome]int{}
	}
	s.ByClass[class][r.outcome]++
	if r.fault {
		s.Faults++
	}
	if r.partly {
		s.NotComplete++
	}
	switch {
	case r.same:
		s.Same++
	case class == Folded:
		s.LeftOut[r.leftOut]++
	case class == Lead:
		for _, id := range r.findings {
			s.Leads[id]++
		}
	}
}

// class says what a record asks of its reader; own reports whether a gap is that of
// some records alone.
func (r *record) class(own func(gap int) bool) Class {
	decide := r.outcome == enduse.Prohibited || r.outcome == enduse.Review
	switch {
	case r.same:
		return Folded
	case decide:
		return Decide
	case r.fault || slices.ContainsFunc(r.gaps, own):
		return Incomplete
	case r.found:
		return Lead
	case r.leftOut != "":
		return Folded
	}
	return Nothing
}

// gapCounts count the records of each gap.
type gapCounts struct {
	places map[enduse.Gap]int
	gaps   []enduse.Gap
	counts []int
}

// maxGaps bounds the kinds of gaps that are counted; what is beyond is a record's own.
const maxGaps = 10000

// add counts a gap and returns its place; -1 beyond maxGaps.
func (c *gapCounts) add(g enduse.Gap) int {
	if c.places == nil {
		c.places = map[enduse.Gap]int{}
	}
	at, ok := c.places[g]
	switch {
	case !ok && len(c.gaps) >= maxGaps:
		return -1
	case !ok:
		at = len(c.gaps)
		c.places[g] = at
		c.gaps, c.counts = append(c.gaps, g), append(c.counts, 0)
	}
	c.counts[at]++
	return at
}

// widespread are the gaps that half of the records have: what is missing is missing for
// the whole run.
func (c *gapCounts) widespread(records int) (out []enduse.Gap) {
	for i, g := range c.gaps {
		if c.counts[i] > 1 && 2*c.counts[i] >= records && !strings.HasPrefix(g.What, "item ") {
			out = append(out, g)
		}
	}
	return out
}

// isIn reports whether the gap of a place is among others.
func (c *gapCounts) isIn(at int, all []enduse.Gap) bool {
	return at >= 0 && slices.Contains(all, c.gaps[at])
}
