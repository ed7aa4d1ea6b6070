package opensanctions

import (
	"cmp"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

func quote(s string) json.RawMessage {
	b, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string always encodes
	}
	return b
}

// edgeEnds are the properties by which an edge points to parties, the one it
// belongs to first.
var edgeEnds = map[string][]string{
	"Sanction":       {"entity"},
	"Identification": {"holder"},
	"Passport":       {"holder"},
	"Occupancy":      {"holder"},
	"Ownership":      {"asset", "owner"},
	"Directorship":   {"organization", "director"},
	"Family":         {"person", "relative"},
	"Associate":      {"person", "associate"},
	"Membership":     {"member", "organization"},
	"Employment":     {"employee", "employer"},
	"Representation": {"client", "agent"},
	"Succession":     {"successor", "predecessor"},
	"UnknownLink":    {"subject", "object"},
}

// interests are the edges that are interests: who owns, or is the other, and
// what is owned; and the properties that say in what role.
var interests = map[string]struct {
	kind         enduse.InterestKind
	owner, asset string
	role         []string
}{
	"Ownership":      {enduse.InterestOwnership, "owner", "asset", []string{"role", "ownershipType", "sharesType"}},
	"Directorship":   {enduse.InterestDirectorship, "director", "organization", []string{"role"}},
	"Family":         {enduse.InterestFamily, "person", "relative", []string{"relationship"}},
	"Associate":      {enduse.InterestLinkedTo, "person", "associate", []string{"relationship"}},
	"Membership":     {enduse.InterestLinkedTo, "member", "organization", []string{"role"}},
	"Employment":     {enduse.InterestLinkedTo, "employee", "employer", []string{"role"}},
	"Representation": {enduse.InterestLinkedTo, "agent", "client", []string{"role"}},
	"Succession":     {enduse.InterestLinkedTo, "predecessor", "successor", []string{"role"}},
	"UnknownLink":    {enduse.InterestLinkedTo, "subject", "object", []string{"role"}},
}

// edges reads those of a party.
func (p *party) edges() {
	for _, e := range p.graph.edges[p.ftm.ID] {
		switch e.Schema {
		case "Sanction":
			p.sanction(e)
		case "Identification", "Passport":
			p.document(e)
		case "Occupancy":
			p.occupancy(e)
		default:
			p.interest(e)
		}
	}
}

// interest adds an edge to the party that it belongs to, so that it is in
// the edition once: to the first of its ends that is in the file.
func (p *party) interest(e ftm) {
	for _, end := range edgeEnds[e.Schema] {
		refs := e.refs(end)
		here := slices.ContainsFunc(refs, func(id string) bool { return p.graph.listed[id] })
		if here && !slices.Contains(refs, p.ftm.ID) {
			return
		}
		if here {
			break
		}
	}
	i := interests[e.Schema]
	for _, owner := range e.refs(i.owner) {
		for _, asset := range e.refs(i.asset) {
			out := enduse.Interest{
				Kind: i.kind, Owner: idOf(owner), OwnerName: p.graph.names[owner], Asset: idOf(asset), AssetName: p.graph.names[asset],
				Since: e.date("startDate", "date"), Until: e.date("endDate"),
			}
			var roles []string
			for _, property := range i.role {
				roles = append(roles, e.values(property)...)
			}
			share, rest := shareOf(e.get("percentage"))
			out.Share = share
			out.Role = strings.Join(append(roles, rest...), "; ")
			p.Interests = append(p.Interests, out)
		}
	}
}

// shareOf reads a percentage: a number from 0 to 100. Anything else, such as
// "25-50", is given back as a text.
func shareOf(s string) (share *float64, rest []string) {
	if s == "" {
		return nil, nil
	}
	number := strings.Replace(strings.TrimSpace(strings.TrimSuffix(s, "%")), ",", ".", 1)
	if v, err := strconv.ParseFloat(number, 64); err == nil && v >= 0 && v <= 100 {
		return &v, nil
	}
	return nil, []string{"share " + s}
}

// occupancy reads an office that a person holds. Some exports give the post as
// one of the holders.
func (p *party) occupancy(e ftm) {
	posts := e.refs("post")
	for _, id := range e.refs("holder") {
		if _, ok := p.graph.things[id]; ok {
			posts = append(posts, id)
		}
	}
	for _, id := range posts {
		post, ok := p.graph.things[id]
		title := cmp.Or(post.get("name"), post.Caption)
		if !ok || title == "" {
			p.AddUnread("post", id)
			continue
		}
		title += span(e.get("startDate"), e.get("endDate"))
		if !slices.Contains(p.Positions, title) {
			p.Positions = append(p.Positions, title)
		}
	}
}

// span writes from when to when, as far as it is known.
func span(from, to string) string {
	switch {
	case from != "" && to != "":
		return " (" + from + " to " + to + ")"
	case from != "":
		return " (from " + from + ")"
	case to != "":
		return " (until " + to + ")"
	}
	return ""
}

// document reads a passport or another paper.
func (p *party) document(e ftm) {
	kind := enduse.IDNational
	label := e.get("type")
	if e.Schema == "Passport" || strings.Contains(strings.ToLower(label), "passport") {
		kind = enduse.IDPassport
	} else if strings.Contains(strings.ToLower(label), "driver") {
		kind = enduse.IDDriver
	}
	var issuer enduse.Country
	for _, text := range e.values("country") {
		if c, ok := countryOf(text); ok {
			issuer = c
		}
	}
	for _, number := range append(e.values("number"), e.values("passportNumber")...) {
		id := checkdigit.Identifier(kind, number, issuer)
		id.Label, id.Note = label, papers(e)
		p.Identifiers = append(p.Identifiers, id)
	}
}

func papers(e ftm) string {
	var out []string
	for _, part := range []struct{ before, property string }{{"issued ", "startDate"}, {"expires ", "endDate"}, {"by ", "authority"}} {
		if text := e.get(part.property); text != "" {
			out = append(out, part.before+text)
		}
	}
	return strings.Join(out, "; ")
}

func idOf(id string) enduse.EntityID { return enduse.EntityID(sourceID + ":" + id) }
