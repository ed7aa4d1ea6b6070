package edition

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/catalog"
	"github.com/enduse/enduse/internal/testkit"
)

// between returns rows whose numbers are from..to-1.
func between(from, to int) (out []string) {
	for i := from; i < to; i++ {
		out = append(out, fmt.Sprintf("%d,Example Party %d,x", i, i))
	}
	return out
}

// TestGuardCountsWhoIsGone: what is gone is counted one by one; parties that came
// do not make up for it.
func TestGuardCountsWhoIsGone(t *testing.T) {
	for _, c := range []struct {
		name    string
		after   []string
		refused bool
		gone    string
	}{
		{"the same and more", between(0, 450), false, ""},
		{"ten of 400 gone", between(10, 400), false, "10 of 400 entities (2.5 %)"},
		{"eleven of 400 gone", between(11, 400), true, ""},
		{"eleven gone and a hundred come", between(11, 511), true, ""},
		{"all others", between(1000, 1400), true, ""},
		{"the last fifth gone", between(0, 320), true, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := testStore(t)
			mustImport(t, s, ImportOptions{VerifiedAt: &now}, table(t, between(0, 400)...))
			r, err := s.Import(t.Context(), []string{table(t, c.after...)}, ImportOptions{Format: ownFormat(t), VerifiedAt: &now})
			if (err != nil) != c.refused {
				t.Fatalf("refused: %v", err)
			}
			if c.refused {
				if enduse.CodeOf(err) != enduse.CodeConflict || !strings.Contains(enduse.HintOf(err), "--accept-shrink") || !strings.Contains(err.Error(), "are gone") {
					t.Errorf("%v (%s)", err, enduse.HintOf(err))
				}
				return
			}
			if got := r.Imported[0].Gone(); got != c.gone || !r.Imported[0].InForce {
				t.Errorf("gone: %q, want %q", got, c.gone)
			}
		})
	}
}

// TestGuardAddsUp: small losses over several imports are a great one, until two
// months have gone by or somebody says that they are right.
func TestGuardAddsUp(t *testing.T) {
	today := now
	s := Open(t.TempDir(), func() time.Time { return today }, 72*time.Hour)
	give := func(from int, o ImportOptions) error {
		o.Format = ownFormat(t)
		_, err := s.Import(t.Context(), []string{table(t, between(from, 1000)...)}, o)
		return err
	}
	for _, step := range []struct {
		from    int
		days    int
		accept  bool
		refused bool
	}{
		{0, 0, false, false},
		{15, 1, false, false},
		{24, 1, false, false},
		{39, 1, false, true}, // 1.5 % of the one before, 3.9 % of the first
		{39, 1, true, false},
		{55, 1, false, false},
		{70, 1, false, true},
		{62, 70, false, false}, // and with it the losses begin anew
		{85, 1, false, false},
		{99, 1, false, true},
	} {
		today = today.AddDate(0, 0, step.days)
		err := give(step.from, ImportOptions{AcceptShrink: step.accept})
		if (err != nil) != step.refused {
			t.Fatalf("from %d after %d days: %v", step.from, step.days, err)
		}
		if step.refused && !strings.Contains(err.Error(), "over several imports") {
			t.Errorf("from %d: %v", step.from, err)
		}
	}
}

