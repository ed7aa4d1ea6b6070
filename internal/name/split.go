package name

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// maxTranslated is how many letters a translated word has at most. A word without blanks is
// cut at translated words if it has at least minSplit letters: shorter ones are names of
// persons.
const (
	maxTranslated = 6
	minSplit      = 4
)

// splitTranslated appends the words of folded text, up to MaxTokens of them. It cuts words
// that are written without blanks at the words that are translated, because firms write the
// place, the trade and the legal form as one.
func splitTranslated(folded string, out []string) []string {
	for folded != "" && len(out) < MaxTokens {
		var w string
		w, folded, _ = strings.Cut(folded, " ")
		switch {
		case isUnspaced(w):
			out = appendSplit(out, w)
		case len(w) >= minGluedWord:
			out = appendUnglued(out, w)
		default:
			out = append(out, w)
		}
	}
	return out[:min(len(out), MaxTokens)]
}

// glued are the glued words of words.tsv and the legal forms that have one, without blanks,
// the longest first: "limitedliabilitycompanyexample" begins with the form of three
// words, not with "limited".
var glued = sync.OnceValue(func() []string {
	all := slices.Clone(lexicon().glued)
	for joined, f := range forms().exact {
		if slices.ContainsFunc(f.words, func(w string) bool { return slices.Contains(lexicon().glued, w) }) {
			all = append(all, joined)
		}
	}
	slices.SortFunc(all, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b)) })
	return slices.Compact(all)
})

// minGlued is how many letters the other word has at least; minGluedWord is the length of
// that and the shortest glued word together.
const (
	minGlued     = 3
	minGluedWord = 7 + minGlued
)

func appendUnglued(out []string, word string) []string {
	if _, ok := lexicon().english[word]; ok {
		return append(out, word) // "aircompany"
	}
	for _, g := range glued() {
		if len(word) < len(g)+minGlued {
			continue
		}
		if rest, ok := strings.CutPrefix(word, g); ok {
			return append(out, word[:len(g)], rest)
		}
		if rest, ok := strings.CutSuffix(word, g); ok {
			return append(out, rest, word[len(rest):])
		}
	}
	return append(out, word)
}

// isUnspaced reports whether a word is in a script that is written without blanks.
func isUnspaced(word string) bool {
	if isPlain(word) || len(word) > maxWordBytes {
		return false
	}
	script := scriptOfWord(word)
	return script == "Hani" || script == "Hang" || script == "Kana"
}

func appendSplit(out []string, word string) []string {
	if n := latinRun(word); n > 0 {
		out, word = append(out, word[:n]), word[n:]
	}
	if utf8.RuneCountInString(word) < minSplit {
		return append(out, word)
	}
	start := 0
	for at := range word {
		if at < start {
			continue
		}
		n := translatedAt(word[at:])
		if n == 0 {
			continue
		}
		if at > start {
			out = append(out, word[start:at])
		}
		start = at + n
		out = append(out, word[at:start])
	}
	if start < len(word) {
		out = append(out, word[start:])
	}
	return out
}

// latinRun returns how many bytes of Latin letters and digits come before the letters of
// another script.
func latinRun(word string) int {
	for i, r := range word {
		if r >= latinTo {
			return i
		}
	}
	return 0
}

// translatedAt returns the length in bytes of the longest translated word at the front that
// has at least two letters.
func translatedAt(word string) int {
	first, one := utf8.DecodeRuneInString(word)
	table := translations()
	if !table.begin[first] {
		return 0
	}
	longest, n := 0, 1
	for end := one; end < len(word) && n < maxTranslated; n++ {
		_, size := utf8.DecodeRuneInString(word[end:])
		end += size
		if table.latin[word[:end]] != nil {
			longest = end
		}
	}
	return longest
}
