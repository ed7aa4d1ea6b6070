package country_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

func ExampleParse() {
	for _, text := range []string{"Korea, North", "Türkiye", "Объединенные Арабские Эмираты", "hkg", "Korea"} {
		c, ok := country.Parse(text)
		fmt.Println(c, ok)
	}
	// Output:
	// KP true
	// TR true
	// AE true
	// HK true
	//  false
}

func TestParse(t *testing.T) {
	tests := map[enduse.Country][]string{
		"KP": {
			"KP", "kp", "PRK", "prk", "Korea, North", "North Korea", "NORTH KOREA", "Democratic People's Republic of Korea",
			"Democratic People’s Republic of Korea", "DPRK", "D.P.R.K.", "КНДР", "北朝鲜", "朝鲜", "Corea del Norte", "Nordkorea",
		},
		"KR": {"Korea, South", "Republic of Korea", "the Republic of Korea", "Korea (Republic of)", "KOR", "대한민국", "Южная Корея"},
		"CD": {"Congo, Democratic Republic of the", "Democratic Republic of the Congo", "DRC", "Congo - Kinshasa", "République démocratique du Congo", "COD"},
		"CG": {"Congo", "Congo, Republic of the", "Republic of the Congo", "COG"},
		"CN": {"China", "P.R. China", "PRC", "People's Republic of China", "中国", "中國", "Китай", "Çin", "Region: China"},
		"TW": {"Taiwan", "Taiwan, Province of China", "Republic of China", "R.O.C.", "台湾", "臺灣", "Taiwan (R.O.C.)"},
		"HK": {"Hong Kong", "HONG KONG", "Hongkong", "China, Hong Kong Special Administrative Region", "香港", "Hong Kong SAR", "Гонконг"},
		"MO": {"Macau", "Macao", "MAC"},
		"IR": {"Iran", "Iran (Islamic Republic of)", "Islamic Republic of Iran", "Region: Iran", "ایران", "إيران", "Иран", "IRAN, ISLAMIC REPUBLIC OF"},
		"RU": {"Russia", "Russian Federation", "The Russian Federation", "Россия", "РОССИЙСКАЯ ФЕДЕРАЦИЯ", "Rusia", "俄罗斯", "Russland", "Russia / Russie"},
		"BY": {"Belarus", "Belarus / Bélarus", "Беларусь", "Белоруссия", "Bielorrusia", "BLR"},
		"AE": {"United Arab Emirates", "UAE", "U.A.E.", "The United Arab Emirates", "ARE", "الإمارات العربية المتحدة", "Birleşik Arap Emirlikleri"},
		"TR": {"Turkey", "Türkiye", "TÜRKİYE", "Turkiye", "Republic of Türkiye", "Republic of Turkey", "Турция"},
		"GB": {"UK", "uk", "U.K.", "England", "United Kingdom of Great Britain and Northern Ireland", "Great Britain", "Royaume-Uni"},
		"US": {"USA", "U.S.A.", "United States of America", "the United States", "США", "美国"},
		"CI": {"Cote d Ivoire", "Cote d'Ivoire", "Côte d’Ivoire", "Ivory Coast"},
		"MK": {"North Macedonia, The Republic of", "North Macedonia", "Macedonia", "FYROM"},
		"PS": {"Palestinian", "State of Palestine", "West Bank", "Region: Gaza", "Region: West Bank", "Region: North Gaza"},
		"MM": {"Burma", "Myanmar", "Myanmar (Burma) / Myanmar (Birmanie)"},
		"SU": {"USSR", "Soviet Union (former)", "former Soviet Union", "СССР", "SU"},
		"YU": {"Yugoslavia", "Federal Republic of Yugoslavia", "former Yugoslavia"},
		"CS": {"Serbia and Montenegro", "Czechoslovakia"},
		"DD": {"German Democratic Republic"},
		"DE": {"Germany", "Federal Republic of Germany", "Deutschland", "DEU", "ألمانيا", "德国"},
		"XK": {"Kosovo", "XK"},
		"GE": {"Georgia", "Грузия", "Republic of Georgia"},
		"JO": {"Jordan", "الأردن"},
		"NE": {"Niger", "the Niger", "Republic of the Niger"},
		"NG": {"Nigeria", "Federal Republic of Nigeria"},
		"GN": {"Guinea"},
		"GW": {"Guinea-Bissau"},
		"GQ": {"Equatorial Guinea"},
		"PG": {"Papua New Guinea"},
		"GM": {"The Gambia", "Gambia, The", "Republic of the Gambia"},
		"BS": {"Bahamas, The"},
		"DM": {"Dominica"},
		"DO": {"Dominican Republic"},
		"IM": {"Man, Isle of"},
		"VG": {"Virgin Islands, British"},
		"VI": {"Virgin Islands (U.S.)"},
		"AF": {"Islamic Republic of Afghanistan"},
		"GR": {"EL"},
		"AD": {"AND"},
	}
	for want, texts := range tests {
		for _, text := range texts {
			if got, ok := country.Parse(text); got != want || !ok {
				t.Errorf("Parse(%q) = %q, %v; want %s", text, got, ok, want)
			}
		}
	}
}

func TestParseLeavesUnclearUnresolved(t *testing.T) {
	for _, text := range []string{
		"", " ", "-0-", "na", "&", "Korea", "Crimea", "Region: Crimea", "CRIMEA (OCCUPIED)", "Region: Kashmir",
		"Virgin Islands", "ZZ", "EU", "the", "Republic of", "Moscow", "Russia, China", "Russia / Chine",
		"123 Main Street, Iran", "\xff\xfe", strings.Repeat("the ", 60) + "Iran", strings.Repeat("x", 1<<16),
	} {
		if got, ok := country.Parse(text); ok && text != "na" || !ok && got != "" {
			t.Errorf("Parse(%q) = %q, %v; want nothing", text, got, ok)
		}
	}
}

// TestParseNamibia pins the price of reading two letters as a code.
func TestParseNamibia(t *testing.T) {
	if got, _ := country.Parse("na"); got != "NA" {
		t.Errorf(`Parse("na") = %q, want NA`, got)
	}
}

func TestName(t *testing.T) {
	for c, want := range map[enduse.Country]string{
		"KP": "North Korea", "TR": "Türkiye", "CI": "Côte d'Ivoire", "SU": "Soviet Union", "ZZ": "ZZ", "": "",
	} {
		if got := country.Name(c); got != want {
			t.Errorf("Name(%q) = %q, want %q", c, got, want)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"Korea, North", "Türkiye", "香港", "A / B / C", "the former the", "&", "\xff", "İ", "U.S."} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, ok := country.Parse(text)
		if ok != c.Valid() {
			t.Errorf("Parse(%q) = %q, %v", text, c, ok)
		}
		if again, _ := country.Parse(" " + text + "\n"); len(text) < 100 && again != c && strings.TrimSpace(text) == text {
			t.Errorf("Parse(%q) = %q, with spaces around %q", text, c, again)
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for _, text := range []string{"RU", "Russia", "Korea, North", "Bahamas, The", "Türkiye", "Россия", "Somewhere else"} {
		b.Run(text, func(b *testing.B) {
			country.Parse(text)
			b.ReportAllocs()
			for b.Loop() {
				country.Parse(text)
			}
		})
	}
}
