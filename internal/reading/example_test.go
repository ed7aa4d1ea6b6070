package reading_test

import (
	"context"
	"fmt"
	"strings"

	"github.com/enduse/enduse/internal/reading"
)

func ExampleReader_Read() {
	r := &reading.Reader{Finder: reading.NewFinder(nil)}
	page := strings.NewReader(`<html><head><title>Export of chips denied</title></head><body><h1>Export of chips denied</h1>
<p>The Ministry of Trade of Ruritania denied on Tuesday that it had shipped integrated circuits from Ankara to Moscow.</p></body></html>`)
	all, err := r.Read(context.Background(), "page.html", page)
	if err != nil {
		fmt.Println(err)
		return
	}
	x := all[0]
	fmt.Println(x.Title)
	for _, s := range x.Statements {
		fmt.Println(s.Speaker.Resolved, s.Class, s.Events)
	}
	for _, c := range x.Corridors {
		fmt.Println(c.From, "to", c.To)
	}
	// Output:
	// Export of chips denied
	// Ministry of Trade of Ruritania denied [supply_denied]
	// TR to RU
}
