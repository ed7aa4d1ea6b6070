package compare

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edit"
	"github.com/enduse/enduse/internal/name"
)

// Methods of pairing two parts of a name.
const (
	MethodSame      = "same"
	MethodSpelling  = "spelling"  // within the edit budget
	MethodReading   = "reading"   // the same word in two scripts, by its Latin reading
	MethodInitial   = "initial"   // a letter for a word
	MethodJoined    = "joined"    // two or three words written as one
	MethodNickname  = "nickname"  // forms of one given name
	MethodUnmatched = "unmatched" // only one of the names has it
)

// NameWeights says what alignment costs. All are shares: 0 costs nothing, 1
// as much as the part's own weight.
type NameWeights struct {
	Initial       float64 `yaml:"initial"`       // likeness of an initial and a word that begins with it
	Omission      float64 `yaml:"omission"`      // cost of a part that only one name has
	Contradiction float64 `yaml:"contradiction"` // cost of parts that both have and that do not pair
	// Single multiplies the likeness of names that have one word in common and
	// others besides: "Maria" is in thousands of names.
	Single float64 `yaml:"single"`
	// Known multiplies the likeness of two words that differ in spelling and are
	// both common.
	Known float64 `yaml:"known"`
}

// NameResult is the comparison of two names.
type NameResult struct {
	Alike     float64 // 0 to 1; 1 only for literally equal names
	Method    string  // in words
	Alignment []enduse.Pairing
}

// nearlyEqual is the most that names which are not literally equal reach.
const nearlyEqual = 0.995

// Names compares two names. It is symmetric: the alignment of b and a is that
// of a and b with its sides changed.
func Names(a, b *name.Name, w NameWeights) NameResult {
	if len(a.Tokens) == 0 || len(b.Tokens) == 0 {
		return NameResult{Method: "nothing to compare"}
	}
	if a.Folded > b.Folded {
		r := Names(b, a, w)
		for i := range r.Alignment {
			p := &r.Alignment[i]
			p.Query, p.Listed = p.Listed, p.Query
		}
		return r
	}
	pairs := assign(candidates(a, b, w))
	r := NameResult{Alike: likeness(a, b, pairs, w), Alignment: alignmentOf(a, b, pairs)}
	if a.Folded == b.Folded {
		r.Alike = 1
		r.Method = "equal"
		return r
	}
	r.Alike = min(r.Alike, nearlyEqual)
	if !slices.ContainsFunc(pairs, func(p pair) bool { return p.method != MethodInitial }) {
		r.Alike = 0 // initials alone fit too many names to be evidence
	}
	r.Method = methodOf(r.Alignment)
	return r
}

// pair says that tokens [i, i+ni) of a stand for tokens [j, j+nj) of b.
type pair struct {
	i, ni, j, nj int
	alike        float64
	weight       float64 // of all its tokens
	method       string
}

// candidates lists every pairing with a likeness above zero.
func candidates(a, b *name.Name, w NameWeights) []pair {
	var out []pair
	for i := range a.Tokens {
		for j := range b.Tokens {
			s, t := &a.Tokens[i], &b.Tokens[j]
			if alike, method := tokens(s, t, w); alike > 0 {
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
	return out
}

// tokens compares two tokens: in their own script first, then by their Latin
// reading, then as an initial.
func tokens(s, t *name.Token, w NameWeights) (float64, string) {
	if s.Text == t.Text {
		return 1, MethodSame
	}
	if s.Class == name.Number || t.Class == name.Number {
		return 0, "" // 12 is not a misspelt 13
	}
	best, method := Alike(s.Text, t.Text), MethodSpelling
	if (s.Latin != s.Text || t.Latin != t.Text) && s.Latin != "" && t.Latin != "" {
		if alike := Alike(s.Latin, t.Latin); alike > best {
			best, method = alike, MethodReading
		}
	}
	if alike := name.CrossAlike(s, t); alike > best && !acronym(s, t) && !acronym(t, s) {
		if alike < sureReading {
			alike *= w.Known // a reading that may be of another word
		}
		best, method = max(best, alike), MethodReading
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

// Likeness of words that sound alike, and of the forms of a given name.
const (
	SoundAlike    = 0.93
	NicknameAlike = 0.85
)

// acronym reports whether a word of another alphabet is too short to stand for
// a word: three letters have the consonants of many words twice as long.
func acronym(t, word *name.Token) bool {
	n := utf8.RuneCountInString(t.Text)
	return t.Latin != "" && t.Latin != t.Text && n <= 3 && utf8.RuneCountInString(word.Text) > 2*n
}

// sureReading is the likeness of two words of two scripts from which on they
// are taken for one.
const sureReading = 0.8

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

// mostJoined is how many neighbours may be written as one word.
const mostJoined = 3

// longJoin is the length from which on words written as one may also hold an
// edit: shorter ones are too often another word.
const longJoin = 8

// Join puts n neighbours from i on together, as they are written; it fails
// where there are not as many.
func Join(tokens []name.Token, i, n int) (string, bool) {
	if i+n > len(tokens) {
		return "", false
	}
	var whole strings.Builder
	whole.WriteString(tokens[i].Raw + tokens[i+1].Raw)
	for _, t := range tokens[i+2 : i+n] {
		whole.WriteString(t.Raw)
	}
	return whole.String(), true
}

// joined compares n neighbours, written as one word, with a token. One edit is
// allowed, if each of them has more letters than that: else the token is just
// the others alone.
func joined(tokens []name.Token, i, n int, whole *name.Token) (float64, bool) {
	one, ok := Join(tokens, i, n)
	if !ok || whole.Class == name.Initial {
		return 0, false
	}
	if one == whole.Raw {
		return 1, true
	}
	if whole.Foreign() {
		alike := name.JoinedAlike(one, whole)
		return alike, alike >= sureJoined
	}
	if utf8.RuneCountInString(one) < longJoin {
		return 0, false
	}
	for _, t := range tokens[i : i+n] {
		if utf8.RuneCountInString(t.Raw) < 2 {
			return 0, false
		}
	}
	if _, ok := edit.Edits(one, whole.Raw, 1); !ok {
		return 0, false
	}
	return Alike(one, whole.Raw), true
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

// assign picks pairings so that no token is used twice: the weightiest
// likeness first, and of equals the earliest.
func assign(all []pair) []pair {
	slices.SortFunc(all, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.alike*q.weight, p.alike*p.weight), cmp.Compare(q.alike, p.alike),
			cmp.Compare(p.i, q.i), cmp.Compare(p.j, q.j), cmp.Compare(p.ni, q.ni), cmp.Compare(p.nj, q.nj))
	})
	var usedA, usedB uint64
	kept := all[:0]
	for _, p := range all {
		maskA, maskB := mask(p.i, p.ni), mask(p.j, p.nj)
		if usedA&maskA == 0 && usedB&maskB == 0 {
			usedA, usedB = usedA|maskA, usedB|maskB
			kept = append(kept, p)
		}
	}
	return kept
}

// mask has a bit for each of n tokens from i on; name.MaxTokens is below 64.
func mask(i, n int) uint64 { return (1<<n - 1) << i }
