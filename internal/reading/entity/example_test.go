package entity_test

import (
	"fmt"

	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

func ExampleTag() {
	r := entity.Tag(text.Cut("The Bureau of Industry and Security (BIS) asked Beijing about drones.", "en"))
	for _, m := range append(r.OrganisationMentions(), r.CountryMentions()...) {
		fmt.Printf("%s %q: %s\n", m.Kind, m.Surface, m.Resolved)
	}
	for _, m := range r.GoodsMentions(nil) {
		fmt.Printf("%s %q: %s\n", m.Kind, m.Surface, m.Leads[0].Category)
	}
	// Output:
	// organization "Bureau of Industry and Security": Bureau of Industry and Security
	// organization "BIS": Bureau of Industry and Security
	// country "Beijing": China
	// goods "drones": unmanned aerial vehicles
}
