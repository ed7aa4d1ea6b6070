package reading_test

import (
	"fmt"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/reading/entity"
)

func Example() {
	lists := index.SetOf(index.Build([]*enduse.Entity{{
		ID: "example:1", Source: "example", List: "example", Schema: enduse.SchemaCompany,
		Names: []enduse.Name{{Text: "EXAMPLE ZARVOTEK TRADING LLC", Kind: enduse.NamePrimary}},
	}}))
	finder := reading.NewFinder(entity.NewLists(lists, &match.Matcher{Index: lists, Weights: policy.Default().Weights}))

	text := "The US Secretary of Commerce, Ann Example, warned Beijing that Example Zarvotek Trading had sold drones to Moscow. She said so."
	for _, m := range finder.Find(text, "en") {
		fmt.Printf("%s %q: %s\n", m.Kind, m.Surface, m.Resolved)
	}
	// Output:
	// country "US": United States
	// person "Ann Example": Ann Example
	// country "Beijing": China
	// listed_party "Example Zarvotek Trading": EXAMPLE ZARVOTEK TRADING LLC
	// organization "Example Zarvotek Trading": Example Zarvotek Trading
	// goods "drones": unmanned aerial vehicles
	// country "Moscow": Russia
	// person "She": Ann Example
}
