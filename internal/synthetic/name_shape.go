package synthetic

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// place is the position of a word in a name. A word is drawn from those of the same
// position.
type place uint8

const (
	placeKept place = iota // the word is kept: a particle, a legal form, a title, a number
	placeGiven
	placeMiddle
	placeFamily
	placeFirst // word of a name that is not a person's
	placeOther
	placeTrade
)

// nameShape returns the position of each word of a name.
func (b *builder) nameShape(text string, words []word, family, given map[string]bool) []place {
	classes := classesOf(text, words)
	comma := commaAt(words)
	out := make([]place, len(words))
	first := true
	for i, w := range words {
		c := classes[i]
		person := b.plan.entity.Schema == enduse.SchemaPerson
		switch {
		case c == name.Initial, c == name.Particle, c == name.Legal, c == name.Title, c == name.Number, hasDigit(w.text):
			continue
		case person:
			out[i] = placeInPerson(i, len(words), comma, family[strings.ToLower(w.text)], given[strings.ToLower(w.text)], first)
		case c == name.Business:
			out[i] = placeTrade
		case first:
			out[i] = placeFirst
		default:
			out[i] = placeOther
		}
		first = first && out[i] != placeFirst && out[i] != placeGiven
	}
	return out
}

// placeInPerson returns the position of word i of n in a person's name. It uses the
// parts that the list gives, else a comma after the family name, else the order. first
// is true if no given name precedes it.
func placeInPerson(i, n, comma int, family, given, first bool) place {
	switch {
	case family && !given:
		return placeFamily
	case given && first:
		return placeGiven
	case given:
		return placeMiddle
	case comma > 0 && i < comma:
		return placeFamily
	case comma > 0 && first:
		return placeGiven
	case comma > 0:
		return placeMiddle
	case i == 0:
		return placeGiven
	case i == n-1:
		return placeFamily
	}
	return placeMiddle
}

// commaAt returns the number of words before the first comma; 0 without a comma.
func commaAt(words []word) int {
	for i, w := range words {
		if strings.Contains(w.before, ",") {
			return i
		}
	}
	return 0
}

func wordsOf(text string) map[string]bool {
	out := map[string]bool{}
	words, _ := split(text)
	for _, w := range words {
		out[strings.ToLower(w.text)] = true
	}
	return out
}

// classesOf returns the class of each word of a name. The analysis joins words ("S. A.")
// and folds them, but keeps the order of the letters: the class of a word is that of the
// token with its first letter.
func classesOf(text string, words []word) []name.Class {
	out := make([]name.Class, len(words))
	tokens := name.Analyse(text).Tokens
	at, end := 0, 0 // letters before the word, and up to the end of the token
	next := 0
	for i, w := range words {
		for next < len(tokens) && end <= at {
			end += letters(tokens[next].Raw)
			next++
		}
		if next > 0 {
			out[i] = tokens[next-1].Class
		}
		at += letters(name.Fold(w.text))
	}
	return out
}
