package screen_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/screen"
)

// chpl is a list with two codes.
func chpl(severity enduse.Outcome) screen.Options {
	return screen.Options{Goods: goods.New(goods.Tables{Lists: []*goods.ControlList{{
		ID: goods.CHPL, Title: "Example List", Citation: "Example Notice", Kind: goods.KindLead, Severity: severity, Hint: "ask",
		Entries: []goods.Entry{{System: goods.HS2022, Code: "854231", Tier: "1"}, {System: goods.HS2022, Code: "848210", Tier: "3.B"}},
	}}}), GoodsTables: map[string]string{"goods.chpl": "sha256:1"}}
}

func toHub(items ...string) enduse.Query {
	q := ask("Nobody At All")
	q.Profile = enduse.Profile{Establishment: "US", Nationalities: []enduse.Country{"GB"}, USOrigin: "no", Currencies: []string{"EUR"}}
	q.Shipment.Route = enduse.Route{Origin: "US", Destination: "AE"}
	for _, hs := range items {
		q.Shipment.Items = append(q.Shipment.Items, enduse.Item{HS: hs})
	}
	return q
}

func idsOf(findings []enduse.Finding) (ids []string) {
	for _, f := range findings {
		ids = append(ids, f.ID+" "+f.Subject)
	}
	slices.Sort(ids)
	return ids
}

// TestOneFactOneFinding: high-priority goods to a hub are one finding of each regime's
// rule. What was found by itself is a part of one of them; the hub stays a fact.
func TestOneFactOneFinding(t *testing.T) {
	v := verdict(t, whole(), chpl(enduse.Review), toHub("854231"))
	var hub []enduse.Finding
	for _, f := range v.Findings {
		if strings.Contains(f.ID, "chpl") || strings.Contains(f.ID, "hub") {
			hub = append(hub, f)
		}
	}
	if got := strings.Join(idsOf(hub), ", "); got != "route.hub destination: United Arab Emirates, uk.chpl_destination item 1, us.chpl_hub item 1" {
		t.Fatalf("findings: %s", got)
	}
	for _, f := range hub {
		regime, _, _ := strings.Cut(f.ID, ".")
		want := ""
		if regime == "us" { // the first that refines it
			want = "goods.chpl.tier1 item 1"
		}
		if got := strings.Join(idsOf(f.Parts), ", "); got != want {
			t.Errorf("%s has the parts %s, want %s", f.ID, got, want)
		}
		for _, part := range f.Parts {
			if !strings.Contains(f.Message, part.Message) || !strings.Contains(f.Citation, part.Citation) || !strings.Contains(f.Hint, part.Hint) || part.Evidence.IsZero() {
				t.Errorf("%s leaves something out of %+v: %+v", f.ID, part, f)
			}
		}
	}
}

// TestWhatIsNotRefinedStays: goods of another item, and a hub without such goods, are
// findings of their own.
func TestWhatIsNotRefinedStays(t *testing.T) {
	v := verdict(t, whole(), chpl(enduse.Review), toHub("940360"))
	if got := idsOf(v.Findings); !slices.Contains(got, "route.hub destination: United Arab Emirates") {
		t.Errorf("a hub without such goods: %v", got)
	}
	q := toHub("854231", "848210")
	q.Shipment.Route.Destination = "FR"
	v = verdict(t, whole(), chpl(enduse.Review), q)
	if got := idsOf(v.Findings); !slices.Contains(got, "goods.chpl.tier1 item 1") || !slices.Contains(got, "goods.chpl.tier3b item 2") {
		t.Errorf("such goods to no hub: %v", got)
	}
	v = verdict(t, whole(), chpl(enduse.Review), toHub("854231", "848210"))
	for _, f := range v.Findings {
		for _, part := range f.Parts {
			if strings.HasPrefix(part.Subject, "item ") && part.Subject != f.Subject {
				t.Errorf("%s of %s has a part of %s", f.ID, f.Subject, part.Subject)
			}
		}
	}
}

// TestFoldingKeepsTheOutcome: the greater severity wins.
func TestFoldingKeepsTheOutcome(t *testing.T) {
	for _, severity := range []enduse.Outcome{enduse.Lead, enduse.Review, enduse.Prohibited} {
		want := enduse.Review
		if severity == enduse.Prohibited {
			want = severity
		}
		v := verdict(t, whole(), chpl(severity), toHub("854231"))
		if v.Outcome != want {
			t.Errorf("goods that are %s: %s, want %s", severity, v.Outcome, want)
		}
	}
}

