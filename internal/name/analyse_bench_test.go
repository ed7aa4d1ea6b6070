package name

import (
	"encoding/csv"
	"os"
	"slices"
	"testing"

	"github.com/enduse/enduse/internal/testkit"
)

// typed are names as a list holds them, by what makes them costly.
var typed = []struct{ kind, text string }{
	{"latin", "Vladimir Vladimirovich PUTIN"},
	{"company", "EXAMPLE MARITIME TRADING LIMITED LIABILITY COMPANY"},
	{"accented", "Žižkův Příklad Société Anonyme"},
	{"cyrillic", "ПУТИН Владимир Владимирович"},
	{"arabic", "محمد بن سلمان الزهراني"},
	{"han", "习近平"},
	{"firm", "上海宇航电子有限公司"},
	{"hangul", "김정은"},
}

func BenchmarkAnalyse(b *testing.B) {
	for _, c := range typed {
		b.Run(c.kind, func(b *testing.B) {
			Analyse(c.text) // reads the tables
			b.ReportAllocs()
			for b.Loop() {
				Analyse(c.text)
			}
		})
	}
}

// BenchmarkAnalyseReal takes names of persons of many countries, one at a time.
func BenchmarkAnalyseReal(b *testing.B) {
	names := realNames(b)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		Analyse(names[i%len(names)])
		i++
	}
}

// realNames are the names of 2,500 persons on no list.
func realNames(tb testing.TB) (names []string) {
	tb.Helper()
	f, err := os.Open(testkit.Data(tb, "name_eval", "yente_benchmark", "negatives_us.csv"))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		tb.Fatal(err)
	}
	column := slices.Index(rows[0], "full_name")
	for _, row := range rows[1:] {
		names = append(names, row[column])
	}
	return names
}
