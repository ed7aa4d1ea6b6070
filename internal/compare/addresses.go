package compare

import (
	"github.com/enduse/enduse/internal/name"
)

// Addresses compares two addresses, country aside: the share of words that
// they have in common, where every number of the shorter one must stand in the
// longer, for 12 and 14 of a street are two houses. It is 0 to 1.
func Addresses(a, b *name.Name) float64 {
	if len(a.Tokens) > len(b.Tokens) || len(a.Tokens) == len(b.Tokens) && a.Folded > b.Folded {
		a, b = b, a
	}
	var agreed, all float64
	used := make([]bool, len(b.Tokens))
	for i := range a.Tokens {
		t := &a.Tokens[i]
		w := addressWeight(t)
		alike := take(t, b, used)
		if alike == 0 && t.Class == name.Number {
			return 0
		}
		agreed += w * alike
		all += w
	}
	return agreed / (all + 0.3*rest(b, used))
}

// take finds the most alike unused word of an address and uses it up.
func take(t *name.Token, b *name.Name, used []bool) float64 {
	best, at := 0.0, -1
	for j := range b.Tokens {
		if used[j] || (b.Tokens[j].Class == name.Number) != (t.Class == name.Number) {
			continue
		}
		alike := Alike(t.Key(), b.Tokens[j].Key())
		if t.Class == name.Number && alike < 1 {
			continue
		}
		if alike > best {
			best, at = alike, j
		}
	}
	if at >= 0 {
		used[at] = true
	}
	return best
}

func rest(b *name.Name, used []bool) (sum float64) {
	for j := range b.Tokens {
		if !used[j] {
			sum += addressWeight(&b.Tokens[j])
		}
	}
	return sum
}

// addressWeight makes house numbers and names of streets weigh more than the
// words that every address has.
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
