package table_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/table"
)

// FuzzOpen reads any bytes: no panic, lines that rise, errors that say where.
func FuzzOpen(f *testing.F) {
	for _, s := range []string{
		"name,country\nA,B\n", "name;x\n\"A;B\nC;D\n", "sep=|\nname|b\nx|y", `[{"name":"A","x":{"y":[1,{"z":2}]}}]`,
		"{\"a\":1}\n{\"b\":[]}\n", `{"rows":[{"name":"A"}]}`, "\xff\xfen\x00a\x00", "name\n\xd0\xee\xec\xe0\xf8\xea\xe0\n",
		"\x1f\x8b\x08\x00", emptyZIP, "a\rb\rc", "\"", "\"\n\"\"\n\"a\"\"\n", "[[1]]", "{}", "\xef\xbb\xbf",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		tab, err := table.Open("f", bytes.NewReader(b), table.Options{IsHeader: isHeader})
		if err != nil {
			if _, ok := errors.AsType[*enduse.Error](err); !ok {
				t.Fatalf("error without a code: %v", err)
			}
			return
		}
		defer func() { _ = tab.Close() }()
		rows, last := 0, 0
		for row, err := range tab.Rows() {
			if rows++; rows > len(b)+1 {
				t.Fatal("more rows than bytes")
			}
			var bad *enduse.RecordError
			if errors.As(err, &bad) && bad.Line < last {
				t.Fatalf("line %d after line %d", bad.Line, last)
			}
			if err != nil {
				continue
			}
			if row.Line <= last {
				t.Fatalf("line %d after line %d", row.Line, last)
			}
			last = row.Line
			for _, c := range row.Columns() {
				_, _ = row.Get(c), row.Values(c)
			}
		}
	})
}

// FuzzXLSX changes the bytes of a workbook.
func FuzzXLSX(f *testing.F) {
	f.Add(uint16(40), byte(7), uint16(0))
	f.Add(uint16(2000), byte(0), uint16(3000))
	f.Fuzz(func(t *testing.T, at uint16, to byte, cut uint16) {
		b := workbook2(t)
		b[int(at)%len(b)] = to
		b = b[:len(b)-int(cut)%len(b)]
		tab, err := table.Open("f", bytes.NewReader(b), table.Options{})
		if err != nil {
			return
		}
		defer func() { _ = tab.Close() }()
		for range tab.Rows() {
		}
		for _, name := range tab.OtherSheets() {
			if other, err := tab.Sheet(name, table.Options{}); err == nil && other != nil {
				for range other.Rows() {
				}
				_ = other.Close()
			}
		}
	})
}

func workbook2(t *testing.T) []byte {
	t.Helper()
	return bytes.Clone(workbook(t))
}
