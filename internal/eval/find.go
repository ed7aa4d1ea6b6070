package eval

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/enduse/enduse"
)

// found is the result of one query for a listed party.
type found struct {
	rank  int        // 1 + the number of entities that score strictly higher; 0: not among the hits
	score float64    // of the party that is meant
	hit   enduse.Hit // the best hit for it
	best  enduse.Hit // the best hit of all
	took  time.Duration
}

// inFirst reports whether the party is among the first n.
func (f *found) inFirst(n int) bool { return f.rank > 0 && f.rank <= n }

// depths are the floors of further searches for a party that does not match, to
// find its rank. Below the last of them any other name scores as much.
var depths = []float64{minThreshold, 0.3, 0.05}

// pageSize is the number of hits that a person looks at.
const pageSize = 10

// finder searches for listed parties and takes the time.
type finder struct {
	Matcher
	threshold float64
	clock     enduse.Clock
}

func (r *Runner) finder(m Matcher) finder { return finder{m, r.Threshold, r.Clock} }

// find searches at the threshold. If the party that is meant is not among the
// hits and can still be among the first ten, it searches deeper.
func (f finder) find(p enduse.Party, isMeant func(*enduse.Entity) bool) found {
	var out found
	var hits []enduse.Hit
	hits, out.took = f.timed(p, f.threshold)
	out.rankIn(hits, isMeant)
	for _, floor := range depths {
		if out.rank > 0 || floor < minThreshold && len(hits) >= pageSize {
			break
		}
		if floor < f.threshold {
			hits = f.Hits(p, floor)
			out.rankIn(hits, isMeant)
		}
	}
	return out
}

// timed returns the hits of a party, and how long the search took.
func (f finder) timed(p enduse.Party, floor float64) ([]enduse.Hit, time.Duration) {
	start := f.clock()
	hits := f.Hits(p, floor)
	return hits, f.clock().Sub(start)
}

// rankIn sets the rank of the entity that is meant. If several are, the best of
// them counts.
func (f *found) rankIn(hits []enduse.Hit, isMeant func(*enduse.Entity) bool) {
	for i, h := range hits {
		if i == 0 || h.Score.Value > f.best.Score.Value {
			f.best = h
		}
		if slices.ContainsFunc(h.All(), isMeant) && (f.rank == 0 || h.Score.Value > f.score) {
			f.rank, f.score, f.hit = 1, h.Score.Value, h
		}
	}
	if f.rank == 0 {
		return
	}
	for _, h := range hits {
		if h.Score.Value > f.score {
			f.rank++
		}
	}
}

// nameIndex maps names to the entities that have them, regardless of word order,
// case and punctuation.
type nameIndex map[string][]*enduse.Entity

func namesOf(entities []*enduse.Entity) nameIndex {
	out := nameIndex{}
	for _, e := range entities {
		for _, n := range e.Names {
			key := nameKey(n.Text)
			if at := out[key]; len(at) == 0 || at[len(at)-1] != e {
				out[key] = append(at, e)
			}
		}
	}
	return out
}

// nameKey is equal for names that differ only in word order, case or punctuation.
func nameKey(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	slices.Sort(words)
	return strings.Join(words, " ")
}

// oneOf returns a function that reports whether an entity is one of all.
func oneOf(all []*enduse.Entity) func(*enduse.Entity) bool {
	return func(e *enduse.Entity) bool { return slices.Contains(all, e) }
}
