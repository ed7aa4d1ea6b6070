package ofac_test

import (
	"fmt"
	"io"
	"iter"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/ofac"
	"github.com/enduse/enduse/internal/list/ofac/advanced"
	"github.com/enduse/enduse/internal/list/ofac/sdnxml"
	"github.com/enduse/enduse/internal/testkit"
)

// The consolidated list is at hand in three formats, of three days: the
// advanced format of 17 March 2020, SDN.XML's of 28 March 2025, CSV of December
// 2025. TestFormatsAgree compares them field by field where the same party
// stands in two of them, and counts the parties of which a field gained values,
// lost some, or both. The counts are exact, for the files do not change; -v
// prints every difference. Looked through, they are these.
//
// Between March and December 2025, of 442 parties:
//   - eleven came under RUSSIA-EO14024 beside their programme, with what is
//     known of them (identifiers, addresses, names): companies of Rosneft and
//     Lukoil, on 22 October 2025;
//   - one lost the programme SYRIA, which ended on 30 June 2025;
//   - one name has double quotes in XML that CSV prints as single ones.
//
// Between 2020 and 2025, of 366 parties:
//   - the programme RUSSIA-EO14024 was new from 2021 on: 76 parties gained it;
//   - joint-stock companies changed their forms and names, and OFAC the spelling
//     of others ("VEB-LEASING"): 55 have another primary name;
//   - OFAC added tax and registration numbers and the country of those that it
//     had, so that a "tax" number became an "inn", and dates of founding; it
//     dropped e-mail addresses and old websites;
//   - the advanced format gives links by number, the others by name;
//   - four parties stand on the SDN list, too, which only the advanced format
//     says: there their other programme freezes, in CSV and SDN.XML it is
//     "ofac-cons" with services.

func consCSV(t *testing.T) iter.Seq2[enduse.Entity, error] {
	t.Helper()
	open := func(name string) ofac.File {
		f, err := os.Open(testkit.Data(t, "ofac", "watchman_older", name))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { f.Close() })
		return ofac.File{Name: name, Reader: f}
	}
	return ofac.ReadConsolidated(ofac.Files{
		Main: open("cons_prim.csv"), Alt: open("cons_alt.csv"), Add: open("cons_add.csv"), Comments: open("cons_comments.csv"),
	})
}

