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
		{Shipment{Parties: party, Items: []Item{{Line: 3, Quantity: NewAmount("-2")}}}, "item 3: the quantity -2"},
		{Shipment{Parties: party, Items: []Item{{Line: 1, Value: NewAmount("-0.01")}}}, "item 1: the value -0.01"},
		{Shipment{Parties: party, Items: []Item{{Line: 1, Quantity: NewAmount("-0")}}}, ""},
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

// TestRoles: whoever buys receives, and every role that may be the buyer's buys.
func TestRoles(t *testing.T) {
	var receive, buy []string
	for _, r := range append([]Role{""}, Roles...) {
		if r.Receives() {
			receive = append(receive, string(r))
		}
		if r.Buys() {
			buy = append(buy, string(r))
		}
		s := Shipment{Parties: []Party{{Role: RoleVessel}, {Role: r}}}
		if i, ok := s.Buyer(); ok && (i != 1 || !r.Buys()) {
			t.Errorf("%q is the buyer, and does not buy", r)
		}
	}
	if got := strings.Join(receive, " "); got != " party customer consignee intermediate_consignee end_user purchaser forwarder notify_party" {
		t.Errorf("these receive: %s", got)
	}
	if got := strings.Join(buy, " "); got != " party customer consignee end_user purchaser" {
		t.Errorf("these buy: %s", got)
	}
	s := Shipment{Parties: []Party{{Role: RoleConsignee}, {Role: RoleCustomer}, {Role: RoleEndUser}}}
	if i, ok := s.Buyer(); !ok || i != 1 {
		t.Errorf("the buyer is %d, %v; want the customer", i, ok)
	}
	s.Parties = s.Parties[2:]
	if i, ok := s.Buyer(); ok {
		t.Errorf("an end user alone is taken for the buyer: %d", i)
	}
}

// TestNormalise: items are numbered by their place, and the caller's do not change.
func TestNormalise(t *testing.T) {
	given := []Item{{}, {Line: 7}, {}}
	q := Query{Shipment: Shipment{Items: given}}
	q.Normalise()
	var got []int
	for _, it := range q.Shipment.Items {
		got = append(got, it.Line)
	}
	if len(got) != 3 || got[0] != 1 || got[1] != 7 || got[2] != 3 || given[0].Line != 0 {
		t.Errorf("numbered %v, the caller's %v", got, given)
	}
}
