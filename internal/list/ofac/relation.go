package ofac

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// relation says what OFAC's word for a tie between two parties means. The party
// that has the tie is the asset and the other the owner, unless it is reversed.
type relation struct {
	kind     enduse.InterestKind
	reversed bool
}

// relations are OFAC's words. "Owned or controlled" is control: that much is
// said of it in either case, and no share is.
var relations = map[string]relation{
	"owned or controlled by":        {enduse.InterestControl, false},
	"owns, controls, or operates":   {enduse.InterestControl, true},
	"property in the interest of":   {enduse.InterestOwnership, false},
	"leader or official of":         {enduse.InterestDirectorship, true},
	"principal executive officer":   {enduse.InterestDirectorship, true},
	"family member of":              {enduse.InterestFamily, true},
	"acting for or on behalf of":    {enduse.InterestLinkedTo, false},
	"associate of":                  {enduse.InterestLinkedTo, false},
	"providing support to":          {enduse.InterestLinkedTo, false},
	"playing a significant role in": {enduse.InterestLinkedTo, false},
}

// Relation is a tie of a party to another, as the XML formats give it.
type Relation struct {
	Type   string // such as "Owned or Controlled By"
	Other  string // the number of the other party
	Name   string // its name, where the format gives it
	Former bool
	Since  *enduse.Date
	Until  *enduse.Date
}

// AddRelation adds an interest. A tie of an unknown type is a bare link, and
// Unread.
func (p *Party) AddRelation(r Relation) {
	role := list.OneLine(r.Type)
	means, ok := relations[strings.ToLower(strings.TrimRight(role, ":"))]
	if !ok {
		means.kind = enduse.InterestLinkedTo
		p.AddUnread("relation", role)
	}
	if r.Former {
		role += " (former)"
	}
	i := enduse.Interest{Kind: means.kind, Role: role, Since: r.Since, Until: r.Until}
	other, name := p.PartyID(r.Other), list.OneLine(r.Name)
	if other == "" && name == "" {
		p.AddUnread("relation", role+" "+r.Other)
		return
	}
	if means.reversed {
		i.Owner, i.Asset, i.AssetName = p.ID, other, name
	} else {
		i.Owner, i.OwnerName, i.Asset = other, name, p.ID
	}
	p.Interests = append(p.Interests, i)
}