// TestLimitDoesNotReachRules: rules see the parties that match, however few are shown.
func TestLimitDoesNotReachRules(t *testing.T) {
	one := 1.0
	l := whole(frozen("ofac-sdn:1", "Listed Example Works", enduse.MeasureRedFlag))
	q := toHub("940360")
	q.Shipment.Parties[0].Name, q.Shipment.Parties[0].Addresses = "Listed Exampel Works", []enduse.Address{{Text: "Example Street 5", Country: "AE"}}
	ids := func(o enduse.Options) (all []string) {
		for _, f := range verdict(t, l, screen.Options{Options: o}, q).Findings {
			all = append(all, idsOf(append(f.Parts, f))...)
		}
		return all
	}
	all := ids(enduse.Options{})
	if !slices.ContainsFunc(all, func(id string) bool { return strings.HasPrefix(id, "rf.like_listed") }) {
		t.Fatalf("no rule fires: %v", all)
	}
	if got := ids(enduse.Options{MinScore: &one}); !slices.Equal(got, all) {
		t.Errorf("with no hit shown %v, want %v", got, all)
	}
}

// TestFoldingLosesNothing: without rules that refine, the same findings are there.
func TestFoldingLosesNothing(t *testing.T) {
	text := string(policy.Source()) + "\nrules:\n- {id: us.chpl_hub, refines: []}\n- {id: uk.chpl_destination, refines: []}\n"
	flat, err := policy.Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	all := func(p *policy.Policy) (leaves []enduse.Finding, outcome enduse.Outcome) {
		s, err := screen.New(whole(), p, func() time.Time { return now }, chpl(enduse.Review))
		if err != nil {
			t.Fatal(err)
		}
		v, err := s.Screen(t.Context(), toHub("854231", "848210", "940360"))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range v.Findings {
			leaves = append(leaves, f.Parts...)
			leaves = append(leaves, f)
		}
		return leaves, v.Outcome
	}
	folded, one := all(policy.Default())
	apart, two := all(flat)
	if !slices.Equal(idsOf(folded), idsOf(apart)) || one != two {
		t.Errorf("folded %s %v, apart %s %v", one, idsOf(folded), two, idsOf(apart))
	}
}

// TestSaidOnce: what a rule or a measure says again is a part of the finding that has
// said it, and what no finding has said stays.
func TestSaidOnce(t *testing.T) {
	q := toHub("940360")
	q.Shipment.Parties[0].Name = "Listed Example Works"
	l := whole(frozen("ofac-sdn:1", "Listed Example Works", enduse.MeasureAssetFreeze, enduse.MeasureTravelBan))
	v := verdict(t, l, screen.Options{}, q)
	var party []enduse.Finding
	for _, f := range v.Findings {
		if strings.HasPrefix(f.ID, "party.") || f.ID == "rf.like_listed" {
			party = append(party, f)
		}
	}
	if len(party) != 1 || party[0].ID != "party.asset_freeze" || !slices.Equal(idsOf(party[0].Parts), []string{
		"party.travel_ban " + party[0].Subject, "rf.like_listed Listed Example Works",
	}) {
		t.Fatalf("findings %v, parts %v", idsOf(party), idsOf(party[0].Parts))
	}
	if m := party[0].Message; !strings.Contains(m, "entry and transit") || strings.Count(m, "Listed Example Works (") != 1 {
		t.Errorf("the message is %q", m)
	}
	l = whole(frozen("ofac-sdn:1", "Listed Example Works", enduse.MeasureTravelBan))
	if got := idsOf(verdict(t, l, screen.Options{}, q).Findings); !slices.ContainsFunc(got, func(id string) bool { return strings.HasPrefix(id, "party.travel_ban") }) {
		t.Errorf("a travel ban alone is lost: %v", got)
	}
}

// TestLeadsTogether: a fact alone sets no outcome; two that a rule of levels names do.
func TestLeadsTogether(t *testing.T) {
	german := enduse.Profile{Establishment: "DE", Nationalities: []enduse.Country{"DE"}, USOrigin: "no", Currencies: []string{"EUR"}}
	for _, c := range []struct {
		hs, to string
		want   enduse.Outcome
	}{{"854231", "GB", enduse.Clear}, {"940360", "KG", enduse.Clear}, {"854231", "KG", enduse.Review}} {
		q := toHub(c.hs)
		q.Profile, q.Shipment.Route = german, enduse.Route{Origin: "DE", Destination: enduse.Country(c.to)}
		v := verdict(t, whole(), chpl(enduse.Lead), q)
		if v.Outcome != c.want || len(v.Findings) == 0 {
			t.Errorf("%s to %s is %s, want %s: %v", c.hs, c.to, v.Outcome, c.want, idsOf(v.Findings))
		}
	}
}
