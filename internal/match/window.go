package match

import (
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/namefield"
)

// place says where words are looked at.
type place uint8

const (
	inName  place = iota // a field of names, which holds more than a name has
	inText               // a text, which need not name anybody
	inShort              // a field of a few words, without a sign that it holds more than a name
)

// Limits of a run of words that may be a listed name.
const (
	maxWindow   = 14 // words of the longest
	maxText     = 64 << 10
	nameBits    = 16 // what two words of one in a field of names must tell
	textBits    = 22 // and in a text
	guessBits   = 18 // and what those of a guess must
	restWords   = 2  // and what must be left of a field without a sign
	oneBusiness = 2  // less for a name that is matched with its words of trade
	formBits    = 8  // what one must tell with its legal form beside it
	leadBits    = 8  // what makes a lead
	aloneSize   = 6  // letters of a single word, which must be rare
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
		for _, latin := range latinOf(n.Tokens) {
			m := name.Analyse(latin)
			p.runs(x, &m, how, where)
		}
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

// runs adds the runs of tokens whose words are those of a listed name, with the
// legal form that they have in the text.
func (p *party) runs(x keys, n *name.Name, how string, where place) {
	for i := range n.Tokens {
		if n.Tokens[i].WordKey() == 0 {
			continue
		}
		key, bits, plain, all, english := uint64(0), 0.0, 0, 0, true
		for k := i; k < min(len(n.Tokens), i+maxWindow); k++ {
			t := &n.Tokens[k]
			add := t.WordKey()
			if add == 0 {
				continue
			}
			key += add
			all++
			if !t.Place || where == inName {
				bits += compare.RareBits(t)
			}
			if t.Class == name.Plain && !t.Place {
				plain++
				english = english && name.IsEnglish(t.Raw)
			}
			if !x.Keyed(key) {
				continue
			}
			from, to := withForms(n.Tokens, i, k+1)
			a := asked{Name: name.Analyse(raw(n.Tokens[from:to])), how: how, grade: namefield.Guess, short: where == inShort}
			formed := to-from > k+1-i
			least := float64(nameBits)
			if where == inText {
				least = textBits
			}
			switch {
			case where == inShort:
				if bits >= least && all > 1 && plain > 0 && !english && len(n.Tokens)-(to-from) >= restWords && counted(n.Tokens[i:k+1]) {
					p.add(a)
				}
			case where == inText && !formed && (english || bits < textBits):
				a.weak = true
				if plain > 0 && (all > 1 && bits >= nameBits || all == 1 && tellsAlone(n.Tokens[i:k+1], bits)) {
					p.add(a)
				}
			case bits >= least && plain > 1, all > 1 && bits >= least-oneBusiness, formed && bits >= formBits:
				p.add(a)
			case all == 1 && where == inName && tellsAlone(n.Tokens[i:k+1], bits):
				p.add(a)
			case bits >= leadBits && (plain > 0 || where == inName && all > 1):
				a.weak = true
				p.add(a)
			}
		}
	}
}

// withForms takes in the legal forms beside a run of tokens.
func withForms(tokens []name.Token, from, to int) (int, int) {
	for from > 0 && tokens[from-1].Class == name.Legal {
		from--
	}
	for to < len(tokens) && tokens[to].Class == name.Legal {
		to++
	}
	return from, to
}

// counted reports whether words are of scripts whose words the table of frequencies
// counts: of others, common names look rare.
func counted(run []name.Token) bool {
	return !slices.ContainsFunc(run, func(t name.Token) bool {
		script := name.ScriptOf(t.Raw)
		return script != "Latn" && script != "Cyrl"
	})
}

// tellsAlone reports whether a word tells by itself: it is long, and rare.
func tellsAlone(word []name.Token, bits float64) bool {
	return size(word) >= aloneSize && compare.IsRare(bits, size(word))
}

func size(run []name.Token) (n int) {
	for i := range run {
		n += len(run[i].Raw)
	}
	return n
}

// raw is the text of tokens, a legal form in the spelling that stands for all.
func raw(tokens []name.Token) string {
	words := make([]string, len(tokens))
	for i := range tokens {
		if words[i] = tokens[i].Raw; tokens[i].Class == name.Legal {
			words[i] = tokens[i].Text
		}
	}
	return strings.Join(words, " ")
}
