package goods_test

import (
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/goods"
)

func term(name, codes, phrases, not string) goods.Term {
	c, err := goods.ParseCodes(codes)
	if err != nil {
		panic(err)
	}
	return goods.Term{Name: name, Codes: c, Phrases: strings.Split(phrases, "|"), Not: strings.Fields(not)}
}

func TestLexicon(t *testing.T) {
	l, err := goods.NewLexicon([]goods.Term{
		term("ball bearing", "848210:0.95", "ball bearing|шариков* подшипник*", "puller"),
		term("bearing", "848210:0.45 848220:0.15", "bearing|подшипник*|轴承", "puller"),
		term("radio", "851762:0.8", "transceptor|cámara", ""),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		text, code string
		confidence float64
		n          int
	}{
		{"bearings", "848210", 0.45, 2},
		{"BEARING", "848210", 0.45, 2},
		{"bearings, ball, 20 mm", "848210", 0.95, 1}, // in any order, and the longer phrase alone
		{"Подшипники шариковые", "848210", 0.95, 1},
		{"подшипников", "848210", 0.45, 2},
		{"进口轴承10件", "848210", 0.45, 2},
		{"Transceptores", "851762", 0.8, 1},
		{"CAMARA", "851762", 0.8, 1}, // the phrase has the accent, the text not
		{"bearing puller", "", 0, 0},
		{"forbearing", "", 0, 0},
		{"ballpoint pen", "", 0, 0},
		{"", "", 0, 0},
	} {
		got := l.Candidates(tt.text)
		if len(got) != tt.n || tt.n > 0 && (got[0].Code != tt.code || got[0].Confidence != tt.confidence) {
			t.Errorf("Candidates(%q) = %+v; want %d, first %s with %v", tt.text, got, tt.n, tt.code, tt.confidence)
		}
	}
}

func TestLexiconRefuses(t *testing.T) {
	for name, bad := range map[string]goods.Term{
		"no phrase":     {Name: "x", Codes: []goods.Candidate{{Code: "848210", Confidence: 1}}},
		"no code":       {Name: "x", Phrases: []string{"x"}},
		"long code":     {Name: "x", Phrases: []string{"x"}, Codes: []goods.Candidate{{Code: "84821000", Confidence: 1}}},
		"above 1":       {Name: "x", Phrases: []string{"x"}, Codes: []goods.Candidate{{Code: "848210", Confidence: 0.6}, {Code: "848220", Confidence: 0.6}}},
		"no confidence": {Name: "x", Phrases: []string{"x"}, Codes: []goods.Candidate{{Code: "848210"}}},
		"bad control":   {Name: "x", Phrases: []string{"x"}, Controls: []string{"7X1"}},
	} {
		if _, err := goods.NewLexicon([]goods.Term{bad}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	for _, text := range []string{"848210", "848210:x", "848210:1.5", "848210:0"} {
		if _, err := goods.ParseCodes(text); err == nil {
			t.Errorf("ParseCodes(%q): no error", text)
		}
	}
}

func TestFamilies(t *testing.T) {
	f, err := goods.NewFamilies([]goods.Family{{Pattern: "^XC7[AKSV]", Makers: []string{"Xilinx", "AMD"}, What: "FPGA", Codes: []goods.Candidate{{Code: "854239", Confidence: 0.7}}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		mpn, maker string
		want       float64
	}{
		{"XC7A35T-1CSG324C", "", 0.7},
		{"xc7a 35t", "AMD / Xilinx Inc.", 0.7},
		{"XC7A35T", "Example Bolts", 0.28}, // another maker's number
		{"XC8A35T", "", 0},
		{"XC7", "", 0},
		{strings.Repeat("XC7A", 100), "", 0},
	} {
		got := f.Candidates(tt.mpn, tt.maker)
		if tt.want == 0 && len(got) > 0 || tt.want > 0 && (len(got) != 1 || got[0].Confidence < tt.want-1e-9 || got[0].Confidence > tt.want+1e-9) {
			t.Errorf("Candidates(%q, %q) = %+v, want %v", tt.mpn, tt.maker, got, tt.want)
		}
	}
	if got := f.InText("10 pcs (XC7A35T-1CSG324C), tray", ""); len(got) != 1 || got[0].Code != "854239" {
		t.Errorf("InText = %+v", got)
	}
	for _, bad := range []goods.Family{{Pattern: "^("}, {Pattern: "XC7", What: "x", Codes: []goods.Candidate{{}}}, {Pattern: "^XC7"}} {
		if _, err := goods.NewFamilies([]goods.Family{bad}); err == nil {
			t.Errorf("%+v: no error", bad)
		}
	}
}

func TestNomenclatureSearch(t *testing.T) {
	n := goods.NewNomenclature([]goods.Named{
		{Code: "96", Description: "Miscellaneous"},
		{Code: "960810", Description: "Pens; ball point"},
		{Code: "960891", Description: "Pens; nibs and nib points"},
		{Code: "848210", Description: "Ball bearings"},
		{Code: "902620", Description: "Instruments for measuring pressure"},
	})
	for text, want := range map[string]string{"ball point pens": "960810", "a pen with a nib": "960891", "bearings": "848210", "pressure measurement": "902620"} {
		if got := n.Search(text, 3); len(got) == 0 || got[0].Code != want || got[0].Confidence > 0.6 || got[0].Confidence <= 0 {
			t.Errorf("Search(%q) = %+v, want %s first", text, got, want)
		}
	}
	if got := n.Search("zzz", 3); len(got) != 0 {
		t.Errorf("Search(zzz) = %+v", got)
	}
	if got := n.Search("pens", 1); len(got) != 1 {
		t.Errorf("the limit is not kept: %+v", got)
	}
	if got := (*goods.Nomenclature)(nil).Search("pens", 1); got != nil {
		t.Errorf("an empty nomenclature answers %+v", got)
	}
}

func FuzzLexicon(f *testing.F) {
	l, err := goods.NewLexicon([]goods.Term{term("bearing", "848210:0.5", "bearing|подшипник*|轴承", "puller")})
	if err != nil {
		f.Fatal(err)
	}
	f.Add("bearings 轴承 подшипники \xff")
	f.Fuzz(func(t *testing.T, s string) {
		for _, c := range l.Candidates(s) {
			if c.Confidence <= 0 || c.Confidence > 1 {
				t.Errorf("%q: confidence %v", s, c.Confidence)
			}
		}
	})
}
