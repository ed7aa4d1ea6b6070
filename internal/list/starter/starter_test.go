package starter_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/starter"
)

func ExampleRead() {
	for e, err := range starter.Read() {
		if err != nil {
			fmt.Println(err)
			return
		}
		if e.ID == "ofac-sdn:49128" {
			fmt.Println(e.Caption(), e.List, e.Programs(), e.Addresses[0])
		}
	}
	// Output: SUPERCHIP LIMITED ofac-sdn [RUSSIA-EO14024] RM 704 7/F 135 Bonham Strand Trade CTR Sheung Wan, Hong Kong, HK
}

func all(t *testing.T) []enduse.Entity {
	t.Helper()
	var out []enduse.Entity
	for e, err := range starter.Read() {
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, e)
	}
	return out
}

func TestRead(t *testing.T) {
	lists, countries, schemas := map[enduse.ListID]int{}, map[enduse.Country]int{}, map[enduse.Schema]int{}
	ids := map[enduse.EntityID]bool{}
	for _, e := range all(t) {
		lists[e.List]++
		schemas[e.Schema]++
		countries[e.Countries[0]]++
		if ids[e.ID] || e.Source != "starter" || !strings.HasPrefix(string(e.ID), string(e.List)+":") {
			t.Errorf("%s: source %s, list %s, or it stands twice", e.ID, e.Source, e.List)
		}
		ids[e.ID] = true
	}
	t.Log(lists, schemas, countries)
	if len(ids) < 150 || len(ids) > 300 {
		t.Errorf("%d entities; a starter has 150 to 300", len(ids))
	}
	for _, l := range starter.Source().Lists {
		if lists[l] == 0 {
			t.Errorf("nothing of %s", l)
		}
	}
	for _, s := range []enduse.Schema{enduse.SchemaCompany, enduse.SchemaOrganization, enduse.SchemaPerson, enduse.SchemaVessel} {
		if schemas[s] == 0 {
			t.Errorf("no %s", s)
		}
	}
	for _, c := range []enduse.Country{"CN", "HK", "AE", "TR", "KG", "KZ", "RU", "IR", "KP"} {
		if countries[c] == 0 {
			t.Errorf("nobody in %s", c)
		}
	}
}

// TestIdentifiersPassTheirChecks: the table is typed data; a digit that was
// mistyped would show here.
func TestIdentifiersPassTheirChecks(t *testing.T) {
	for _, e := range all(t) {
		for _, id := range e.Identifiers {
			if id.Check == enduse.CheckWrong {
				t.Errorf("%s: %s %s fails its check digit", e.ID, id.Kind, id.Value)
			}
		}
		if e.Schema == enduse.SchemaVessel && !slices.ContainsFunc(e.Identifiers, func(i enduse.Identifier) bool { return i.Kind == enduse.IDIMO }) {
			t.Errorf("%s: a vessel without an IMO number", e.ID)
		}
	}
}

func TestReadStopsWhenAsked(t *testing.T) {
	n := 0
	for range starter.Read() {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 {
		t.Errorf("%d", n)
	}
}

func set(text string) list.Set {
	return list.Set{{Name: "x", Role: "starter.csv", Open: func() (io.ReadCloser, error) {
		return io.NopCloser(strings.NewReader(text)), nil
	}}}
}

const header = "id,list,schema,name,aliases,countries,birth_date,nationalities,addresses,identifiers,programs,measures,basis,since,citation\n"

func TestReadReportsFaults(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", "", "not the starter table"},
		{"another table", "a,b\n1,2\n", "not the starter table"},
		{"fields", header + "x\n", "wrong number of fields"},
		{"schema", header + "bis-el:a,bis-el,robot,A,,CN,,,,,,red_flag,,,u\n", "robot"},
		{"list", header + "x:a,x,company,A,,CN,,,,,,red_flag,,,u\n", `"x" is not one of`},
		{"country", header + "bis-el:a,bis-el,company,A,,ZZ,,,,,,red_flag,,,u\n", "no country code"},
		{"measure", header + "bis-el:a,bis-el,company,A,,CN,,,,,,,,,u\n", "needs a measure"},
		{"birth date", header + "bis-el:a,bis-el,person,A,,CN,1.2.3,,,,,red_flag,,,u\n", "bad date"},
		{"since", header + "bis-el:a,bis-el,company,A,,CN,,,,,,red_flag,,soon,u\n", "bad date"},
		{"address", header + "bis-el:a,bis-el,company,A,,CN,,,nowhere,,,red_flag,,,u\n", "want street; city; COUNTRY"},
		{"identifier", header + "bis-el:a,bis-el,company,A,,CN,,,,shoe=46,,red_flag,,,u\n", "want kind=value@COUNTRY"},
	}
	for _, tt := range tests {
		var got error
		for _, err := range starter.Format().Read(set(tt.text)) {
			got = errors.Join(got, err)
		}
		if got == nil || !strings.Contains(got.Error(), tt.want) {
			t.Errorf("%s: %v; want %q", tt.name, got, tt.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(header + "bis-el:a,bis-el,person,\"A, B\",former=C|weak=D,CN,1971,CN,x; y; CN|z; HK,imo=9187629|tax=1@CN,P|Q,red_flag,b,2020-01-01,u\n")
	f.Add(header + "\"\n")
	f.Fuzz(func(t *testing.T, text string) {
		for e, err := range starter.Format().Read(set(text)) {
			if err == nil && e.Validate() != nil {
				t.Errorf("%v passes", e)
			}
		}
	})
}
