package match

import (
	"strings"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/namefield"
)

// place says where words are looked at.
type place uint8

const (
	inName place = iota // a field of names, which holds more than a name has
	inText              // a text, which need not name anybody
)

// Limits of a run of words that may be a listed name.
const (
	maxWindow = 14 // words of the longest
	maxText   = 64 << 10
	nameBits  = 24 // what the words of one in a field of names must tell
	textBits  = 28 // and in a text
	aloneSize = 6  // letters of a single word, which must be rare
)

// windows adds the runs of words of a text that a listed name has, in any order.
func (p *party) windows(x keys, text, how string, where place) {
	if text == "" {
		return
	}
	text = text[:min(len(text), maxText)]
	words := strings.FieldsFunc(text, parting)
	for from := 0; from < len(words); from += name.MaxTokens - maxWindow {
		n := name.Analyse(strings.Join(words[from:min(len(words), from+name.MaxTokens)], " "))
		p.runs(x, &n, how, where)
		if from+name.MaxTokens >= len(words) {
			break
		}
	}
}

// parting reports whether a character parts the words of a text for sure; the rest
// is for name.Analyse to say.
func parting(r rune) bool {
	return r == ' ' || r == '\n' || r == '\t' || r == '\r' || r == ';' || r == '|' || r == '(' || r == ')' || r == '"' || r == '<' || r == '>' || r == '/'
}

// runs adds the runs of tokens whose words are those of a listed name.
func (p *party) runs(x keys, n *name.Name, how string, where place) {
	for i := range n.Tokens {
		if n.Tokens[i].WordKey() == 0 {
			continue
		}
		key, bits, words := uint64(0), 0.0, 0
		for k := i; k < min(len(n.Tokens), i+maxWindow); k++ {
			t := &n.Tokens[k]
			add := t.WordKey()
			if add == 0 {
				continue
			}
			key += add
			bits += compare.RareBits(t)
			if t.Class == name.Plain {
				words++
			}
			if enough(n.Tokens[i:k+1], bits, words, where) && x.Keyed(key) {
				p.add(asked{name.Analyse(raw(n.Tokens[i : k+1])), how, namefield.Guess, false})
			}
		}
	}
}

// enough reports whether a run of words tells enough to be a name by itself.
func enough(run []name.Token, bits float64, words int, where place) bool {
	if len(run) == 1 || words < 2 {
		return words == 1 && where == inName && compare.Rare(bits, size(run)) && size(run) >= aloneSize && !run[0].Place
	}
	if where == inText {
		return bits >= textBits
	}
	return bits >= nameBits
}

func size(run []name.Token) (n int) {
	for i := range run {
		n += len(run[i].Raw)
	}
	return n
}

func raw(tokens []name.Token) string {
	words := make([]string, len(tokens))
	for i := range tokens {
		words[i] = tokens[i].Raw
	}
	return strings.Join(words, " ")
}
