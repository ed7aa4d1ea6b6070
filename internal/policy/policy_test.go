package policy

import (
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
)

func TestDefaultIsValid(t *testing.T) {
	p, err := Parse(Source())
	if err != nil {
		t.Fatal(err)
	}
	if p.Threshold != 0.7 || p.Measures[enduse.MeasureAssetFreeze].Fixed != enduse.Prohibited {
		t.Errorf("default policy reads as %+v", p)
	}
	if !strings.HasPrefix(p.Digest(), "sha256:") || len(p.Digest()) != len("sha256:")+64 {
		t.Errorf("digest is %q", p.Digest())
	}
}

// TestCitationsOfTheEU: the annexes of the EU's acts follow different articles.
// What the listing states is cited, and no article beside it.
func TestCitationsOfTheEU(t *testing.T) {
	for _, m := range []enduse.Measure{enduse.MeasureVesselPort, enduse.MeasureDebtEquity} {
		for _, basis := range []string{"32017R1509/XIV.B", "32014R0833/XLVII.A", "32014R0833/XIV"} {
			if got := Default().Measures[m].Citation(enduse.Designation{List: "eu-journal", Basis: basis}); got != basis {
				t.Errorf("%s by %s is cited as %q", m, basis, got)
			}
		}
	}
}

func TestParseRefuses(t *testing.T) {
	text := string(Source())
	for _, c := range []struct{ name, old, new, want string }{
		{"unknown key", "threshold:", "treshold:", "field treshold not found"},
		{"threshold out of range", "threshold: 0.70", "threshold: 7", "not between 0.5 and 1"},
		{"threshold not a number", "threshold: 0.70", "threshold: .nan", "not between 0.5 and 1"},
		{"weight not a number", "  country:\n    agree: 0.6", "  country:\n    agree: .nan", "weights.country.agree NaN"},
		{"name not a number", "  name: 8", "  name: .nan", "weights.name NaN"},
		{"endless weight", "day: 2.5", "day: .inf", "weights.birth_date.day +Inf"},
		{"second document", "name: default", "name: default\n---\nname: other", "more than one document"},
		{"no required list", "[ofac-sdn, ofac-cons, bis-el, eu-fsf, uk-sl, un-sc]", "[]", "required_lists is empty"},
		{"prohibited by name alone", "likely: review\n    fixed: prohibited", "likely: prohibited\n    fixed: prohibited", "needs a fixed identity"},
		{"weak strong identifier", "strong: 24", "strong: 14", "an equal identifier would not match"},
		{"type and country clear an equal name", "    conflict: 3.6", "    conflict: 4", "clear a literally equal name"},
		{"prior of all", "prior: 0.1}", "prior: 1}", "probability.prior 1 is not between 0 and 1"},
		{"probability that falls", "{slope: ", "{slope: -", "is not above 0"},
		{"measure misspelt", "  travel_ban:", "  travel_bans:", "\"travel_bans\" is not a measure"},
		{"another measure as part of itself", "part_of: asset_freeze", "part_of: travel_ban", "is not another measure"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if !strings.Contains(text, c.old) {
				t.Fatalf("the default policy has no %q", c.old)
			}
			_, err := Parse([]byte(strings.Replace(text, c.old, c.new, 1)))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error is %v, want one with %q", err, c.want)
			}
			if enduse.CodeOf(err) != enduse.CodeInvalid {
				t.Errorf("code is %v", enduse.CodeOf(err))
			}
		})
	}
}

// TestOverlay: what a policy does not name is the default's, and what it names is its
// own.
func TestOverlay(t *testing.T) {
	p, err := Parse([]byte("threshold: 0.65\nmeasures: {travel_ban: {citations: {eu: our note}}, services: {fixed: prohibited}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	d := Default()
	if p.Threshold != 0.65 || p.MaxAge != d.MaxAge || !slices.Equal(p.RequiredLists, d.RequiredLists) || len(p.Rules()) != len(d.Rules()) || len(p.Measures) != len(d.Measures) {
		t.Errorf("the policy reads as %+v", p)
	}
	ban, services := p.Measures[enduse.MeasureTravelBan], p.Measures[enduse.MeasureServices]
	if ban.Citations["eu"] != "our note" || ban.Likely != enduse.Review || ban.Message != d.Measures[enduse.MeasureTravelBan].Message {
		t.Errorf("travel ban: %+v", ban)
	}
	if services.Fixed != enduse.Prohibited || services.Likely != enduse.Review || services.Citations["ofac-capta"] == "" {
		t.Errorf("services: %+v", services)
	}
	if p.Digest() == d.Digest() {
		t.Error("another policy has the digest of the default one")
	}
	none, err := Parse([]byte("packs: []\n"))
	if err != nil || len(none.Rules()) == 0 || len(none.Rules()) >= len(d.Rules()) {
		t.Errorf("without packs: %d rules, %v: only those of levels are left", len(none.Rules()), err)
	}
	if empty, err := Parse(nil); err != nil || empty.Threshold != d.Threshold {
		t.Errorf("an empty policy: %+v, %v", empty, err)
	}
	if _, err := Parse([]byte("measures: {travel_ban: {likley: review}}")); err == nil {
		t.Error("a misspelt key of a measure is passed over")
	}
}

func FuzzParse(f *testing.F) {
	f.Add(Source())
	f.Add([]byte("threshold: [}"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if p, err := Parse(text); err == nil && p.Validate() != nil {
			t.Errorf("a policy that does not validate was read: %v", p.Validate())
		}
	})
}

func TestCitation(t *testing.T) {
	r := Rule{Citations: map[string]string{"bis-el": "15 CFR 744.11", "ofac": "31 CFR chapter V"}}
	for _, c := range []struct {
		d    enduse.Designation
		want string
	}{
		{enduse.Designation{List: "bis-el", Basis: "87 FR 38925"}, "15 CFR 744.11; 87 FR 38925"},
		{enduse.Designation{List: "ofac-sdn"}, "31 CFR chapter V"},
		{enduse.Designation{List: "ofac-sdn", Basis: "31 CFR chapter V"}, "31 CFR chapter V"},
		{enduse.Designation{List: "jp-eul", Basis: "Foreign End User List"}, "Foreign End User List"},
		{enduse.Designation{List: "own", Program: "X"}, "as listed on own X"},
	} {
		if got := r.Citation(c.d); got != c.want {
			t.Errorf("%+v: %q, want %q", c.d, got, c.want)
		}
	}
}
