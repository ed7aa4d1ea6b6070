package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/testkit"
	"github.com/enduse/enduse/internal/triage"
	"github.com/enduse/enduse/wire"
)

// invented makes names of firms that nobody has.
type invented struct{ *rand.Rand }

func (r invented) one(words ...string) string { return words[r.IntN(len(words))] }

func (r invented) firm(country string) string {
	syllable := func() string {
		return r.one("bra", "ven", "tor", "lum", "kes", "dor", "mi", "sal", "ran", "vek", "pol", "hei", "zu", "ster", "nor", "gal", "tin", "rud", "fel", "wick")
	}
	stem := syllable() + syllable() + r.one("", syllable())
	form := map[string]string{"DE": "GmbH", "FR": "SARL", "IT": "S.r.l.", "PL": "Sp. z o.o.", "NL": "B.V.", "TR": "Ltd. Şti.", "US": "Inc.", "CZ": "s.r.o.", "HK": "Limited", "CN": "Co., Ltd.", "KZ": "TOO", "KG": "OcOO", "JP": "KK", "KR": "Co., Ltd."}[country]
	return strings.ToUpper(stem[:1]) + stem[1:] + " " + r.one("Elektronik", "Components", "Maschinenbau", "Trading", "Instruments", "Systems", "Technik", "Supply", "Medical", "Automation") + " " + form
}

func (r invented) country() string {
	return r.one("DE", "DE", "DE", "DE", "FR", "FR", "IT", "IT", "PL", "PL", "NL", "TR", "US", "CZ", "HK", "CN", "KZ", "KG", "JP", "KR")
}

