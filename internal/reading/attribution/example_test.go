package attribution_test

import (
	"fmt"

	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/reading/attribution"
	"github.com/enduse/enduse/internal/reading/text"
)

func ExampleFind() {
	t := text.Cut("Washington has threatened to blacklist any bank that clears payments for the arms industry. Beijing denied that it sold drones to Russia.", "en")
	mentions := reading.NewFinder(nil).FindIn(t)
	for _, s := range attribution.Find(t, attribution.Sentences(t, mentions), mentions) {
		fmt.Println(s.Speaker.Resolved, s.Class, s.Modality, s.Events)
	}
	// Output:
	// United States threatened possible [sanction_threatened]
	// China denied negated [supply_denied]
}
