package redflag

import (
	"strings"

	"github.com/enduse/enduse"
)

// environment writes a query as expressions see it.
func environment(in Input) *Env {
	s := in.Query.Shipment
	e := &Env{ID: s.ID, Date: s.Date, AsOf: in.Query.AsOf, EndUse: s.EndUse, Answers: s.Answers, Functions: functions(in)}
	none := Party{Index: -1}
	e.Consignee, e.EndUser, e.Buyer, e.Party = none, none, none, none
	for i, p := range s.Parties {
		e.Parties = append(e.Parties, partyOf(i, withCustomer(p, in.Query.Customers)))
	}
	if i, ok := s.First(enduse.RoleConsignee); ok {
		e.Consignee = e.Parties[i]
	}
	if i, ok := s.First(enduse.RoleEndUser); ok {
		e.EndUser = e.Parties[i]
	}
	if i, ok := s.Buyer(); ok {
		e.Buyer = e.Parties[i]
	}
	for _, it := range s.Items {
		e.Items = append(e.Items, itemOf(it))
	}
	e.Route = Route{string(s.Route.Origin), codes(s.Route.Transit), string(s.Route.Destination), string(s.Route.EndUse)}
	for _, p := range s.Payments {
		e.Payments = append(e.Payments, Payment{p.Method, p.Payer, string(p.Country), p.Amount.Float64(), p.Currency, p.Date, unread("amount", p.Amount)})
	}
	for _, c := range s.Changes {
		e.Changes = append(e.Changes, Change{c.Field, c.From, c.To, c.Date})
	}
	e.History, e.HistoryFrom = purchases(in.Query.History), in.Query.HistoryFrom
	p := in.Query.Profile
	e.Profile = Profile{string(p.Establishment), codes(p.Nationalities), p.Currencies, p.USOrigin}
	return e
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

// purchases returns nil for nil, which means no history; an empty one means that this
// customer bought nothing.
func purchases(history []enduse.Purchase) []Purchase {
	if history == nil {
		return nil
	}
	all := make([]Purchase, len(history))
	for i, h := range history {
		all[i] = Purchase{
			h.Party, h.Date, codesOf(h.HS), h.MPN, h.Quantity.Float64(), h.Value.Float64(),
			append(unread("quantity", h.Quantity), unread("value", h.Value)...),
		}
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

func itemOf(it enduse.Item) Item {
	v := Item{
		Line: it.Line, Description: it.Description, HS: codesOf(it.HS), ECCN: it.ECCN, MPN: it.MPN,
		Manufacturer: it.Manufacturer, Quantity: it.Quantity.Float64(), Value: it.Value.Float64(),
		Currency: it.Currency, Origin: string(it.Origin), unread: append(unread("quantity", it.Quantity), unread("value", it.Value)...),
	}
	if v.Quantity > 0 && v.Value > 0 {
		v.UnitValue = v.Value / v.Quantity
	}
	return v
}

func codes(countries []enduse.Country) []string {
	all := make([]string, len(countries))
	for i, c := range countries {
		all[i] = string(c)
	}
	return all
}
