package list_test

import (
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

func TestParseTreasuryDate(t *testing.T) {
	for text, want := range map[string]string{
		"10 Dec 1948":            "1948-12-10",
		"03 May 1938":            "1938-05-03",
		"Mar 1971":               "1971-03",
		"Nov. 1973":              "1973-11",
		"August 1961":            "1961-08",
		"1971":                   "1971",
		"1971-03-12":             "1971-03-12",
		"circa 1951":             "1951~",
		"circa 07 Jul 1966":      "1966-07-07~",
		"1971 to 1975":           "1971/1975",
		"circa 1971 to 1975":     "1971~/1975~",
		"1934-1936":              "1934/1936",
		"Sep 1975 to 5 Oct 1976": "1975-09/1976-10-05",
		"March 24, 2009":         "2009-03-24",
		"31 Feb 1990":            "",
		"1975 to 1971":           "",
		"01/02/2003":             "",
		"Sunday 1990":            "",
		"unknown":                "",
		"":                       "",
	} {
		d, ok := list.ParseTreasuryDate(text)
		if d.String() != want || ok != (want != "") {
			t.Errorf("%q: got %q, %v; want %q", text, d, ok, want)
		}
	}
}

func FuzzParseTreasuryDate(f *testing.F) {
	f.Add("circa 12 Mar 1971 to 1975")
	f.Fuzz(func(t *testing.T, s string) {
		if d, ok := list.ParseTreasuryDate(s); ok && d.Validate() != nil {
			t.Errorf("%q: %v", s, d.Validate())
		} else if !ok && !d.IsZero() {
			t.Errorf("%q: %v although it cannot be read", s, d)
		}
	})
}

func TestTreasuryIdentifier(t *testing.T) {
	for _, c := range []struct {
		label, value string
		of           enduse.Schema
		country      enduse.Country
		want         enduse.IdentifierKind
	}{
		{"Tax ID No.", "7744001497", enduse.SchemaCompany, "RU", enduse.IDINN},
		{"Tax ID No.", "100036386", enduse.SchemaCompany, "RS", enduse.IDTax},
		{"Tax ID No.", "77440014", enduse.SchemaCompany, "RU", enduse.IDTax},
		{"Registration Number", "1027700167110", enduse.SchemaCompany, "RU", enduse.IDOGRN},
		{"Registration Number", "26740", enduse.SchemaCompany, "IR", enduse.IDRegistration},
		{"Legal Entity Number", "253400WSS48YWMBUA688", enduse.SchemaCompany, "RU", enduse.IDLEI},
		{"Legal Entity Number", "12345", enduse.SchemaCompany, "RU", enduse.IDRegistration},
		{"Government Gazette Number", "00032520", enduse.SchemaCompany, "RU", enduse.IDOKPO},
		{"Government Gazette Number", "00032520", enduse.SchemaCompany, "BY", enduse.IDRegistration},
		{"Identification Number", "2.194.575", enduse.SchemaPerson, "PY", enduse.IDNational},
		{"Identification Number", "1002001", enduse.SchemaCompany, "KG", enduse.IDRegistration},
		{"Identification Number IMO", "5342883", enduse.SchemaCompany, "", enduse.IDOther},
		{"Identification Number IMO", "9218480", enduse.SchemaVessel, "", enduse.IDIMO},
		{"Passport", "1084010", enduse.SchemaPerson, "EG", enduse.IDPassport},
	} {
		id, ok := list.TreasuryIdentifier(c.label, c.value, c.of, c.country)
		if !ok || id.Kind != c.want || id.Label != c.label || id.Value != c.value || id.Country != c.country {
			t.Errorf("%s %s: got %+v, want kind %s with all as printed", c.label, c.value, id, c.want)
		}
	}
	if id, ok := list.TreasuryIdentifier("Shoe Size", "44", enduse.SchemaPerson, ""); ok {
		t.Errorf("an unknown label gave %+v", id)
	}
}

func TestTreasuryLabelsAreLongestFirst(t *testing.T) {
	labels := list.TreasuryLabels()
	for i := 1; i < len(labels); i++ {
		if len(labels[i]) > len(labels[i-1]) {
			t.Errorf("%q stands behind the shorter %q", labels[i], labels[i-1])
		}
	}
}
