package entity

import (
	"reflect"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/enduse/enduse/internal/reading/text"
)

// TestNumberPlaces: looking for numbers only where they may stand finds what looking
// everywhere does.
func TestNumberPlaces(t *testing.T) {
	words := strings.Split("IMO|9187629|imo:|No.|№|INN|ИНН/КПП|0273008320|Tax ID No. 027300832012|паспорта|45 08 123456|护照号码E12345678|统一社会信用代码|91110108MA01C0K12X|LEI|7H6GLXDRUGQFU57RNE97|SWIFT/BIC|SABRRUMM|is|of|the|2024|HS|8542.31|ТН ВЭД|ECCN|3A001.a|customs tariff|number|T9yD14Nj9j7xAB4dbGeiX9h8unkKHxuWwb|0x098B716B8Aaf21512996dC57EB0615e2383E2f96|registration|1027700132195|(|)|,|.|\n|\n\n|Passport|AF133955|国民|身份证|110101199003071234|"+strings.Repeat("word ", 40), "|")
	var forms []*regexp.Regexp
	for _, f := range numberForms() {
		forms = append(forms, f.form)
	}
	forms = append(forms, tariffCode, controlCode)
	rapid.Check(t, func(t *rapid.T) {
		raw := strings.Join(rapid.SliceOfN(rapid.SampledFrom(words), 1, 30).Draw(t, "words"), rapid.SampledFrom([]string{" ", "", " - "}).Draw(t, "between"))
		near := numberPlaces(text.Cut(raw, ""))
		for _, form := range forms {
			var got [][]int
			for at := range matchesIn(form, raw, near) {
				got = append(got, at[2:]) // the label and the number, not what stands around
			}
			var want [][]int
			for _, at := range form.FindAllStringSubmatchIndex(raw, -1) {
				want = append(want, at[2:])
			}
			if !reflect.DeepEqual(got, want) && len(got)+len(want) > 0 {
				t.Fatalf("%q\n%v\nin %v: %v, everywhere %v", raw, form, near, got, want)
			}
		}
	})
}
