package statement

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/mention"
)

// sentence is one of a text, with what was found in it.
type sentence struct {
	lang       *ontology
	whole      string // the text that it is of
	start, end int
	tokens     []token
	quotes     []quote
	mentions   []mention.Mention
	verbs      []verb
	// before is the subject of the verb before, for those that have none of their own.
	before *Party
	// past is who spoke last in the sentences before, topic the person and matter the
	// body that the one before was about: pronouns stand for them.
	past, topic, matter *Party
}

// quote is a quotation, by the tokens of its marks.
type quote struct {
	open, close int
	// bare says that a mark is missing: it begins with the sentence, or ends with it.
	bare bool
}

// sentences cuts a part of a text at what ends sentences, but within quotations.
func sentences(text string, begin, until int, lang *ontology) []*sentence {
	var out []*sentence
	for _, p := range strings.SplitAfter(text[begin:until], "\n\n") {
		tokens := lang.tokens(p, begin)
		quotes := quotesOf(tokens)
		from := 0
		for i := range tokens {
			if i+1 < len(tokens) && !lang.endsAt(text, tokens, quotes, i) {
				continue
			}
			if s := newSentence(text, lang, tokens[from:i+1]); s != nil {
				out = append(out, s)
			}
			from = i + 1
		}
		begin += len(p)
	}
	return out
}

func newSentence(text string, lang *ontology, tokens []token) *sentence {
	if len(tokens) == 0 {
		return nil
	}
	s := &sentence{
		lang: lang, whole: text, start: tokens[0].start, end: tokens[len(tokens)-1].end, tokens: tokens, quotes: quotesOf(tokens),
	}
	s.interrupt()
	return s
}

// interrupt ends a quotation where who says it is put in: «A, — said X. — B»,
// and in a language that inverts also «A, said X. B».
func (s *sentence) interrupt() {
	for i := range s.quotes {
		q := &s.quotes[i]
		for k := max(q.open, 0) + 2; k+1 < min(q.close, len(s.tokens)); k++ {
			if isDash(s.tokens[k].low) && !s.tokens[k-1].word && s.speech(k+1) > 0 {
				q.close, q.bare = k-1, false
				break
			}
			if isComma(s.tokens[k].low) && (s.lang.Inverts && s.putIn(k+1) || s.lang.Unspaced && s.lang.attributed(s.tokens[k+1:min(q.close, len(s.tokens))])) {
				q.close, q.bare = k, false
				break
			}
		}
	}
}

// speech is how many words a verb of speech has that begins at a token.
func (s *sentence) speech(i int) int {
	_, n := s.lang.verbs.at(s.tokens, i)
	return n
}

// putIn reports whether at a token of a quotation its speaker is named: a verb of
// speech with a pronoun at its end, or before a name or a noun for one who speaks.
func (s *sentence) putIn(i int) bool {
	if s.lang.clitic(s.tokens[i].low) {
		return s.speech(i) > 0 || s.lang.is(auxiliaries, s.tokens, i)
	}
	e, n := s.lang.verbs.at(s.tokens, i)
	if n == 0 || e.Class == none || e.Framed {
		return false
	}
	next := i + n
	for next < len(s.tokens) && s.lang.is(attributes, s.tokens, next) {
		next++
	}
	return next < len(s.tokens) && s.tokens[next].word && (s.lang.is(speakers, s.tokens, next) || upper(s.whole[s.tokens[next].start:]))
}

