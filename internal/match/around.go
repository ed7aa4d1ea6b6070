package match

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/namefield"
)

// around adds a name without the words of trade, branches, places and forms around
// it, where a listed one is left: "Zorvatinel Exchange" is ZORVATINEL's, and "Торговый
// дом Зорватинель" is too. What is left must tell something, and be no person's.
func (p *party) around(x keys, n *name.Name) {
	var kept, formed []name.Token
	var carriers []string
	trade, told := false, 0.0
	for i := range n.Tokens {
		t := &n.Tokens[i]
		switch {
		case t.Class == name.Legal:
			formed = append(formed, *t)
			continue
		case t.Class == name.Business, t.Place, namefield.IsAround(t.Raw):
			trade = true
			if carriers == nil {
				carriers = namefield.AirlineWords(t.Raw)
			}
			continue
		case t.Class == name.Particle, t.Class == name.Title, t.Class == name.Initial:
			continue
		}
		kept, formed = append(kept, *t), append(formed, *t)
		told += compare.RareBits(t)
	}
	if !trade || len(kept) == 0 || len(kept) > maxKept {
		return
	}
	if tells(kept, told) {
		p.respelt(n, kept)
		p.kept(x, n, kept, false)
		if len(formed) > len(kept) {
			p.kept(x, n, formed, false)
		}
	}
	for _, c := range carriers {
		if told >= leadBits {
			p.kept(x, n, append(slices.Clip(kept), name.Read(c, c)), told < carrierBits)
		}
	}
}

const (
	keptSize    = 7  // letters of one that is not rare
	maxKept     = 3  // words that are left
	keptBits    = 11 // what they must tell
	oneBits     = 13 // and what one must
	personBits  = 14 // that people are called by
	carrierBits = 14 // and what they must beside another word for an airline
)

// tells reports whether what is left of a name tells enough to be looked up.
func tells(kept []name.Token, told float64) bool {
	if len(kept) > 1 {
		return told >= keptBits
	}
	t := &kept[0]
	person, _ := name.Frequency(t.Raw)
	return len(t.Raw) >= keptSize && told >= oneBits && (person == 0 || told >= personBits) || compare.IsRare(told, len(t.Raw))
}

// kept adds the words that are left of a name, in their own script or in Latin
// letters, if a listed name is of them.
func (p *party) kept(x keys, whole *name.Name, tokens []name.Token, weak bool) {
	for _, text := range append(latinOf(tokens), raw(tokens)) {
		letters, words := name.QuickKeys(text)
		if !x.Keyed(letters) && !x.Keyed(words) {
			continue
		}
		p.add(asked{Name: name.Analyse(text), how: "without the words of trade around it", grade: namefield.Guess, weak: weak, around: whole})
	}
}

// respelt adds a long word of Cyrillic or Greek that is left of a name to those that are
// searched for, for lists spell it in ways that no system gives.
func (p *party) respelt(whole *name.Name, kept []name.Token) {
	if len(kept) != 1 || utf8.RuneCountInString(kept[0].Raw) < rareSize || latinOf(kept) == nil {
		return
	}
	n := name.Analyse(kept[0].Raw)
	n.Acronym = ""
	p.add(asked{Name: n, how: "without the words of trade around it", grade: namefield.Part, around: whole})
}

// latinOf are tokens in Latin letters, in the systems that lists use most; none where
// they are in Latin letters, or in a script whose readings tell too little.
func latinOf(tokens []name.Token) (out []string) {
	words := make([]string, len(tokens))
	foreign := false
	for i := range tokens {
		t := &tokens[i]
		if words[i] = t.Latin; t.Latin == "" {
			return nil
		}
		if t.Class == name.Legal || t.Latin == t.Raw {
			continue
		}
		if script := name.ScriptOf(t.Raw); script != "Latn" {
			if script != "Cyrl" && script != "Grek" && script != "Geor" && script != "Armn" {
				return nil
			}
			foreign = true
		} else {
			words[i] = t.Raw
		}
	}
	if !foreign {
		return nil
	}
	text := strings.Join(words, " ")
	out = append(out, text)
	if passport := passportLetters.Replace(text); passport != text {
		out = append(out, passport)
	}
	return out
}

// passportLetters turn the usual system into that of passports, ICAO Doc 9303.
var passportLetters = strings.NewReplacer("ya", "ia", "yu", "iu", "iy", "ii", "yy", "yi", "oy", "oi", "ay", "ai", "ey", "ei")
