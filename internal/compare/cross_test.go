package compare

import (
	"encoding/csv"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/testkit"
)

// namePair is a Latin name and one in another script.
type namePair struct {
	latin, original string
	same            bool
}

// crossFloors are the true-positive rates, at the score where 1 % of the false
// pairs pass, that must not be lost: on the evaluation rows, and on the fifth of
// the names that the models were not fitted to, whose pairs are in part of two
// names.
var crossFloors = []struct {
	language    string
	rows, fifth float64
}{
	{"russian", 0.99, 0.955},
	{"arabic", 0.97, 0.95},
	{"chinese", 0.96, 0.765},
	{"korean", 0.975, 0.83},
	{"hebrew", 0.97, 0.95},
}

func TestCrossScriptRows(t *testing.T) {
	for _, c := range crossFloors {
		pairs := readCrossRows(t, c.language)
		if rate := rateAtOnePercent(pairs); rate < c.rows {
			t.Errorf("%s: %.4f of the true pairs pass where 1 %% of the false ones do, want %.4f", c.language, rate, c.rows)
		} else {
			t.Logf("%s: %.4f of %d pairs", c.language, rate, len(pairs))
		}
	}
}

func TestCrossScriptNamesKeptApart(t *testing.T) {
	for _, c := range crossFloors {
		pairs := readKeptApart(t, c.language)
		if rate := rateAtOnePercent(pairs); rate < c.fifth {
			t.Errorf("%s: %.4f of the true pairs pass where 1 %% of the false ones do, want %.4f", c.language, rate, c.fifth)
		} else {
			t.Logf("%s: %.4f of %d pairs", c.language, rate, len(pairs))
		}
	}
}

func readCrossRows(t *testing.T, language string) (pairs []namePair) {
	t.Helper()
	path := filepath.Join(testkit.Data(t), "..", "eval", "cross_script_"+language+"_dev.csv")
	file, err := os.Open(path)
	if err != nil {
		t.Skip(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows[1:] {
		pairs = append(pairs, namePair{r[0], r[1], r[2] == "true"})
	}
	return pairs
}

// readKeptApart returns pairs that no model was fitted to, and as many false
// ones: each name with the original of another.
func readKeptApart(t *testing.T, language string) (pairs []namePair) {
	t.Helper()
	data, err := os.ReadFile(testkit.Data(t, "name_eval", "netranslit_wikidata", "wd_"+language+"_80.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		fields := strings.Split(strings.TrimSpace(line), "\t")
		if len(fields) == 3 && name.IsHeldOut(name.LatinLetters(fields[0])) && len(pairs) < 8000 {
			pairs = append(pairs, namePair{fields[0], strings.ReplaceAll(fields[1], " ", ""), true})
		}
	}
	for i := range pairs {
		if other := pairs[(i+len(pairs)/3)%len(pairs)]; other.same {
			pairs = append(pairs, namePair{pairs[i].latin, other.original, false})
		}
	}
	return pairs
}

func rateAtOnePercent(pairs []namePair) float64 {
	var right, wrong []float64
	for _, p := range pairs {
		a, b := name.Analyse(p.latin), name.Analyse(p.original)
		score := explain(&a, &b).Similarity
		if p.same {
			right = append(right, score)
		} else {
			wrong = append(wrong, score)
		}
	}
	slices.Sort(wrong)
	least := wrong[len(wrong)-1-len(wrong)/100]
	passed := 0
	for _, s := range right {
		if s > least {
			passed++
		}
	}
	return float64(passed) / float64(len(right))
}

func TestNamesAcrossScripts(t *testing.T) {
	for _, c := range []struct {
		a, b        string
		least, most float64
	}{
		{"Vladimir Putin", "Владимир Путин", 0.99, 0.995},
		{"Vladimir Vladimirovich Putin", "ПУТИН, Владимир Владимирович", 0.99, 0.995},
		{"Nikita Chruschtschow", "Никита Хрущёв", 0.8, 0.995},
		{"Xi Jinping", "习近平", 0.99, 0.995},
		{"Xi Jinping", "習近平", 0.99, 0.995},
		{"Jinping XI", "習近平", 0.8, 0.995},
		{"Hsi Chin-ping", "習近平", 0.99, 0.995},
		{"Kim Jong Un", "김정은", 0.99, 0.995},
		{"Kim Jong-un", "金正恩", 0.8, 0.995},
		{"Jong Un Kim", "김정은", 0.8, 0.995},
		{"Mohammed bin Salman", "محمد بن سلمان", 0.85, 0.995},
		{"Saddam Hussein", "صدام حسين", 0.85, 0.995},
		{"Muammar al-Qadhafi", "معمر القذافي", 0.75, 0.995},
		{"Benjamin Netanyahu", "בנימין נתניהו", 0.8, 0.995},
		{"Alexis Tsipras", "Αλέξης Τσίπρας", 0.85, 0.995},
		{"Narendra Modi", "नरेन्द्र मोदी", 0.9, 0.995},
		{"Shanghai Aerospace Electronics Co., Ltd.", "上海宇航电子有限公司", 0.9, 0.995},
		{"Vladimir Putin", "Владимир Сидоров", 0, 0.6},
		{"Xi Jinping", "李克强", 0, 0},
		{"Kim Jong Un", "박근혜", 0, 0},
		{"Saddam Hussein", "محمد بن سلمان", 0, 0.3},
		{"Tsinghua University", "北京大学", 0, 0.5},
	} {
		a, b := name.Analyse(c.a), name.Analyse(c.b)
		r := explain(&a, &b)
		if r.Similarity < c.least || r.Similarity > c.most {
			t.Errorf("%s / %s: %.3f, want %.2f to %.3f; %+v", c.a, c.b, r.Similarity, c.least, c.most, r.Alignment)
		}
		if again := explain(&b, &a); again.Similarity != r.Similarity {
			t.Errorf("%s / %s: %.3f one way, %.3f the other", c.a, c.b, r.Similarity, again.Similarity)
		}
	}
}
