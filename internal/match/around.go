package match

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/namefield"
)

// addWithoutTrade adds a name without the words of trade, branches, places and forms
// around it, if a listed name is left: "Zorvatinel Exchange" and "Торговый дом
// Зорватинель" give ZORVATINEL. The words left must be distinctive, and not a name of
// people.
func (p *Party) addWithoutTrade(x keySet, n *name.Name) {
	var kept, formed []name.Token
	var carriers []string
	trade, bits := false, 0.0
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
		bits += compare.RareBits(t)
	}
	if !trade || len(kept) == 0 || len(kept) > maxKept {
		return
	}
	if distinctive(kept, bits) {
		p.addRespelt(n, kept)
		p.addKept(x, n, kept, false)
		if len(formed) > len(kept) {
			p.addKept(x, n, formed, false)
		}
	}
	for _, c := range carriers {
		if bits >= leadBits {
			p.addKept(x, n, append(slices.Clip(kept), name.Read(c, c)), bits < carrierBits)
		}
	}
}

const (
	keptSize    = 7  // letters of a single word that is not rare
	maxKept     = 3  // words that are left
	keptBits    = 11 // least information of several words
	oneBits     = 13 // of a single word
	personBits  = 14 // of a single word that is also a name of people
	carrierBits = 14 // of words before another word for an airline
)

// distinctive reports whether the words left of a name are rare enough to be looked up.
func distinctive(kept []name.Token, bits float64) bool {
	if len(kept) > 1 {
		return bits >= keptBits
	}
	t := &kept[0]
	person, _ := name.Frequency(t.Raw)
	minBits := float64(oneBits)
	if person > 0 {
		minBits = personBits
	}
	return len(t.Raw) >= keptSize && bits >= minBits || compare.IsRare(bits, len(t.Raw))
}

// addKept adds the words left of a name, in their own script or in Latin letters, if a
// listed name consists of them.
func (p *Party) addKept(x keySet, whole *name.Name, tokens []name.Token, weak bool) {
	for _, text := range append(latinOf(tokens), raw(tokens)) {
		letters, words := name.QuickKeys(text)
		if !x.Keyed(letters) && !x.Keyed(words) {
			continue
		}
		p.add(asked{Name: name.Analyse(text), how: "without the words of trade around it", grade: namefield.Guess, weak: weak, around: whole})
	}
}

// addRespelt adds a long Cyrillic or Greek word left of a name to the names to search
// for, as lists spell such words in ways that no system of romanisation gives.
func (p *Party) addRespelt(whole *name.Name, kept []name.Token) {
	if len(kept) != 1 || utf8.RuneCountInString(kept[0].Raw) < minRareSize || latinOf(kept) == nil {
		return
	}
	n := name.Analyse(kept[0].Raw)
	n.Acronym = ""
	p.add(asked{Name: n, how: "without the words of trade around it", grade: namefield.Part, around: whole})
}

// latinOf returns tokens in Latin letters, in the systems that most lists use. It
// returns nil for tokens in Latin letters, and for scripts whose romanisations are
// ambiguous.
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

// passportLetters turns the usual romanisation into that of passports, ICAO Doc 9303.
var passportLetters = strings.NewReplacer("ya", "ia", "yu", "iu", "iy", "ii", "yy", "yi", "oy", "oi", "ay", "ai", "ey", "ei")
