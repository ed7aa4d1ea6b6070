package snapshot

import (
	"slices"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/testkit"
)

// TestRealLists imports the real files and counts.
func TestRealLists(t *testing.T) {
	s := testStore(t)
	for _, c := range []struct {
		path     []string
		partial  bool
		entities int
	}{
		{[]string{"ofac", "2026-08"}, false, 19181},
		{[]string{"un", "UN_consolidated_2026-08-02.xml"}, false, 736 + 275},
		{[]string{"us_csl_ccl", "csl_official_format_2023-11-30_partial.csv"}, false, 4220},
		{[]string{"jp_cn_lists", "jp.json"}, false, 835},
		{[]string{"jp_cn_lists", "cn.json"}, false, 240},
		{[]string{"eu", "journal_sanctions", "consolidated"}, false, 8017},
	} {
		r, err := s.Import(t.Context(), []string{testkit.Data(t, c.path...)}, edition.ImportOptions{Partial: c.partial})
		if err != nil {
			t.Errorf("%v: %v", c.path, err)
			continue
		}
		if len(r.Imported) != 1 || r.Imported[0].Edition.Counts.Entities != c.entities || r.Imported[0].Edition.Counts.Faults != 0 {
			t.Errorf("%v: %+v, want %d entities and no faults", c.path, r.Imported[0].Edition.Counts, c.entities)
		}
	}
	everyNameComesBack(t, s)
}

func TestRealPartialLists(t *testing.T) {
	old := testStore(t)
	path := testkit.Data(t, "ofac", "sdn_2024-05-03.csv")
	if _, err := old.Import(t.Context(), []string{path}, edition.ImportOptions{}); err == nil {
		t.Error("sdn.csv alone is imported without --partial")
	}
	r, err := old.Import(t.Context(), []string{path}, edition.ImportOptions{Partial: true})
	if err != nil || r.Imported[0].Edition.Counts.Entities != 14965 || r.Imported[0].State != enduse.StatePartial {
		t.Errorf("May 2024: %+v, %v", r, err)
	}
	flat := testStore(t)
	r, err = flat.Import(t.Context(), []string{testkit.Data(t, "us_csl_ccl", "csl_2026-07-31_flat.jsonl")}, edition.ImportOptions{})
	if err != nil || r.Imported[0].Edition.Counts.Records != 25921 {
		t.Errorf("flat CSL: %+v, %v", r, err)
	}
}

// everyNameComesBack is suite E8: each name of each list, as written, brings
// back its entity among those of rank 1, with a score of 1.
func everyNameComesBack(t *testing.T, s *edition.Store) {
	t.Helper()
	snapshot, err := New(s).Snapshot(t.Context(), enduse.DateOf(now))
	if err != nil {
		t.Fatal(err)
	}
	p := policy.Default()
	m := match.Matcher{Index: snapshot.Index, Weights: p.Weights}
	const every = 7 // a sample; the whole takes minutes
	names, lost := 0, 0
	for i, e := range slices.Collect(snapshot.Index.All()) {
		for n, listed := range e.Names {
			analysed := name.Analyse(listed.Text)
			// A list that gives "Joint Stock Company" as a whole alias names
			// nobody by it; the entity's other names still do.
			if (i+n)%every != 0 || len(analysed.Tokens) == 0 || analysed.IsNobody() {
				continue
			}
			names++
			found := false
			for _, h := range m.Hits(enduse.Party{Name: listed.Text}, 1) {
				found = found || slices.Contains(h.All(), e)
			}
			if !found {
				lost++
				t.Errorf("%s: %q does not come back with score 1", e.ID, listed.Text)
			}
		}
	}
	t.Logf("%d names, %d lost", names, lost)
}
