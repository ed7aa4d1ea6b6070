package compare

import (
	"testing"

	"github.com/enduse/enduse/internal/name"
)

// pairsToTime are of the kinds that a search compares: the same name, another
// one with a word in common, and one in another script.
var pairsToTime = []struct{ kind, a, b string }{
	{"person", "Mohammad Hassan Akhund", "AKHUND, Mohamed Hasan"},
	{"person_other", "Carlos Alberto Lopez", "LOPEZ OSPINA, Carlos Antonio"},
	{"company", "Rosneft Trading S.A.", "ROSNEFT OIL COMPANY LIMITED LIABILITY COMPANY"},
	{"company_long", "Joint Stock Company Scientific Production Association Kurganpribor", "KURGANPRIBOR SCIENTIFIC PRODUCTION ASSOCIATION AO"},
	{"cyrillic", "Vladimir Putin", "Путин Владимир Владимирович"},
	{"han", "Xi Jinping", "习近平"},
}

func BenchmarkCompare(b *testing.B) {
	for _, p := range pairsToTime {
		x, y := name.Analyse(p.a), name.Analyse(p.b)
		namer := Namer{Weights: testWeights}
		b.Run(p.kind, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				namer.Compare(&x, &y)
			}
		})
	}
}

// BenchmarkCompareStrings is from the raw names to their agreement.
func BenchmarkCompareStrings(b *testing.B) {
	for _, p := range pairsToTime {
		namer := Namer{Weights: testWeights}
		b.Run(p.kind, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				x, y := name.Analyse(p.a), name.Analyse(p.b)
				namer.Compare(&x, &y)
			}
		})
	}
}
