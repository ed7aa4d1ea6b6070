package goods_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
)

var (
	day      = enduse.Day(2024, 6, 1)
	anywhere = &enduse.Shipment{Route: enduse.Route{Destination: "AE"}}
)

// checker is made of invented lists.
func checker(t testing.TB) *goods.Checker {
	t.Helper()
	l, err := goods.NewLexicon([]goods.Term{
		term("bearing", "848210:0.45 848220:0.15", "bearing", "puller"),
		term("chip", "854231:0.9", "microprocessor", ""),
		{Name: "gyro", Phrases: []string{"gyroscope"}, Controls: []string{"7A102"}},
	})
	if err != nil {
		t.Fatal(err)
	}
	entry := func(code, tier string) goods.Entry {
		return goods.Entry{System: goods.HS2022, Code: code, Tier: tier, ValidFrom: enduse.Day(2024, 2, 23)}
	}
	return goods.New(goods.Tables{
		Lexicon: l,
		Concordance: goods.NewConcordance([]goods.Correlation{
			{HS2017: "854140", HS2022: "854141", Relation: goods.ManyToOne},
			{HS2017: "854140", HS2022: "854149", Relation: goods.ManyToOne},
			{HS2017: "880330", HS2022: "880730", Relation: goods.ManyToOne},
			{HS2017: "842211", HS2022: "854151", Relation: goods.ManyToMany},
		}),
		Lists: []*goods.ControlList{
			{
				ID: "chpl", Title: "Example List", Citation: "Example Notice 1", Kind: goods.KindLead, Severity: enduse.Lead, HasOlderEditions: true,
				Entries: []goods.Entry{entry("854231", "1"), entry("854149", "3.A"), entry("848210", "3.B"), entry("848220", "3.B"), entry("880730", "3.B")},
			},
			{
				ID: "ban", Title: "Example Ban", Citation: "Example Resolution", Kind: goods.KindBan, Severity: enduse.Prohibited, Destinations: []enduse.Country{"KP"},
				Entries: []goods.Entry{{System: goods.HS2022, Code: "84", ValidFrom: enduse.Day(2017, 12, 22)}, {System: goods.HS2022, Code: "85", Verify: true}},
			},
			{
				ID: "ccl", Title: "Example Control List", Citation: "Example Act", Kind: goods.KindControl, Severity: enduse.Review, SilentTiers: []string{"AT"},
				Binds: goods.Binding{Establishments: []enduse.Country{"US"}, USOrigin: true},
				Entries: []goods.Entry{
					{System: goods.ECCN, Code: "3A001", Tier: "NS, MT, AT"},
					{System: goods.ECCN, Code: "3A001.b", Tier: "NS"},
					{System: goods.ECCN, Code: "5A992", Tier: "AT"},
					{System: goods.CN, Code: "84659310", ValidTo: enduse.Day(2024, 12, 31)},
				},
			},
			{ID: "empty", Title: "Empty List", Verify: true, Destinations: []enduse.Country{"RU"}, Binds: goods.Binding{Establishments: []enduse.Country{"DE"}}},
		},
	})
}

// check checks one item of a shipment; the gaps are those of the item.
func check(c *goods.Checker, item enduse.Item, s *enduse.Shipment, p enduse.Profile, day enduse.Date) ([]enduse.Finding, []string, []enduse.Gap) {
	q := enduse.Query{Shipment: *s, Profile: p, AsOf: day}
	q.Shipment.Items = []enduse.Item{item}
	q.Normalise()
	r := c.Check(&q)
	return r.Findings, r.Codes[0], slices.DeleteFunc(r.Gaps, isOfList)
}

// gaps are those of the control lists that a shipment needs.
func gaps(c *goods.Checker, s *enduse.Shipment, p enduse.Profile, day enduse.Date) []enduse.Gap {
	r := c.Check(&enduse.Query{Shipment: *s, Profile: p, AsOf: day})
	return slices.DeleteFunc(r.Gaps, func(g enduse.Gap) bool { return !isOfList(g) })
}

func isOfList(g enduse.Gap) bool { return strings.HasPrefix(g.What, "goods: ") }

