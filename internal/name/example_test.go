package name_test

import (
	"fmt"

	"github.com/enduse/enduse/internal/name"
)

func ExampleAnalyse() {
	for _, t := range name.Analyse("ООО Пример Trading Intl., S.A.").Tokens {
		fmt.Printf("%s %s %.2f\n", t.Text, t.Latin, t.Weight)
	}
	// Output:
	// llc llc 0.15
	// пример primer 1.00
	// trading trading 0.50
	// international international 0.50
	// sa sa 0.15
}
