package match

import (
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/namefield"
)

// addFromInitials adds, as leads, the listed names that a Chinese surname with two
// initials may abbreviate: "Zhang W. M." is Zhang Weimin or one of many others. In
// Latin letters a given name of two syllables is one word, so its comparison with two
// initials fails.
func (p *Party) addFromInitials(x keySet, n *name.Name) {
	surname, letters := "", ""
	for i := range n.Tokens {
		switch t := &n.Tokens[i]; {
		case t.Class == name.Initial && len(t.Raw) == 1:
			letters += t.Raw
		case surname == "" && t.Class != name.Legal && name.IsPinyin(t.Raw):
			surname = t.Raw
		default:
			return
		}
	}
	if surname == "" || len(letters) != 2 {
		return
	}
	_, base := name.QuickKeys(surname)
	found := 0
	for _, first := range name.PinyinStartingWith(letters[0]) {
		for _, second := range name.PinyinStartingWith(letters[1]) {
			if _, given := name.QuickKeys(first + second); !x.Keyed(base + given) {
				continue
			}
			p.add(asked{Name: name.Analyse(surname + " " + first + second), how: "a given name that its initials may be of", grade: namefield.Guess, weak: true})
			if found++; found == maxInitials {
				return
			}
		}
	}
}

// maxInitials bounds the listed names that are added for initials.
const maxInitials = 10
