package statement

import "strings"

// behindQuote reports whether a verb, with its subject where that comes first,
// stands right behind a quotation.
func (s *sentence) behindQuote(v *verb) bool {
	if s.lang.Unspaced {
		return v.own() && s.closed(v.first()-1)
	}
	quoted, _ := s.inverted(v)
	return quoted && !v.passive
}

// beforeVerb is where what is said before a verb ends, or first.
func (s *sentence) beforeVerb(v *verb, first int) int {
	last := s.speakerStart(s.overAlso(v.first()-1)+1, first)
	if last <= first+1 {
		return first
	}
	if low := s.tokens[last-1].low; isComma(low) || isDash(low) {
		return last - 1
	}
	if s.closed(last - 1) {
		return last
	}
	return first
}

// speakerStart is where the words begin that name a speaker, from where he was
// found: with what stands before him, "its director, by name, said".
func (s *sentence) speakerStart(last, first int) int {
	for last > first && s.apposition(last-1) {
		last--
	}
	if last > first && isComma(s.tokens[last-1].low) {
		k := last - 1
		for k > first && s.apposition(k-1) {
			k--
		}
		if k < last-1 && k > first && (s.closed(k-1) || isComma(s.tokens[k-1].low)) {
			return k
		}
	}
	return last
}

// apposition reports whether a token belongs to the speaker behind it.
func (s *sentence) apposition(i int) bool {
	if s.quoted(i) || s.closed(i) {
		return false
	}
	low := s.tokens[i].low
	return s.lang.is(attributes, s.tokens, i) || s.mentionAt(i) != nil || s.lang.is(speakers, s.tokens, i) || strings.HasSuffix(low, "'s") || strings.HasSuffix(low, "’s") // the prosecutor's office
}

func (s *sentence) endsInQuote(last int) bool {
	for i := last; i >= last-2 && i >= 0; i-- {
		if i < len(s.tokens) && s.closed(i) {
			return true
		}
	}
	return false
}
