package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/edit"
	"github.com/enduse/enduse/internal/name"
)

// pair says that tokens [i, i+ni) of a stand for tokens [j, j+nj) of b.
type pair struct {
	i, ni, j, nj int
	alike        float64
	weight       float64 // of all its tokens
	method       string
}

// candidates appends every pairing with a likeness above zero.
func candidates(out []pair, a, b *name.Name, w *NameWeights) []pair {
	descent := slices.ContainsFunc(a.Tokens, isFather) && slices.ContainsFunc(b.Tokens, isFather)
	for i := range a.Tokens {
		for j := range b.Tokens {
			s, t := &a.Tokens[i], &b.Tokens[j]
			alike, method := tokens(s, t, w)
			if alike < 1 && short(s) && short(t) && (lone(a) || lone(b)) {
				alike = min(alike, ShortAlike)
			}
			if alike > 0 {
				if descent && s.Father != t.Father {
					alike *= w.Descent
				}
				out = append(out, pair{i, 1, j, 1, alike, s.Weight + t.Weight, method})
			}
			for n := 2; n <= mostJoined; n++ {
				if alike, ok := joined(a.Tokens, i, n, t); ok {
					out = append(out, pair{i, n, j, 1, alike, weight(a.Tokens[i:i+n]) + t.Weight, MethodJoined})
				}
				if alike, ok := joined(b.Tokens, j, n, s); ok {
					out = append(out, pair{i, 1, j, n, alike, weight(b.Tokens[j:j+n]) + s.Weight, MethodJoined})
				}
			}
		}
	}
	out = acronyms(out, a, b, false)
	return acronyms(out, b, a, true)
}

// acronyms appends the tokens of a that are the acronym of b; turned says that
// the names have changed sides.
func acronyms(out []pair, a, b *name.Name, turned bool) []pair {
	if b.Acronym == "" {
		return out
	}
	from, to := b.Initials[0], b.Initials[1]
	for i := range a.Tokens {
		if t := &a.Tokens[i]; t.Spells(b.Acronym) {
			alike := AcronymAlike
			if short(t) && lone(a) && (hasForm(a) || hasForm(b) || len(t.Raw) == 3 && isFirm(b)) {
				alike = ShortAlike
			}
			p := pair{i, 1, from, to - from, alike, t.Weight + weight(b.Tokens[from:to]), MethodAcronym}
			if turned {
				p.i, p.ni, p.j, p.nj = p.j, p.nj, p.i, p.ni
			}
			out = append(out, p)
		}
	}
	return out
}

// isFather reports whether a token is the name of a father or a house.
func isFather(t name.Token) bool { return t.Father }

// tokens compares two tokens: in their own script first, then by their Latin
// reading, then as an initial.
func tokens(s, t *name.Token, w *NameWeights) (float64, string) {
	if s.Text == t.Text {
		return 1, MethodSame
	}
	if s.Class == name.Number || t.Class == name.Number {
		return 0, "" // 12 is not a misspelt 13
	}
	best, method := 0.0, MethodSpelling
	if !edit.Apart(s.Letters, t.Letters, Budget(max(len(s.Text), len(t.Text)))) {
		best = Alike(s.Text, t.Text)
	}
	if (s.Latin != s.Text || t.Latin != t.Text) && s.Latin != "" && t.Latin != "" {
		if alike := Alike(s.Latin, t.Latin); alike > best {
			best, method = alike, MethodReading
		}
	}
	if alike := name.CrossSimilarity(s, t); alike > best && !acronym(s, t) && !acronym(t, s) {
		best, method = max(best, w.Reading(alike)), MethodReading
	}
	if best == 0 && initialOf(s, t) {
		return w.Initial, MethodInitial
	}
	if s.Raw != s.Text || t.Raw != t.Text {
		if alike := Alike(s.Raw, t.Raw); alike > best {
			best = min(alike, nearlyEqual)
		}
	}
	switch {
	case best < SoundAlike && s.Sound != "" && s.Sound == t.Sound:
		return SoundAlike, MethodSpelling
	case best < NicknameAlike && s.Class == name.Plain && t.Class == name.Plain && name.Nicknames(s.Text, t.Text):
		return NicknameAlike, MethodNickname
	}
	switch {
	case best == 0 || best == 1:
	case genders(s, t):
		best *= w.Known * w.Known // both forms are names, and not of one person
	case s.Common >= known && t.Common >= known:
		best *= w.Known
	}
	return best, method
}

