package match_test

import (
	"fmt"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/policy"
)

func ExampleMatcher_Hits() {
	listed := &enduse.Entity{ID: "ofac-sdn:36", Schema: enduse.SchemaCompany, Names: []enduse.Name{{Text: "AERO-CARIBBEAN", Kind: enduse.NameAlias}}, Countries: []enduse.Country{"CU"}}
	m := match.Matcher{Index: index.Build([]*enduse.Entity{listed}), Weights: policy.Default().Weights}
	for _, h := range m.Hits(enduse.Party{Name: "Aero Caribean", Countries: []enduse.Country{"CU"}}, 0.7) {
		fmt.Printf("%s %.2f\n", h.Entity.ID, h.Score.Value)
		for _, e := range h.Evidence {
			fmt.Printf("%+.1f %s: %s\n", e.Contribution, e.Kind, e.Method)
		}
	}
	// Output:
	// ofac-sdn:36 1.00
	// +7.4 name: same words, other spelling
	// +0.6 country: a country in common
}
