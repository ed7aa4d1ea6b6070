package name

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func only(t testing.TB, text string) *Token {
	t.Helper()
	n := Analyse(text)
	if len(n.Tokens) != 1 {
		t.Fatalf("%q has %d tokens", text, len(n.Tokens))
	}
	return &n.Tokens[0]
}

func TestCrossAlike(t *testing.T) {
	for _, c := range []struct {
		latin, original string
		least, most     float64
	}{
		{"Putin", "Путин", 1, 1},
		{"Poutine", "Путин", 1, 1},
		{"Khrushchev", "Хрущёв", 1, 1},
		{"Chruschtschow", "Хрущёв", 0.6, 0.97},
		{"Michael", "Михаил", 0.6, 0.97},
		{"Zelenskyy", "Зеленський", 0.8, 1},
		{"Petrov", "Сидоров", 0, 0},
		{"Vladimir", "Вячеслав", 0, 0},
		{"Mohammed", "محمد", 0.8, 0.97},
		{"Muhammad", "محمد", 0.8, 0.97},
		{"Qadhafi", "القذافي", 0.7, 0.97},
		{"Gaddafi", "القذافي", 0.6, 0.97},
		{"Zahrani", "الزهراني", 0.8, 0.97},
		{"Hussein", "حسين", 0.8, 0.97},
		{"Hussein", "محمد", 0, 0},
		{"Netanyahu", "נתניהו", 0.8, 0.97},
		{"David", "דוד", 0.6, 0.97},
		{"Rabin", "שרון", 0, 0},
		{"Chen", "陈", 1, 1},
		{"Chan", "陳", 1, 1},
		{"Wong", "黃", 1, 1},
		{"Hsieh", "謝", 1, 1},
		{"Robert", "羅伯特", 0.8, 0.97},
		{"Robert", "罗伯特", 0.8, 0.97},
		{"Smith", "史密斯", 0.7, 0.97},
		{"Smith", "布朗", 0, 0},
		{"Park", "박", 1, 1},
		{"Rhee", "이", 0.6, 1},
		{"Jaeyong", "재용", 1, 1},
		{"Robert", "로버트", 0.8, 0.97},
		{"Robert", "김정은", 0, 0},
		{"Toyota", "トヨタ", 1, 1},
		{"Tsipras", "Τσίπρας", 1, 1},
		{"Saakashvili", "სააკაშვილი", 1, 1},
		{"Sargsyan", "Սարգսյան", 1, 1},
		{"Modi", "मोदी", 1, 1},
		{"Afwerki", "ኣፍወርቂ", 0.5, 1},
	} {
		a, b := only(t, c.latin), only(t, c.original)
		got := CrossSimilarity(a, b)
		if got < c.least || got > c.most {
			t.Errorf("%s and %s: %.3f, want %.2f to %.2f", c.latin, c.original, got, c.least, c.most)
		}
		if again := CrossSimilarity(b, a); again != got {
			t.Errorf("%s and %s: %.3f one way, %.3f the other", c.latin, c.original, got, again)
		}
	}
}

func TestCrossAlikeOfTwoOtherScripts(t *testing.T) {
	for _, c := range []struct {
		a, b  string
		least float64
	}{
		{"Михаил", "მიხეილ", 0.6}, {"Давид", "דוד", 0.5}, {"Роберт", "罗伯特", 0.5}, {"Роберт", "로버트", 0.6},
	} {
		if got := CrossSimilarity(only(t, c.a), only(t, c.b)); got < c.least {
			t.Errorf("%s and %s: %.3f, want %.2f", c.a, c.b, got, c.least)
		}
	}
	if got := CrossSimilarity(only(t, "Путин"), only(t, "Путан")); got != 0 {
		t.Errorf("two words of one script: %v", got)
	}
}

func TestJoinedAlike(t *testing.T) {
	for _, c := range []struct {
		latin, original string
		alike           bool
	}{
		{"Xi Jinping", "习近平", true},
		{"Xi Jinping", "習近平", true},
		{"Jinping Xi", "习近平", true},
		{"Hsi Chin-ping", "習近平", true},
		{"Kim Jong Un", "김정은", true},
		{"Jong-un Kim", "김정은", true},
		{"Kim Chong-un", "김정은", true},
		{"Ri Yong Ho", "리용호", true},
		{"Ouyang Xiu", "欧阳修", true},
		{"Mao Tse-tung", "毛泽东", true},
		{"Tsang Yam-kuen", "曾蔭權", true},
		{"Jeong Cheon", "성민", false},
		{"Keun Seu", "성훈", false},
		{"Hyon U", "현우", true},
		{"Ivan Petrov", "习近平", false},
		{"Li Keqiang", "习近平", false},
		{"Park Geun Hye", "김정은", false},
	} {
		joined := latinLetters(strings.ReplaceAll(Fold(c.latin), " ", ""))
		if got := JoinedSimilarity(joined, only(t, c.original)); (got > 0) != c.alike {
			t.Errorf("%s and %s: %.3f", c.latin, c.original, got)
		}
	}
}

