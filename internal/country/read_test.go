package country_test

import (
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

func TestRead(t *testing.T) {
	for want, texts := range map[enduse.Country][]string{
		"RU": {"Russische Föd.", "Russ. Föderation", "Russische Föder", "Fed. de Rusia", "Fed. Rosyjska", "Russische Föderat.", "RU - Russia", "Russia (RU)", "RU/Russia", "RU: Russian Federation", "RUS Russia", "Russia RU", "643", "RU (643)", "Rusland", "Russian Federaton", "Rossiya", "Russische Federatie", "Rússia", "RUS (643)", "Russian Fed.", "Республика Россия"},
		"IR": {"IR/Iran", "Iran [IR]", "IRN - Iran", "364", "Iran, Islamic Rep.", "Islamic Rep. of Iran", "Irann", "Iran (Islamic Rep. of)", "Irán / Iran", "Persia", "Islamic Republc of Iran"},
		"KP": {"Dem. People's Rep. of Korea", "Korea, Dem. People's Rep. of", "KP - Korea", "Korea (KP)", "408", "D.P.R. of Korea", "DPR Korea", "N. Korea", "Noord-Korea", "Korea Północna", "Democratic People's Republic of Corea"},
		"KR": {"Rep. of Korea", "Korea, Rep. of", "Korea (KR)", "KR Korea", "410", "Республика Корея"},
		"SY": {"Syrian Arab Rep.", "Syrian Arab Rep", "760", "SY-Syria", "Syrie", "Siria"},
		"CU": {"Cuba (CU)", "192", "Kuba", "Cubba"},
		"BY": {"Weißrussland", "Weissrussland", "Wit-Rusland", "Białoruś", "112", "Rep. of Belarus", "Republik Belarus", "Respublika Belarus", "Белорусия", "Bielarus"},
		"CD": {"Dem. Rep. of the Congo", "Congo (CD)"},
		"CG": {"Congo (CG)", "Rep. of the Congo"},
		"AZ": {"Azerbajan", "031", "Azerbaijian"},
		"KG": {"Kyrgistan", "Kyrgyz Rep.", "Kyrgyzstann"},
		"TZ": {"United Rep. of Tanzania", "Utd. Rep. of Tanzania"},
		"GE": {"GE - Georgia", "268"},
		"TW": {"République de Chine"},
		"KZ": {"Kazahstan", "Kazakhstan - KZ"},
		"LA": {"Lao People's Dem. Rep."},
		"AE": {"Ver.Arab.Emir.", "Ver. Arab. Emirate", "Vereinigte Arab", "Utd.Arab Emir.", "United Arab Emi", "Émirats arab. u.", "Emir. Árabes Un.", "Zjedn. Em. Arab."},
		"CZ": {"Tschech. Rep.", "Tschechische Re", "Czech Rep", "Rép. tchèque", "Rép. tch."},
		"CF": {"Zentralafr.Rep.", "Central Afr.Rep"},
		"BA": {"Bosnien-Herz.", "Bosnia-Herz.", "Bosnien u. Herzeg.", "Bosnie-Herzég."},
		"DO": {"Dominik. Rep.", "Dominican Rep.", "Rép. dominic.", "Rep. Dominicana", "Dom. Rep."},
		"TT": {"Trinidad,Tobago", "Trinidad/Tobago"},
		"VC": {"St.Vincent,Gren"},
		"GB": {"Ver. Königreich", "Verein.Königr.", "Royaume-Uni", "Utd. Kingdom"},
		"US": {"Ver.Staaten", "Vereinigte Staa", "Etats-Unis", "Stany Zjedn.", "Ver. Staaten v. Amerika"},
		"PG": {"Papua-Neuguinea", "Pap. New Guinea"},
		"SA": {"Saudi Arab.", "Saudi-Arab.", "Arabie saoud."},
		"DE": {"276", "Duitsland", "Niemcy", "DE|Germany", "Germnay"},
		"GW": {"Guinea (GW)"},
	} {
		for _, text := range texts {
			if got, ok := country.Read(text); got != want || !ok {
				t.Errorf("Read(%q) = %q, %v; want %s", text, got, ok, want)
			}
		}
	}
}

// TestReadGuessesNothing holds what could be two countries, or none.
func TestReadGuessesNothing(t *testing.T) {
	for _, text := range []string{
		"", "Korea", "Virgin Islands", "999", "000", "12", "3644", "RU - Iran", "Russia, China", "IR/Iraq", "Georgia (JO)", "Korea (JP)",
		"Atlantis", "Irat", "Irak Iran", "Nigera Niger", "123 Main Street, Iran", "Congo (DE)", "Slovania", "Example - RU - Test", "EU", "Worldwide", "Iran Air", "Rep.", "Dem. Rep.", "Ver.", "Nig.", "Guin.", "Aust.", "St. M", "New York", "South Carol", "North", "West", "Isl.",
		strings.Repeat("a", 500), strings.Repeat("(", 100),
	} {
		if got, ok := country.Read(text); ok {
			t.Errorf("Read(%q) = %q; want nothing", text, got)
		}
	}
	for text, want := range map[string]enduse.Country{
		"Georgia": "GE", "Jersey": "JE", "Jordan": "JO", "Niger": "NE", "Nigeria": "NG", "Guinea": "GN", "Austria": "AT", "Australia": "AU",
		"Iceland": "IS", "Ireland": "IE", "Slovakia": "SK", "Slovenia": "SI", "Mauritania": "MR", "Mauritius": "MU", "Dominica": "DM", "Gambia": "GM", "Zambia": "ZM",
	} {
		if got, _ := country.Read(text); got != want {
			t.Errorf("Read(%q) = %q; want %s", text, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"RU - Russia", "Iran (IR)", "364", "Korea (KP)", "Azerbajan", "((", "- ", "\xff -"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, ok := country.Read(text)
		if ok != c.Valid() {
			t.Errorf("Read(%q) = %q, %v", text, c, ok)
		}
		if p, parsed := country.Parse(text); parsed && p != c {
			t.Errorf("Read(%q) = %q, Parse has %q", text, c, p)
		}
	})
}

func TestSpeller(t *testing.T) {
	s := country.NewSpeller([]string{"belarus", "sevastopol", "iran", "kazakhstan"})
	for text, want := range map[string]string{
		"belarus": "", "belaruss": "belarus", "belaru": "", "blearus": "belarus", "belorus": "belarus", "sevastopl": "sevastopol",
		"irann": "", "kazahkstan": "kazakhstan", "kazakstann": "", "": "",
	} {
		if got := strings.Join(s.Near(text), " "); got != want {
			t.Errorf("near %q: %q, want %q", text, got, want)
		}
	}
}
