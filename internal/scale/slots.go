package scale

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// slot is the place of a word in a name. Words are drawn from those of the same
// slot.
type slot uint8

const (
	slotKept slot = iota // the word stays: a particle, a legal form, a title, a number
	slotGiven
	slotMiddle
	slotFamily
	slotFirst // of what is not a person
	slotOther
	slotTrade
)

// slots says the place of each word of a name.
func (b *builder) slots(text string, words []word, family, given map[string]bool) []slot {
	classes := classesOf(text, words)
	comma := commaAt(words)
	out := make([]slot, len(words))
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
			out[i] = slotTrade
		case first:
			out[i] = slotFirst
		default:
			out[i] = slotOther
		}
		first = first && out[i] != slotFirst && out[i] != slotGiven
	}
	return out
}

// placeInPerson goes by the parts that the list gives, else by a comma behind
// the family name, else by place. first says that no given name stood before.
func placeInPerson(i, n, comma int, family, given, first bool) slot {
	switch {
	case family && !given:
		return slotFamily
	case given && first:
		return slotGiven
	case given:
		return slotMiddle
	case comma > 0 && i < comma:
		return slotFamily
	case comma > 0 && first:
		return slotGiven
	case comma > 0:
		return slotMiddle
	case i == 0:
		return slotGiven
	case i == n-1:
		return slotFamily
	}
	return slotMiddle
}

// commaAt is the number of words before the first comma, 0 if there is none.
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

// classesOf says what each word is in a name. The analysis joins words ("S. A.")
// and folds them, but keeps every letter in its order: a word is what the token
// is in which its first letter stands.
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
