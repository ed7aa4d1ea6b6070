package ofac

import (
	"cmp"
	"errors"
	"maps"
	"os"
	"slices"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/testkit"
)

// count is what an edition holds, counted as its files have it.
type count struct {
	entities, names, alts, addresses, identifiers, interests, unread, faults, warnings int
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
			c.faults++
			if c.faults <= 3 {
				t.Log(bad)
			}
		case errors.As(err, &warn):
			c.warnings++
			t.Log(warn)
		case err != nil:
			t.Fatal(err)
		default:
			all = append(all, e)
			c.entities++
			c.names += len(e.Names)
			c.addresses += len(e.Addresses)
			c.identifiers += len(e.Identifiers)
			c.interests += len(e.Interests)
			c.unread += len(e.Unread)
		}
	}
	return c, all
}

func open(t *testing.T, path ...string) File {
	t.Helper()
	f, err := os.Open(testkit.Data(t, path...))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return File{Name: path[len(path)-1], Reader: f}
}

func TestRemarksCoverage(t *testing.T) {
	c, all := tally(t, sdn, Files{Main: open(t, "ofac", "sdn_2024-05-03.csv")})
	_, _ = c, all
	var chars [classProse + 1]int
	unread := map[string]int{}
	for i := range all {
		var e enduse.Entity
		e.Schema = all[i].Schema
		r := remarks{entity: &e, directives: map[string][]string{}, listed: map[string]enduse.Date{}}
		r.read(join(all[i].Remarks, ""))
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
	top := slices.SortedFunc(maps.Keys(unread), func(a, b string) int {
		return cmp.Or(unread[b]-unread[a], cmp.Compare(a, b))
	})
	for _, text := range top {
		t.Logf("unread %d times: %s", unread[text], text)
	}
}
