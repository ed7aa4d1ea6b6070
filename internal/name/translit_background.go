package name

import (
	"strconv"
	"strings"
	"sync"
)

// bigramCosts has the improbability of each letter after another, as a negative logarithm; 0
// is an end of the name.
var bigramCosts = sync.OnceValue(func() *[27][27]float32 {
	costs := &[27][27]float32{}
	data, _ := translitFiles.ReadFile("translit/Latn.tsv")
	for line := range strings.Lines(string(data)) {
		from, rest, ok := strings.Cut(line, "\t")
		if !ok {
			continue
		}
		for c := range strings.FieldsSeq(rest) {
			to, cost, _ := strings.Cut(c, ":")
			n, _ := strconv.Atoi(cost)
			costs[letterNumber(from[0])][letterNumber(to[0])] = float32(n) / 10
		}
	}
	return costs
})

func letterNumber(c byte) int {
	if c < 'a' || c > 'z' {
		return 0
	}
	return int(c-'a') + 1
}

// background returns the negative logarithm of the probability that any name has these
// letters, and writes that of each beginning of them.
func background(letters string, upTo []float32) (cost float32) {
	costs, last := bigramCosts(), 0
	for i := range len(letters) {
		c := int(letters[i]-'a') + 1
		cost += costs[last][c]
		upTo[i+1] = cost
		last = c
	}
	return cost + costs[last][0]
}
