package eu

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// party is a record on its way to an entity.
type party struct {
	*list.EntityBuilder
	record list.Node
}

// schemas are the codes of subjectType.
var schemas = map[string]enduse.Schema{
	"person": enduse.SchemaPerson, "p": enduse.SchemaPerson,
	"enterprise": enduse.SchemaOrganization, "entity": enduse.SchemaOrganization, "e": enduse.SchemaOrganization,
}

// entity makes an entity of a sanctionEntity.
func entity(n list.Node) (enduse.Entity, error) {
	id := cmp.Or(list.OneLine(n.Attr("euReferenceNumber")), list.OneLine(n.Attr("logicalId")))
	if id == "" {
		return enduse.Entity{}, errors.New("euReferenceNumber and logicalId are missing")
	}
	p := party{EntityBuilder: list.NewEntity(listID, id), record: n}
	p.subject()
	p.attributes(n)
	p.AddRemark(n.Attr("designationDetails"))
	p.names(n.All("nameAlias"))
	for _, k := range n.Kids {
		f, ok := fields[k.Name]
		switch {
		case !ok:
			p.AddUnread(k.Name, whole(k))
		case f != nil:
			p.attributes(k)
			f(&p, k)
		}
	}
	p.AddReference("United Nations", n.Attr("unitedNationId"))
	p.designate(n.All("regulation"))
	return p.Build(), nil
}

// subject settles the schema. XML and CSV have the word and the letter in each
// other's place.
func (p *party) subject() {
	n := p.record.Child("subjectType")
	p.Schema = enduse.SchemaLegalEntity
	for _, code := range []string{n.Attr("code"), n.Attr("classificationCode")} {
		if len(code) > 1 || p.Kind == "" {
			p.Kind = code
		}
		if s, ok := schemas[strings.ToLower(code)]; ok {
			p.Schema = s
		} else if code != "" {
			p.AddUnread("subjectType", code)
		}
	}
}

// designate gives a designation for each regulation; the list says no more of
// one without any than that it is listed.
func (p *party) designate(regulations []list.Node) {
	base := enduse.Designation{List: listID, Measures: []enduse.Measure{enduse.MeasureAssetFreeze}}
	base.Until = p.date("delistingDate", p.record.Attr("delistingDate"))
	designated := p.date("designationDate", p.record.Attr("designationDate"))
	if len(regulations) == 0 {
		base.Since = designated
		p.Designations = append(p.Designations, base)
	}
	for _, r := range regulations {
		d := base
		d.Program, d.Basis, d.URL = list.OneLine(r.Attr("programme")), list.OneLine(r.Attr("numberTitle")), list.OneLine(r.Get("publicationUrl"))
		days := []*enduse.Date{designated, p.date("publicationDate", r.Attr("publicationDate")), p.date("entryIntoForceDate", r.Attr("entryIntoForceDate"))}
		if len(regulations) == 1 {
			days = append(days, p.summaries()...)
		}
		d.Since = earliest(days)
		p.Designations = append(p.Designations, d)
	}
}

// summaries are the days of the regulations that brought the parts of a
// record: it was listed on the first of them at the latest.
func (p *party) summaries() []*enduse.Date {
	var out []*enduse.Date
	for _, part := range p.record.Kids {
		for _, s := range part.All("regulationSummary") {
			out = append(out, p.date("regulationSummary", s.Attr("publicationDate")))
		}
	}
	return out
}

func earliest(days []*enduse.Date) *enduse.Date {
	days = slices.DeleteFunc(days, func(d *enduse.Date) bool { return d == nil })
	if len(days) == 0 {
		return nil
	}
	return slices.MinFunc(days, func(a, b *enduse.Date) int { return a.First().Compare(b.First()) })
}

func (p *party) date(field, text string) *enduse.Date {
	d, ok := day(text)
	if !ok {
		if strings.TrimSpace(text) != "" {
			p.AddUnread(field, text)
		}
		return nil
	}
	return &d
}
