package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/edit"
	"github.com/enduse/enduse/internal/name"
)

// mostJoined is how many neighbours may be written as one word.
const mostJoined = 3

// longJoin is the length from which on words written as one may also hold an
// edit: shorter ones are too often another word.
const longJoin = 8

// Join puts n neighbours from i on together, as they are written; it fails
// where there are not as many.
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

// joined compares n neighbours, written as one word, with a token. One edit is
// allowed, if each of them has more letters than that: else the token is just
// the others alone.
func joined(tokens []name.Token, i, n int, whole *name.Token) (float64, bool) {
	if i+n > len(tokens) || whole.Class == name.Initial {
		return 0, false
	}
	parts := tokens[i : i+n]
	if whole.Foreign() {
		return joinedReading(parts, whole)
	}
	size, shared := ends(parts, whole.Raw)
	if size == len(whole.Raw) && shared == 2*size {
		return 1, true
	}
	if abs(size-len(whole.Raw)) > utf8.UTFMax || shared+2*utf8.UTFMax < min(size, len(whole.Raw)) {
		return 0, false // more than an edit apart
	}
	one, _ := Join(tokens, i, n)
	if utf8.RuneCountInString(one) < longJoin || slices.ContainsFunc(parts, short) {
		return 0, false
	}
	if _, ok := edit.Edits(one, whole.Raw, 1); !ok {
		return 0, false
	}
	return Alike(one, whole.Raw), true
}

// short reports whether a token has a single letter.
func short(t name.Token) bool { return utf8.RuneCountInString(t.Raw) < 2 }

// joinedReading compares neighbours with a word of another script.
func joinedReading(parts []name.Token, whole *name.Token) (float64, bool) {
	one, _ := Join(parts, 0, len(parts))
	if one == whole.Raw {
		return 1, true
	}
	alike := name.JoinedAlike(one, whole)
	return alike, alike >= sureJoined
}

// ends returns how long the parts are together, and how many bytes of their
// beginning and of their end they have in common with a word.
func ends(parts []name.Token, word string) (size, shared int) {
	for i := range parts {
		size += len(parts[i].Raw)
	}
	at := 0
	for i := range parts {
		n := prefix(parts[i].Raw, word[min(at, len(word)):])
		at += n
		if n < len(parts[i].Raw) {
			break
		}
	}
	end := 0
	for i := len(parts) - 1; i >= 0; i-- {
		n := suffix(parts[i].Raw, word[:len(word)-min(end, len(word))])
		end += n
		if n < len(parts[i].Raw) {
			break
		}
	}
	return size, at + end
}

func prefix(a, b string) (n int) {
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

func suffix(a, b string) (n int) {
	for n < len(a) && n < len(b) && a[len(a)-1-n] == b[len(b)-1-n] {
		n++
	}
	return n
}

func abs(n int) int { return max(n, -n) }
