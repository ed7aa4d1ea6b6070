package mention

import (
	"bytes"
	"strings"
)

// endings are those of Russian and Ukrainian names and adjectives in all cases,
// the longest first.
var endings = func() (all [][]byte) {
	for e := range strings.FieldsSeq("ого его ому ему ыми ими ами ями ой ей ою ею ом ем ым им ых их ий ый ая яя ую юю а я у ю е ы и і ь") {
		all = append(all, []byte(e))
	}
	return all
}()

// shortestStem is how many bytes a Cyrillic word must keep: three letters.
const shortestStem = 6

// key is what a word is found by among the listed names: half of its hash, and of
// a Cyrillic word that of its stem, so that it is found in every case.
func (t *text) key(i int) uint32 {
	w := &t.words[i]
	folded := t.folded[w.from:w.to]
	if len(folded) <= shortestStem || folded[0] != 0xD0 && folded[0] != 0xD1 {
		return uint32(w.hash) // #nosec G115 -- half of a hash
	}
	for _, e := range endings {
		if rest, ok := bytes.CutSuffix(folded, e); ok && len(rest) >= shortestStem {
			return uint32(hashOf(rest)) // #nosec G115 -- half of a hash
		}
	}
	return uint32(w.hash) // #nosec G115 -- half of a hash
}
