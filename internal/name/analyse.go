package name

import (
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/edit"
)

// MaxTokens is how many words of a name are compared; a text with more is not a name, and
// the rest is left out. A word can become two tokens.
const MaxTokens = 30

// Name is an analysed name: its tokens, its weight, and its keys.
type Name struct {
	Text   string // as written
	Folded string // all words as written, folded, separated by spaces: decides literal equality
	Tokens []Token
	Weight float64 // the sum of the tokens' weights
	// Acronym is the initials of an organisation of this name, "" if it has none; they
	// are of the tokens from Initials[0] to before Initials[1].
	Acronym  string
	Initials [2]int
	Keys
	isForm bool // all of it is a legal form
}

// Analyse cuts a name into tokens and says what each of them is.
func Analyse(text string) Name {
	var folded, joined [stackText]byte
	n := Name{Text: text, Folded: text}
	if all := appendWords(joined[:0], appendFolded(folded[:0], foldMixedScript(text))); string(all) != text {
		n.Folded = string(all)
	}
	var store, written [2 * MaxTokens]string
	words, raw := splitAbd(n.Folded, store[:0], written[:0])
	if len(words) == 0 {
		return n
	}
	n.Tokens = make([]Token, 0, len(words))
	for before := ""; len(words) > 0; {
		t, used, form := nextToken(words, before)
		n.isForm = n.isForm || form
		t.Raw = raw[0]
		if used > 1 {
			t.Raw = strings.Join(raw[:used], "")
		}
		t.setMask()
		n.Tokens = append(n.Tokens, t)
		n.Weight += t.Weight
		before, words, raw = raw[used-1], words[used:], raw[used:]
	}
	n.setRoles()
	n.setSounds()
	n.weighBusinessWords()
	n.Acronym, n.Initials[0], n.Initials[1] = n.findAcronym()
	n.markPlaces()
	n.setKeys()
	return n
}

// setSounds gives the plain words their sounds, which are kept in one string.
func (n *Name) setSounds() {
	var store [stackText]byte
	var ends [2 * MaxTokens]int
	all := store[:0]
	for i := range n.Tokens {
		if t := &n.Tokens[i]; t.Class == Plain {
			all = appendSound(all, t.Latin)
		}
		ends[i] = len(all)
	}
	sounds, start := string(all), 0
	for i := range n.Tokens {
		n.Tokens[i].Sound = sounds[start:ends[i]]
		start = ends[i]
	}
}

// nextToken reads a token from the front of the words: a legal form, or one word. before is
// the word in front of them, "" at the front of a name. form says that all of the name is a
// legal form, which is then read as words.
func nextToken(words []string, before string) (t Token, used int, form bool) {
	inside := before != ""
	class, used := legalAt(before, words)
	if used > 0 && (inside || used < len(words)) {
		t := Token{Text: class, Latin: class, Class: Legal, Letters: edit.Signature(class)}
		t.Weight = weightOf(t)
		return t, used, false
	}
	form = used > 0 && forms().isForm(words) && (used > 1 || utf8.RuneCountInString(words[0]) > 2)
	if value, used := numberAt(words, inside); used > 0 && value != words[0] {
		return newToken(value), used, form
	}
	t = newToken(words[0])
	if long, ok := lexicon().abbreviations[words[0]]; ok {
		t = newToken(long)
	} else if english, ok := lexicon().english[words[0]]; ok {
		t = newToken(english)
	}
	return t, 1, form
}

// splitAbd appends the words of folded text to words, up to MaxTokens of them. It writes
// the first part of names such as Abdul Aziz, Abdelaziz and Abd
// al-Aziz in one way, as a word of its own; raw is what was written. Abdullah
// stays whole.
func splitAbd(folded string, words, raw []string) (all, written []string) {
	var store [MaxTokens]string
	for _, w := range splitTranslated(folded, store[:0]) {
		rest, ok := cutAbd(w)
		switch {
		case !ok:
			words, raw = append(words, w), append(raw, w)
		case rest == "":
			words, raw = append(words, "abd"), append(raw, w)
		default:
			words, raw = append(words, "abd", rest), append(raw, strings.TrimSuffix(w, rest), rest)
		}
	}
	return words, raw
}

// cutAbd cuts the first part off a name such as Abdelaziz.
func cutAbd(word string) (rest string, ok bool) {
	if !strings.HasPrefix(word, "abd") {
		return "", false
	}
	for _, prefix := range []string{"abdoul", "abdul", "abdel", "abdal", "abdol"} {
		if rest, ok := strings.CutPrefix(word, prefix); ok && (rest == "" || len(rest) > 3) && !strings.HasPrefix(rest, "la") {
			return rest, true
		}
	}
	for _, article := range []string{"r", "s", "n", "z"} { // the l of the article becomes the letter after it
		if rest, ok := strings.CutPrefix(word, "abdu"+article); ok && (rest == "" || len(rest) > 3 && strings.HasPrefix(rest, article)) {
			return rest, true
		}
	}
	return "", false
}

// weighBusinessWords gives full weight to the words of a name that has no plain one: in
// "General Trading Company" the business words are all there is.
func (n *Name) weighBusinessWords() {
	for i := range n.Tokens {
		if n.Tokens[i].Class == Plain {
			return
		}
	}
	n.Weight = 0
	for i := range n.Tokens {
		if t := &n.Tokens[i]; t.Class == Business || t.Class == Particle || t.Class == Title {
			t.Weight = 1
		}
		n.Weight += n.Tokens[i].Weight
	}
}
