package statement

import "strings"

// phrases finds phrases of one word or more by their first. A word of a phrase
// that ends in * stands for all that begin so, by no more than mostEnding bytes.
type phrases[T any] map[string][]phrase[T]

type phrase[T any] struct {
	words []string
	value T
}

// mostEnding is how much longer a word may be than its stem.
const mostEnding = 8

// stemBytes is how much of a stem it is filed under.
const stemBytes = 6

func (p phrases[T]) add(words []string, value T) {
	if len(words) == 0 {
		return
	}
	key := words[0]
	if stem, ok := strings.CutSuffix(key, "*"); ok {
		key = keyOfStem(stem)
	}
	p[key] = append(p[key], phrase[T]{words, value})
}

// keyOfStem files a stem under its beginning.
func keyOfStem(stem string) string { return stem[:min(len(stem), stemBytes)] + "*" }

// at returns the longest phrase that begins at a token, and its words.
func (p phrases[T]) at(tokens []token, i int) (value T, length int) {
	try := func(all []phrase[T]) {
		for _, f := range all {
			if len(f.words) > length && matches(f.words, tokens[i:]) {
				value, length = f.value, len(f.words)
			}
		}
	}
	low := tokens[i].low
	try(p[low])
	for n := 1; n <= min(len(low), stemBytes); n++ {
		if all := p[low[:n]+"*"]; all != nil {
			try(all)
		}
	}
	return value, length
}

func matches(words []string, tokens []token) bool {
	if len(words) > len(tokens) {
		return false
	}
	for i, w := range words {
		low := tokens[i].low
		if stem, ok := strings.CutSuffix(w, "*"); ok {
			if !strings.HasPrefix(low, stem) || len(low) > len(stem)+mostEnding {
				return false
			}
		} else if low != w {
			return false
		}
	}
	return true
}
