package canada

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/name"
)

// language is the name of a language before a name in it.
var language = regexp.MustCompile(`\(?\b(?:Belaruss?ian|Russian|Ukrainian|Arabic|Persian|Farsi|Chinese|Burmese|French|English|Spanish)\s*:`)

// word is a word that comes between two names: "or", in Russian too, "and".
var word = regexp.MustCompile(`(?i)\s+(?:or|или|and)\s+`)

// aliases cuts a text into names. A semicolon and the name of a language are
// always between names. A comma is where no semicolon is, or the party is a
// person; a slash, and "or", where a cut leaves whole names. A person's name of
// one word that a cut has left, such as the given name of "Sergei, Serhii
// SHERBAKOV", is weak: by itself it would fit too many.
func aliases(text string, person bool) []enduse.Name {
	text = list.OneLine(text)
	byComma := person || !strings.Contains(text, ";")
	var pieces []string
	for p := range strings.SplitSeq(language.ReplaceAllString(text, ";"), ";") {
		if byComma {
			pieces = append(pieces, commas(p)...)
		} else {
			pieces = append(pieces, p)
		}
	}
	var out []enduse.Name
	for _, p := range pieces {
		for _, n := range between(p, person) {
			if n = tidy(n); n != "" && !has(out, n) {
				out = append(out, enduse.Name{Text: n, Kind: enduse.NameAlias})
			}
		}
	}
	weaken(out, person)
	return out
}

func has(names []enduse.Name, text string) bool {
	for _, n := range names {
		if n.Text == text {
			return true
		}
	}
	return false
}

// weaken marks the scraps that cuts have left: a person's name of one word, and
// a legal form without a name.
func weaken(names []enduse.Name, person bool) {
	for i, n := range names {
		scrap := !person && onlyLegalForm(n.Text) || person && len(names) > 1 && !strings.Contains(n.Text, " ")
		if scrap {
			names[i].Kind = enduse.NameWeakAlias
		}
	}
}

// onlyLegalForm reports whether all words of a text are those of legal forms.
func onlyLegalForm(text string) bool {
	for _, t := range name.Analyse("x " + text).Tokens[1:] { // a legal form follows a name
		if t.Class != name.Legal {
			return false
		}
	}
	return true
}

// commas cuts at commas outside parentheses, but not before a small letter (it
// goes on: "Ministry of Education, science and sport") nor before what is only
// a legal form ("RESO, JSC").
func commas(s string) []string {
	return list.SplitOutside(s, ',', begins)
}

// begins reports whether a text begins with a name.
func begins(s string) bool {
	s = strings.TrimSpace(s)
	first, _ := utf8.DecodeRuneInString(s)
	if s == "" || unicode.IsLower(first) {
		return false
	}
	piece, _, _ := strings.Cut(s, ",")
	return !onlyLegalForm(piece)
}

// between cuts at slashes and at words between names, if every piece is a name
// by itself: of a person at least two words. Of entities "and" is a part.
func between(s string, person bool) []string {
	if !person {
		var out []string
		for _, p := range bilingual(s) {
			out = append(out, strings.Split(entityOr.ReplaceAllString(p, ";"), ";")...)
		}
		return out
	}
	pieces := strings.Split(word.ReplaceAllString(strings.ReplaceAll(s, "/", ";"), ";"), ";")
	for _, p := range pieces {
		if len(strings.Fields(p)) < 2 {
			return []string{s}
		}
	}
	return pieces
}

var entityOr = regexp.MustCompile(`\s+(?:or|или)\s+`)

// bilingual cuts the name of an entity at its slashes, "Iranian Army/Armée
// iranienne", unless what is left is too short to be a name, as of "A/S".
func bilingual(s string) []string {
	pieces := strings.Split(s, "/")
	for i, p := range pieces {
		if pieces[i] = strings.TrimSpace(p); utf8.RuneCountInString(pieces[i]) < 3 {
			return []string{s}
		}
	}
	return pieces
}

// tidy takes off blanks, points between names, and a parenthesis or a quote
// that has no other half.
func tidy(s string) string {
	s = strings.Trim(s, " ,;:\u200c\u200e\u200f")
	if strings.Count(s, "(") != strings.Count(s, ")") {
		s = strings.TrimSuffix(strings.TrimPrefix(s, "("), ")")
	}
	return strings.Trim(s, " ,;:")
}