// endsAt reports whether a sentence ends with a token.
func (o *ontology) endsAt(text string, tokens []token, quotes []quote, i int) bool {
	for _, q := range quotes {
		if i >= q.open && i < q.close {
			return false
		}
	}
	last := tokens[i].low
	if isClosing(last) && (o.attributed(tokens[i+1:]) || isComma(tokens[i+1].low) || isDash(tokens[i+1].low)) {
		return false
	}
	if isClosing(last) && i > 0 { // the point stands before the mark
		last = tokens[i-1].low
	}
	switch last {
	case "。", "！", "？":
		return !isClosing(tokens[i+1].low)
	case ".", "!", "?", "…":
	default:
		return false
	}
	next := tokens[i+1]
	if isClosing(next.low) && next.start == tokens[i].end {
		return false
	}
	if last == "." && i > 0 && (o.is(abbreviations, tokens, i-1) || next.start == tokens[i].end) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[next.start:])
	return !unicode.IsLower(r)
}

// attributed reports whether words behind a quotation say no more than who said it:
// a few, and a verb of speech, before the sentence ends.
func (o *ontology) attributed(tokens []token) bool {
	most := longestWritten
	if o.Unspaced {
		most = longestSubject
	}
	for i := range min(len(tokens), most) {
		if !tokens[i].word && !isTitleMark(tokens[i].low) {
			return false
		}
		if e, n := o.verbs.at(tokens, i); n > 0 && e.Class == Said {
			return i+n == len(tokens) || !tokens[i+n].word && !isColon(tokens[i+n].low) && !isClosing(tokens[i+n].low) && (!o.Unspaced || !isComma(tokens[i+n].low))
		}
	}
	return false
}

const (
	opening = "“«„「『‹"
	closing = "”»」』›"
)

func isClosing(s string) bool { return s == `"` || strings.Contains(closing, s) && s != "" }

// quotesOf pairs the marks of tokens. A mark that stands alone opens a quotation
// that goes to the end, or closes one from the beginning, if it stands where one
// would.
func quotesOf(tokens []token) []quote {
	var out []quote
	open := -1
	for i, t := range tokens {
		switch {
		case t.word || t.end-t.start > 3:
		case open < 0 && closes(tokens, i) && (strings.Contains(closing, t.low) || t.low == "“"):
			out = append(out, quote{-1, i, true})
		case open < 0 && (strings.Contains(opening, t.low) || t.low == `"` || t.low == "”"):
			open = i
		case open >= 0 && t.low == `"` && opensAt(tokens, i):
			out = append(out, quote{open, i, true}) // the one before was never closed
			open = i
		case open >= 0 && (isClosing(t.low) || t.low == "“" && tokens[open].low != "«"):
			out = append(out, quote{open, i, false})
			open = -1
		}
	}
	if open >= 0 {
		out = append(out, quote{open, len(tokens), true})
	}
	return out
}

// closes reports whether a mark stands as one that closes: behind a word without
// a blank, and not before one.
func closes(tokens []token, i int) bool {
	return i > 0 && tokens[i-1].end == tokens[i].start && (i+1 == len(tokens) || tokens[i+1].start > tokens[i].end || !tokens[i+1].word)
}

// opensAt reports whether a mark that may do either stands as one that opens.
func opensAt(tokens []token, i int) bool {
	return i > 0 && tokens[i-1].end < tokens[i].start && i+1 < len(tokens) && tokens[i+1].start == tokens[i].end
}

// quoted reports whether a token is within a quotation.
func (s *sentence) quoted(i int) bool {
	for _, q := range s.quotes {
		if i > q.open && i < q.close {
			return !q.bare // where it ends is not known
		}
	}
	return false
}

// tokenAt is the token that begins at a byte of the text, or after it.
func (s *sentence) tokenAt(at int) int {
	for i, t := range s.tokens {
		if t.start >= at {
			return i
		}
	}
	return len(s.tokens)
}

// within returns the mentions in a range of the text; they are in the order in which
// they begin.
func within(all []mention.Mention, start, end int) (out []mention.Mention) {
	first, _ := slices.BinarySearchFunc(all, start, func(m mention.Mention, at int) int { return cmp.Compare(m.Start, at) })
	for _, m := range all[first:] {
		if m.Start >= end {
			break
		}
		if m.End <= end {
			out = append(out, m)
		}
	}
	return out
}
