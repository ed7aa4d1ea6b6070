package list_test

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// One bad line costs one record.
func ExampleRows() {
	file := "36,\"AEROCARIBBEAN AIRLINES\"\n173,\"ANGLO\"CARIBBEAN\"\n306,\"BANCO NACIONAL DE CUBA\"\n"
	for rows := list.NewRows(strings.NewReader(file), "sdn.csv", 1); ; {
		row, err := rows.Next()
		var bad *enduse.RecordError
		switch {
		case errors.Is(err, io.EOF):
			return
		case errors.As(err, &bad):
			fmt.Println("error:", bad)
		default:
			fmt.Println(row.Line, row.Fields[1])
		}
	}
	// Output:
	// 1 AEROCARIBBEAN AIRLINES
	// error: sdn.csv:2: field 2: text behind a closing quote
	// 3 BANCO NACIONAL DE CUBA
}

func ExampleParseTreasuryDate() {
	d, ok := list.ParseTreasuryDate("circa 1951")
	fmt.Println(d, ok)
	// Output: 1951~ true
}

func ExampleWarning() {
	fmt.Println(&list.Warning{File: "sdn.csv", Text: "the end mark is missing"})
	// Output: sdn.csv: the end mark is missing
}
