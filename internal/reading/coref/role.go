package coref

import (
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/lexicon"
	"github.com/enduse/enduse/internal/reading/text"
)

// Sets of words of the lexicon.
var (
	articles        = lexicon.NewWordSet("article")         // make a role refer to somebody known
	leadingArticles = lexicon.NewWordSet("leading_article") // become part of the mention
	oneOfficial     = lexicon.NewWordSet("one_official")    // words for a single official
	officials       = lexicon.NewWordSet("officials")       // words for people of a side, not for a body
	headsOfState    = lexicon.NewWordSet("head_of_state")
	headRoles       = lexicon.NewWordSet("head_role")
	officialRoles   = lexicon.NewWordSet("official_role")
)

// readRole reads a role or an office that refers to somebody: "the diplomat", "the
// minister", "US officials". It returns where it ends.
func (d *discourse) readRole(i int) int {
	if f, ok := d.Starting(entity.Roles, i); ok {
		fits := func(p *person) bool { return d.roleFits(p, d.Between(f.First, f.End)) }
		return d.referRole(entity.Span{First: f.First, End: f.End}, fits)
	}
	if f, ok := d.Starting(entity.Plurals, i); ok {
		return d.readOfficials(f)
	}
	if f, ok := d.Starting(entity.OfficeNames, i); ok {
		return d.readOffice(f)
	}
	return i
}

// readOffice reads an office that names nobody by itself.
func (d *discourse) readOffice(f entity.Phrase) int {
	begin := d.office.WithSide(f.First)
	stop := d.office.WithPortfolio(f.End)
	side := d.SideOf(begin, f.End)
	if side == "" {
		side, stop = d.SideBeside(begin, stop)
	}
	switch definite := d.isDefinite(begin); {
	case definite:
	case side == "" || !d.VerbBeside(entity.Span{First: begin, End: stop}):
		return f.End
	}
	if d.named != nil && d.named[f.First] {
		return stop // of somebody who is named
	}
	stem, front := d.stemOf(f), begin
	if begin > 0 && leadingArticles.Has(d.Folded(begin-1)) && d.Words[begin].Before&^text.Joins == 0 {
		front--
	}
	end := d.referRole(entity.Span{First: front, End: stop}, func(p *person) bool {
		return strings.Contains(strings.ToLower(p.mention.Office), stem) && isOfSide(p, side)
	})
	if d.lastRefersAt(front) {
		return end
	}
	if side != "" || d.hasCapitals(f) && d.isDefinite(begin) { // an office names somebody whom the text has not named
		m := d.Mention(entity.Person, begin, stop, "")
		m.Office, m.Country = m.Surface, side
		d.introduceOffice(m, entity.Span{First: begin, End: stop})
	}
	return max(stop, f.End)
}

// isOfSide reports whether a person may speak for a side.
func isOfSide(p *person, side string) bool {
	return side == "" || p.mention.Country == "" || p.mention.Country == side
}

// hasCapitals reports whether an office of several words is written with capitals.
func (d *discourse) hasCapitals(f entity.Phrase) bool {
	for i := f.First; i < f.End; i++ {
		if d.Words[i].Shape != text.Capital && !entity.IsLinking(d.Folded(i)) {
			return false
		}
	}
	return f.End-f.First > 1
}

// lastRefersAt reports whether the last mention begins at a word and refers to an
// earlier one.
func (d *discourse) lastRefersAt(begin int) bool {
	if len(d.out) == 0 {
		return false
	}
	last := &d.out[len(d.out)-1]
	return last.Start == d.Words[begin].Start && last.Anaphor
}

// stemOf returns what the forms of an office have in common: its last word in lower
// case, without its ending where that changes.
func (d *discourse) stemOf(f entity.Phrase) string {
	w := strings.ToLower(d.Between(f.First, f.End))
	if d.Words[f.First].Shape != text.Han {
		w = strings.ToLower(d.Between(f.End-1, f.End))
		if f.End-f.First > 1 && !entity.IsCyrillic(w) {
			w = strings.ToLower(d.Between(f.First, f.First+1))
		}
	}
	if r := []rune(w); entity.IsCyrillic(w) && len(r) > 5 {
		w = string(r[:len(r)-2])
	}
	if r := []rune(w); d.Language == "es" && len(r) > 5 {
		w = string(r[:len(r)-1])
	}
	return w
}

