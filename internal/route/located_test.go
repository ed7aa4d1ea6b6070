package route

import (
	"slices"
	"testing"

	"github.com/enduse/enduse"
)

func TestLocated(t *testing.T) {
	at := func(field, text string) enduse.RoutePlace { return enduse.RoutePlace{Field: field, Text: text} }
	given := enduse.Shipment{
		Route: enduse.Route{Transit: []enduse.Country{"PL"}, Places: []enduse.RoutePlace{at("port of loading", "Hamburg"), at("port of discharge", "Jebel Ali"), at("final destination", "Almaty"), at("payment country", "Tehran"), at("x", "Atlantis")}},
		Parties: []enduse.Party{
			{Role: enduse.RoleConsignee, Name: "A", Addresses: []enduse.Address{{Text: "5 Example Ave, Tehran"}}},
			{Role: enduse.RoleCustomer, Name: "B", Countries: []enduse.Country{"DE"}, Addresses: []enduse.Address{{Text: "Dubai"}}},
			{Name: "C", Addresses: []enduse.Address{{Text: "Nowhere 5"}}},
		},
	}
	got, notes := Located(given)
	if got.Route.Destination != "KZ" || !slices.Equal(got.Route.Transit, []enduse.Country{"PL", "AE"}) || len(notes) != 2 {
		t.Errorf("%+v, notes %q", got.Route, notes)
	}
	for i, want := range []string{"IR", "DE", ""} {
		if c := slices.Concat(got.Parties[i].Countries, []enduse.Country{""})[0]; string(c) != want {
			t.Errorf("party %d is in %q, want %q", i, c, want)
		}
	}
	if given.Route.Destination != "" || len(given.Route.Transit) != 1 || given.Parties[0].Countries != nil {
		t.Error("the shipment that was given has changed")
	}
}

func FuzzAddress(f *testing.F) {
	for _, s := range []string{"10 Valiasr Ave, Tehran, Iran", "伊朗德黑兰示例大街10号", "Rue de Téhéran 5 Paris", "+98 a@b.ir", "((((,,,", "주한 러시아 대사관", "Embassy of Iran"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p := enduse.Party{Name: text, Phone: text, Email: text, Website: text, Addresses: []enduse.Address{{Text: text, City: text, CountryText: text}}}
		r := checked(enduse.Query{Shipment: enduse.Shipment{Parties: []enduse.Party{p}, Route: enduse.Route{Places: []enduse.RoutePlace{{Field: text, Text: text}}}}, AsOf: enduse.Day(2026, 8, 1)})
		for _, found := range r.Findings {
			if found.Citation == "" || found.Subject == "" {
				t.Errorf("%q: %+v", text, found)
			}
		}
	})
}

func BenchmarkParty(b *testing.B) {
	p := enduse.Party{Role: enduse.RoleCustomer, Name: "Example Trading", Countries: []enduse.Country{"DE"}, Addresses: []enduse.Address{{Text: "Example Street 5, 20095 Hamburg, Germany"}}}
	q := enduse.Query{Shipment: enduse.Shipment{Parties: []enduse.Party{p}}, AsOf: enduse.Day(2026, 8, 1)}
	checked(q)
	b.ReportAllocs()
	for b.Loop() {
		checked(q)
	}
}
