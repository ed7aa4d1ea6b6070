package synthetic

import (
	"fmt"
	"iter"
	"slices"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

// sample is a small source: fictitious people and companies, in two scripts and
// the forms of several lists.
func sample() []*enduse.Entity {
	var out []*enduse.Entity
	given := []string{"Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Zeta", "Eta", "Theta", "Kappa", "Lambda"}
	family := []string{"EXAMPLE", "SPECIMEN", "MUSTER", "PRIMEROV", "SAMPLE", "MODELLO", "ESEMPIO", "EJEMPLO", "PRIKLAD", "VZOREK"}
	trade := []string{"Trading", "Engineering", "Shipping", "Technology"}
	for i := range 400 {
		g, m, f := given[i%7], given[(i/7)%10], family[(i/3)%10]+string(rune('A'+i%26))+string(rune('A'+i/26))
		out = append(out, &enduse.Entity{
			ID: enduse.EntityID(fmt.Sprintf("one:%d", i)), Source: "one", List: "one", Schema: enduse.SchemaPerson,
			Names: []enduse.Name{
				{Text: f + ", " + g + " " + m, Kind: enduse.NamePrimary, Script: "Latn", Parts: &enduse.NameParts{Given: g + " " + m, Family: f}},
				{Text: g + " bin " + f, Kind: enduse.NameAlias, Script: "Latn"},
				{Text: "Иван Примеров", Kind: enduse.NameOriginal, Script: "Cyrl"},
			},
			Addresses:     []enduse.Address{{CountryText: "Examplia"}},
			BirthDates:    []enduse.Date{enduse.Day(1950+i%40, time.May, 1+i%28), {Year: 1960, Circa: true, Until: &enduse.Date{Year: 1962, Circa: true}}},
			Nationalities: []enduse.Country{[]enduse.Country{"US", "CA"}[i%2]},
			Identifiers:   []enduse.Identifier{checkdigit.Identifier(enduse.IDPassport, fmt.Sprintf("EX%07d", i), "US")},
		}, &enduse.Entity{
			ID: enduse.EntityID(fmt.Sprintf("two:%d", i)), Source: "two", List: "two", Schema: enduse.SchemaCompany,
			Names: []enduse.Name{
				{Text: f + " " + trade[i%4] + " Co., Ltd.", Kind: enduse.NamePrimary, Script: "Latn"},
				{Text: "示例科技有限公司", Kind: enduse.NameOriginal, Script: "Hani"},
			},
			Countries:    []enduse.Country{"CN"},
			Identifiers:  []enduse.Identifier{checkdigit.Identifier(enduse.IDIMO, "IMO 9074729", "")},
			Addresses:    []enduse.Address{{Street: fmt.Sprintf("%d Example Street", 100+i), City: "Exampleville", PostalCode: "12345", Country: "CN"}, {Text: "Room 1204, Sample Road"}},
			Phones:       []string{"+1 555 0100"},
			Designations: []enduse.Designation{{List: "two", Program: "EX", Measures: []enduse.Measure{enduse.MeasureAssetFreeze}, Basis: "an act", URL: "https://example.org"}},
		})
	}
	return out
}

// grown is what n entities grown from the sample are.
func grown(n int, seed uint64) []*enduse.Entity {
	return slices.Collect(Grow(slices.Values(sample()), n, seed))
}

// nothing is a source without entities.
func nothing() iter.Seq[*enduse.Entity] { return slices.Values([]*enduse.Entity(nil)) }
