package name

import (
	"sync"
	"unicode/utf8"
)

// The blocks of Latin letters that the languages of Europe, Turkey and Vietnam
// are written with: up to Latin Extended-B, and Latin Extended Additional.
const (
	latinUpTo                   = 0x0250
	moreLatinFirst, moreLatinTo = 0x1E00, 0x1F00
)

// latinFolds has what each code point of these blocks is folded to by itself.
// No fold of one depends on its neighbours: the marks that it decomposes to are
// all left out.
var latinFolds = sync.OnceValue(func() []string {
	folds := make([]string, latinUpTo+moreLatinTo-moreLatinFirst)
	for at := range folds {
		r := rune(at)
		if r >= latinUpTo {
			r += moreLatinFirst - latinUpTo
		}
		folds[at] = string(appendDecomposed(nil, string(r)))
	}
	return folds
})

// appendLatin folds a text of such letters alone; false if it has others.
func appendLatin(out []byte, s string) ([]byte, bool) {
	folds := latinFolds()
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r < latinUpTo:
			out = append(out, folds[r]...)
		case r >= moreLatinFirst && r < moreLatinTo:
			out = append(out, folds[r-moreLatinFirst+latinUpTo]...)
		default:
			return out, false
		}
	}
	return out, true
}
