package refdata_test

import (
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/refdata"
)

var now = time.Date(2024, 6, 1, 12, 0, 0, 0, time.UTC)

func importText(dir, name, text string, change func(*refdata.ImportOptions)) (*refdata.Imported, error) {
	o := refdata.ImportOptions{Name: name, File: "table.csv", Now: now}
	if change != nil {
		change(&o)
	}
	return refdata.Import(dir, strings.NewReader(text), o)
}

func TestImportList(t *testing.T) {
	dir := t.TempDir()
	done, err := importText(dir, "eu-833-xxiii", "code,description,tier,valid_from,valid_to,citation\n"+
		"Chapter,a title has no code\n", nil)
	if err == nil {
		t.Fatalf("a ragged table: %+v", done)
	}
	text := "code;description;tier;valid_from;valid_to;citation\n" +
		";Section I;;;;\n" +
		"ex 8412 21;linear acting engines;A;2022-04-09;;Example Act\n" +
		"8465;machine tools for wood;B;2022-04-09;2023-12-31;\n" +
		"8501 10 10;motors;;;;\n"
	done, err = importText(dir, "eu-833-xxiii", text, nil)
	if err != nil || done.Rows != 3 || done.Skipped != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	tables := load(t, dir)
	ru := &enduse.Shipment{Route: enduse.Route{Destination: "RU"}}
	for _, tt := range []struct {
		hs   string
		asOf enduse.Date
		want string
	}{
		{"841221", enduse.Day(2022, 4, 9), "goods.eu-833-xxiii.tiera"},
		{"841221", enduse.Day(2022, 4, 8), ""},
		{"846510", enduse.Day(2023, 12, 31), "goods.eu-833-xxiii.tierb"},
		{"846510", enduse.Day(2024, 1, 1), ""},
		{"85011010", enduse.Day(2020, 1, 1), "goods.eu-833-xxiii"},
		{"85011099", enduse.Day(2020, 1, 1), ""},
	} {
		findings, _, _ := check(tables, enduse.Item{HS: tt.hs}, ru, enduse.Profile{}, tt.asOf)
		got := ""
		if len(findings) > 0 {
			got = findings[0].ID
			if strings.Contains(findings[0].Citation, "verify") {
				t.Errorf("%s: what the user imported is not to be verified: %s", tt.hs, findings[0].Citation)
			}
		}
		if got != tt.want {
			t.Errorf("%s on %s: %q, want %q", tt.hs, tt.asOf, got, tt.want)
		}
	}
	for _, g := range gapsOf(tables, ru, enduse.Profile{}, enduse.Day(2024, 1, 1)) {
		if strings.Contains(g.What, "XXIII") {
			t.Errorf("an imported list is a gap: %+v", g)
		}
	}
	if tables.Digests()["goods.eu-833-xxiii"] != done.Digest {
		t.Errorf("digests %v", tables.Digests())
	}
}

func TestImportOwnListAndColumns(t *testing.T) {
	dir := t.TempDir()
	_, err := importText(dir, "national-list", "Nummer,Ware\n3A001,chips\n", func(o *refdata.ImportOptions) {
		o.Columns = map[string]string{"code": "Nummer", "description": "Ware"}
		o.Title, o.Citation, o.From = "Example National List", "Example Act", enduse.Day(2024, 1, 1)
	})
	if err != nil {
		t.Fatal(err)
	}
	findings, _, _ := check(load(t, dir), enduse.Item{ECCN: "3A001"}, elsewhere, enduse.Profile{}, chplDay)
	if len(findings) != 1 || findings[0].ID != "goods.national-list" || !strings.Contains(findings[0].Message, "Example National List") || !strings.HasPrefix(findings[0].Citation, "Example Act") {
		t.Errorf("%+v", findings)
	}
	if findings, _, _ := check(load(t, dir), enduse.Item{ECCN: "3A001"}, elsewhere, enduse.Profile{}, enduse.Day(2023, 12, 31)); len(findings) != 0 {
		t.Errorf("before its first day: %+v", findings)
	}
}

// TestImportFixture: a dump with rows of several models, as the European list
// is passed around.
func TestImportFixture(t *testing.T) {
	dir := t.TempDir()
	dump := `[{"model":"x.regime","pk":2,"fields":{"name":"MTCR"}},
		{"model":"x.regulation","pk":7,"fields":{"code":"9A104"}},
		{"model":"x.paragraph","pk":1,"fields":{"depth":1,"regulation":7,"text":"Example rockets"}},
		{"model":"x.paragraph","pk":2,"fields":{"depth":2,"regulation":7,"text":"a part"}}]`
	done, err := importText(dir, "eu-2021-821", dump, nil)
	if err != nil || done.Rows != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	answers, err := load(t, dir).Lookup("9A104", chplDay, 1)
	if err != nil || len(answers) != 1 || answers[0].Description != "Example rockets" || len(answers[0].Lists) != 1 {
		t.Errorf("%+v, %v", answers, err)
	}
}

func TestImportConcordance(t *testing.T) {
	dir := t.TempDir()
	text := "code.after,code.before,Relationship,adjustment\n" +
		"10121,10121,1:1,2022 to 2017\n" + // a spreadsheet took the zero
		"10121,10111,1:n,2017 to 2012\n" + // other vintages
		"854151,842211,n:n,2022 to 2017\n854151,854150,n:n,2022 to 2017\n" +
		"847990,847989,n:1,2022 to 2017\n854921,854150,n:1,2022 to 2017\n"
	if done, err := importText(dir, "concordance", text, nil); err != nil || done.Rows != 4 || done.Skipped != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	tables := load(t, dir)
	for hs, want := range map[string]string{"0101.21": "010121", "847989": "847990", "842211": "", "854150": "854151 854159", "854151": "854151"} {
		_, codes, gaps := check(tables, enduse.Item{HS: hs}, elsewhere, enduse.Profile{}, chplDay)
		if strings.Join(codes, " ") != want || (len(gaps) > 0) != (want == "") {
			t.Errorf("%s: %v, %+v; want %s", hs, codes, gaps, want)
		}
	}
}

