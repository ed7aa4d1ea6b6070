package name

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// TestLegalTable holds each line of the table against what legalTable says of it.
func TestLegalTable(t *testing.T) {
	lines := strings.Split(strings.TrimSuffix(legalTable, "\n"), "\n")
	classOf := map[string]string{}
	for i, line := range lines[1:] {
		column := strings.Split(line, "\t")
		if len(column) != 6 {
			t.Fatalf("line %d has %d columns", i+2, len(column))
		}
		form := column[1]
		words := string(appendWords(nil, []byte(Fold(form))))
		if words != strings.ReplaceAll(form, "-", " ") {
			t.Errorf("line %d: %q is folded to %q", i+2, form, words)
		}
		joined := strings.ReplaceAll(words, " ", "")
		if was, twice := classOf[joined]; twice {
			t.Errorf("line %d: %q is written twice, for %s and %s", i+2, form, was, column[0])
		}
		classOf[joined] = column[0]
		for word := range strings.FieldsSeq(column[2]) {
			if _, ok := places[word]; !ok {
				t.Errorf("line %d: there is no place %q", i+2, word)
			}
		}
		if column[3] != "near" && column[3] != "exact" || column[4] == "" || column[5] != "iso20275" && column[5] != "verify" {
			t.Errorf("line %d: %q", i+2, line)
		}
		if lexicon().classes[column[0]] != Legal {
			t.Errorf("line %d: the class %q is no legal form as a word", i+2, column[0])
		}
	}
	if len(classOf) < 900 {
		t.Errorf("only %d forms", len(classOf))
	}
}

// usual are forms that are words of names too, and were forms wherever they
// were before the table distinguished places.
var usual = strings.Fields("ag sa as ao ab kg sl gk kk bv nv oy inc ltd too sti spa tov sas")

// TestLegalFormIsNoName holds forms that stand anywhere against the names of
// persons: what names persons as often has a place of its own.
func TestLegalFormIsNoName(t *testing.T) {
	for _, f := range legalForms() {
		if f.place != anywhere || strings.Contains(f.written, " ") || slices.Contains(usual, f.written) {
			continue
		}
		if person, other := frequency(f.written); person > 2 && person > other {
			t.Errorf("%q is a name of persons, 2^%d times", f.written, person)
		}
		if utf8.RuneCountInString(f.written) < 2 && f.written != "株" {
			t.Errorf("%q is one letter", f.written)
		}
	}
}

func TestLegalForms(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Zorvatinel d.o.o.", "zorvatinel llc"},
		{"Zorvatinel D O O", "zorvatinel llc"},
		{"ZORVATINEL DOO", "zorvatinel llc"},
		{"Zorvatinel d.o.o. Beograd", "zorvatinel llc beograd"},
		{"Zorvatinel, s.r.o", "zorvatinel llc"},
		{"Zorvatinel sp.z.o.o. sp.k.", "zorvatinel snc"},
		{"Zorvatinel SPZOO", "zorvatinel llc"},
		{"Zorvatinel GmbH&Co.KG", "zorvatinel kg"},
		{"Zorvatinel Co.,Ltd.", "zorvatinel ltd"},
		{"Zorvatinel (LLC)", "zorvatinel llc"},
		{"Zorvatinel d.d.", "zorvatinel jsc"},
		{"Zorvatinel C.A.", "zorvatinel sa"},
		{"PT Zorvatinel Tbk", "ltd zorvatinel plc"},
		{"S.C. Zorvatinel S.R.L.", "llc zorvatinel srl"},
		{"SC Popescu SRL", "llc popescu srl"},
		{"M/S Zorvatinel", "ms zorvatinel"},
		{"Công ty TNHH Zorvatinel", "ltd zorvatinel"},
		{`ЗАО"Зорватинель"`, "jsc зорватинель"},
		{"ООО«Зорватинель»", "llc зорватинель"},
		{"ИП Петров", "eirl петров"},
		{`זורבטינל בע"מ`, "זורבטינל llc"},
		{"შპს ზორვატინელი", "llc ზორვატინელი"},
		{"Ζορβατινελ Α.Ε.", "ζορβατινελ jsc"},
		{"Zorvatinel SAL Offshore", "zorvatinel jsc jsc"},
		{"Offshore Zorvatinel", "offshore zorvatinel"},
		// The same letters in names.
		{"И. П. Павлов", "и п павлов"},
		{"Sidorov I.P.", "sidorov i p"},
		{"Smith C.A.", "smith c a"},
		{"Chun Doo Hwan", "chun doo hwan"},
		{"John Smith BSc", "john smith bsc"},
		{"Kim Sae", "kim sae"},
		{"HB Fuller", "hb fuller"},
		{"JP Morgan", "jp morgan"},
		{"Svensson Åsa", "svensson asa"},
		{"Banque de l Est", "bank de l est"},
		{"DD", "dd"},
	} {
		var got []string
		for _, tok := range Analyse(c.in).Tokens {
			got = append(got, tok.Text)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("Analyse(%q) has tokens %q, want %q", c.in, got, c.want)
		}
	}
}

// TestTradeWords holds the table against how Analyse reads a word.
func TestTradeWords(t *testing.T) {
	seen := map[string]bool{}
	for i, line := range strings.Split(strings.TrimSuffix(tradeTable, "\n"), "\n")[1:] {
		column := strings.Split(line, "\t")
		if len(column) != 4 || column[1] == "" || column[3] == "" {
			t.Fatalf("line %d: %q", i+2, line)
		}
		for w := range strings.FieldsSeq(column[2]) {
			if seen[w] {
				t.Errorf("line %d: %q is there twice", i+2, w)
			}
			seen[w] = true
			if tokens := Analyse("zorvatinel " + w).Tokens; len(tokens) != 2 || tokens[1].Text != column[0] {
				t.Errorf("line %d: %q reads as %+v", i+2, w, tokens[1:])
			}
			if person, other := frequency(w); person > 2 && person > other && w != "hizb" && w != "celik" { // words of listed parties before names
				t.Errorf("line %d: %q is a name of persons, 2^%d times", i+2, w, person)
			}
		}
	}
	for _, w := range []string{"Aircompany", "Zweigniederlassung", "Sucursal", "Predstavitelstvo", "Savdo", "Invest", "HQ", "Agro"} {
		if c := Analyse("Zorvatinel " + w).Tokens[1].Class; c != Business {
			t.Errorf("%s has class %d", w, c)
		}
	}
}
