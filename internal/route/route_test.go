package route

import (
	"strings"
	"testing"

	"github.com/enduse/enduse"
)

func TestTables(t *testing.T) {
	for _, e := range entries() {
		for _, code := range e.Codes {
			country, region, _ := strings.Cut(code, "-")
			if !enduse.Country(country).Valid() || region != "" && len(region) != 2 {
				t.Errorf("%s: %q is no code", e.List, code)
			}
		}
		if e.Source == "" || len(e.Codes) == 0 || e.From.IsZero() || !e.To.IsZero() && e.To.First().Before(e.From.First()) {
			t.Errorf("row without codes, source or dates in order: %+v", e)
		}
	}
	if n := len(ports().byCode); n < 150 {
		t.Errorf("%d places", n)
	}
	seen := map[string]string{}
	for _, r := range readTable("ports.csv") {
		if len(r[0]) != 5 && len(r[0]) != 2 || !enduse.Country(r[0][:2]).Valid() {
			t.Errorf("%q is neither a UN/LOCODE nor a country", r[0])
		}
		for n := range strings.SplitSeq(r[2], "|") {
			if other, ok := seen[fold(n)]; ok && other != r[0] {
				t.Errorf("%q is %s and %s", n, other, r[0])
			}
			seen[fold(n)] = r[0]
		}
	}
	for mid, c := range mids() {
		if len(mid) != 3 || !c.Valid() {
			t.Errorf("%q %q", mid, c)
		}
	}
	if !strings.HasPrefix(Digest(), "sha256:") {
		t.Error(Digest())
	}
}