// TestGuardWithoutTheEditionBefore: an edition in force that cannot be read is no
// leave to put anything in its place.
func TestGuardWithoutTheEditionBefore(t *testing.T) {
	empty := func(path string) error { return os.WriteFile(path, nil, 0o600) }
	for _, c := range []struct {
		name   string
		damage func(s *Store, folder string) error
		whole  bool // a whole list is accepted all the same
	}{
		{"edition.json empty", func(_ *Store, f string) error { return empty(filepath.Join(f, "edition.json")) }, true},
		{"edition.json of another", func(_ *Store, f string) error {
			return os.WriteFile(filepath.Join(f, "edition.json"), []byte("{}"), 0o600)
		}, true},
		{"entities empty", func(_ *Store, f string) error { return empty(filepath.Join(f, entitiesFile)) }, true},
		{"folder gone", func(_ *Store, f string) error { return os.RemoveAll(f) }, true},
		{"folder and CURRENT gone", func(s *Store, f string) error {
			_ = os.Remove(s.currentPath())
			return os.RemoveAll(f)
		}, true},
		{"baseline gone", func(s *Store, _ string) error { return os.Remove(filepath.Join(s.dir, "lists", "own", "BASELINE")) }, true},
		{"baseline changed", func(s *Store, _ string) error {
			return os.WriteFile(filepath.Join(s.dir, "lists", "own", "BASELINE"), []byte(`{"ids":"AAAAAAAAAAA="}`), 0o600)
		}, true},
		{"folder and baseline gone", func(s *Store, f string) error {
			_ = os.Remove(filepath.Join(s.dir, "lists", "own", "BASELINE"))
			return os.RemoveAll(f)
		}, false},
	} {
		for _, size := range []int{73, 560} {
			t.Run(fmt.Sprintf("%s, then %d", c.name, size), func(t *testing.T) {
				s := testStore(t)
				e := mustImport(t, s, ImportOptions{VerifiedAt: &now}, table(t, between(0, 560)...)).Edition
				if err := c.damage(s, s.folder(e.Source, e.Digest)); err != nil {
					t.Fatal(err)
				}
				rows := append(between(0, size), "9999,Example New Party,x")
				_, err := s.Import(t.Context(), []string{table(t, rows...)}, ImportOptions{Format: ownFormat(t), VerifiedAt: &now})
				if want := size == 560 && c.whole; (err == nil) != want {
					t.Errorf("%v, want it accepted: %v", err, want)
				}
				if _, err := s.Import(t.Context(), []string{table(t, rows...)}, ImportOptions{Format: ownFormat(t), VerifiedAt: &now, AcceptShrink: true}); err != nil {
					t.Errorf("accepted by the user: %v", err)
				}
			})
		}
	}
}

// sdnFolder writes an SDN list of the entries of some numbers.
func sdnFolder(t *testing.T, from, to int) string {
	t.Helper()
	var sdn, alt, add strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&sdn, "%d,\"EXAMPLE PARTY %d\",-0- ,\"CUBA\"%s\r\n", i, i, strings.Repeat(",-0- ", 8))
	}
	fmt.Fprintf(&alt, "%d,1,\"aka\",\"EXAMPLE\",-0- \r\n", from)
	fmt.Fprintf(&add, "%d,1,-0- ,\"Havana\",\"Cuba\",-0- \r\n", from)
	dir := t.TempDir()
	for name, text := range map[string]string{"sdn.csv": sdn.String(), "alt.csv": alt.String(), "add.csv": add.String(), "sdn_comments.csv": fmt.Sprintf("%d,\"Linked To: AIR EXAMPLE.\"\r\n", from)} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text+"\x1a\r\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// TestOlderWithoutADate: an earlier edition that bears no date does not become the
// one in force because someone says that it was confirmed today.
func TestOlderWithoutADate(t *testing.T) {
	s, today := testStore(t), now
	s.clock = func() time.Time { return today }
	give := func(dir string, o ImportOptions) Imported {
		t.Helper()
		today = today.Add(time.Minute)
		o.VerifiedAt = &today
		r, err := s.Import(t.Context(), []string{dir}, o)
		if err != nil || len(r.Imported) != 1 {
			t.Fatalf("%v, %v", r, err)
		}
		return r.Imported[0]
	}
	first, second := sdnFolder(t, 1000, 1400), sdnFolder(t, 1000, 1409)
	give(first, ImportOptions{})
	give(second, ImportOptions{})
	if got := give(first, ImportOptions{}); got.InForce || !strings.Contains(got.Note, "enduse lists use ofac-sdn@") {
		t.Errorf("the edition before, again: %+v", got)
	}
	if got := give(sdnFolder(t, 1000, 1404), ImportOptions{}); got.InForce || !strings.Contains(got.Note, "it ends at number 1403 and the edition in force at 1408") {
		t.Errorf("an edition between: %+v", got)
	}
	if got := give(sdnFolder(t, 1000, 1405), ImportOptions{AcceptShrink: true}); !got.InForce {
		t.Errorf("accepted: %+v", got)
	}
	if got := give(sdnFolder(t, 1001, 1412), ImportOptions{}); !got.InForce || got.Gone() != "1 of 405 entities (0.2 %)" {
		t.Errorf("a later one: %+v", got)
	}
}

