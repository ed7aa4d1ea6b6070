package list_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/table"
)

// grouped reads a table whose rows of one id are one entity.
func grouped() list.Table {
	names := map[string][]string{}
	var ids []string
	return list.Table{
		IsHeader: func(cells []string) bool { return slices.Contains(cells, "id") && slices.Contains(cells, "name") },
		Hint:     "give the whole list",
		Header:   func(*list.Sink, []string) error { return nil },
		Row: func(_ *list.Sink, row table.Row) error {
			id := row.Get("id")
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
			names[id] = append(names[id], row.Get("name"))
			return nil
		},
		End: func(sink *list.Sink) error {
			for i, id := range ids {
				e := enduse.Entity{ID: enduse.EntityID("x:" + id), Source: "x", List: "x", Schema: enduse.SchemaCompany}
				for _, n := range names[id] {
					e.Names = append(e.Names, enduse.Name{Text: n, Kind: enduse.NamePrimary})
				}
				if err := sink.Entity(e, i+2); err != nil {
					return err
				}
			}
			return nil
		},
	}
}

func TestTableRead(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"grouped", "id;name\n1;A\n2;B\n1;C\n", "A+C B"},
		{"no line break", "id;name\n1;A", "cut A"},
		{"no line break behind a quote", "id;name\n1;\"A\"", "! A"},
		{"rows inside quotes", "id;name;note\n1;A;\"x\n2;B;y\n3;C;z\"\n", "cut A"},
		{"a bad row", "id;name\n1;A\n2\n3;C\n", "3? A C"},
		{"cut", "id;name\n1;A\n2", "3? !!"},
		{"cut in a quote", "id;name\n1;A\n2;\"B\n", "3? !!"},
		{"other columns", "a;b\n1;2\n", "!!"},
		{"empty", "", "!!"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for e, err := range grouped().Read(strings.NewReader(c.text), "x.csv") {
				var bad *enduse.RecordError
				var warn *list.Warning
				switch {
				case errors.As(err, &warn) && warn.Cut:
					got = append(got, "cut")
				case errors.As(err, &warn):
					got = append(got, "!")
				case errors.As(err, &bad):
					got = append(got, fmt.Sprint(bad.Line, "?"))
				case err != nil:
					got = append(got, "!!")
					if enduse.HintOf(err) == "" {
						t.Errorf("%v has no hint", err)
					}
				default:
					var names []string
					for _, n := range e.Names {
						names = append(names, n.Text)
					}
					got = append(got, strings.Join(names, "+"))
				}
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

func TestTableReadStops(t *testing.T) {
	n := 0
	for range grouped().Read(strings.NewReader("id;name\n1;A\n2;B\n"), "x.csv") {
		n++
		break
	}
	if n != 1 {
		t.Errorf("%d entities after the consumer stopped", n)
	}
}
