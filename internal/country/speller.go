package country

// minTypo is the fewest letters of a word in which a typing error is looked for: shorter
// names of places are too similar (Niger, Nigeria; Iran, Iraq).
const minTypo = 7

// Speller finds the words of a set that are one typing error away from a text: a letter
// too many, a letter missing, a wrong letter, or two neighbours swapped. It does not
// change; calls may run at once.
type Speller struct {
	words []string
	byKey map[string][]int32 // by the word without one of its letters
}

// NewSpeller returns a speller of folded words. Those of fewer than seven letters are
// left out.
func NewSpeller(words []string) *Speller {
	s := &Speller{byKey: map[string][]int32{}}
	for _, w := range words {
		if len([]rune(w)) < minTypo {
			continue
		}
		n := int32(len(s.words))
		s.words = append(s.words, w)
		for _, d := range shortened(w) {
			if all := s.byKey[d]; len(all) == 0 || all[len(all)-1] != n {
				s.byKey[d] = append(all, n)
			}
		}
	}
	return s
}

// Near returns the words that a folded text may be with one typing error in it, in no
// order, each once. A text of more than 40 letters has none.
func (s *Speller) Near(text string) (found []string) {
	if n := len([]rune(text)); n < minTypo || n > 40 {
		return nil
	}
	seen := map[int32]bool{}
	for _, d := range shortened(text) {
		for _, i := range s.byKey[d] {
			if !seen[i] && oneError([]rune(text), []rune(s.words[i])) {
				found = append(found, s.words[i])
			}
			seen[i] = true
		}
	}
	return found
}

// shortened returns a word, and the word without each of its letters.
func shortened(word string) []string {
	r := []rune(word)
	out := make([]string, 0, len(r)+1)
	out = append(out, word)
	for i := range r {
		out = append(out, string(r[:i])+string(r[i+1:]))
	}
	return out
}

// oneError reports whether two words are one typing error apart.
func oneError(a, b []rune) bool {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b = a[1:], b[1:]
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	switch {
	case len(a)+len(b) == 1, len(a) == 1 && len(b) == 1:
		return true
	case len(a) == 2 && len(b) == 2:
		return a[0] == b[1] && a[1] == b[0]
	}
	return false
}