func TestCheck(t *testing.T) {
	c := checker(t)
	kp := &enduse.Shipment{Route: enduse.Route{Destination: "KP"}}
	us := enduse.Profile{Establishment: "US", USOrigin: "no"}
	de := enduse.Profile{Establishment: "DE", USOrigin: "no"}
	for _, tt := range []struct {
		name     string
		item     enduse.Item
		shipment *enduse.Shipment
		profile  enduse.Profile
		asOf     enduse.Date
		findings string // "id severity"
		codes    string
		gaps     string
	}{
		{name: "tier 1", item: enduse.Item{HS: "8542.31.90"}, findings: "goods.chpl.tier1 lead", codes: "854231"},
		{name: "on the first day", item: enduse.Item{HS: "854231"}, asOf: enduse.Day(2024, 2, 23), findings: "goods.chpl.tier1 lead", codes: "854231"},
		{name: "the day before", item: enduse.Item{HS: "854231"}, asOf: enduse.Day(2024, 2, 22), codes: "854231"},
		{name: "not listed", item: enduse.Item{HS: "940360"}, codes: "940360"},
		{name: "renamed", item: enduse.Item{HS: "8803.30"}, findings: "goods.chpl.tier3b lead", codes: "880730"},
		{name: "split", item: enduse.Item{HS: "8541 40"}, findings: "goods.chpl.tier3a lead", codes: "854141 854149"},
		{name: "n:n is ambiguous and no hit", item: enduse.Item{HS: "842211"}, gaps: "cross product"},
		{name: "bad code", item: enduse.Item{HS: "8542"}, gaps: "chapter or a heading"},
		{name: "two codes, one bad", item: enduse.Item{HS: "854231; 77"}, findings: "goods.chpl.tier1 lead", codes: "854231", gaps: "chapter or a heading"},
		{name: "two of one tier are one finding", item: enduse.Item{HS: "848210; 848220"}, findings: "goods.chpl.tier3b lead", codes: "848210 848220"},
		{name: "the ban, elsewhere", item: enduse.Item{HS: "847981"}, codes: "847981"},
		{name: "the ban", item: enduse.Item{HS: "847981"}, shipment: kp, findings: "goods.ban prohibited", codes: "847981"},
		{name: "the ban before its day", item: enduse.Item{HS: "847981"}, shipment: kp, asOf: enduse.Day(2017, 12, 21), codes: "847981"},
		{name: "the ban on its day", item: enduse.Item{HS: "847981"}, shipment: kp, asOf: enduse.Day(2017, 12, 22), findings: "goods.ban prohibited", codes: "847981"},
		{name: "not verified forbids nothing", item: enduse.Item{HS: "851713"}, shipment: kp, findings: "goods.ban review", codes: "851713"},
		{name: "transit counts", item: enduse.Item{HS: "847981"}, shipment: &enduse.Shipment{Route: enduse.Route{Destination: "CN", Transit: []enduse.Country{"KP"}}}, findings: "goods.ban prohibited", codes: "847981"},
		{name: "the consignee's country counts", item: enduse.Item{HS: "847981"}, shipment: &enduse.Shipment{Parties: []enduse.Party{{Role: enduse.RoleConsignee, Countries: []enduse.Country{"KP"}}}}, findings: "goods.ban prohibited", codes: "847981"},
		{name: "no country is known", item: enduse.Item{HS: "847981"}, shipment: &enduse.Shipment{}, codes: "847981"},
		{name: "the supplier's country is not where goods go", item: enduse.Item{HS: "847981"}, shipment: &enduse.Shipment{Parties: []enduse.Party{{Role: enduse.RoleSupplier, Countries: []enduse.Country{"KP"}}}}, codes: "847981"},
		{name: "the country of an address counts", item: enduse.Item{HS: "847981"}, shipment: &enduse.Shipment{Parties: []enduse.Party{{Role: enduse.RoleCustomer, Addresses: []enduse.Address{{Country: "KP"}}}}}, findings: "goods.ban prohibited", codes: "847981"},
		{name: "control number", item: enduse.Item{ECCN: "3a001"}, profile: us, findings: "goods.ccl review", codes: "3A001"},
		{name: "the paragraph itself", item: enduse.Item{ECCN: "3A001.b"}, profile: us, findings: "goods.ccl review", codes: "3A001.b"},
		{name: "the regime does not bind", item: enduse.Item{ECCN: "3A001"}, profile: de, codes: "3A001"},
		{name: "US origin binds a German", item: enduse.Item{ECCN: "3A001"}, profile: enduse.Profile{Establishment: "DE", USOrigin: "yes"}, findings: "goods.ccl review", codes: "3A001"},
		{name: "quiet reasons", item: enduse.Item{ECCN: "5A992.c"}, profile: us, codes: "5A992.c"},
		{name: "missile technology", item: enduse.Item{ECCN: "9A104"}, profile: de, findings: "goods.mtcr review", codes: "9A104"},
		{name: "EAR99", item: enduse.Item{ECCN: "EAR99"}, codes: "EAR99"},
		{name: "bad number", item: enduse.Item{ECCN: "3X1"}, gaps: "not a control number; no HS code"},
		{name: "munitions", item: enduse.Item{ECCN: "ML10"}, gaps: "munitions list; no HS code"},
		{name: "more digits than the code has", item: enduse.Item{HS: "846593"}, profile: us, findings: "goods.ccl review", codes: "846593"},
		{name: "other digits than the list's", item: enduse.Item{HS: "84659390"}, profile: us, codes: "846593"},
		{name: "on its last day", item: enduse.Item{HS: "84659310"}, profile: us, asOf: enduse.Day(2024, 12, 31), findings: "goods.ccl review", codes: "846593"},
		{name: "after its last day", item: enduse.Item{HS: "84659310"}, profile: us, asOf: enduse.Day(2025, 1, 1), codes: "846593"},
		{name: "bearings and no code", item: enduse.Item{Description: "bearings"}, findings: "goods.lead lead", gaps: "no HS code"},
		{name: "leads follow the dates", item: enduse.Item{Description: "bearings"}, asOf: enduse.Day(2024, 2, 22), gaps: "no HS code"},
		{name: "paper and no code", item: enduse.Item{Description: "copy paper"}, gaps: "no HS code"},
		{name: "the words fit the code", item: enduse.Item{Description: "bearings", HS: "848210"}, findings: "goods.chpl.tier3b lead", codes: "848210"},
		{name: "the words contradict the code", item: enduse.Item{Description: "microprocessors", HS: "940360"}, findings: "goods.mismatch lead", codes: "940360"},
		{name: "weak words contradict nothing", item: enduse.Item{Description: "bearings", HS: "940360"}, codes: "940360"},
		{name: "words of concern", item: enduse.Item{Description: "gyroscope", HS: "950300"}, findings: "goods.wmd lead", codes: "950300"},
		{name: "words of concern with a number", item: enduse.Item{Description: "gyroscope", ECCN: "EAR99"}, codes: "EAR99"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if tt.shipment == nil {
				tt.shipment = anywhere
			}
			if tt.asOf.IsZero() {
				tt.asOf = day
			}
			findings, codes, left := check(c, tt.item, tt.shipment, tt.profile, tt.asOf)
			var got []string
			for _, f := range findings {
				got = append(got, f.ID+" "+string(f.Severity))
				if f.Citation == "" || f.Why == "" || f.Subject != "item 1" || f.Message == "" {
					t.Errorf("the finding lacks something: %+v", f)
				}
			}
			if strings.Join(got, ", ") != tt.findings {
				t.Errorf("findings %v, want %q", got, tt.findings)
			}
			if strings.Join(codes, " ") != tt.codes {
				t.Errorf("codes %v, want %q", codes, tt.codes)
			}
			var why []string
			for _, g := range left {
				why = append(why, g.Why)
			}
			want := strings.Split(tt.gaps, "; ")
			if tt.gaps == "" {
				want = nil
			}
			if len(why) != len(want) {
				t.Fatalf("gaps %q, want %q", why, want)
			}
			for i := range want {
				if !strings.Contains(why[i], want[i]) {
					t.Errorf("gap %q, want %q", why[i], want[i])
				}
			}
		})
	}
}

