package redflag

import (
	"slices"

	"github.com/enduse/enduse"
)

// Env is what the expressions of rules see: views of the query, with plain strings and
// numbers, because expressions compare no named types. The tag expr has the name of a
// field in expressions; docs/redflags.md lists them.
type Env struct {
	ID      string      `expr:"id"`
	Date    enduse.Date `expr:"date"`  // of the order or contract
	AsOf    enduse.Date `expr:"as_of"` // the day of the question
	EndUse  string      `expr:"end_use"`
	Parties []Party     `expr:"parties"`
	// The first party of a role; its name is "" if the shipment names nobody.
	Consignee Party `expr:"consignee"`
	EndUser   Party `expr:"end_user"`
	// Buyer is the purchaser, else the customer, the consignee, the party.
	Buyer Party  `expr:"buyer"`
	Items []Item `expr:"items"`
	Route Route  `expr:"route"`
	// Receivers are the countries where the goods go or may end: destination, end use,
	// and those of the parties that receive them.
	Receivers   []string          `expr:"receivers"`
	Payments    []Payment         `expr:"payments"`
	Changes     []Change          `expr:"changes"`
	History     []Purchase        `expr:"history"`
	HistoryFrom enduse.Date       `expr:"history_from"` // the first day of the whole history
	Profile     Profile           `expr:"profile"`
	Answers     map[string]string `expr:"answers"`
	Params      map[string]any    `expr:"params"`

	// The one that is asked about, by Each.
	Party   Party   `expr:"party"`
	Item    Item    `expr:"item"`
	Payment Payment `expr:"payment"`
	Change  Change  `expr:"change"`

	Functions

	// Step is called at each element that an expression looks at; it fails beyond
	// the bounds, and once the screening was interrupted.
	Step func() bool `expr:"$step"`
}

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
	for _, p := range s.Payments {
		e.Payments = append(e.Payments, paymentOf(p))
	}
	for _, c := range s.Changes {
		e.Changes = append(e.Changes, Change(c))
	}
	e.History, e.HistoryFrom = purchases(in.Query.History), in.Query.HistoryFrom
	e.Receivers = receivers(e, s)
	e.Route, e.Profile = routeOf(s.Route), profileOf(in.Query.Profile)
	return e
}

// receivers lists each country once.
func receivers(e *Env, s enduse.Shipment) []string {
	all := []string{string(s.Route.Destination), string(s.Route.EndUse)}
	for i, p := range s.Parties {
		if p.Role.Receives() {
			all = append(all, e.Parties[i].Country)
		}
	}
	slices.Sort(all)
	return slices.DeleteFunc(slices.Compact(all), func(c string) bool { return c == "" })
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
