package corridor_test

import (
	"fmt"

	"github.com/enduse/enduse/internal/reading/attribution"
	"github.com/enduse/enduse/internal/reading/corridor"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
)

func ExampleFind() {
	t := text.Cut("It shipped integrated circuits from Ankara to Moscow.", "en")
	for _, c := range corridor.Find(attribution.Sentences(t, entity.Tag(t).CountryMentions())) {
		fmt.Println(c.From, "to", c.To, t.Raw[c.Start:c.End])
	}
	// Output: TR to RU Ankara to Moscow
}
