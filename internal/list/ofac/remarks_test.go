package ofac

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/list"
)

func readRemarks(schema enduse.Schema, j joined) (enduse.Entity, *remarks) {
	e := list.NewEntity("ofac-sdn", "1")
	e.Schema = schema
	r := &remarks{entity: e, directives: map[string][]string{}, listed: map[string]enduse.Date{}}
	r.read(j)
	return e.Build(), r
}

func TestPiece(t *testing.T) {
	for _, c := range []struct {
		schema enduse.Schema
		text   string
		class  class
		want   enduse.Entity
	}{
		{enduse.SchemaPerson, "DOB 1971 to 1975", classTyped, enduse.Entity{BirthDates: []enduse.Date{{Year: 1971, Until: &enduse.Date{Year: 1975}}}}},
		{enduse.SchemaPerson, "alt. DOB Mar 1971", classTyped, enduse.Entity{BirthDates: []enduse.Date{{Year: 1971, Month: 3}}}},
		{enduse.SchemaPerson, "DOB unknown", classUnread, enduse.Entity{Unread: []enduse.Unread{{Field: "remarks", Text: "DOB unknown"}}}},
		{enduse.SchemaPerson, "POB Pyongyang, Korea, North", classTyped, enduse.Entity{BirthPlaces: []enduse.Place{{Text: "Pyongyang, Korea, North", City: "Pyongyang", Country: "KP"}}}},
		{enduse.SchemaPerson, "POB Shati", classTyped, enduse.Entity{BirthPlaces: []enduse.Place{{Text: "Shati"}}}},
		{enduse.SchemaPerson, "nationality Korea, North", classTyped, enduse.Entity{Nationalities: []enduse.Country{"KP"}}},
		{enduse.SchemaPerson, "alt. citizen Lebanon", classTyped, enduse.Entity{Nationalities: []enduse.Country{"LB"}}},
		{enduse.SchemaPerson, "citizen Atlantis", classUnread, enduse.Entity{Unread: []enduse.Unread{{Field: "remarks", Text: "citizen Atlantis"}}}},
		{enduse.SchemaPerson, "Gender Female", classTyped, enduse.Entity{Gender: enduse.GenderFemale}},
		{enduse.SchemaPerson, "Passport E590976 (Tunisia) issued 19 Jun 1987 expires 18 Jun 1992", classTyped, enduse.Entity{Identifiers: []enduse.Identifier{
			{Kind: enduse.IDPassport, Value: "E590976", Country: "TN", Label: "Passport", Note: "issued 19 Jun 1987 expires 18 Jun 1992"},
		}}},
		{enduse.SchemaCompany, "Registration Number HRA 738077 (Stuttgart) (Germany)", classTyped, enduse.Entity{Identifiers: []enduse.Identifier{
			{Kind: enduse.IDRegistration, Value: "HRA 738077", Country: "DE", Label: "Registration Number", Note: "Stuttgart"},
		}}},
		{enduse.SchemaCompany, "alt. Digital Currency Address - XBT 1Kuf2Rd8mDyAViwBozGTNYnvWL8uYFrkVo", classTyped, enduse.Entity{Identifiers: []enduse.Identifier{
			{Kind: enduse.IDWallet, Value: "1Kuf2Rd8mDyAViwBozGTNYnvWL8uYFrkVo", Label: "Digital Currency Address", Note: "XBT", Check: checkdigit.Of(enduse.IDWallet, "1Kuf2Rd8mDyAViwBozGTNYnvWL8uYFrkVo")},
		}}},
		{enduse.SchemaCompany, "International Maritime Organization No. (5777731)", classTyped, enduse.Entity{Identifiers: []enduse.Identifier{
			{Kind: enduse.IDOther, Value: "5777731", Label: "International Maritime Organization No."},
		}}},
		{enduse.SchemaCompany, "a.k.a. 'WOMEN'S KAHRIZAK'", classTyped, enduse.Entity{Names: []enduse.Name{{Text: "WOMEN'S KAHRIZAK", Kind: enduse.NameWeakAlias}}}},
		{enduse.SchemaCompany, "f.k.a. 'TARHUNA BRIGADE'", classTyped, enduse.Entity{Names: []enduse.Name{{Text: "TARHUNA BRIGADE", Kind: enduse.NameWeakAlias}}}},
		{enduse.SchemaCompany, "a.k.a. ''", classUnread, enduse.Entity{Unread: []enduse.Unread{{Field: "remarks", Text: "a.k.a. ''"}}}},
		{enduse.SchemaCompany, "Organization Established Date 19 Nov 1991", classTyped, enduse.Entity{Founded: []enduse.Date{enduse.Day(1991, 11, 19)}}},
		{enduse.SchemaCompany, "info@manartv.com", classTyped, enduse.Entity{Emails: []string{"info@manartv.com"}}},
		{enduse.SchemaVessel, "Vessel Year of Build 1999", classTyped, enduse.Entity{Vessel: &enduse.Vessel{Built: &enduse.Date{Year: 1999}}}},
		{enduse.SchemaCompany, "Secondary sanctions risk: North Korea Sanctions Regulations, sections 510.201 and 510.210", classStatement, enduse.Entity{}},
		{enduse.SchemaPerson, "Minister of Water Resources", classProse, enduse.Entity{Positions: []string{"Minister of Water Resources"}}},
		{enduse.SchemaCompany, "juice manufacturer", classProse, enduse.Entity{}},
		{enduse.SchemaPerson, "Shoe Size: 44", classUnread, enduse.Entity{Unread: []enduse.Unread{{Field: "remarks", Text: "Shoe Size: 44"}}}},
		{enduse.SchemaPerson, "Pension Card 4410022", classUnread, enduse.Entity{Unread: []enduse.Unread{{Field: "remarks", Text: "Pension Card 4410022"}}}},
	} {
		e := list.NewEntity("ofac-sdn", "1")
		e.Schema = c.schema
		r := &remarks{entity: e}
		c.want.ID, c.want.Source, c.want.List, c.want.Schema = e.ID, e.Source, e.List, c.schema
		if got := r.piece(c.text); got != c.class {
			t.Errorf("%s: class %d, want %d", c.text, got, c.class)
		}
		if diff := cmp.Diff(c.want, e.Build()); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", c.text, diff)
		}
	}
}