func TestPlace(t *testing.T) {
	for text, want := range map[string]string{
		"Rotterdam": "NLRTM NL", "nlrtm": "NLRTM NL", "NL RTM": "NLRTM NL", "Роттердам": "NLRTM NL", "鹿特丹": "NLRTM NL",
		"Jebel Ali, Dubai, United Arab Emirates": "AEJEA AE", "Jebel Ali": "AEJEA AE", "دبي": "AEDXB AE", "İstanbul": "TRIST TR",
		"ISTANBUL": "TRIST TR", "Saint-Petersburg": "RULED RU", "Hamburg (Germany)": "DEHAM DE", "Singapore": "SGSIN SG",
		"Kazakhstan": " KZ", "RU": " RU", "Rotterdam, Germany": "", "Nowhere": "", "": "", ",": "", "a,b,c,d,e,f,g,h,i": "",
	} {
		at, ok := parsePlace(text)
		got := at.LOCODE + " " + string(at.Country)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func FuzzPlace(f *testing.F) {
	f.Add("Jebel Ali, Dubai")
	f.Add("((((;;;;")
	f.Fuzz(func(t *testing.T, text string) {
		if at, ok := parsePlace(text); ok && !at.Country.Valid() {
			t.Errorf("%q is in %q", text, at.Country)
		}
	})
}

func TestOnDates(t *testing.T) {
	for _, c := range []struct {
		list, code, day string
		regimes         string
	}{
		{Hub, "AM", "2022-06-27", ""},
		{Hub, "AM", "2022-06-28", "us"},
		{Hub, "AM", "2025-01-07", "us uk"},
		{Hub, "VN", "2025-01-06", ""},
		{Hub, "VN", "2025-01-07", "uk"},
		{Hub, "IL", "2025-08-06", "us uk"},
		{Hub, "IL", "2025-08-07", "us"},
		{Hub, "HK", "2025-08-07", "us uk"},
		{Hub, "MY", "2025-08-07", "uk"},
		{Hub, "HK", "2025-05-31", "us uk"},
		{EUPartner, "JP", "2023-12-18", ""},
		{EUPartner, "JP", "2023-12-19", "eu"},
		{EUPartner, "CN", "2024-01-01", ""},
		{EUMember, "GB", "2020-12-31", "eu"},
		{EUMember, "GB", "2021-01-01", ""},
		{EUMember, "DE", "2024-01-01", "eu"},
		{EUMember, "HR", "2013-06-30", ""},
		{Coalition, "TW", "2022-02-24", "us"},
		{Coalition, "DE", "2022-02-23", ""},
		{Coalition, "CN", "2024-01-01", ""},
		{Embargo, "SY", "2025-06-30", "us eu"},
		{Embargo, "SY", "2025-07-01", "us eu"},
		{Embargo, "IR", "2025-09-27", "us eu uk"},
		{Embargo, "IR", "2025-09-28", "us un eu uk"},
		{Embargo, "RU", "2014-07-30", ""},
		{Embargo, "RU", "2014-07-31", "eu"},
		{Embargo, "RU", "2022-02-24", "eu us uk"},
		{Embargo, "UA-43", "2014-06-22", ""},
		{Embargo, "UA-43", "2014-06-23", "eu"},
		{Embargo, "UA-14", "2022-02-22", "us"},
		{Embargo, "UA-14", "2022-02-23", "eu us"},
		{Embargo, "UA-65", "2022-10-05", "uk"},
		{Embargo, "UA-65", "2022-10-06", "eu uk"},
		{Embargo, "CU", "1963-07-08", ""},
		{Embargo, "CU", "2024-01-01", "us"},
		{Embargo, "KP", "2006-10-13", ""},
		{Embargo, "KP", "2024-01-01", "un us eu uk"},
		{Embargo, "BY", "2024-01-01", "eu us uk"},
		{Embargo, "DE", "2024-01-01", ""},
		{Embargo, "IR", "", "us un eu uk"},
	} {
		var day enduse.Date
		if err := day.UnmarshalText([]byte(c.day)); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, e := range On(c.list, c.code, day) {
			if len(got) == 0 || got[len(got)-1] != string(e.Regime) {
				got = append(got, string(e.Regime))
			}
		}
		if strings.Join(got, " ") != c.regimes {
			t.Errorf("%s of %s on %s: %v, want %s", c.code, c.list, c.day, got, c.regimes)
		}
	}
}

// TestPartnersAndCounts holds the lists to their known sizes.
func TestPartnersAndCounts(t *testing.T) {
	want := map[string]int{"hub us 2022-06-28": 20, "hub uk 2025-01-07": 16, "hub uk 2025-06-01": 7, "hub uk 2025-08-07": 12, "eu.partner eu 2023-12-19": 9, "eu.member eu 2013-07-01": 28}
	got := map[string]int{}
	for _, e := range entries() {
		got[e.List+" "+string(e.Regime)+" "+e.From.String()] += len(e.Codes)
	}
	for k, n := range want {
		if got[k] != n {
			t.Errorf("%s: %d codes, want %d", k, got[k], n)
		}
	}
}

func TestRegimes(t *testing.T) {
	day := enduse.Day(2024, 6, 1)
	for _, c := range []struct {
		name string
		p    enduse.Profile
		want string // of us, eu, uk, un
	}{
		{"nothing known", enduse.Profile{}, "unknown unknown unknown yes"},
		{"US seller", enduse.Profile{Establishment: "US"}, "yes unknown unknown yes"},
		{"US person of a German seller", enduse.Profile{Establishment: "DE", Nationalities: []enduse.Country{"DE", "US"}}, "yes yes no yes"},
		{"dollars", enduse.Profile{Establishment: "CN", Nationalities: []enduse.Country{"CN"}, Currencies: []string{"USD"}}, "yes no no yes"},
		{"the euro alone", enduse.Profile{Establishment: "CN", Nationalities: []enduse.Country{"CN"}, Currencies: []string{"EUR"}, USOrigin: "no"}, "no no no yes"},
		{"US origin", enduse.Profile{Establishment: "CN", Nationalities: []enduse.Country{"CN"}, Currencies: []string{"EUR"}, USOrigin: "yes"}, "yes no no yes"},
		{"origin not known", enduse.Profile{Establishment: "CN", Nationalities: []enduse.Country{"CN"}, Currencies: []string{"EUR"}}, "unknown no no yes"},
		{"currencies not known", enduse.Profile{Establishment: "CN", Nationalities: []enduse.Country{"CN"}, USOrigin: "no"}, "unknown no no yes"},
		{"British", enduse.Profile{Establishment: "GB", Nationalities: []enduse.Country{"GB"}, Currencies: []string{"GBP"}, USOrigin: "no"}, "no no yes yes"},
		{"persons not known", enduse.Profile{Establishment: "DE", Currencies: []string{"EUR"}, USOrigin: "no"}, "unknown yes unknown yes"},
	} {
		var got []string
		for _, b := range Regimes(c.p, day) {
			got = append(got, string(b.Applies))
			if b.Why == "" || b.Applies == Unknown && (b.Question().Text == "" || b.Question().Citation == "") {
				t.Errorf("%s: %s gives no reason or question", c.name, b.Regime)
			}
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: %v, want %s", c.name, got, c.want)
		}
	}
	british := enduse.Profile{Establishment: "GB", Nationalities: []enduse.Country{"GB"}}
	if Regimes(british, enduse.Day(2020, 12, 31))[1].Applies != Yes || Regimes(british, day)[1].Applies != No {
		t.Error("EU rules bound the United Kingdom to the end of 2020")
	}
}
