package enhanced

import (
	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
)

// party is an entity on its way.
type party struct {
	*ofac.Party
	refs map[string]string
}

// groups are the elements of an entity that hold others, in the order in which
// they are read: the name of each, and what to do with it.
var groups = []struct {
	name, item string
	read       func(*party, list.Node)
}{
	{"names", "name", (*party).name},
	{"addresses", "address", (*party).address},
	{"features", "feature", (*party).feature},
	{"identityDocuments", "identityDocument", (*party).document},
	{"relationships", "relationship", (*party).relation},
}

func (p *party) read(n list.Node) enduse.Entity {
	known := []string{"generalInfo", "sanctionsLists", "sanctionsPrograms", "sanctionsTypes", "legalAuthorities"}
	general := n.Child("generalInfo")
	p.SetType(general.Get("entityType"))
	for _, g := range groups {
		known = append(known, g.name)
		for _, group := range n.All(g.name) {
			p.only(group, g.item)
			for _, item := range group.All(g.item) {
				g.read(p, item)
			}
		}
	}
	p.general(general)
	p.listings(n)
	for _, k := range n.Unknown(known...) {
		p.AddUnread(k.Name, k.AllText())
	}
	return p.Finish()
}

// only keeps children that are not among the known ones as unread.
func (p *party) only(n list.Node, known ...string) {
	for _, k := range n.Unknown(known...) {
		p.AddUnread(n.Name+"/"+k.Name, k.AllText())
	}
}

func (p *party) general(n list.Node) {
	p.only(n, "identityId", "entityType", "livingStatus", "remarks", "title", "isUsCitizen", "isUsPerson")
	p.AddTitles(n.Get("title"))
	if remarks := n.Get("remarks"); remarks != "" {
		p.ReadRemarks(remarks)
	}
	for _, s := range []struct{ element, before string }{{"livingStatus", "Living status "}, {"isUsCitizen", "US citizen "}, {"isUsPerson", "US person "}} {
		if text := n.Get(s.element); text != "" && text != "false" {
			p.Say(s.before + text)
		}
	}
}

// listings reads on which lists the party is; programmes, types and
// authorities are those of the party.
func (p *party) listings(n list.Node) {
	values := func(group, item string) []string {
		p.only(n.Child(group), item)
		var out []string
		for _, v := range n.All(group, item) {
			out = append(out, list.OneLine(v.Text))
		}
		return out
	}
	all := ofac.Listing{
		Programs: values("sanctionsPrograms", "sanctionsProgram"), Types: values("sanctionsTypes", "sanctionsType"),
		Bases: values("legalAuthorities", "legalAuthority"),
	}
	for _, code := range all.Programs {
		p.AddProgram(code)
	}
	p.only(n.Child("sanctionsLists"), "sanctionsList")
	for _, l := range n.All("sanctionsLists", "sanctionsList") {
		one := all
		one.List = list.OneLine(l.Text)
		if d, ok := isoDay(l.Attr("datePublished")); ok {
			one.Since = &d
		} else {
			p.AddUnread("sanctionsList/datePublished", l.Attr("datePublished"))
		}
		p.AddListing(one)
	}
}

// name reads a name in all scripts that it is given in.
func (p *party) name(n list.Node) {
	p.only(n, "isPrimary", "aliasType", "isLowQuality", "translations")
	p.only(n.Child("translations"), "translation")
	for _, t := range n.All("translations", "translation") {
		p.only(t, "isPrimary", "script", "formattedFirstName", "formattedLastName", "formattedFullName", "nameParts")
		p.only(t.Child("nameParts"), "namePart")
		var parts []ofac.NamePart
		for _, part := range t.All("nameParts", "namePart") {
			p.only(part, "type", "value")
			parts = append(parts, ofac.NamePart{Type: part.Get("type"), Value: part.Get("value")})
		}
		if len(parts) == 0 && t.Get("formattedFirstName") != "" {
			parts = []ofac.NamePart{{Type: "Last Name", Value: t.Get("formattedLastName")}, {Type: "First Name", Value: t.Get("formattedFirstName")}}
		}
		kind := p.AliasKind(n.Get("aliasType"), n.Get("isPrimary") == "true", n.Get("isLowQuality") == "true")
		p.AddNameParts(t.Get("formattedFullName"), parts, kind)
	}
}

// relation reads a tie to another entity.
func (p *party) relation(n list.Node) {
	p.only(n, "type", "relatedEntity", "quality", "dateRange", "comments")
	other := n.Child("relatedEntity")
	r := ofac.Relation{Type: n.Get("type"), Other: other.Attr("entityId"), Name: other.Text}
	if dates := n.Child("dateRange"); dates.Name != "" {
		if from, ok := isoDay(dates.Get("fromDateBegin")); ok {
			r.Since = &from
		}
		if to, ok := isoDay(dates.Get("toDateEnd")); ok {
			r.Until = &to
		}
		if r.Since == nil && r.Until == nil {
			p.AddUnread("relationship/dateRange", dates.AllText())
		}
	}
	if text := n.Get("comments"); text != "" {
		p.AddUnread("relationship/comments", text)
	}
	p.AddRelation(r)
}
