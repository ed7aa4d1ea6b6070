package goods

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// System names a system of codes.
type System string

// The systems.
const (
	HS2022 System = "hs2022"
	HS2017 System = "hs2017"
	ECCN   System = "eccn" // and the numbers of the European dual-use list
	CN     System = "cn"   // national codes of more than six digits
)

// Entry is a code on a list. Codes of goods may be a chapter (2 digits), a
// heading (4), a subheading (6) or longer.
type Entry struct {
	System      System      `json:"system"`
	Code        string      `json:"code"`
	Tier        string      `json:"tier,omitempty"` // a tier, or the reasons for control
	Description string      `json:"description,omitempty"`
	ValidFrom   enduse.Date `json:"valid_from,omitzero"` // the first day in force; none: always
	ValidTo     enduse.Date `json:"valid_to,omitzero"`   // the last day in force; none: until further notice
	Citation    string      `json:"citation,omitempty"`  // none: that of the list
	Verify      bool        `json:"verify,omitempty"`    // not checked against its source
}

// InForce reports whether the entry is in force on a day. The zero day is
// after every change that is known.
func (e *Entry) InForce(day enduse.Date) bool {
	if day.IsZero() {
		return e.ValidTo.IsZero()
	}
	return (e.ValidFrom.IsZero() || !day.First().Before(e.ValidFrom.First())) &&
		(e.ValidTo.IsZero() || !day.First().After(e.ValidTo.Last()))
}

// Kind says what it means that goods are on a list.
type Kind string

// The kinds.
const (
	KindLead    Kind = "lead"    // worth asking about; it classifies nothing
	KindControl Kind = "control" // a licence may be needed
	KindBan     Kind = "ban"     // the delivery is forbidden
)

// ControlList is a control list: entries, and what follows from them.
type ControlList struct {
	ID       string         `yaml:"id"`
	Title    string         `yaml:"title"`
	Citation string         `yaml:"citation"`
	Kind     Kind           `yaml:"kind"`
	Severity enduse.Outcome `yaml:"severity"`
	// Verify marks a list whose content was not checked against its source. It
	// gives at most Review, and its citation says so.
	Verify bool `yaml:"verify"`
	// Destinations are the countries that it is about; none: all.
	Destinations []enduse.Country `yaml:"destinations"`
	// Within are the countries between which nothing has to be looked up: goods that
	// stay there are not exported. None: every delivery is looked up.
	Within []enduse.Country `yaml:"within"`
	Binds  Binding          `yaml:"binds"`
	// SilentTiers are the tiers that give no finding of their own.
	SilentTiers []string `yaml:"quiet"`
	// HasOlderEditions says that there were editions before the first one here.
	HasOlderEditions bool   `yaml:"earlier"`
	Hint             string `yaml:"hint"` // what may be looked into
	Source           string `yaml:"-"`    // the file that it was imported from
	Digest           string `yaml:"-"`    // "sha256:" and that of the entries

	Entries []Entry `yaml:"-"`

	byCode map[string][]int // by whole code
	longer map[string][]int // codes of more than six digits, by their first six
}

// index makes the entries searchable.
func (p *ControlList) index() {
	p.byCode, p.longer = map[string][]int{}, map[string][]int{}
	for i := range p.Entries {
		e := &p.Entries[i]
		p.byCode[e.Code] = append(p.byCode[e.Code], i)
		if e.System != ECCN && len(e.Code) > 6 {
			p.longer[e.Code[:6]] = append(p.longer[e.Code[:6]], i)
		}
	}
}

// hs returns the entries in force that hold a code of HS 2022, the longest
// first; partial says that they are parts of a code that is not given so far.
func (p *ControlList) hs(code string, day enduse.Date) (found []*Entry, partial bool) {
	for n := len(code); n >= 2; n-- {
		found = append(found, p.pick(p.byCode[code[:n]], day, func(e *Entry) bool { return e.System != ECCN })...)
	}
	if len(found) > 0 || len(code) < 6 {
		return found, false
	}
	found = p.pick(p.longer[code[:6]], day, func(e *Entry) bool { return strings.HasPrefix(e.Code, code) })
	return found, true
}

// eccn returns the entries in force of a control number or of what holds it.
func (p *ControlList) eccn(n ControlNumber, day enduse.Date) (found []*Entry) {
	is := func(e *Entry) bool { return e.System == ECCN }
	if n.Paragraph != "" {
		found = p.pick(p.byCode[n.String()], day, is)
	}
	if len(found) == 0 {
		found = p.pick(p.byCode[n.Base()], day, is)
	}
	return found
}

