package list_test

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// readAll writes each record as "line:field|field", a cut one with "..." and a
// fault as "line!message".
func readAll(t testing.TB, text string, maxLines int) []string {
	t.Helper()
	var out []string
	for rows := list.NewRows(strings.NewReader(text), "f.csv", maxLines); ; {
		row, err := rows.Next()
		var bad *enduse.RecordError
		switch {
		case errors.Is(err, io.EOF):
			return out
		case errors.As(err, &bad):
			out = append(out, fmt.Sprintf("%d!%v", bad.Line, bad.Err))
		case err != nil:
			t.Fatal(err)
		case row.Cut:
			out = append(out, fmt.Sprintf("%d:%s...", row.Line, strings.Join(row.Fields, "|")))
		default:
			out = append(out, fmt.Sprintf("%d:%s", row.Line, strings.Join(row.Fields, "|")))
		}
	}
}

func TestRows(t *testing.T) {
	for _, c := range []struct {
		name, text string
		maxLines   int
		want       []string
	}{
		{"plain", "1,a,-0- \r\n2,b,\r\n", 1, []string{"1:1|a|-0- ", "2:2|b|"}},
		{"quoted", `1,"a, b","say ""x"""` + "\n", 1, []string{`1:1|a, b|say "x"`}},
		{"blank after a quote", "\"a\" ,\"b\" \n", 1, []string{"1:a|b"}},
		{"no end of line", "1,a", 1, []string{"1:1|a"}},
		{"byte order mark", "\ufeff1,a\n", 1, []string{"1:1|a"}},
		{"blank lines", "\n1,a\n\n\n2,b\n", 1, []string{"2:1|a", "5:2|b"}},
		{"Windows-1252", "1,Jos\xe9\n2,Jos\u00e9\n", 1, []string{"1:1|José", "2:2|José"}},
		{"over lines", "1,\"a\nb\",c\n2,d\n", 5, []string{"1:1|a\nb|c", "3:2|d"}},
		{"over too many lines", "1,\"a\nb,c\n2,d\n", 1, []string{"1!a quoted field is not closed", "2:b|c", "3:2|d"}},
		{"quote inside", "1,a\"b\n2,c\n", 1, []string{"1!field 2: a quote inside a field without quotes", "2:2|c"}},
		{"text behind a quote", "1,\"a\"b\n2,c\n", 1, []string{"1!field 2: text behind a closing quote", "2:2|c"}},
		{"a lost quote does not eat what follows", "1,\"a\n2,\"b\"\n3,c\n", 9, []string{"1!field 2: text behind a closing quote", "2:2|b", "3:3|c"}},
		{"cut", "1,a\n2,\"b, c", 1, []string{"1:1|a", "2:2|b, c..."}},
		{"NUL", "1,a\x00\n2,b\n", 1, []string{"1!a NUL byte", "2:2|b"}},
		{"too long", strings.Repeat("x", list.MaxRecord+1) + "\n2,b\n", 1, []string{"1!longer than 1048576 bytes", "2:2|b"}},
		{"empty", "", 1, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := readAll(t, c.text, c.maxLines)
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestRowsReportsAReaderThatFails(t *testing.T) {
	boom := errors.New("disk")
	rows := list.NewRows(io.MultiReader(strings.NewReader("1,a\n"), iotest.ErrReader(boom)), "f.csv", 1)
	if _, err := rows.Next(); err != nil {
		t.Fatal(err)
	}
	_, err := rows.Next()
	var bad *enduse.RecordError
	if !errors.Is(err, boom) || errors.As(err, &bad) {
		t.Errorf("got %v, want the reader's own error and no record error", err)
	}
}

func FuzzRows(f *testing.F) {
	f.Add("1,\"a\nb\",c\n2,d\n", 3)
	f.Add("1,\"a\n2,\"b\"\n", 9)
	f.Add("\xff\x00\"\"\"\n", 1)
	f.Fuzz(func(t *testing.T, text string, maxLines int) {
		lines := strings.Count(text, "\n") + 1
		got := readAll(t, text, maxLines%40)
		if len(got) > lines {
			t.Errorf("%d records of %d lines", len(got), lines)
		}
	})
}
