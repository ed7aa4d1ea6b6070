package match

import (
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/namefield"
)

// place is the kind of text that words are from.
type place uint8

const (
	inName  place = iota // a field of names, too long for one name
	inText               // running text, which need not name anybody
	inShort              // a field of a few words, without a sign of several names
)

// Limits of a run of words that may be a listed name.
const (
	maxWindow   = 14       // words
	maxText     = 64 << 10 // bytes
	nameBits    = 16       // least information of two words in a field of names
	textBits    = 22       // in running text
	guessBits   = 18       // of a guess
	restWords   = 2        // words that must remain of a field without a sign of several names
	oneBusiness = 2        // bits less for a name that is matched with its words of trade
	formBits    = 8        // of a name next to its legal form
	leadBits    = 8        // of a lead
	aloneSize   = 6        // letters of a single word, which must be rare
)

// addWindows adds the runs of words of a text that are the words of a listed name, in
// any order.
func (p *Party) addWindows(x keySet, text, how string, where place) {
	if text == "" {
		return
	}
	text = text[:min(len(text), maxText)]
	words := strings.FieldsFunc(text, isSeparator)
	for from := 0; from < len(words); from += name.MaxTokens - maxWindow {
		n := name.Analyse(strings.Join(words[from:min(len(words), from+name.MaxTokens)], " "))
		p.addRuns(x, &n, how, where)
		for _, latin := range latinOf(n.Tokens) {
			m := name.Analyse(latin)
			p.addRuns(x, &m, how, where)
		}
		if from+name.MaxTokens >= len(words) {
			break
		}
	}
}

// isSeparator reports whether a character always separates words. name.Analyse
// decides about the others.
func isSeparator(r rune) bool { return strings.ContainsRune(" \n\t\r;|()\"<>/", r) }

// addRuns adds the runs of tokens whose words are those of a listed name, together
// with the legal forms next to them.
func (p *Party) addRuns(x keySet, n *name.Name, how string, where place) {
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
			minBits := float64(nameBits)
			if where == inText {
				minBits = textBits
			}
			switch {
			case where == inShort:
				if bits >= minBits && all > 1 && plain > 0 && !english && len(n.Tokens)-(to-from) >= restWords && counted(n.Tokens[i:k+1]) {
					p.add(a)
				}
			case where == inText && !formed && (english || bits < textBits):
				a.weak = true
				if plain > 0 && (all > 1 && bits >= nameBits || all == 1 && distinctiveAlone(n.Tokens[i:k+1], bits)) {
					p.add(a)
				}
			case bits >= minBits && plain > 1, all > 1 && bits >= minBits-oneBusiness, formed && bits >= formBits:
				p.add(a)
			case all == 1 && where == inName && distinctiveAlone(n.Tokens[i:k+1], bits):
				p.add(a)
			case bits >= leadBits && (plain > 0 || where == inName && all > 1):
				a.weak = true
				p.add(a)
			}
		}
	}
}

// withForms extends a run of tokens by the legal forms on both sides.
func withForms(tokens []name.Token, from, to int) (int, int) {
	for from > 0 && tokens[from-1].Class == name.Legal {
		from--
	}
	for to < len(tokens) && tokens[to].Class == name.Legal {
		to++
	}
	return from, to
}

// counted reports whether words are in scripts that the table of frequencies covers:
// in others, common names look rare.
func counted(run []name.Token) bool {
	return !slices.ContainsFunc(run, func(t name.Token) bool {
		script := name.ScriptOf(t.Raw)
		return script != "Latn" && script != "Cyrl"
	})
}

// distinctiveAlone reports whether a single word is long and rare.
func distinctiveAlone(word []name.Token, bits float64) bool {
	return size(word) >= aloneSize && compare.IsRare(bits, size(word))
}

func size(run []name.Token) (n int) {
	for i := range run {
		n += len(run[i].Raw)
	}
	return n
}

// raw returns the text of tokens, with legal forms in their canonical spelling.
func raw(tokens []name.Token) string {
	words := make([]string, len(tokens))
	for i := range tokens {
		if words[i] = tokens[i].Raw; tokens[i].Class == name.Legal {
			words[i] = tokens[i].Text
		}
	}
	return strings.Join(words, " ")
}
