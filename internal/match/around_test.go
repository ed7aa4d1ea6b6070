package match

import (
	"testing"

	"github.com/enduse/enduse"
)

// TestAround: a rare listed word among words of trade, branches and places is found, in
// the letters of another script too; one that could be anybody's is not.
func TestAround(t *testing.T) {
	m := matcher(entity("a", "Zorvatinel"), entity("b", "Zhelezovod LLC"), entity("c", "Mahandrex Air"), entity("d", "Delta"), entity("e", "Anna"),
		entity("f", "Bolvane Global Solutions (Netherlands), B.V."), entity("g", "Beloruskali"), entity("h", "KVERGIZ TRANS AVIA"))
	for _, tt := range []struct {
		kind, asked string
		want        enduse.EntityID // "" for nobody
		lead        bool
	}{
		{"word of trade", "Zorvatinel Exchange", "a", false},
		{"words of trade", "Zorvatinel Crypto Exchange", "a", false},
		{"trading house", "Zorvatinel Trading House", "a", false},
		{"trading house in front", "ООО Торговый дом Зорватинел", "a", false},
		{"its abbreviation", "ТД «Железовод»", "b", false},
		{"group of companies", "Группа компаний Железовод", "b", false},
		{"managing company", "УК Железовод", "b", false},
		{"with a hyphen", "Железовод-Сервис", "b", false},
		{"representation", "Представительство Железовод", "b", false},
		{"place behind a comma", "Железовод, Россия", "b", false},
		{"another word for an airline", "Mahandrex Airlines", "c", false},
		{"words of trade on both sides", "Концерн Железовод Инвест", "b", false},
		{"in no system of letters", "Торговый дом Белорускалий", "g", false},
		{"parted otherwise", "Trading House Kvergiztransavia", "h", false},
		{"an unknown place behind", "Zorvatinel Nizhny Tagil", "a", true},
		{"a common word", "Delta Exchange", "", false},
		{"a given name", "Anna Exchange", "", false},
		{"daughters in two countries", "Bolvane Global Solutions (Spain), S.L.", "", false},
		{"a person of that name", "Zorvatinel Anna", "a", true},
	} {
		got := m.Search(m.Party(enduse.Party{Name: tt.asked}), 0.7)
		switch {
		case tt.want == "":
			if len(got.Hits)+len(got.Leads) > 0 {
				t.Errorf("%s: %q has %d hits and %d leads", tt.kind, tt.asked, len(got.Hits), len(got.Leads))
			}
		case tt.lead:
			if len(got.Hits) > 0 || len(got.Leads) != 1 || got.Leads[0].ID != tt.want {
				t.Errorf("%s: %q has hits %v and %d leads, want a lead to %s", tt.kind, tt.asked, ids(got.Hits), len(got.Leads), tt.want)
			}
		case len(got.Hits) != 1 || got.Hits[0].Entity.ID != tt.want:
			t.Errorf("%s: %q has hits %v and %d leads, want %s", tt.kind, tt.asked, ids(got.Hits), len(got.Leads), tt.want)
		}
	}
}

// TestInitialsOfPinyin: a Chinese surname with the initials of a given name of two
// syllables is a lead to those who may be meant, and to nobody else.
func TestInitialsOfPinyin(t *testing.T) {
	m := matcher(entity("a", "ZHANG, Weimin"), entity("b", "ZHANG, Haoran"), entity("c", "SMITH, Weimin"))
	for _, asked := range []string{"Zhang W. M.", "ZHANG W.M.", "W. M. Zhang"} {
		got := m.Search(m.Party(enduse.Party{Name: asked}), 0.7)
		if len(got.Hits) > 0 || len(got.Leads) != 1 || got.Leads[0].ID != "a" {
			t.Errorf("%q: hits %v, %d leads", asked, ids(got.Hits), len(got.Leads))
		}
	}
	for _, asked := range []string{"Zhang W. Q. M.", "Smith W. M.", "W. M."} {
		if got := m.Search(m.Party(enduse.Party{Name: asked}), 0.7); len(got.Leads) > 0 {
			t.Errorf("%q: %d leads", asked, len(got.Leads))
		}
	}
}

// TestCutForm: a name of which a legal form is left is a gap, and no other is.
func TestCutForm(t *testing.T) {
	m := matcher()
	for asked, want := range map[string]bool{
		"PUBLIC JOINT-STOCK C": true, "CLOSED JOINT STOCK COMP": true, "Открытое акционерное": true, "BY ORDER 12345 PUBLIC JOINT STOCK C": true,
		"Акционерное общество «Научно-произв": true, "LIMITED LIABILITY COMPANY TRAD": true, "LIMITED LIABILITY COMPANY PRIMERZAVOD": false,
		"LIMITED LIABILITY COMPANY EXAMPLEZA": true, // as long as a line of a payment
		"Example Ltd":                         false, "Zorvatinel Joint Stock Company": false, "Public Joint": true, "Zorvatinel (International) Corp": false, "Industrial Trading LLC": false,
	} {
		if got := len(m.Search(m.Party(enduse.Party{Name: asked}), 0.7).Gaps) > 0; got != want {
			t.Errorf("%q: a gap %v, want %v", asked, got, want)
		}
	}
}