func (p *ControlList) pick(at []int, day enduse.Date, want func(*Entry) bool) (out []*Entry) {
	for _, i := range at {
		if e := &p.Entries[i]; e.InForce(day) && want(e) {
			out = append(out, e)
		}
	}
	return out
}

// cite returns the citation of an entry, marked where it was not verified.
func (p *ControlList) cite(e *Entry) string {
	c := e.Citation
	if c == "" {
		c = p.Citation
	}
	if e.Verify || p.Verify {
		c += " (verify)"
	}
	return c
}

// reach says whether a list is about a shipment.
type reach int

const (
	elsewhere reach = iota // it goes where the list does not look
	unknown                // the list is about some countries, and none is known
	concerned
)

// reaches reports whether a list is about a shipment's countries.
func (p *ControlList) reaches(s *enduse.Shipment) reach {
	if len(p.Destinations) == 0 {
		return concerned
	}
	all, settled := countriesOf(s)
	for _, c := range all {
		if slices.Contains(p.Destinations, c) {
			return concerned
		}
	}
	if settled {
		return elsewhere
	}
	return unknown
}

// staysWithin reports whether goods go from the seller to nowhere but the countries of
// Within; what is not known may leave them.
func (p *ControlList) staysWithin(q *enduse.Query) bool {
	all, _ := countriesOf(&q.Shipment)
	all = append(all, cmp.Or(q.Shipment.Route.Origin, q.Profile.Establishment))
	return len(all) > 1 && !slices.ContainsFunc(all, func(c enduse.Country) bool { return !slices.Contains(p.Within, c) })
}

// concerns reports whether a list is about a shipment.
func (p *ControlList) concerns(s *enduse.Shipment) bool { return p.reaches(s) == concerned }

// indirect are the roles of parties that do not receive the goods and through whom
// they may be sold or supplied indirectly, which the acts that name destinations
// forbid too (UN Security Council resolution 2397, paragraph 7; Regulation (EU)
// 833/2014, Article 2a).
var indirect = []enduse.Role{enduse.RolePayer, enduse.RoleAgent, enduse.RoleOwner, enduse.RoleRelated}

// countriesOf lists where the goods go or may end: destination, end use, transit,
// and the countries of those who may get them. It is settled where one of these is
// known.
func countriesOf(s *enduse.Shipment) (out []enduse.Country, settled bool) {
	for _, c := range append([]enduse.Country{s.Route.Destination, s.Route.EndUse}, s.Route.Transit...) {
		if c != "" {
			out = append(out, c)
		}
	}
	for _, p := range s.Parties {
		if !p.Role.Receives() && !slices.Contains(indirect, p.Role) {
			continue
		}
		out = append(out, p.Countries...)
		for _, a := range p.Addresses {
			if a.Country != "" {
				out = append(out, a.Country)
			}
		}
	}
	return out, len(out) > 0
}

// Binding says whom a list binds: whoever is established there, is a national,
// or sells goods of US origin or content. An empty one binds everybody.
type Binding struct {
	Establishments []enduse.Country `yaml:"establishments"`
	Nationalities  []enduse.Country `yaml:"nationalities"`
	USOrigin       bool             `yaml:"us_origin"`
}

// applies says whether a list binds a seller, and why. What is not known binds.
func (b Binding) applies(p enduse.Profile) (bool, string) {
	if len(b.Establishments) == 0 && len(b.Nationalities) == 0 && !b.USOrigin {
		return true, "it concerns every seller"
	}
	if slices.Contains(b.Establishments, p.Establishment) {
		return true, fmt.Sprintf("the seller is established in %s", p.Establishment)
	}
	for _, n := range p.Nationalities {
		if slices.Contains(b.Nationalities, n) {
			return true, fmt.Sprintf("a person of nationality %s takes part", n)
		}
	}
	if b.USOrigin && p.USOrigin == "yes" {
		return true, "the goods are of US origin or content"
	}
	unknown := len(b.Establishments) > 0 && p.Establishment == "" ||
		len(b.Nationalities) > 0 && len(p.Nationalities) == 0 || b.USOrigin && p.USOrigin == ""
	if unknown {
		return true, "it is not known whether it binds this seller: the profile does not say"
	}
	return false, ""
}
