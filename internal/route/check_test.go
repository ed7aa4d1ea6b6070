package route

import (
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
)

var american = enduse.Profile{Establishment: "US", Nationalities: []enduse.Country{"US"}}

// checked checks a query for the seller that it names.
func checked(q enduse.Query) enduse.Checked { return Check(&q, Regimes(q.Profile, q.AsOf)) }

func TestCheck(t *testing.T) {
	chinese := enduse.Profile{Establishment: "CN", Nationalities: []enduse.Country{"CN"}, Currencies: []string{"CNY"}, USOrigin: "no"}
	at := func(role enduse.Role, a enduse.Address) []enduse.Party {
		return []enduse.Party{{Role: role, Name: "EXAMPLE", Addresses: []enduse.Address{a}}}
	}
	for _, c := range []struct {
		name    string
		route   enduse.Route
		parties []enduse.Party
		profile enduse.Profile
		day     string
		want    string // ids, then faults after a bar
	}{
		{"clean", enduse.Route{Origin: "US", Destination: "FR"}, nil, american, "2024-06-01", ""},
		{"nothing known", enduse.Route{}, nil, american, "2024-06-01", ""},
		{"hub", enduse.Route{Origin: "US", Destination: "AE"}, nil, american, "2024-06-01", "route.hub"},
		{"hub, first day", enduse.Route{Destination: "AE"}, nil, american, "2022-06-28", "route.hub"},
		{"hub, day before", enduse.Route{Destination: "AE"}, nil, american, "2022-06-27", ""},
		{"goods from a hub", enduse.Route{Origin: "AE", Destination: "FR"}, nil, american, "2024-06-01", ""},
		{"hub in transit", enduse.Route{Origin: "US", Transit: []enduse.Country{"TR"}, Destination: "FR"}, nil, american, "2024-06-01", "route.hub"},
		{"hub, US does not bind", enduse.Route{Destination: "AE"}, nil, chinese, "2024-06-01", "route.hub"},
		{"hub of two regimes, one finding", enduse.Route{Destination: "KG"}, nil, american, "2026-06-01", "route.hub"},
		{"embargo", enduse.Route{Origin: "US", Destination: "RU"}, nil, american, "2024-06-01", "route.embargoed"},
		{"embargo, day before", enduse.Route{Origin: "US", Destination: "RU"}, nil, american, "2022-02-23", ""},
		{"embargo at the end use", enduse.Route{Destination: "FR", EndUse: "IR"}, nil, american, "2024-06-01", "route.embargoed"},
		{"embargo in transit", enduse.Route{Transit: []enduse.Country{"BY"}, Destination: "FR"}, nil, american, "2024-06-01", "route.embargoed"},
		{"the UN binds everybody", enduse.Route{Destination: "KP"}, nil, chinese, "2024-06-01", "route.embargoed"},
		{"Cuba binds no Chinese seller", enduse.Route{Destination: "CU"}, nil, chinese, "2024-06-01", ""},
		{"comes back", enduse.Route{Origin: "US", Transit: []enduse.Country{"FR"}, Destination: "US"}, nil, american, "2024-06-01", "route.odd | route.destination"},
		{"circle in transit", enduse.Route{Origin: "US", Transit: []enduse.Country{"FR", "DE", "FR"}, Destination: "ES"}, nil, american, "2024-06-01", "route.odd | route.transit[2]"},
		{"two stops in one country", enduse.Route{Origin: "US", Transit: []enduse.Country{"FR", "FR"}, Destination: "ES"}, nil, american, "2024-06-01", ""},
		{"unknown country", enduse.Route{Origin: "US", Destination: "QQ"}, nil, american, "2024-06-01", " | route.destination"},
		{"consignee in Crimea", enduse.Route{}, at(enduse.RoleConsignee, enduse.Address{City: "Simferopol", Country: "UA"}), american, "2024-06-01", "place.embargoed"},
		{"consignee in Kyiv", enduse.Route{}, at(enduse.RoleConsignee, enduse.Address{City: "Kyiv", Country: "UA"}), american, "2024-06-01", ""},
		{"consignee in Cuba", enduse.Route{}, at(enduse.RoleEndUser, enduse.Address{Country: "CU"}), american, "2024-06-01", "place.embargoed"},
		{"supplier in Cuba", enduse.Route{}, at(enduse.RoleSupplier, enduse.Address{Country: "CU"}), american, "2024-06-01", "place.embargoed"},
		{"unknown country of an address", enduse.Route{}, at(enduse.RoleConsignee, enduse.Address{Country: "QQ"}), american, "2024-06-01", " | parties[0].addresses[0].country"},
		{"country of a consignee without an address", enduse.Route{}, []enduse.Party{{Role: enduse.RoleConsignee, Name: "EXAMPLE", Countries: []enduse.Country{"SY"}}}, american, "2024-06-01", "place.embargoed"},
		{"wrong IMO number", enduse.Route{}, []enduse.Party{{Role: enduse.RoleVessel, Name: "EXAMPLE", Identifiers: []enduse.Identifier{{Kind: enduse.IDIMO, Value: "9074728"}}}}, american, "2024-06-01", "vessel.imo"},
		{"right IMO number", enduse.Route{}, []enduse.Party{{Role: enduse.RoleVessel, Name: "EXAMPLE", Identifiers: []enduse.Identifier{{Kind: enduse.IDIMO, Value: "9074729"}}}}, american, "2024-06-01", ""},
		{"another flag than the MMSI's", enduse.Route{}, []enduse.Party{{Role: enduse.RoleVessel, Name: "EXAMPLE", Countries: []enduse.Country{"PA"}, Identifiers: []enduse.Identifier{{Kind: enduse.IDMMSI, Value: "273000000"}}}}, american, "2024-06-01", "vessel.flag"},
		{"the flag of the MMSI", enduse.Route{}, []enduse.Party{{Role: enduse.RoleVessel, Name: "EXAMPLE", Countries: []enduse.Country{"PA"}, Identifiers: []enduse.Identifier{{Kind: enduse.IDMMSI, Value: "351000000"}}}}, american, "2024-06-01", ""},
		{"embargoed flag", enduse.Route{}, []enduse.Party{{Role: enduse.RoleVessel, Name: "EXAMPLE", Countries: []enduse.Country{"KP"}}}, chinese, "2024-06-01", "place.embargoed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			day, err := enduse.ParseDate(c.day)
			if err != nil {
				t.Fatal(err)
			}
			r := checked(enduse.Query{Shipment: enduse.Shipment{Route: c.route, Parties: c.parties}, Profile: c.profile, AsOf: day})
			var ids, faults []string
			for _, f := range r.Findings {
				ids = append(ids, f.ID)
				if f.Citation == "" || f.Why == "" || f.Message == "" || f.Severity != map[bool]enduse.Outcome{true: enduse.Lead, false: enduse.Review}[f.ID == "route.hub"] {
					t.Errorf("finding without citation, reason or message: %+v", f)
				}
			}
			for _, f := range r.Gaps {
				faults = append(faults, f.What)
				if f.Hint == "" {
					t.Errorf("%v has no hint", f)
				}
			}
			got := strings.Join(ids, " ")
			if len(faults) > 0 {
				got += " | " + strings.Join(faults, " ")
			}
			if got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestHubSaysWhoseRules: a hub is a fact for a seller whom no regime that names it
// binds, and its finding says of each regime whether it binds.
func TestHubSaysWhoseRules(t *testing.T) {
	german := enduse.Profile{Establishment: "DE", Nationalities: []enduse.Country{"DE"}, Currencies: []string{"EUR"}, USOrigin: "no"}
	for _, c := range []struct {
		profile enduse.Profile
		us, uk  string
	}{{german, "no", "no"}, {american, "yes", "no"}, {enduse.Profile{}, "unknown", "unknown"}} {
		for _, to := range []enduse.Country{"KG", "KZ", "TR", "HK"} {
			r := checked(enduse.Query{Shipment: enduse.Shipment{Route: enduse.Route{Destination: to}}, Profile: c.profile, AsOf: enduse.Day(2026, 6, 1)})
			if len(r.Findings) != 1 || len(r.Questions) != 0 {
				t.Fatalf("%s: %+v", to, r)
			}
			regimes, _ := r.Findings[0].Evidence.Values["regimes"].(map[string]any)
			if regimes["us"] != c.us || regimes["uk"] != c.uk || !strings.Contains(r.Findings[0].Message, "US") {
				t.Errorf("%s: %v: %s", to, regimes, r.Findings[0].Message)
			}
		}
	}
}

// TestCheckUnknownProfile: what may bind is found, and asked about once.
func TestCheckUnknownProfile(t *testing.T) {
	r := checked(enduse.Query{Shipment: enduse.Shipment{Route: enduse.Route{Destination: "RU", EndUse: "RU"}}, AsOf: enduse.Day(2024, 6, 1)})
	var asked []string
	for _, q := range r.Questions {
		asked = append(asked, q.ID)
	}
	slices.Sort(asked)
	if strings.Join(asked, " ") != "profile.eu profile.uk profile.us" || len(r.Findings) != 6 {
		t.Errorf("asked %v, %d findings", asked, len(r.Findings))
	}
	if !strings.Contains(r.Findings[2].Citation, "(verify)") {
		t.Errorf("a row that could not be verified is cited as %q", r.Findings[2].Citation)
	}
}

// TestRegion: an address of another country than Ukraine or Russia is in no region.
func TestRegion(t *testing.T) {
	for _, c := range []struct {
		a    enduse.Address
		want string
	}{
		{enduse.Address{City: "Севастополь", Country: "RU"}, "UA-40"},
		{enduse.Address{Region: "Республика Крым"}, "UA-43"},
		{enduse.Address{Text: "Lenina 1, Donetsk, Ukraine"}, "UA-14"},
		{enduse.Address{Text: "1 Yalta Street, Example, Australia"}, ""},
		{enduse.Address{City: "Sevastopol", Country: "US"}, ""},
		{enduse.Address{}, ""},
	} {
		got := ""
		for _, s := range readAddress(c.a, nil) {
			if len(s.at.Code) > 2 && s.weight == stated && got == "" {
				got = s.at.Code
			}
		}
		if got != c.want {
			t.Errorf("%+v is in %q, want %q", c.a, got, c.want)
		}
	}
}
