package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/edit"
	"github.com/enduse/enduse/internal/name"
)

// maxJoined is how many neighbouring words may be written as one.
const maxJoined = 3

// JoinBudget returns how many edits words written as one may hold, by their letters
// together: a few letters are too often another word.
func JoinBudget(letters int) int {
	if letters < minEdited {
		return 0
	}
	return 1
}

// minEdited is the fewest letters of words written as one that may hold an edit.
const minEdited = 8

// Join writes the n tokens that begin at i as one word; it returns false if there are not
// as many.
func Join(tokens []name.Token, i, n int) (string, bool) {
	if i+n > len(tokens) {
		return "", false
	}
	var whole strings.Builder
	whole.WriteString(tokens[i].Raw + tokens[i+1].Raw)
	for _, t := range tokens[i+2 : i+n] {
		whole.WriteString(t.Raw)
	}
	return whole.String(), true
}

// compareJoined compares n neighbours, written as one word, with a token. One edit is
// allowed if each of them has at least two letters; otherwise the token could be just the
// others.
func compareJoined(tokens []name.Token, i, n int, whole *name.Token) (float64, bool) {
	if i+n > len(tokens) || whole.Class == name.Initial {
		return 0, false
	}
	parts := tokens[i : i+n]
	size := sizeOf(parts)
	if abs(size-len(whole.Raw)) > utf8.UTFMax && !whole.Foreign() {
		return 0, false // more than an edit apart
	}
	shared := sharedEnds(parts, whole.Raw)
	if size == len(whole.Raw) && shared == 2*size {
		return 1, true
	}
	if whole.Foreign() {
		return compareJoinedForeign(parts, whole)
	}
	letters := 0
	for i := range parts {
		n := utf8.RuneCountInString(parts[i].Raw)
		if n < 2 {
			return 0, false
		}
		letters += n
	}
	widest := 1
	if letters < size || len(whole.Raw) > utf8.RuneCountInString(whole.Raw) {
		widest = utf8.UTFMax
	}
	if JoinBudget(letters) == 0 || abs(size-len(whole.Raw)) > widest || shared+2*widest < min(size, len(whole.Raw)) {
		return 0, false // more than an edit apart
	}
	one, _ := Join(tokens, i, n)
	if _, ok := edit.Edits(one, whole.Raw, JoinBudget(letters)); !ok {
		return 0, false
	}
	return Similarity(one, whole.Raw), true
}

// compareJoinedForeign compares neighbours with a word of another script, which may be a
// whole name if it is written in syllables.
func compareJoinedForeign(parts []name.Token, whole *name.Token) (float64, bool) {
	if whole.Syllables() == 0 {
		return 0, false
	}
	one, _ := Join(parts, 0, len(parts))
	similarity := name.JoinedSimilarity(one, whole)
	return similarity, similarity >= sureJoined
}

func sizeOf(parts []name.Token) (size int) {
	for i := range parts {
		size += len(parts[i].Raw)
	}
	return size
}

// sharedEnds returns how many bytes of their beginning and of their end several parts,
// joined, have in common with a word.
func sharedEnds(parts []name.Token, word string) (shared int) {
	at := 0
	for i := range parts {
		n := commonPrefix(parts[i].Raw, word[min(at, len(word)):])
		at += n
		if n < len(parts[i].Raw) {
			break
		}
	}
	end := 0
	for _, p := range slices.Backward(parts) {
		n := commonSuffix(p.Raw, word[:len(word)-min(end, len(word))])
		end += n
		if n < len(p.Raw) {
			break
		}
	}
	return at + end
}

func commonPrefix(a, b string) (n int) {
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func commonSuffix(a, b string) (n int) {
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

func abs(n int) int { return max(n, -n) }
