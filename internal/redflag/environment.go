package redflag

import (
	"strings"

	"github.com/enduse/enduse"
)

// environment writes a query as expressions see it.
func environment(in Input) *Env {
	s := in.Query.Shipment
	e := &Env{ID: s.ID, Date: s.Date, AsOf: in.AsOf, EndUse: s.EndUse, Answers: s.Answers, Functions: functions(in)}
	none := Party{Index: -1}
	e.Consignee, e.EndUser, e.Buyer, e.Party = none, none, none, none
	for i, p := range s.Parties {
		e.Parties = append(e.Parties, partyOf(i, withCustomer(p, in.Query.Customers)))
	}
	e.Consignee = e.of(none, enduse.RoleConsignee)
	e.EndUser = e.of(none, enduse.RoleEndUser)
	e.Buyer = e.of(none, enduse.RolePurchaser, enduse.RoleCustomer, enduse.RoleConsignee, enduse.RoleParty, "")
	for i, it := range s.Items {
		e.Items = append(e.Items, itemOf(i, it))
	}
	e.Route = Route{string(s.Route.Origin), codes(s.Route.Transit), string(s.Route.Destination), string(s.Route.EndUse)}
	for _, p := range s.Payments {
		e.Payments = append(e.Payments, Payment{p.Method, p.Payer, string(p.Country), number(p.Amount), p.Currency, p.Date})
	}
	for _, c := range s.Changes {
		e.Changes = append(e.Changes, Change{c.Field, c.From, c.To, c.Date})
	}
	e.History, e.HistoryFrom = purchases(in.Query.History), in.Facts.HistoryFrom
	p := in.Query.Profile
	e.Profile = Profile{string(p.Establishment), codes(p.Nationalities), p.Currencies, p.USOrigin}
	return e
}

// of returns the first party of the first role that there is.
func (e *Env) of(none Party, roles ...enduse.Role) Party {
	for _, role := range roles {
		for _, p := range e.Parties {
			if p.Role == string(role) {
				return p
			}
		}
	}
	return none
}

// withCustomer fills in what the customer master knows of a party.
func withCustomer(p enduse.Party, customers map[string]enduse.Party) enduse.Party {
	m, ok := customers[p.Name]
	if !ok {
		return p
	}
	fill := func(into *string, from string) {
		if *into == "" {
			*into = from
		}
	}
	fill(&p.Business, m.Business)
	fill(&p.Email, m.Email)
	fill(&p.Phone, m.Phone)
	fill(&p.Website, m.Website)
	fill(&p.Management, m.Management)
	if p.Founded.IsZero() {
		p.Founded = m.Founded
	}
	if len(p.Addresses) == 0 {
		p.Addresses = m.Addresses
	}
	if len(p.Countries) == 0 {
		p.Countries = m.Countries
	}
	return p
}

// purchases keeps nil, which is no history, apart from one of which nothing is this
// customer's.
func purchases(history []enduse.Purchase) []Purchase {
	if history == nil {
		return nil
	}
	all := make([]Purchase, len(history))
	for i, h := range history {
		all[i] = Purchase{h.Party, h.Date, codesOf(h.HS), h.MPN, number(h.Quantity), number(h.Value)}
	}
	return all
}

func partyOf(i int, p enduse.Party) Party {
	v := Party{
		Index: i, Role: string(p.Role), Name: p.Name, Founded: p.Founded, Business: p.Business,
		Email: p.Email, Phone: p.Phone, Website: p.Website,
	}
	for _, a := range p.Addresses {
		if v.Country == "" {
			v.Country = string(a.Country)
		}
		if v.Address == "" {
			v.Address = a.String()
		}
	}
	if v.Country == "" && len(p.Countries) > 0 {
		v.Country = string(p.Countries[0])
	}
	for name := range strings.SplitSeq(p.Management, ";") {
		if name = strings.TrimSpace(name); name != "" {
			v.Management = append(v.Management, name)
		}
	}
	return v
}

func itemOf(i int, it enduse.Item) Item {
	v := Item{
		Line: lineOf(i, it), Description: it.Description, HS: codesOf(it.HS), ECCN: it.ECCN, MPN: it.MPN,
		Manufacturer: it.Manufacturer, Quantity: number(it.Quantity), Value: number(it.Value),
		Currency: it.Currency, Origin: string(it.Origin),
	}
	if v.Quantity > 0 && v.Value > 0 {
		v.UnitValue = v.Value / v.Quantity
	}
	return v
}

// lineOf is the number of an item; one that has none is numbered by its place.
func lineOf(i int, it enduse.Item) int {
	if it.Line != 0 {
		return it.Line
	}
	return i + 1
}

func codes(countries []enduse.Country) []string {
	all := make([]string, len(countries))
	for i, c := range countries {
		all[i] = string(c)
	}
	return all
}
