package redflag

import (
	"maps"
	"slices"
	"strings"
)

// presence says how much of an input is there.
type presence int

const (
	absent presence = iota
	partial
	present
)

func have(is bool) presence {
	if is {
		return present
	}
	return absent
}

// input is something that a rule may need: whether it is there, and where a user
// gives it.
type input struct {
	have func(*Env, *Facts) presence
	hint string
}

// column is an input from a field of the user's file.
func column(have func(*Env) bool, hint string) input {
	return input{func(e *Env, _ *Facts) presence {
		if have(e) {
			return present
		}
		return absent
	}, hint}
}

// fact is an input that is searched or looked up.
func fact(have func(*Facts) bool, hint string) input {
	return input{func(_ *Env, f *Facts) presence {
		if have(f) {
			return present
		}
		return absent
	}, hint}
}

// reference is an input that the user's references give for a shipment.
func reference(what string) input {
	return fact(func(f *Facts) bool { return f.Fits != nil && f.Fits(what) != "" }, "give a reference of the usual "+what)
}

// inputs are what rules may need, by name.
var inputs = map[string]input{
	"date":              column(func(e *Env) bool { return !e.Date.IsZero() }, "give the date of the order"),
	"consignee":         column(func(e *Env) bool { return e.Consignee.Name != "" }, "name the consignee"),
	"end_user":          column(func(e *Env) bool { return e.EndUser.Name != "" }, "name the end user"),
	"buyer":             column(func(e *Env) bool { return e.Buyer.Name != "" }, "name the purchaser or the customer"),
	"items":             column(func(e *Env) bool { return len(e.Items) > 0 }, "give the goods"),
	"items.hs":          {itemsHS, "give the HS code of each line"},
	"route.origin":      column(func(e *Env) bool { return e.Route.Origin != "" }, "give the country of origin"),
	"route.transit":     column(func(e *Env) bool { return len(e.Route.Transit) > 0 }, "give the countries of transit"),
	"route.destination": column(func(e *Env) bool { return e.Route.Destination != "" }, "give the country of destination"),
	"payments":          column(func(e *Env) bool { return len(e.Payments) > 0 }, "give the payments"),
	"changes":           column(func(e *Env) bool { return len(e.Changes) > 0 }, "give the changes of the order"),
	"history":           column(func(e *Env) bool { return e.History != nil }, "give the order history"),
	"party.country":     column(func(e *Env) bool { return e.Party.Country != "" }, "give the party's country"),
	"party.address":     column(func(e *Env) bool { return e.Party.Address != "" }, "give the party's address"),
	"party.founded":     column(func(e *Env) bool { return !e.Party.Founded.IsZero() }, "give when the party was formed"),
	"party.business":    column(func(e *Env) bool { return e.Party.Business != "" }, "give the party's line of business"),
	"party.email":       column(func(e *Env) bool { return e.Party.Email != "" }, "give the party's e-mail address"),
	"party.phone":       column(func(e *Env) bool { return len(phoneCountries(e.Party.Phone)) > 0 }, "give the party's phone number with its country code"),
	"party.website":     column(func(e *Env) bool { return e.Party.Website != "" }, "give the party's web site"),
	"party.management":  column(func(e *Env) bool { return len(e.Party.Management) > 0 }, "give the names of the party's management"),
	"item.hs":           column(func(e *Env) bool { return e.Item.HS != "" }, "give the HS code"),
	"item.eccn":         column(func(e *Env) bool { return e.Item.ECCN != "" }, "give the ECCN"),
	"item.description":  column(func(e *Env) bool { return e.Item.Description != "" }, "describe the goods"),
	"item.quantity":     column(func(e *Env) bool { return e.Item.Quantity > 0 }, "give the quantity"),
	"item.value":        column(func(e *Env) bool { return e.Item.Value > 0 }, "give the value"),
	"payment.method":    column(func(e *Env) bool { return e.Payment.Method != "" }, "say how it is paid"),
	"payment.country":   column(func(e *Env) bool { return e.Payment.Country != "" }, "say from which country it is paid"),
	"payment.amount":    column(func(e *Env) bool { return e.Payment.Amount > 0 }, "give the amount"),
	"change.date":       column(func(e *Env) bool { return !e.Change.Date.IsZero() }, "give the date of the change"),
	"history.from":      column(func(e *Env) bool { return !e.HistoryFrom.IsZero() }, "give the order history, with dates"),
	"facts.bought":      fact(func(f *Facts) bool { return f.Bought != nil }, "give the order history"),
	"facts.chpl":        fact(func(f *Facts) bool { return f.CHPL != nil }, "load the list of goods"),
	"facts.listed":      fact(func(f *Facts) bool { return f.Listed != nil }, "import the lists of parties"),
	"facts.found":       fact(func(f *Facts) bool { return f.Found != nil }, "screen the whole shipment"),
	"facts.co_located":  fact(func(f *Facts) bool { return f.CoLocated != nil }, "import the lists of parties"),
	"facts.management":  fact(func(f *Facts) bool { return f.Management != nil }, "import the lists of parties"),
	"facts.owner":       fact(func(f *Facts) bool { return f.OwnerUnknown != nil }, "give an extract of an ownership register"),
	"facts.listed_name": fact(func(f *Facts) bool { return f.ListedName != nil }, "import the lists of parties"),
	"reference.price": {func(e *Env, f *Facts) presence {
		return have(f.MarketPrice != nil && e.Price(e.Item) > 0)
	}, "give a reference of market prices"},
	"reference.route":     reference("route"),
	"reference.delivery":  reference("delivery"),
	"reference.packaging": reference("packaging"),
}

// itemsHS is partial where some lines have a code and others do not.
func itemsHS(e *Env, _ *Facts) presence {
	n := 0
	for _, it := range e.Items {
		if it.HS != "" {
			n++
		}
	}
	switch {
	case n == 0:
		return absent
	case n < len(e.Items):
		return partial
	}
	return present
}

func inputNames() []string { return slices.Sorted(maps.Keys(inputs)) }

// neededBy reports whether a rule that ranges over each may need an input: only a rule
// about each item can need what belongs to one item.
func neededBy(name, each string) bool {
	kind, _, dotted := strings.Cut(name, ".")
	if name == "reference.price" {
		kind = "item"
	}
	return !dotted || !slices.Contains(eaches, kind) || kind == each
}
