package reading_test

import (
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/reading/entity"
)

// someLists are entities of fictitious people and firms.
func someLists() *entity.Lists {
	var all []*enduse.Entity
	add := func(id string, schema enduse.Schema, names ...string) *enduse.Entity {
		e := &enduse.Entity{ID: enduse.EntityID("example:" + id), Source: "example", List: "example", Schema: schema}
		for _, n := range names {
			e.Names = append(e.Names, enduse.Name{Text: n, Kind: enduse.NamePrimary})
		}
		all = append(all, e)
		return e
	}
	add("1", enduse.SchemaCompany, "EXAMPLE ZARVOTEK TRADING LLC", "ZARVOTEK")
	add("2", enduse.SchemaVessel, "PACIFIC", "PROGRESS", "BEIJING")
	add("3", enduse.SchemaPerson, "SMITH, John").Nationalities = []enduse.Country{"IR"}
	add("4", enduse.SchemaPerson, "QARVELLI, Xobbat Ummek")
	add("5", enduse.SchemaCompany, "GENERAL TRADING COMPANY")
	add("6", enduse.SchemaPerson, "Примеркин Зорбат")
	add("7", enduse.SchemaCompany, "示例精密电子有限公司")
	add("8", enduse.SchemaCompany, "QUELMAR AIR")
	add("9", enduse.SchemaVessel, "GOLDEN EAGLE")
	add("10", enduse.SchemaPerson, "QUELMAR, Sa'ud")
	x := index.SetOf(index.Build(all))
	return entity.NewLists(x, &match.Matcher{Index: x, Weights: policy.Default().Weights})
}

// TestListed holds which words are a listed party, which may be one and which are
// none.
func TestListed(t *testing.T) {
	finder := reading.NewFinder(someLists())
	for _, tt := range []struct {
		text, surface, entity string
		uncertain             bool
	}{
		{text: "Goods of Example Zarvotek Trading LLC were held.", surface: "Example Zarvotek Trading LLC", entity: "example:1"},
		{text: "Goods of EXAMPLE ZARVOTEK TRADING were held.", surface: "EXAMPLE ZARVOTEK TRADING", entity: "example:1"},
		{text: "Example Zarvotek Trading's goods were held.", surface: "Example Zarvotek Trading", entity: "example:1"},
		{text: "Goods of example\nzarvotek trading were held."},
		{text: "The firm Zarvotek was quiet.", surface: "Zarvotek", entity: "example:1"},
		{text: "Then Zarvotek was quiet.", surface: "Zarvotek", entity: "example:1", uncertain: true},
		{text: "Then zarvotek was quiet."},
		{text: "THE GOODS OF EXAMPLE ZARVOTEK TRADING WERE SOLD.", surface: "EXAMPLE ZARVOTEK TRADING", entity: "example:1"},
		{text: "It was sold to Quelmar Air in Dubai.", surface: "Quelmar Air", entity: "example:8"},
		{text: "It was sold to Quelmar-Air in Dubai.", surface: "Quelmar-Air", entity: "example:8"},
		{text: "A Golden Eagle was seen.", surface: "Golden Eagle", entity: "example:9", uncertain: true},
		{text: "THE GOODS WERE BOUGHT BY JOHN SMITH FOR AN AGENT.", surface: "JOHN SMITH", entity: "example:3", uncertain: true},
		{text: "It was Sa'ud Quelmar who came.", surface: "Sa'ud Quelmar", entity: "example:10"},
		{text: "The ship crossed the Pacific; Progress was made in Beijing."},
		{text: "John Smith said so in London.", surface: "John Smith", entity: "example:3", uncertain: true},
		{text: "John Smith, sanctioned in May, said so.", surface: "John Smith", entity: "example:3"},
		{text: "Xobbat Ummek Qarvelli left.", surface: "Xobbat Ummek Qarvelli", entity: "example:4"},
		{text: "President Xobbat Ummek Qarveli left.", surface: "Xobbat Ummek Qarveli", entity: "example:4", uncertain: true},
		{text: "A general trading company and a General Trading agent."},
		{text: "Обвинили Зорбата Примеркина.", surface: "Зорбата Примеркина", entity: "example:6"},
		{text: "制裁示例精密电子有限公司。", surface: "示例精密电子有限公司", entity: "example:7"},
	} {
		var got []entity.Mention
		for _, m := range finder.Find(tt.text, "") {
			if m.Kind == entity.ListedParty {
				got = append(got, m)
			}
		}
		switch {
		case tt.surface == "" && len(got) > 0:
			t.Errorf("%q: %q is listed as %q", tt.text, got[0].Surface, got[0].Resolved)
		case tt.surface == "":
		case len(got) != 1:
			t.Errorf("%q: %d listed parties", tt.text, len(got))
		default:
			m := got[0]
			if m.Surface != tt.surface || string(m.Parties[0].Entity) != tt.entity || m.Uncertain != tt.uncertain || len(m.Parties[0].Evidence) == 0 {
				t.Errorf("%q: %q is %s (uncertain %v: %s)", tt.text, m.Surface, m.Parties[0].Entity, m.Uncertain, m.Why)
			}
		}
	}
}

func FuzzListed(f *testing.F) {
	for _, s := range []string{
		"Example Zarvotek Trading LLC", "SMITH, John", "Qarvelli \xff Xobbat", "示例精密电子有限公司", "Примеркина Зорбата, born 1970", "vessel Progress",
	} {
		f.Add(s)
	}
	finder := reading.NewFinder(someLists())
	f.Fuzz(func(t *testing.T, text string) {
		for _, m := range finder.Find(text, "") {
			if text[m.Start:m.End] != m.Surface || m.Kind == entity.ListedParty && (len(m.Parties) == 0 || len(m.Parties[0].Evidence) == 0) {
				t.Fatalf("%+v", m)
			}
		}
	})
}
