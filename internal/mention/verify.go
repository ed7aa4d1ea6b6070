package mention

import "slices"

// verify reports whether a listed name stands in the text with its anchor at a
// word, and where: its words in their order, or in that of a name with the family
// name last; what may be left out on either side is skipped.
func (a *anchors) verify(r *reader, i int, p post) (w window, ok bool) {
	if p.hash != r.key(i) {
		return w, false
	}
	first, end := a.starts[p.name], a.starts[p.name+1]
	n := end - first
	if s, ok := a.sequence(r, i, first, end, p.at, 0); ok {
		return window{span: s, name: int(p.name)}, true
	}
	for turn := int32(1); turn < n && n <= longestTurned; turn++ {
		if a.flags[first]&ofHan != 0 {
			break
		}
		if s, ok := a.sequence(r, i, first, end, (p.at-turn+n)%n, turn); ok {
			return window{span: s, name: int(p.name)}, true
		}
	}
	return w, false
}

// longestTurned bounds, in words, the names of which parts may stand in front:
// "DOE, John" is John Doe.
const longestTurned = 6

// sequence follows a name from its anchor to both sides. The anchor is the word at
// of the name once the first turn words are put behind the others.
func (a *anchors) sequence(r *reader, i int, first, end, at, turn int32) (s span, ok bool) {
	n := end - first
	word := func(k int32) int32 { return first + (k+turn)%n }
	from, to := i, i
	for k, t := at-1, i-1; k >= 0; {
		switch {
		case t >= 0 && a.same(r, t, word(k)) && a.near(r, t+1, word(k+1)):
			from = t
			k, t = k-1, t-1
		case a.flags[word(k)]&optional != 0 || a.flags[word(k)]&single != 0 && k == 0:
			k--
		case t >= 0 && i-t < mostSkipped+int(n) && r.skips(t) && r.words[t+1].before&^soft == 0:
			t--
		default:
			return s, false
		}
	}
	for k, t := at+1, i+1; k < n; {
		switch {
		case t < len(r.words) && a.same(r, t, word(k)) && a.near(r, t, word(k)):
			to = t
			k, t = k+1, t+1
		case a.flags[word(k)]&optional != 0 || a.flags[word(k)]&single != 0 && a.lettersOnly(word, k, n):
			k++
		case t < len(r.words) && t-i < mostSkipped+int(n) && r.skips(t) && r.words[t].before&^soft == 0:
			t++
		default:
			return s, false
		}
	}
	return span{from, to + 1}, true
}

// soft are the gaps within a listed name.
const soft gap = joins | gapComma | gapAnd | gapQuote | gapStop | gapParen

// lettersOnly reports whether a name has but single letters from a word on: the
// letters of a legal form.
func (a *anchors) lettersOnly(word func(int32) int32, k, n int32) bool {
	for ; k < n; k++ {
		if a.flags[word(k)]&(single|optional) == 0 {
			return false
		}
	}
	return true
}

// same reports whether a word of the text is a word of a name; a Russian one may
// have another end.
func (a *anchors) same(r *reader, t int, k int32) bool {
	return r.key(t) == a.hashes[k]
}

// near reports whether the gap in front of a word of the text may stand within a
// name.
func (a *anchors) near(r *reader, t int, k int32) bool {
	if a.flags[k]&ofHan != 0 {
		return r.words[t].before&^(gapParen|gapHyphen|gapBlank|gapLine) == 0
	}
	may := soft
	if a.flags[k]&parted != 0 {
		may |= gapHard
	}
	return r.words[t].before&^may == 0 && r.words[t].before&gapPart == 0
}

// mostSkipped bounds how many words of the text that a name has not may stand
// within it.
const mostSkipped = 8

// neighbours appends the words of which one must be of a name that has its anchor
// at a word and another word that counts: those up to the next on either side that
// no name passes over.
func (r *reader) neighbours(out []uint32, i int) []uint32 {
	for t := i - 1; t >= max(0, i-mostSkipped); t-- {
		out = append(out, r.key(t))
		if !r.skips(t) {
			break
		}
	}
	for t := i + 1; t < min(len(r.words), i+mostSkipped+1); t++ {
		out = append(out, r.key(t))
		if !r.skips(t) {
			break
		}
	}
	return out
}

// mayStand reports whether one of the words beside the anchor is of the name, or
// the name needs none beside it. It only saves following names that stand nowhere.
func (a *anchors) mayStand(p post, beside []uint32) bool {
	needs := 0
	for k := a.starts[p.name]; k < a.starts[p.name+1]; k++ {
		if a.flags[k]&(optional|single) == 0 {
			needs++
		}
		if k != a.starts[p.name]+p.at && slices.Contains(beside, a.hashes[k]) {
			return true
		}
	}
	return needs < 2
}

// skips reports whether a word of the text may stand within a name that has it
// not.
func (r *reader) skips(t int) bool {
	w := &r.words[t]
	if w.owner {
		return true
	}
	if n := w.to - w.from; n > longestSkipped || w.shape == han {
		return false
	}
	word := r.folded[w.from:w.to]
	return legalTails[string(word)] || particles[string(word)]
}

// longestSkipped is how many bytes the longest of the words that skips knows has.
const longestSkipped = len("incorporated")
