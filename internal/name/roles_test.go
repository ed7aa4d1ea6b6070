package name

import "testing"

func TestRoles(t *testing.T) {
	for _, c := range []struct {
		in   string
		word string
		want Class
	}{
		{"Sara King", "king", Plain},
		{"KING, Sara", "king", Plain},
		{"King Salman", "king", Title},
		{"Colonel Ivan Petrov", "colonel", Title},
		{"Ali Mohammed Haji", "haji", Title},
		{"Ben Davies", "ben", Plain},
		{"Mohammed Ben Ali", "bin", Particle},
		{"1. Ivan Petrov", "1", Title},
		{"12) Example Trading", "12", Title},
		{"#3 Example Trading", "3", Title},
		{"3 Brothers Trading", "3", Number},
		{"2024. 1", "2024", Number},
	} {
		for _, tok := range Analyse(c.in).Tokens {
			if tok.Text == c.word && tok.Class != c.want {
				t.Errorf("%q: %q has class %d, want %d", c.in, tok.Text, tok.Class, c.want)
			}
		}
	}
}

func TestPlaceOfParts(t *testing.T) {
	for _, c := range []struct{ in, father, patronymic string }{
		{"Salman bin Muhammad Al-Rawi", "muhammad", ""},
		{"Osama ibn Laden", "laden", ""},
		{"Ben Davies", "", ""},
		{"Sergey Viktorovich Lavrov", "", "viktorovich"},
		{"Лавров Сергей Викторович", "", "викторович"},
		{"Milos Rabinovich", "", ""},
	} {
		father, patronymic := "", ""
		for _, tok := range Analyse(c.in).Tokens {
			if tok.Father {
				father = tok.Text
			}
			if tok.Patronymic {
				patronymic = tok.Text
			}
		}
		if father != c.father || patronymic != c.patronymic {
			t.Errorf("%q: father %q, patronymic %q", c.in, father, patronymic)
		}
	}
}

func TestAcronym(t *testing.T) {
	for in, want := range map[string]string{
		"People's Liberation Army":                              "pla",
		"Islamic Revolutionary Guard Corps":                     "irgc",
		"Ministry of Defence of Example":                        "mde",
		"Iran Air Ltd":                                          "",
		"Ivan Petrovich Sidorov":                                "",
		"Scientific Research Institute of Applied Acoustics 12": "",
	} {
		if got := Analyse(in).Acronym; got != want {
			t.Errorf("%q is called %q, want %q", in, got, want)
		}
	}
}

func TestGluedForms(t *testing.T) {
	for in, want := range map[string]string{
		"SHIPPINGCOMPANY LIMITED":             "shipping ltd",
		"LIMITED LIABILITY COMPANYASTRAKOM":   "llc astrakom",
		"EMBRACE QUE LIMITED":                 "embrace que ltd",
		"MAKRO TIM LIMITED LIABILITY COMPANY": "makro tim llc",
		"PUBLIC JOINT STOCK CO PRIBOY":        "jsc priboy",
		"Accompany Me":                        "accompany me",
	} {
		got := ""
		for i, tok := range Analyse(in).Tokens {
			if i > 0 {
				got += " "
			}
			got += tok.Text
		}
		if got != want {
			t.Errorf("%q reads %q, want %q", in, got, want)
		}
	}
}
