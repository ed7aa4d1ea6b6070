package redflag

import (
	"testing"

	"github.com/enduse/enduse"
)

// BenchmarkEvaluate evaluates all packs over a shipment of three parties and two
// items.
func BenchmarkEvaluate(b *testing.B) {
	rules := allRules(b)
	in := Input{
		Facts: Facts{
			CHPL:   func(hs string) string { return map[string]string{"854231": "1"}[hs] },
			Listed: func(int) []string { return nil }, CoLocated: func(int) []string { return nil },
		},
		Query: enduse.Query{
			AsOf:    enduse.Day(2026, 6, 1),
			Profile: enduse.Profile{Establishment: "US"},
			Shipment: enduse.Shipment{
				Parties: []enduse.Party{
					{Role: enduse.RoleConsignee, Name: "EXAMPLE Trading", Email: "a@gmail.com", Phone: "+971 4 000", Countries: []enduse.Country{"AE"}},
					{Role: enduse.RoleEndUser, Name: "EXAMPLE Works", Business: "Electronics", Countries: []enduse.Country{"AE"}},
					{Role: enduse.RoleForwarder, Name: "EXAMPLE Freight"},
				},
				Items: []enduse.Item{{Line: 1, HS: "854231", Quantity: enduse.NewAmount("10"), Value: enduse.NewAmount("100")}, {Line: 2, HS: "848210"}},
				Route: enduse.Route{Origin: "US", Destination: "AE"},
			},
		},
	}
	for b.Loop() {
		Evaluate(rules, in)
	}
}
