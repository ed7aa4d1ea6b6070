package statement

// content is what is said: a range of the text.
type content struct {
	start, end int
	kind       Kind
	addressee  string
	// again is the quotation behind a colon that says it again, or nil.
	again *quote
}

// few words behind a verb are rather whom it is said to than what, if many stand
// before it.
const few = 4

// contentOf finds what a verb reports: what stands before it, if that is a
// quotation or all there is, else what follows it.
func (s *sentence) contentOf(i int) content {
	v := &s.verbs[i]
	first, end := 0, len(s.tokens)
	if i > 0 {
		first = s.verbs[i-1].last()
	}
	for k := i + 1; k < len(s.verbs); k++ {
		if next := &s.verbs[k]; !s.nested(next, v) {
			end = s.endBefore(next, v)
			break
		}
	}
	c := content{}
	from := s.skipAddressee(v, s.overTime(v.last(), end), end, &c)
	after, sure := s.afterVerb(v, from, end)
	last := s.beforeVerb(v, first)
	if s.behindQuote(v) {
		sure = false
	}
	sure = sure && after <= v.last()+longestAddressee // a "that" farther off is of another clause
	if s.lang.Unspaced && after >= end && v.entry.Class != Said {
		if from, until := s.welcomedBefore(v, first); until > from {
			return s.cut(c, from, until, 2)
		}
	}
	switch {
	case i > 0 && after >= end && v.own() && last < v.first() && isComma(s.tokens[last].low) && s.trails(i):
		return s.cut(c, 0, last, few)
	case last > first && i == 0 && !sure && (s.endsInQuote(last) || s.behindQuote(v) || after >= end || v.entry.addressed() && end-after <= few && last-first > few+1):
		return s.cut(c, first, last, 2)
	case after < end:
		least := 2
		if v.entry.Class != Said {
			least = 1 // "rejected accusations"
		}
		if k := s.beforeColon(after, end); k < end {
			c, end = s.cut(c, after, k, least), k
			c.again = s.quoteAt(end + 1)
			return c
		}
		return s.cut(c, after, end, least)
	}
	return content{}
}

// beforeColon is where what is said in the writer's words ends, if a colon and a
// quotation follow that say it again.
func (s *sentence) beforeColon(from, end int) int {
	for i := from + few; i+1 < end; i++ {
		if isColon(s.tokens[i].low) && s.opens(i+1) && !s.quoted(i) {
			return i
		}
	}
	return end
}

// quoteAt is the quotation that begins at a token.
func (s *sentence) quoteAt(i int) *quote {
	for k := range s.quotes {
		if s.quotes[k].open == i {
			return &s.quotes[k]
		}
	}
	return nil
}

// trails reports whether a verb says who said the sentence that stands before it,
// with the verbs in it: "Both agreed to meet, the ministry said."
func (s *sentence) trails(i int) bool {
	for k := range i {
		if s.verbs[k].according || len(s.quotes) > 0 {
			return false
		}
	}
	return true
}

// nested reports whether a verb with a subject of its own is part of what the
// verb before it says: neither a mark nor a conjunction parts them.
func (s *sentence) nested(next, v *verb) bool {
	if !next.own() || next.from <= v.last() && next.from >= v.first() {
		return false
	}
	if next.first() == v.last() {
		return true // "said Beijing denies"
	}
	i := next.first() - 1
	for i > v.last() && s.apposition(i) {
		i--
	}
	if s.lang.Unspaced && i == v.last() && isComma(s.tokens[i].low) {
		return true // the comma stands for "that"
	}
	return i >= v.last() && s.tokens[i].word && !s.lang.is(and, s.tokens, i)
}

// endBefore is where what a verb says ends: before the next one, with its
// subject and what joins the two.
func (s *sentence) endBefore(next, v *verb) int {
	end := next.first()
	if end <= v.last() {
		return next.at
	}
	end = s.speakerStart(end, v.last())
	for end > v.last() && (isComma(s.tokens[end-1].low) || s.lang.is(and, s.tokens, end-1) || s.lang.is(also, s.tokens, end-1)) {
		end--
	}
	return end
}

