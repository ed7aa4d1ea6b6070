package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/edit"
	"github.com/enduse/enduse/internal/name"
)

// pair is a pairing of tokens [i, i+ni) of a with tokens [j, j+nj) of b.
type pair struct {
	i, ni, j, nj int
	similarity   float64
	weight       float64 // of all its tokens
	method       string
}

// candidates appends every pairing with a similarity above zero.
func candidates(out []pair, a, b *name.Name, w *NameWeights) []pair {
	descent := slices.ContainsFunc(a.Tokens, isFatherName) && slices.ContainsFunc(b.Tokens, isFatherName)
	for i := range a.Tokens {
		for j := range b.Tokens {
			s, t := &a.Tokens[i], &b.Tokens[j]
			similarity, method := compareTokens(s, t, w)
			if similarity < 1 && isShort(s) && isShort(t) && (isOneWord(a) || isOneWord(b)) {
				similarity = min(similarity, ShortSimilarity)
			}
			if similarity > 0 {
				if descent && s.Father != t.Father {
					similarity *= w.Descent
				}
				out = append(out, pair{i, 1, j, 1, similarity, s.Weight + t.Weight, method})
			}
			for n := 2; n <= maxJoined; n++ {
				if similarity, ok := compareJoined(a.Tokens, i, n, t); ok {
					out = append(out, pair{i, n, j, 1, similarity, weight(a.Tokens[i:i+n]) + t.Weight, MethodJoined})
				}
				if similarity, ok := compareJoined(b.Tokens, j, n, s); ok {
					out = append(out, pair{i, 1, j, n, similarity, weight(b.Tokens[j:j+n]) + s.Weight, MethodJoined})
				}
			}
		}
	}
	out = acronyms(out, a, b, false)
	return acronyms(out, b, a, true)
}

// acronyms appends the tokens of a that are the acronym of b; swapped says that the names
// have changed sides.
func acronyms(out []pair, a, b *name.Name, swapped bool) []pair {
	if b.Acronym == "" {
		return out
	}
	from, to := b.Initials[0], b.Initials[1]
	for i := range a.Tokens {
		if t := &a.Tokens[i]; t.Spells(b.Acronym) {
			similarity := AcronymSimilarity
			if isShort(t) && isOneWord(a) && (hasForm(a) || hasForm(b) || len(t.Raw) == 3 && isFirm(b)) {
				similarity = ShortSimilarity
			}
			p := pair{i, 1, from, to - from, similarity, t.Weight + weight(b.Tokens[from:to]), MethodAcronym}
			if swapped {
				p.i, p.ni, p.j, p.nj = p.j, p.nj, p.i, p.ni
			}
			out = append(out, p)
		}
	}
	return out
}

// isFatherName reports whether a token is the name of a father or of a house.
func isFatherName(t name.Token) bool { return t.Father }

// compareTokens compares two tokens: first in their own script, then by romanisation, then
// as an initial.
func compareTokens(s, t *name.Token, w *NameWeights) (float64, string) {
	if s.Text == t.Text {
		return 1, MethodSame
	}
	if s.Class == name.Number || t.Class == name.Number {
		return 0, "" // 12 is not a misspelt 13
	}
	best, method := 0.0, MethodSpelling
	if !edit.Apart(s.Letters, t.Letters, Budget(max(len(s.Text), len(t.Text)))) {
		best = Similarity(s.Text, t.Text)
	}
	if (s.Latin != s.Text || t.Latin != t.Text) && s.Latin != "" && t.Latin != "" {
		if similarity := Similarity(s.Latin, t.Latin); similarity > best {
			best, method = similarity, MethodReading
		}
	}
	if similarity := name.CrossSimilarity(s, t); similarity > best && !isTooShortFor(s, t) && !isTooShortFor(t, s) {
		best, method = max(best, w.CrossScript(similarity)), MethodReading
	}
	if best == 0 && isInitialOf(s, t) {
		return w.Initial, MethodInitial
	}
	if s.Raw != s.Text || t.Raw != t.Text {
		if similarity := Similarity(s.Raw, t.Raw); similarity > best {
			best = min(similarity, nearlyEqual)
		}
	}
	switch {
	case best < SoundSimilarity && s.Sound != "" && s.Sound == t.Sound:
		return SoundSimilarity, MethodSpelling
	case best < NicknameSimilarity && s.Class == name.Plain && t.Class == name.Plain && name.Nicknames(s.Text, t.Text):
		return NicknameSimilarity, MethodNickname
	}
	switch {
	case best == 0 || best == 1:
	case differInGender(s, t):
		best *= w.Known * w.Known // both forms are names, and not of one person
	case s.Common >= minKnown && t.Common >= minKnown:
		best *= w.Known
	}
	return best, method
}

