package name

import (
	_ "embed" // the table
	"strings"
	"sync"

	"github.com/enduse/enduse/internal/wordlist"
)

// placesTable has the words that name a place, folded, by what they name; see its head.
//
//go:embed places.tsv
var placesTable string

// placeNames are the words that are a place by themselves, and the places of several words.
type placeNames struct {
	words   map[string]bool
	several map[string][][]string // the words of each place, by the first
}

var placeTable = sync.OnceValue(func() *placeNames {
	p := &placeNames{map[string]bool{}, map[string][][]string{}}
	for column := range wordlist.Rows(placesTable) {
		for w := range strings.FieldsSeq(column[1]) {
			if all := strings.Split(Fold(w), "+"); len(all) > 1 {
				p.several[all[0]] = append(p.several[all[0]], all)
			} else {
				p.words[all[0]] = true
			}
		}
	}
	return p
})

// IsPlace reports whether a folded word is by itself the name of a country, a
// region or a large city, or an adjective of one.
func IsPlace(word string) bool { return placeTable().words[word] }

// markPlaces marks the tokens of places that have several words, such as Hong
// Kong.
func (n *Name) markPlaces() {
	p := placeTable()
	for i := range n.Tokens {
		for _, words := range p.several[n.Tokens[i].Raw] {
			if !n.rawAt(i, words) {
				continue
			}
			for k := range words {
				n.Tokens[i+k].Place = true
			}
		}
	}
}

// rawAt reports whether the tokens that begin at i were written as the given words.
func (n *Name) rawAt(i int, words []string) bool {
	if i+len(words) > len(n.Tokens) {
		return false
	}
	for k, w := range words {
		if n.Tokens[i+k].Raw != w {
			return false
		}
	}
	return true
}
