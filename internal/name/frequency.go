package name

import (
	"crypto/sha256"
	_ "embed" // the table
	"encoding/hex"
	"sort"
	"strings"
)

//go:generate sh -c "go run ./frequencygen > frequency.tsv.new && mv frequency.tsv.new frequency.tsv"

// frequencyTable has a line a word, in order: the word, a tab, and two hex
// digits, the binary logarithms of its counts in names of persons and in other
// names, each plus one. See frequencygen for its sources. It ships with the
// engine: scores never move because a list changed.
//
//go:embed frequency.tsv
var frequencyTable string

// FrequencyDigest identifies the table of frequencies.
func FrequencyDigest() string {
	sum := sha256.Sum256([]byte(frequencyTable))
	return "sha256:" + hex.EncodeToString(sum[:])
}

// frequency returns the logarithms of a word's counts; 0 for one that the
// table does not hold.
func frequency(word string) (person, company int) {
	at := sort.Search(len(frequencyTable), func(i int) bool { return lineAt(i) >= word })
	if line := lineAt(at); at == len(frequencyTable) || line != word {
		return 0, 0
	}
	start := lineStart(at) + len(word) + 1
	return hexDigit(frequencyTable[start]), hexDigit(frequencyTable[start+1])
}

// lineAt returns the word of the line that a position of the table lies in.
func lineAt(i int) string {
	start := lineStart(i)
	word, _, _ := strings.Cut(frequencyTable[start:min(len(frequencyTable), start+64)], "\t")
	return word
}

func lineStart(i int) int {
	return strings.LastIndexByte(frequencyTable[:min(i, len(frequencyTable))], '\n') + 1
}

func hexDigit(c byte) int {
	if c >= 'a' {
		return int(c-'a') + 10
	}
	return int(c - '0')
}
