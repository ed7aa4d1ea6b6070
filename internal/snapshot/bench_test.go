package snapshot

import (
	"encoding/csv"
	"io"
	"os"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/match"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/testkit"
)

// realStore imports the OFAC, UN, CSL, METI, Chinese and EU files.
func realStore(b *testing.B) *edition.Store {
	b.Helper()
	s := edition.Open(b.TempDir(), clock, 72*time.Hour)
	for _, path := range [][]string{
		{"ofac", "2026-08"},
		{"un", "UN_consolidated_2026-08-02.xml"},
		{"us_csl_ccl", "csl_official_format_2023-11-30_partial.csv"},
		{"jp_cn_lists"},
		{"eu", "journal_sanctions", "consolidated"},
	} {
		if _, err := s.Import(b.Context(), []string{testkit.Data(b, path...)}, edition.ImportOptions{}); err != nil {
			b.Fatal(err)
		}
	}
	return s
}

func BenchmarkImport(b *testing.B) {
	for b.Loop() {
		realStore(b)
	}
}

// BenchmarkSnapshot is the start of a process: load, verify, index.
func BenchmarkSnapshot(b *testing.B) {
	s := realStore(b)
	for b.Loop() {
		if _, err := New(s).Snapshot(b.Context(), enduse.DateOf(now)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkHits screens names of people on no list, one after the other on one
// core.
func BenchmarkHits(b *testing.B) {
	snapshot, err := New(realStore(b)).Snapshot(b.Context(), enduse.DateOf(now))
	if err != nil {
		b.Fatal(err)
	}
	names := cleanNames(b)
	m := matcherOf(snapshot.Index)
	i := 0
	for b.Loop() {
		m.Hits(enduse.Party{Name: names[i%len(names)]}, 0.7)
		i++
	}
}

func BenchmarkHitsParallel(b *testing.B) {
	snapshot, err := New(realStore(b)).Snapshot(b.Context(), enduse.DateOf(now))
	if err != nil {
		b.Fatal(err)
	}
	names := cleanNames(b)
	m := matcherOf(snapshot.Index)
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		for i := 0; pb.Next(); i++ {
			m.Hits(enduse.Party{Name: names[i%len(names)]}, 0.7)
		}
	})
}

func matcherOf(x *index.Set) *match.Matcher {
	return &match.Matcher{Index: x, Weights: policy.Default().Weights}
}

func cleanNames(b *testing.B) (names []string) {
	b.Helper()
	f, err := os.Open(testkit.Data(b, "name_eval", "yente_benchmark", "negatives_us.csv"))
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	r := csv.NewReader(f)
	for {
		row, err := r.Read()
		if err == io.EOF {
			return names[1:]
		}
		if err != nil {
			b.Fatal(err)
		}
		names = append(names, row[0])
	}
}
