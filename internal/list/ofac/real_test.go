package ofac

import (
	"cmp"
	"errors"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/testkit"
)

// count is what an edition holds.
type count struct {
	Entities, Addresses, Faults, Warnings int
}

func tally(t *testing.T, p publication, f Files) (count, []enduse.Entity) {
	t.Helper()
	var c count
	var all []enduse.Entity
	for e, err := range p.read(f) {
		var bad *enduse.RecordError
		var warn *list.Warning
		switch {
		case errors.As(err, &bad):
			c.Faults++
		case errors.As(err, &warn):
			c.Warnings++
		case err != nil:
			t.Fatal(err)
		default:
			all = append(all, e)
			c.Entities++
			c.Addresses += len(e.Addresses)
		}
	}
	return c, all
}

func realFile(t *testing.T, path ...string) File {
	t.Helper()
	f, err := os.Open(testkit.Data(t, append([]string{"ofac"}, path...)...))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return File{Name: path[len(path)-1], Reader: f}
}

func realSet(t *testing.T, dir, main, alt, add, comments string) Files {
	t.Helper()
	return Files{realFile(t, dir, main), realFile(t, dir, alt), realFile(t, dir, add), realFile(t, dir, comments)}
}

func TestRealEditions(t *testing.T) {
	for _, c := range []struct {
		name string
		p    publication
		f    Files
		want count
	}{
		// 24,920 address rows: 3,204 are nulls throughout, three repeat another one.
		{"2026-08", sdn, realSet(t, "2026-08", "sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"), count{Entities: 19181, Addresses: 24920 - 3204 - 3}},
		{"2024-05", sdn, Files{Main: realFile(t, "sdn_2024-05-03.csv")}, count{Entities: 14965}},
		{"consolidated", consolidated, realSet(t, "watchman_older", "cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv"), count{Entities: 442, Addresses: 574 - 52}},
	} {
		if got, _ := tally(t, c.p, c.f); got != c.want {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}

// TestRealAliases holds the names of every entity against its rows of alt.csv.
func TestRealAliases(t *testing.T) {
	alt, remarks, main := 0, 0, 0
	_, all := tally(t, sdn, realSet(t, "2026-08", "sdn.csv", "alt.csv", "add.csv", "sdn_comments.csv"))
	_, without := tally(t, sdn, Files{Main: realFile(t, "2026-08", "sdn.csv"), Comments: realFile(t, "2026-08", "sdn_comments.csv")})
	for i := range all {
		main++
		remarks += len(without[i].Names) - 1
		alt += len(all[i].Names) - len(without[i].Names)
	}
	if alt != 20169 || main != 19181 {
		t.Errorf("%d names of alt.csv, %d primary; want 20169, 19181", alt, main)
	}
	t.Logf("%d primary names, %d of alt.csv, %d of the remarks", main, alt, remarks)
}

func TestRealDetect(t *testing.T) {
	got := map[string]string{}
	for _, pattern := range []string{"ofac/*.csv", "ofac/*/*.csv", "*/*.csv", "*/*.txt", "un/*"} {
		paths, err := filepath.Glob(testkit.Data(t) + "/" + pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range Formats() {
				if role := f.Detect(list.Head{Name: filepath.Base(path), Bytes: b[:min(len(b), 64<<10)]}); role != "" {
					got[filepath.Base(path)] += role
				}
			}
		}
	}
	want := map[string]string{
		"sdn.csv": "sdn.csv", "alt.csv": "alt.csv", "add.csv": "add.csv", "sdn_comments.csv": "sdn_comments.csv",
		"sdn_2024-05-03.csv": "sdn.csvsdn.csv", // found by two patterns
		"cons_prim.csv":      "cons_prim.csv", "cons_alt.csv": "cons_alt.csv", "cons_add.csv": "cons_add.csv", "cons_comments.csv": "cons_comments.csv",
	}
	if !maps.Equal(got, want) {
		t.Errorf("got %v\nwant %v", got, want)
	}
}

// TestRealConsolidatedLists holds the lists that follow from programmes and
// directives against the counts of the edition.
func TestRealConsolidatedLists(t *testing.T) {
	_, all := tally(t, consolidated, realSet(t, "watchman_older", "cons_prim.csv", "cons_alt.csv", "cons_add.csv", "cons_comments.csv"))
	got := map[enduse.ListID]int{}
	for i := range all {
		got[all[i].List]++
	}
	want := map[enduse.ListID]int{"ofac-ssi": 286, "ofac-plc": 78, "ofac-cmic": 68, "ofac-mbs": 9, "ofac-capta": 1}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestRemarksCoverage says how much of the remarks is understood, and as what;
// -v prints what is not. The edition has no comments file beside it, so what
// was cut is among the unread.
func TestRemarksCoverage(t *testing.T) {
	_, all := tally(t, sdn, Files{Main: realFile(t, "sdn_2024-05-03.csv")})
	var chars [classProse + 1]int
	unread := map[string]int{}
	for i := range all {
		e, r := readRemarks(all[i].Schema, join(all[i].Remarks, ""))
		for k, n := range r.chars {
			chars[k] += n
		}
		for _, u := range e.Unread {
			unread[u.Text]++
		}
	}
	sum := 0
	for _, n := range chars {
		sum += n
	}
	share := func(k class) float64 { return 100 * float64(chars[k]) / float64(sum) }
	t.Logf("%d characters: typed %.2f %%, statements %.2f %%, prose %.2f %%, unread %.3f %%",
		sum, share(classTyped), share(classStatement), share(classProse), share(classUnread))
	for _, text := range slices.SortedFunc(maps.Keys(unread), func(a, b string) int {
		return cmp.Or(unread[b]-unread[a], cmp.Compare(a, b))
	}) {
		t.Logf("unread %d times: %s", unread[text], text)
	}
	if share(classUnread) > 0.2 || share(classProse) > 5 || share(classTyped) < 65 {
		t.Error("less is understood than was")
	}
}
