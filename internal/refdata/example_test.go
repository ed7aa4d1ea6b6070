package refdata_test

import (
	"fmt"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/refdata"
)

func ExampleLoad() {
	tables, err := refdata.Load("") // what comes with the program
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(tables.IsCHPL("8542.31", enduse.Day(2024, 2, 23)))
	fmt.Println(tables.IsCHPL("8542.31", enduse.Day(2024, 2, 22)))
	// Output:
	// 1 true
	//  false
}
