package name

import "strings"

// MaxTokens is how many words of a name are compared; a text with more is not
// a name, and the rest is left out. A word can make two tokens.
const MaxTokens = 30

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
	words = splitTranslated(words)
	if len(words) > MaxTokens {
		words = words[:MaxTokens]
	}
	words, raw := servants(words)
	for len(words) > 0 {
		t, used := next(words, len(n.Tokens) > 0)
		t.Raw = strings.Join(raw[:used], "")
		t.setMask()
		n.Tokens = append(n.Tokens, t)
		n.Weight += t.Weight
		words, raw = words[used:], raw[used:]
	}
	n.promote()
	return n
}

// next reads a token from the front of the words: a legal form, or one word.
func next(words []string, inside bool) (Token, int) {
	if class, used := legalAt(words); used > 0 && (inside || used < len(words)) {
		t := Token{Text: class, Latin: class, Class: Legal}
		t.Weight = weightOf(t)
		return t, used
	}
	if value, used := numberAt(words, inside); used > 0 && value != words[0] {
		return newToken(value), used
	}
	t := newToken(words[0])
	if long, ok := abbreviations[words[0]]; ok {
		t = newToken(long)
	}
	return t, 1
}

// servants writes the first part of names such as Abdul Aziz, Abdelaziz and
// Abd al-Aziz in one way, as a word of its own; raw is what was written.
// Abdullah stays whole.
func servants(words []string) (out, raw []string) {
	for _, w := range words {
		rest, ok := servant(w)
		switch {
		case !ok:
			out, raw = append(out, w), append(raw, w)
		case rest == "":
			out, raw = append(out, "abd"), append(raw, w)
		default:
			out, raw = append(out, "abd", rest), append(raw, strings.TrimSuffix(w, rest), rest)
		}
	}
	return out, raw
}

func servant(word string) (rest string, ok bool) {
	for _, prefix := range []string{"abdoul", "abdul", "abdel", "abdal", "abdol"} {
		if rest, ok := strings.CutPrefix(word, prefix); ok && (rest == "" || len(rest) > 3) && !strings.HasPrefix(rest, "la") {
			return rest, true
		}
	}
	for _, article := range []string{"r", "s", "n", "z"} { // the l of the article becomes the letter behind it
		if rest, ok := strings.CutPrefix(word, "abdu"+article); ok && (rest == "" || len(rest) > 3 && strings.HasPrefix(rest, article)) {
			return rest, true
		}
	}
	return "", false
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
