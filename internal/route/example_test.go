package route_test

import (
	"fmt"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/route"
)

func ExampleUnderstands() {
	fmt.Println(route.Understands("Джебель-Али"), route.Understands("Nowhere"))
	// Output: true false
}

func ExampleCheck() {
	q := enduse.Query{Profile: enduse.Profile{Establishment: "US"}, AsOf: enduse.Day(2024, 6, 1)}
	q.Shipment.Route = enduse.Route{Origin: "US", Destination: "KG"}
	for _, f := range route.Check(&q, route.Regimes(q.Profile, q.AsOf)).Findings {
		fmt.Println(f.ID, f.Subject)
		fmt.Println(f.Why)
	}
	// Output:
	// route.hub destination: Kyrgyzstan
	// every seller: where the goods go is a fact, only a duty depends on the regime
}
