package document_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/enduse/enduse/internal/reading/document"
)

func ExampleRead() {
	page := "Ministry denies exports to Ruritania\n\nThe envoy, Ana Ortizasked for time. Ortiz will return in May.\n\nSource: Example Wire\n\nfollow us\n"
	all, err := document.Read(context.Background(), "page.txt", strings.NewReader(page), document.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	d := all[0]
	fmt.Println(d.Title)
	fmt.Println(d.Text)
	fmt.Println(d.Source, d.Boilerplate, len(d.Edits))
	// Output:
	// Ministry denies exports to Ruritania
	// The envoy, Ana Ortiz asked for time. Ortiz will return in May.
	// Example Wire [Source: Example Wire follow us] 1
}
