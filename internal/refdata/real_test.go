package refdata_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
	"github.com/enduse/enduse/internal/refdata"
	"github.com/enduse/enduse/internal/testkit"
)

// realTables imports the official tables.
func realTables(t *testing.T) *refdata.Tables {
	t.Helper()
	dir := t.TempDir()
	for _, f := range []struct {
		name string
		path []string
		rows int
	}{
		{"hs2017", []string{"hs", "comtrade_H5_HS2017.csv"}, 6708},
		{"hs2022", []string{"hs", "harmonized-system.csv"}, 6939},
		{"hs2022", []string{"hs", "comtrade_H6_HS2022.csv"}, 6939},
		{"concordance", []string{"hs", "HS_consolidated_comtrade_concordances.csv"}, 5649},
		{"us-ccl", []string{"us_csl_ccl", "ccl.json"}, 633},
		{"eu-2021-821", []string{"dual_use_eu", "regulations.json"}, 366},
	} {
		path := testkit.Data(t, f.path...)
		in, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		done, err := refdata.Import(dir, in, refdata.ImportOptions{Name: f.name, File: filepath.Base(path), Now: now})
		_ = in.Close()
		if err != nil || done.Rows != f.rows {
			t.Fatalf("%s: %+v, %v; want %d rows", path, done, err, f.rows)
		}
	}
	return load(t, dir)
}

func TestRealTables(t *testing.T) {
	tables := realTables(t)
	codes := func(text string) (out []string) {
		answers, err := tables.Lookup(text, chplDay, 20)
		if err != nil {
			t.Errorf("%s: %v", text, err)
		}
		for _, a := range answers {
			out = append(out, string(a.System)+" "+a.Code)
		}
		return out
	}
	for text, want := range map[string][]string{
		"854140": {"hs2017 854140", "hs2022 854141", "hs2022 854142", "hs2022 854143", "hs2022 854149"},
		"854150": {"hs2017 854150", "hs2022 854151", "hs2022 854159"},
		"854151": {"hs2022 854151"}, // and no dishwasher
		"854890": {"hs2017 854890", "hs2022 854800"},
		"880330": {"hs2017 880330", "hs2022 880730"},
		"852580": {"hs2017 852580", "hs2022 852581", "hs2022 852582", "hs2022 852583", "hs2022 852589"},
		"842211": {"hs2022 842211"}, // a dishwasher, and no transducer
		"3A001":  {"eccn 3A001"},
		"9A104":  {"eccn 9A104"},
	} {
		if got := codes(text); !slices.Equal(got, want) {
			t.Errorf("%s: %v, want %v", text, got, want)
		}
	}
	for tier, list := range chpl {
		for code := range strings.FieldsSeq(list) {
			if got, ok := tables.IsCHPL(code, chplDay); !ok || got != tier {
				t.Errorf("%s: tier %q, want %s", code, got, tier)
			}
		}
	}
	for number, regime := range map[string]string{"3A001": "electronic", "9A104": "rockets"} {
		answers, err := tables.Lookup(number, chplDay, 1)
		if err != nil || len(answers) != 1 || len(answers[0].Lists) != 2 || !strings.Contains(strings.ToLower(answers[0].Description), regime) {
			t.Errorf("%s: %+v, %v", number, answers, err)
		}
	}
	if _, err := tables.Lookup("854299", chplDay, 1); err == nil {
		t.Error("854299 is no subheading, and gave no error")
	}
}

// TestRealConcordanceAgrees: what comes with the program says the same as the official
// table, which lacks 8541.50 alone.
func TestRealConcordanceAgrees(t *testing.T) {
	with, without := realTables(t), load(t, "")
	for _, old := range []string{"854140", "852580", "854890", "880330"} {
		a, err := with.Lookup(old, chplDay, 20)
		b, err2 := without.Lookup(old, chplDay, 20)
		if err != nil || err2 != nil || len(a) != len(b) {
			t.Errorf("%s: %d and %d answers, %v, %v", old, len(a), len(b), err, err2)
		}
	}
}

// TestRealNumbersOfTheLexicon: the numbers that words lead to are on Annex I.
func TestRealNumbersOfTheLexicon(t *testing.T) {
	tables := realTables(t)
	for number := range strings.FieldsSeq("7A001 7A002 7A101 7A102 7A105 9A012 9A101 9A102 9A112 1C116 1C216 1C210 2B231 3A225 0B001 2B352 2B350 2B116 2B119 2B219 2B104 2B204 2B009 2B109 6A003 3A231 3A228 3A230 3A101 2B207") {
		answers, err := tables.Lookup(number, chplDay, 1)
		if err != nil || len(answers) != 1 || !slices.ContainsFunc(answers[0].Lists, func(l goods.OnList) bool { return l.List == "eu-2021-821" }) {
			t.Errorf("%s: %+v, %v", number, answers, err)
		}
	}
}

// TestRealReasons: reasons for control give a finding; anti-terrorism alone not.
func TestRealReasons(t *testing.T) {
	tables := realTables(t)
	us := enduse.Profile{Establishment: "US"}
	for number, want := range map[string]string{"3A001": "[goods.us-ccl]", "1C107": "[goods.us-ccl goods.mtcr]", "3A991": "[]", "EAR99": "[]"} {
		findings, _, _ := check(tables, enduse.Item{ECCN: number}, elsewhere, us, chplDay)
		ids := []string{}
		for _, f := range findings {
			ids = append(ids, f.ID)
		}
		if fmt.Sprint(ids) != want {
			t.Errorf("%s: %v, want %s", number, ids, want)
		}
	}
}
