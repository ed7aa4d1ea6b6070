package opensanctions

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/list/listtest"
	"github.com/enduse/enduse/internal/testkit"
)

// The fixtures are of nobody: the forms are those of the publisher, the content
// is not. Rows of the CSV, as the others, are typed by hand.
const simpleRows = `"ex-1","Company","Example ""Works"" LLC","Works of Example;""Works; Example""","","ru;zz","""1 Example Street; Exampleville""","1000000000000;IMO0000012;770101001","A reason,
over two lines.","","mail@example.org","EX-1;EX-2","Ukraine War and Sanctions","2025-10-06T14:15:21","2026-03-13T05:41:01","2026-02-05T14:54:48"
"ex-2","Vessel","EXAMPLE SHIP","","2001-05","pa","","IMO0000012","""""","","","","Example List;Other List","2025-10-06T14:15:21","2026-03-13T05:41:01","2026-02-05T14:54:48"
"ex-3","Gizmo","Example Thing","","soon","","","","","","","","Example List","2025-10-06T14:15:21","2026-03-13T05:41:01","2026-02-05T14:54:48"
`

var simpleFile = `"` + strings.ReplaceAll(header, ",", `","`) + "\"\n" + simpleRows

func opener(text string) func() (io.ReadCloser, error) {
	return func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
}

