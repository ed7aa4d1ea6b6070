package enduse

import (
	"fmt"
	"slices"
	"strings"
)

// Item is one line of goods of a shipment.
type Item struct {
	Line         int     `json:"line"`
	Description  string  `json:"description,omitempty"`
	HS           string  `json:"hs,omitempty"`
	ECCN         string  `json:"eccn,omitempty"`
	MPN          string  `json:"mpn,omitempty"` // manufacturer's part number
	Manufacturer string  `json:"manufacturer,omitempty"`
	Quantity     Amount  `json:"quantity,omitzero"`
	Unit         string  `json:"unit,omitempty"`
	Value        Amount  `json:"value,omitzero"`
	Currency     string  `json:"currency,omitempty"`
	Origin       Country `json:"origin,omitempty"`
}

// Subject is what findings about the item have as theirs.
func (i *Item) Subject() string { return fmt.Sprintf("item %d", i.Line) }

// Route is the way of the goods as far as the user's file states it.
type Route struct {
	Origin      Country   `json:"origin,omitempty"`
	Transit     []Country `json:"transit,omitempty"`
	Destination Country   `json:"destination,omitempty"`
	// EndUse is the country where the goods are to be used, if it is stated.
	EndUse Country `json:"end_use,omitempty"`
	// Places are those on the way that are given in words, such as ports.
	Places []RoutePlace `json:"places,omitempty"`
}

// RoutePlace is a place on the way of the goods in the user's words: a port, a
// city, a UN/LOCODE.
type RoutePlace struct {
	Field string `json:"field"` // the column or key that named it, as the user writes it
	Text  string `json:"text"`
}

// IsZero reports whether nothing is known of the route.
func (r Route) IsZero() bool {
	return r.Origin == "" && r.Destination == "" && r.EndUse == "" && len(r.Transit) == 0 && len(r.Places) == 0
}

// Text is something that the user's file says in words and that may name a
// party: a remark, a title above the table, a column whose meaning is not known.
type Text struct {
	Field string `json:"field"` // the column, key or row that it is from, as the user names it
	Text  string `json:"text"`
}

// Shipment is what is asked about: parties, and perhaps goods and a route. A
// file of business partners holds shipments of one party each.
type Shipment struct {
	ID      string  `json:"id,omitempty"`
	Parties []Party `json:"parties"`
	Items   []Item  `json:"items,omitempty"`
	Route   Route   `json:"route,omitzero"`
	// EndUse is what the goods are for, in the user's words.
	EndUse string `json:"end_use,omitempty"`
	// Delivery is where, or when and where, the goods are delivered, and Packaging how
	// they are packed, in the user's words.
	Delivery  string `json:"delivery,omitempty"`
	Packaging string `json:"packaging,omitempty"`
	// Date is that of the order or the contract.
	Date     Date      `json:"date,omitzero"`
	Payments []Payment `json:"payments,omitempty"`
	Changes  []Change  `json:"changes,omitempty"`
	// Answers are those to questions of a questionnaire, by the question's id:
	// "yes", "no" or free text.
	Answers map[string]string `json:"answers,omitempty"`
	// Texts may name further parties: they are searched for listed names.
	Texts []Text `json:"texts,omitempty"`
	// Unknown are the roles whose party the user's file says is not known, such as a
	// consignee "to order".
	Unknown []Role `json:"unknown,omitempty"`
	// Unread is what the user's file holds and could not be read into the shipment,
	// perhaps parties. Each is a gap of the verdict.
	Unread []Gap `json:"unread,omitempty"`
}

// Buyer returns the place in Parties of the party that bought the goods: the
// purchaser, else the customer, the consignee, or a party without a stated role. It
// is false where none is given: an end user alone may have bought from somebody else.
func (s *Shipment) Buyer() (party int, ok bool) {
	for _, role := range []Role{RolePurchaser, RoleCustomer, RoleConsignee, RoleParty, ""} {
		if i, ok := s.First(role); ok {
			return i, true
		}
	}
	return 0, false
}

// First returns the place in Parties of the first party of a role.
func (s *Shipment) First(role Role) (party int, ok bool) {
	i := slices.IndexFunc(s.Parties, func(p Party) bool { return p.Role == role })
	return i, i >= 0
}

// Payment is how a part of the price is paid.
type Payment struct {
	Method   string  `json:"method,omitempty"`  // such as "letter of credit" or "cash"
	Payer    string  `json:"payer,omitempty"`   // empty: the purchaser
	Country  Country `json:"country,omitempty"` // where it comes from
	Amount   Amount  `json:"amount,omitzero"`
	Currency string  `json:"currency,omitempty"`
	Date     Date    `json:"date,omitzero"`
}

// Change is something about an order that was changed after it was placed.
type Change struct {
	Field string `json:"field"` // payer, route, destination, end_user, consignee
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"`
	Date  Date   `json:"date,omitzero"`
}

