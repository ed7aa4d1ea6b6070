package mention

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
		return window{s, int(p.name)}, true
	}
	for turn := int32(1); turn < n && n <= longestTurned; turn++ {
		if a.flags[first]&ofHan != 0 {
			break
		}
		if s, ok := a.sequence(r, i, first, end, (p.at-turn+n)%n, turn); ok {
			return window{s, int(p.name)}, true
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
		case t >= 0 && r.skips(t) && r.words[t+1].before&^soft == 0:
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
		case t < len(r.words) && r.skips(t) && r.words[t].before&^soft == 0:
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

// skips reports whether a word of the text may stand within a name that has it
// not.
func (r *reader) skips(t int) bool {
	return r.words[t].owner || legalTails[r.at(t)] || particles[r.at(t)]
}
