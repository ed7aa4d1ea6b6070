package eval

import (
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/enduse/enduse"
)

// found is what became of one query for a listed party.
type found struct {
	rank  int        // 1 + the number of entities that score strictly higher; 0: not among the hits
	score float64    // of the party that is meant
	hit   enduse.Hit // the best hit for it
	best  enduse.Hit // the best hit of all
	took  time.Duration
}

// inFirst reports whether the party is among the first n.
func (f *found) inFirst(n int) bool { return f.rank > 0 && f.rank <= n }

// depths are the scores down to which a party that does not match is sought, for
// its rank. Below the last every other name is as good: that is no find.
var depths = []float64{leastThreshold, 0.3, 0.05}

// firstPage is how many hits a person looks at.
const firstPage = 10

// find searches for a party at the threshold, and deeper where the one that is
// meant is not among the hits and could still be among the first ten.
func (r *Runner) find(m Matcher, p enduse.Party, is func(*enduse.Entity) bool) found {
	var f found
	var hits []enduse.Hit
	hits, f.took = r.timed(m, p, r.Threshold)
	f.place(hits, is)
	for _, floor := range depths {
		if f.rank > 0 || floor < leastThreshold && len(hits) >= firstPage {
			break
		}
		if floor < r.Threshold {
			hits = m.Hits(p, floor)
			f.place(hits, is)
		}
	}
	return f
}

// place finds the rank of the entity that is meant: the best of them, if there
// are several.
func (f *found) place(hits []enduse.Hit, is func(*enduse.Entity) bool) {
	for i, h := range hits {
		if i == 0 || h.Score.Value > f.best.Score.Value {
			f.best = h
		}
		if is(h.Entity) && (f.rank == 0 || h.Score.Value > f.score) {
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

// named maps names, the order of words, case and punctuation aside, to the
// entities that bear them.
type named map[string][]*enduse.Entity

func namesOf(entities []*enduse.Entity) named {
	out := named{}
	for _, e := range entities {
		for _, n := range e.Names {
			key := sameName(n.Text)
			if at := out[key]; len(at) == 0 || at[len(at)-1] != e {
				out[key] = append(at, e)
			}
		}
	}
	return out
}

// sameName is one text for all the orders of the words of a name.
func sameName(text string) string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	slices.Sort(words)
	return strings.Join(words, " ")
}

// among reports whether an entity is one of several.
func among(all []*enduse.Entity) func(*enduse.Entity) bool {
	return func(e *enduse.Entity) bool { return slices.Contains(all, e) }
}
