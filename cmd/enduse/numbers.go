package main

import (
	"errors"
	"slices"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/number"
)

var errNoNumber = errors.New("not a number of a register")

const hintNumber = "--identifier KIND:VALUE, such as imo:9187629, inn:7707083893 or passport:N1234567; a register's number has six digits or more"

// numbersOf reads what check was given in place of a name, and its --identifier
// flags: name is what is left to be searched as a name.
func numbersOf(text string, flags []string) (name string, ids []enduse.Identifier, err error) {
	for _, f := range flags {
		read, err := identifierFlag(f)
		if err != nil {
			return "", nil, err
		}
		ids = append(ids, read...)
	}
	found, all := number.Any(text)
	switch {
	case all:
		text = ""
	case text != "" && !strings.ContainsFunc(text, unicode.IsLetter) && strings.ContainsFunc(text, unicode.IsDigit):
		return "", nil, &enduse.Error{Code: enduse.CodeInvalid, Subject: text, Err: errNoNumber, Hint: hintNumber}
	case mixed(text): // a passport, or a name
		found = []number.Found{{Kind: enduse.IDOther, Value: text}}
	}
	for _, f := range found {
		ids = append(ids, f.Identifier())
	}
	return text, ids, nil
}

// mixed reports whether a text is one word of letters and several digits.
func mixed(text string) bool {
	digits := 0
	for _, r := range text {
		if unicode.IsSpace(r) {
			return false
		}
		if unicode.IsDigit(r) {
			digits++
		}
	}
	return digits >= 4
}

// identifierFlag reads the value of one --identifier flag.
func identifierFlag(text string) ([]enduse.Identifier, error) {
	word, value, ok := strings.Cut(text, ":")
	kind, known := number.Kind(word)
	if !ok || !known {
		return nil, &enduse.Error{Code: enduse.CodeInvalid, Subject: "--identifier " + text, Err: errors.New("not KIND:VALUE with a known kind"), Hint: hintNumber + "; the kinds are " + kinds()}
	}
	r := number.Read(value, number.Hints{Kind: kind})
	if len(r.Gaps) > 0 || len(r.Found) == 0 {
		return nil, &enduse.Error{Code: enduse.CodeInvalid, Subject: "--identifier " + text, Err: errors.New(strings.Join(append(r.Gaps, errNoNumber.Error())[:1], "")), Hint: hintNumber}
	}
	ids := make([]enduse.Identifier, len(r.Found))
	for i, f := range r.Found {
		ids[i] = f.Identifier()
	}
	return ids, nil
}

func kinds() string {
	words := make([]string, len(enduse.IdentifierKinds))
	for i, k := range enduse.IdentifierKinds {
		words[i] = string(k)
	}
	slices.Sort(words)
	return strings.Join(words, ", ")
}
