package coref

import "github.com/enduse/enduse/internal/reading/entity"

// readHan reads a name, a role or a pronoun in Chinese.
func (d *discourse) readHan(i int) int {
	if p, n := d.people.findHan(i); p != nil {
		if _, begin, ok := d.office.Before(i); ok {
			d.offices = append(d.offices, entity.Span{First: begin, End: i})
		}
		d.mentionAgain(p, entity.Span{First: i, End: i + n}, "")
		return i + n
	}
	names := hanNames{d.Tagged, d.office}
	if s, o, ok := names.nameAt(i); ok {
		if _, begin, before := d.office.Before(i); before && !names.isForeign(i) {
			d.offices = append(d.offices, entity.Span{First: begin, End: i})
		}
		d.introduce(s, o)
		return s.End
	}
	if end := d.readRole(i); end > i {
		return end
	}
	return d.readPronoun(i)
}
