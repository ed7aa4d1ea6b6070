package compare_test

import (
	"fmt"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

func ExampleNamer() {
	a, b := name.Analyse("Vladimir Putin"), name.Analyse("ПУТИН, Владимир Владимирович")
	namer := compare.Namer{Weights: compare.NameWeights{Initial: 0.5, Omission: 0.7, Contradiction: 4, Single: 0.75, Known: 0.65, Descent: 0.4, Patronymic: 0.4}}
	r := namer.Explain(&a, &b)
	fmt.Printf("%.2f %s\n", r.Similarity, r.Method)
	// Output: 0.94 other script, words left over
}
