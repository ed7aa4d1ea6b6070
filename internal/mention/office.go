package mention

import "strings"

// office is what a text calls a person by: the words, and the side.
type office struct {
	text, country string
	woman, man    bool
}

// reach bounds, in words, how far from a name its office is looked for.
const reach = 9

// officeBefore returns the office that stands in front of a name: "the US
// Secretary of State, Anthony Blinken", "министр иностранных дел России Сергей
// Лавров". Between them only the side may stand.
func (r *reader) officeBefore(first int) (o office, begin int, ok bool) {
	if first > 0 && ofSide[r.at(first-1)] && r.words[first].before&^joins == 0 {
		return o, first, false // what an office is of is no name
	}
	end := first
	for end > 0 && first-end < reach {
		if end < first && r.words[end].first || r.words[end].before&^(joins|gapComma|gapStop) != 0 {
			return o, first, false
		}
		f, ok := r.ending(offices, end)
		if !ok {
			f, ok = r.ending(titles, end)
		}
		if ok {
			begin = r.withSide(f.first)
			if f.entry.table == titles {
				if larger, from, ok := r.officeBefore(begin); ok && begin > 0 {
					return larger, from, true
				}
			}
			o.text, o.country = r.officeText(begin, first), r.officeSide(begin, first)
			o.woman, o.man = r.genders(begin, end)
			return o, begin, true
		}
		if !r.connects(end - 1) {
			break
		}
		end--
	}
	return o, first, false
}

// officeSide returns the country of an office: the one that it names, or the only
// one that has an office of that name.
func (r *reader) officeSide(begin, end int) string {
	if side := r.sideOf(begin, end); side != "" {
		return side
	}
	folded := string(r.folded[r.words[begin].from:r.words[end-1].to])
	for code, offices := range onlyOffices() {
		for _, o := range offices {
			if strings.Contains(folded, o) {
				return code
			}
		}
	}
	return ""
}

// connects reports whether a word may stand between an office and a name.
func (r *reader) connects(i int) bool {
	return r.has(i, tagOf(countries, peoples, organizations, heads, plurals, portfolios)) || ofSide[r.at(i)] || land[r.at(i)] || r.at(i) == "s"
}

// withPortfolio extends an office that ends before a word over what it is of:
// "ministra de Comercio".
func (r *reader) withPortfolio(end int) int {
	for k := end; k < min(end+4, len(r.words)) && r.words[k].before&^joins == 0 && !r.words[k].first; k++ {
		if f, ok := r.starting(portfolios, k); ok {
			return f.end
		}
		if !ofSide[r.at(k)] {
			break
		}
	}
	return end
}

// ofSide are the small words between an office and its side.
var ofSide = setOf("en to in at aupres ante europeenne europea europeo european of the de del la las los el des du d l le les al da do dos von der")

// land are words for the country that the text is about.
var land = setOf("country nation pais pays страны")

// officeText is an office as written, without a comma at its end.
func (r *reader) officeText(begin, first int) string {
	return strings.TrimRight(r.raw[r.words[begin].start:r.words[first].start], " ,，\r\n\t\"“«")
}

// withSide extends an office to the front, over its side and what ranks it.
func (r *reader) withSide(first int) int {
	for begin := first; first > 0 && begin-first < longestName; {
		w := &r.words[first]
		if w.first || w.before&^(joins|gapStop) != 0 {
			break
		}
		at := r.at(first - 1)
		ranks := ranking[at] || r.words[first-1].owner
		if !ranks && !r.has(first-1, tagOf(countries, peoples, organizations, heads, offices, titles)) || r.has(first-1, tagOf(verbs)) {
			break
		}
		if r.words[first-1].shape == han && first >= 2 && r.has(first-1, tagOf(peoples)) && r.words[first-2].shape == han && !r.has(first-2, tagOf(places, countries)) && len(r.at(first-1)) <= 3 && r.at(first-1) != "美" && r.at(first-1) != "俄" && r.at(first-1) != "中" {
			break
		}
		first--
	}
	if r.words[first].owner {
		first++ // the possessive of a name
	}
	return first
}

// ranking are the words before an office that rank it.
var ranking = setOf("former acting deputy vice senior top chief first then new interim exsecretario ex bывший бывший первый заместитель")

// genders says whether an office is one of a woman, or of a man.
func (r *reader) genders(begin, end int) (woman, man bool) {
	for i := begin; i < end; i++ {
		woman = woman || wordSets()["woman"][r.at(i)]
		man = man || wordSets()["man"][r.at(i)]
	}
	return woman, man && !woman
}

// officeBehind returns the office that stands behind a name and a comma: "Wang
// Yi, China's foreign minister"; in Chinese without one: "习近平主席".
func (r *reader) officeBehind(end int) (o office, ok bool) {
	if end >= len(r.words) || r.words[end].first {
		return o, false
	}
	gap := r.words[end].before
	if gap&gapComma == 0 && r.words[end].shape != han || gap&^(joins|gapComma|gapParen) != 0 {
		return o, false
	}
	for i := end; i < min(end+5, len(r.words)); i++ {
		if i > end && r.words[i].before&^joins != 0 {
			return o, false
		}
		if f, ok := r.starting(offices, i); ok {
			if r.words[end].owner {
				end = f.first
			}
			stop := r.withPortfolio(f.end)
			for k := stop; k < min(stop+5, len(r.words)) && r.words[k].before&^joins == 0 && !r.words[k].first && r.connects(k); k++ {
				if r.has(k, tagOf(countries, peoples, organizations)) {
					stop = k + 1
				}
			}
			return office{text: r.span(end, stop), country: r.officeSide(end, stop)}, true
		}
		if !r.connects(i) && !ranking[r.at(i)] {
			return o, false
		}
	}
	return o, false
}
