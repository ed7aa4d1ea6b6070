package synthetic

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/testkit"
)

// profile is what a list is like: how much of each thing there is for an entity,
// and how often words stand in names.
type profile struct {
	shares map[string]float64
	words  map[string]int // by how many entities have them in their names
	n      int            // the sum of that
}

func profileOf(entities []*enduse.Entity) profile {
	p := profile{shares: map[string]float64{}, words: map[string]int{}}
	for _, e := range entities {
		p.count("schema " + string(e.Schema))
		seen := map[string]bool{}
		for _, n := range e.Names {
			p.count("name " + string(n.Kind))
			p.count("script " + n.Script)
			for _, t := range name.Analyse(n.Text).Tokens {
				if !seen[t.Text] {
					seen[t.Text] = true
					p.words[t.Text]++
					p.n++
				}
			}
		}
		for _, d := range e.BirthDates {
			p.count(fmt.Sprint("birth date of precision ", d.Precision()))
			p.count(fmt.Sprint("born in the decade ", d.Year/10*10))
		}
		for _, id := range e.Identifiers {
			p.count("identifier " + string(id.Kind))
		}
		for _, c := range append(slices.Clone(e.Countries), e.Nationalities...) {
			p.count("country " + string(c))
		}
		for _, a := range e.Addresses {
			p.count("address in " + string(a.Country))
		}
	}
	for k := range p.shares {
		p.shares[k] /= float64(len(entities))
	}
	return p
}

func (p *profile) count(what string) { p.shares[what]++ }

// top are the most frequent words, each with its share.
func (p *profile) top(n int) []string {
	all := slices.SortedFunc(maps.Keys(p.words), func(a, b string) int {
		return cmp.Or(cmp.Compare(p.words[b], p.words[a]), cmp.Compare(a, b))
	})
	return all[:min(n, len(all))]
}

func (p *profile) share(word string) float64 { return float64(p.words[word]) / float64(p.n) }

// compareProfiles holds what is grown against its source: shares within 3 %, the
// hundred most frequent words with all but the stated part of their share.
func compareProfiles(t *testing.T, from, grown profile, words float64) {
	t.Helper()
	for what, share := range from.shares {
		if strings.HasPrefix(what, "born") && share < 0.01 {
			continue // dates are moved by up to two years
		}
		within := 0.03
		if strings.HasPrefix(what, "born") {
			within = 0.2
		}
		if got := grown.shares[what]; math.Abs(got-share) > within*share {
			t.Errorf("%s: %.5f for an entity, in the source %.5f", what, got, share)
		}
	}
	var moved, all, worst float64
	var which string
	for _, w := range from.top(100) {
		d := math.Abs(grown.share(w) - from.share(w))
		moved, all = moved+d, all+from.share(w)
		if d/from.share(w) > worst {
			worst, which = d/from.share(w), w
		}
	}
	t.Logf("the 100 most frequent words: %.3f of all words; moved in the mean by %.1f %% of their share, at most by %.1f %% (%s)", all, 100*moved/all, 100*worst, which)
	if moved/all > words {
		t.Errorf("the 100 most frequent words moved by %.1f %% of their share", 100*moved/all)
	}
}

// exponent is that of Heaps' law between a list and one twice as long.
func exponent(half, whole profile) float64 {
	return math.Log(float64(len(whole.words))/float64(len(half.words))) / math.Log(float64(whole.n)/float64(half.n))
}

// growth reports how distinct words grow, and holds it against the source: the
// exponent between two and four times the source is near to that between a
// half of the source and the whole.
func growth(t *testing.T, source []*enduse.Entity, within float64) {
	t.Helper()
	mixed := slices.Clone(source)
	rand.New(rand.NewPCG(1, 1)).Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
	half, whole := profileOf(mixed[:len(mixed)/2]), profileOf(mixed)
	want := exponent(half, whole)
	t.Logf("source: %d entities, %d words, %d distinct, exponent %.3f", len(source), whole.n, len(whole.words), want)
	var before profile
	for times := 1; times <= 4; times *= 2 {
		now := profileOf(slices.Collect(Grow(slices.Values(source), times*len(source), 7)))
		got := math.NaN()
		if times > 1 {
			got = exponent(before, now)
		}
		t.Logf("%d times: %d words, %d distinct, exponent %.3f", times, now.n, len(now.words), got)
		if times == 4 && math.Abs(got-want) > within {
			t.Errorf("distinct words grow by the exponent %.3f, in the source by %.3f", got, want)
		}
		if times == 1 && math.Abs(float64(len(now.words))/float64(len(whole.words))-1) > 0.2 {
			t.Errorf("%d distinct words in as many entities as the source, which has %d", len(now.words), len(whole.words))
		}
		before = now
	}
}

// zipf is a source of companies whose words are drawn as often as 1/(r+2.7): the
// law of Zipf and Mandelbrot, with letters for the digits of r.
func zipf(n int) (out []*enduse.Entity) {
	rng := rand.New(rand.NewPCG(3, 4))
	z := rand.NewZipf(rng, 1.6, 2.7, 1<<40)
	for i := range n {
		var words []string
		for range 2 {
			words = append(words, spell(z.Uint64()))
		}
		out = append(out, &enduse.Entity{
			ID: enduse.EntityID(fmt.Sprint("zipf:", i)), Source: "zipf", List: "zipf", Schema: enduse.SchemaCompany,
			Names:      []enduse.Name{{Text: strings.Join(words, " ") + " LLC", Kind: enduse.NamePrimary, Script: "Latn"}},
			BirthDates: []enduse.Date{enduse.Day(1900+i%100, time.May, 2)},
		})
	}
	return out
}

// spell gives a number a word of its own, unlike the others.
func spell(r uint64) string {
	rng := rand.New(rand.NewPCG(r, 5))
	b := make([]byte, 9)
	for i := range b {
		b[i] = byte('a' + rng.IntN(26))
	}
	return string(b)
}

func TestStatistics(t *testing.T) {
	source := zipf(4000)
	compareProfiles(t, profileOf(source), profileOf(slices.Collect(Grow(slices.Values(source), 40_000, 7))), 0.1)
	growth(t, source, 0.1)
}

// TestRealStatistics is the same on the lists of OFAC, the UN and METI.
func TestRealStatistics(t *testing.T) {
	source := realLists(t)
	compareProfiles(t, profileOf(source), profileOf(slices.Collect(Grow(slices.Values(source), 5*len(source), 7))), 0.1)
	growth(t, source, 0.1)
}

// realLists imports lists of the publishers' files.
func realLists(t testing.TB) (out []*enduse.Entity) {
	t.Helper()
	if testing.Short() {
		t.Skip("the real lists take seconds to import")
	}
	now := func() time.Time { return time.Date(2026, 8, 2, 0, 0, 0, 0, time.UTC) }
	s := edition.Open(t.TempDir(), now, 72*time.Hour)
	paths := []string{testkit.Data(t, "ofac", "2026-08"), testkit.Data(t, "un", "UN_consolidated_2026-08-02.xml"), testkit.Data(t, "jp_cn_lists", "jp.json")}
	if _, err := s.Import(t.Context(), paths, edition.ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	editions, err := s.InForce(s.Today())
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range editions {
		entities, err := s.Entities(e.Edition)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, entities...)
	}
	return out
}

// BenchmarkGrow makes one entity of the real lists.
func BenchmarkGrow(b *testing.B) {
	source := realLists(b)
	b.ReportAllocs()
	b.ResetTimer()
	for range Grow(slices.Values(source), b.N, 7) { // each is what is measured
	}
}
