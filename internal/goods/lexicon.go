package goods

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Candidate is a code that goods may fall under. It is a lead, never a
// classification.
type Candidate struct {
	Code       string  `json:"code"` // HS 2022, six digits
	Confidence float64 `json:"confidence"`
	Reason     string  `json:"because"` // the words or the part number that it was found by
	Source     string  `json:"source"`  // lexicon, part number, nomenclature
}

// Term is an entry of the lexicon: goods that control lists name, the words for
// them, and the codes that they may fall under.
type Term struct {
	Name string
	// Codes are of HS 2022 with the confidence that the goods fall under each;
	// their sum is at most 1.
	Codes []Candidate
	// Controls are numbers of goods of this kind on the regimes' lists, such as
	// 7A102; none where the goods are of no concern for weapons of mass
	// destruction or missiles.
	Controls []string
	// Phrases in any language; the words of one may be in any order. With one of
	// the words of Not near them the goods are others: "bearing puller".
	Phrases []string
	Not     []string
}

// Lexicon finds controlled goods in free text.
type Lexicon struct{ terms []term }

type term struct {
	Term
	phrases [][]pattern
	keys    []string // of the first word of each phrase
	han     []string
	not     []pattern
}

// NewLexicon checks the terms: the error names the first that is wrong.
func NewLexicon(terms []Term) (*Lexicon, error) {
	l := &Lexicon{}
	for _, t := range terms {
		if err := t.check(); err != nil {
			return nil, fmt.Errorf("lexicon: %s: %w", t.Name, err)
		}
		c := term{Term: t}
		for _, p := range t.Phrases {
			if isHan(p) {
				c.han = append(c.han, fold(p))
				continue
			}
			var words []pattern
			for w := range strings.FieldsSeq(p) {
				words = append(words, patternOf(w))
			}
			if len(words) == 0 {
				return nil, fmt.Errorf("lexicon: %s: %q has no words", t.Name, p)
			}
			c.phrases, c.keys = append(c.phrases, words), append(c.keys, key(words[0].word))
		}
		for _, n := range t.Not {
			c.not = append(c.not, patternOf(n))
		}
		l.terms = append(l.terms, c)
	}
	return l, nil
}

func (t *Term) check() error {
	if t.Name == "" || len(t.Phrases) == 0 || len(t.Codes) == 0 && len(t.Controls) == 0 {
		return errors.New("it needs a name, a phrase, and a code or a control number")
	}
	sum := 0.0
	for _, c := range t.Codes {
		if h, err := ParseHS(c.Code); err != nil || h.Six() != c.Code {
			return fmt.Errorf("%q is not six digits", c.Code)
		}
		if c.Confidence <= 0 {
			return fmt.Errorf("the confidence of %s is not above 0", c.Code)
		}
		sum += c.Confidence
	}
	if sum > 1.0001 {
		return fmt.Errorf("the confidences sum to %.2f, above 1", sum)
	}
	for _, n := range t.Controls {
		if _, err := ParseControlNumber(n); err != nil {
			return err
		}
	}
	return nil
}

// ParseCodes reads "854231:0.6 854239:0.3".
func ParseCodes(text string) (out []Candidate, err error) {
	for field := range strings.FieldsSeq(text) {
		code, share, ok := strings.Cut(field, ":")
		v, err := strconv.ParseFloat(share, 64)
		if !ok || err != nil || v <= 0 || v > 1 {
			return nil, fmt.Errorf("%q is not a code and its confidence, such as 854231:0.6", clip(field))
		}
		out = append(out, Candidate{Code: code, Confidence: v})
	}
	return out, nil
}

// Found is a term and the words of the text that it was found by.
type Found struct {
	Term   *Term
	Phrase string
}

// Lexicon is the one that the checker takes words of; nil if it has none.
func (c *Checker) Lexicon() *Lexicon { return c.lexicon }

// Find returns the terms that a text names. A term whose words are within
// those of another is left out: of "ball bearing" the bearing.
func (l *Lexicon) Find(text string) []Found {
	if l == nil {
		return nil
	}
	folded := fold(text)
	words := wordsOf(folded)
	keys := map[string]bool{}
	for _, w := range words {
		keys[key(w)] = true
	}
	han := isHan(folded)
	type hit struct {
		Found
		words []string
	}
	var hits []hit
	for i := range l.terms {
		if found := l.terms[i].find(folded, words, keys, han); found != nil {
			hits = append(hits, hit{Found{&l.terms[i].Term, strings.Join(found, " ")}, found})
		}
	}
	var out []Found
	for i, h := range hits {
		within := slices.ContainsFunc(hits, func(o hit) bool {
			return o.Term != hits[i].Term && len(o.Phrase) > len(h.Phrase) && covers(o.words, h.words)
		})
		if !within {
			out = append(out, h.Found)
		}
	}
	return out
}

func covers(outer, inner []string) bool {
	for _, w := range inner {
		if !slices.ContainsFunc(outer, func(o string) bool { return o == w || isHan(w) && strings.Contains(o, w) }) {
			return false
		}
	}
	return true
}

// key is the first bytes of a word: two words without a common one do not match.
func key(word string) string { return word[:min(len(word), 2)] }

// find returns the words of the longest phrase that is in the text, whose
// words have the keys; han says whether it has Chinese characters.
func (t *term) find(folded string, words []string, keys map[string]bool, han bool) (longest []string) {
	for _, h := range t.han {
		if han && strings.Contains(folded, h) && (longest == nil || len(h) > len(longest[0])) {
			longest = []string{h}
		}
	}
	for i, phrase := range t.phrases {
		if !keys[t.keys[i]] {
			continue
		}
		if found := all(phrase, words); len(found) > len(longest) {
			longest = found
		}
	}
	for _, n := range t.not {
		if longest != nil && slices.ContainsFunc(words, n.matches) {
			return nil
		}
	}
	return longest
}

// all returns the words that each pattern matches, or nil if one matches none.
func all(phrase []pattern, words []string) []string {
	var found []string
	for _, p := range phrase {
		i := slices.IndexFunc(words, p.matches)
		if i < 0 {
			return nil
		}
		found = append(found, words[i])
	}
	return found
}

// Candidates returns the codes that a text names, the likeliest first.
func (l *Lexicon) Candidates(text string) []Candidate {
	return codesOf(l.Find(text))
}

// codesOf returns the codes of terms, the likeliest first.
func codesOf(found []Found) []Candidate {
	var all []Candidate
	for _, f := range found {
		for _, c := range f.Term.Codes {
			all = append(all, Candidate{c.Code, c.Confidence, f.Phrase, "lexicon"})
		}
	}
	return best(all)
}

// best keeps the surest candidate of each code and orders them.
func best(all []Candidate) []Candidate {
	by := map[string]Candidate{}
	for _, c := range all {
		if old, ok := by[c.Code]; !ok || c.Confidence > old.Confidence {
			by[c.Code] = c
		}
	}
	return slices.SortedFunc(maps.Values(by), func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(b.Confidence, a.Confidence), cmp.Compare(a.Code, b.Code))
	})
}
