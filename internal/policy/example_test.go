package policy_test

import (
	"fmt"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/policy"
)

func ExampleDefault() {
	p := policy.Default()
	fmt.Println(p.Threshold, p.Measures[enduse.MeasureAssetFreeze].Likely, p.Measures[enduse.MeasureAssetFreeze].Fixed)
	// Output: 0.7 review prohibited
}
