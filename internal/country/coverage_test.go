package country_test

import (
	"cmp"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/testkit"
)

// TestCoverage reads every text that names a country in the real lists
// and holds the share of rows that are understood. With -v it prints what is
// not.
func TestCoverage(t *testing.T) {
	tests := []struct {
		name  string
		path  []string
		texts func(testing.TB, string) []string
		floor float64 // the share of rows that must be understood
	}{
		{"ofac addresses", []string{"ofac", "2026-08", "add.csv"}, column(4), 0.995},
		{"ofac remarks", []string{"ofac", "2026-08", "sdn.csv"}, remarks, 0.995},
		{"un", []string{"un", "UN_consolidated_2026-08-02.xml"}, unCountries, 0.999},
		{"csl addresses", []string{"us_csl_ccl", "csl_official_format_2023-11-30_partial.csv"}, cslAddresses, 0.99}, // some give a city alone
		{"canada", []string{"canada", "sema-lmes_2025.xml"}, elements("Country"), 0.96},                             // it files by regulation; not every one is a country's
		{"uk", []string{"uk", "2026-05_normalised", "subject_countries.csv"}, column(2), 0.99},
		{"eu", []string{"eu", "journal_sanctions", "consolidated"}, euCountries, 0.95}, // some give two nationalities, some a passport besides
		{"japan", []string{"jp_cn_lists", "jp.json"}, metiAddresses, 0.95},             // the copy at hand runs some names into it
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			unread, rows := map[string]int{}, 0
			for _, text := range tt.texts(t, testkit.Data(t, tt.path...)) {
				if text = strings.TrimSpace(text); text == "" || text == "-0-" || text == "na" {
					continue
				}
				rows++
				if _, ok := country.Parse(text); !ok {
					unread[text]++
				}
			}
			missed := report(t, unread)
			share := 1 - float64(missed)/float64(max(rows, 1))
			t.Logf("%d of %d rows understood: %.2f %%", rows-missed, rows, 100*share)
			if share < tt.floor || rows < 100 {
				t.Errorf("%.4f of %d rows understood, want %.4f", share, rows, tt.floor)
			}
		})
	}
}

func report(t *testing.T, unread map[string]int) (sum int) {
	t.Helper()
	var texts []string
	for text, n := range unread {
		texts = append(texts, text)
		sum += n
	}
	slices.SortFunc(texts, func(a, b string) int { return cmp.Or(unread[b]-unread[a], cmp.Compare(a, b)) })
	for i, text := range texts {
		if i == 60 {
			t.Logf("... and %d more", len(texts)-i)
			break
		}
		t.Logf("%6d %q", unread[text], text)
	}
	return sum
}

func readCSV(t testing.TB, path string) [][]string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	all, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func column(n int) func(testing.TB, string) []string {
	return func(t testing.TB, path string) (out []string) {
		t.Helper()
		for _, row := range readCSV(t, path)[1:] {
			if n < len(row) {
				out = append(out, row[n])
			}
		}
		return out
	}
}

// remarks finds the countries of issue of documents and the nationalities in
// the remarks of the SDN list.
func remarks(t testing.TB, path string) (out []string) {
	t.Helper()
	issuer := regexp.MustCompile(`(?:Passport|Tax ID No\.|National ID No\.|Registration Number|Registration ID|Identification Number|Birth Certificate Number) [^;()]+\(([^()]+)\)`)
	nation := regexp.MustCompile(`(?:nationality|citizen) ([^;.]+)`)
	for _, row := range readCSV(t, path) {
		for _, re := range []*regexp.Regexp{issuer, nation} {
			for _, m := range re.FindAllStringSubmatch(row[len(row)-1], -1) {
				out = append(out, m[1])
			}
		}
	}
	return out
}

func elements(names ...string) func(testing.TB, string) []string {
	return func(t testing.TB, path string) (out []string) {
		t.Helper()
		walk(t, path, func(stack []string, text string) {
			if slices.Contains(names, stack[len(stack)-1]) {
				out = append(out, text)
			}
		})
		return out
	}
}

func unCountries(t testing.TB, path string) (out []string) {
	t.Helper()
	walk(t, path, func(stack []string, text string) {
		last, parent := stack[len(stack)-1], stack[max(len(stack)-2, 0)]
		if last == "COUNTRY" || last == "VALUE" && parent == "NATIONALITY" {
			out = append(out, text)
		}
	})
	return out
}

func walk(t testing.TB, path string, text func(stack []string, text string)) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var stack []string
	for d := xml.NewDecoder(f); ; {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			stack = append(stack, tok.Name.Local)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			if len(stack) > 0 {
				text(stack, string(tok))
			}
		}
	}
}

// cslAddresses finds the country at the end of each address, nationality and
// citizenship.
func cslAddresses(t testing.TB, path string) (out []string) {
	t.Helper()
	rows := readCSV(t, path)
	for _, row := range rows[1:] {
		for i, name := range rows[0] {
			if i >= len(row) || name != "addresses" && name != "nationalities" && name != "citizenships" {
				continue
			}
			for part := range strings.SplitSeq(row[i], "; ") {
				if strings.TrimRight(part, "0123456789-") != part {
					continue // an address that ends with a postal code gives no country
				}
				out = append(out, part[strings.LastIndex(part, ",")+1:])
			}
		}
	}
	return out
}

func euCountries(t testing.TB, path string) (out []string) {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(path, "*.csv"))
	if err != nil || len(files) == 0 {
		t.Fatal("no tables", err)
	}
	for _, file := range files {
		rows := readCSV(t, file)
		for _, row := range rows[1:] {
			for i, name := range rows[0] {
				if i < len(row) && (name == "country" || name == "nationality" || name == "jurisdiction" || name == "flag") {
					out = append(out, strings.Split(row[i], ";")...)
				}
			}
		}
	}
	return out
}

// metiAddresses finds the country of each party of the Japanese end-user list,
// which is the whole of its address.
func metiAddresses(t testing.TB, path string) (out []string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`"addresses": \["([^"]+)"`).FindAllSubmatch(data, -1) {
		out = append(out, string(m[1]))
	}
	return out
}
