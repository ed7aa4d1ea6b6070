package name

import (
	_ "embed" // the table
	"slices"
	"sync"

	"github.com/enduse/enduse/internal/wordlist"
)

// nicknameTable has the short and the foreign forms of given names, one group of forms
// per row: the language whose speakers use them so, and the names. A name may be in
// several groups.
//
//go:embed nicknames.tsv
var nicknameTable string

// nicknames gives the numbers of the groups that a folded given name belongs to.
var nicknames = sync.OnceValue(func() map[string][]int {
	m := map[string][]int{}
	group := 0
	for column := range wordlist.Rows(nicknameTable) {
		for _, w := range foldedWords(column[1]) {
			m[w] = append(m[w], group)
		}
		group++
	}
	return m
})

// Nicknames reports whether two folded given names are forms of one.
func Nicknames(a, b string) bool {
	groups := nicknames()
	for _, x := range groups[a] {
		if slices.Contains(groups[b], x) {
			return true
		}
	}
	return false
}

// NicknameGroups returns the numbers of the groups of a folded given name.
func NicknameGroups(word string) []int { return nicknames()[word] }
