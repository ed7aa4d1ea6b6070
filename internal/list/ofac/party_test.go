package ofac_test

import (
	"fmt"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list/ofac"
)

// A party from labelled values, as the XML formats have them.
func ExampleParty() {
	p, err := ofac.NewParty("ofac-cons", "17018")
	if err != nil {
		fmt.Println(err)
		return
	}
	p.SetType("Entity")
	p.AddName(enduse.Name{Text: "PUBLIC JOINT STOCK COMPANY SBERBANK OF RUSSIA", Kind: enduse.NamePrimary})
	p.AddProgram("UKRAINE-EO13662")
	p.AddFact(ofac.Fact{Label: "Executive Order 13662 Directive Determination -", Value: "Subject to Directive 1"})
	p.AddFact(ofac.Fact{Label: "Tax ID No.", Value: "7707083893", Country: "Russia"})
	e := p.Finish()
	fmt.Println(e.List, e.Measures(), e.Designations[0].Basis)
	fmt.Println(e.Identifiers[0].Kind, e.Identifiers[0].Value, e.Identifiers[0].Check)
	// Output:
	// ofac-ssi [debt_equity] E.O. 13662 Directive 1
	// inn 7707083893 valid
}

func TestNumbersOfParties(t *testing.T) {
	for _, number := range []string{"", "0", "-1", "x", "1.5", "99999999999999999999"} {
		if _, err := ofac.NewParty("ofac-sdn", number); err == nil {
			t.Errorf("%q was taken for a party's number", number)
		}
	}
	p, err := ofac.NewParty("ofac-sdn", " 36 ")
	if err != nil || p.ID != "ofac-sdn:36" || p.PartyID("37") != "ofac-sdn:37" || p.PartyID("x") != "" {
		t.Errorf("%v, %v", p, err)
	}
}

// TestFacts holds what labels become, in the spellings of the XML formats.
func TestFacts(t *testing.T) {
	for _, c := range []struct {
		fact   ofac.Fact
		got    func(enduse.Entity) string
		want   string
		unread int
	}{
		{ofac.Fact{Label: "Passport", Value: "A1", Country: "Iran", Issued: "19 Jun 1987"}, id, "passport A1 IR issued 19 Jun 1987", 0},
		{ofac.Fact{Label: "Government Gazette Number", Value: "33556474 (Russia)"}, id, "okpo 33556474 RU ", 0},
		{ofac.Fact{Label: "Vessel Registration Identification", Value: "IMO 1234567"}, id, "imo 1234567  ", 0},
		{ofac.Fact{Label: "Aircraft Manufacturer’s Serial Number (MSN)", Value: "1023"}, id, "hull 1023  ", 0},
		{ofac.Fact{Label: "Digital Currency Address - XBT", Value: "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa"}, id, "crypto_wallet 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa  XBT", 0},
		{ofac.Fact{Label: "Citizenship Country", Value: "Turkey"}, func(e enduse.Entity) string { return fmt.Sprint(e.Nationalities) }, "[TR]", 0},
		{ofac.Fact{Label: "Place of Birth", Value: "Umm Tuba"}, func(e enduse.Entity) string { return e.BirthPlaces[0].Text }, "Umm Tuba", 0},
		{ofac.Fact{Label: "Birthdate", Value: "circa 1951"}, func(e enduse.Entity) string { return e.BirthDates[0].String() }, "1951~", 0},
		{ofac.Fact{Label: "Secondary sanctions risk:", Value: "See Section 11."}, remarks, "Secondary sanctions risk: See Section 11.", 0},
		{ofac.Fact{Label: "Shoe Size", Value: "44"}, remarks, "", 1},
		{ofac.Fact{Label: "Passport"}, remarks, "", 1},
	} {
		p, err := ofac.NewParty("ofac-sdn", "1")
		if err != nil {
			t.Fatal(err)
		}
		p.SetType("Vessel")
		p.AddFact(c.fact)
		e := p.Finish()
		if got := c.got(e); got != c.want || len(e.Unread) != c.unread {
			t.Errorf("%+v: got %q, want %q; unread %v", c.fact, got, c.want, e.Unread)
		}
	}
}

func id(e enduse.Entity) string {
	if len(e.Identifiers) != 1 {
		return fmt.Sprint(e.Identifiers)
	}
	i := e.Identifiers[0]
	return fmt.Sprintf("%s %s %s %s", i.Kind, i.Value, i.Country, i.Note)
}

func remarks(e enduse.Entity) string { return e.Remarks }