func consXML(t *testing.T) iter.Seq2[enduse.Entity, error] {
	t.Helper()
	f, err := os.Open(testkit.Data(t, "ofac", "consolidated_nonSDN_2025-03-28.xml"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return sdnxml.Read(f, "consolidated.xml", "ofac-cons")
}

func consAdvanced(t *testing.T) iter.Seq2[enduse.Entity, error] {
	t.Helper()
	path := testkit.Data(t, "ofac", "cons_advanced_2020-03-17.xml")
	return advanced.Read(list.File{Name: filepath.Base(path), Open: func() (io.ReadCloser, error) { return os.Open(path) }}, "ofac-cons")
}

func byID(t *testing.T, entities iter.Seq2[enduse.Entity, error]) map[enduse.EntityID]enduse.Entity {
	t.Helper()
	out := map[enduse.EntityID]enduse.Entity{}
	for e, err := range entities {
		if err != nil {
			t.Fatal(err)
		}
		out[e.ID] = e
	}
	return out
}

// facts are the fields that are compared, each as a set of texts.
var facts = map[string]func(enduse.Entity) []string{
	"schema":       func(e enduse.Entity) []string { return []string{string(e.Schema)} },
	"primary name": func(e enduse.Entity) []string { return []string{e.Caption()} },
	"names": func(e enduse.Entity) []string {
		return texts(e.Names, func(n enduse.Name) string { return strings.ToUpper(n.Text) })
	},
	"weak names": func(e enduse.Entity) []string {
		return texts(e.Names, func(n enduse.Name) string {
			if n.Kind != enduse.NameWeakAlias {
				return ""
			}
			return strings.ToUpper(n.Text)
		})
	},
	"identifiers": func(e enduse.Entity) []string {
		return texts(e.Identifiers, func(i enduse.Identifier) string {
			return fmt.Sprintf("%s %s %s %s", i.Kind, i.Value, i.Country, i.Check)
		})
	},
	"birth dates": func(e enduse.Entity) []string { return texts(e.BirthDates, enduse.Date.String) },
	"birth places": func(e enduse.Entity) []string {
		return texts(e.BirthPlaces, func(p enduse.Place) string { return p.Text + " " + string(p.Country) })
	},
	"nationalities": func(e enduse.Entity) []string {
		return texts(e.Nationalities, func(c enduse.Country) string { return string(c) })
	},
	"countries": func(e enduse.Entity) []string {
		return texts(e.Countries, func(c enduse.Country) string { return string(c) })
	},
	"gender":     func(e enduse.Entity) []string { return []string{string(e.Gender)} },
	"founded":    func(e enduse.Entity) []string { return texts(e.Founded, enduse.Date.String) },
	"websites":   func(e enduse.Entity) []string { return e.Websites },
	"emails":     func(e enduse.Entity) []string { return e.Emails },
	"programmes": func(e enduse.Entity) []string { return e.Programs() },
	"designations": func(e enduse.Entity) []string {
		return texts(e.Designations, func(d enduse.Designation) string { return fmt.Sprint(d.List, d.Program, d.Measures, d.Basis) })
	},
	"links": func(e enduse.Entity) []string {
		return texts(e.Interests, func(i enduse.Interest) string { return i.OwnerName })
	},
	"titles and positions": func(e enduse.Entity) []string { return slices.Concat(e.Titles, e.Positions) },
	"addresses":            func(e enduse.Entity) []string { return texts(e.Addresses, address) },
}

// address writes an address without what only splits it: CSV has city, region
// and postal code in one field.
func address(a enduse.Address) string {
	drop := strings.NewReplacer(",", "", " ", "")
	return drop.Replace(a.Street+a.City+a.Region+a.PostalCode) + string(a.Country)
}

func texts[T any](from []T, text func(T) string) []string {
	var out []string
	for _, f := range from {
		if s := text(f); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	slices.Sort(out)
	return out
}

// relationOf says how the sets of a field relate: "" if they are equal.
func relationOf(early, late []string) string {
	lost, gained := false, false
	for _, v := range early {
		lost = lost || !slices.Contains(late, v)
	}
	for _, v := range late {
		gained = gained || !slices.Contains(early, v)
	}
	switch {
	case lost && gained:
		return "changed"
	case lost:
		return "lost"
	case gained:
		return "gained"
	}
	return ""
}

// compare counts the parties by field and by how the field differs.
func compare(t *testing.T, early, late map[enduse.EntityID]enduse.Entity) (both int, differ map[string]int) {
	t.Helper()
	differ = map[string]int{}
	for _, id := range slices.Sorted(maps.Keys(early)) {
		l, ok := late[id]
		if !ok {
			continue
		}
		both++
		for field, of := range facts {
			a, b := of(early[id]), of(l)
			if kind := relationOf(a, b); kind != "" {
				differ[field+" "+kind]++
				t.Logf("%s %s %s: %q | %q", id, field, kind, a, b)
			}
		}
	}
	return both, differ
}

func TestFormatsAgree(t *testing.T) {
	csv, xml, adv := byID(t, consCSV(t)), byID(t, consXML(t)), byID(t, consAdvanced(t))
	for _, c := range []struct {
		name        string
		early, late map[enduse.EntityID]enduse.Entity
		both        int
		differ      map[string]int
	}{
		{"SDN.XML's format of March and CSV of December 2025", xml, csv, 442, map[string]int{
			"addresses changed": 2, "addresses gained": 3, "designations gained": 11, "designations lost": 1,
			"identifiers changed": 1, "identifiers gained": 9, "names changed": 2, "names gained": 4, "primary name changed": 1,
			"programmes gained": 11, "programmes lost": 1, "weak names gained": 2,
		}},
		{"the advanced format of 2020 and SDN.XML's of 2025", adv, xml, 366, map[string]int{
			"addresses changed": 33, "addresses gained": 15, "addresses lost": 2, "birth places gained": 1,
			"countries gained": 6, "designations changed": 4, "designations gained": 76, "emails lost": 18,
			"founded gained": 24, "gender changed": 1, "identifiers changed": 27, "identifiers gained": 27, "links gained": 274,
			"names changed": 60, "names gained": 11, "names lost": 3, "nationalities gained": 1, "primary name changed": 55,
			"programmes gained": 77, "weak names gained": 8, "weak names lost": 4, "websites changed": 2, "websites gained": 4,
			"websites lost": 10,
		}},
		{"the advanced format of 2020 and CSV of 2025", adv, csv, 365, map[string]int{
			"addresses changed": 35, "addresses gained": 18, "addresses lost": 2, "birth places gained": 1,
			"countries gained": 6, "designations changed": 4, "designations gained": 87, "emails lost": 18,
			"founded gained": 24, "gender changed": 1, "identifiers changed": 28, "identifiers gained": 36, "links gained": 274,
			"names changed": 62, "names gained": 15, "names lost": 3, "nationalities gained": 1, "primary name changed": 56,
			"programmes changed": 1, "programmes gained": 87, "weak names gained": 10, "weak names lost": 4,
			"websites changed": 2, "websites gained": 4, "websites lost": 10,
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			both, differ := compare(t, c.early, c.late)
			if both != c.both {
				t.Errorf("%d parties in both, want %d", both, c.both)
			}
			if diff := cmp.Diff(c.differ, differ); diff != "" {
				t.Errorf("parties by what differs (-want +got):\n%s", diff)
			}
		})
	}
}
