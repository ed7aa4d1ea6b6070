package name

import (
	"sync"
	"unicode/utf8"
)

// Letters up to the Arabic block, and Latin Extended Additional, are folded by a
// table: each by itself, for the marks that one decomposes to are left out or
// belong to it for good. Combining marks of the block that starts at marksFirst
// make letters of those before them; a text with one is folded as a whole.
const (
	marksFirst, marksTo         = 0x0300, 0x0370
	tableTo                     = 0x0700
	moreLatinFirst, moreLatinTo = 0x1E00, 0x1F00
)

var foldTable = sync.OnceValue(func() []string {
	folds := make([]string, tableTo+moreLatinTo-moreLatinFirst)
	for at := range folds {
		r := rune(at)
		if r >= tableTo {
			r += moreLatinFirst - tableTo
		}
		folds[at] = string(appendDecomposed(nil, string(r)))
	}
	return folds
})

// appendAlone folds a text letter by letter; false if that can't be done.
func appendAlone(out []byte, s string) ([]byte, bool) {
	folds := foldTable()
	for _, r := range s {
		switch {
		case r < marksFirst, r >= marksTo && r < tableTo:
			out = append(out, folds[r]...)
		case r >= hanFirst && r <= hanLast:
			out = utf8.AppendRune(out, foldHan(r))
		case r >= hangulFirst && r <= hangulLast, isKana(r):
			out = utf8.AppendRune(out, r)
		case r >= moreLatinFirst && r < moreLatinTo:
			out = append(out, folds[r-moreLatinFirst+tableTo]...)
		default:
			return out, false
		}
	}
	return out, true
}

// isKana reports whether a code point is a kana of full width, or the dot
// between two words of them.
func isKana(r rune) bool {
	return r >= 'ぁ' && r <= 'ゖ' || r >= 'ァ' && r <= 'ー'
}