// isDefinite reports whether an article is in front of a word. In a language without
// articles, a verb next to the word is enough.
func (d *discourse) isDefinite(i int) bool {
	if d.Words[i].Shape == text.Han || entity.IsCyrillic(d.Folded(i)) {
		return d.VerbBeside(entity.Span{First: i, End: i + 1})
	}
	return i > 0 && articles.Has(d.Folded(i-1)) && d.Words[i].Before&^text.Joins == 0
}

// roleFits reports whether the office of a person fits a role: somebody who is called a
// diplomat is not a president.
func (d *discourse) roleFits(p *person, role string) bool {
	if p.mention.Office == "" {
		return false
	}
	if hasAny(role, officialRoles) {
		return hasAny(p.mention.Office, officialRoles)
	}
	return hasAny(p.mention.Office, headsOfState) == hasAny(role, headRoles)
}

// hasAny reports whether one of the words of a phrase is in a set; of Chinese, a part of
// it.
func hasAny(phrase string, set lexicon.WordSet) bool {
	t := text.Cut(phrase, "")
	for i := range t.Words {
		if set.Has(t.Folded(i)) || i > 0 && t.Words[i].Shape == text.Han && set.Has(t.Folded(i-1)+t.Folded(i)) {
			return true
		}
	}
	return false
}

// referRole makes the words of a role refer to the earlier person whom it fits, and
// returns where it ends.
func (d *discourse) referRole(at entity.Span, fits func(*person) bool) int {
	side := d.SideOf(at.First, at.End)
	var fit []*person
	for _, p := range d.people.all {
		if p.seen && fits(p) && isOfSide(p, side) {
			fit = append(fit, p)
		}
	}
	if len(fit) > 0 {
		d.refer(at, fit, "the role fits ")
	}
	return at.End
}

// refer makes words refer to one of the people whom they fit: the one who spoke, or was
// named, in the nearest sentence. If there are several, it is uncertain.
func (d *discourse) refer(at entity.Span, fit []*person, why string) {
	fit = d.speakingNearest(at.First, fit)
	best := latest(fit)
	m := d.Mention(entity.Person, at.First, at.End, best.mention.Resolved)
	m.Anaphor, m.Office, m.Country = true, best.mention.Office, best.mention.Country
	if len(fit) > 1 {
		m.Uncertain, m.Why = true, why+namesOf(fit)
	}
	d.out = append(d.out, m)
	d.note(best, at)
}

// maxTurns bounds how many mentions are looked back, and maxSentence how many words of a
// sentence.
const (
	maxTurns    = 200
	maxSentence = 250
)

// speakingNearest returns those of some people who speak in the last sentence before a
// word in which one of them does; if none has spoken, all.
func (d *discourse) speakingNearest(at int, fit []*person) (out []*person) {
	begin := -1
	for _, t := range slices.Backward(d.log[max(0, len(d.log)-maxTurns):]) {
		if !t.speaks || t.at >= at || !slices.Contains(fit, t.who) || slices.Contains(out, t.who) {
			continue
		}
		if begin >= 0 && t.at < begin {
			break
		}
		if begin < 0 {
			for begin = t.at; begin > 0 && !d.Words[begin].First && t.at-begin < maxSentence; begin-- {
			}
		}
		out = append(out, t.who)
	}
	if len(out) == 0 {
		return fit
	}
	return out
}

// readOfficials reads the officials or a body of a side: "US officials".
func (d *discourse) readOfficials(f entity.Phrase) int {
	begin := d.office.WithSide(f.First)
	stop := f.End
	side := d.SideOf(begin, f.End)
	if side == "" {
		if side, stop = d.SideBeside(begin, f.End); side == "" {
			return f.End
		}
	}
	last := d.Folded(f.End - 1)
	kind := entity.Organization
	if officials.Has(last) {
		kind = entity.Person
	}
	m := d.Mention(kind, begin, stop, "")
	m.Country = side
	if kind == entity.Person {
		m.Office = m.Surface
	}
	if kind == entity.Person && oneOfficial.Has(last) {
		d.introduceOffice(m, entity.Span{First: begin, End: stop})
	} else {
		d.out = append(d.out, m)
	}
	return stop
}

// introduceOffice adds somebody whom the text calls by an office alone; later words may
// refer to that person.
func (d *discourse) introduceOffice(m entity.Mention, s entity.Span) {
	p := &person{Span: s, mention: m}
	d.people.add(p)
	d.out = append(d.out, m)
	d.note(p, s)
}
