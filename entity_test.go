package enduse_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

func TestEntityCaption(t *testing.T) {
	tests := []struct {
		entity enduse.Entity
		want   string
	}{
		{enduse.Entity{Names: []enduse.Name{{Text: "B", Kind: enduse.NameAlias}, {Text: "A", Kind: enduse.NamePrimary}}}, "A"},
		{enduse.Entity{Names: []enduse.Name{{Text: "B", Kind: enduse.NameAlias}, {Text: "C", Kind: enduse.NameFormer}}}, "B"},
		{enduse.Entity{Addresses: []enduse.Address{{Street: "Main Street 1", City: "Havana", Country: "CU"}}}, "Main Street 1, Havana, CU"},
		{enduse.Entity{ID: "ofac-sdn:36"}, "ofac-sdn:36"},
	}
	for _, tt := range tests {
		if got := tt.entity.Caption(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestAddressString(t *testing.T) {
	tests := []struct {
		address enduse.Address
		want    string
	}{
		{enduse.Address{}, ""},
		{enduse.Address{Text: "as it came", City: "Havana"}, "as it came"},
		{enduse.Address{City: "Sevastopol", Country: "UA", CountryText: "Region: Crimea", Note: "x"}, "Sevastopol, Region: Crimea"},
	}
	for _, tt := range tests {
		if got := tt.address.String(); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
		if tt.address.IsZero() != (tt.want == "") {
			t.Errorf("%+v: IsZero is %v", tt.address, tt.address.IsZero())
		}
	}
}

func TestEntityCollects(t *testing.T) {
	e := enduse.Entity{List: "bis-el", Designations: []enduse.Designation{
		{List: "bis-el", Program: "EAR", Measures: []enduse.Measure{enduse.MeasureExportLicence}},
		{List: "ofac-sdn", Measures: []enduse.Measure{enduse.MeasureAssetFreeze, enduse.MeasureExportLicence}},
		{List: "bis-meu", Program: "EAR"},
	}}
	if got := e.Lists(); !slices.Equal(got, []enduse.ListID{"bis-el", "ofac-sdn", "bis-meu"}) {
		t.Errorf("lists %v", got)
	}
	if got := e.Programs(); !slices.Equal(got, []string{"EAR"}) {
		t.Errorf("programmes %v", got)
	}
	if got := e.Measures(); !slices.Equal(got, []enduse.Measure{enduse.MeasureExportLicence, enduse.MeasureAssetFreeze}) {
		t.Errorf("measures %v", got)
	}
}

func TestEntityValidateReportsAllAtOnce(t *testing.T) {
	bad := enduse.Entity{
		Schema: "robot", Names: []enduse.Name{{Kind: "nickname"}},
		Designations: []enduse.Designation{{Measures: []enduse.Measure{"frown"}}},
	}
	err := bad.Validate()
	if err == nil {
		t.Fatal("no error")
	}
	for _, want := range []string{"id is missing", "source is missing", "list is missing", "robot", "name 1 is empty", "nickname", "frown"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q is not in: %v", want, err)
		}
	}
	if enduse.CodeOf(err) != enduse.CodeInvalid {
		t.Errorf("code %s", enduse.CodeOf(err))
	}
}

func TestEntityValidateAcceptsEverySchemaAndAnAddressAlone(t *testing.T) {
	for _, schema := range enduse.Schemas {
		e := enduse.Entity{ID: "x:1", Source: "x", List: "x", Schema: schema, Addresses: []enduse.Address{{Text: "1 Road"}}}
		if err := e.Validate(); err != nil {
			t.Error(err)
		}
	}
	empty := enduse.Entity{ID: "x:1", Source: "x", List: "x", Schema: enduse.SchemaCompany}
	if empty.Validate() == nil {
		t.Error("an entity without a name, an address or an identifier passes")
	}
}

func TestQueryValidate(t *testing.T) {
	named := enduse.Party{Name: "A", Role: enduse.RoleConsignee, Schema: enduse.SchemaCompany}
	tests := []struct {
		name    string
		parties []enduse.Party
		wants   []string // in the message; none where there is no error
	}{
		{"named", []enduse.Party{named}, nil},
		{"address alone", []enduse.Party{{Addresses: []enduse.Address{{Text: "1 Road"}}}}, nil},
		{"number alone", []enduse.Party{{Identifiers: []enduse.Identifier{{Kind: enduse.IDLEI, Value: "x"}}}}, nil},
		{"nobody", nil, []string{"nobody to screen"}},
		{"two bad ones", []enduse.Party{{}, named, {Name: "B", Role: "king"}}, []string{"needs a name", "king"}},
	}
	for _, tt := range tests {
		q := enduse.Query{Shipment: enduse.Shipment{Parties: tt.parties}}
		err := q.Validate()
		if (err != nil) != (tt.wants != nil) {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		for _, want := range tt.wants {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %q is not in: %v", tt.name, want, err)
			}
		}
	}
}

func TestIdentifierStrong(t *testing.T) {
	tests := []struct {
		id   enduse.Identifier
		want bool
	}{
		{checkdigit.Identifier(enduse.IDIMO, "IMO 9187629", ""), true},
		{checkdigit.Identifier(enduse.IDIMO, "IMO 9187628", ""), false}, // its check digit is wrong
		{checkdigit.Identifier(enduse.IDPassport, "N123", "RU"), true},
		{checkdigit.Identifier(enduse.IDPassport, "N123", ""), false},
		{checkdigit.Identifier(enduse.IDKPP, "773601001", "RU"), false},
		{checkdigit.Identifier(enduse.IDOther, "1", "RU"), false},
		{enduse.Identifier{Kind: "new"}, false},
	}
	for _, tt := range tests {
		if got := tt.id.Strong(); got != tt.want {
			t.Errorf("%+v: %v", tt.id, got)
		}
	}
}
