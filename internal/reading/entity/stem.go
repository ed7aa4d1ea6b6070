package entity

import (
	"bytes"
	"sync"

	"github.com/enduse/enduse/internal/reading/lexicon"
	"github.com/enduse/enduse/internal/reading/text"
)

// caseEndings are those of Russian and Ukrainian names and adjectives in all cases, the
// longest first.
var caseEndings = sync.OnceValue(func() (all [][]byte) {
	for _, e := range lexicon.Words("case_ending") {
		all = append(all, []byte(e))
	}
	return all
})

// minStem is how many bytes a Cyrillic word must keep: three letters.
const minStem = 6

// keyOf returns what a word is looked up by among the listed names: half of its hash,
// and of a Cyrillic word that of its stem, so that it is found in every case.
func keyOf(t *text.Text, i int) uint32 {
	w := &t.Words[i]
	folded := t.FoldedBytes(i)
	if len(folded) <= minStem || folded[0] != 0xD0 && folded[0] != 0xD1 {
		return uint32(w.Hash)
	}
	for _, e := range caseEndings() {
		if rest, ok := bytes.CutSuffix(folded, e); ok && len(rest) >= minStem {
			return uint32(text.HashOf(rest))
		}
	}
	return uint32(w.Hash)
}
