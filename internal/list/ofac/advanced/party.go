package advanced

import (
	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
)

// party is a DistinctParty on its way to an entity.
type party struct {
	*ofac.Party
	*side
	pieces
}

func (r *reading) entity(to *ofac.Party, n list.Node) enduse.Entity {
	p := party{Party: to, side: r.side}
	p.only(n, "Comment", "Profile")
	profiles := n.All("Profile")
	for i, profile := range profiles {
		p.profile(profile, i == 0)
	}
	comment := ""
	for _, c := range n.All("Comment") {
		comment += " " + c.Text
	}
	if comment = list.OneLine(comment); comment != "" {
		p.ReadRemarks(comment)
	}
	p.to(to)
	return to.Finish()
}

// profile reads what a party is; all parties known have one.
func (p *party) profile(n list.Node, first bool) {
	p.only(n, "Comment", "Identity", "Feature", "SanctionsEntryReference")
	if first {
		p.SetType(p.typeOf(n.Attr("PartySubTypeID")))
	}
	for _, c := range n.All("Comment") {
		p.Say(c.Text)
	}
	for _, identity := range n.All("Identity") {
		p.identity(identity, first)
	}
	for _, feature := range n.All("Feature") {
		p.feature(feature)
	}
	for _, identity := range n.All("Identity") {
		for _, d := range p.documents[identity.Attr("ID")] {
			d.to(p.Party)
			p.AddFact(d.fact)
		}
	}
	for _, e := range p.entries[n.Attr("ID")] {
		e.to(p.Party)
		p.AddListing(e.listing)
	}
	for _, r := range p.relations[n.Attr("ID")] {
		r.to(p.Party)
		p.AddRelation(r.relation)
	}
}

// typeOf returns OFAC's word for a kind of party: the subtype, Vessel or
// Aircraft, or the type where the subtype is unknown.
func (p *party) typeOf(subtype string) string {
	v, ok := p.ref("PartySubType", subtype)
	if !ok {
		p.add("PartySubType", "number "+subtype)
	}
	if v.text != "" && v.text != "Unknown" {
		return v.text
	}
	return p.lookup(p.side, "PartyType", v.partyType)
}

// identity reads the names. One party may have several identities; the names
// of all but the primary one are aliases.
func (p *party) identity(n list.Node, first bool) {
	p.only(n, "Comment", "Alias", "NamePartGroups", "IDRegDocumentReference")
	groups := map[string]string{} // number -> "Last Name"
	for _, g := range n.All("NamePartGroups", "MasterNamePartGroup", "NamePartGroup") {
		groups[g.Attr("ID")] = p.lookup(p.side, "NamePartType", g.Attr("NamePartTypeID"))
	}
	p.Say(n.Get("Comment"))
	first = first && n.Attr("Primary") != "false"
	if n.Attr("False") == "true" {
		p.add("Identity", "false identity "+n.Attr("ID"))
	}
	for _, alias := range n.All("Alias") {
		p.alias(alias, groups, first)
	}
}

// alias reads a name in all scripts that it is given in.
func (p *party) alias(n list.Node, groups map[string]string, first bool) {
	p.only(n, "Comment", "DocumentedName")
	p.Say(n.Get("Comment"))
	word := p.lookup(p.side, "AliasType", n.Attr("AliasTypeID"))
	primary := first && n.Attr("Primary") == "true"
	for _, name := range n.All("DocumentedName") {
		p.only(name, "Comment", "DocumentedNamePart", "DocumentedNameCountry", "IDRegDocumentReference")
		p.Say(name.Get("Comment"))
		var parts []ofac.NamePart
		for _, part := range name.All("DocumentedNamePart") {
			p.only(part, "NamePartValue")
			v := part.Child("NamePartValue")
			p.lookup(p.side, "Script", v.Attr("ScriptID")) // the letters say it better, but it must be known
			parts = append(parts, ofac.NamePart{
				Type:  groups[v.Attr("NamePartGroupID")],
				Value: part.Attr("LeadingChars") + v.Text + part.Attr("TrailingChars"),
			})
		}
		p.AddNameParts("", parts, p.AliasKind(word, primary, n.Attr("LowQuality") == "true"))
	}
}
