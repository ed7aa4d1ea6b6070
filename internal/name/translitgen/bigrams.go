package main

import (
	"bytes"
	"fmt"
	"math"
)

// bigrams count which letter follows which; 0 is the end of a name.
type bigrams struct{ n [27][27]float64 }

func newBigrams() *bigrams {
	b := &bigrams{}
	for i := range b.n {
		for j := range b.n[i] {
			b.n[i][j] = 5
		}
	}
	return b
}

func (b *bigrams) count(latin string, weight float64) {
	last := 0
	for i := range len(latin) {
		c := int(latin[i]-'a') + 1
		b.n[last][c] += weight
		last = c
	}
	b.n[last][0] += weight
}

// cost is the negative logarithm of the probability that one letter follows
// another.
func (b *bigrams) cost(from, to int) float64 {
	sum := 0.0
	for _, n := range b.n[from] {
		sum += n
	}
	return -math.Log(b.n[from][to] / sum)
}

// probability returns the probability of a name, and of each next letter.
func (b *bigrams) probability(latin string) float64 {
	cost, last := 0.0, 0
	for i := range len(latin) {
		c := int(latin[i]-'a') + 1
		cost += b.cost(last, c)
		last = c
	}
	return math.Exp(-cost - b.cost(last, 0))
}

// table has one line per letter, "-" for the ends of a name, with the cost of each letter
// after it, times ten.
func (b *bigrams) table() []byte {
	var out bytes.Buffer
	for i := range b.n {
		fmt.Fprintf(&out, "%c\t", letter(i))
		for j := range b.n[i] {
			fmt.Fprintf(&out, "%c:%d ", letter(j), int(math.Round(10*b.cost(i, j))))
		}
		out.Truncate(out.Len() - 1)
		out.WriteByte('\n')
	}
	return out.Bytes()
}

func letter(i int) rune {
	if i == 0 {
		return '-'
	}
	return rune('a' + i - 1)
}
