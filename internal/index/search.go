package index

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

// search finds the listed names that a name could match. It first looks up the
// words that are cheap and distinctive, and stops once a name that shares only the
// remaining words could not reach the floor: names not touched by then are not
// similar enough. For touched names, the words that were not looked up count as if
// they agreed; if too many names are left, those words are looked up after all.
type search struct {
	*scratch
	x    *Index
	q    *Query
	n    *name.Name
	all  words
	open uint64 // words not looked up yet
	// initials are the words of a single letter. Too many words begin with it, so
	// it is not looked up and counts as if it had found one.
	initials uint64
	needs    []need
	// windows are the runs of neighbours that were looked up.
	windows [maxJoined + 1]uint64
}

// words is what the bound needs to know about the name of the query.
type words struct {
	order         []int // its words, cheap and distinctive ones first
	weight, tells []float64
	bits          []float64
	total, light  float64
	cost          []int
}

func (a *words) read(n *name.Name, cost func(*name.Token) int) {
	a.cost = a.cost[:0]
	a.order, a.weight, a.tells, a.bits = a.order[:0], a.weight[:0], a.tells[:0], a.bits[:0]
	a.total, a.light = 0, 0
	for i := range n.Tokens {
		t := &n.Tokens[i]
		tell := 0.0
		if compare.IsDistinctive(t) {
			tell = t.Weight
		}
		if t.Patronymic {
			a.light += t.Weight
		}
		a.total += t.Weight
		a.order, a.cost = append(a.order, i), append(a.cost, cost(t))
		a.weight, a.tells, a.bits = append(a.weight, t.Weight), append(a.tells, tell), append(a.bits, compare.Bits(t))
	}
	slices.SortStableFunc(a.order, func(i, j int) int {
		return cmp.Or(cmp.Compare(a.cost[i], a.cost[j]), cmp.Compare(a.bits[j], a.bits[i]), cmp.Compare(a.weight[j], a.weight[i]))
	})
}

// fewEnough is the number of names up to which comparing them is cheaper than
// looking up another word.
const fewEnough = 16

// byName adds the names that could be similar enough to the hits.
func (x *Index) byName(n *name.Name, q *Query, s *scratch) {
	s.bounds.begin()
	r := search{scratch: s, x: x, q: q, n: n, all: s.query, open: 1<<len(n.Tokens) - 1}
	r.all.read(n, func(t *name.Token) int { return x.cross.cost(s, t) })
	for i := range n.Tokens {
		if n.Tokens[i].Class == name.Initial {
			r.initials |= 1 << i
		}
	}
	r.acronym()
	for r.open != 0 && !r.pruneByBound() {
		r.lookupNext()
	}
	r.prune()
	r.bounds.keep(r.reaches)
	for _, id := range s.bounds.touched {
		s.hits = append(s.hits, hit{x.names.entity[id], id})
	}
	s.query = r.all
}

// pruneByBound closes the search once no untouched name could reach the floor,
// prunes the touched ones, and reports whether few are left.
func (r *search) pruneByBound() bool {
	t := &r.bounds
	if !t.closed {
		t.closed = !r.boundReaches(0, 0)
	}
	if t.closed && len(t.touched) > fewEnough {
		r.prune()
	}
	return t.closed && len(t.touched) <= fewEnough
}

// prune drops the names whose bound is too low.
func (r *search) prune() {
	r.needs = r.needs[:0]
	r.bounds.keep(func(_ int32, t *upperBound) bool { return r.agreedEnough(t) })
}

// need is the least agreement that names need if some words are paired.
type need struct {
	paired uint64
	agreed float32
}

// agreedEnough reports whether a name with this bound could be similar enough. Few
// sets of words are ever paired, so the need of each set is kept.
func (r *search) agreedEnough(t *upperBound) bool {
	for _, n := range r.needs {
		if n.paired == t.paired {
			return t.agreed >= n.agreed
		}
	}
	n := need{t.paired, r.needOf(t.paired)}
	r.needs = append(r.needs, n)
	return t.agreed >= n.agreed
}

// needOf returns a lower bound of what is needed, to 1/256 of the greatest value.
func (r *search) needOf(paired uint64) float32 {
	low, high := 0.0, r.all.total+maxListed*float64(bits.OnesCount64(paired))
	if !r.boundReaches(paired, high) {
		return math.MaxFloat32
	}
	for range 8 {
		if mid := (low + high) / 2; r.boundReaches(paired, mid) {
			high = mid
		} else {
			low = mid
		}
	}
	return float32(low)
}

// boundReaches reports whether a name could be similar enough if it agrees this much
// with the paired words.
func (r *search) boundReaches(paired uint64, agreed float64) bool {
	m := r.knownOf(paired, agreed+r.openListed())
	return r.q.Weights.MaxLogOddsOfAny(&m, r.q.Weight) >= r.q.Floor
}

// openListed is the greatest weight of the listed words that could be paired with the
// words that were not looked up.
func (r *search) openListed() float64 { return maxListed * float64(bits.OnesCount64(r.open)) }

