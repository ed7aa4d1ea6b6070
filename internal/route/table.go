package route

import (
	"crypto/sha256"
	"embed"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"github.com/enduse/enduse"
)

//go:embed *.csv
var tables embed.FS

// readTable returns the rows of a table in the program, without its header. A
// table that cannot be read is a fault of the build; the tests find it.
func readTable(name string) [][]string {
	f, err := tables.Open(name)
	if err != nil {
		panic(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		panic(fmt.Errorf("%s: %w", name, err))
	}
	return rows[1:]
}

// mustDate reads a date of a table; empty is no date.
func mustDate(text string) (d enduse.Date) {
	if err := d.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
	return d
}

var digest = sync.OnceValue(func() string {
	h := sha256.New()
	names, err := fs.Glob(tables, "*.csv")
	if err != nil {
		panic(err)
	}
	for _, name := range names {
		b, err := tables.ReadFile(name)
		if err != nil {
			panic(err)
		}
		fmt.Fprintf(h, "%s\x00%d\x00%s", name, len(b), b)
	}
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
})

// Digest identifies the tables of this package by their bytes: "sha256:" and 64
// hex digits.
func Digest() string { return digest() }

// During reports whether a day lies in a span, both ends included; a zero end
// is open, and so is a day that is not known.
func During(day, from, to enduse.Date) bool {
	if day.IsZero() {
		return to.IsZero()
	}
	d := day.Last()
	return (from.IsZero() || !d.Before(from.First())) && (to.IsZero() || !d.After(to.Last()))
}

// Cite writes a citation, marked where its author could not read the source.
func Cite(text string, verify bool) string {
	if verify && !strings.HasSuffix(text, "(verify)") {
		return text + " (verify)"
	}
	return text
}
