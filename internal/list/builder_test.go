package list_test

import (
	"slices"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

func TestEachFactOnce(t *testing.T) {
	d := list.NewEntity("xx-list", "1")
	d.Schema = enduse.SchemaPerson
	for range 2 {
		d.AddName(" Example\nPerson ", enduse.NamePrimary, nil)
		d.AddName("The Example", enduse.NameWeakAlias, nil)
		d.AddIdentifier(enduse.Identifier{Kind: enduse.IDPassport, Value: "'X 1", Country: "OM"})
		d.AddReference("UN", "XXi.001")
		d.AddNationality("nationality", "Oman")
		d.AddNationality("nationality", "Atlantis")
		d.AddAddress(enduse.Address{Street: "1 Example Street"}, "Yemen")
		d.AddBirth(enduse.Date{Year: 1971})
		d.AddBirthPlace("Sanaa", "", "Yemen")
		d.AddText(&d.Positions, "First post")
		d.SetGender("gender", "Male")
		d.AddRemark("A  remark.")
		d.AddNote("Last updated", "2020")
	}
	d.AddName("The Example", enduse.NameAlias, nil)
	d.AddBirthPlace("Minsk", "", "former USSR (now Belarus)")
	d.SetGender("gender", "F")
	e := d.Build()
	if err := e.Validate(); err != nil {
		t.Error(err)
	}
	if len(e.Names) != 2 || e.Names[0].Text != "Example Person" || e.Names[1].Kind != enduse.NameAlias {
		t.Errorf("names %+v", e.Names)
	}
	if len(e.Identifiers) != 2 || e.Identifiers[0].Value != "X 1" || len(e.Addresses) != 1 || e.Addresses[0].Country != "YE" {
		t.Errorf("identifiers %+v, addresses %+v", e.Identifiers, e.Addresses)
	}
	if len(e.BirthDates) != 1 || len(e.BirthPlaces) != 2 || e.BirthPlaces[1].Country != "BY" || e.BirthPlaces[0].Country != "YE" || len(e.Positions) != 1 {
		t.Errorf("got %+v", e)
	}
	if !slices.Equal(e.Nationalities, []enduse.Country{"OM"}) || !slices.Equal(e.Countries, []enduse.Country{"YE"}) {
		t.Errorf("nationalities %v, countries %v", e.Nationalities, e.Countries)
	}
	if e.Remarks != "A remark.\nLast updated: 2020" || e.Gender != enduse.GenderMale {
		t.Errorf("remarks %q, gender %q", e.Remarks, e.Gender)
	}
	want := []enduse.Unread{{Field: "nationality", Text: "Atlantis"}, {Field: "gender", Text: "F"}}
	if !slices.Equal(e.Unread, want) {
		t.Errorf("unread %v", e.Unread)
	}
}
