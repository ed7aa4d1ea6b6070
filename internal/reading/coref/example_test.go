package coref_test

import (
	"fmt"

	"github.com/enduse/enduse/internal/reading/coref"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

func ExamplePeople() {
	t := text.Cut("The US Secretary of Commerce, Ann Example, warned Beijing. Example said that she would travel.", "en")
	for _, m := range coref.People(entity.Tag(t)) {
		fmt.Printf("%q is %s, %s\n", m.Surface, m.Resolved, m.Office)
	}
	// Output:
	// "Ann Example" is Ann Example, US Secretary of Commerce
	// "Example" is Ann Example, US Secretary of Commerce
	// "she" is Ann Example, US Secretary of Commerce
}
