package coref

import (
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

// People returns the people whom a text names, and what refers to them later: a part of
// the name, another spelling, a role, a pronoun. Bodies of a side that are named in the
// same way ("the Chinese embassy") are among them, as organisations.
//
// A headline may have only the surname of somebody whom the text names in full below it.
// So the text is read twice, and the second time the names in full are known.
func People(r *entity.Tagged) []entity.Mention {
	draft := newDiscourse(r)
	draft.read()
	d := newDiscourse(r)
	d.named = draft.officesBesideNames()
	for _, p := range draft.people.all {
		if len(p.name) > 1 && r.Words[p.First].Shape != text.Han {
			d.people.add(&person{Span: p.Span, mention: p.mention, name: p.name, woman: p.woman, man: p.man})
		}
	}
	d.read()
	return entity.WithoutOverlap(d.mentions())
}

// discourse is a text as far as it has been read: who has been named, and who has
// spoken.
type discourse struct {
	*entity.Tagged
	people  *people
	office  entity.Offices
	names   entity.PersonNames
	out     []entity.Mention
	offices []entity.Span // that are next to a name, and are not a mention of their own
	named   []bool        // the words of these, once the text has been read
	log     []turn
}

// turn is a mention of a person at a word; the subject of a verb speaks.
type turn struct {
	at     int
	who    *person
	speaks bool
}

func newDiscourse(r *entity.Tagged) *discourse {
	return &discourse{Tagged: r, people: newPeople(r), office: entity.Offices{Tagged: r}, names: entity.PersonNames{Tagged: r}}
}

func (d *discourse) read() {
	for i := 0; i < len(d.Words); {
		i = max(i+1, d.readAt(i))
	}
}

// mentions returns the mentions without the offices that are next to a name.
func (d *discourse) mentions() []entity.Mention {
	beside := d.officesBesideNames()
	return slices.DeleteFunc(d.out, func(m entity.Mention) bool {
		at := d.SpanOf(&m)
		return !slices.Contains(beside[at.First:at.End], false)
	})
}

// officesBesideNames marks the words of the offices that are next to a name.
func (d *discourse) officesBesideNames() []bool {
	beside := make([]bool, len(d.Words))
	for _, s := range d.offices {
		for i := s.First; i < s.End; i++ {
			beside[i] = true
		}
	}
	return beside
}

// readAt reads what is at a word and returns where it ends; the word itself if it is
// not a mention of a person.
func (d *discourse) readAt(i int) int {
	if d.Words[i].Shape == text.Han {
		return d.readHan(i)
	}
	if s, ok := d.names.Starting(i); ok {
		return d.readName(s)
	}
	if end := d.readRole(i); end > i {
		return end
	}
	return d.readPronoun(i)
}

// readName reads words with capitals: somebody known, or somebody new if there is
// evidence that it is a person.
func (d *discourse) readName(s entity.Span) int {
	if p, whole, why := d.people.find(s); p != nil {
		d.learnOffice(p, s, whole)
		d.mentionAgain(p, s, why)
		return s.End
	}
	o, ok := d.officeOf(s)
	if !d.isPerson(s, ok) {
		return s.First
	}
	d.introduce(s, o)
	return s.End
}

// officeOf returns the office before or after a name.
func (d *discourse) officeOf(s entity.Span) (o entity.Office, ok bool) {
	o, begin, ok := d.office.Before(s.First)
	if ok && s.End-s.First == 1 && d.Words[s.First].Before&text.GapComma != 0 && !d.VerbBeside(s) {
		ok = false
	}
	if ok {
		d.offices = append(d.offices, entity.Span{First: begin, End: s.First})
		return o, true
	}
	if after, ok := d.office.After(s.End); ok {
		return after, true
	}
	return o, false
}

// isPerson reports whether there is evidence that words are the name of a person: an
// office, the words themselves, or a verb of speech.
func (d *discourse) isPerson(s entity.Span, hasOffice bool) bool {
	single, shape := s.End-s.First == 1, d.Words[s.First].Shape
	usual := single && entity.IsEveryday(d.Folded(s.First))
	if hasOffice && !usual && (!single || d.names.MayBeName(s.First) || shape == text.Capital) || d.names.IsLikely(s) {
		return true
	}
	if !d.VerbBeside(s) {
		return false
	}
	if single {
		return d.names.MayBeName(s.First) && !usual
	}
	return shape == text.Capital && !d.looksLikeFirm(s)
}

// looksLikeFirm reports whether one of some words is of names of firms rather than of
// people.
func (d *discourse) looksLikeFirm(s entity.Span) bool {
	for i := s.First; i < s.End; i++ {
		w := d.Folded(i)
		if entity.IsEveryday(w) || !d.names.MayBeName(i) && d.Words[i].Shape != text.Initial && !entity.IsParticle(w) {
			return true
		}
	}
	return false
}

// introduce adds somebody new.
func (d *discourse) introduce(s entity.Span, o entity.Office) {
	m := d.Mention(entity.Person, s.First, s.End, "")
	m.Resolved = strings.Join(strings.Fields(m.Surface), " ")
	m.Office, m.Country = o.Text, o.Country
	p := &person{Span: s, mention: m, woman: o.Woman, man: o.Man}
	for i := s.First; i < s.End; i++ {
		p.name = append(p.name, d.Folded(i))
	}
	d.people.addHan(p)
	d.people.add(p)
	d.out = append(d.out, m)
	d.note(p, s)
}

// mentionAgain adds a mention of somebody known; why says why it is uncertain, or is
// empty.
func (d *discourse) mentionAgain(p *person, s entity.Span, why string) {
	m := d.Mention(entity.Person, s.First, s.End, p.mention.Resolved)
	m.Office, m.Country = p.mention.Office, p.mention.Country
	m.Uncertain, m.Why = why != "", why
	d.out = append(d.out, m)
	d.note(p, s)
}

// learnOffice takes the office that a later mention gives to somebody without one.
func (d *discourse) learnOffice(p *person, s entity.Span, whole bool) {
	o, begin, ok := d.office.Before(s.First)
	if ok {
		d.offices = append(d.offices, entity.Span{First: begin, End: s.First})
	} else if whole {
		o, ok = d.office.After(s.End)
	}
	if ok && p.mention.Office == "" {
		p.mention.Office, p.mention.Country = o.Text, o.Country
	}
}

// note notes a mention of somebody in the log, and whether it is the subject of a verb.
func (d *discourse) note(p *person, s entity.Span) {
	p.last, p.seen = s.End, true
	speaks := d.VerbBeside(s) && !d.isOblique(p, s)
	if _, begin, ok := d.office.Before(s.First); ok && !speaks {
		speaks = d.VerbBeside(entity.Span{First: begin, End: s.End})
	}
	d.log = append(d.log, turn{s.First, p, speaks})
}

// isOblique reports whether a Russian name is in another case than when it was
// introduced: then it is not a subject.
func (d *discourse) isOblique(p *person, s entity.Span) bool {
	last := d.Folded(s.End - 1)
	return len(p.name) > 0 && entity.IsCyrillic(last) && s.First != p.First && last != p.name[len(p.name)-1]
}
