package name

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"PUTIN", "putin"},
		{"Łódź Đorđe Ørsted Straße İstanbul", "lodz dorde orsted strasse istanbul"},
		{"Ｈｕａｗｅｉ", "huawei"},
		{"ПУТИН Ёлкин Йошкар", "путин елкин йошкар"},
		{"Київ", "київ"},
		{"ガンダム", "ガンダム"},
		{"شركة الإلكترونيات", "شركه الالكترونيات"},
		{"مـحمد", "محمد"},
		{"soft\u00adhyphen", "softhyphen"},
	} {
		if got := Fold(c.in); got != c.want {
			t.Errorf("Fold(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

// TestFoldAlone holds the table against the decomposition of the whole text.
func TestFoldAlone(t *testing.T) {
	check := func(t interface{ Fatalf(string, ...any) }, s string) bool {
		got, ok := appendAlone(nil, s)
		if want := appendDecomposed(nil, s); ok && string(got) != string(want) {
			t.Fatalf("%q is folded to %q, want %q", s, got, want)
		}
		return ok
	}
	var alone []rune
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if check(t, string(r)) {
			alone = append(alone, r)
		}
	}
	if len(alone) < 30000 {
		t.Errorf("only %d code points are folded alone", len(alone))
	}
	rapid.Check(t, func(t *rapid.T) {
		for range 20 {
			check(t, rapid.StringOf(rapid.OneOf(rapid.RuneFrom(alone), rapid.RuneFrom(alone[:2000]))).Draw(t, "text"))
		}
	})
}

func TestAnalyse(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"AERO-CARIBBEAN", "aero caribbean"},
		{"O'Brien, Qa'ida", "obrien qaida"},
		{"S.A. DE C.V.", "s a de c v"},
		{"Acme S.A. DE C.V.", "acme sa"},
		{"Acme S.A.", "acme sa"},
		{"Siemens Aktiengesellschaft", "siemens ag"},
		{"Rosneft Limited Liability Company", "rosneft llc"},
		{"OOO Rosneft", "llc rosneft"},
		{"Smith, J.", "smith j"},
		{"First Bank Int’l Corp.", "1 bank international corporation"},
		{"Ltd", "ltd"},
		{"上海 公司", "上海 公司"},
		{"", ""},
		{"--- ***", ""},
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

func TestClasses(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []Class
	}{
		{"Ivan V. Petrov", []Class{Plain, Initial, Plain}},
		{"Al Amir Trading LLC", []Class{Particle, Plain, Business, Legal}},
		{"Brigade 44", []Class{Plain, Number}},
		{"Dr. Abdul Khan", []Class{Title, Plain, Plain}},
	} {
		for i, tok := range Analyse(c.in).Tokens {
			if tok.Class != c.want[i] {
				t.Errorf("%q: token %q has class %d, want %d", c.in, tok.Text, tok.Class, c.want[i])
			}
		}
	}
}

func TestNameOfCommonWordsOnly(t *testing.T) {
	for _, tok := range Analyse("General Trading Company").Tokens {
		if tok.Class != Legal && tok.Weight != 1 {
			t.Errorf("token %q weighs %v in a name of business words only", tok.Text, tok.Weight)
		}
	}
}

func TestRomanise(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Путин", "putin"}, {"Хрущёв", "khrushchev"}, {"Παπαδόπουλος", "papadopulos"}, {"თბილისი", "tbilisi"}, {"Երևան", "erevan"},
	} {
		got := Analyse(c.in).Tokens[0].Latin
		if got != c.want {
			t.Errorf("%q reads %q, want %q", c.in, got, c.want)
		}
	}
}

func TestScriptOf(t *testing.T) {
	for in, want := range map[string]string{"Ivan": "Latn", "Иван Ivan И": "Cyrl", "上海": "Hani", "123": "Zyyy", "محمد": "Arab"} {
		if got := ScriptOf(in); got != want {
			t.Errorf("ScriptOf(%q) = %s, want %s", in, got, want)
		}
	}
}

// TestInvariants holds what doc.go promises against any text.
func TestInvariants(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { invariants(t, rapid.String().Draw(t, "text")) })
}

func FuzzAnalyse(f *testing.F) {
	for _, s := range []string{"O'Brien & Söhne GmbH", "ПУТИН, В. В.", "S.A. DE C.V.", "محمد بن سلمان", "株式会社", "\xff\xfe", "\xd7\xd7\xd7\xd7\xd7\xd7\xf1\xf1Ѐ", "a.b.c."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { invariants(t, s) })
}

func invariants(t interface{ Fatalf(string, ...any) }, s string) {
	folded := Fold(s)
	if again := Fold(folded); again != folded {
		t.Fatalf("Fold(%q) = %q, and folded again %q", s, folded, again)
	}
	n := Analyse(s)
	if len(n.Tokens) > 2*MaxTokens {
		t.Fatalf("%q has %d tokens", s, len(n.Tokens))
	}
	sum := 0.0
	for _, tok := range n.Tokens {
		if tok.Text == "" || tok.Weight <= 0 || tok.Weight > 1 {
			t.Fatalf("%q has the token %+v", s, tok)
		}
		sum += tok.Weight
	}
	if (n.Folded == "") != (len(n.Tokens) == 0) || sum-n.Weight > 1e-9 || n.Weight-sum > 1e-9 {
		t.Fatalf("%q reads as %+v", s, n)
	}
}
