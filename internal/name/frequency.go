package name

import (
	_ "embed" // the table
	"strings"
	"sync"
)

//go:generate sh -c "go run ./frequencygen > frequency.tsv.new && mv frequency.tsv.new frequency.tsv"

// frequencyTable has one word per line, in order: the word, a tab, and two hex digits, the
// binary logarithms of its counts in names of persons and in other names, each plus one. See
// frequencygen for its sources. It ships with the engine, so scores never move because a list
// changed.
//
//go:embed frequency.tsv
var frequencyTable string

// frequencySlots finds the line of a word: open addressing by hashOf, with the start of the
// line plus one, or 0 for a free slot.
var frequencySlots = sync.OnceValue(func() *[1 << frequencyBits]uint32 {
	slots := new([1 << frequencyBits]uint32)
	for start := 0; start < len(frequencyTable); {
		length := strings.IndexByte(frequencyTable[start:], '\t')
		at := hashOf(frequencyTable[start : start+length])
		for slots[at] != 0 {
			at = (at + 1) % uint32(len(slots))
		}
		slots[at] = uint32(start) + 1
		start += length + len("\t00\n")
	}
	return slots
})

// frequencyBits leaves more than a third of the slots free.
const frequencyBits = 16

// hashOf is FNV-1a, folded to the number of slots.
func hashOf(word string) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return (h>>frequencyBits ^ h) % (1 << frequencyBits)
}

// maxCounted is longer than any word in the table.
const maxCounted = 64

// frequency returns the logarithms of the counts of a word; 0 for a word that is not in the
// table.
func frequency(word string) (person, company int) {
	if len(word) >= maxCounted {
		return 0, 0
	}
	slots := frequencySlots()
	for at := hashOf(word); slots[at] != 0; at = (at + 1) % uint32(len(slots)) {
		line := frequencyTable[slots[at]-1:]
		if strings.HasPrefix(line, word) && line[len(word)] == '\t' {
			return hexDigit(line[len(word)+1]), hexDigit(line[len(word)+2])
		}
	}
	return 0, 0
}

func hexDigit(c byte) int {
	if c >= 'a' {
		return int(c-'a') + 10
	}
	return int(c - '0')
}

// Frequency returns how common a folded word is in names of persons, and in other
// names: the binary logarithm of its count plus one, 0 for a word that is not
// known.
func Frequency(word string) (person, other int) { return frequency(word) }
