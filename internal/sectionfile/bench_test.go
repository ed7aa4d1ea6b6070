package sectionfile

import (
	"fmt"
	"path/filepath"
	"testing"
)

// big is the size of the file of the benchmarks.
const big = 512 << 20

// bigFile writes a file of 16 sections.
func bigFile(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "big")
	w, err := Create(path, "test", 1)
	if err != nil {
		b.Fatal(err)
	}
	defer w.Discard()
	numbers := make([]uint64, big/16/8)
	for i := range numbers {
		numbers[i] = uint64(i) * 0x9e3779b97f4a7c15
	}
	for i := range 16 {
		if err := w.Add(fmt.Sprint("section ", i), Bytes(numbers)); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Commit(); err != nil {
		b.Fatal(err)
	}
	return path
}

// BenchmarkOpen512MB opens and closes a file, without touching a section.
func BenchmarkOpen512MB(b *testing.B) {
	path := bigFile(b)
	for b.Loop() {
		f, err := Open(path, "test", 1)
		if err != nil {
			b.Fatal(err)
		}
		_ = f.Close()
	}
}

// BenchmarkVerify512MB opens a file that the system has in its cache, and
// verifies all of it.
func BenchmarkVerify512MB(b *testing.B) {
	path := bigFile(b)
	b.SetBytes(big)
	for b.Loop() {
		f, err := Open(path, "test", 1)
		if err != nil {
			b.Fatal(err)
		}
		if err := f.Verify(b.Context()); err != nil {
			b.Fatal(err)
		}
		_ = f.Close()
	}
}

// BenchmarkSection takes a section that is verified.
func BenchmarkSection(b *testing.B) {
	f := mustOpen(b, put(b, small(b)))
	for b.Loop() {
		if _, err := f.Section("text"); err != nil {
			b.Fatal(err)
		}
	}
}