// Likeness of words that sound alike, of the forms of a given name, and of an
// organisation and its acronym.
const (
	SoundAlike    = 0.93
	NicknameAlike = 0.85
	AcronymAlike  = 0.85
)

// ShortAlike is the most that a word of three or four Latin letters that is a name
// by itself has in common with another word by its sound, and of two companies by
// initials: ABB is not AAB, nor is every TPG Inc. It needs a country or an address that agrees to
// reach the usual threshold.
const ShortAlike = 0.67

// short reports whether a token is a word of so few letters of ASCII.
func short(t *name.Token) bool {
	return t.Class == name.Plain && len(t.Raw) <= 4 && t.Raw == t.Latin
}

func hasForm(n *name.Name) bool {
	return slices.ContainsFunc(n.Tokens, func(t name.Token) bool { return t.Class == name.Legal })
}

// isFirm reports whether a name has a word of trade, other than those by which
// organisations that are no firms are called.
func isFirm(n *name.Name) bool {
	return slices.ContainsFunc(n.Tokens, func(t name.Token) bool {
		return t.Class == name.Business && !institutions[t.Text]
	})
}

// institutions are words of trade by which organisations are called that are known
// by their initials.
var institutions = map[string]bool{
	"organization": true, "committee": true, "ministry": true, "agency": true, "society": true, "foundation": true, "association": true,
	"university": true, "institute": true, "academy": true, "department": true, "national": true, "state": true, "federal": true, "relief": true, "charity": true, "center": true, "bureau": true,
}

// lone reports whether a name has one word that tells it from others.
func lone(n *name.Name) bool {
	count := 0
	for i := range n.Tokens {
		if Tells(&n.Tokens[i]) {
			count++
		}
	}
	return count == 1
}

// acronym reports whether a word of another alphabet is too short to stand for
// a word: three letters have the consonants of many words twice as long.
func acronym(t, word *name.Token) bool {
	n := utf8.RuneCountInString(t.Text)
	return t.Latin != "" && t.Latin != t.Text && n <= 3 && utf8.RuneCountInString(word.Text) > 2*n
}

// SureReading is the likeness of two words of two scripts from which on they
// are taken for one.
const SureReading = 0.8

// Reading is how much the likeness of two words of two scripts counts: less where
// the one may be a reading of another word.
func (w *NameWeights) Reading(alike float64) float64 {
	if alike < SureReading {
		return alike * w.Known
	}
	return alike
}

// sureJoined is the same for several words that are one in the other script:
// more letters leave more to chance.
const sureJoined = 0.9

// known is how common two words must be to be taken for two words, not for one
// that is misspelt: "Antonia" and "Antonio".
const known = 4

// initialOf reports whether one token is a single letter and the other a word
// that begins with it.
func initialOf(s, t *name.Token) bool {
	if s.Class != name.Initial {
		s, t = t, s
	}
	if s.Class != name.Initial || t.Class == name.Initial || t.Class == name.Legal || t.Latin == "" || s.Latin == "" {
		return false
	}
	return s.Latin[0] == t.Latin[0]
}

// genders reports whether two words are the forms of a name for a man and for
// a woman, as far as the last letter shows it: Antonio and Antonia, Joaquin and
// Joaquina.
func genders(s, t *name.Token) bool {
	if max(s.Common, t.Common) < known {
		return false
	}
	a, b := s.Latin, t.Latin
	if len(a) > len(b) || len(a) == len(b) && strings.HasSuffix(a, "a") {
		a, b = b, a
	}
	stem, ok := strings.CutSuffix(b, "a")
	return ok && len(stem) > 2 && (a == stem || a == stem+"o" || a == stem+"e")
}
