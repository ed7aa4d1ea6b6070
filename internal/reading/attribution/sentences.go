package attribution

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

// Sentences cuts a text into sentences; it does not cut within quotation marks. Of the
// mentions each sentence has those within it. A language whose speech is not known has
// none.
func Sentences(t *text.Text, mentions []entity.Mention) []*Sentence {
	lang := languages()[t.Language]
	if lang == nil {
		return nil
	}
	return sentencesIn(t, lang, mentions, 0, len(t.Raw))
}

// sentencesIn cuts bytes from begin to before until.
func sentencesIn(t *text.Text, lang *language, mentions []entity.Mention, begin, until int) []*Sentence {
	var out []*Sentence
	for _, p := range strings.SplitAfter(t.Raw[begin:until], "\n\n") {
		c := cutter{tagged: tagTokens(lang, t.Tokens(begin, begin+len(p), lang.Unspaced)), whole: t.Raw}
		c.quotes = text.Quotations(c.tokens)
		from := 0
		for i := range c.tokens {
			if i+1 < len(c.tokens) && !c.endsAt(i) {
				continue
			}
			s := c.sentence(from, i+1)
			s.Mentions = within(mentions, s.Start, s.End)
			out = append(out, s)
			from = i + 1
		}
		begin += len(p)
	}
	return out
}

// cutter cuts a paragraph into sentences.
type cutter struct {
	tagged
	whole  string
	quotes []text.Quotation
}

// sentence makes a sentence of tokens.
func (c *cutter) sentence(from, until int) *Sentence {
	w := c.part(from, until)
	s := &Sentence{tagged: w, Start: w.tokens[0].Start, End: w.tokens[len(w.tokens)-1].End, whole: c.whole, quotes: text.Quotations(w.tokens)}
	for i := range s.quotes {
		endAtSpeaker(s, &s.quotes[i])
	}
	return s
}

// endsAt reports whether a sentence ends with a token.
func (c *cutter) endsAt(i int) bool {
	for _, q := range c.quotes {
		if i >= q.Open && i < q.Close {
			return false
		}
	}
	last, next := &c.tokens[i], &c.tokens[i+1]
	if last.IsClosing() && (c.attributesQuote(i+1, len(c.tokens)) || next.IsComma() || next.IsDash()) {
		return false
	}
	mark := last.Low
	if last.IsClosing() && i > 0 { // the full stop is in front of the closing mark
		mark = c.tokens[i-1].Low
	}
	switch mark {
	case "。", "！", "？":
		return !next.IsClosing()
	case ".", "!", "?", "…":
	default:
		return false
	}
	if next.IsClosing() && next.Start == last.End {
		return false
	}
	if mark == "." && i > 0 && (c.is(Abbreviations, i-1) || next.Start == last.End) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(c.whole[next.Start:])
	return !unicode.IsLower(r)
}

// attributesQuote reports whether tokens after a quotation say only who said it: a few
// words, and a verb of speech, before the sentence ends.
func (w *tagged) attributesQuote(from, until int) bool {
	p := w.part(from, until)
	longest := maxWritten
	if w.lang.Unspaced {
		longest = maxUnspacedSubject
	}
	for i := range min(len(p.tokens), longest) {
		if !p.tokens[i].IsWord && !p.tokens[i].IsTitleMark() {
			return false
		}
		if v, n := p.verbAt(i); n > 0 && v.Class == Said {
			if i+n == len(p.tokens) {
				return true
			}
			next := &p.tokens[i+n]
			return !next.IsWord && !next.IsColon() && !next.IsClosing() && (!w.lang.Unspaced || !next.IsComma())
		}
	}
	return false
}

// endAtSpeaker ends a quotation where the speaker is inserted: «A, — said X. — B», and in
// a language with the subject after the verb also «A, said X. B».
func endAtSpeaker(s *Sentence, q *text.Quotation) {
	end := min(q.Close, len(s.tokens))
	for k := max(q.Open, 0) + 2; k+1 < end; k++ {
		if s.tokens[k].IsDash() && !s.tokens[k-1].IsWord && s.isVerb(k+1) {
			q.Close, q.Bare = k-1, false
			return
		}
		if s.tokens[k].IsComma() && (s.lang.SubjectAfterVerb && s.namesSpeaker(k+1) || s.lang.Unspaced && s.attributesQuote(k+1, end)) {
			q.Close, q.Bare = k, false
			return
		}
	}
}

// namesSpeaker reports whether the speaker of a quotation is named at a token within it:
// a verb of speech with a pronoun at its end, or before a name or a noun for somebody
// who speaks.
func (s *Sentence) namesSpeaker(i int) bool {
	if s.lang.hasClitic(s.tokens[i].Low) {
		return s.isVerb(i) || s.is(Auxiliaries, i)
	}
	v, n := s.verbAt(i)
	if n == 0 || v.Class == none || v.Framed {
		return false
	}
	next := i + n
	for next < len(s.tokens) && s.is(Attributes, next) {
		next++
	}
	return next < len(s.tokens) && s.tokens[next].IsWord && (s.is(Speakers, next) || s.IsUpper(next))
}