// reaches reports whether a name could be similar enough.
func (r *search) reaches(id int32, t *upperBound) bool {
	f := r.x.names.factsOf(id)
	m := r.knownOf(t.paired, float64(t.agreed)+r.openListed())
	m.Agreed = min(m.Agreed, r.all.total-m.Unpaired[0]+f.weight)
	paired := float64(t.listed) + r.openListed() + maxWeight*float64(bits.OnesCount64(r.initials))
	m.PatronymicWeight += f.light
	m.Unpaired[1], m.Distinctive[1] = max(f.weight-paired, 0), max(f.tells-paired, 0)
	return r.q.Weights.MaxLogOdds(&m, r.all.total+f.weight, r.q.Weight) >= r.q.Floor
}

// knownOf returns what is known of a name that these words of the query are paired
// with, and with which they agree this much. Words that were not looked up count as if
// they agreed.
func (r *search) knownOf(paired uint64, agreed float64) compare.Bound {
	m := compare.Bound{Agreed: agreed, PatronymicWeight: r.all.light}
	paired |= r.open | r.initials
	for i, w := range r.all.weight {
		bit := uint64(1) << i
		switch {
		case paired&bit == 0:
			m.Unpaired[0] += w
			m.Distinctive[0] += r.all.tells[i]
			continue
		case r.open&bit != 0:
			m.Agreed += w
		case r.initials&bit != 0:
			m.Agreed += r.q.Weights.Initial * (w + maxWeight)
		}
		m.Bits += r.all.bits[i]
		if r.initials&bit == 0 {
			m.Words++
		} else {
			m.InitialBits += r.all.bits[i]
		}
	}
	return m
}

// maxWeight is the greatest weight of a word, and maxListed that of all listed words
// that one word can be paired with: it may mean several joined ones.
const (
	maxWeight = 1.0
	maxListed = maxJoined * maxWeight
)

// lookupNext looks up the next word, and the runs of neighbours that it is in.
func (r *search) lookupNext() {
	i := r.all.order[len(r.all.order)-bits.OnesCount64(r.open)]
	r.open &^= 1 << i
	r.token(i)
	for count := 2; count <= maxJoined; count++ {
		for from := max(i-count+1, 0); from <= i; from++ {
			if r.windows[count]&(1<<from) == 0 {
				r.windows[count] |= 1 << from
				r.window(from, count)
			}
		}
	}
}

// token adds all that a word could pair with.
func (r *search) token(i int) {
	t := &r.n.Tokens[i]
	p := r.pairings(uint32(i+1), 1<<i, t.Weight)
	r.words(p, t.Text, maxReach)
	if t.Latin != "" && t.Latin != t.Text {
		r.words(p, t.Latin, maxReach)
	}
	r.joins(p, t.Raw)
	r.x.cross.sum(r.scratch, t, p)
	r.x.sounds.sum(r.scratch, t, p)
}

// window adds all that neighbours written as one could pair with.
func (r *search) window(from, count int) {
	joined, ok := compare.Join(r.n.Tokens, from, count)
	if !ok {
		return
	}
	p := r.pairings(uint32(count)<<8|uint32(from), (1<<count-1)<<from, weigh(r.n.Tokens[from:from+count]))
	r.words(p, joined, compare.JoinBudget(utf8.RuneCountInString(joined)))
	r.x.cross.sumJoined(r.scratch, r.n.Tokens, from, joined, p)
}

// acronymGroup is the group of the acronym; no word or window has this number.
const acronymGroup = 1 << 16

func (r *search) acronym() {
	if r.n.Acronym == "" {
		return
	}
	from, to := r.n.Initials[0], r.n.Initials[1]
	r.words(r.pairings(acronymGroup, 1<<to-1<<from, weigh(r.n.Tokens[from:to])), r.n.Acronym, maxReach)
}

// words adds, to each name with a word within some edits of this one, the most that
// pairing the two could contribute.
func (r *search) words(p pairings, word string, maxEdits int) {
	r.sum(p, &r.x.words, r.lookup(&r.x.words, word, wordReach, maxEdits))
}

// joins adds the names with neighbours that may be written as this word.
func (r *search) joins(p pairings, word string) {
	r.sum(p, &r.x.joins, r.lookup(&r.x.joins, word, joinReach, maxReach))
}

func (r *search) sum(p pairings, in *terms, found []found) {
	for _, f := range found {
		listed := in.weights[f.term].weight()
		agreed := float32(f.alike * (p.weight + float64(listed)))
		for _, holder := range in.postings.of(f.term) {
			r.bounds.add(holder, p.number, p.cover, agreed, listed)
		}
	}
}

// pairings are those of one word of the query, or of one run of neighbours. Only one
// of them counts for a name.
type pairings struct {
	number uint32
	cover  uint64 // its words
	weight float64
	of     *compare.NameWeights
}

func (r *search) pairings(number uint32, cover uint64, weight float64) pairings {
	return pairings{number, cover, weight, &r.q.Weights}
}
