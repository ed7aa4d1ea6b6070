package compare

import (
	"github.com/enduse/enduse/internal/name"
)

// Addresses returns the similarity of two addresses without their countries, 0 to 1: the
// share of words that they have in common. Every number in the shorter address must be in
// the longer one, because 12 and 14 in a street are two houses.
func Addresses(a, b *name.Name) float64 {
	if len(a.Tokens) > len(b.Tokens) || len(a.Tokens) == len(b.Tokens) && a.Folded > b.Folded {
		a, b = b, a
	}
	var agreed, all float64
	used := make([]bool, len(b.Tokens))
	for i := range a.Tokens {
		t := &a.Tokens[i]
		w := addressWeight(t)
		similarity := takeMostSimilar(t, b, used)
		if similarity == 0 && t.Class == name.Number {
			return 0
		}
		agreed += w * similarity
		all += w
	}
	return agreed / (all + 0.3*unpairedWeight(b, used))
}

// takeMostSimilar finds the most similar unused word of an address, marks it as used, and
// returns the similarity.
func takeMostSimilar(t *name.Token, b *name.Name, used []bool) float64 {
	best, at := 0.0, -1
	for j := range b.Tokens {
		if used[j] || (b.Tokens[j].Class == name.Number) != (t.Class == name.Number) {
			continue
		}
		similarity := Similarity(t.Key(), b.Tokens[j].Key())
		if t.Class == name.Number && similarity < 1 {
			continue
		}
		if similarity > best {
			best, at = similarity, j
		}
	}
	if at >= 0 {
		used[at] = true
	}
	return best
}

func unpairedWeight(b *name.Name, used []bool) (sum float64) {
	for j := range b.Tokens {
		if !used[j] {
			sum += addressWeight(&b.Tokens[j])
		}
	}
	return sum
}

// addressWeight gives house numbers and names of streets more weight than words that every
// address has.
func addressWeight(t *name.Token) float64 {
	switch t.Class {
	case name.Number, name.Plain:
		if common[t.Key()] {
			return 0.2
		}
		return 1
	case name.Initial, name.Particle, name.Business, name.Legal, name.Title:
	}
	return 0.3
}

// common are words of nearly every address.
var common = map[string]bool{
	"street": true, "road": true, "avenue": true, "st": true, "rd": true, "ave": true, "district": true,
	"building": true, "bldg": true, "floor": true, "flat": true, "room": true, "unit": true, "block": true,
	"no": true, "city": true, "province": true, "hong": true, "kong": true, "china": true, "office": true,
	"suite": true, "ul": true, "ulitsa": true, "tower": true, "house": true, "hk": true, "kowloon": true,
}
