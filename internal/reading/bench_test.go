package reading

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/reading/attribution"
	"github.com/enduse/enduse/internal/reading/corridor"
	"github.com/enduse/enduse/internal/reading/document"
	"github.com/enduse/enduse/internal/reading/text"
	"github.com/enduse/enduse/internal/reading/topic"
)

// benchText is abstracts one behind the other, in the order of their digests.
func benchText(b *testing.B, size int) string {
	b.Helper()
	all := abstracts(b)
	var raw strings.Builder
	for raw.Len() < size {
		for _, k := range slices.SortedFunc(maps.Keys(all), cmp.Compare) {
			raw.WriteString(all[k].Title + ".\n\n" + all[k].Summary + "\n\n")
			if raw.Len() >= size {
				break
			}
		}
	}
	return raw.String()
}

func documentOf(b *testing.B, raw string) *document.Document {
	b.Helper()
	all, err := document.Read(b.Context(), "a.txt", strings.NewReader(raw), document.Options{})
	if err != nil {
		b.Fatal(err)
	}
	return &all[0]
}

// BenchmarkRead reads texts without lists; and its parts.
func BenchmarkRead(b *testing.B) {
	r := theReader()
	raw := benchText(b, 1<<20)
	d := documentOf(b, raw)
	t := text.Cut(d.Text, "en")
	mentions := r.Finder.FindIn(t)
	sentences := attribution.Sentences(t, mentions)
	b.Run("document", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			documentOf(b, raw)
		}
	})
	b.Run("mentions", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			r.Finder.Find(d.Text, "en")
		}
	})
	b.Run("sentences", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			attribution.Sentences(t, mentions)
		}
	})
	b.Run("statements", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			attribution.Find(t, sentences, mentions)
		}
	})
	b.Run("corridors", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			corridor.Find(sentences)
		}
	})
	b.Run("topics", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			topic.Find(d.Text)
		}
	})
	b.Run("whole", func(b *testing.B) {
		b.SetBytes(int64(len(raw)))
		for b.Loop() {
			r.ReadDocument(documentOf(b, raw))
		}
	})
}
