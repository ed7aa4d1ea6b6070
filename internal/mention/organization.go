package mention

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

// organizations returns the organisations that are named: those of the table, and
// capitals with a word in them that organisations have in their names. It marks
// their words, so that no person is made of them.
func (r *reader) organizations() []Mention {
	var out []Mention
	for _, f := range r.by[organizations] {
		m := r.mention(Organization, f.first, f.end, r.tables.names[f.entry.row])
		m.Country = string(r.tables.sides[f.entry.row])
		if left := r.leftOf(f); m.Country == "" {
			m.Country, _ = r.beside(f.first, f.end)
		} else if left != "" && left != m.Country {
			m.Country, m.Resolved = left, country.Name(enduse.Country(left))+" "+m.Surface
		}
		out = append(out, m)
	}
	for i := 0; i < len(r.words); {
		end := r.firm(i)
		if end > i && r.onlyLabels(i, end) {
			i = end
			continue
		}
		if end > i {
			out = append(out, r.mention(Organization, i, end, ""))
			out[len(out)-1].Country = r.side(i, end)
			r.mark(i, end, organizations)
			i = end
			continue
		}
		i++
	}
	out = append(out, r.unparted()...)
	out = withoutOverlap(r.longestFirst(out))
	return append(out, r.acronyms(out)...)
}

// onlyLabels reports whether words are the label of a trade paper: "Notify Party",
// "Issuing Bank".
func (r *reader) onlyLabels(first, end int) bool {
	for i := first; i < end; i++ {
		if !wordSets()["labels"][r.at(i)] && !linking[r.at(i)] {
			return false
		}
	}
	return true
}

// sorted parts the people from the bodies of a side that are told with them, and
// puts these with the other organisations.
func (r *reader) sorted(found, others []Mention) (people, organizations []Mention) {
	for _, m := range found {
		if m.Kind == Person {
			people = append(people, m)
		} else {
			others = append(others, m)
		}
	}
	return people, withoutOverlap(r.longestFirst(others))
}

// leftOf returns the country that stands right in front of an organisation in
// Chinese, whose ministries have one name in all countries.
func (r *reader) leftOf(f found) string {
	if r.shape(f) != han || r.words[f.first].before != 0 {
		return ""
	}
	if c, ok := r.ending(countries, f.first); ok {
		return string(r.tables.codes[c.entry.row])
	}
	if c, ok := r.ending(peoples, f.first); ok {
		return string(r.tables.codes[c.entry.row])
	}
	return ""
}

// longestFirst drops what lies in a longer mention.
func (r *reader) longestFirst(all []Mention) []Mention {
	byLength := slices.Clone(all)
	slices.SortStableFunc(byLength, func(a, b Mention) int { return (b.End - b.Start) - (a.End - a.Start) })
	var out []Mention
	covered := make([]bool, len(r.raw))
	for _, m := range byLength {
		if slices.Contains(covered[m.Start:m.End], true) {
			continue
		}
		for k := m.Start; k < m.End; k++ {
			covered[k] = true
		}
		out = append(out, m)
	}
	return out
}

// side returns the country within words, or beside them.
func (r *reader) side(first, end int) string {
	if c := r.sideOf(first, end); c != "" {
		return c
	}
	c, _ := r.beside(first, end)
	return c
}

// beside returns the country of the adjective in front of words or behind them,
// or of the country behind "of", and where that ends.
func (r *reader) beside(first, end int) (code string, stop int) {
	front := first
	if front > 0 && r.words[front-1].owner {
		front--
	}
	for _, tab := range []table{peoples, countries} {
		if f, ok := r.ending(tab, front); ok && r.words[first].before&^joins == 0 {
			return string(r.tables.codes[f.entry.row]), end
		}
	}
	for i := end; i < min(end+3, len(r.words)) && r.words[i].before&^joins == 0 && !r.words[i].first; i++ {
		for _, tab := range []table{countries, peoples} {
			if f, ok := r.starting(tab, i); ok && (tab == countries || r.words[i].shape == lower) {
				return string(r.tables.codes[f.entry.row]), f.end
			}
		}
		if !linking[r.at(i)] {
			break
		}
	}
	return "", end
}

// linking are the words that may stand within a name in small letters.
var linking = setOf("of for and the de del la las los el des du d l le les para y et e da do dos von der und i по и for")

