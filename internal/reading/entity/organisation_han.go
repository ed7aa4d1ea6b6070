package entity

import (
	"strings"
	"sync"

	"github.com/enduse/enduse/internal/reading/lexicon"
	"github.com/enduse/enduse/internal/reading/text"
)

// hanEnds are the ends of names of organisations in Chinese, the longest first.
var hanEnds = sync.OnceValue(func() []string { return lexicon.Words("organisation_end") })

// inHan returns the organisations whose names are written without blanks: up to a word
// that ends such names, from a mark or a word that does not occur in them.
func (r organisationNames) inHan() (out []Mention) {
	for i := range r.Words {
		if r.Words[i].Shape != text.Han {
			continue
		}
		for _, phrase := range hanEnds() {
			end := r.endOfHan(i, phrase)
			if end == 0 || r.Has(i, Organisations) {
				continue
			}
			first := i
			for first > 0 && i-first < maxName && r.continuesBefore(first) {
				first--
			}
			if i-first >= 2 {
				m := r.Mention(Organization, first, end, "")
				m.Country = r.SideOf(first, end)
				out = append(out, m)
				r.tag(first, end, Organisations)
			}
			break
		}
	}
	return out
}

// continuesBefore reports whether the character before a word belongs to the same
// name.
func (r organisationNames) continuesBefore(i int) bool {
	before := &r.Words[i-1]
	if r.Words[i].Before != 0 || before.Shape != text.Han && !before.IsCapital() {
		return false
	}
	return r.Has(i-1, Organisations) || !notInHanNames.Has(r.Folded(i-1)) && !r.Has(i-1, Verbs|Places)
}

// endOfHan returns where a phrase ends that begins at a word, or 0.
func (r organisationNames) endOfHan(i int, phrase string) int {
	for phrase != "" {
		if i >= len(r.Words) || !strings.HasPrefix(phrase, r.Folded(i)) {
			return 0
		}
		phrase = phrase[len(r.Folded(i)):]
		i++
	}
	return i
}
