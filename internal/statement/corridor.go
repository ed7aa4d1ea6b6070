package statement

import "github.com/enduse/enduse/internal/mention"

// Corridor is a way that goods are said to take, by ISO 3166-1 alpha-2 codes.
type Corridor struct {
	From, To   string
	Start, End int // in the text: the words that name it
}

// Corridors returns the corridors that a text names: of each sentence with goods or
// a word of supply, the country that goods go to and the one that they come from,
// where both are named. Whether the supply is asserted or denied is not considered.
func (o Ontologies) Corridors(text, language string, mentions []mention.Mention) (all []Corridor) {
	lang := o[language]
	if lang == nil {
		return nil
	}
	for _, s := range sentences(text, 0, len(text), lang) {
		s.mentions = within(mentions, s.start, s.end)
		if ways := s.ways(); len(ways) > 0 {
			all = append(all, ways...)
		} else if c, ok := s.corridor(); ok {
			all = append(all, c)
		}
	}
	return all
}

// longestWay is how many words stand between where goods come from and where they
// go, where a sentence says both: "from Dubai and Ankara to Moscow".
const longestWay = 8

// ways returns the corridors that a sentence names by prepositions: "from A to B".
func (s *sentence) ways() (all []Corridor) {
	var from *mention.Mention
	until := 0
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Kind != mention.Country || m.Country == "" {
			continue
		}
		first, end := s.span(m)
		switch {
		case from != nil && first-until <= longestWay && s.preceded(first, towards) && m.Country != from.Country:
			all = append(all, Corridor{from.Country, m.Country, from.Start, m.End})
			from = nil
		case s.preceded(first, out) && !s.official(end):
			from, until = m, end
		}
	}
	if len(all) > 0 && !s.ofGoods() {
		return nil
	}
	return all
}

// ofGoods reports whether a sentence speaks of goods or of supplying.
func (s *sentence) ofGoods() bool {
	for i := range s.mentions {
		if s.mentions[i].Kind == mention.Goods {
			return true
		}
	}
	return s.lang.has(supply, s.tokens) || s.lang.has(arms, s.tokens)
}

// corridor reads the one of a sentence: from the word of supply the destination
// is behind it, and who supplies before it, unless the words say otherwise.
func (s *sentence) corridor() (Corridor, bool) {
	at := -1
	for i := range s.tokens {
		if s.lang.is(supply, s.tokens, i) {
			at = i
			break
		}
	}
	if at < 0 {
		return Corridor{}, false
	}
	var from, to *mention.Mention
	helped := false // to is the object of another verb: "cannot help Russia by supplying"
	for i := range s.mentions {
		m := &s.mentions[i]
		if m.Country == "" || m.Kind != mention.Country {
			continue
		}
		first, until := s.span(m)
		switch {
		case s.official(until):
		case s.preceded(first, towards) && first > at-nearby && s.near(at, first):
			if helped {
				from, to, helped = to, nil, false // it is who supplies
			}
			if to == nil {
				to = m
			}
		case s.preceded(first, out):
			if from == nil || first > at {
				from = m
			}
		case first < at && from == nil:
			from = m
		case first < at && to == nil && watched[m.Country] && m.Country != from.Country && !s.governed(first):
			to, helped = m, true
		case first < at && !s.governed(first):
			from = m // nearer to the word, and a subject
		case first > at && to == nil && watched[m.Country]:
			to = m
		}
	}
	if from == nil || to == nil || from.Country == to.Country || s.alleges(from) {
		return Corridor{}, false
	}
	return Corridor{from.Country, to.Country, min(from.Start, to.Start), max(from.End, to.End)}, true
}

// alleges reports whether a country is that of somebody who speaks of what others
// supply: it is no supplier. Who denies may be one.
func (s *sentence) alleges(m *mention.Mention) bool {
	s.verbs = s.lang.verbsOf(s)
	s.nameSpeakers()
	first, until := s.span(m)
	for i := range s.verbs {
		v := &s.verbs[i]
		switch v.entry.Class { //nolint:exhaustive // the others tell nothing
		case Said, Accused, Warned, Asked, Announced, Threatened:
			if v.own() && v.from <= first && until <= v.until {
				return true
			}
		}
	}
	return false
}

// official reports whether a country belongs to somebody who speaks for it: "the US
// Secretary", "Chinese officials", but not "Chinese companies".
func (s *sentence) official(next int) bool {
	if s.lang.Inverts && next > 1 && s.lang.is(speakers, s.tokens, next-2) && !s.lang.is(suppliers, s.tokens, next-2) {
		return true // "rapport ukrainien"
	}
	if next >= len(s.tokens) || !s.tokens[next].word || s.lang.is(suppliers, s.tokens, next) {
		return false
	}
	return s.lang.is(speakers, s.tokens, next) || !s.lang.Unspaced && upper(s.whole[s.tokens[next].start:]) && s.tokens[next-1].end+1 == s.tokens[next].start
}

// near reports whether a token stands near enough behind another one, within the
// same quotation.
func (s *sentence) near(at, i int) bool {
	if i-at > farthest/2 {
		return false
	}
	for k := at; k < i; k++ {
		if s.closed(k) {
			return false
		}
	}
	return true
}

// watched are the countries that goods are said to be supplied to without a
// preposition: "helping Russia by supplying", "Russia's army".
var watched = map[string]bool{"RU": true, "IR": true, "KP": true, "BY": true, "SY": true}

// preceded reports whether words of a role stand before a token, articles apart.
func (s *sentence) preceded(first int, r role) bool {
	i := first - 1
	for i >= 0 && s.lang.is(attributes, s.tokens, i) && !s.lang.is(r, s.tokens, i) {
		i--
	}
	return s.lang.is(r, s.tokens, i) || i > 0 && s.lang.length(r, s.tokens, i-1) == 2 || i > 1 && s.lang.length(r, s.tokens, i-2) == 3
}
