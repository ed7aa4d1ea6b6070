package name

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Limits of a legal form that was written out, and of a piece of one.
const (
	writtenOut = 10 // bytes of a form that is not an abbreviation
	minPiece   = 8  // bytes of the beginning of a form that is not a word of a name
	fieldWidth = 35 // characters of a line of a payment message (SWIFT MT103, field 59)
)

// IsCutForm reports whether all that is left of a name that was cut off is the beginning of
// a legal form, or a legal form that is written out, followed by the beginning of a word of
// trade: "PUBLIC JOINT STOCK C", "LIMITED LIABILITY COMPANY TRAD". It names nobody.
func (n *Name) IsCutForm() bool {
	if len(n.Tokens) == 0 || len(n.Tokens) > 2*maxFormWords {
		return false
	}
	if n.beginsForm() {
		return true
	}
	out, last := false, len(n.Tokens)-1
	for i := range n.Tokens {
		switch t := &n.Tokens[i]; t.Class {
		case Legal:
			out = out || len(t.Raw) >= writtenOut
		case Business, Particle, Title:
		case Initial, Plain:
			if i < last || t.Class == Plain && !beginsTrade(t) {
				return false
			}
			return out
		case Number:
			return false
		}
	}
	return false
}

// IsMostlyForm reports whether a name is as long as a line of a payment message and consists
// mostly of a legal form that is written out: its distinctive words may have been cut off.
func (n *Name) IsMostlyForm() bool {
	if utf8.RuneCountInString(strings.TrimSpace(n.Text)) != fieldWidth {
		return false
	}
	form, all := 0, 0
	for i := range n.Tokens {
		t := &n.Tokens[i]
		all += len(t.Raw)
		if t.Class == Legal {
			form += len(t.Raw)
		}
	}
	return 2*form > all
}

// beginsForm reports whether a name of at least two words is the beginning of a legal form.
func (n *Name) beginsForm() bool {
	if len(n.Folded) <= minPiece || len(n.Folded) > forms().longest+maxFormWords {
		return false
	}
	joined := strings.ReplaceAll(n.Folded, " ", "")
	if len(joined) < minPiece || len(joined) == len(n.Folded) {
		return false
	}
	all := longForms()
	i, _ := slices.BinarySearch(all, joined)
	return i < len(all) && len(all[i]) > len(joined)+1 && strings.HasPrefix(all[i], joined)
}

// longForms are the forms of several words, without blanks, in order.
var longForms = sync.OnceValue(func() (out []string) {
	for _, f := range legalForms() {
		if joined := strings.ReplaceAll(Fold(f.written), " ", ""); strings.Contains(f.written, " ") && len(joined) > writtenOut {
			out = append(out, joined)
		}
	}
	slices.Sort(out)
	return out
})

// beginsTrade reports whether a word is the beginning of a word of trade.
func beginsTrade(t *Token) bool {
	if utf8.RuneCountInString(t.Raw) <= 2 {
		return true
	}
	all := tradeBeginnings()
	i, _ := slices.BinarySearch(all, t.Raw)
	return i < len(all) && strings.HasPrefix(all[i], t.Raw)
}

// tradeBeginnings are the words of trade in all scripts, in order.
var tradeBeginnings = sync.OnceValue(func() (out []string) {
	for w, c := range lexicon().classes {
		if c == Business {
			out = append(out, w)
		}
	}
	for w := range lexicon().english {
		out = append(out, w)
	}
	for w := range translations().latin {
		out = append(out, w)
	}
	out = append(out, lexicon().trade...)
	slices.Sort(out)
	return out
})
