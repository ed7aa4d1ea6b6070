package redflag

import (
	"strings"

	"github.com/enduse/enduse"
)

// The views of a query that expressions see, each with the function that makes it. A
// field of a view is one line in its type and one in that function.

// Party is a party as expressions see it: with what the customer master says of
// it.
type Party struct {
	Index      int         `expr:"index"`
	Role       string      `expr:"role"`
	Name       string      `expr:"name"`
	Country    string      `expr:"country"` // of the first address, else the first country
	Address    string      `expr:"address"`
	Founded    enduse.Date `expr:"founded"`
	Business   string      `expr:"business"`
	Email      string      `expr:"email"`
	Phone      string      `expr:"phone"`
	Website    string      `expr:"website"`
	Management []string    `expr:"management"`
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

// Item is a line of goods. An amount that is not given is 0; so is one that could not
// be read, but no rule that looks at it is evaluated (see amounts.go).
type Item struct {
	Line         int     `expr:"line"`
	Description  string  `expr:"description"`
	HS           string  `expr:"hs"`
	ECCN         string  `expr:"eccn"`
	MPN          string  `expr:"mpn"`
	Manufacturer string  `expr:"manufacturer"`
	Quantity     float64 `expr:"quantity"`
	Value        float64 `expr:"value"`
	UnitValue    float64 `expr:"unit_value"` // value by quantity, 0 where either is absent
	Currency     string  `expr:"currency"`
	Origin       string  `expr:"origin"`

	unread []string // amounts that are given and could not be read
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

// Route is the way of the goods by codes of countries.
type Route struct {
	Origin      string   `expr:"origin"`
	Transit     []string `expr:"transit"`
	Destination string   `expr:"destination"`
	EndUse      string   `expr:"end_use"`
}

func routeOf(r enduse.Route) Route {
	return Route{Origin: string(r.Origin), Transit: codes(r.Transit), Destination: string(r.Destination), EndUse: string(r.EndUse)}
}

// Payment is how a part of the price is paid.
type Payment struct {
	Method   string      `expr:"method"`
	Payer    string      `expr:"payer"`
	Country  string      `expr:"country"`
	Amount   float64     `expr:"amount"`
	Currency string      `expr:"currency"`
	Date     enduse.Date `expr:"date"`

	unread []string // as of an item
}

func paymentOf(p enduse.Payment) Payment {
	return Payment{
		Method: p.Method, Payer: p.Payer, Country: string(p.Country), Amount: p.Amount.Float64(), Currency: p.Currency, Date: p.Date,
		unread: unread("amount", p.Amount),
	}
}

// Change is what was changed after the order.
type Change struct {
	Field string      `expr:"field"`
	From  string      `expr:"from"`
	To    string      `expr:"to"`
	Date  enduse.Date `expr:"date"`
}

// Purchase is a line of the order history.
type Purchase struct {
	Party    string      `expr:"party"`
	Date     enduse.Date `expr:"date"`
	HS       string      `expr:"hs"`
	MPN      string      `expr:"mpn"`
	Quantity float64     `expr:"quantity"`
	Value    float64     `expr:"value"`

	unread []string // as of an item
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
			Party: h.Party, Date: h.Date, HS: codesOf(h.HS), MPN: h.MPN, Quantity: h.Quantity.Float64(), Value: h.Value.Float64(),
			unread: append(unread("quantity", h.Quantity), unread("value", h.Value)...),
		}
	}
	return all
}

// Profile is the seller's.
type Profile struct {
	Establishment string   `expr:"establishment"`
	Nationalities []string `expr:"nationalities"`
	Currencies    []string `expr:"currencies"`
	USOrigin      string   `expr:"us_origin"`
}

func profileOf(p enduse.Profile) Profile {
	return Profile{Establishment: string(p.Establishment), Nationalities: codes(p.Nationalities), Currencies: p.Currencies, USOrigin: p.USOrigin}
}

func codes(countries []enduse.Country) []string {
	all := make([]string, len(countries))
	for i, c := range countries {
		all[i] = string(c)
	}
	return all
}
