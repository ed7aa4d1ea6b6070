package name

import (
	"slices"
	"strings"
)

// setRoles sets what follows from the position of a word in the name, once all are read.
func (n *Name) setRoles() {
	plain := 0
	for i := range n.Tokens {
		t := &n.Tokens[i]
		if n.isName(i) {
			n.setClass(i, Plain)
		}
		if t.Class == Plain {
			plain++
		}
		t.Father = i > 1 && t.Class == Plain && lexicon().sons[n.Tokens[i-1].Text]
	}
	if len(n.Tokens) > 1 && n.Tokens[0].Class == Number && isEnumerated(n.Text) {
		n.setClass(0, Title)
	}
	for i := range n.Tokens {
		t := &n.Tokens[i]
		t.Patronymic = plain > 2 && t.Class == Plain && isPatronymic(t.Latin)
	}
}

// isPatronymic reports whether a Latin word ends like an East Slavic patronymic.
func isPatronymic(latin string) bool {
	return slices.ContainsFunc(lexicon().patronymics, func(end string) bool { return strings.HasSuffix(latin, end) })
}

func (n *Name) setClass(i int, c Class) {
	t := &n.Tokens[i]
	t.Class = c
	n.Weight -= t.Weight
	t.Weight = weightOf(*t)
	n.Weight += t.Weight
}

// isEnumerated reports whether a text begins with its number in an enumeration:
// "1. Ivan Petrov", "12) Example Ltd", "(7) Example", "05 - Example", "#3 Example".
func isEnumerated(text string) bool {
	text = strings.TrimLeft(text, " ")
	if rest, ok := strings.CutPrefix(text, "#"); ok {
		return rest != "" && isDigits(rest[:1])
	}
	text = strings.TrimLeft(text, "([")
	rest := strings.TrimLeft(text, "0123456789")
	return len(text)-len(rest) <= 3 && slices.ContainsFunc(numberMarks, func(mark string) bool { return strings.HasPrefix(rest, mark) })
}

// numberMarks are what follows a number in an enumeration.
var numberMarks = []string{". ", ") ", "] ", ": ", " - "}

// isName reports whether a word that is a title or a particle elsewhere is a
// name here: titles and particles come before one. King is a surname in "Sara
// King" and in "KING, Sara", and Ben a given name in "Ben Davies".
func (n *Name) isName(i int) bool {
	t := &n.Tokens[i]
	if len(n.Tokens) == 1 {
		return false // see weighBusinessWords
	}
	switch t.Class {
	case Title:
		return !lexicon().honorifics[t.Text] && (i == len(n.Tokens)-1 || i == 0 && n.surnameFirst(t.Raw))
	case Particle:
		return t.Text == "ben" && (i == 0 && len(n.Tokens) == 2 || i == len(n.Tokens)-1)
	case Plain, Initial, Number, Business, Legal:
	}
	return false
}

// surnameFirst reports whether a comma follows the first word.
func (n *Name) surnameFirst(word string) bool {
	before, _, ok := strings.Cut(n.Text, ",")
	return ok && Fold(strings.TrimSpace(before)) == word
}
