package attribution

import "strings"

// followsQuote reports whether a verb, with its subject where that comes first, follows
// a quotation.
func (s *contents) followsQuote(v *attributed) bool {
	if s.lang.Unspaced {
		return v.hasOwn() && s.Closes(v.first()-1)
	}
	quoted, _ := s.isInverted(&v.verb)
	return quoted && !v.passive
}

// endBeforeVerb returns where what is said before a verb ends, or first.
func (s *contents) endBeforeVerb(v *attributed, first int) int {
	last := s.speakerStart(s.beforeAlso(v.first()-1)+1, first)
	if last <= first+1 {
		return first
	}
	if t := &s.tokens[last-1]; t.IsComma() || t.IsDash() {
		return last - 1
	}
	if s.Closes(last - 1) {
		return last
	}
	return first
}

// speakerStart returns where the words begin that name a speaker who was found at a
// token, with what precedes the name: "its director, by name, said".
func (s *contents) speakerStart(last, first int) int {
	for last > first && s.isApposition(last-1) {
		last--
	}
	if last > first && s.tokens[last-1].IsComma() {
		k := last - 1
		for k > first && s.isApposition(k-1) {
			k--
		}
		if k < last-1 && k > first && (s.Closes(k-1) || s.tokens[k-1].IsComma()) {
			return k
		}
	}
	return last
}

// isApposition reports whether a token belongs to the speaker after it.
func (s *contents) isApposition(i int) bool {
	if s.isQuoted(i) || s.Closes(i) {
		return false
	}
	low := s.tokens[i].Low
	possessive := strings.HasSuffix(low, "'s") || strings.HasSuffix(low, "’s") // the prosecutor's office
	return s.is(Attributes, i) || s.mentionAt(i) != nil || s.is(Speakers, i) || possessive
}

// endsInQuote reports whether a quotation ends at a token or up to two before it.
func (s *contents) endsInQuote(last int) bool {
	for i := last; i >= last-2 && i >= 0; i-- {
		if i < len(s.tokens) && s.Closes(i) {
			return true
		}
	}
	return false
}