func TestLeadsSayThatTheyAreLeads(t *testing.T) {
	c := checker(t)
	for _, item := range []enduse.Item{{HS: "854231"}, {Description: "bearings"}, {Description: "microprocessor", HS: "940360"}, {Description: "gyroscope", HS: "950300"}} {
		findings, _, _ := check(c, item, anywhere, enduse.Profile{}, day)
		if len(findings) == 0 {
			t.Fatalf("%+v: no finding", item)
		}
		for _, f := range findings {
			if f.Severity != enduse.Lead || strings.Contains(f.Message, `\"`) {
				t.Errorf("%s %s: %s", f.ID, f.Severity, f.Message)
			}
		}
	}
}

// TestThresholds holds the confidences from which words lead to a finding.
func TestThresholds(t *testing.T) {
	for _, tt := range []struct {
		confidence float64
		hs         string
		want       string
	}{
		{0.29, "", ""}, {0.3, "", "goods.lead"}, {0.69, "940360", ""}, {0.7, "940360", "goods.mismatch"},
	} {
		l, err := goods.NewLexicon([]goods.Term{{Name: "x", Phrases: []string{"widget"}, Codes: []goods.Candidate{{Code: "854231", Confidence: tt.confidence}}}})
		if err != nil {
			t.Fatal(err)
		}
		c := goods.New(goods.Tables{Lexicon: l, Lists: []*goods.ControlList{{ID: "chpl", Severity: enduse.Review, Entries: []goods.Entry{{System: goods.HS2022, Code: "854231"}}}}})
		findings, _, _ := check(c, enduse.Item{HS: tt.hs, Description: "widgets"}, anywhere, enduse.Profile{}, day)
		got := ""
		if len(findings) > 0 {
			got = findings[0].ID
		}
		if got != tt.want {
			t.Errorf("confidence %v, HS %q: %q, want %q", tt.confidence, tt.hs, got, tt.want)
		}
	}
}

