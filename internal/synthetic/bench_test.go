package synthetic

import (
	"context"
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/testkit"
)

// commonNames are names of which a long list has many like them.
var commonNames = []string{
	"Mohammed Ali", "Li Wei", "Ivan Ivanov", "Maria Garcia", "China Trading Co", "General Trading LLC",
	"محمد علي", "李伟", "Иван Иванов",
}

// BenchmarkSearch searches names in the index file that ENDUSE_BENCH_INDEX
// names, else in one of ENDUSE_BENCH_ENTITIES made-up entities, on all cores:
// people on no list, those of Latin letters and the others apart, and names that
// are common. Run it with -benchtime 20000x or less: beyond 50,000 the names
// repeat.
func BenchmarkSearch(b *testing.B) {
	m := &match.Matcher{Index: index.SetOf(benchIndex(b)), Weights: policy.Default().Weights}
	people := peopleOfNoList(b)
	var latin, other []string
	for _, n := range people {
		if name.ScriptOf(n) == "Latn" {
			latin = append(latin, n)
		} else {
			other = append(other, n)
		}
	}
	b.Run("people", func(b *testing.B) { search(b, m, people) })
	b.Run("latin", func(b *testing.B) { search(b, m, latin) })
	b.Run("other", func(b *testing.B) { search(b, m, other) })
	for _, n := range commonNames {
		b.Run("common/"+n, func(b *testing.B) { search(b, m, []string{n}) })
	}
}

// search reports how many names a second all cores search together, and how long
// one takes.
func search(b *testing.B, m *match.Matcher, names []string) {
	b.Helper()
	var next atomic.Int64
	var mu sync.Mutex
	var all []time.Duration
	b.RunParallel(func(pb *testing.PB) {
		var took []time.Duration
		for pb.Next() {
			n := names[int(next.Add(1)-1)%len(names)]
			begin := time.Now()
			m.Hits(enduse.Party{Name: n}, 0.7)
			took = append(took, time.Since(begin))
		}
		mu.Lock()
		defer mu.Unlock()
		all = append(all, took...)
	})
	slices.Sort(all)
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "names/s")
	for what, share := range map[string]float64{"p50-µs": 0.5, "p99-µs": 0.99} {
		b.ReportMetric(float64(all[int(share*float64(len(all)-1))].Nanoseconds())/1e3, what)
	}
}

// benchIndex opens or makes the index to be measured, which has to be asked for.
func benchIndex(b *testing.B) *index.Index {
	b.Helper()
	path, n := os.Getenv("ENDUSE_BENCH_INDEX"), os.Getenv("ENDUSE_BENCH_ENTITIES")
	if path != "" {
		x, err := index.Open(context.Background(), path)
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { _ = x.Close() })
		return x
	}
	if n == "" {
		b.Skip("ENDUSE_BENCH_INDEX names no index file, and ENDUSE_BENCH_ENTITIES no number of entities to make one of")
	}
	count, err := strconv.Atoi(n)
	if err != nil {
		b.Fatal(err)
	}
	return index.Build(slices.Collect(Grow(slices.Values(realLists(b)), count, 7)))
}

// BenchmarkOpen opens and, apart from it, verifies the file that
// ENDUSE_BENCH_INDEX names.
func BenchmarkOpen(b *testing.B) {
	path := os.Getenv("ENDUSE_BENCH_INDEX")
	if path == "" {
		b.Skip("ENDUSE_BENCH_INDEX names no index file")
	}
	for what, open := range map[string]func() (*index.Index, error){
		"map":    func() (*index.Index, error) { return index.Map(path) },
		"verify": func() (*index.Index, error) { return index.Open(b.Context(), path) },
	} {
		b.Run(what, func(b *testing.B) {
			for b.Loop() {
				x, err := open()
				if err != nil {
					b.Fatal(err)
				}
				_ = x.Close()
			}
		})
	}
}

// peopleOfNoList are names of people in several scripts.
func peopleOfNoList(b *testing.B) (names []string) {
	b.Helper()
	f, err := os.Open(testkit.Data(b, "name_eval", "yente_benchmark", "negatives_us.csv"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	for _, row := range rows[1:] {
		names = append(names, row[0])
	}
	return names
}
