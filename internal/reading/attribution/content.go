package attribution

import "github.com/enduse/enduse/internal/reading/text"

// content is what is said: tokens from first to before end, without the marks around
// them. It is empty if nothing is found.
type content struct {
	first, end int
	kind       Kind
	addressee  string
	// again is a quotation after a colon that repeats it, or nil.
	again *text.Quotation
}

func (c *content) isEmpty() bool { return c.end <= c.first }

// minContent is how many words after a verb are what is said; fewer are rather those who
// are spoken to, if many words precede the verb.
const minContent = 4

// contents finds what the verbs of a sentence report.
type contents struct {
	*Sentence
	verbs []attributed
}

// contentOf returns what a verb reports: what precedes it, if that is a quotation or all there
// is, else what follows it.
func (s *contents) contentOf(i int) content {
	v := &s.verbs[i]
	first, end := 0, len(s.tokens)
	if i > 0 {
		first = s.verbs[i-1].last()
	}
	for k := i + 1; k < len(s.verbs); k++ {
		if next := &s.verbs[k]; !s.isNested(next, v) {
			end = s.endBefore(next, v)
			break
		}
	}
	c := content{}
	from := s.skipAddressee(v, s.skipTime(v.last(), end), end, &c)
	after, sure := s.beginAfter(v, from, end)
	last := s.endBeforeVerb(v, first)
	followsQuote := s.followsQuote(v)
	// a "that" farther away is of another clause
	sure = sure && !followsQuote && after <= v.last()+maxAddressee
	if s.lang.Unspaced && after >= end && v.Class != Said {
		if from, until := s.objectBefore(v, first); until > from {
			return s.cut(c, from, until, 2)
		}
	}
	fewFollow := v.hasAddressee() && end-after <= minContent && last-first > minContent+1
	switch {
	case i > 0 && after >= end && v.hasOwn() && last < v.first() && s.tokens[last].IsComma() && s.coversAll(i):
		return s.cut(c, 0, last, minContent)
	case last > first && i == 0 && !sure && (s.endsInQuote(last) || followsQuote || after >= end || fewFollow):
		return s.cut(c, first, last, 2)
	case after >= end:
		return content{}
	}
	least := 2
	if v.Class != Said {
		least = 1 // "rejected accusations"
	}
	if k := s.colonBefore(after, end); k < end {
		c = s.cut(c, after, k, least)
		c.again = s.quoteAt(k + 1)
		return c
	}
	return s.cut(c, after, end, least)
}

// colonBefore returns where what is said in the writer's words ends, if a colon and a
// quotation that repeats it follow; else end.
func (s *contents) colonBefore(from, end int) int {
	for i := from + minContent; i+1 < end; i++ {
		if s.tokens[i].IsColon() && s.quoteAt(i+1) != nil && !s.isQuoted(i) {
			return i
		}
	}
	return end
}

// coversAll reports whether a verb says who said the whole sentence before it, with the
// verbs in it: "Both agreed to meet, the ministry said."
func (s *contents) coversAll(i int) bool {
	for k := range i {
		if s.verbs[k].according || len(s.quotes) > 0 {
			return false
		}
	}
	return true
}

// isNested reports whether a verb with a subject of its own is part of what the verb
// before it reports: neither a mark nor a conjunction separates them.
func (s *contents) isNested(next, v *attributed) bool {
	if !next.hasOwn() || next.from <= v.last() && next.from >= v.first() {
		return false
	}
	if next.first() == v.last() {
		return true // "said Beijing denies"
	}
	i := next.first() - 1
	for i > v.last() && s.isApposition(i) {
		i--
	}
	if s.lang.Unspaced && i == v.last() && s.tokens[i].IsComma() {
		return true // the comma means "that"
	}
	return i >= v.last() && s.tokens[i].IsWord && !s.is(And, i)
}

// endBefore returns where what a verb reports ends: before the next verb, with its
// subject and what joins the two.
func (s *contents) endBefore(next, v *attributed) int {
	end := next.first()
	if end <= v.last() {
		return next.at
	}
	end = s.speakerStart(end, v.last())
	for end > v.last() && (s.tokens[end-1].IsComma() || s.is(And, end-1) || s.is(Also, end-1)) {
		end--
	}
	return end
}

