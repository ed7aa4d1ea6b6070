package redflag

import "github.com/enduse/enduse"

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
	Buyer       Party             `expr:"buyer"`
	Items       []Item            `expr:"items"`
	Route       Route             `expr:"route"`
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

// Route is the way of the goods by codes of countries.
type Route struct {
	Origin      string   `expr:"origin"`
	Transit     []string `expr:"transit"`
	Destination string   `expr:"destination"`
	EndUse      string   `expr:"end_use"`
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

// Profile is the seller's.
type Profile struct {
	Establishment string   `expr:"establishment"`
	Nationalities []string `expr:"nationalities"`
	Currencies    []string `expr:"currencies"`
	USOrigin      string   `expr:"us_origin"`
}
