package snapshot

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
)

func ids(entities []*enduse.Entity) (out []string) {
	for _, e := range entities {
		out = append(out, string(e.ID))
	}
	return out
}

// said describes changes in one line.
func said(c Changes) string {
	var changed []string
	for _, ch := range c.Changed {
		changed = append(changed, fmt.Sprintf("%s:%s>%s", ch.After.ID, ch.Before.Caption(), ch.After.Caption()))
	}
	return fmt.Sprintf("+%v ~%v -%v", ids(c.Added), changed, ids(c.Removed))
}

// TestChangesBetweenDays compares the lists of days: what was added, changed and
// removed, whatever the order of the rows.
func TestChangesBetweenDays(t *testing.T) {
	s := testStore(t)
	for day, rows := range map[string][]string{
		"2026-07-01": {"1,One,x", "2,Two,x", "3,Three,x"},
		"2026-08-01": {"4,Four,x", "3,Three,x", "2,Two and a Half,x"},
	} {
		d := mustDate(t, day)
		mustImport(t, s, edition.ImportOptions{Published: &d, VerifiedAt: &now, AcceptShrink: true}, table(t, rows...))
	}
	lists := New(s)
	for _, c := range []struct{ from, to, want string }{
		{"2026-07-02", "2026-08-02", "+[own:4] ~[own:2:Two>Two and a Half] -[own:1]"},
		{"2026-08-02", "2026-07-02", "+[own:1] ~[own:2:Two and a Half>Two] -[own:4]"},
		{"2026-07-02", "2026-07-20", "+[] ~[] -[]"},
		{"2026-06-01", "2026-07-02", "+[own:1 own:2 own:3] ~[] -[]"},
		{"2026-07-02", "2026-06-01", "+[] ~[] -[own:1 own:2 own:3]"},
	} {
		got, err := lists.Changes(t.Context(), mustDate(t, c.from), mustDate(t, c.to))
		if err != nil || said(got) != c.want {
			t.Errorf("%s to %s: %s, want %s (%v)", c.from, c.to, said(got), c.want, err)
		}
	}
}

// TestChangesEqualDiff compares random edits with the diff of two editions, which
// decodes every entity.
func TestChangesEqualDiff(t *testing.T) {
	s := testStore(t)
	r := rand.New(rand.NewPCG(11, 2))
	rows := edited(r, nil, 60)
	before := mustImport(t, s, edition.ImportOptions{AcceptShrink: true, VerifiedAt: &now}, table(t, rows...)).Edition
	for range 12 {
		from, err := s.InForce(s.Today())
		if err != nil {
			t.Fatal(err)
		}
		rows = edited(r, rows, r.IntN(20))
		after := mustImport(t, s, edition.ImportOptions{AcceptShrink: true, VerifiedAt: &now}, table(t, rows...)).Edition
		to, err := s.InForce(s.Today())
		if err != nil {
			t.Fatal(err)
		}
		got, err := New(s).ChangesBetween(t.Context(), from, to)
		if err != nil {
			t.Fatal(err)
		}
		d, err := s.Diff(before, after)
		if err != nil {
			t.Fatal(err)
		}
		var changed, want []enduse.EntityID
		for _, c := range got.Changed {
			changed = append(changed, c.After.ID)
		}
		for _, c := range d.Changed {
			want = append(want, c.ID)
		}
		a, _ := json.Marshal([]any{ids(got.Added), changed, ids(got.Removed)})
		b, _ := json.Marshal([]any{ids(d.Added), want, ids(d.Removed)})
		if string(a) != string(b) {
			t.Fatalf("changes %s\nwant    %s", a, b)
		}
		before = after
	}
}

// TestChangesOfTheStarter: when a list is imported, the starter entities of that
// list are removed, and those of other lists stay.
func TestChangesOfTheStarter(t *testing.T) {
	s := testStore(t)
	before, err := s.InForce(s.Today())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "sdn.csv")
	if err := os.WriteFile(path, []byte(`36,"AEROCARIBBEAN AIRLINES",-0- ,"CUBA"`+strings.Repeat(",-0- ", 8)+"\r\n\x1a\r\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Import(t.Context(), []string{path}, edition.ImportOptions{Partial: true, VerifiedAt: &now}); err != nil {
		t.Fatal(err)
	}
	after, err := s.InForce(s.Today())
	if err != nil {
		t.Fatal(err)
	}
	got, err := New(s).ChangesBetween(t.Context(), before, after)
	if err != nil || len(got.Added) != 1 || got.Added[0].ID != "ofac-sdn:36" || len(got.Changed) != 0 || len(got.Removed) < 20 {
		t.Errorf("%s, %v", said(got), err)
	}
	for _, e := range got.Removed {
		if e.Source != "starter" || e.List != "ofac-sdn" {
			t.Errorf("%s of %s is removed", e.ID, e.List)
		}
	}
}

// TestChangesUnknown: if an edition cannot be read, no change is not the answer.
func TestChangesUnknown(t *testing.T) {
	for what, damage := range map[string]func(path string) error{
		"entities changed": func(path string) error { return os.WriteFile(path, []byte("{}\n"), 0o600) },
		"entities gone":    os.Remove,
		"manifest changed": func(path string) error {
			return os.WriteFile(strings.Replace(path, "entities.ndjson", "edition.json", 1), nil, 0o600)
		},
	} {
		s := testStore(t)
		day := mustDate(t, "2026-07-01")
		mustImport(t, s, edition.ImportOptions{Published: &day, VerifiedAt: &now}, table(t, rows(3)...))
		mustImport(t, s, edition.ImportOptions{VerifiedAt: &now}, table(t, rows(4)...))
		for _, path := range entityFiles(t, s, "own") {
			if err := damage(path); err != nil {
				t.Fatal(err)
			}
		}
		if got, err := New(s).Changes(t.Context(), mustDate(t, "2026-07-02"), enduse.DateOf(now)); err == nil {
			t.Errorf("%s: %s", what, said(got))
		}
	}
}