func TestImportRefuses(t *testing.T) {
	for _, tt := range []struct {
		name, as, text, fault, hint string
	}{
		{"a bad name", "../x", "code\n3A001\n", "small letters", "us-ccl"},
		{"no code column", "us-ccl", "a,description\nx,y\n", "no column for code", "--column code=NAME"},
		{"a bad code", "us-ccl", "code,tier\n3A001,NS\n3Q9,NS\n", "table.csv:3", "control number"},
		{"a range of codes", "us-ccl", "code,tier\n854231 - 854239,1\n9x,2\n", "table.csv:2", ""},
		{"a bad date", "us-ccl", "code,valid_from\n3A001,1/2/2024\n", "valid_from", "nothing was imported"},
		{"dates that cross", "us-ccl", "code,valid_from,valid_to\n3A001,2024-01-02,2024-01-01\n", "is before", "nothing was imported"},
		{"no rows with a code", "us-ccl", "code,tier\n,1\n,2\n", "no row", "--column"},
		{"a bad relation", "concordance", "hs2022,hs2017,relation\n854231,854231,2:1\n", "relation", "nothing was imported"},
		{"no relation", "concordance", "hs2022,hs2017\n854231,854231\n", "no column for relation", "--column"},
		{"no table", "hs2022", "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			dir := t.TempDir()
			_, err := importText(dir, tt.as, tt.text, nil)
			if err == nil || !strings.Contains(err.Error(), tt.fault) || !strings.Contains(enduse.HintOf(err), tt.hint) {
				t.Errorf("error %v, hint %q; want %q and %q", err, enduse.HintOf(err), tt.fault, tt.hint)
			}
			if left, _ := filepath.Glob(filepath.Join(dir, "refdata", "*")); len(left) > 0 {
				t.Errorf("left behind: %v", left)
			}
		})
	}
}

// TestFailedImportKeepsTheOld: what was there stays.
func TestFailedImportKeepsTheOld(t *testing.T) {
	dir := t.TempDir()
	first, err := importText(dir, "us-ccl", "code,tier\n3A001,NS\n", nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := importText(dir, "us-ccl", "code,tier\n3A002,NS\nbad,NS\n", nil); err == nil {
		t.Fatal("no error")
	}
	if got := load(t, dir).Digests()["goods.us-ccl"]; got != first.Digest {
		t.Errorf("digest %s, want that of before", got)
	}
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("the disk is gone") }

func TestImportReadError(t *testing.T) {
	r := io.MultiReader(strings.NewReader("code,tier\n3A001,NS\n"), brokenReader{})
	if done, err := refdata.Import(t.TempDir(), r, refdata.ImportOptions{Name: "us-ccl", File: "x", Now: now}); err == nil {
		t.Errorf("%+v: half a list was imported", done)
	}
}

// TestDamage: a flipped byte anywhere in the content is an error, or changes
// nothing that is used.
func TestDamage(t *testing.T) {
	dir := t.TempDir()
	if _, err := importText(dir, "us-ccl", "code,tier,description\n3A001,NS,chips\n", nil); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "refdata", "us-ccl.json")
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"3A001", "NS", "chips", "eccn", "sha256", `"version":1`} {
		at := bytes.LastIndex(whole, []byte(part)) + len(part) - 1
		bad := bytes.Clone(whole)
		bad[at] ^= 1
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := refdata.Load(dir); err == nil && part != "sha256" || err != nil && (enduse.CodeOf(err) != enduse.CodeCorrupt || enduse.HintOf(err) == "") {
			t.Errorf("%s flipped: %v, hint %q", part, err, enduse.HintOf(err))
		}
	}
	if err := os.WriteFile(path, whole[:len(whole)/2], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := refdata.Load(dir); enduse.CodeOf(err) != enduse.CodeCorrupt {
		t.Errorf("half a file: %v", err)
	}
}

func FuzzImport(f *testing.F) {
	f.Add("us-ccl", "code,tier\n3A001,NS\n")
	f.Add("hs2022", "id,text\n8542,8542 - Circuits\n854231,x\n")
	f.Add("concordance", "hs2022,hs2017,relation\n854231,854231,1:1\n")
	f.Add("eu-2021-821", `[{"model":"x.regulation","pk":1,"fields":{"code":"9A104"}}]`)
	f.Add("us-ccl", `{"entries":[{"eccn":"3A001","heading":"x","reasonForControl":null}]}`)
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, name, text string) {
		done, err := importText(dir, name, text, nil)
		if err != nil {
			return
		}
		if done.Rows == 0 {
			t.Error("nothing was imported, and no error")
		}
		if _, err := refdata.Load(dir); err != nil {
			t.Errorf("what was imported cannot be loaded: %v", err)
		}
		_ = os.Remove(done.Path)
	})
}

func FuzzLoad(f *testing.F) {
	f.Add(`{"version":1,"name":"us-ccl","entries":[{"system":"eccn","code":"3A001"}],"digest":"sha256:x"}`)
	f.Add(`{"version":1,"name":"us-ccl"`)
	dir := f.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "refdata"), 0o755); err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if err := os.WriteFile(filepath.Join(dir, "refdata", "us-ccl.json"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := refdata.Load(dir); err == nil {
			t.Skip("its digest fits")
		}
	})
}
