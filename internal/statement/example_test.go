package statement_test

import (
	"fmt"

	"github.com/enduse/enduse/internal/mention"
	"github.com/enduse/enduse/internal/statement"
)

func ExampleOntologies_Find() {
	all, err := statement.LoadOntologies()
	if err != nil {
		fmt.Println(err)
		return
	}
	text := "Washington has threatened to blacklist any bank that clears payments for the arms industry. Beijing denied that it sold drones to Russia."
	for _, s := range all.Find(text, "en", mention.NewFinder(nil).Find(text, "en")) {
		fmt.Println(s.Speaker.Resolved, s.Class, s.Modality, s.Events)
	}
	// Output:
	// United States threatened possible [sanction_threatened]
	// China denied negated [supply_denied]
}
