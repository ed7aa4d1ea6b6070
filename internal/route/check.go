package route

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

type checker struct {
	enduse.Checked
	day   enduse.Date
	binds []Bind
}

// Check checks where the goods and the parties of a shipment are, as of the query's
// day: the route, all that each party says of its place, who pays from where, and
// ships. A shipment of a party alone is checked like any other. A code that is not a
// country, a place that is not known and a way in a circle are gaps, named by their
// field. The questions ask which regimes bind, where a finding depends on it.
func Check(q *enduse.Query, binds []Bind) enduse.Checked {
	c := &checker{day: q.AsOf, binds: binds}
	r := q.Shipment.Route
	stops := stopsOf(r)
	for _, s := range stops {
		if !s.code.Valid() {
			c.gap(s.field, fmt.Sprintf("%q is not the code of a country", s.code), "use a two-letter code of ISO 3166, such as CN")
			continue
		}
		if c.former(s.code, s.field) {
			continue
		}
		c.embargoed(string(s.code), s.role, s.field)
		if s.field != "route.origin" {
			c.hub(s)
		}
	}
	c.circle(r)
	c.places(r.Places)
	for i, p := range q.Shipment.Parties {
		c.party(i, &p)
		c.vessel(p)
	}
	c.payments(q.Shipment.Payments)
	c.texts(q.Shipment.Texts)
	return c.Checked
}

// stop is one country of a route.
type stop struct {
	field, role string
	code        enduse.Country
}

func stopsOf(r enduse.Route) (stops []stop) {
	add := func(field, role string, code enduse.Country) {
		if code != "" {
			stops = append(stops, stop{field, role, code})
		}
	}
	add("route.origin", "origin", r.Origin)
	for i, t := range r.Transit {
		add("route.transit["+strconv.Itoa(i)+"]", "transit", t)
	}
	add("route.destination", "destination", r.Destination)
	add("route.end_use", "end use", r.EndUse)
	return stops
}

func (c *checker) gap(field, why, hint string) {
	c.Gaps = append(c.Gaps, enduse.Gap{What: field, Why: why, Hint: hint})
}

// hub finds a watched place of transshipment: a fact for every seller, and one finding,
// whichever regimes name the place. The evidence says of each whether it binds.
func (c *checker) hub(s stop) {
	entries := On(Hub, string(s.code), c.day)
	if len(entries) == 0 {
		return
	}
	regimes, by, cites := map[string]any{}, map[Applies][]string{}, []string{}
	for _, e := range entries {
		if cite := e.Citation(); !slices.Contains(cites, cite) {
			cites = append(cites, cite)
		}
		applies := c.bind(e.Regime).Applies
		if name := strings.ToUpper(string(e.Regime)); !slices.Contains(by[applies], name) {
			by[applies] = append(by[applies], name)
		}
		regimes[string(e.Regime)] = string(applies)
	}
	clauses := []string{s.role + " is a watched place of transshipment to Russia and Belarus"}
	for _, a := range []struct {
		applies Applies
		says    string
	}{{Yes, "whose rules bind the seller"}, {No, "whose rules do not bind the seller"}, {Unknown, "and whether its rules bind the seller is not known"}} {
		if len(by[a.applies]) > 0 {
			clauses = append(clauses, "named by "+strings.Join(by[a.applies], ", ")+", "+a.says)
		}
	}
	c.find("route.hub", s.role+": "+country.Name(s.code), strings.Join(clauses, "; "), strings.Join(cites, "; "),
		"every seller: where the goods go is a fact, only a duty depends on the regime", map[string]any{"country": s.code, "field": s.field, "regimes": regimes})
	f := &c.Findings[len(c.Findings)-1]
	f.Severity, f.Hint = enduse.Lead, "ask for the end user and the end use, and confirm delivery"
}

// bind says whether a regime binds the seller.
func (c *checker) bind(r Regime) Bind {
	for _, b := range c.binds {
		if b.Regime == r {
			return b
		}
	}
	return Bind{Regime: r, Applies: Unknown, Why: "not known"}
}

// embargoed finds a country or a region under broad measures.
func (c *checker) embargoed(code, role, field string) {
	if role == "origin" {
		return // what comes from there is another rule than what goes there
	}
	for _, e := range On(Embargo, code, c.day) {
		name := code
		if len(code) == 2 {
			name = country.Name(enduse.Country(code))
		}
		c.regime(e, "route.embargoed", role+": "+name, role+" is under broad measures; most goods are forbidden or need a licence",
			map[string]any{"code": code, "field": field}, "look up what is forbidden for these goods, and the licences and exceptions of the act")
	}
}