func fixture(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func collect(seq iter.Seq2[enduse.Entity, error]) (entities []enduse.Entity, faults, warnings []string) {
	for e, err := range seq {
		var warn *list.Warning
		switch {
		case errors.As(err, &warn):
			warnings = append(warnings, warn.Text)
		case err != nil:
			faults = append(faults, err.Error())
		default:
			entities = append(entities, e)
		}
	}
	return entities, faults, warnings
}

// The names of the files of the three forms.
const roleFtM, roleNested, roleSimple = "entities.ftm.json", "targets.nested.json", "targets.simple.csv"

// fixtures are the three forms of a few entities.
func fixtures(t testing.TB) []listtest.Fixture {
	t.Helper()
	return []listtest.Fixture{
		{
			Golden: "ftm.jsonl", Files: []string{fixture(t, roleFtM)},
			Faults:  []string{roleFtM + ": 1 records of the kind Gizmo were not read: it is not known", roleFtM + ": 1 edges tie parties that are not in the file"},
			Foreign: []string{`{"id":"1","name":"A"}`, "id,name\n1,A\n"},
		},
		{Golden: "nested.jsonl", Files: []string{fixture(t, roleNested)}, Foreign: []string{fixture(t, roleFtM)}},
		{Golden: "simple.jsonl", Files: []string{simpleFile}, Foreign: []string{"id,name\n1,A\n"}},
	}
}

func TestFormats(t *testing.T) {
	for i, x := range fixtures(t) {
		listtest.Run(t, Formats()[i], x)
	}
}

func FuzzFtM(f *testing.F)    { listtest.Run(f, Formats()[0], fixtures(f)[0]) }
func FuzzNested(f *testing.F) { listtest.Run(f, Formats()[1], fixtures(f)[1]) }
func FuzzSimple(f *testing.F) { listtest.Run(f, Formats()[2], fixtures(f)[2]) }

// TestNestedKeepsTiesToOthers: of two ends, the asset is no target, so that it
// has no line.
func TestNestedKeepsTiesToOthers(t *testing.T) {
	text := strings.Replace(strings.SplitN(fixture(t, roleNested), "\n", 2)[0], `"name":["Example Works LLC"]},"target":true`, `"name":["Example Works LLC"]},"target":false`, 1)
	got, _, _ := collect(ReadNested(opener(text), "x"))
	if len(got) != 1 || len(got[0].Interests) != 1 || got[0].Interests[0].AssetName != "Example Works LLC" || *got[0].Interests[0].Share != 51 {
		t.Errorf("got %+v", got)
	}
}

// flat writes the entities that are nested in lines as lines of their own, with
// ids in their place.
func flat(t *testing.T, text string) string {
	t.Helper()
	out := map[string]ftm{}
	var walk func(f ftm)
	walk = func(f ftm) {
		properties := map[string]several{}
		for name, values := range f.Properties {
			for _, raw := range values {
				n := nested(raw)
				if n == nil {
					properties[name] = append(properties[name], raw)
					continue
				}
				if ends, ok := edgeEnds[n.Schema]; ok {
					n.complete(ends, f.ID)
				} else {
					properties[name] = append(properties[name], quote(n.ID))
				}
				walk(*n)
			}
		}
		f.Properties = properties
		if old, ok := out[f.ID]; !ok || len(old.Properties) < len(properties) {
			out[f.ID] = f
		}
	}
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		f, _, err := parse([]byte(line))
		if err != nil {
			t.Fatal(err)
		}
		walk(f)
	}
	var b strings.Builder
	for _, id := range slices.Sorted(maps.Keys(out)) {
		line, err := json.Marshal(out[id])
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	return b.String()
}

// TestNestedAgreesWithFtM reads the same content in both forms. The interest
// stands with the asset; the nested form of the owner cannot know that.
func TestNestedAgreesWithFtM(t *testing.T) {
	text := fixture(t, roleNested)
	strip := func(all []enduse.Entity) map[enduse.EntityID]string {
		out := map[enduse.EntityID]string{}
		for _, e := range all {
			if e.ID == idOf("ex-person-2") {
				continue // a neighbour, not a target
			}
			e.Record = ""
			b, _ := json.Marshal(e)
			out[e.ID] = string(b)
		}
		return out
	}
	a, _, _ := collect(ReadNested(opener(text), "x"))
	b, _, _ := collect(ReadFtM(opener(flat(t, text)), "x"))
	if got, want := strip(a), strip(b); len(got) != 2 || !maps.Equal(got, want) {
		t.Errorf("nested %v\nflat   %v", got, want)
	}
}

func TestShareOf(t *testing.T) {
	for text, want := range map[string]string{
		"51": "51 []", "51 %": "51 []", "50.5%": "50.5 []", "33,3": "33.3 []", "0": "0 []", "100": "100 []",
		"25-50": "- [share 25-50]", "101": "- [share 101]", "-1": "- [share -1]", "NaN": "- [share NaN]", "": "- []",
	} {
		share, rest := shareOf(text)
		got := "-"
		if share != nil {
			got = fmt.Sprint(*share)
		}
		if got += " " + fmt.Sprint(rest); got != want {
			t.Errorf("%q: got %s, want %s", text, got, want)
		}
	}
}

// line writes a person of some properties.
func line(properties string) string {
	return `{"id":"x","schema":"Person","datasets":["ex"],"properties":{"name":["X"]` + properties + "}}\n"
}

func TestTopicsAndSanctions(t *testing.T) {
	const sanction = `{"id":"s","schema":"Sanction","properties":{"entity":["x"],"provisions":["%s"]}}` + "\n"
	for _, c := range []struct {
		name, text string
		want       []enduse.Measure
	}{
		{"no topic", line(``), nil},
		{"an office", line(`,"topics":["role.pep","gov.national"]`), nil},
		{"sanction without Sanction", line(`,"topics":["sanction"]`), []enduse.Measure{enduse.MeasureRedFlag}},
		{"a kind of crime", line(`,"topics":["crime.cyber"]`), []enduse.Measure{enduse.MeasureRedFlag}},
		{"export control", line(`,"topics":["export.control"]`), []enduse.Measure{enduse.MeasureExportLicence}},
		{"linked to export control", line(`,"topics":["export.control.linked"]`), []enduse.Measure{enduse.MeasureRedFlag}},
		{"Sanction without scope", line(``) + fmt.Sprintf(sanction, ""), []enduse.Measure{enduse.MeasureRedFlag}},
		{"Sanction with scope", line(``) + fmt.Sprintf(sanction, "Asset freeze; entry ban"), []enduse.Measure{enduse.MeasureAssetFreeze, enduse.MeasureTravelBan}},
	} {
		got, faults, _ := collect(ReadFtM(opener(c.text), "x"))
		if len(got) != 1 || len(faults) > 0 || !slices.Equal(got[0].Measures(), c.want) {
			t.Errorf("%s: %+v, faults %q, want %v", c.name, got, faults, c.want)
		}
	}
}

func TestCellValues(t *testing.T) {
	for text, want := range map[string][]string{
		"":                        nil,
		`""`:                      nil,
		"a;b; c ":                 {"a", "b", "c"},
		`"a;b";c`:                 {"a;b", "c"},
		`"say ""x""";y`:           {`say "x"`, "y"},
		`"never closed;x`:         {"never closed;x"},
		`"One, ""Two"", ""Three"`: {`One, "Two", "Three`},
		";;":                      nil,
	} {
		if got := cellValues(text); !slices.Equal(got, want) {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestCountryOf(t *testing.T) {
	for text, want := range map[string]enduse.Country{"ve": "VE", "suhh": "SU", "yucs": "YU", "gb-nir": "GB", "XK": "XK", "zz": "", "": "", "eu": ""} {
		if got, ok := countryOf(text); got != want || ok != (want != "") {
			t.Errorf("%q: got %q, %v, want %q", text, got, ok, want)
		}
	}
}

func TestMalformed(t *testing.T) {
	const nothing = "read: x: no FollowTheMoney entity in it"
	for _, c := range []struct {
		name, text string
		entities   int
		faults     []string
	}{
		{"twice", line("") + line(""), 1, []string{"x:2: x stands already at line 1"}},
		{"no id", `{"schema":"Person"}` + "\n" + line(""), 1, []string{"x:1: no id or no schema: not a FollowTheMoney entity"}},
		{"no JSON", "nothing\n" + line(""), 1, []string{"x:1: invalid character 'o' in literal null (expecting 'u')"}},
		{"cut", line("") + `{"id":"y","sch`, 1, []string{"x:2: unexpected end of JSON input"}},
		{"no name", `{"id":"y","schema":"Person","properties":{}}` + "\n", 0, []string{"x:1: entity opensanctions:y: neither name, address nor identifier"}},
		{"one value", `{"id":"y","schema":"Person","properties":{"name":"Y","alias":[1,null,{"a":2}]}}`, 1, nil},
		{"no array", `{"id":"y","schema":"Person","properties":[]}`, 0, []string{"x:1: json: cannot unmarshal array into Go struct field ftm.properties of type map[string]opensanctions.several", nothing}},
		{"too long", strings.Repeat("x", maxLine+1) + "\n" + line(""), 1, []string{"x:1: longer than 16777216 bytes"}},
		{"empty", "", 0, []string{nothing}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, read := range []func(func() (io.ReadCloser, error), string) iter.Seq2[enduse.Entity, error]{ReadFtM, ReadNested} {
				got, faults, _ := collect(read(opener(c.text), "x"))
				if len(got) != c.entities || !slices.Equal(faults, c.faults) {
					t.Errorf("%d entities, want %d; faults %q\nwant %q", len(got), c.entities, faults, c.faults)
				}
			}
		})
	}
}

func TestMalformedSimple(t *testing.T) {
	head, row, _ := strings.Cut(simpleFile, "\n")
	head += "\n"
	for _, c := range []struct {
		name, text string
		entities   int
		fault      string
	}{
		{"a cell too few", head + "\"a\",\"b\"\n" + row, 3, "x:2: 2 fields, want 16"},
		{"twice", head + row + from(row, `"ex-3"`), 3, `x:6: id "ex-3" is empty or stands already at line 5`},
		{"cut", simpleFile[:len(simpleFile)-5], 2, "x:5: the file ends inside the row: it is truncated"},
		{"another table", "id,name\n1,A\n", 0, "read: x: the columns of targets.simple.csv are not in it"},
		{"empty", "", 0, "read: x: the columns of targets.simple.csv are not in it"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, faults, _ := collect(ReadSimple(opener(c.text), "x"))
			if len(got) != c.entities || !slices.Equal(faults, []string{c.fault}) {
				t.Errorf("%d entities, want %d; faults %q\nwant %q", len(got), c.entities, faults, c.fault)
			}
		})
	}
}

func TestDetect(t *testing.T) {
	ftmFile, nestedFile := fixture(t, roleFtM), fixture(t, roleNested)
	big := strings.Replace(nestedFile, "Ivan Examplov", strings.Repeat("Ivan ", 20000), 1)
	for _, c := range []struct{ text, want string }{
		{ftmFile, roleFtM},
		{"\ufeff" + ftmFile, roleFtM},
		{ftmFile[:3000], roleFtM},
		{strings.TrimSpace(line("")), roleFtM},
		{nestedFile, roleNested},
		{big[:64<<10], ""},
		{simpleFile, roleSimple},
		{`{"id":"1","name":"A"}`, ""},
		{"id,name\n1,A\n", ""},
		{"", ""},
		{"[]", ""},
		{strings.Replace(nestedFile, `"sanctions"`, `"notes":["`+strings.Repeat("x", 64<<10)+`"],"sanctions"`, 1)[:64<<10], roleNested},
	} {
		got := ""
		for _, f := range Formats() {
			got += f.Detect(list.Head{Name: "x", Bytes: []byte(c.text)})
		}
		if got != c.want {
			t.Errorf("%.40q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestRealFiles(t *testing.T) {
	type count struct{ entities, others, interests, shares, designations, positions, unread int }
	for _, c := range []struct {
		path []string
		read func(func() (io.ReadCloser, error), string) iter.Seq2[enduse.Entity, error]
		list enduse.ListID
		want count
	}{
		// 549 lines: 274 persons, each with an occupancy of the one position; all targets.
		{[]string{"opensanctions", "ve_assembly.entities.ftm.json"}, ReadFtM, "os-ve_asamblea_nacional", count{entities: 274, positions: 274}},
		// 1,565 lines: 607 persons, 423 of them targets, 756 family ties; no topics. The
		// properties are not all those of the model: what others there are is unread.
		{[]string{"opensanctions", "sa_wd_mixed_2024-03.entities.ftm.json"}, ReadFtM, "os-sa_wiki_peps_v2", count{entities: 607, others: 184, interests: 756, positions: 1094, unread: 1974}},
		// 39 parties, 8 ownerships, 5 of them with a share, 6 directorships, 17 sanctions.
		{[]string{"ownership", "ftm_workshop.jsonl"}, ReadFtM, "opensanctions", count{entities: 39, interests: 14, shares: 5, designations: 17, unread: 1}},
		{[]string{"opensanctions", "ua_war_sanctions_targets.simple_2026-03-13.csv"}, ReadSimple, "os-ua_war_sanctions", count{entities: 5600, designations: 5673}},
	} {
		path := testkit.Data(t, c.path...)
		all, faults, warnings := collect(c.read(func() (io.ReadCloser, error) { return os.Open(path) }, c.path[1]))
		var got count
		for _, e := range all {
			got.entities++
			if strings.HasSuffix(e.Remarks, "Not a target of the data set.") {
				got.others++
			}
			got.interests += len(e.Interests)
			got.designations += len(e.Designations)
			got.positions += len(e.Positions)
			got.unread += len(e.Unread)
			for _, i := range e.Interests {
				if i.Share != nil {
					got.shares++
				}
			}
			if e.List != c.list {
				t.Fatalf("%s is of list %s, want %s", e.ID, e.List, c.list)
			}
		}
		if got != c.want || len(faults) > 0 || len(warnings) > 0 {
			t.Errorf("%s: got %+v, want %+v; faults %q, warnings %q", c.path[1], got, c.want, faults, warnings)
		}
	}
}

func ExampleReadFtM() {
	text := `{"id":"c","schema":"Company","datasets":["ex"],"properties":{"name":["Example Works"],"topics":["export.control"]}}
{"id":"p","schema":"Person","datasets":["ex"],"properties":{"name":["Ivan Examplov"],"topics":["role.pep"]}}
{"id":"o","schema":"Ownership","properties":{"owner":["p"],"asset":["c"],"percentage":["51"]}}
`
	for e, err := range ReadFtM(opener(text), "entities.ftm.json") {
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(e.ID, e.List, e.Measures())
		for _, i := range e.Interests {
			fmt.Println(" ", i.OwnerName, i.Kind, *i.Share)
		}
	}
	// Output:
	// opensanctions:c os-ex [export_licence]
	//   Ivan Examplov ownership 51
	// opensanctions:p os-ex []
}

// from is the part of a text from a word in it on.
func from(text, word string) string {
	_, tail, _ := strings.Cut(text, word)
	return word + tail
}