// beginAfter returns where what is said begins after a verb, or end; sure if a word or a
// mark says so.
func (s *contents) beginAfter(v *attributed, from, end int) (begin int, sure bool) {
	if from < end && s.tokens[from].IsComma() && (v.according && v.hasOwn() && v.at <= 1 || s.lang.Unspaced && from == v.to) {
		return from + 1, true
	}
	for from < end {
		if next := s.skipTime(from, end); next > from {
			from = next - 1
		} else if !s.tokens[from].IsComma() && !s.isSkippable(from) {
			break
		}
		from += max(1, s.length(Also, from))
	}
	if from >= end {
		return end, false
	}
	if n := s.length(That, from); n > 0 {
		return from + n, true
	}
	if n := s.thatAfterComma(from, end); n > 0 {
		return n, true
	}
	t := &s.tokens[from]
	switch {
	case t.IsColon():
		return from + 1, true
	case s.quoteAt(from) != nil:
		return from, false
	case !t.IsWord && !t.IsQuotationMark():
		return end, false
	case v.Class != Said && s.is(Infinitive, from):
		return from, false
	case s.is(Circumstances, from):
		return s.afterCircumstance(from, end)
	}
	return from, false
}

// thatAfterComma returns where what is said begins after those who are spoken to, or
// after what it is about, a comma and "that", or 0: "informed the court, that". Only
// languages with an impersonal form write so.
func (s *contents) thatAfterComma(from, end int) int {
	if s.lang.Impersonal == "" {
		return 0
	}
	for i := from; i+1 < min(end, from+maxAfterPreposition); i++ {
		if n := s.length(That, i+1); n > 0 && s.tokens[i].IsComma() {
			return i + 1 + n
		}
		if !s.tokens[i].IsWord {
			break
		}
	}
	return 0
}

// afterCircumstance returns where what is said begins after a circumstance, or end.
func (s *contents) afterCircumstance(from, end int) (begin int, sure bool) {
	for i := from; i < min(end, from+maxBeforeVerb); i++ {
		n := s.length(That, i)
		switch {
		case n > 0 && i > from:
			return i + n, true
		case s.tokens[i].IsColon():
			return i + 1, true
		case s.quoteAt(i) != nil:
			return i, false
		case s.lang.Unspaced && s.tokens[i].IsComma() && i > from:
			return i + 1, false
		}
	}
	return end, false
}

// skipTime skips a circumstance of one or two words: "on Monday", "again".
func (s *contents) skipTime(from, end int) int {
	for from+1 < end && s.isSkippable(from) && !s.is(To, from) {
		from += max(1, s.length(Also, from))
	}
	if s.is(Circumstances, from) && from+2 < end && s.isSkippable(from+1) {
		return from + 2
	}
	return from
}

// isSkippable reports whether a word after a verb is not part of what is said.
func (s *contents) isSkippable(i int) bool {
	return s.is(Also, i) && !s.is(Circumstances, i) && !s.is(That, i) && !s.is(Articles, i) && s.mentionAt(i) == nil
}

// objectBefore returns what is between a preposition and a verb in a language without
// blanks: "of this" in "of this expressed satisfaction". It is empty if what is said
// follows.
func (s *contents) objectBefore(v *attributed, first int) (from, end int) {
	for i := v.at - 1; i >= first && s.tokens[i].IsWord && !s.isQuoted(i); i-- {
		if n := s.length(To, i); n > 0 && v.at-i-n > 1 {
			return i + n, v.at
		}
	}
	return 0, 0
}

// cut makes content of tokens, without the marks around it; nothing if it has fewer words
// than the least. It is a quotation if most of it is in quotation marks.
func (s *contents) cut(c content, from, end, least int) content {
	c.kind = Paraphrase
	several := s.hasSeveralQuotes(from, end)
	for _, q := range s.quotes {
		open, closing := max(q.Open, from), min(q.Close, end)
		if closing > open && 5*(closing-open) >= 3*(end-from) {
			c.kind = Quote
			if !several {
				from, end = open, closing
			}
			break
		}
	}
	for from < end && !s.tokens[from].IsWord && (!s.tokens[from].IsQuotationMark() || !s.hasSeveralQuotes(from, end)) {
		from++
	}
	for end > from && !s.tokens[end-1].IsWord && (!s.tokens[end-1].IsQuotationMark() || c.kind != Paraphrase) {
		end--
	}
	words := 0
	for i := from; i < end; i++ {
		if s.tokens[i].IsWord {
			words++
		}
	}
	if words < least && (c.kind != Quote || words == 0) {
		return content{}
	}
	c.first, c.end = from, end
	return c
}

// hasSeveralQuotes reports whether more than one quotation begins among tokens.
func (s *contents) hasSeveralQuotes(from, end int) bool {
	n := 0
	for _, q := range s.quotes {
		if q.Open >= from-1 && q.Open < end {
			n++
		}
	}
	return n > 1
}