// regime adds a finding of a row unless its regime does not bind. A country
// in several rows of one regime gives one finding.
func (c *checker) regime(e Entry, id, subject, message string, evidence map[string]any, hint string) {
	i := slices.IndexFunc(c.binds, func(b Bind) bool { return b.Regime == e.Regime })
	if i < 0 || c.binds[i].Applies == No {
		return
	}
	b := c.binds[i]
	if question := b.Question(); b.Applies == Unknown && !slices.Contains(c.Questions, question) {
		c.Questions = append(c.Questions, question)
	}
	why := string(b.Regime) + ": " + b.Why
	for j := range c.Findings {
		if f := &c.Findings[j]; f.ID == id && f.Subject == subject && f.Why == why {
			f.Citation += "; " + e.Citation()
			return
		}
	}
	c.find(id, subject, message, e.Citation(), why, evidence)
	c.Findings[len(c.Findings)-1].Hint = hint
}

func (c *checker) find(id, subject, message, citation, why string, evidence map[string]any) {
	c.Findings = append(c.Findings, enduse.Finding{
		ID: id, Severity: enduse.Review, Subject: subject, Message: message, Citation: citation, Why: why, Evidence: enduse.GroundsOf(evidence),
	})
}

// circle finds a way that comes back to where it was. A country given
// twice in a row is one stop.
func (c *checker) circle(r enduse.Route) {
	stops := stopsOf(enduse.Route{Origin: r.Origin, Transit: r.Transit, Destination: r.Destination})
	stops = slices.CompactFunc(stops, func(a, b stop) bool { return a.code == b.code })
	seen := map[enduse.Country]string{}
	for _, s := range stops {
		first, again := seen[s.code]
		if !again {
			seen[s.code] = s.field
			continue
		}
		c.gap(s.field, fmt.Sprintf("the way comes back to %s, where it was at %s", country.Name(s.code), first), "check the order of the legs, or state why the goods come back")
		c.find("route.odd", s.role+": "+country.Name(s.code), "the way of the goods comes back to a country where they were",
			"15 CFR Part 732 Supp. 3 (abnormal shipping route)", "every seller: the route contradicts the sale",
			map[string]any{"first": first, "again": s.field})
	}
}

// places checks the stops that are given in words: ports, cities, addresses. One
// that is not known is a gap.
func (c *checker) places(all []enduse.RoutePlace) {
	for _, p := range all {
		field := "route: " + p.Field
		at, ok := parsePlace(p.Text)
		if !ok {
			at, ok = addressed(p.Text)
		}
		if !ok {
			c.gap(field, fmt.Sprintf("%q is not known as a place", p.Text), "add its country, such as: Example Port, DE")
			continue
		}
		name := at.Name
		if n := nameOf(at.Code); n != name {
			name += ", " + n
		}
		evidence := map[string]any{"code": at.Code, "country": at.Country, "place": p.Text, "field": field}
		for _, e := range On(Embargo, at.Code, c.day) {
			c.regime(e, "route.embargoed", p.Field+": "+name, p.Field+" is in a place under broad measures; most goods are forbidden or need a licence",
				evidence, "look up what is forbidden for these goods, and the licences and exceptions of the act")
		}
		if !departs(p.Field) {
			c.hub(stop{field, p.Field, at.Country})
		}
	}
}

// addressed reads a place that is written as an address.
func addressed(text string) (at Location, ok bool) {
	for _, s := range readAddress(enduse.Address{Text: text}, nil) {
		if s.weight == stated && (!ok || s.final || len(s.at.Code) > 2) {
			at, ok = s.at, true
		}
	}
	return at, ok
}

// departs reports whether a field is about where goods or money come from: such a place is
// not a stop on the way of the goods.
func departs(field string) bool {
	f := " " + fold(field) + " "
	for _, w := range []string{" load", " origin", " receipt", " depart", " ship from ", " from ", " export", " verlade", " погруз", " отправ", " embar", " carga ", " charge", " pay", " paid", " zahl", " оплат", " pago", " paiement"} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
}

// payments finds money that comes from an embargoed country.
func (c *checker) payments(all []enduse.Payment) {
	for i, p := range all {
		field := "payments[" + strconv.Itoa(i) + "].country"
		for _, e := range On(Embargo, string(p.Country), c.day) {
			c.regime(e, "place.embargoed", "payment: "+country.Name(p.Country), "the payment comes from a country under broad measures; dealings and payments may be forbidden, whatever the goods",
				map[string]any{"code": p.Country, "field": field}, "look up which dealings and payments the act forbids")
		}
	}
}