// afterVerb is where what is said begins behind a verb, or end; sure if a word or
// a mark says so.
func (s *sentence) afterVerb(v *verb, from, end int) (begin int, sure bool) {
	if from < end && isComma(s.tokens[from].low) && (v.according && v.own() && v.at <= 1 || s.lang.Unspaced && from == v.to) {
		return from + 1, true
	}
	for from < end {
		if next := s.overTime(from, end); next > from {
			from = next - 1
		} else if !isComma(s.tokens[from].low) && !s.skippable(from) {
			break
		}
		from += max(1, s.lang.length(also, s.tokens, from))
	}
	if from >= end {
		return end, false
	}
	if n := s.lang.length(that, s.tokens, from); n > 0 {
		return from + n, true
	}
	if s.lang.Impersonal != "" {
		for i := from; i+1 < min(end, from+nearby); i++ { // to whom, or of what: "told the court, that"
			if n := s.lang.length(that, s.tokens, i+1); n > 0 && isComma(s.tokens[i].low) {
				return i + 1 + n, true
			}
			if !s.tokens[i].word {
				break
			}
		}
	}
	if isColon(s.tokens[from].low) {
		return from + 1, true
	}
	if s.opens(from) {
		return from, false
	}
	if !s.tokens[from].word && !s.tokens[from].isQuote() {
		return end, false
	}
	if v.entry.Class != Said && s.lang.is(infinitive, s.tokens, from) {
		return from, false
	}
	if s.lang.is(circumstances, s.tokens, from) {
		for i := from; i < min(end, from+farthest); i++ {
			n := s.lang.length(that, s.tokens, i)
			switch low := s.tokens[i].low; {
			case n > 0 && i > from:
				return i + n, true
			case isColon(low):
				return i + 1, true
			case s.opens(i):
				return i, false
			case s.lang.Unspaced && isComma(low) && i > from:
				return i + 1, false
			}
		}
		return end, false
	}
	return from, false
}

// overTime goes on behind a circumstance of two words or one: "on Monday",
// "again".
func (s *sentence) overTime(from, end int) int {
	for from+1 < end && s.skippable(from) && !s.lang.is(to, s.tokens, from) {
		from += max(1, s.lang.length(also, s.tokens, from))
	}
	if s.lang.is(circumstances, s.tokens, from) && from+2 < end && s.skippable(from+1) {
		return from + 2
	}
	return from
}

// skippable words stand behind a verb and are no part of what is said.
func (s *sentence) skippable(i int) bool {
	return s.lang.is(also, s.tokens, i) && !s.lang.is(circumstances, s.tokens, i) && !s.lang.is(that, s.tokens, i) && !s.lang.is(articles, s.tokens, i) && s.mentionAt(i) == nil
}

func (t token) isQuote() bool {
	return !t.word && (isClosing(t.low) || t.low == "“" || t.low == "«" || t.low == "「")
}

// cut makes content of tokens, without the marks around it.
func (s *sentence) cut(c content, from, end, least int) content {
	c.kind = Paraphrase
	for _, q := range s.quotes {
		open, closing := max(q.open, from), min(q.close, end)
		if closing > open && 5*(closing-open) >= 3*(end-from) {
			c.kind = Quote
			if !s.manyQuotes(from, end) {
				from, end = open, closing
			}
			break
		}
	}
	for from < end && !s.tokens[from].word && (!s.tokens[from].isQuote() || !s.manyQuotes(from, end)) {
		from++
	}
	for end > from && !s.tokens[end-1].word && (!s.tokens[end-1].isQuote() || c.kind != Paraphrase) {
		end--
	}
	words := 0
	for _, t := range s.tokens[from:end] {
		if t.word {
			words++
		}
	}
	if words < least && (c.kind != Quote || words == 0) {
		return content{}
	}
	c.start, c.end = s.tokens[from].start, s.tokens[end-1].end
	return c
}

func (s *sentence) manyQuotes(from, end int) bool {
	n := 0
	for _, q := range s.quotes {
		if q.open >= from-1 && q.open < end {
			n++
		}
	}
	return n > 1
}
