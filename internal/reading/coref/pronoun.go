package coref

import (
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

// readPronoun reads a pronoun that is a subject: it refers to the person of its
// paragraph, or of the one before, who has spoken.
func (d *discourse) readPronoun(i int) int {
	woman, man := d.Has(i, entity.She), d.Has(i, entity.He)
	if d.Folded(i) == "el" && d.Words[i].End-d.Words[i].Start == 2 {
		return i // the article, not the pronoun with its accent
	}
	if !woman && !man || len(d.log) == 0 || !d.isSubject(i) || d.isImpersonal(i) {
		return i
	}
	if i+1 < len(d.Words) && d.Words[i].Shape != text.Lower {
		if _, ok := d.Starting(entity.Roles, i+1); ok {
			return i + 1 // a pronoun for an article, as machines translate it
		}
	}
	fit := d.near(i, func(p *person) bool { return (!woman || !p.man) && (!man || !p.woman) })
	if len(fit) == 0 {
		return i + 1
	}
	side := d.sideBefore(i)
	d.refer(entity.Span{First: i, End: i + 1}, fit, "the pronoun fits ")
	if side != "" {
		m := &d.out[len(d.out)-1]
		m.Uncertain, m.Why = true, side+" may be meant, which the sentence is about"
	}
	return i + 1
}

// isSubject reports whether a pronoun is followed by what follows a subject: a word in
// small letters, or characters.
func (d *discourse) isSubject(i int) bool {
	if i+1 >= len(d.Words) || d.Words[i+1].First {
		return false
	}
	next, word := &d.Words[i+1], d.Folded(i+1)
	if d.Words[i].Shape == text.Han {
		begins := i == 0 || d.Words[i].Before != 0 || d.Has(i-1, entity.Verbs)
		return begins && next.Before == 0 && word != "们" && word != "的"
	}
	return next.Shape == text.Lower && next.Before&^(text.GapBlank|text.GapLine) == 0
}

// isImpersonal reports whether a French "il" is not a person: "il y a", "il faut", "il
// est possible".
func (d *discourse) isImpersonal(i int) bool {
	if d.Folded(i) != "il" || i+1 >= len(d.Words) {
		return false
	}
	switch d.Folded(i + 1) {
	case "y", "faut", "s", "semble", "fallait", "faudra", "convient", "pleut":
		return true
	}
	return false
}

// maxBack bounds, in words, how far back a pronoun refers.
const maxBack = 400

// near returns the people who were mentioned since the paragraph before this one began;
// all who fit, if there are none.
func (d *discourse) near(i int, fits func(*person) bool) []*person {
	begin, paragraphs := i, 0
	for begin > 0 && paragraphs < 2 && i-begin < maxBack {
		if d.Words[begin].Before&text.GapParagraph != 0 {
			paragraphs++
		}
		begin--
	}
	var recent, all []*person
	for _, p := range d.people.all {
		if !p.seen || !fits(p) {
			continue
		}
		all = append(all, p)
		if p.last > begin {
			recent = append(recent, p)
		}
	}
	if len(recent) > 0 {
		return recent
	}
	return all
}

// sideBefore returns the country, or the organisation, that is the subject before a
// pronoun in its sentence, where no person is.
func (d *discourse) sideBefore(i int) string {
	first := i
	for first > 0 && !d.Words[first].First && i-first < maxBack {
		first--
	}
	if first == i {
		return ""
	}
	for _, p := range d.people.all {
		if p.last > first {
			return ""
		}
	}
	for k := first; k < i; k++ {
		if d.Has(k, entity.Countries|entity.Organisations) && d.VerbBeside(entity.Span{First: k, End: k + 1}) {
			return d.Between(k, k+1)
		}
	}
	return ""
}