// Profile says what of the seller decides which regimes bind. The zero value is
// not known: every regime is shown, and asked about.
type Profile struct {
	// Establishment is where the seller is established.
	Establishment Country `json:"establishment,omitempty" yaml:"establishment"`
	// Nationalities are those of the persons who take part.
	Nationalities []Country `json:"nationalities,omitempty" yaml:"nationalities"`
	Currencies    []string  `json:"currencies,omitempty" yaml:"currencies"` // of invoices and payments
	// USOrigin says whether the goods are of US origin or hold US content above
	// the de minimis level, or are made with US technology: "yes", "no", or empty
	// where it is not known.
	USOrigin string `json:"us_origin,omitempty" yaml:"us_origin"`
	// Role is what the seller does in its deals: it decides which questions are put.
	// Empty: not known, and every question is.
	Role SellerRole `json:"role,omitempty" yaml:"role"`
}

// SellerRole is what the user does in its deals.
type SellerRole string

// The roles of a seller.
const (
	SellerExporter    SellerRole = "exporter" // makes or exports the goods
	SellerDistributor SellerRole = "distributor"
	SellerForwarder   SellerRole = "forwarder" // moves the goods of others
	SellerBank        SellerRole = "bank"      // finances or pays
	SellerBroker      SellerRole = "broker"    // arranges deals of others
)

// SellerRoles lists every role of a seller.
var SellerRoles = []SellerRole{SellerExporter, SellerDistributor, SellerForwarder, SellerBank, SellerBroker}

// Purchase is a line of the user's order history.
type Purchase struct {
	Party    string `json:"party"`
	Date     Date   `json:"date"`
	HS       string `json:"hs,omitempty"`
	MPN      string `json:"mpn,omitempty"`
	Quantity Amount `json:"quantity,omitzero"`
	Value    Amount `json:"value,omitzero"`
	Currency string `json:"currency,omitempty"`
}

// Query is one question: this shipment, as of this day. The zero AsOf is today.
type Query struct {
	Shipment Shipment `json:"shipment"`
	AsOf     Date     `json:"as_of,omitzero"`
	Profile  Profile  `json:"profile,omitzero"`
	// History is what was sold before, and Customers what is known of parties,
	// by their names as the user writes them; nil where the user gave none.
	History   []Purchase       `json:"history,omitempty"`
	Customers map[string]Party `json:"customers,omitempty"`
	// HistoryFrom is the first day of the user's whole order history.
	HistoryFrom Date `json:"history_from,omitzero"`
}

// Normalise numbers the items that have no number of their own, by their place in
// the shipment: the first is 1. Findings name items by these numbers, so a query is
// normalised once, before it is validated. The caller's items do not change.
func (q *Query) Normalise() {
	q.Shipment.Items = slices.Clone(q.Shipment.Items)
	for i := range q.Shipment.Items {
		if it := &q.Shipment.Items[i]; it.Line == 0 {
			it.Line = i + 1
		}
	}
}

// Validate reports a query that holds neither a party nor a text to search, every
// party that cannot be screened, and what contradicts itself in the goods and the
// route.
func (q *Query) Validate() error {
	var f faults
	f.when(len(q.Shipment.Parties) == 0 && len(q.Shipment.Texts) == 0, "nobody to screen")
	for i := range q.Shipment.Parties {
		f.add(q.Shipment.Parties[i].Validate())
	}
	f.add(q.Shipment.validItems())
	f.add(q.Shipment.Route.Validate())
	return f.err("query")
}

// validItems reports amounts below zero, and items in several currencies: their
// values cannot be set against each other.
func (s *Shipment) validItems() error {
	var f faults
	currency := ""
	for i := range s.Items {
		it := &s.Items[i]
		f.when(it.Quantity.Negative(), "item %d: the quantity %s is below zero", it.Line, it.Quantity)
		f.when(it.Value.Negative(), "item %d: the value %s is below zero", it.Line, it.Value)
		f.when(currency != "" && it.Currency != "" && it.Currency != currency, "item %d: its value is in %s, that of others in %s: state one currency an order", it.Line, it.Currency, currency)
		if currency == "" {
			currency = it.Currency
		}
	}
	return f.err("items")
}

// Validate reports a route that passes a country twice.
func (r *Route) Validate() error {
	var f faults
	way := slices.Concat([]Country{r.Origin}, r.Transit, []Country{r.Destination})
	seen := map[Country]bool{}
	for i, c := range way {
		again := c != "" && seen[c] && way[i-1] != c
		f.when(again && (i < len(way)-1 || len(r.Transit) > 0), "the route comes back to %s: %s", c, strings.Join(countryTexts(way), " - "))
		seen[c] = true
	}
	return f.err("route")
}

func countryTexts(all []Country) (out []string) {
	for _, c := range all {
		if c != "" {
			out = append(out, string(c))
		}
	}
	return out
}