// legalTails are legal forms behind a firm's name, with a comma before them or
// without.
var legalTails = setOf("inc ltd llc co corp limited gmbh ag sa jsc plc llp bv nv spa srl sarl oy ab as fze ooo zao oao pao company corporation incorporated")

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// firm returns behind which word an organisation's name ends that begins at a
// word; the word itself if none does. A name is capitals and the small words
// between them; one of them is a head, and it has another word besides.
func (r *reader) firm(i int) int {
	if !r.opens(i) {
		return i
	}
	end, head, others := i, false, 0
	for k := i; k < len(r.words) && k-i < longestName; k++ {
		w := &r.words[k]
		if stop := r.quoted(k); k > i && stop > k {
			return stop
		}
		if k > i && (w.first || w.before&^(joins|gapAnd) != 0 && !r.tail(k)) {
			break
		}
		if r.has(k, tagOf(offices, titles)) && k > i {
			break
		}
		switch {
		case w.owner:
			if !r.ownerOf(k) {
				return r.closed(i, end, head, others)
			}
		case w.capitals() || w.shape == digits && k > i && head:
			if r.has(k, tagOf(heads)) || r.tail(k) {
				head = true
			} else {
				others++
			}
			end = k + 1
		case r.has(k, tagOf(heads)) && w.shape == lower && r.language == "ru" && k == i:
			head, end = true, k+1
		case !linking[r.at(k)] || !head && r.at(k) != "of" && r.at(k) != "for" && r.at(k) != "de":
			return r.closed(i, end, head, others)
		}
	}
	return r.closed(i, end, head, others)
}

// quoted returns behind which word a name in quotation marks ends that begins at a
// word, behind one that organisations have in their names: "ООО «...»".
func (r *reader) quoted(k int) int {
	if k == 0 || r.words[k].before&gapQuote == 0 || r.words[k].before&^(gapQuote|joins) != 0 || !r.has(k-1, tagOf(heads)) || !r.words[k].capitals() {
		return k
	}
	for end := k + 1; end < min(k+longestName, len(r.words)); end++ {
		if r.words[end].before&gapQuote != 0 {
			return end
		}
		if r.words[end].before&^(joins|gapStop) != 0 {
			return k
		}
	}
	return k
}

// longestName bounds, in words, what is taken for a name.
const longestName = 14

// opens reports whether an organisation's name may begin at a word.
func (r *reader) opens(i int) bool {
	w := &r.words[i]
	if w.shape == han || !w.capitals() && !r.has(i, tagOf(heads)) {
		return false
	}
	if r.has(i, tagOf(common)) && !r.has(i, tagOf(heads)) && (linking[r.at(i)] || w.first) {
		return false
	}
	return !r.has(i, tagOf(offices, titles)) || r.has(i, tagOf(heads))
}

// tail reports whether a word is a legal form, with a comma in front at most.
func (r *reader) tail(i int) bool {
	if r.words[i].shape == initial {
		return i > 1 && r.pair(i) || i > 0 && r.words[i].before&gapDot == 0 && r.pair(i+1)
	}
	return legalTails[r.at(i)] && r.words[i].capitals() && r.words[i].before&^(joins|gapComma|gapStop|gapAnd) == 0
}

// pair reports whether a word and the one before it are a legal form with dots:
// "S.A.".
func (r *reader) pair(i int) bool {
	if i >= len(r.words) || r.words[i].shape != initial || r.words[i-1].shape != initial || r.words[i].before != gapDot {
		return false
	}
	switch r.at(i-1) + r.at(i) {
	case "sa", "sl", "bv", "nv":
		return true
	}
	return false
}

// ownerOf reports whether a name goes on behind a possessive: "Treasury's Office".
func (r *reader) ownerOf(k int) bool {
	return k+1 < len(r.words) && r.has(k+1, tagOf(heads)) && r.words[k+1].capitals()
}

// closed returns the end of a name, if it is one: a head and another word, and
// not a country's name alone.
func (r *reader) closed(i, end int, head bool, others int) int {
	if !head || others == 0 && end-i < 2 || wordSets()["acts"][r.at(end-1)] {
		return i
	}
	if others == 0 && !r.has(i, tagOf(peoples, countries)) && end-i < 2 {
		return i
	}
	return end
}

// acronyms returns the short forms that stand in brackets behind an
// organisation, wherever they stand again.
func (r *reader) acronyms(all []Mention) (out []Mention) {
	short := map[string]int{}
	at := 0
	for i := 1; i < len(r.words); i++ {
		w := &r.words[i]
		if w.shape != upper || r.has(i, tagOf(organizations, countries, programmes)) {
			continue
		}
		for at < len(all) && all[at].End < r.words[i-1].end {
			at++
		}
		if w.before&gapParen != 0 && at < len(all) && all[at].End == r.words[i-1].end {
			short[r.at(i)] = at
		}
		if k, ok := short[r.at(i)]; ok {
			m := r.mention(Organization, i, i+1, all[k].Resolved)
			m.Country = all[k].Country
			out = append(out, m)
			r.mark(i, i+1, organizations)
		}
	}
	return out
}
