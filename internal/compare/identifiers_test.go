package compare

import (
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

// TestEqualNumbers: when an equal number is to be looked at whatever the name, and
// when it is nothing.
func TestEqualNumbers(t *testing.T) {
	w := IdentifierWeights{Strong: 24, Weak: 6, Conflict: 3, Another: 6}
	id := checkdigit.Identifier
	from := func(c ...enduse.Country) Home { return Home{Countries: c} }
	national := func(c ...enduse.Country) Home { return Home{Nationalities: c} }
	for _, c := range []struct {
		name          string
		asked, listed enduse.Identifier
		home          Home
		gain          float64
		strong, equal bool
	}{
		{"passport, no country", id(enduse.IDPassport, "XA700412", ""), id(enduse.IDPassport, "XA700412", "CO"), Home{}, 6, false, true},
		{"passport, nationality", id(enduse.IDPassport, "XA700412", ""), id(enduse.IDPassport, "XA700412", "CO"), national("CO"), 24, false, true},
		{"passport, country stated", id(enduse.IDPassport, "XA700412", "CO"), id(enduse.IDPassport, "XA700412", "CO"), Home{}, 24, true, true},
		{"passport, lives elsewhere", id(enduse.IDPassport, "XA700412", ""), id(enduse.IDPassport, "XA700412", "CO"), from("DE"), 6, false, true},
		{"passport, another nationality", id(enduse.IDPassport, "XA700412", ""), id(enduse.IDPassport, "XA700412", "CO"), national("DE"), 6, false, false},
		{"passport, another country stated", id(enduse.IDPassport, "XA700412", "DE"), id(enduse.IDPassport, "XA700412", "CO"), national("CO"), 0, false, false},
		{"passport listed without a country", id(enduse.IDPassport, "XA700412", "DE"), id(enduse.IDPassport, "XA700412", ""), Home{}, 6, false, true},
		{"zeros in front dropped", id(enduse.IDPassport, "2307419", ""), id(enduse.IDPassport, "002307419", "PY"), national("PY"), 6, false, true},
		{"national id", id(enduse.IDNational, "70041259", ""), id(enduse.IDNational, "70041259", "CO"), Home{}, 6, false, true},
		{"registration, own country", id(enduse.IDRegistration, "07004125", ""), id(enduse.IDRegistration, "07004125", "GB"), from("GB"), 6, false, true},
		{"registration, another country of the firm", id(enduse.IDRegistration, "07004125", ""), id(enduse.IDRegistration, "07004125", "GB"), from("DE"), 6, false, false},
		{"registration, other countries stated", id(enduse.IDRegistration, "07004125", "DE"), id(enduse.IDRegistration, "07004125", "GB"), Home{}, 0, false, false},
		{"short", id(enduse.IDRegistration, "70041", ""), id(enduse.IDRegistration, "70041", "GB"), Home{}, 0, false, false},
		{"made up", id(enduse.IDPassport, "123456", ""), id(enduse.IDPassport, "123456", "CO"), Home{}, 6, false, false},
		{"one digit", id(enduse.IDPassport, "1111111", ""), id(enduse.IDPassport, "1111111", "CO"), Home{}, 6, false, false},
		{"round", id(enduse.IDPassport, "1000000", ""), id(enduse.IDPassport, "1000000", "CO"), Home{}, 6, false, false},
		{"other kinds that documents confuse", id(enduse.IDTax, "70041259", ""), id(enduse.IDRegistration, "70041259", "CO"), Home{}, 6, false, false},
		{"an INN in a column of tax numbers", id(enduse.IDTax, "7717671799", ""), id(enduse.IDINN, "7717671799", "RU"), Home{}, 6, false, true},
		{"an INN in a column of tax numbers, another country", id(enduse.IDTax, "7717671799", ""), id(enduse.IDINN, "7717671799", "RU"), from("DE"), 6, false, false},
		{"kind not known, long", id(enduse.IDOther, "70041259", ""), id(enduse.IDPassport, "70041259", "CO"), Home{}, 6, false, true},
		{"kind not known, short", id(enduse.IDOther, "700412", ""), id(enduse.IDPassport, "700412", "CO"), Home{}, 6, false, false},
		{"another valid INN", id(enduse.IDINN, "7707083893", ""), id(enduse.IDINN, "7717671799", ""), Home{}, -6, false, false},
		{"an INN with a slip", id(enduse.IDINN, "7707083894", ""), id(enduse.IDINN, "7717671799", ""), Home{}, 0, false, false},
		{"a wrong IMO number on both", id(enduse.IDIMO, "9187620", ""), id(enduse.IDIMO, "9187620", ""), Home{}, 6, false, true},
	} {
		n := Identifiers([]enduse.Identifier{c.asked}, []enduse.Identifier{c.listed}, c.home, w)
		if n.Evidence.Contribution != c.gain || n.Strong != c.strong || n.Equal != c.equal {
			t.Errorf("%s: %+v", c.name, n)
		}
	}
}

// TestOneNumberSuffices: of several numbers of a kind one that agrees suffices, in
// any order, and still fixes the identity.
func TestOneNumberSuffices(t *testing.T) {
	w := IdentifierWeights{Strong: 24, Weak: 6, Conflict: 3, Another: 6}
	old, now := checkdigit.Identifier(enduse.IDINN, "7707083893", ""), checkdigit.Identifier(enduse.IDINN, "7717671799", "")
	for _, listed := range [][]enduse.Identifier{{old, now}, {now, old}} {
		if n := Identifiers([]enduse.Identifier{now}, listed, Home{}, w); !n.Strong || n.Evidence.Contribution != 24 {
			t.Errorf("%+v", n)
		}
		if n := Identifiers(listed, []enduse.Identifier{now}, Home{}, w); !n.Strong {
			t.Errorf("%+v", n)
		}
	}
}

// TestIdentifierKeys: a number that lost zeros in front is looked for with them.
func TestIdentifierKeys(t *testing.T) {
	for _, pair := range [][2]string{{"2307419", "002307419"}, {"002307419", "2307419"}, {"02696754", "2696754"}} {
		keys := IdentifierKeys(enduse.Identifier{Kind: enduse.IDRegistration, Value: pair[0]})
		found := false
		for _, k := range keys {
			found = found || k == NormalIdentifier(pair[1])
		}
		if !found {
			t.Errorf("%s is not looked for as %s: %v", pair[0], pair[1], keys)
		}
	}
	if keys := IdentifierKeys(enduse.Identifier{Kind: enduse.IDIMO, Value: "9187629"}); len(keys) != 1 {
		t.Errorf("an IMO number: %v", keys)
	}
}