// TestGuardOnHistory: no step of three years of the SDN list is refused, by itself
// or added up, and none looks like an earlier edition.
func TestGuardOnHistory(t *testing.T) {
	path := testkit.Data(t, "ofac", "sdn_csv_history_2021-08_2024-05.tar.zst")
	var before, base idSet
	var accepted time.Time
	worst, steps := loss{of: 1}, 0
	eachFile(t, path, func(name string, content []byte) {
		ids := idSet{}
		for l := range bytes.Lines(content) {
			if number, _, ok := bytes.Cut(l, []byte(",")); ok {
				if _, err := strconv.Atoi(string(number)); err == nil {
					ids[enduse.EntityID("ofac-sdn:"+string(number))] = true
				}
			}
		}
		day := publishedOf(t, name).First()
		if before != nil {
			steps++
			c := comparison{was: before, now: ids, numbered: true}
			step, all := before.lost(ids), base.lost(ids)
			if step.tooMuch() || all.tooMuch() || c.older(&enduse.Edition{}) != "" {
				t.Errorf("%s: %v gone, since %s %v, %q", name, step, accepted.Format(time.DateOnly), all, c.older(&enduse.Edition{}))
			}
			if step.gone*worst.of > worst.gone*step.of {
				worst = step
			}
		}
		if base == nil || day.Sub(accepted) > baselineDays*24*time.Hour {
			base, accepted = ids, day
		}
		before = ids
	})
	t.Logf("%d steps, the greatest %v", steps, worst)
	if steps != 307 || worst.gone == 0 {
		t.Errorf("%d steps, the greatest %v", steps, worst)
	}
}

// TestFloorsByDate: what is below the floor of its day is partial, whatever its
// importer says of its end.
func TestFloorsByDate(t *testing.T) {
	source := list.Source{Floor: 100, Floors: []list.Floor{
		{Since: enduse.Day(2022, 1, 1), Entities: 200},
		{Since: enduse.Day(2026, 1, 1), Entities: 400, Lists: map[enduse.ListID]int{"a-list": 50}},
	}}
	for day, want := range map[enduse.Date]int{
		enduse.Day(2019, 5, 1): 100, enduse.Day(2021, 12, 31): 100, enduse.Day(2022, 1, 1): 200, enduse.Day(2025, 12, 31): 200, enduse.Day(2026, 1, 1): 400, enduse.Day(2031, 1, 1): 400,
	} {
		if got := source.FloorOn(day); got.Entities != want {
			t.Errorf("%v: %d, want %d", day, got.Entities, want)
		}
	}
	for _, c := range []struct {
		entities, on int
		accepted     bool
		partial      bool
	}{{400, 50, false, false}, {399, 50, false, true}, {400, 49, false, true}, {399, 49, true, false}, {99, 50, true, true}} {
		e := Manifest{OnList: map[enduse.ListID]int{"a-list": c.on}}
		e.Counts.Entities, e.Imported = c.entities, enduse.Day(2026, 8, 1).First()
		made := compilation{format: list.Format{Source: source}, manifest: &e, acceptShrink: c.accepted}
		made.checkFloor()
		if (len(e.Partial) > 0) != c.partial || c.accepted && !c.partial && len(e.Warnings) == 0 {
			t.Errorf("%+v: %q, %q", c, e.Partial, e.Warnings)
		}
	}
	for _, f := range catalog.Formats() {
		last := 0
		for _, floor := range f.Source.Floors {
			if floor.Entities < max(last, f.Source.Floor) {
				t.Errorf("%s: the floor of %v is lower than the one before", f.ID, floor.Since)
			}
			last = floor.Entities
		}
	}
}

