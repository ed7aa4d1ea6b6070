package entity

import (
	"strings"

	"github.com/enduse/enduse/internal/reading/text"
)

// Office is what a text calls a person by: the words, and the country that the person
// speaks for.
type Office struct {
	Text, Country string
	Woman, Man    bool
}

// Offices recognises the offices of people next to their names.
type Offices struct{ *Tagged }

// officeReach bounds, in words, how far from a name its office is looked for.
const officeReach = 9

// Before returns the office in front of a name, and where it begins: "the US Secretary
// of State, Anthony Blinken", "министр иностранных дел России Сергей Лавров". Only the
// side may be between them.
func (r Offices) Before(first int) (o Office, begin int, ok bool) {
	if first > 0 && officeLinks.Has(r.Folded(first-1)) && r.Words[first].Before&^text.Joins == 0 {
		return o, first, false // what an office is of is not a name
	}
	end := first
	for end > 0 && first-end < officeReach {
		if end < first && r.Words[end].First || r.Words[end].Before&^(text.Joins|text.GapComma|text.GapStop) != 0 {
			return o, first, false
		}
		f, ok := r.Ending(OfficeNames, end)
		if !ok {
			f, ok = r.Ending(Titles, end)
		}
		if ok {
			begin = r.WithSide(f.First)
			if f.Value.table == Titles {
				if larger, from, ok := r.Before(begin); ok && begin > 0 {
					return larger, from, true
				}
			}
			o.Text, o.Country = r.asWritten(begin, first), r.countryOf(begin, first)
			o.Woman, o.Man = r.genders(begin, end)
			return o, begin, true
		}
		if !r.connects(end - 1) {
			break
		}
		end--
	}
	return o, first, false
}

// After returns the office after a name and a comma: "Wang Yi, China's foreign
// minister"; in Chinese without a comma: "习近平主席".
func (r Offices) After(end int) (o Office, ok bool) {
	if end >= len(r.Words) || r.Words[end].First {
		return o, false
	}
	gap := r.Words[end].Before
	if gap&text.GapComma == 0 && r.Words[end].Shape != text.Han || gap&^(text.Joins|text.GapComma|text.GapParen) != 0 {
		return o, false
	}
	for i := end; i < min(end+5, len(r.Words)); i++ {
		if i > end && r.Words[i].Before&^text.Joins != 0 {
			return o, false
		}
		if f, ok := r.Starting(OfficeNames, i); ok {
			if r.Words[end].Possessive {
				end = f.First
			}
			stop := r.withSideAfter(r.WithPortfolio(f.End))
			return Office{Text: r.Between(end, stop), Country: r.countryOf(end, stop)}, true
		}
		if !r.connects(i) && !ranks.Has(r.Folded(i)) {
			return o, false
		}
	}
	return o, false
}

// withSideAfter extends an office over the country or organisation after it.
func (r Offices) withSideAfter(end int) int {
	stop := end
	for k := end; k < min(stop+5, len(r.Words)) && r.Words[k].Before&^text.Joins == 0 && !r.Words[k].First && r.connects(k); k++ {
		if r.Has(k, Countries|Peoples|Organisations) {
			stop = k + 1
		}
	}
	return stop
}

// countryOf returns the country of an office: the one that it names, or the only one
// that has such an office.
func (r Offices) countryOf(begin, end int) string {
	if side := r.SideOf(begin, end); side != "" {
		return side
	}
	folded := r.FoldedBetween(begin, end)
	for code, offices := range onlyOffices() {
		for _, o := range offices {
			if strings.Contains(folded, o) {
				return code
			}
		}
	}
	return ""
}

// connects reports whether a word may be between an office and a name.
func (r Offices) connects(i int) bool {
	w := r.Folded(i)
	return r.Has(i, Countries|Peoples|Organisations|Heads|Plurals|Portfolios) || officeLinks.Has(w) || countryWords.Has(w) || w == "s"
}

// WithPortfolio extends an office that ends before a word over what it is of:
// "ministra de Comercio".
func (r Offices) WithPortfolio(end int) int {
	for k := end; k < min(end+4, len(r.Words)) && r.Words[k].Before&^text.Joins == 0 && !r.Words[k].First; k++ {
		if f, ok := r.Starting(Portfolios, k); ok {
			return f.End
		}
		if !officeLinks.Has(r.Folded(k)) {
			break
		}
	}
	return end
}

// asWritten is an office as written, without a comma at its end.
func (r Offices) asWritten(begin, first int) string {
	return strings.TrimRight(r.Raw[r.Words[begin].Start:r.Words[first].Start], " ,，\r\n\t\"“«")
}

// WithSide extends an office to the front, over its side and what ranks it.
func (r Offices) WithSide(first int) int {
	for begin := first; first > 0 && begin-first < maxName; first-- {
		w := &r.Words[first]
		if w.First || w.Before&^(text.Joins|text.GapStop) != 0 {
			break
		}
		ranked := ranks.Has(r.Folded(first-1)) || r.Words[first-1].Possessive
		if !ranked && !r.Has(first-1, Countries|Peoples|Organisations|Heads|OfficeNames|Titles) || r.Has(first-1, Verbs) {
			break
		}
		if r.isPartOfLongerWord(first - 1) {
			break
		}
	}
	if r.Words[first].Possessive {
		first++ // the possessive of a name
	}
	return first
}

// isPartOfLongerWord reports whether a Chinese character that may be short for a
// country follows a character that is not of one.
func (r Offices) isPartOfLongerWord(i int) bool {
	if i < 1 || r.Words[i].Shape != text.Han || r.Words[i-1].Shape != text.Han || !r.Has(i, Peoples) || r.Has(i-1, Places|Countries) {
		return false
	}
	switch w := r.Folded(i); w {
	case "美", "俄", "中": // mostly the country all the same
		return false
	default:
		return len(w) <= 3
	}
}

// genders says whether an office is one of a woman, or of a man.
func (r Offices) genders(begin, end int) (isWoman, isMan bool) {
	for i := begin; i < end; i++ {
		isWoman = isWoman || woman.Has(r.Folded(i))
		isMan = isMan || man.Has(r.Folded(i))
	}
	return isWoman, isMan && !isWoman
}
