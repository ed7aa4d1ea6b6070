package index_test

import (
	"fmt"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/policy"
)

func Example() {
	x := index.Build([]*enduse.Entity{
		{ID: "own:1", Names: []enduse.Name{{Text: "Example Instruments"}}},
		{ID: "own:2", Names: []enduse.Name{{Text: "Sample Robotics"}}},
	})
	found := x.Candidates(index.Query{
		Names: []name.Name{name.Analyse("Exmaple Instrument")}, Floor: 3, Weight: 8, Weights: policy.Default().Weights.Alignment,
	})
	for _, i := range found {
		fmt.Println(x.Entity(int(i.Entity)).ID)
	}
	// Output: own:1
}
