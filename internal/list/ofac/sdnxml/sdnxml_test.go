package sdnxml_test

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/listtest"
	"github.com/enduse/enduse/internal/list/ofac/sdnxml"
	"github.com/enduse/enduse/internal/testkit"
)

// fixtures are editions of the SDN list and of the consolidated list.
func fixtures() (sdn, strangeSDN, cons listtest.Fixture) {
	long := strings.Replace(aerocaribbean, "Havana", strings.Repeat("Havana ", 400000), 1)
	published := enduse.Day(2025, 3, 28)
	sdn = listtest.Fixture{
		Golden: "sdn.jsonl", Name: "sdn.xml", Files: []string{document(oldNamespace, "3", aerocaribbean, kolbayev, downy)}, Published: &published,
		Foreign: []string{"<CONSOLIDATED_LIST/>", "<sdnList>"},
		Malformed: []listtest.Case{
			listtest.Bad("no number", document(newNamespace, "1", strings.Replace(aerocaribbean, ">36<", ">x<", 1)), 0, []string{`sdn.xml:7: uid: "x" is not a party's number`}, ""),
			listtest.Bad("no name", document(newNamespace, "1", "<sdnEntry><uid>1</uid></sdnEntry>\n"), 0, []string{"sdn.xml:7: entity ofac-sdn:1: neither name, address nor identifier"}, ""),
			listtest.Bad("twice", document(newNamespace, "2", aerocaribbean, aerocaribbean), 1, []string{"sdn.xml:19: id: ofac-sdn:36 stands already at line 7"}, ""),
			listtest.Bad("too long", document(newNamespace, "2", long, downy), 1, []string{"sdn.xml:7: " + list.ErrTooLong.Error()}, ""),
			listtest.Bad("another element", document(newNamespace, "1", aerocaribbean, "<sdnExit/>\n"), 1, []string{"sdn.xml:19: unknown element sdnExit: it was not read"}, ""),
			listtest.Bad("fewer than it says", document(newNamespace, "17000", aerocaribbean), 1, []string{`sdn.xml: 1 entries, but its Record_Count says "17000": it may have been cut`}, ""),
			listtest.Bad("another document", "<html></html>", 0, nil, "unexpected element html, want sdnList"),
			listtest.Bad("empty", "", 0, nil, "no sdnList in it"),
		},
	}
	strangeSDN = listtest.Fixture{Golden: "strange.jsonl", Name: "sdn.xml", Files: []string{document(newNamespace, "1", strange)}, Published: &published}
	cons = listtest.Fixture{Golden: "cons.jsonl", Name: "sdn.xml", Files: []string{document(newNamespace, "2", alShanti, sberbank)}, Published: &published}
	return sdn, strangeSDN, cons
}

func TestFormat(t *testing.T) {
	sdn, strangeSDN, cons := fixtures()
	listtest.Run(t, sdnxml.Formats()[0], sdn, strangeSDN)
	listtest.Run(t, sdnxml.Formats()[1], cons)
}

func FuzzFormat(f *testing.F) {
	sdn, strangeSDN, _ := fixtures()
	listtest.Run(f, sdnxml.Formats()[0], sdn, strangeSDN)
}

func TestNothingIsDropped(t *testing.T) {
	for e, err := range sdnxml.Read(strings.NewReader(document(newNamespace, "1", strange)), "sdn.xml", "ofac-sdn") {
		if err != nil {
			t.Fatal(err)
		}
		got := map[string]bool{}
		for _, u := range e.Unread {
			got[u.Field] = true
		}
		for _, field := range []string{
			"type", "favouriteColour", "programList/orbit", "Loyalty Card", "Passport", "id/shelf",
			"aka/type", "aka/category", "nationality",
		} {
			if !got[field] {
				t.Errorf("%s is not among the unread: %v", field, e.Unread)
			}
		}
	}
}

func TestFormats(t *testing.T) {
	cut := document(newNamespace, "9", strings.Repeat(alShanti, 3))
	for _, c := range []struct{ name, text, want string }{
		{"sdn.xml", document(oldNamespace, "3", aerocaribbean, kolbayev, downy), "ofac-sdn-xml sdn.xml"},
		{"download.xml", document(newNamespace, "2", alShanti, sberbank), "ofac-cons-xml consolidated.xml"},
		{"x.xml", "\ufeff" + cut[:len(cut)-40], "ofac-cons-xml consolidated.xml"},
		{"consolidated.xml", document(newNamespace, "0"), "ofac-cons-xml consolidated.xml"},
		{"x.xml", "<CONSOLIDATED_LIST/>", ""},
		{"x.csv", "1,2,3\n", ""},
		{"x.xml", "<sdnList>", ""},
		{"x", "", ""},
	} {
		got := ""
		for _, f := range sdnxml.Formats() {
			if role := f.Detect(list.Head{Name: c.name, Bytes: []byte(c.text)}); role != "" {
				got += f.ID + " " + role
			}
		}
		if got != c.want {
			t.Errorf("%s %.60q: got %q, want %q", c.name, c.text, got, c.want)
		}
	}
	f := sdnxml.Formats()[1]
	set := listtest.Set("c.xml", "consolidated.xml", document(newNamespace, "2", alShanti, sberbank))
	if d := f.Published(set); d == nil || *d != enduse.Day(2025, 3, 28) {
		t.Errorf("published %v, want 2025-03-28", d)
	}
	if n := listtest.Count(t, f, set); n != 2 {
		t.Errorf("%d entities, want 2", n)
	}
}

func TestRealList(t *testing.T) {
	path := testkit.Data(t, "ofac", "consolidated_nonSDN_2025-03-28.xml")
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	schemas, lists, unread := map[enduse.Schema]int{}, map[enduse.ListID]int{}, map[string]int{}
	weak, addresses, ids := 0, 0, 0
	for e, err := range sdnxml.Read(file, filepath.Base(path), "ofac-cons") {
		if err != nil {
			t.Fatal(err)
		}
		schemas[e.Schema]++
		lists[e.List]++
		addresses += len(e.Addresses)
		ids += len(e.Identifiers)
		for _, n := range e.Names {
			if n.Kind == enduse.NameWeakAlias {
				weak++
			}
		}
		for _, u := range e.Unread {
			unread[u.Field]++
			t.Log(e.ID, u)
		}
	}
	if !maps.Equal(schemas, map[enduse.Schema]int{enduse.SchemaPerson: 80, enduse.SchemaCompany: 363}) {
		t.Errorf("got %v, want 80 persons and 363 companies", schemas)
	}
	if addresses != 520 || weak != 70 {
		t.Errorf("%d addresses, %d weak aliases; want 520, 70", addresses, weak)
	}
	if len(unread) > 0 {
		t.Errorf("unread: %v", unread)
	}
	t.Log(lists, ids, "identifiers")
}

func ExampleRead() {
	file := `<sdnList><publshInformation><Record_Count>1</Record_Count></publshInformation>
<sdnEntry><uid>36</uid><lastName>AEROCARIBBEAN AIRLINES</lastName><sdnType>Entity</sdnType>
<programList><program>CUBA</program></programList></sdnEntry></sdnList>`
	for e, err := range sdnxml.Read(strings.NewReader(file), "sdn.xml", "ofac-sdn") {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.ID, e.Caption(), e.Programs(), e.Measures())
	}
	// Output: ofac-sdn:36 AEROCARIBBEAN AIRLINES [CUBA] [asset_freeze]
}
