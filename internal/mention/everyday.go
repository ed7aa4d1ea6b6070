package mention

import (
	"sync"

	"github.com/enduse/enduse/internal/name"
)

// everyday reports whether a folded word is one of everyday English, which tells
// little where it stands with a capital.
func everyday(word string) bool { return everydayWords()[word] }

// everydayWords has the words of data/everyday.tsv.
var everydayWords = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, f := range rows("data/everyday.tsv") {
		for w := range setOf(f[0]) {
			m[w] = true
		}
	}
	return m
})

// onlyOffices has the offices of data/only.tsv, by country.
var onlyOffices = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for _, f := range rows("data/only.tsv") {
		m[f[0]] = alternatives(f[1])
	}
	return m
})

// wordSets has the sets of data/words.tsv.
var wordSets = sync.OnceValue(func() map[string]map[string]bool {
	m := map[string]map[string]bool{}
	for _, f := range rows("data/words.tsv") {
		m[f[0]] = setOf(name.Fold(f[1]))
	}
	return m
})
