package goods_test

import (
	"slices"
	"testing"

	"github.com/enduse/enduse/internal/goods"
)

func TestConcordance(t *testing.T) {
	c := goods.NewConcordance(
		[]goods.Correlation{{HS2017: "854150", HS2022: "854151", Relation: goods.ManyToOne}, {HS2017: "854150", HS2022: "854159", Relation: goods.ManyToOne}},
		[]goods.Correlation{
			{HS2017: "848210", HS2022: "848210", Relation: goods.OneToOne},
			{HS2017: "854890", HS2022: "854800", Relation: goods.ManyToOne},
			{HS2017: "854890", HS2022: "854151", Relation: goods.ManyToMany},
			{HS2017: "854140", HS2022: "854149", Relation: goods.ManyToOne},
			{HS2017: "854140", HS2022: "854141", Relation: goods.ManyToOne},
			{HS2017: "842211", HS2022: "854151", Relation: goods.ManyToMany},
			{HS2017: "854150", HS2022: "854921", Relation: goods.OneToMany},
			{HS2017: "030111", HS2022: "030119", Relation: goods.OneToMany},
			{HS2017: "030112", HS2022: "030119", Relation: goods.OneToMany},
		})
	for _, tt := range []struct {
		from   string
		to     []string
		change goods.Change
	}{
		{"848210", []string{"848210"}, goods.Same},
		{"854890", []string{"854800"}, goods.Renamed},
		{"854140", []string{"854141", "854149"}, goods.Split},
		{"842211", nil, goods.Ambiguous},                      // dishwashers are no transducers
		{"854150", []string{"854151", "854159"}, goods.Split}, // the first table is the more trusted
		{"030112", []string{"030119"}, goods.Renamed},         // merged
		{"999999", nil, goods.Unknown},
	} {
		if to, change := c.Convert(tt.from); !slices.Equal(to, tt.to) || change != tt.change {
			t.Errorf("Convert(%s) = %v, %s; want %v, %s", tt.from, to, change, tt.to, tt.change)
		}
	}
	if to, change := (*goods.Concordance)(nil).Convert("848210"); to != nil || change != goods.Unknown {
		t.Errorf("an empty concordance answers %v, %s", to, change)
	}
}
