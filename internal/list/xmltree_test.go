package list_test

import (
	"encoding/xml"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// walk writes each element that is a record, "rec", as "path=text".
func walk(text string, limit int) (out []string, err error) {
	x := list.NewXML(strings.NewReader(text), limit)
	err = x.Walk("root", func(path []string, start xml.StartElement) (bool, error) {
		switch path[len(path)-1] {
		case "section":
			return true, nil
		case "skipped":
			return false, x.Skip()
		}
		n, err := x.Tree(start)
		switch {
		case errors.Is(err, list.ErrTooLong):
			out = append(out, strings.Join(path, "/")+" too long")
		case err != nil:
			return false, err
		default:
			out = append(out, strings.Join(path, "/")+"="+n.AllText()+n.Attr("a"))
		}
		return false, nil
	})
	return out, err
}

func TestWalk(t *testing.T) {
	for _, c := range []struct{ name, text, want, err string }{
		{"records", `<root><rec>1</rec><section><rec a="!"> 2 <x>3</x></rec></section><skipped><rec/></skipped><rec>4</rec></root>`, "rec=1 section/rec=2 3! rec=4", ""},
		{"declaration, comment, namespace", `<?xml version="1.0"?><!-- c --><root xmlns="urn:x"><rec>1</rec></root>` + "\n", "rec=1", ""},
		{"too long", `<root><rec>` + strings.Repeat("x", 200) + `</rec><rec>2</rec></root>`, "rec too long rec=2", ""},
		{"too deep", `<root><rec>` + strings.Repeat("<a>", 30) + strings.Repeat("</a>", 30) + `</rec><rec>2</rec></root>`, "rec too long rec=2", ""},
		{"sections too deep", `<root>` + strings.Repeat("<section>", 30), "", list.ErrTooLong.Error()},
		{"truncated", `<root><rec>1</rec>`, "rec=1", "unexpected EOF"},
		{"another root", `<html/>`, "", "unexpected element html, want root"},
		{"empty", ``, "", "no root in it"},
		{"two roots", `<root/><root/>`, "", "unexpected element root behind the end of root"},
		{"an entity is not expanded", `<!DOCTYPE root [<!ENTITY e "eee">]><root><rec>&e;</rec></root>`, "", "invalid character entity"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := walk(c.text, 150)
			if strings.Join(got, " ") != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
			if (err != nil) != (c.err != "") || err != nil && !strings.Contains(err.Error(), c.err) {
				t.Errorf("error %v, want %q", err, c.err)
			}
		})
	}
}

func TestNode(t *testing.T) {
	x := list.NewXML(strings.NewReader(`<r><names><name>1</name><name>2</name></names><b> x  y </b></r>`), 1000)
	start, err := x.Root()
	if err != nil {
		t.Fatal(err)
	}
	n, err := x.Tree(start)
	if err != nil {
		t.Fatal(err)
	}
	if got := n.All("names", "name"); len(got) != 2 || got[1].Text != "2" {
		t.Errorf("All: %+v", got)
	}
	if n.Get("b") != "x  y" || n.Get("c") != "" || n.Child("b").AllText() != "x y" || n.Child("c").Name != "" {
		t.Errorf("Get %q, Child %+v", n.Get("b"), n.Child("b"))
	}
	if got := n.Unknown("names"); len(got) != 1 || got[0].Name != "b" {
		t.Errorf("Unknown: %+v", got)
	}
}

func FuzzWalk(f *testing.F) {
	f.Add(`<root><rec a="b">1<c/></rec><section><rec/></section><skipped/></root>`)
	f.Add(`<root><rec>`)
	f.Fuzz(func(t *testing.T, text string) {
		got, err := walk(text, 100)
		if err == nil && !strings.Contains(text, "root") {
			t.Error("a document without its root was read")
		}
		if len(got) > len(text) {
			t.Errorf("%d records of %d bytes", len(got), len(text))
		}
	})
}

// The records of a document, each at its line.
func ExampleReadXML() {
	file := "<parties>\n<party id='x:1'>EXAMPLE ONE</party>\n<party>EXAMPLE TWO</party>\n</parties>"
	read := func(x *list.XML, sink *list.Sink) error {
		return x.Walk("parties", func(_ []string, start xml.StartElement) (bool, error) {
			line := x.Line()
			n, err := x.Tree(start)
			if err != nil {
				return false, err
			}
			return false, sink.Entity(enduse.Entity{
				ID: enduse.EntityID(n.Attr("id")), Source: "x", List: "x", Schema: enduse.SchemaLegalEntity,
				Names: []enduse.Name{{Text: n.Text, Kind: enduse.NamePrimary}},
			}, line)
		})
	}
	for e, err := range list.ReadXML(strings.NewReader(file), "x.xml", 1<<20, read) {
		fmt.Println(e.ID, err)
	}
	// Output:
	// x:1 <nil>
	//  x.xml:3: entity : id is missing
}
