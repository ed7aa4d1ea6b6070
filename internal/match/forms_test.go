package match

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/testkit"
)

// TestLegalFormLeftOut: an invented word with a form costs as little as with
// those of the US or of Germany, whichever side has it.
func TestLegalFormLeftOut(t *testing.T) {
	const word = "Zorvatinel"
	m := matcher()
	for _, with := range []string{
		word + " LLC", word + " GmbH", word + " d.o.o.", word + " D O O", word + " DOO", word + " d.d.", "j.d.o.o. " + word, word + " s.r.o", word + ", spol. s r.o.",
		word + " sp.z.o.o.", word + " SPZOO", "Spółka z ograniczoną odpowiedzialnością " + word, word + " Sp. z o.o. Sp. k.", word + " C.A.", word + " S.A.C.",
		word + " E.I.R.L.", word + " EIRELI", word + " S.L.U.", word + " S.A.P.I. de C.V.", word + " ApS", word + " Kft.", word + " Zrt.", word + " HB", word + " (P) Ltd",
		"PT " + word, "PT. " + word + " Tbk", "CV " + word, word + " CTCP", "Công ty TNHH " + word, "Công ty Cổ phần " + word, word + " MChJ", word + " XK", "GUP " + word, "ODO " + word,
		"IP " + word, word + " Est.", word + " W.L.L.", word + " B.S.C.", word + " S.A.L.", word + " FZ-LLC", word + " L.L.C-SP", "S.C. " + word + " S.R.L.", word + " S.R.L.S.",
		word + " UG (haftungsbeschränkt)", word + " e.K.", word + " OÜ", word + " Ltd. Şti.", word + " San. ve Tic. A.Ş.", word + " Sdn. Bhd.", word + " & Company", "M/S " + word,
		"Messrs. " + word, "Sherkat Sahami Khass " + word, word + " GmbH&Co.KG", word + " Co.,Ltd", word + " Pte.Ltd.", word + " (LLC)",
	} {
		for _, pair := range [][2]string{{word, with}, {with, word}} {
			if score := m.Pair("", pair[0], pair[1]).Score.Value; score < 0.9 {
				t.Errorf("%q, %q: %.2f", pair[0], pair[1], score)
			}
		}
	}
	if d := m.Pair("", word, word+" d.o.o.").Score.Value - m.Pair("", word, word+" LLC").Score.Value; d > 0.001 || d < -0.001 {
		t.Errorf("d.o.o. and LLC differ by %v", d)
	}
}

// listedForms are forms as real lists write them at the end of a name or in
// front.
var listedForms = []string{
	"LLC", "GMBH", "FZE", "OOO", "S\\.?A\\.? DE C\\.?V", "MCHJ", "SP\\.? ?Z ?O\\.? ?O", "D\\.?O\\.?O", "S\\.?R\\.?O", "C\\.?A", "D\\.?D", "A\\.?S", "PT\\.?", "EST", "W\\.?L\\.?L", "S\\.?A\\.?L", "SDN\\.? BHD", "TBK",
	"KFT", "AD", "SIA", "UAB", "FGUP", "GUP", "E\\.?I\\.?R\\.?L", "LTDA", "S\\.?R\\.?L", "B\\.?V", "CO\\.?,? LTD", "JSC", "SHERKAT SAHAMI KHASS", "LIMITED PARTNERSHIP", "L\\.?P", "PVT\\.? LTD", "ODO", "KG", "REPUBLICAN UNITARY ENTERPRISE", "EOOD", "LDA",
}

// TestListedWithoutTheirForm asks for listed names without their legal form.
func TestListedWithoutTheirForm(t *testing.T) {
	names := listedNames(t)
	const most = 200
	for _, form := range listedForms {
		behind := regexp.MustCompile(`(?i)^(.*[^\s,(-])[\s,(-]+` + form + `[.)]*$`)
		front := regexp.MustCompile(`(?i)^` + form + `[.]?\s+(.*)$`)
		asked, found := 0, 0
		var missed []string
		for _, n := range names {
			rest := ""
			if p := behind.FindStringSubmatch(n); p != nil {
				rest = p[1]
			} else if p := front.FindStringSubmatch(n); p != nil {
				rest = p[1]
			}
			rest = strings.Trim(rest, ` "'«»,`)
			if len(rest) < 3 || asked == most {
				continue
			}
			asked++
			if len(matcher(entity("a", n)).Hits(enduse.Party{Name: rest}, 0.7)) == 1 {
				found++
			} else {
				missed = append(missed, n)
			}
		}
		t.Logf("%-32s %d of %d", strings.NewReplacer(`\.`, "", "?", "", ",", "").Replace(form), found, asked)
		if found*100 < asked*94 && asked > 1 {
			t.Errorf("%s: %d of %d are found without it; not %q", form, found, asked, missed[:min(len(missed), 5)])
		}
	}
}

// listedNames reads the names of organisations on the lists of the US and of Ukraine.
func listedNames(t *testing.T) (names []string) {
	t.Helper()
	seen := map[string]bool{}
	add := func(n string) {
		if n = strings.TrimSpace(n); !seen[n] {
			seen[n] = true
			names = append(names, n)
		}
	}
	for _, row := range rows(t, testkit.Data(t, "ofac", "2026-08", "sdn.csv")) {
		if len(row) > 2 && strings.TrimSpace(row[2]) == "-0-" {
			add(row[1])
		}
	}
	for _, row := range rows(t, testkit.Data(t, "ofac", "2026-08", "alt.csv")) {
		if len(row) > 3 {
			add(row[3])
		}
	}
	for _, row := range rows(t, testkit.Data(t, "opensanctions", "ua_war_sanctions_targets.simple_2026-03-13.csv")) {
		for n := range strings.SplitSeq(row[2]+";"+row[3], ";") {
			add(n)
		}
	}
	f, err := os.Open(testkit.Data(t, "us_csl_ccl", "csl_2026-07-31_flat.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var party struct {
			Name string   `json:"name"`
			Alt  []string `json:"alt_names"`
		}
		if err := json.Unmarshal(lines.Bytes(), &party); err != nil {
			t.Fatal(err)
		}
		add(party.Name)
		for _, n := range party.Alt {
			add(n)
		}
	}
	return names
}

func rows(t *testing.T, path string) (all [][]string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	r := csv.NewReader(f)
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	for {
		row, err := r.Read()
		if err == io.EOF {
			return all
		}
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, row)
	}
}