// TestJoin cuts a text at every place around the limit, as OFAC does, and
// expects the whole back.
func TestJoin(t *testing.T) {
	whole := strings.Repeat("Linked To: EXAMPLE PARTY; ", 60) + "a.k.a. 'LAST'."
	for pad := range 30 { // shifts the cut through the text
		text := strings.Repeat("x", pad) + whole
		for _, main := range []string{text[:cutAt], strings.TrimRight(text[:cutAt], " ")} {
			if got := join(main, text[cutAt:]); got.text != text || got.loose != "" {
				t.Errorf("cut at %q: not joined as it was", text[cutAt-10:cutAt+10])
			}
		}
	}
}

func TestHalfAnIdentifierIsNone(t *testing.T) {
	main := strings.Repeat("Linked To: EXAMPLE PARTY; ", 37) + "Tax ID No. 7744001497 (Russia); Passport 1234567"
	main = main[:cutAt] // inside the passport's number
	e, _ := readRemarks(enduse.SchemaPerson, join(main, ""))
	if n := len(e.Identifiers); n > 1 || len(e.Unread) != 1 {
		t.Errorf("identifiers %+v, unread %+v", e.Identifiers, e.Unread)
	}
	if e.Remarks != main {
		t.Error("the remarks are not kept whole")
	}
}

func TestARestWithoutItsBeginning(t *testing.T) {
	e, _ := readRemarks(enduse.SchemaCompany, join("Website www.example.com.", "7890 (Russia); a.k.a. 'LAST'."))
	want := enduse.Entity{
		ID: "ofac-sdn:1", Source: "ofac-sdn", List: "ofac-sdn", Schema: enduse.SchemaCompany, Websites: []string{"www.example.com"},
		Names:   []enduse.Name{{Text: "LAST", Kind: enduse.NameWeakAlias}},
		Remarks: "Website www.example.com. 7890 (Russia); a.k.a. 'LAST'.",
		Unread:  []enduse.Unread{{Field: "remarks", Text: "7890 (Russia)"}},
	}
	if diff := cmp.Diff(want, e); diff != "" {
		t.Error(diff)
	}
}

func TestPieces(t *testing.T) {
	got := pieces("DOB 1962; a.k.a. 'ONE; TWO'; (said to be: A; B); C (open")
	want := []string{"DOB 1962", "a.k.a. 'ONE; TWO'", "(said to be: A; B)", "C (open"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
