package corridor

import (
	"github.com/enduse/enduse/internal/reading/attribution"
	"github.com/enduse/enduse/internal/reading/coref"
	"github.com/enduse/enduse/internal/reading/entity"
)

// Corridor is a route that goods are said to take, by ISO 3166-1 alpha-2 codes.
type Corridor struct {
	From, To   string
	Start, End int // in the text: the words that name it
}

// Find returns the corridors that sentences name: of each with goods or a word of supply,
// the country that goods go to and the one that they come from, if both are named. Whether
// the supply is asserted or denied is not considered.
func Find(sentences []*attribution.Sentence) (all []Corridor) {
	for _, x := range sentences {
		s := sentence{x}
		if routes := s.byPrepositions(); len(routes) > 0 {
			all = append(all, routes...)
		} else if c, ok := s.bySupply(); ok {
			all = append(all, c)
		}
	}
	return all
}

// sentence is a sentence in which corridors are looked for.
type sentence struct{ *attribution.Sentence }

const (
	// maxBetween is how many words may be between where goods come from and where they
	// go: "from Dubai and Ankara to Moscow".
	maxBetween = 8
	// maxBeforeSupply is how many words before the word of supply the destination may be,
	// and maxAfterSupply how many after it.
	maxBeforeSupply = 4
	maxAfterSupply  = 15
)

// byPrepositions returns the corridors that a sentence names by prepositions: "from A to
// B".
func (s sentence) byPrepositions() (all []Corridor) {
	var from *entity.Mention
	until := 0
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.Kind != entity.Country || m.Country == "" {
			continue
		}
		first, end := s.SpanOf(m)
		switch {
		case from != nil && first-until <= maxBetween && s.follows(first, attribution.Towards) && m.Country != from.Country:
			all = append(all, Corridor{from.Country, m.Country, from.Start, m.End})
			from = nil
		case s.follows(first, attribution.Out) && !s.isOfficial(end):
			from, until = m, end
		}
	}
	if len(all) > 0 && !s.isAboutGoods() {
		return nil
	}
	return all
}

// isAboutGoods reports whether a sentence is about goods or supply.
func (s sentence) isAboutGoods() bool {
	for i := range s.Mentions {
		if s.Mentions[i].Kind == entity.Goods {
			return true
		}
	}
	return s.Has(attribution.Supply) || s.Has(attribution.Arms)
}

// supplyAt returns where the first word of supply is, or -1.
func (s sentence) supplyAt() int {
	for i := range s.Len() {
		if s.Is(attribution.Supply, i) {
			return i
		}
	}
	return -1
}

// bySupply reads the corridor of a sentence from its word of supply: the destination
// follows it, and the supplier precedes it, unless prepositions say otherwise.
func (s sentence) bySupply() (Corridor, bool) {
	at := s.supplyAt()
	if at < 0 {
		return Corridor{}, false
	}
	var from, to *entity.Mention
	helped := false // to is the object of another verb: "cannot help Russia by supplying"
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if m.Country == "" || m.Kind != entity.Country {
			continue
		}
		first, until := s.SpanOf(m)
		switch {
		case s.isOfficial(until):
		case s.follows(first, attribution.Towards) && first > at-maxBeforeSupply && s.isNear(at, first):
			if helped {
				from, to, helped = to, nil, false // it is the supplier
			}
			if to == nil {
				to = m
			}
		case s.follows(first, attribution.Out):
			if from == nil || first > at {
				from = m
			}
		case first < at && from == nil:
			from = m
		case first < at && to == nil && watched[m.Country] && m.Country != from.Country && !s.IsGoverned(first):
			to, helped = m, true
		case first < at && !s.IsGoverned(first):
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
// supply, and not a supplier. Who denies may be one.
func (s sentence) alleges(m *entity.Mention) bool {
	first, until := s.SpanOf(m)
	for _, v := range attribution.SpeakersOf(s.Sentence, coref.Antecedents{}) {
		switch v.Class { //nolint:exhaustive // the others say nothing of it
		case attribution.Said, attribution.Accused, attribution.Warned, attribution.Asked, attribution.Announced, attribution.Threatened:
			if v.First <= first && until <= v.End {
				return true
			}
		}
	}
	return false
}

// isOfficial reports whether the country before a token is that of somebody who speaks
// for it: "the US Secretary", "Chinese officials", but not "Chinese companies".
func (s sentence) isOfficial(next int) bool {
	if s.AdjectivesFollow() && next > 1 && s.Is(attribution.Speakers, next-2) && !s.Is(attribution.Suppliers, next-2) {
		return true // "rapport ukrainien"
	}
	if next >= s.Len() || !s.Token(next).IsWord || s.Is(attribution.Suppliers, next) {
		return false
	}
	if s.Is(attribution.Speakers, next) {
		return true
	}
	return !s.Unspaced() && s.IsUpper(next) && s.Token(next-1).End+1 == s.Token(next).Start
}

// isNear reports whether a token is near another one, and no quotation ends between them.
func (s sentence) isNear(at, i int) bool {
	if i-at > maxAfterSupply {
		return false
	}
	for k := at; k < i; k++ {
		if s.Closes(k) {
			return false
		}
	}
	return true
}

// watched are the countries that goods are said to be supplied to without a preposition:
// "helping Russia by supplying", "Russia's army".
var watched = map[string]bool{"RU": true, "IR": true, "KP": true, "BY": true, "SY": true}

// follows reports whether words of a role are in front of a token, except for attributes.
func (s sentence) follows(first int, r attribution.Role) bool {
	i := first - 1
	for i >= 0 && s.Is(attribution.Attributes, i) && !s.Is(r, i) {
		i--
	}
	return s.Is(r, i) || i > 0 && s.Length(r, i-1) == 2 || i > 1 && s.Length(r, i-2) == 3
}
