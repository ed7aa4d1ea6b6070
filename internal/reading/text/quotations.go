package text

import "strings"

// Quotation is a quotation by the tokens of its marks.
type Quotation struct {
	// Open and Close are the tokens of the marks: -1, or the number of tokens, where
	// one is missing.
	Open, Close int
	// Bare means that a mark is missing: the quotation begins with the tokens, or ends
	// with them.
	Bare bool
}

const (
	opening = "“«„「『‹"
	closing = "”»」』›"
)

// IsClosing reports whether a token is a mark that closes quotations, or may do so.
func (t *Token) IsClosing() bool {
	return t.Low == `"` || strings.Contains(closing, t.Low) && t.Low != ""
}

// IsQuotationMark reports whether a token is a quotation mark.
func (t *Token) IsQuotationMark() bool {
	return !t.IsWord && (t.IsClosing() || t.Low == "“" || t.Low == "«" || t.Low == "「")
}

// Quotations pairs the quotation marks of tokens. An unpaired mark opens a quotation
// that lasts to the end, or closes one from the beginning if it is written like a
// closing one.
func Quotations(tokens []Token) []Quotation {
	var out []Quotation
	open := -1
	for i := range tokens {
		t := &tokens[i]
		switch {
		case t.IsWord || t.End-t.Start > 3:
		case open < 0 && closesAt(tokens, i) && (strings.Contains(closing, t.Low) || t.Low == "“"):
			out = append(out, Quotation{-1, i, true})
		case open < 0 && (strings.Contains(opening, t.Low) || t.Low == `"` || t.Low == "”"):
			open = i
		case open >= 0 && t.Low == `"` && opensAt(tokens, i):
			out = append(out, Quotation{open, i, true}) // the one before was never closed
			open = i
		case open >= 0 && (t.IsClosing() || t.Low == "“" && tokens[open].Low != "«"):
			out = append(out, Quotation{open, i, false})
			open = -1
		}
	}
	if open >= 0 {
		out = append(out, Quotation{open, len(tokens), true})
	}
	return out
}

// closesAt reports whether a mark is written like a closing one: right after a word,
// and not right before one.
func closesAt(tokens []Token, i int) bool {
	return i > 0 && tokens[i-1].End == tokens[i].Start && (i+1 == len(tokens) || tokens[i+1].Start > tokens[i].End || !tokens[i+1].IsWord)
}

// opensAt reports whether an ambiguous mark is written like an opening one.
func opensAt(tokens []Token, i int) bool {
	return i > 0 && tokens[i-1].End < tokens[i].Start && i+1 < len(tokens) && tokens[i+1].Start == tokens[i].End
}
