package ofac

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/listtest"
)

// collect returns the entities as JSON lines, and the errors as text.
func collect(t testing.TB, p publication, f Files) (entities []string, faults []string) {
	t.Helper()
	for e, err := range p.read(f) {
		if err != nil {
			faults = append(faults, err.Error())
			continue
		}
		line, err := json.Marshal(e)
		if err != nil {
			t.Fatal(err)
		}
		entities = append(entities, string(line))
	}
	return entities, faults
}

// fixtures are editions of the SDN list and of the consolidated list.
func fixtures() (sdn, cons listtest.Fixture) {
	sdn = listtest.Fixture{Golden: "sdn.jsonl", Files: []string{crlf(sdnMain), crlf(sdnAlt), crlf(sdnAdd), end}, Foreign: []string{"1,Acme Ltd\n2,Other Ltd\n"}}
	cons = listtest.Fixture{Golden: "cons.jsonl", Files: []string{crlf(consMain)}}
	return sdn, cons
}

func TestFormats(t *testing.T) {
	sdn, cons := fixtures()
	listtest.Run(t, Formats()[0], sdn)
	listtest.Run(t, Formats()[1], cons)
}

func FuzzSDN(f *testing.F) {
	sdn, _ := fixtures()
	listtest.Run(f, Formats()[0], sdn)
}

func FuzzConsolidated(f *testing.F) {
	_, cons := fixtures()
	listtest.Run(f, Formats()[1], cons)
}

// TestOrderDoesNotMatter shuffles every file; the line is all that may change.
func TestOrderDoesNotMatter(t *testing.T) {
	shuffled := func(text string) string {
		lines := strings.SplitAfter(strings.TrimSuffix(text, end), "\n")
		rand.New(rand.NewPCG(1, 2)).Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		return strings.Join(lines, "") + end
	}
	bare := func(f Files) []string {
		var out []string
		for e, err := range sdn.read(f) {
			if err != nil {
				t.Fatal(err)
			}
			e.Record = ""
			line, _ := json.Marshal(e)
			out = append(out, string(line))
		}
		slices.Sort(out)
		return out
	}
	want := bare(sdnFiles())
	got := bare(Files{
		Main: file("sdn.csv", shuffled(sdnMain)), Alt: file("alt.csv", shuffled(sdnAlt)), Add: file("add.csv", shuffled(sdnAdd)),
	})
	if len(want) != 7 || !slices.Equal(got, want) {
		t.Errorf("shuffled: %d entities, %d in order; they differ", len(got), len(want))
	}
}

func TestMalformed(t *testing.T) {
	good := row("1", "DOB 1962.")
	for _, c := range []struct {
		name     string
		files    Files
		entities int
		faults   []string
	}{
		{"short row", Files{Main: file("sdn.csv", "7,\"X\"\n"+good+end)}, 1, []string{"sdn.csv:1: 2 fields, want 12"}},
		{"number", Files{Main: file("sdn.csv", strings.Replace(good, "1", "one", 1)+end)}, 0, []string{`sdn.csv:1: ent_num: "one" is not a number`}},
		{"duplicate", Files{Main: file("sdn.csv", good+good+end)}, 1, []string{"sdn.csv:2: ent_num: number 1 stands already on line 1"}},
		{"quote", Files{Main: file("sdn.csv", row("7", `a "b" c.`)+good+end)}, 1, []string{"sdn.csv:1: field 12: text behind a closing quote"}},
		{"open quote", Files{Main: file("sdn.csv", "7,\"X\n"+good+end)}, 1, []string{"sdn.csv:1: a quoted field is not closed"}},
		{"NUL", Files{Main: file("sdn.csv", "7,\x00\n"+good+end)}, 1, []string{"sdn.csv:1: a NUL byte"}},
		{"no name", Files{Main: file("sdn.csv", strings.Replace(good, "EXAMPLE PARTY", "", 1)+end)}, 0, []string{"sdn.csv:1: entity ofac-sdn:1: name 1 is empty"}},
		{
			"orphans",
			Files{
				Main: file("sdn.csv", good+end), Alt: file("alt.csv", "1,2,\"aka\",\"Y\",-0- \n9,3,\"aka\",\"Z\",-0- \n"+end),
				Add: file("add.csv", "8,1,-0- ,-0- ,-0- ,-0- \n"+end), Comments: file("sdn_comments.csv", "9,\"x.\"\n"+end),
			},
			1,
			[]string{
				"alt.csv:2: ent_num: number 9 is not in sdn.csv: the files are not of one edition",
				"add.csv:1: ent_num: number 8 is not in sdn.csv: the files are not of one edition",
				"sdn_comments.csv:1: ent_num: number 9 is not in sdn.csv: the files are not of one edition",
			},
		},
		{"no end mark", Files{Main: file("sdn.csv", good)}, 1, []string{"sdn.csv: the end mark (a line of 0x1A) is missing: the file may be truncated"}},
		{
			"truncated",
			Files{Main: file("sdn.csv", good+"2,\"EXAM")},
			1,
			[]string{
				"sdn.csv:2: the file ends inside a quoted field: it is truncated",
				"sdn.csv: the end mark (a line of 0x1A) is missing: the file may be truncated",
			},
		},
		{"no main file", Files{}, 0, []string{"read: sdn.csv: the file is missing"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, faults := collect(t, sdn, c.files)
			if len(got) != c.entities || !slices.Equal(faults, c.faults) {
				t.Errorf("%d entities, want %d; faults %q\nwant %q", len(got), c.entities, faults, c.faults)
			}
		})
	}
}