// listedFirms are names of firms of the OFAC list, and listedPeople of people.
func listedNames(t *testing.T, kind string) (names []string) {
	t.Helper()
	f, err := os.Open(testkit.Data(t, "ofac", "2026-08", "sdn.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	r := csv.NewReader(f)
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	rows, err := r.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if len(row) > 3 && strings.TrimSpace(row[2]) == kind && strings.Contains(row[3], "RUSSIA") {
			names = append(names, row[1])
		}
	}
	return names
}

// typo takes a letter out of the middle of a name.
func (r invented) typo(s string) string {
	i := 2 + r.IntN(max(len(s)-4, 1))
	return s[:i] + s[i+1:]
}

func writeBatch(t *testing.T, dir, name string, rows [][]string) string {
	t.Helper()
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = ';'
	if err := w.WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// batch is what a screening of a file came to.
type batch struct {
	results []wire.Result
	table   []string // lines
}

func screenBatch(t *testing.T, data, path string) (b batch) {
	t.Helper()
	for _, line := range resultLines(t, runApp(t, data, "screen", path, "--format", "ndjson")) {
		var r wire.Result
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		b.results = append(b.results, r)
	}
	b.table = strings.Split(strings.TrimSpace(string(runApp(t, data, "screen", path))), "\n")
	for _, l := range b.table {
		if report.WidthOf(l) > 100 {
			t.Errorf("a line is too wide: %s", l)
		}
	}
	return b
}

// shownPerSubject is how many hits are shown for one subject of one record: entities of
// one publisher's id, and those of one name and one list of countries, are one.
func shownPerSubject(results []wire.Result) (shown, subjects int) {
	for i := range results {
		for _, p := range results[i].Parties {
			seen := map[string]bool{}
			for _, h := range p.Hits {
				if !h.Match {
					continue
				}
				shown++
				for _, m := range h.Members {
					seen[publisherID(m)] = true
				}
			}
			ids := map[string]bool{}
			for _, h := range p.Hits {
				if h.Match {
					ids[publisherID(h.Members[0])] = true
				}
			}
			subjects += len(ids)
		}
	}
	return shown, subjects
}

// publisherID is the id of an entry without the file that it came in: the Consolidated
// Screening List repeats those of other lists.
func publisherID(id enduse.EntityID) string {
	return strings.TrimPrefix(strings.ReplaceAll(string(id), "us-csl:ofac-sdn.", "ofac-sdn:"), "us-csl:")
}

// TestBatches screens files as customers, distributors, forwarders and banks bring them,
// with listed names from the real lists among invented ones, and holds what reaches a
// person: the seeded rows come first, orders to partner countries are leads, questions
// are few, ports are found, and nothing is shown twice.
func TestBatches(t *testing.T) {
	data, dir := t.TempDir(), t.TempDir()
	sdn := filepath.Dir(testkit.Data(t, "ofac", "2026-08", "sdn.csv"))
	runApp(t, data, "lists", "import", filepath.Join(sdn, "sdn.csv"), filepath.Join(sdn, "alt.csv"), filepath.Join(sdn, "add.csv"), filepath.Join(sdn, "sdn_comments.csv"), "--verified-at", "now", "-q")
	runApp(t, data, "lists", "import", testkit.Data(t, "us_csl_ccl", "csl_2026-07-31_flat.jsonl"), "--verified-at", "now", "-q")
	runApp(t, data, "lists", "import", testkit.Data(t, "eu", "journal_sanctions", "consolidated"), "--verified-at", "now", "-q")
	r := invented{rand.New(rand.NewPCG(14, 14))}
	firms := listedNames(t, "-0-")
	if len(firms) < 100 {
		t.Fatalf("%d listed firms", len(firms))
	}
	t.Run("customers", func(t *testing.T) {
		rows := [][]string{{"Deb.-Nr.", "Name 1", "Ort", "Land", "USt-IdNr."}}
		seeds := map[string]bool{}
		for i := range 2000 {
			c := r.country()
			row := []string{strconv.Itoa(100000 + i), r.firm(c), "", c, ""}
			if i%400 == 137 {
				if row[1], row[3] = firms[r.IntN(len(firms))], "RU"; i%800 == 137 {
					row[1] = r.typo(row[1])
				}
				seeds[row[0]] = true
			}
			rows = append(rows, row)
		}
		b := screenBatch(t, data, writeBatch(t, dir, "customers.csv", rows))
		first := strings.Join(b.table[:10], "\n")
		for id := range seeds {
			if !strings.Contains(first, id) {
				t.Errorf("%s is not in the first ten lines:\n%s", id, first)
			}
		}
		alerts := 0
		for _, res := range b.results {
			if res.Outcome == enduse.Review || res.Outcome == enduse.Prohibited {
				alerts++
			}
		}
		shown, subjects := shownPerSubject(b.results)
		t.Logf("2,000 customers: %d lines, %d alerts of which 5 are seeded, %d hits shown for %d subjects", len(b.table), alerts, shown, subjects)
		if float64(shown) > 1.1*float64(subjects) || len(b.table) > 100 {
			t.Errorf("%d hits for %d subjects, %d lines", shown, subjects, len(b.table))
		}
	})
	t.Run("orders", func(t *testing.T) {
		rows := [][]string{{"SO No.", "Line", "Customer", "Customer e-mail", "Ship-To", "Ship-To Country", "MPN", "Description", "Qty", "Net value", "Currency"}}
		for i := range 150 {
			c := r.country()
			name := r.firm(c)
			mail := "sales@" + strings.ToLower(strings.Fields(name)[0]) + ".example"
			if i%10 == 3 {
				mail = strings.ToLower(strings.Fields(name)[0]) + "@gmail.com"
			}
			for line := range 1 + r.IntN(3) {
				part := [][2]string{{"STM32F407VGT6", "Microcontroller"}, {"GRM188R71H104", "Multilayer ceramic capacitor"}, {"MAX3232CSE+", "RS-232 transceiver"}, {"XC7A35T-1CPG236C", "FPGA"}, {"LABEL-1", "Paper labels"}}[r.IntN(5)]
				rows = append(rows, []string{fmt.Sprintf("SO-%d", i), strconv.Itoa(line + 1), name, mail, "12 Main Road, " + r.one("Brno", "Lyon", "Ulm"), c, part[0], part[1], "100", "500", "EUR"})
			}
		}
		b := screenBatch(t, data, writeBatch(t, dir, "orders.csv", rows))
		review := 0
		var questions []int
		for _, res := range b.results {
			if res.Outcome == enduse.Review || res.Outcome == enduse.Prohibited {
				review++
			}
			of := 0
			for _, q := range res.Questions {
				if q.Of != enduse.AskedSeller {
					of++
				}
			}
			questions = append(questions, of)
		}
		slices.Sort(questions)
		t.Logf("%d orders: %d to review, %d lines, %d questions in the median", len(b.results), review, len(b.table), questions[len(questions)/2])
		if len(b.results) != 150 || review > 45 || len(b.table) > 200 || questions[len(questions)/2] > 1 {
			t.Error("more than a person can decide")
		}
	})
	t.Run("bills of lading", func(t *testing.T) {
		places := []string{"Novorossiysk", "St. Petersburg", "Vladivostok", "Vostochny", "Kaliningrad", "Murmansk", "Ust-Luga", "Moscow", "Yekaterinburg", "RULED", "Новороссийск", "Bandar Abbas", "IR BND", "Bandar Imam Khomeini", "Bushehr", "Chabahar", "Khorramshahr", "Tehran", "Mashhad", "Tabriz"}
		rows := [][]string{{"B/L No.", "Shipper", "Consignee", "Notify party", "POL", "POD", "Place of delivery", "Vessel", "Description of goods"}}
		for i := range 80 {
			row := []string{fmt.Sprintf("BL%05d", i), r.firm("DE"), r.firm("TR"), "SAME AS CONSIGNEE", "Hamburg", r.one("Rotterdam", "DEHAM", "Jebel Ali", "Mersin"), "", "MV EXAMPLE STAR", "BALL BEARINGS HS 8482.10"}
			if i < len(places) {
				row[5+i%2] = places[i]
			}
			if i%7 == 5 {
				row[2] = "TO ORDER"
			}
			rows = append(rows, row)
		}
		b := screenBatch(t, data, writeBatch(t, dir, "bl.csv", rows))
		found, unknown := 0, 0
		for i, res := range b.results {
			has := func(prefix string) bool {
				return slices.ContainsFunc(res.Findings, func(f enduse.Finding) bool { return strings.HasPrefix(f.ID, prefix) })
			}
			if i < len(places) && has("route.") {
				found++
			} else if i < len(places) {
				t.Errorf("%s: no finding", places[i])
			}
			if has("party.unknown") {
				unknown++
			}
			for _, p := range res.Parties {
				if p.Name == "TO ORDER" || p.Name == "SAME AS CONSIGNEE" {
					t.Errorf("row %d: %s was searched as a name", res.Row, p.Name)
				}
			}
		}
		t.Logf("80 bills of lading: %d of %d ports have a finding, %d consignees are not known, %d lines", found, len(places), unknown, len(b.table))
		if unknown != 11 {
			t.Errorf("%d parties are not known", unknown)
		}
	})
	t.Run("customers of a bank", func(t *testing.T) {
		people := listedNames(t, "individual")
		rows := [][]string{{"id", "name", "birth_date", "nationality"}}
		for i := range 500 {
			row := []string{strconv.Itoa(i), r.one("Anna", "Jonas", "Marek", "Lucia", "Peter", "Ines") + " " + strings.Fields(r.firm("DE"))[0], fmt.Sprintf("%d-03-10", 1950+i%50), r.one("DE", "FR", "GB")}
			if i%20 == 7 {
				row = []string{strconv.Itoa(i), people[r.IntN(len(people))], "", ""}
			}
			rows = append(rows, row)
		}
		rows = append(rows, []string{"MA", "Mohammed Ali", "1961-03-10", "GB"})
		b := screenBatch(t, data, writeBatch(t, dir, "bank.csv", rows))
		shown, subjects := shownPerSubject(b.results)
		if last := b.results[len(b.results)-1]; last.Outcome == enduse.Review {
			t.Errorf("Mohammed Ali, born in 1961, is %s", last.Outcome)
		}
		var read []int
		for i := range b.results {
			for k := range b.results[i].Parties {
				p := &b.results[i].Parties[k]
				if len(p.Hits) == 0 || !p.Hits[0].Match {
					continue
				}
				c := triage.Compare(p, &p.Hits[0])
				n := len(strings.Fields(c.Sentence))
				for _, l := range c.Lines {
					n += len(strings.Fields(l.What + " " + l.Yours + " " + l.Listed + " " + l.Note))
				}
				read = append(read, n)
			}
		}
		slices.Sort(read)
		t.Logf("501 customers of a bank: %d hits shown for %d subjects; words to read of an alert: %d in the median, %d at most", shown, subjects, read[len(read)/2], read[len(read)-1])
		if float64(shown) > 1.1*float64(subjects) || read[len(read)/2] > 70 {
			t.Error("too much to read")
		}
	})
}
