package redflag

import (
	"strings"
	"testing"

	"github.com/enduse/enduse"
)

const referencesFile = `prices:
- {hs: "8542", currency: EUR, price: 10}
- {hs: "854231", currency: EUR, price: 20, unit: pcs}
- {mpn: EX-1, currency: EUR, price: 30}
routes:
- {hs: "8542", destination: KZ, origin: DE, transit: [PL, BY]}
- {destination: KZ, hs: "8542", transit: [TR]}
delivery:
- {destination: KZ, usual: [Almaty, Astana]}
packaging:
- {hs: "8542", usual: [tray, reel]}
`

func TestReferences(t *testing.T) {
	r, err := ReadReferences("own.yaml", strings.NewReader(referencesFile))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		item enduse.Item
		want float64
	}{
		{enduse.Item{HS: "8542.31", Currency: "EUR", Unit: "pcs"}, 20},
		{enduse.Item{HS: "8542.31", Currency: "eur", Unit: "kg"}, 10},
		{enduse.Item{HS: "854231", Currency: "USD", Unit: "pcs"}, 0},
		{enduse.Item{HS: "854239", Currency: "EUR"}, 10},
		{enduse.Item{HS: "854239", Currency: "EUR", MPN: "ex-1"}, 30},
		{enduse.Item{HS: "8481", Currency: "EUR"}, 0},
		{enduse.Item{Currency: "EUR"}, 0},
	} {
		if got := r.MarketPrice(c.item); got != c.want {
			t.Errorf("%+v: %v, want %v", c.item, got, c.want)
		}
	}
	chips := []enduse.Item{{HS: "854231"}}
	for _, c := range []struct {
		route enduse.Route
		items []enduse.Item
		want  string
	}{
		{enduse.Route{Origin: "DE", Destination: "KZ", Transit: []enduse.Country{"PL", "BY"}}, chips, "yes"},
		{enduse.Route{Origin: "DE", Destination: "KZ", Transit: []enduse.Country{"BY"}}, chips, "yes"},
		{enduse.Route{Origin: "DE", Destination: "KZ", Transit: []enduse.Country{"BY", "PL"}}, chips, "no"},
		{enduse.Route{Origin: "FR", Destination: "KZ", Transit: []enduse.Country{"PL"}}, chips, "no"},
		{enduse.Route{Origin: "FR", Destination: "KZ", Transit: []enduse.Country{"TR"}}, chips, "yes"},
		{enduse.Route{Origin: "DE", Destination: "KZ", Transit: []enduse.Country{"AE"}}, chips, "no"},
		{enduse.Route{Origin: "DE", Destination: "KZ"}, chips, ""},
		{enduse.Route{Origin: "DE", Destination: "UZ", Transit: []enduse.Country{"AE"}}, chips, ""},
		{enduse.Route{Origin: "DE", Destination: "KZ", Transit: []enduse.Country{"AE"}}, []enduse.Item{{HS: "1001"}}, ""},
	} {
		if got := r.FitsRoute(&enduse.Shipment{Route: c.route, Items: c.items}); got != c.want {
			t.Errorf("%+v: %q, want %q", c.route, got, c.want)
		}
	}
}

func TestReferenceTerms(t *testing.T) {
	r, err := ReadReferences("own.yaml", strings.NewReader(referencesFile))
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		what, destination, hs, stated, want string
	}{
		{"delivery", "KZ", "854231", "to the airport of almaty, by March", "yes"},
		{"delivery", "KZ", "854231", "a village, some day", "no"},
		{"delivery", "UZ", "854231", "a village, some day", ""},
		{"delivery", "KZ", "854231", "", ""},
		{"packaging", "UZ", "854231", "on reels", "yes"},
		{"packaging", "UZ", "854231", "loose, in sacks", "no"},
		{"packaging", "UZ", "100199", "loose, in sacks", ""},
		{"ship", "KZ", "854231", "loose", ""},
	} {
		s := &enduse.Shipment{Route: enduse.Route{Destination: enduse.Country(c.destination)}, Items: []enduse.Item{{HS: c.hs}}, Delivery: c.stated, Packaging: c.stated}
		if got := r.Fits(c.what, s); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}

// TestBadReferences: all that is wrong is told at once, with its line.
func TestBadReferences(t *testing.T) {
	_, err := ReadReferences("own.yaml", strings.NewReader(`prices:
- {hs: "85", currency: EUR, price: 1}
- {hs: "854", currency: Euro, price: 0}
- {hs: "85", mpn: X, currency: EUR, price: .inf}
routes:
- {destination: XX, transit: [PL, Q]}
`))
	for _, want := range []string{
		`line 3: prices: hs "854": write 2, 4 or 6 digits`, "line 3: prices: price must be above zero", `line 3: prices: currency "Euro"`,
		"line 4: prices: give hs or mpn", "line 4: prices: price must be above zero", `line 6: routes: destination "XX" is not a country code`, `line 6: routes: transit "Q" is not a country code`,
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v does not say %s", err, want)
		}
	}
	if err != nil && strings.Contains(err.Error(), "line 2") {
		t.Errorf("%v", err)
	}
	for name, text := range map[string]string{"empty": "", "no entries": "prices: []", "unknown field": "price: 1", "no list": "prices: 3", "no YAML": "{"} {
		if _, err := ReadReferences("own.yaml", strings.NewReader(text)); err == nil || enduse.HintOf(err) == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzReadReferences: whatever the bytes, references or an error, and no price that
// is none.
func FuzzReadReferences(f *testing.F) {
	f.Add(referencesFile)
	f.Add("prices: [{hs: '85', currency: EUR, price: .nan}]")
	f.Fuzz(func(t *testing.T, text string) {
		r, err := ReadReferences("own.yaml", strings.NewReader(text))
		if err != nil {
			return
		}
		for _, p := range r.Prices {
			if got := r.MarketPrice(enduse.Item{HS: p.HS, MPN: p.MPN, Currency: p.Currency, Unit: p.Unit}); !(got > 0) {
				t.Errorf("%+v costs %v", p, got)
			}
		}
	})
}
