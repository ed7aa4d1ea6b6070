package enduse

import (
	"strings"
	"testing"
)

// TestShipmentContradicts: what cannot be is an error that says where.
func TestShipmentContradicts(t *testing.T) {
	party := []Party{{Name: "EXAMPLE"}}
	for _, c := range []struct {
		s    Shipment
		want string // in the error; none if empty
	}{
		{Shipment{Parties: party, Items: []Item{{Line: 3, Quantity: "-2"}}}, "item 3: the quantity -2"},
		{Shipment{Parties: party, Items: []Item{{Line: 1, Value: "-0.01"}}}, "item 1: the value -0.01"},
		{Shipment{Parties: party, Items: []Item{{Line: 1, Quantity: "-0"}}}, ""},
		{Shipment{Parties: party, Items: []Item{{Line: 1, Currency: "EUR"}, {Line: 2, Currency: "USD"}}}, "item 2: its value is in USD"},
		{Shipment{Parties: party, Items: []Item{{Line: 1, Currency: "EUR"}, {Line: 2}, {Line: 3, Currency: "EUR"}}}, ""},
		{Shipment{Parties: party, Route: Route{Origin: "DE", Transit: []Country{"TR", "AE", "TR"}, Destination: "KZ"}}, "comes back to TR"},
		{Shipment{Parties: party, Route: Route{Origin: "DE", Transit: []Country{"TR"}, Destination: "DE"}}, "comes back to DE: DE - TR - DE"},
		{Shipment{Parties: party, Route: Route{Origin: "DE", Destination: "DE"}}, ""},
		{Shipment{Parties: party, Route: Route{Destination: "DE"}}, ""},
		{Shipment{}, "nobody to screen"},
		{Shipment{Texts: []Text{{Field: "remarks", Text: "EXAMPLE"}}}, ""},
	} {
		q := Query{Shipment: c.s}
		err := q.Validate()
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%+v: %v, want %q", c.s, err, c.want)
		}
	}
}

// TestRouteIsZero: a place in words is something known of a route.
func TestRouteIsZero(t *testing.T) {
	if !(Route{}).IsZero() || (Route{Places: []RoutePlace{{Field: "port of discharge", Text: "EXAMPLE"}}}).IsZero() {
		t.Error("IsZero")
	}
}
