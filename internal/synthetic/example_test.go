package synthetic_test

import (
	"fmt"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/synthetic"
)

// Three companies grow from two. What is drawn differs with the seed; the form
// stays.
func ExampleGrow() {
	source := []*enduse.Entity{
		{ID: "one:1", Source: "one", List: "one", Schema: enduse.SchemaCompany, Names: []enduse.Name{{Text: "EXAMPLE TRADING LLC", Kind: enduse.NamePrimary}}},
		{ID: "one:2", Source: "one", List: "one", Schema: enduse.SchemaCompany, Names: []enduse.Name{{Text: "Muster Shipping GmbH", Kind: enduse.NamePrimary}}},
	}
	for e := range synthetic.Grow(slices.Values(source), 3, 1) {
		fmt.Println(e.ID, e.Caption())
	}
	// Output:
	// synthetic:s00000001 Musmple Trading GmbH
	// synthetic:s00000002 EXAMPLE TRADING LLC
	// synthetic:s00000003 Musple Trading GmbH
}
