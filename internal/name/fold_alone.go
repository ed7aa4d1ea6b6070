package name

import (
	"sync"
	"unicode/utf8"
)

// Letters up to the Arabic block, and Latin Extended Additional, are folded by a table, each
// by itself: the marks that a letter decomposes to are left out, or are always part of it.
// Combining marks of the block that starts at marksFirst belong to the letter before them; a
// text with such a mark is folded as a whole.
const (
	marksFirst, marksTo         = 0x0300, 0x0370
	tableTo                     = 0x0700
	moreLatinFirst, moreLatinTo = 0x1E00, 0x1F00
)

// foldBlocks has the table in blocks of blockSize code points. Each is built when it is first
// needed.
var foldBlocks = func() (blocks [moreLatinTo / blockSize]func() *[blockSize]string) {
	for at := range blocks {
		blocks[at] = sync.OnceValue(func() *[blockSize]string {
			var folds [blockSize]string
			for i := range folds {
				folds[i] = string(appendDecomposed(nil, string(rune(at*blockSize+i))))
			}
			return &folds
		})
	}
	return blocks
}()

const blockSize = 0x80

// appendAlone folds a text letter by letter; it returns false if that is not possible.
func appendAlone(out []byte, s string) ([]byte, bool) {
	for _, r := range s {
		switch {
		case r < utf8.RuneSelf:
			out = append(out, byte(lower(r)))
		case r < marksFirst, r >= marksTo && r < tableTo, r >= moreLatinFirst && r < moreLatinTo:
			out = append(out, foldBlocks[r/blockSize]()[r%blockSize]...)
		case r >= hanFirst && r <= hanLast:
			out = utf8.AppendRune(out, foldHan(r))
		case r >= hangulFirst && r <= hangulLast, isKana(r):
			out = utf8.AppendRune(out, r)
		default:
			return out, false
		}
	}
	return out, true
}

// isKana reports whether a code point is a full-width kana, or the dot between two words in
// kana.
func isKana(r rune) bool {
	return r >= 'ぁ' && r <= 'ゖ' || r >= 'ァ' && r <= 'ー'
}