// TestMappingIsNotAnOfficialList: a table of one's own does not stand for a list
// that somebody else publishes, neither at import nor when the state is asked.
func TestMappingIsNotAnOfficialList(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"{id: my-list, title: T, lists: [ofac-sdn]}", "list ofac-sdn is an official list"},
		{"{id: my-list, title: T, lists: [my-list, bis-el]}", "list bis-el is an official list"},
		{"{id: my-list, title: T, lists: [un-sc]}", "list un-sc is an official list"},
		{"{id: my-list, title: T, lists: [eu-fsf, uk-sl]}", "list eu-fsf is an official list"},
		{"{id: my-list, title: T, lists: [cn-ecl]}", "how much a whole one holds is not known"},
		{"{id: ofac-sdn, title: T, lists: [my-list]}", "source ofac-sdn is an official list"},
		{"{id: us-csl, title: T, lists: [bis-el]}", "source us-csl is an official list"},
		{"{id: opensanctions, title: T, lists: [my-list]}", "source opensanctions is an official list"},
		{"{id: starter, title: T, lists: [my-list]}", "it comes with the program"},
		{"{id: my-list, title: T}", ""},
		{"{id: my-list, title: T, lists: [my-list, other-list]}", ""},
	} {
		s := testStore(t)
		o := ImportOptions{VerifiedAt: &now, Format: formatOf(t, strings.Replace(mappingYAML, "{id: own, title: Own list, publisher: A test}", c.source, 1))}
		_, err := s.Import(t.Context(), []string{table(t, between(0, 40)...)}, o)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want) || enduse.HintOf(err) == "") {
			t.Errorf("%s: %v, want %q", c.source, err, c.want)
		}
		if c.want != "" {
			if all, err := s.Editions(); err != nil || len(all) != 0 {
				t.Errorf("%s: %d editions are kept, %v", c.source, len(all), err)
			}
		}
	}
	// Above the floor it may: here of an invented number of entries on the list.
	o, source := officials(), list.Source{ID: "my-list", Lists: []enduse.ListID{"un-sc", "my-list"}}
	for held, ok := range map[int]bool{939: false, 940: true} {
		if err := o.claim(source, enduse.DateOf(now), map[enduse.ListID]int{"un-sc": held, "my-list": 5000}); (err == nil) != ok {
			t.Errorf("%d entities: %v", held, err)
		}
	}
}

// TestStateOfTheOwner: the owner's edition decides on its list, whoever else
// carries it.
func TestStateOfTheOwner(t *testing.T) {
	of := func(source enduse.SourceID, own bool, held int, state enduse.EditionState, lists ...enduse.ListID) Status {
		c := Status{Manifest: Manifest{Edition: enduse.Edition{Source: source, Lists: lists, Imported: now}, Own: own, OnList: map[enduse.ListID]int{}}, State: state}
		for _, l := range lists {
			c.OnList[l] = held
		}
		return c
	}
	fresh, stale, partial := enduse.StateFresh, enduse.StateStale, enduse.StatePartial
	for _, c := range []struct {
		name string
		all  []Status
		want enduse.EditionState
	}{
		{"nothing", nil, ""},
		{"the owner", []Status{of("ofac-sdn", false, 19000, fresh, "ofac-sdn")}, fresh},
		{"the owner stale, a collection fresh", []Status{of("us-csl", false, 19000, fresh, "ofac-sdn"), of("ofac-sdn", false, 19000, stale, "ofac-sdn")}, stale},
		{"a collection alone", []Status{of("us-csl", false, 19000, fresh, "ofac-sdn")}, fresh},
		{"one's own alone", []Status{of("my-list", true, 1, fresh, "ofac-sdn")}, ""},
		{"one's own of an earlier version", []Status{of("my-list", true, 0, fresh, "ofac-sdn")}, ""},
		{"one's own whole", []Status{of("my-list", true, 19000, fresh, "ofac-sdn")}, fresh},
		{"one's own whole, the owner stale", []Status{of("my-list", true, 19000, fresh, "ofac-sdn"), of("ofac-sdn", false, 19000, stale, "ofac-sdn")}, stale},
		{"one's own whole, a collection partial", []Status{of("us-csl", false, 9, partial, "ofac-sdn"), of("my-list", true, 19000, fresh, "ofac-sdn")}, partial},
		{"one's own under the owner's name", []Status{of("ofac-sdn", true, 1, fresh, "ofac-sdn")}, ""},
	} {
		if got := Carried(c.all)["ofac-sdn"]; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
	if got := Carried([]Status{of("a", true, 1, stale, "mine"), of("b", true, 1, fresh, "mine")})["mine"]; got != fresh {
		t.Errorf("a list of one's own: %q", got)
	}
}
