package goods

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// Named is a code and what the nomenclature calls it.
type Named struct {
	Code        string `json:"code"`
	Description string `json:"description"`
}

// Nomenclature is the names of the codes of one vintage, searchable by words.
// A nil one is empty.
type Nomenclature struct {
	named []Named
	at    map[string]int
	words []string // sorted
	lists [][]int  // for each word, the codes of six digits that have it
}

// NewNomenclature indexes codes and their names.
func NewNomenclature(named []Named) *Nomenclature {
	n := &Nomenclature{named: named, at: map[string]int{}}
	lists := map[string][]int{}
	for i, e := range named {
		n.at[e.Code] = i
		if len(e.Code) != 6 {
			continue
		}
		for _, w := range stems(e.Description) {
			lists[w] = append(lists[w], i)
		}
	}
	for w := range lists {
		n.words = append(n.words, w)
	}
	slices.Sort(n.words)
	for _, w := range n.words {
		n.lists = append(n.lists, lists[w])
	}
	return n
}

// stems returns the different stems of a text's words, but for digits and the
// shortest words.
func stems(text string) []string {
	var out []string
	for _, w := range wordsOf(fold(text)) {
		if w = stem(w); len(w) > 2 && !slices.Contains(out, w) && !slices.Contains(empty, w) {
			out = append(out, w)
		}
	}
	return out
}

// empty are words that say nothing of goods.
var empty = []string{"the", "and", "for", "with", "other", "not", "than", "whether", "nec", "item", "heading", "kind", "used", "from", "its", "including", "excluding"}

// Len returns the number of codes.
func (n *Nomenclature) Len() int {
	if n == nil {
		return 0
	}
	return len(n.named)
}

// Describe returns the name of a code, or "".
func (n *Nomenclature) Describe(code string) string {
	if n == nil {
		return ""
	}
	if i, ok := n.at[code]; ok {
		return n.named[i].Description
	}
	return ""
}

// Holds reports whether the code is one of the nomenclature.
func (n *Nomenclature) Holds(code string) bool {
	if n == nil {
		return false
	}
	_, ok := n.at[code]
	return ok
}

// Under returns the codes of six digits below a chapter or a heading.
func (n *Nomenclature) Under(prefix string) (out []Named) {
	if n == nil {
		return nil
	}
	for _, e := range n.named {
		if len(e.Code) == 6 && strings.HasPrefix(e.Code, prefix) {
			out = append(out, e)
		}
	}
	return out
}

// maxFromText is the confidence of a name that has all words of the query.
const maxFromText = 0.6

// Search returns the codes whose names share the most telling words with a
// text, the likeliest first. Rare words count for more. The confidence is the share
// of the query's weight that a name holds, mildly less for a long name, times
// 0.6: a name is no definition.
func (n *Nomenclature) Search(text string, limit int) []Candidate {
	if n.Len() == 0 {
		return nil
	}
	weights, all := map[int]float64{}, 0.0
	found := map[int][]string{}
	for _, w := range stems(text) {
		docs := n.docs(w)
		idf := math.Log1p(float64(len(n.named)) / float64(1+len(docs)))
		all += idf
		for _, d := range docs {
			weights[d] += idf
			found[d] = append(found[d], w)
		}
	}
	var out []Candidate
	for d, w := range weights {
		share := w / all
		if share < 0.4 {
			continue
		}
		length := float64(len(stems(n.named[d].Description)))
		brief := float64(len(found[d])) / max(length, 1)
		out = append(out, Candidate{n.named[d].Code, maxFromText * share * (0.8 + 0.2*brief), strings.Join(found[d], " "), "nomenclature"})
	}
	slices.SortFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Code, b.Code))
	})
	return out[:min(len(out), limit)]
}

// docs returns the codes whose names have a word, or words that begin with it
// if it has at least five letters.
func (n *Nomenclature) docs(w string) []int {
	i, ok := slices.BinarySearch(n.words, w)
	if len(w) < 5 {
		if !ok {
			return nil
		}
		return n.lists[i]
	}
	var out []int
	for ; i < len(n.words) && strings.HasPrefix(n.words[i], w); i++ {
		out = append(out, n.lists[i]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