func TestLatin1IsReadAndKept(t *testing.T) {
	main := File{Name: "sdn.csv", Reader: strings.NewReader("1,\"JOS\xc9\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a")}
	for e, err := range sdn.read(Files{Main: main}) {
		if err != nil || e.Names[0].Text != "JOSÉ" {
			t.Errorf("got %+v, %v", e.Names, err)
		}
	}
}

func ExampleReadSDN() {
	main := strings.NewReader("36,\"AEROCARIBBEAN AIRLINES\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a")
	alt := strings.NewReader("36,12,\"aka\",\"AERO-CARIBBEAN\",-0- \r\n\x1a")
	for e, err := range ReadSDN(Files{Main: File{"sdn.csv", main}, Alt: File{"alt.csv", alt}}) {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.ID, e.Names[0].Text, e.Names[1].Text, e.Programs(), e.Measures())
	}
	// Output: ofac-sdn:36 AEROCARIBBEAN AIRLINES AERO-CARIBBEAN [CUBA] [asset_freeze]
}

func TestDetect(t *testing.T) {
	long := bytes.Repeat([]byte(crlf(row("36", "DOB 1962."))), 2000)[:64<<10] // the last line is cut
	for _, c := range []struct {
		name string
		data []byte
		want string // format and role
	}{
		{"sdn.csv", []byte(crlf(sdnMain)), "ofac-sdn-csv sdn.csv"},
		{"download(3).csv", []byte(crlf(sdnMain)), "ofac-sdn-csv sdn.csv"},
		{"cons_sdn.csv", []byte(crlf(sdnMain)), "ofac-sdn-csv sdn.csv"},
		{"x.csv", long, "ofac-sdn-csv sdn.csv"},
		{"x.csv", []byte(crlf(consMain)), "ofac-cons-csv cons_prim.csv"},
		{"alt.csv", []byte(crlf(sdnAlt)), "ofac-sdn-csv alt.csv"},
		{"CONS_ALT.CSV", []byte(crlf(sdnAlt)), "ofac-cons-csv cons_alt.csv"},
		{"add.csv", []byte(crlf(sdnAdd)), "ofac-sdn-csv add.csv"},
		{"sdn_comments.csv", []byte("17018,\"ive 2): 24 Feb 2022.\"\r\n\x1a"), "ofac-sdn-csv sdn_comments.csv"},
		{"cons_comments.csv", []byte("17018,\"ive 2): 24 Feb 2022.\"\r\n\x1a"), "ofac-cons-csv cons_comments.csv"},
		{"sdn.csv", []byte("ent_num,sdn_name,sdn_type,program,countries\n36,AEROCARIBBEAN AIRLINES,Entity,CUBA,CU\n"), ""},
		{"mine.csv", []byte("1,Acme Ltd\n2,Other Ltd\n"), ""},
		{"empty.csv", nil, ""},
		{"sdn.csv", []byte("%PDF-1.7\n"), ""},
	} {
		got := ""
		for _, f := range Formats() {
			if role := f.Detect(list.Head{Name: c.name, Bytes: c.data}); role != "" {
				got += f.ID + " " + role
			}
		}
		if got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}
