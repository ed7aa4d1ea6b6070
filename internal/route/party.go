package route

import (
	"fmt"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

// party finds what a party says of embargoed countries and regions: one finding
// for each of them and each regime, however often it is said.
func (c *checker) party(i int, p *enduse.Party) {
	spots := c.placesOf(i, p)
	var codes []string
	for _, s := range spots {
		if !slices.Contains(codes, s.at.Code) {
			codes = append(codes, s.at.Code)
		}
	}
	for _, code := range codes {
		var of []spot
		for _, s := range spots {
			if s.at.Code == code {
				of = append(of, s)
			}
		}
		c.partyAt(p, code, of)
	}
	c.mission(p)
}

// placesOf returns all that a party says of where it is, weighed; the fields are
// those of the shipment.
func (c *checker) placesOf(i int, p *enduse.Party) (spots []spot) {
	where := fmt.Sprintf("parties[%d].", i)
	for _, code := range p.Countries {
		if c.former(code, where+"countries") {
			continue
		}
		spots = append(spots, spot{at: ofCountry(code), field: "countries", text: string(code), weight: stated})
	}
	for j, a := range p.Addresses {
		field := fmt.Sprintf("addresses[%d].", j)
		if a.Country != "" && !a.Country.Valid() {
			c.gap(where+field+"country", fmt.Sprintf("%q: not the code of a country", a.Country), "use a two-letter code of ISO 3166, such as CN")
			a.Country = ""
		}
		if a.Country != "" && !c.former(a.Country, where+field+"country") {
			spots = append(spots, spot{at: ofCountry(a.Country), field: field + "country", text: string(a.Country), weight: stated})
		}
		for _, s := range readAddress(a, p.Countries) {
			s.field = field + s.field
			spots = append(spots, s)
		}
	}
	spots = append(spots, hints(p)...)
	spots = append(spots, inName(p)...)
	for k := range spots {
		spots[k].field = where + spots[k].field
	}
	return slices.DeleteFunc(spots, func(s spot) bool { return s.weight == 0 })
}

// inName are the places that a party's name ends in: people write the address into
// the cell of a consignee, or after a name. What is an address by its beginning, by
// its column or by two places of one country at its end says where the party is;
// anything else only points there.
func inName(p *enduse.Party) []spot {
	said := p.Countries
	if len(said) == 0 && len(p.Addresses) > 0 && p.Addresses[0].Country != "" {
		said = []enduse.Country{p.Addresses[0].Country}
	}
	first, rest, ok := cutName(p.Name)
	if !ok {
		if p.Role != enduse.RoleConsignee {
			return nil
		}
		if at, known := wholePart(p.Name, false); known { // "ship to: Tehran"
			return []spot{{at: at, field: "name", text: p.Name, weight: stated, final: true}}
		}
		return nil
	}
	spots := readAddress(enduse.Address{Text: rest}, said)
	if isStreet(first) {
		return spots
	}
	if at, known := wholePart(first, false); known {
		if len(spots) > 0 {
			spots = append(spots, spot{at: at, field: "name", text: first, weight: spots[0].weight})
		}
		return spots
	}
	ends := map[enduse.Country]int{}
	for _, s := range spots {
		if s.weight == stated {
			ends[s.at.Country]++
		}
	}
	for i := range spots {
		if ends[spots[i].at.Country] < 2 {
			spots[i].weight = min(spots[i].weight, hint)
		}
	}
	return spots
}

// cutName cuts a name at its first comma or line break.
func cutName(name string) (first, behind string, ok bool) {
	i := strings.IndexAny(name, ",\n")
	if i < 0 || len(name) > maxAddress {
		return name, "", false
	}
	return strings.TrimSpace(name[:i]), name[i+1:], true
}

// isStreet reports whether a text is a street with a number, or a box or a house: the
// beginning of an address, not a name.
func isStreet(text string) bool {
	if !strings.ContainsAny(text, "0123456789") {
		return false
	}
	words := strings.Fields(fold(text))
	if len(words) > 0 && strings.ContainsAny(words[0][:1], "0123456789") && len(words) > 1 {
		return true
	}
	return slices.ContainsFunc(words, func(w string) bool { return lexica().before[w] || lexica().after[w] || houses[w] })
}

// houses are words of houses that open an address.
var houses = map[string]bool{
	"warehouse": true, "unit": true, "po": true, "box": true, "pobox": true, "no": true, "building": true, "bldg": true, "block": true, "plot": true, "floor": true, "suite": true,
	"apartment": true, "apt": true, "flat": true, "gate": true, "dock": true, "hangar": true, "склад": true, "дом": true, "lager": true, "halle": true, "depot": true, "terminal": true, "office": true,
}

// former leaves a gap for a state of the past if one of its successors is embargoed
// today: it does not say which of them is meant.
func (c *checker) former(code enduse.Country, field string) bool {
	for _, now := range code.Successors() {
		if len(On(Embargo, string(now), c.day)) > 0 {
			c.gap(field, country.Name(code)+" is not a country of today, and one of its successors is embargoed", "state the country of today")
			return true
		}
	}
	return false
}

// hinted returns the places that a text names which is not an address: they point to a
// place and prove nothing.
func hinted(text, field string) []spot {
	spots := readText(text, field, true)
	for i := range spots {
		spots[i].weight = hint
	}
	return spots
}

// texts finds places under broad measures in what the user's file says in words, such
// as terms of delivery and remarks.
func (c *checker) texts(all []enduse.Text) {
	seen := map[string]bool{}
	for _, t := range all {
		if len(t.Text) > maxPlaceText {
			continue // a letter, and no place
		}
		spots := hinted(t.Text, t.Field)
		for _, m := range signsIn(t.Text, false) {
			spots = append(spots, m.spot(t.Field))
		}
		for _, s := range spots {
			subject := t.Field + ": " + nameOf(s.at.Code)
			if seen[subject] {
				continue
			}
			seen[subject] = true
			for _, e := range On(Embargo, s.at.Code, c.day) {
				c.regime(e, "place.named", subject, t.Field+" names "+s.text+" ("+nameOf(s.at.Code)+"), which is under broad measures; it proves nothing by itself",
					map[string]any{"code": s.at.Code, "field": t.Field}, "ask whether the goods go there")
				c.severity("place.named", subject, enduse.Lead)
			}
		}
	}
}

// maxPlaceText bounds, in bytes, a text that is searched for places.
const maxPlaceText = 1 << 10

// partyAt adds the findings of a party at a place.
func (c *checker) partyAt(p *enduse.Party, code string, spots []spot) {
	best := slices.MaxFunc(spots, func(a, b spot) int { return int(a.weight) - int(b.weight) })
	evidence := map[string]any{"code": code, "field": best.field, "named_by": saidBy(spots)}
	subject := subjectOf(p) + ": " + nameOf(code)
	who := "the party"
	if p.Role != "" {
		who = "the " + strings.ReplaceAll(string(p.Role), "_", " ")
	}
	message, step := who+" is in a place under broad measures; most goods are forbidden or need a licence", "look up what is forbidden for these goods, and the licences and exceptions of the act"
	if !p.Role.Receives() {
		message, step = who+" is in a place under broad measures; dealings with it and payments may be forbidden, whatever the goods", "look up which dealings and payments the act forbids"
	}
	severity := enduse.Review
	switch best.weight {
	case contradicted:
		message = "the address names " + best.text + " (" + nameOf(code) + "), which is under broad measures, while another country is stated"
		step = "ask where " + who + " is"
	case hint:
		severity = enduse.Lead
		message = best.text + " points to " + nameOf(code) + ", which is under broad measures; it proves nothing by itself"
		step = "ask whether " + who + " is there"
	case stated:
	}
	for _, e := range On(Embargo, code, c.day) {
		c.regime(e, "place.embargoed", subject, message, evidence, step)
		c.severity("place.embargoed", subject, severity)
	}
}

// severity sets the severity of the findings of a subject.
func (c *checker) severity(id, subject string, s enduse.Outcome) {
	for i := range c.Findings {
		if f := &c.Findings[i]; f.ID == id && f.Subject == subject {
			f.Severity = s
		}
	}
}

func saidBy(spots []spot) (all []string) {
	for _, s := range spots {
		if say := s.field + ": " + s.text; !slices.Contains(all, say) {
			all = append(all, say)
		}
	}
	return all
}

func subjectOf(p *enduse.Party) string {
	what := p.Name
	if what == "" && len(p.Identifiers) > 0 {
		what = p.Identifiers[0].Value
	}
	if what == "" && len(p.Addresses) > 0 {
		what = p.Addresses[0].String()
	}
	return strings.TrimSpace(strings.ReplaceAll(string(p.Role), "_", " ") + " " + what)
}
