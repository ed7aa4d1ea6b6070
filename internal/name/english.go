package name

import (
	_ "embed" // the words
	"sort"
	"strings"
	"sync"
)

// englishWords has a word a line, in order of the bytes, behind a line that says
// where they come from.
//
//go:embed english.txt
var englishWords string

// englishLines are the beginnings of the lines.
var englishLines = sync.OnceValue(func() (starts []uint32) {
	for at := strings.IndexByte(englishWords, '\n') + 1; at < len(englishWords); {
		starts = append(starts, uint32(at)) // #nosec G115 -- below the size of the file
		at += strings.IndexByte(englishWords[at:], '\n') + 1
	}
	return starts
})

// IsEnglish reports whether a folded word is one of everyday English. Many of
// these are in no table of names, and tell little all the same: Triumph, Butterfly.
func IsEnglish(word string) bool {
	starts := englishLines()
	i := sort.Search(len(starts), func(i int) bool { return lineAt(starts[i]) >= word })
	return i < len(starts) && lineAt(starts[i]) == word
}

func lineAt(start uint32) string {
	line, _, _ := strings.Cut(englishWords[start:], "\n")
	return line
}
