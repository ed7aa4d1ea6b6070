package route

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

// Mission lists what says that the missions of a state are part of it.
const Mission = "mission"

// missionWords are the words of embassies, consulates and other missions, and the
// forms that the names of embargoed states have.
type missionWords struct {
	missions, places, none map[string]bool
	han                    []string
	states                 map[string]string
}

var missions = sync.OnceValue(func() missionWords {
	w := missionWords{missions: map[string]bool{}, places: map[string]bool{}, none: map[string]bool{}, states: map[string]string{}}
	for _, r := range readTable("missions.csv") {
		for word := range strings.SplitSeq(r[1], "|") {
			key := fold(word)
			switch r[0] {
			case "mission":
				w.missions[key] = true
			case "han":
				w.han = append(w.han, key)
			case "in":
				w.places[key] = true
			case "none", "legal":
				w.none[key] = true
			default:
				w.states[key] = r[0]
			}
		}
	}
	return w
})

// mission finds that a party is an embassy, a consulate, a permanent mission or a
// trade representation of an embargoed state, wherever it is.
func (c *checker) mission(p *enduse.Party) {
	for _, text := range append([]string{p.Name}, p.OtherNames...) {
		code, ok := missionOf(text)
		if !ok {
			continue
		}
		var because []string
		for _, e := range On(Mission, code, c.day) {
			because = append(because, e.Citation())
		}
		for _, e := range On(Embargo, code, c.day) {
			e.Source, e.Verify = strings.Join(append([]string{e.Citation()}, because...), "; "), false
			c.regime(e, "place.mission", subjectOf(p)+": "+nameOf(code), "the name is that of a mission of "+nameOf(code)+": it is part of that state, wherever it is, and that state is under broad measures",
				map[string]any{"code": code, "named_by": text}, "look up what the act forbids towards the state itself, and its exceptions for missions")
		}
		return
	}
}

// missionOf returns the state whose mission a name is, if that state is embargoed. The state of "Embassy of Germany in Iran" is Germany.
func missionOf(text string) (code string, ok bool) {
	if len(text) > maxAddress {
		return "", false
	}
	m := missions()
	words := strings.Fields(fold(text))
	if code, ok := missionHan(strings.Join(words, "")); ok {
		return code, true
	}
	if slices.ContainsFunc(words, func(w string) bool { return m.none[w] }) {
		return "", false
	}
	for i := range words {
		for n := min(3, len(words)-i); n > 0; n-- {
			if !m.missions[strings.Join(words[i:i+n], " ")] {
				continue
			}
			if code, ok := stateBefore(words[:i]); ok {
				return code, true
			}
			return stateAfter(words[i+n:])
		}
	}
	return "", false
}

// stateBefore reads "Russian Embassy", "Посольство" with its state in front.
func stateBefore(words []string) (string, bool) {
	for n := min(4, len(words)); n > 0; n-- {
		key := strings.Join(words[len(words)-n:], " ")
		if code, ok := missions().states[key]; ok {
			return code, true
		}
		if c, ok := country.Parse(key); ok && len(key) > 3 {
			return string(c), true
		}
	}
	return "", false
}

// stateAfter reads the first state after the word, unless "in" or the like is before
// it.
func stateAfter(words []string) (string, bool) {
	for i := range words {
		if missions().places[words[i]] && i > 0 || i == 0 && missions().places[words[i]] && len(words[i]) > 1 {
			return "", false
		}
		for n := min(8, len(words)-i); n > 0; n-- {
			key := strings.Join(words[i:i+n], " ")
			if code, ok := missions().states[key]; ok {
				return code, true
			}
			if c, ok := country.Parse(key); ok && len([]rune(key)) > 3 {
				return string(c), true
			}
		}
	}
	return "", false
}

// missionHan reads names that are written without spaces: the state comes
// first, 驻 and 주 before the country where the mission is.
func missionHan(text string) (string, bool) {
	r := []rune(text)
	if len(r) < 4 || !slices.ContainsFunc(missions().han, func(w string) bool { return strings.Contains(text, w) }) {
		return "", false
	}
	if r[0] == '주' || r[0] == '驻' || r[0] == '駐' { // of another country in this one
		r = r[1:]
		if n := prefix(r); n > 0 {
			r = r[n:]
		} else {
			r = r[1:]
		}
	}
	for len(r) > 0 && !unicode.IsLetter(r[0]) {
		r = r[1:]
	}
	n := prefix(r)
	if n == 0 {
		return "", false
	}
	c, _ := country.Parse(string(r[:n]))
	return string(c), true
}

// prefix is the length of the name of a country that a text begins with.
func prefix(r []rune) int {
	for n := min(14, len(r)); n > 1; n-- {
		if _, ok := country.Parse(string(r[:n])); ok {
			return n
		}
	}
	return 0
}
