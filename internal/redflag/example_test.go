package redflag_test

import (
	"fmt"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/redflag"
)

func ExampleEvaluate() {
	rules, err := redflag.Packs("us")
	if err != nil {
		panic(err)
	}
	got := redflag.Evaluate(rules, redflag.Input{
		Query: enduse.Query{
			AsOf:    enduse.Day(2024, 6, 1),
			Profile: enduse.Profile{Establishment: "US"},
			Shipment: enduse.Shipment{
				Parties: []enduse.Party{{Role: enduse.RoleConsignee, Name: "EXAMPLE Works", Email: "sales@gmail.com"}},
			},
		},
	})
	for _, f := range got.Findings {
		fmt.Printf("%s: %s (%s)\n%s\n", f.ID, f.Message, f.Subject, f.Why)
	}
	// Output:
	// rf.free_mail: the e-mail address is of a domain where anybody gets one (EXAMPLE Works)
	// us: the seller is established in the US: United States
}
