package ofac

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse"
)

func TestPeriod(t *testing.T) {
	day := enduse.Day
	for _, c := range []struct {
		from, to    enduse.Date
		approximate bool
		want, text  string
	}{
		{day(1962, 1, 1), day(1962, 12, 31), false, "1962", "1962"},
		{day(1973, 1, 1), day(1973, 1, 1), false, "1973-01-01", "01 Jan 1973"},
		{day(1971, 3, 1), day(1971, 3, 31), false, "1971-03", "Mar 1971"},
		{day(1972, 2, 1), day(1972, 2, 29), false, "1972-02", "Feb 1972"},
		{day(1971, 2, 1), day(1971, 2, 27), false, "1971-02-01/1971-02-27", "01 Feb 1971 to 27 Feb 1971"},
		{day(1951, 1, 1), day(1951, 12, 31), true, "1951~", "circa 1951"},
		{day(1955, 1, 1), day(1957, 12, 31), false, "1955/1957", "1955 to 1957"},
		{day(1955, 3, 1), day(1955, 5, 31), false, "1955-03/1955-05", "Mar 1955 to May 1955"},
		{day(1955, 3, 4), enduse.Date{}, false, "1955-03-04", "04 Mar 1955"},
		{day(1957, 1, 1), day(1955, 1, 1), false, "", ""},
		{day(1957, 2, 30), day(1957, 12, 1), false, "", ""},
		{enduse.Date{}, day(1957, 12, 1), false, "", ""},
	} {
		got, ok := Period(c.from, c.to, c.approximate)
		if got.String() != c.want || ok != (c.want != "") || DateText(got) != c.text {
			t.Errorf("%v to %v: got %v %q, %v; want %q %q", c.from, c.to, got, DateText(got), ok, c.want, c.text)
		}
	}
}

func TestRelations(t *testing.T) {
	for _, c := range []struct {
		r      Relation
		want   enduse.Interest
		unread int
	}{
		{Relation{Type: "Owned or Controlled By", Other: "2"}, enduse.Interest{Kind: enduse.InterestControl, Owner: "ofac-sdn:2", Asset: "ofac-sdn:1", Role: "Owned or Controlled By"}, 0},
		{Relation{Type: "Leader or official of", Other: "2", Name: "EXAMPLE", Former: true}, enduse.Interest{Kind: enduse.InterestDirectorship, Owner: "ofac-sdn:1", Asset: "ofac-sdn:2", AssetName: "EXAMPLE", Role: "Leader or official of (former)"}, 0},
		{Relation{Type: "Neighbour of", Other: "2"}, enduse.Interest{Kind: enduse.InterestLinkedTo, Owner: "ofac-sdn:2", Asset: "ofac-sdn:1", Role: "Neighbour of"}, 1},
	} {
		p, err := NewParty("ofac-sdn", "1")
		if err != nil {
			t.Fatal(err)
		}
		p.AddRelation(c.r)
		if diff := cmp.Diff([]enduse.Interest{c.want}, p.Interests); diff != "" || len(p.Unread) != c.unread {
			t.Errorf("%+v: (-want +got)\n%s, unread %v", c.r, diff, p.Unread)
		}
	}
}

func TestUnwrapLinks(t *testing.T) {
	for in, want := range map[string]string{
		"(Linked To: A)":                       "Linked To: A",
		"Visit this. (Linked To: A (LTD.))":    "Visit this; Linked To: A (LTD.)",
		"(Linked To: A) (Linked To: B); DOB 1": "Linked To: A; Linked To: B; DOB 1",
		"(Linked To: A":                        "Linked To: A",
		"nothing (to do)":                      "nothing (to do)",
	} {
		if got := unwrapLinks(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// TestListings holds the designations of parties that stand on several lists.
func TestListings(t *testing.T) {
	since := enduse.Day(2014, 12, 17)
	for _, c := range []struct {
		name     string
		listings []Listing
		want     []enduse.Designation
		unread   int
	}{
		{
			"a sectoral party",
			[]Listing{
				{List: "Consolidated List", Programs: []string{"UKRAINE-EO13662"}, Types: []string{"13662 Sectoral Directive 1", "Program"}},
				{List: "Sectoral Sanctions Identifications List", Since: &since, Programs: []string{"UKRAINE-EO13662"}, Types: []string{"13662 Sectoral Directive 1", "Program"}},
			},
			[]enduse.Designation{{List: "ofac-ssi", Program: "UKRAINE-EO13662", Measures: debtEquity, Basis: "E.O. 13662 Directive 1", Since: &since}},
			0,
		},
		{
			"an evader who is blocked, too",
			[]Listing{
				{List: "Consolidated List", Programs: []string{"SYRIA", "FSE-SY"}, Types: []string{"Block"}, Bases: []string{"Executive Order 13608 (Iran/Syria)", "Executive Order 13582 (Syria)"}},
				{List: "SDN List", Since: &since, Programs: []string{"SYRIA", "FSE-SY"}, Types: []string{"Block"}},
				{List: "FSE List", Since: &since, Programs: []string{"SYRIA", "FSE-SY"}, Types: []string{"Block"}},
			},
			[]enduse.Designation{
				{List: "ofac-fse", Program: "FSE-SY", Measures: services, Basis: "E.O. 13608, sec. 1", Since: &since},
				{List: "ofac-sdn", Program: "SYRIA", Measures: freeze, Basis: "Executive Order 13582 (Syria)", Since: &since},
			},
			0,
		},
		{
			"only the whole list is named",
			[]Listing{{List: "Consolidated List", Since: &since, Programs: []string{"NS-PLC"}, Types: []string{"Reject"}}},
			[]enduse.Designation{{List: "ofac-plc", Program: "NS-PLC", Measures: services, Basis: programmeActs["NS-PLC"].basis, Since: &since}},
			0,
		},
		{
			"a list and a type never seen",
			[]Listing{{List: "List of Tomorrow", Since: &since, Types: []string{"Frown"}}},
			[]enduse.Designation{{List: "ofac-cons", Measures: services, Since: &since}},
			2,
		},
		{
			"a bank whose accounts are closed under a programme without a table",
			[]Listing{{List: "CAPTA List", Since: &since, Programs: []string{"HIFPAA"}}},
			[]enduse.Designation{{List: "ofac-capta", Program: "HIFPAA", Measures: services, Basis: listActs["CAPTA List"].basis, Since: &since}},
			0,
		},
	} {
		p, err := NewParty("ofac-cons", "1")
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range c.listings {
			p.AddListing(l)
		}
		e := p.Finish()
		if diff := cmp.Diff(c.want, e.Designations); diff != "" || len(e.Unread) != c.unread {
			t.Errorf("%s: (-want +got)\n%s, unread %v", c.name, diff, e.Unread)
		}
	}
}