func TestFoldIsSimplified(t *testing.T) {
	for _, c := range [][2]string{{"習近平", "习近平"}, {"廣州電子", "广州电子"}, {"羅伯特", "罗伯特"}, {"広島", "广岛"}} {
		if got := Fold(c[0]); got != c[1] {
			t.Errorf("Fold(%s) = %s, want %s", c[0], got, c[1])
		}
	}
	for r, s := range simplified() {
		if s != 0 && simplified()[s-hanFirst] != 0 {
			t.Errorf("%c is folded to %c, which is folded again", r+hanFirst, s)
		}
	}
}

func TestFirmsAreCutAtTranslatedWords(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"上海宇航电子有限公司", "shanghai aerospace electronic ltd"},
		{"深圳嘉思博科技有限公司", "shenzhen 嘉思博 technology ltd"},
		{"조선무역회사", "조선 trading"},
		{"习近平", "习近平"},
		{"شركة النور التجارية", "company النور trading"},
	} {
		var got []string
		for _, tok := range Analyse(c.in).Tokens {
			got = append(got, tok.Key())
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s reads %q, want %q", c.in, got, c.want)
		}
	}
}

func TestSyllables(t *testing.T) {
	for word, want := range map[string]int{
		"xijinping": 3, "hsichinping": 3, "kimjongun": 3, "leekuanyew": 3, "ivanpetrov": 0, "smith": 0, "strauss": 0, "": 0, "sh": 0,
		"abcdefghijklmnopqrstuvw": 0,
	} {
		if got := Syllables(word); got != want {
			t.Errorf("%s: %d syllables, want %d", word, got, want)
		}
	}
}

// someWord draws words of every script that is read, and of others.
func someWord() *rapid.Generator[string] {
	letters := []rune("abcdefghijklmnopqrstuvwxyzабвгдежзийклмнхцчшщюяіїعبدالرحمنשלוםדוד김정은박이최習近平羅伯特陈王トヨタしょναβγδმიხհայनरेन्द्रสมชายሰላ")
	return rapid.StringOfN(rapid.OneOf(rapid.RuneFrom(letters), rapid.Rune()), 1, 12, -1)
}

// TestCrossAlikeNeedsASkeleton is what the index relies on.
func TestCrossAlikeNeedsASkeleton(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		for _, a := range Analyse(someWord().Draw(t, "a")).Tokens {
			for _, b := range Analyse(someWord().Draw(t, "b")).Tokens {
				alike := CrossSimilarity(&a, &b)
				if alike < 0 || alike > 1 || alike != CrossSimilarity(&b, &a) {
					t.Fatalf("%q and %q: %v, other way %v", a.Text, b.Text, alike, CrossSimilarity(&b, &a))
				}
				if alike > 0 && !anyShared(a.AppendSkeletons(nil), b.AppendSkeletons(nil)) {
					t.Fatalf("%q and %q are %v alike and share no skeleton", a.Text, b.Text, alike)
				}
			}
		}
	})
}

func anyShared(a, b []uint64) bool {
	return slices.ContainsFunc(a, func(s uint64) bool { return slices.Contains(b, s) })
}

func FuzzReadings(f *testing.F) {
	for _, s := range []string{"Хрущёв", "김정은", "習近平", "トヨタ", "ﾄﾖﾀ", "نيويورك", "שלום", "ኢትዮጵያ", "नरेन्द्र", "เชียงใหม่", "Ελλάδα", strings.Repeat("陈", 10000), strings.Repeat("ж", 10000), "a\u0300陈x"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		word := Fold(s)
		script := scriptOfWord(word)
		romanisations := romanisationsOf(word, script)
		if len(romanisations) > maxRomanisations {
			t.Fatalf("%q has %d romanisations", s, len(romanisations))
		}
		if !slices.Equal(romanisations, romanisationsOf(word, script)) {
			t.Fatalf("%q is read in two ways", s)
		}
		for _, r := range romanisations {
			if r == "" || !utf8.ValidString(r) || len(r) > 8*maxWordBytes {
				t.Fatalf("%q reads %q", s, r)
			}
		}
		tok := newToken("x" + word)
		if n := len(tok.AppendSkeletons(nil)); n > 400 {
			t.Fatalf("%q has %d skeletons", s, n)
		}
		if n := len(tok.AppendJoinedSkeletons(nil)); n > 2000 {
			t.Fatalf("%q has %d skeletons as a whole name", s, n)
		}
	})
}

func TestTablesAreFirstReadInLittleTime(t *testing.T) {
	for script, m := range models {
		if got := m(); len(got.units) < 20 {
			t.Errorf("%s: %d units", script, len(got.units))
		}
	}
	if len(spelling().units) != 26 {
		t.Errorf("%d letters", len(spelling().units))
	}
}

func BenchmarkCrossAlike(b *testing.B) {
	for _, c := range [][2]string{{"vladimir", "владимир"}, {"vladimyr", "владимир"}, {"petrov", "владимир"}, {"mohammed", "محمد"}, {"robert", "羅伯特"}} {
		x, y := only(b, c[0]), only(b, c[1])
		b.Run(c[0]+"/"+c[1], func(b *testing.B) {
			for b.Loop() {
				CrossSimilarity(x, y)
			}
		})
	}
}

func BenchmarkReadForeign(b *testing.B) {
	for _, word := range []string{"владимир", "محمد", "习近平", "블라디미르"} {
		b.Run(word, func(b *testing.B) {
			for b.Loop() {
				readForeign(word)
			}
		})
	}
}