// Similarities of words with the same sound, of the forms of a given name, and of an
// organisation and its acronym.
const (
	SoundSimilarity    = 0.93
	NicknameSimilarity = 0.85
	AcronymSimilarity  = 0.85
)

// ShortSimilarity is the highest similarity of a word of at most four Latin letters that is
// a name by itself and another word with the same sound, and of companies by their
// initials: ABB is not AAB, and not every TPG is TPG Inc. A country or an address must
// agree for such names to reach the usual threshold.
const ShortSimilarity = 0.67

// isShort reports whether a token is a plain word of at most four ASCII letters.
func isShort(t *name.Token) bool {
	return t.Class == name.Plain && len(t.Raw) <= 4 && t.Raw == t.Latin
}

func hasForm(n *name.Name) bool {
	return slices.ContainsFunc(n.Tokens, func(t name.Token) bool { return t.Class == name.Legal })
}

// isFirm reports whether a name has a word of trade that is not one for organisations
// other than firms.
func isFirm(n *name.Name) bool {
	return slices.ContainsFunc(n.Tokens, func(t name.Token) bool {
		return t.Class == name.Business && !institutions[t.Text]
	})
}

// institutions are words of trade in the names of organisations that are known by their
// initials.
var institutions = map[string]bool{
	"organization": true, "committee": true, "ministry": true, "agency": true, "society": true, "foundation": true, "association": true,
	"university": true, "institute": true, "academy": true, "department": true, "national": true, "state": true, "federal": true, "relief": true, "charity": true, "center": true, "bureau": true,
}

// isOneWord reports whether a name has just one distinctive word.
func isOneWord(n *name.Name) bool {
	count := 0
	for i := range n.Tokens {
		if IsDistinctive(&n.Tokens[i]) {
			count++
		}
	}
	return count == 1
}

// isTooShortFor reports whether a word in another alphabet is too short to be the same as a
// given word: three letters have the consonants of many words twice as long.
func isTooShortFor(t, word *name.Token) bool {
	n := utf8.RuneCountInString(t.Text)
	return t.Latin != "" && t.Latin != t.Text && n <= 3 && utf8.RuneCountInString(word.Text) > 2*n
}

// SureRomanisation is the least similarity at which words of two scripts count as the same
// word.
const SureRomanisation = 0.8

// CrossScript returns how much the similarity of words of two scripts counts: less if one
// may be a romanisation of another word.
func (w *NameWeights) CrossScript(similarity float64) float64 {
	if similarity < SureRomanisation {
		return similarity * w.Known
	}
	return similarity
}

// sureJoined is the same for several words that are one word in the other script: more
// letters leave more to chance.
const sureJoined = 0.9

// minKnown is how common two words must be to count as two words and not as one that is
// misspelt: "Antonia" and "Antonio".
const minKnown = 4

// isInitialOf reports whether one token is a single letter and the other a word
// that begins with it.
func isInitialOf(s, t *name.Token) bool {
	if s.Class != name.Initial {
		s, t = t, s
	}
	if s.Class != name.Initial || t.Class == name.Initial || t.Class == name.Legal || t.Latin == "" || s.Latin == "" {
		return false
	}
	return s.Latin[0] == t.Latin[0]
}

// differInGender reports whether two words are the forms of a name for a man and for a
// woman, as far as the last letter shows: Antonio and Antonia, Joaquin and Joaquina.
func differInGender(s, t *name.Token) bool {
	if max(s.Common, t.Common) < minKnown {
		return false
	}
	a, b := s.Latin, t.Latin
	if len(a) > len(b) || len(a) == len(b) && strings.HasSuffix(a, "a") {
		a, b = b, a
	}
	stem, ok := strings.CutSuffix(b, "a")
	return ok && len(stem) > 2 && (a == stem || a == stem+"o" || a == stem+"e")
}
