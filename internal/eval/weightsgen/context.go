package main

import (
	"math"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
)

// How closely the birth dates of two entities agree: the best pair counts, and the
// values are in order.
const (
	dateConflict = -1
	dateUnknown  = 0
	sameYear     = 1 // but another day
	near         = 2
	inYear       = 3
	inMonth      = 4
	sameDay      = 5
)

// marks take the place of weights, to show which of them is used.
var marks = compare.BirthDateWeights{Day: sameDay, Month: inMonth, Year: inYear, Near: near, SameYear: sameYear, Conflict: -dateConflict}

func bestDate(a, b *enduse.Entity) int {
	best := dateUnknown
	for _, d := range a.BirthDates {
		if ev, found := compare.BirthDates(d, b.BirthDates, marks); found && (best == dateUnknown || int(ev.Contribution) > best) {
			best = int(ev.Contribution)
		}
	}
	return best
}

// count is how often a fact agrees for records of one party, and for records of two
// parties.
type count struct {
	path      string
	what      string
	sign      float64 // -1 where the weight says what is taken
	same, of  int
	other, to int
}

// ratio is the logarithm of the likelihood ratio, half a case added to each
// cell so that none is empty.
func (c count) ratio() float64 {
	share := func(n, of int) float64 { return (float64(n) + 0.5) / (float64(of) + 1) }
	return math.Log(share(c.same, c.of) / share(c.other, c.to))
}

// fact compares one fact of two entities: a mark, and whether both have it.
type fact func(a, b *enduse.Entity) (mark int, known bool)

// minNameBits is the information of an equal name that identifies its party without
// a birth date.
const minNameBits = 26

// strides are the distances at which entities are paired by chance: primes.
var strides = []int{1009, 2003, 3001, 4001, 5003, 6007, 7001, 8009, 9001, 10007}

// contextOf counts how often the records of one party on two lists agree, and how
// often those of different parties agree by chance.
func contextOf(x *parties) []count {
	named, born := x.twins()
	var out []count
	add := func(twins [][2]int, f fact, rows ...count) {
		same, of := tally(x, twins, f)
		other, to := tally(x, x.strangers(), f)
		for _, r := range rows {
			mark := markOf[r.path]
			r.same, r.of, r.other, r.to = same[mark], of, other[mark], to
			out = append(out, r)
		}
	}
	add(named, birthDate,
		count{path: "birth_date.day", what: "the same day", sign: 1}, count{path: "birth_date.month", what: "the same month", sign: 1},
		count{path: "birth_date.year", what: "the same year", sign: 1}, count{path: "birth_date.near", what: "a year apart, or a slip", sign: 1},
		count{path: "birth_date.same_year", what: "the same year, another day", sign: 1}, count{path: "birth_date.conflict", what: "other dates", sign: -1})
	add(append(born, named...), country,
		count{path: "country.agree", what: "a country in common", sign: 1}, count{path: "country.conflict", what: "other countries", sign: -1})
	add(named, schema, count{path: "schema.agree", what: "the same type", sign: 1}, count{path: "schema.conflict", what: "not the same type", sign: -1})
	return out
}

// markOf returns the mark of a weight.
var markOf = map[string]int{
	"birth_date.day": sameDay, "birth_date.month": inMonth, "birth_date.year": inYear, "birth_date.near": near,
	"birth_date.same_year": sameYear, "birth_date.conflict": dateConflict,
	"country.agree": 1, "country.conflict": -1, "schema.agree": 1, "schema.conflict": -1,
}

func birthDate(a, b *enduse.Entity) (int, bool) {
	m := bestDate(a, b)
	return m, m != dateUnknown
}

func country(a, b *enduse.Entity) (int, bool) {
	if m, _ := schema(a, b); m < 0 {
		return 0, false // of one type only: ships have flags, people nationalities
	}
	all := func(e *enduse.Entity) []enduse.Country {
		return append(append([]enduse.Country{}, e.Countries...), e.Nationalities...)
	}
	ev, known := compare.Countries(all(a), all(b), compare.AgreeWeights{Agree: 1, Conflict: 1})
	return int(ev.Contribution), known
}

// schema marks as agreement all schemas in which compare.Schemas finds no conflict.
func schema(a, b *enduse.Entity) (int, bool) {
	for _, s := range []enduse.Schema{a.Schema, b.Schema} {
		if s == enduse.SchemaLegalEntity || s == enduse.SchemaAddress || s == enduse.SchemaAsset {
			return 0, false
		}
	}
	if _, conflict := compare.Schemas(a.Schema, b.Schema, compare.AgreeWeights{}); conflict {
		return -1, true
	}
	return 1, true
}

func tally(x *parties, of [][2]int, f fact) (marks map[int]int, known int) {
	marks = map[int]int{}
	for _, p := range of {
		if m, ok := f(x.Entity(p[0]), x.Entity(p[1])); ok {
			marks[m]++
			known++
		}
	}
	return marks, known
}

// twins returns the records of one party on two lists: those that share a very rare
// name, and those that share a name and a full birth date.
func (p *parties) twins() (named, born [][2]int) {
	by := map[string][]int{}
	var namer compare.Namer
	for i := range p.Len() {
		seen := map[int]bool{}
		for _, n := range p.names[i] {
			key := nameKey(n)
			for _, k := range by[key] {
				if seen[k] || p.Entity(k).Source == p.Entity(i).Source {
					continue
				}
				seen[k] = true
				if namer.Explain(n, n).Bits >= minNameBits {
					named = append(named, [2]int{k, i})
				}
				if p.samePerson(k, i) {
					born = append(born, [2]int{k, i})
				}
			}
		}
		for _, n := range p.names[i] {
			if key := nameKey(n); len(by[key]) == 0 || by[key][len(by[key])-1] != i {
				by[key] = append(by[key], i)
			}
		}
	}
	return named, born
}

// strangers returns records of different parties of one type, or of types that are
// not compared: they are far apart in the order of their ids.
func (p *parties) strangers() (out [][2]int) {
	for _, s := range strides {
		for i := range p.Len() {
			if k := (i + s) % p.Len(); p.groups[i] != p.groups[k] {
				out = append(out, [2]int{i, k})
			}
		}
	}
	return out
}
