package mention

import "sync"

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
