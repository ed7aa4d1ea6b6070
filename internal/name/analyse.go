package name

import "strings"

// MaxTokens is how many tokens of a name are compared; a text with more is not
// a name, and the rest is left out.
const MaxTokens = 48

// Name is a name taken apart.
type Name struct {
	Text   string // as written
	Folded string // all words, folded, as written, parted by spaces: decides literal equality
	Tokens []Token
	Weight float64 // the sum of the tokens' weights
}

// Analyse takes a name apart.
func Analyse(text string) Name {
	words := cut(Fold(text))
	n := Name{Text: text, Folded: strings.Join(words, " ")}
	if len(words) > MaxTokens {
		words = words[:MaxTokens]
	}
	for len(words) > 0 {
		t, used := next(words, len(n.Tokens) > 0)
		n.Tokens = append(n.Tokens, t)
		n.Weight += t.Weight
		words = words[used:]
	}
	n.promote()
	return n
}

// next reads a token from the front of the words: a legal form, or one word.
func next(words []string, inside bool) (Token, int) {
	if class, used := legalAt(words); used > 0 && (inside || used < len(words)) {
		t := Token{Text: class, Latin: class, Raw: strings.Join(words[:used], ""), Class: Legal}
		t.Weight = weightOf(t)
		return t, used
	}
	t := newToken(words[0])
	if long, ok := abbreviations[words[0]]; ok {
		t = newToken(long)
		t.Raw = words[0]
	}
	return t, 1
}

// promote gives full weight to the words of a name that has no plain one: in
// "General Trading Company" the business words are all there is.
func (n *Name) promote() {
	for _, t := range n.Tokens {
		if t.Class == Plain {
			return
		}
	}
	n.Weight = 0
	for i := range n.Tokens {
		if t := &n.Tokens[i]; t.Class == Business || t.Class == Particle || t.Class == Title {
			t.Weight = 1
		}
		n.Weight += n.Tokens[i].Weight
	}
}
