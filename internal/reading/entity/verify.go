package entity

import (
	"slices"

	"github.com/enduse/enduse/internal/reading/text"
)

// window is words of the text that are a listed name.
type window struct {
	Span
	name  int // its number among those of the anchors
	grade grade
}

// windows looks for listed names in a text, by their anchors.
type windows struct {
	*text.Text
	anchors    *anchors
	neighbours []uint32 // reused
}

// namesAt returns the listed names whose anchor is a word.
func (s *windows) namesAt(i int) (out []window) {
	key := keyOf(s.Text, i)
	all := s.anchors.lookup(key)
	if len(all) == 0 {
		return nil
	}
	s.findNeighbours(i)
	for _, p := range all {
		if p.hash != key || !s.mayFollow(p) {
			continue
		}
		if w, ok := s.verify(i, p); ok {
			out = append(out, w)
		}
	}
	return out
}

// maxRotated bounds, in words, the names whose parts may be moved to the front:
// "DOE, John" is John Doe.
const maxRotated = 6

// verify reports whether a listed name occurs with its anchor at word i, and its span.
// Words must be in the order of the list, or with the family name last; optional words
// may be missing on either side.
func (s *windows) verify(i int, p post) (w window, ok bool) {
	a := s.anchors
	first, end := a.starts[p.name], a.starts[p.name+1]
	n := end - first
	for rotation := range n {
		if rotation > 0 && (n > maxRotated || a.flags[first]&ofHan != 0) {
			break
		}
		m := listedWords{a, first, n, rotation}
		if from, ok := s.matchBefore(i, m, (p.at-rotation+n)%n); ok {
			if to, ok := s.matchAfter(i, m, (p.at-rotation+n)%n); ok {
				return window{Span: Span{from, to + 1}, name: int(p.name)}, true
			}
		}
	}
	return w, false
}

// listedWords are the words of a listed name, with some of the first moved to the
// end.
type listedWords struct {
	*anchors
	first, n, rotation int32
}

// word returns the place of a word among all words of the anchors.
func (m *listedWords) word(k int32) int32 { return m.first + (k+m.rotation)%m.n }

// isOptional reports whether a word may be left out.
func (m *listedWords) isOptional(k int32) bool { return m.flags[m.word(k)]&optional != 0 }

// isSingle reports whether a word is one letter.
func (m *listedWords) isSingle(k int32) bool { return m.flags[m.word(k)]&single != 0 }

// onlyLettersFrom reports whether the name has only single letters from a word on:
// those of a legal form.
func (m *listedWords) onlyLettersFrom(k int32) bool {
	for ; k < m.n; k++ {
		if !m.isSingle(k) && !m.isOptional(k) {
			return false
		}
	}
	return true
}

// matchBefore follows a name from its anchor to the front and returns where it begins.
func (s *windows) matchBefore(i int, m listedWords, anchor int32) (from int, ok bool) {
	from = i
	for k, t := anchor-1, i-1; k >= 0; {
		switch {
		case t >= 0 && s.isWord(t, m.word(k)) && s.gapFits(t+1, m.word(k+1)):
			from = t
			k, t = k-1, t-1
		case m.isOptional(k) || m.isSingle(k) && k == 0:
			k--
		case t >= 0 && i-t < maxSkipped+int(m.n) && s.isSkippable(t) && s.Words[t+1].Before&^softGap == 0:
			t--
		default:
			return 0, false
		}
	}
	return from, true
}

// matchAfter follows a name from its anchor to the end and returns its last word.
func (s *windows) matchAfter(i int, m listedWords, anchor int32) (to int, ok bool) {
	to = i
	for k, t := anchor+1, i+1; k < m.n; {
		switch {
		case t < len(s.Words) && s.isWord(t, m.word(k)) && s.gapFits(t, m.word(k)):
			to = t
			k, t = k+1, t+1
		case m.isOptional(k) || m.isSingle(k) && m.onlyLettersFrom(k):
			k++
		case t < len(s.Words) && t-i < maxSkipped+int(m.n) && s.isSkippable(t) && s.Words[t].Before&^softGap == 0:
			t++
		default:
			return 0, false
		}
	}
	return to, true
}

// softGap are the gaps within a listed name.
const softGap = text.Joins | text.GapComma | text.GapAnd | text.GapQuote | text.GapStop | text.GapParen

// isWord reports whether a word of the text is a word of a name; a Russian one may have
// another ending.
func (s *windows) isWord(t int, k int32) bool { return keyOf(s.Text, t) == s.anchors.hashes[k] }

// gapFits reports whether the gap in front of a word of the text may be within a name.
func (s *windows) gapFits(t int, k int32) bool {
	before := s.Words[t].Before
	if s.anchors.flags[k]&ofHan != 0 {
		return before&^(text.GapParen|text.GapHyphen|text.GapBlank|text.GapLine) == 0
	}
	may := softGap
	if s.anchors.flags[k]&separate != 0 {
		may |= text.GapHard
	}
	return before&^may == 0 && before&text.GapParagraph == 0
}

// maxSkipped bounds how many words of the text that are not of a name may be within it.
const maxSkipped = 8

// findNeighbours finds the neighbours of a word. A name that has its anchor there, and
// another word that counts, has one of them: they are the words up to the next on either
// side that cannot be skipped.
func (s *windows) findNeighbours(i int) {
	s.neighbours = s.neighbours[:0]
	for t := i - 1; t >= max(0, i-maxSkipped); t-- {
		s.neighbours = append(s.neighbours, keyOf(s.Text, t))
		if !s.isSkippable(t) {
			break
		}
	}
	for t := i + 1; t < min(len(s.Words), i+maxSkipped+1); t++ {
		s.neighbours = append(s.neighbours, keyOf(s.Text, t))
		if !s.isSkippable(t) {
			break
		}
	}
}

// mayFollow reports whether one of the neighbours of the anchor is of the name, or the
// name needs none. It only saves following names that do not occur.
func (s *windows) mayFollow(p post) bool {
	a := s.anchors
	needs := 0
	for k := a.starts[p.name]; k < a.starts[p.name+1]; k++ {
		if a.flags[k]&(optional|single) == 0 {
			needs++
		}
		if k != a.starts[p.name]+p.at && slices.Contains(s.neighbours, a.hashes[k]) {
			return true
		}
	}
	return needs < 2
}

// maxSkippable is how many bytes the longest of the words that can be skipped has.
const maxSkippable = len("incorporated")

// isSkippable reports whether a word of the text may be within a name that does not
// have it.
func (s *windows) isSkippable(t int) bool {
	w := &s.Words[t]
	if w.Possessive {
		return true
	}
	if w.FoldedLen() > maxSkippable || w.Shape == text.Han {
		return false
	}
	word := s.FoldedBytes(t)
	return legalForms.HasBytes(word) || particles.HasBytes(word)
}
