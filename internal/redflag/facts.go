package redflag

import "github.com/enduse/enduse"

// Facts are what must be searched or looked up outside this package. A function that
// is nil is an absent input: the rules that need it are not evaluated. Those that return
// a list say what was found, in words for the evidence.
type Facts struct {
	// CHPL returns the tier of an HS code on the Common High Priority List ("1",
	// "3.A"), or "".
	CHPL func(hs string) string
	// Listed says which listed parties match the shipment's party of this number, by
	// name or address.
	Listed func(party int) []string
	// Found are the ids of the findings of the other checks; nil: not known. Those of
	// rules that were evaluated before are added.
	Found []string
	// CoLocated says which listed parties have the same address.
	CoLocated func(party int) []string
	// Management says which listed parties the persons of the party's management
	// are, or manage too.
	Management func(party int) []string
	// OwnerUnknown says which listed parties own a share that is not known.
	OwnerUnknown func(party int) []string
	// ListedName says which listed parties match a name of the order history.
	ListedName func(name string) []string
	// Bought returns what anybody bought of the goods of an item, from the whole
	// order history; SameGoods says which those are.
	Bought func(enduse.Item) []enduse.Purchase
	// MarketPrice returns the price of a unit that the user's reference gives, in
	// the item's currency, and 0 without one.
	MarketPrice func(enduse.Item) float64
	// Fits says whether the shipment's "route", "delivery" or "packaging" fits what
	// the user's reference gives: "yes", "no", or "" without one.
	Fits func(what string) string
}
