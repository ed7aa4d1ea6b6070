package reading_test

import (
	"strings"
	"sync/atomic"
	"testing"

	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/reading/entity"
)

// BenchmarkFind reads real texts of 20 kB with all real lists loaded: on one core,
// on all, and as one text.
func BenchmarkFind(b *testing.B) {
	f := reading.NewFinder(entity.NewLists(listsOf(b)))
	all := abstracts(b)
	var pages []string
	var page strings.Builder
	for _, a := range all {
		page.WriteString(a + "\n\n")
		if page.Len() > 20_000 {
			pages = append(pages, page.String())
			page.Reset()
		}
	}
	whole := strings.Join(pages, "")
	each := int64(len(whole) / len(pages))
	b.Run("one core", func(b *testing.B) {
		b.SetBytes(each)
		for i := 0; b.Loop(); i++ {
			f.Find(pages[i%len(pages)], "en")
		}
	})
	b.Run("all cores", func(b *testing.B) {
		b.SetBytes(each)
		var next atomic.Int64
		b.RunParallel(func(pb *testing.PB) {
			for pb.Next() {
				f.Find(pages[int(next.Add(1))%len(pages)], "en")
			}
		})
	})
	b.Run("one text", func(b *testing.B) {
		b.SetBytes(int64(len(whole)))
		for b.Loop() {
			f.Find(whole, "en")
		}
	})
}

// BenchmarkFinderBuild makes a finder of all real lists.
func BenchmarkFinderBuild(b *testing.B) {
	lists, matcher := listsOf(b)
	b.ReportAllocs()
	for b.Loop() {
		entity.NewLists(lists, matcher)
	}
}
