package name

import (
	_ "embed" // the words
	"sort"
	"strings"
	"sync"
)

// englishWords has one word per line, in the order of the bytes, after a line that names the
// source.
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

// IsEnglish reports whether a folded word is a word of everyday English. Many of these are
// not in the table of names, and still distinguish little: Triumph, Butterfly.
func IsEnglish(word string) bool {
	starts := englishLines()
	i := sort.Search(len(starts), func(i int) bool { return lineAt(starts[i]) >= word })
	return i < len(starts) && lineAt(starts[i]) == word
}

func lineAt(start uint32) string {
	line, _, _ := strings.Cut(englishWords[start:], "\n")
	return line
}