// TestOldOrders: an order from before HS 2022 states codes of HS 2017.
func TestOldOrders(t *testing.T) {
	c := goods.New(goods.Tables{Concordance: goods.NewConcordance([]goods.Correlation{
		{HS2017: "847989", HS2022: "847989", Relation: goods.ManyToOne}, {HS2017: "847989", HS2022: "847983", Relation: goods.ManyToOne},
	})})
	for date, want := range map[enduse.Date]string{enduse.Day(2021, 12, 31): "847983 847989", enduse.Day(2022, 1, 1): "847989", {}: "847989"} {
		_, codes, _ := check(c, enduse.Item{HS: "847989"}, &enduse.Shipment{Date: date}, enduse.Profile{}, day)
		if got := strings.Join(codes, " "); got != want {
			t.Errorf("an order of %s: %s, want %s", date, got, want)
		}
	}
}

func TestGaps(t *testing.T) {
	c := checker(t)
	ru := &enduse.Shipment{Route: enduse.Route{Destination: "RU"}}
	for _, tt := range []struct {
		name     string
		shipment *enduse.Shipment
		profile  enduse.Profile
		asOf     enduse.Date
		want     []string
	}{
		{"an empty list", ru, enduse.Profile{Establishment: "DE"}, day, []string{"goods: Empty List"}},
		{"not for this destination", anywhere, enduse.Profile{Establishment: "DE"}, day, nil},
		{"not for this seller", ru, enduse.Profile{Establishment: "US"}, day, nil},
		{"the seller is not known", ru, enduse.Profile{}, day, []string{"goods: Empty List"}},
		{"the route is not known", &enduse.Shipment{}, enduse.Profile{}, day, []string{"goods: Empty List"}},
		{"before the first edition", anywhere, enduse.Profile{}, enduse.Day(2024, 2, 22), []string{"goods: Example List"}},
	} {
		var got []string
		for _, g := range gaps(c, tt.shipment, tt.profile, tt.asOf) {
			got = append(got, g.What)
			if !strings.Contains(g.Why, "not checked") || g.Hint == "" {
				t.Errorf("%s: %+v", tt.name, g)
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: gaps %v, want %v", tt.name, got, tt.want)
		}
	}
}

func TestIsCHPL(t *testing.T) {
	c := checker(t)
	for _, tt := range []struct {
		hs, tier string
		asOf     enduse.Date
	}{
		{"8542.31", "1", day},
		{"85423190", "1", day},
		{"880330", "3.B", day},
		{"854140", "3.A", day},
		{"940360", "", day},
		{"rubbish", "", day},
		{"842211", "", day},
		{"854231", "", enduse.Day(2024, 2, 22)},
	} {
		if tier, ok := c.IsCHPL(tt.hs, tt.asOf); tier != tt.tier || ok != (tt.tier != "") {
			t.Errorf("IsCHPL(%s, %s) = %q, %v", tt.hs, tt.asOf, tier, ok)
		}
	}
}

func TestLookup(t *testing.T) {
	c := checker(t)
	for text, want := range map[string]string{
		"8542.31":    "854231 hs2022 1.00 [chpl 1]|",
		"HS 8542.31": "854231 hs2022 1.00 [chpl 1]|",
		"854140":     "854140 hs2017 1.00 []|854141 hs2022 0.50 []|854149 hs2022 0.50 [chpl 3.A]|",
		"8482":       "848210 hs2022 1.00 [chpl 3.B]|848220 hs2022 1.00 [chpl 3.B]|",
		"3A001":      "3A001 eccn 1.00 [ccl NS, MT, AT]|",
		"bearings":   "848210 hs2022 0.45 [chpl 3.B]|848220 hs2022 0.15 [chpl 3.B]|",
		"nothing":    "",
		"TMS32000":   "", // a part number of no family, not a code
		"8465 93 10": "846593 hs2022 1.00 [ccl ]|",
	} {
		answers, err := c.Lookup(text, day, 10)
		if err != nil {
			t.Errorf("%s: %v", text, err)
		}
		var b strings.Builder
		for _, a := range answers {
			var on []string
			for _, l := range a.Lists {
				if l.List != "ban" {
					on = append(on, l.List+" "+l.Tier)
				}
			}
			fmt.Fprintf(&b, "%s %s %.2f %v|", a.Code, a.System, a.Confidence, on)
		}
		if b.String() != want {
			t.Errorf("Lookup(%q) = %s\nwant %s", text, b.String(), want)
		}
	}
	for _, text := range []string{"842211", "99", "1234567", "770000"} {
		if got, err := c.Lookup(text, day, 10); err == nil || enduse.HintOf(err) == "" {
			t.Errorf("Lookup(%q) = %+v, %v; want an error with a hint", text, got, err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	c := checker(b)
	item := enduse.Item{HS: "8542.31", Description: "bearings and microprocessors for a gyroscope"}
	for b.Loop() {
		check(c, item, anywhere, enduse.Profile{}, day)
	}
}
