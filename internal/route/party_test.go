package route

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
)

// placesFound writes what the place findings of a party are about: "IR" for a
// review, "(IR)" for a lead, "mission:IR" for a mission.
func placesFound(t *testing.T, p enduse.Party) string {
	t.Helper()
	r := checked(enduse.Query{Shipment: enduse.Shipment{Parties: []enduse.Party{p}}, AsOf: enduse.Day(2026, 8, 1)})
	var got []string
	for _, f := range r.Findings {
		text := fmt.Sprint(f.Evidence.Values["code"])
		if f.Severity == enduse.Lead {
			text = "(" + text + ")"
		}
		if f.ID == "place.mission" {
			text = "mission:" + text
		}
		if !slices.Contains(got, text) {
			got = append(got, text)
		}
		if f.Citation == "" || f.Why == "" || f.Hint == "" {
			t.Errorf("finding without citation, reason or hint: %+v", f)
		}
	}
	for _, f := range r.Gaps {
		got = append(got, "fault")
		_ = f
	}
	slices.Sort(got)
	return strings.Join(got, " ")
}

func TestPartyPlaces(t *testing.T) {
	text := func(s string) enduse.Address { return enduse.Address{Text: s} }
	for _, c := range []struct {
		want string
		a    enduse.Address
	}{
		{"IR", text("10 Valiasr Ave, Tehran, Iran")},
		{"UA-43", text("12 Lenina St, Yalta, Crimea")},
		{"SY", text("Damascus SYRIA")},
		{"SY", text("Example Trading\nAl Thawra Str\nDamascus\nSYRIA")},
		{"UA-43", enduse.Address{Text: "Yalta, Crimea", Country: "UA"}},
		{"IR", text("No. 5 Azadi Street, Teheran 15875")},
		{"IR", enduse.Address{Text: "No. 5 Azadi Street, Tehran", Country: "AE"}},
		{"IR", enduse.Address{City: "Tehran", Country: "AE"}},
		{"IR", enduse.Address{CountryText: "Tehran"}},
		{"BY", enduse.Address{CountryText: "Minsk"}},
		{"UA-43", enduse.Address{CountryText: "Крым"}},
		{"UA-43", enduse.Address{Region: "Crimea", Country: "UA"}},
		{"UA-43", text("Республика Крым, г. Ялта, ул. Примерная, 5")},
		{"RU", text("Россия, 101000, г. Москва, ул. Примерная, д. 1")},
		{"RU", text("ul. Primernaya 5, 101000 Moskva")},
		{"RU", text("ул. Примерная 5 Москва")},
		{"IR", text("تهران، خیابان نمونه، پلاک ۱۰")},
		{"IR", text("ایران، تهران، خیابان نمونه")},
		{"SY", text("شارع المثال، دمشق، سوريا")},
		{"KP", text("朝鲜平壤市示例路1号")},
		{"IR", text("伊朗德黑兰示例大街10号")},
		{"KP", text("Central District, Pyongyang, DPRK")},
		{"CU", text("Calle Ejemplo 34 La Habana Cuba")},
		{"UA-40", text("Example str. 1, Sebastopol, Ukraine")},
		{"UA-40", text("5 Example St, Sevastopl")},
		{"UA-14", text("Example 1, Donetsk, Ukraine")},
		{"UA-09", enduse.Address{City: "Louhansk", Country: "UA"}},
		{"UA-23", enduse.Address{City: "Melitopol", Country: "UA"}},
		{"IR", text("Unit 3, IRBND")},
		{"IR", enduse.Address{City: "IR BND"}},
		{"RU", enduse.Address{City: "Donetsk", Region: "Rostov oblast", Country: "RU"}},
		{"BY", text("220030 Minsk, BY")},
		{"IR", text("Example Free Zone; Kish Island; I.R. Iran")},
		{"SY", text("Example Bldg | Aleppo Governorate | Syrian Arab Rep.")},
		{"(IR)", text("Tehran, Example Tower, Dubai, UAE")},
		{"(IR)", text("Office 5, Dubai, UAE, Tel. +98 21 5550000")},
		{"UA-43", text("вул. Прикладна 3, Сімферополь, Україна")},
		{"IR", text("Port of Bandar Abbas")},
	} {
		if got := placesFound(t, enduse.Party{Role: enduse.RoleSupplier, Name: "EXAMPLE", Addresses: []enduse.Address{c.a}}); got != c.want {
			t.Errorf("%+v: %q, want %q", c.a, got, c.want)
		}
	}
	for _, c := range []struct {
		want string
		p    enduse.Party
	}{
		{"IR", enduse.Party{Countries: []enduse.Country{"IR"}, Phone: "+98 21 5550000", Email: "a@example.ir"}},
		{"(IR)", enduse.Party{Countries: []enduse.Country{"AE"}, Phone: "+98 21 5550000"}},
		{"(IR)", enduse.Party{Countries: []enduse.Country{"AE"}, Phone: "00 98 21 5550000"}},
		{"(IR)", enduse.Party{Countries: []enduse.Country{"AE"}, Email: "sales@example.co.ir"}},
		{"(KP)", enduse.Party{Countries: []enduse.Country{"CN"}, Website: "http://example.com.kp:8080/x"}},
		{"(RU)", enduse.Party{Countries: []enduse.Country{"AE"}, Website: "example.su"}},
		{"(RU)", enduse.Party{Countries: []enduse.Country{"AE"}, Email: "a@пример.рф"}},
		{"(IR)", enduse.Party{Countries: []enduse.Country{"AE"}, Website: "www.example.xn--mgba3a4f16a"}},
		{"(UA-43)", enduse.Party{Countries: []enduse.Country{"UA"}, Phone: "+7 978 555 00 00"}},
		{"", enduse.Party{Countries: []enduse.Country{"KZ"}, Phone: "+7 727 555 00 00"}},
		{"", enduse.Party{Countries: []enduse.Country{"AE"}, Phone: "98 21 5550000", Email: "iran@example.com", Website: "https://example.com/ir"}},
		{"fault", enduse.Party{Countries: []enduse.Country{"SU"}}},
		{"", enduse.Party{Countries: []enduse.Country{"YU"}}},
	} {
		c.p.Name = "EXAMPLE"
		if got := placesFound(t, c.p); got != c.want {
			t.Errorf("%+v: %q, want %q", c.p, got, c.want)
		}
	}
}

// TestHonestPlaces holds streets, brands, people and towns with the name of an
// embargoed place: none may be found, not even as a lead.
func TestHonestPlaces(t *testing.T) {
	for _, text := range []string{
		"Tehran Street, Seoul", "Teheran-ro 123, Gangnam-gu, Seoul, Korea", "12 Moscow Road, London", "Moscow Road 12, London W2, UK",
		"34 Cuba Street, Wellington", "Cuba Street Wellington New Zealand", "Crimea Road, Belfast", "5 Crimea Road, Sydney NSW", "Havana Club, 5 Example St, Berlin",
		"Rue de Téhéran, 75008 Paris", "12 rue de Moscou, Paris", "Rue de Damas, Beyrouth, Lebanon", "Calle Cuba 12, Madrid, Spain", "Avenida Cuba, Panama City, Panama",
		"Via Damasco, Roma", "Via Siria 4, Milano, Italy", "Hotel Moskva, Beograd, Serbia", "Café Havana, Hamburg", "Moscow, ID 83843", "Moscow, Idaho, USA",
		"Havana, IL 62644, USA", "100 Main St, Havana, Florida", "Damascus, MD 20872", "Damascus, Virginia, USA", "St. Petersburg, FL 33701", "Saint Petersburg, Florida",
		"Odessa, TX 79761", "Sevastopol, WI, USA", "1 Yalta Street, Example, Australia", "Cuba, NY 14727", "Cuba, Missouri, USA", "Syria, VA", "Lebanon, PA 17042", "Russia, Ohio",
		"Little Havana, Miami, FL", "Sebastopol, CA 95472", "Sebastopol, California, USA", "Sevastopol Boulevard, Paris", "Boulevard de Sébastopol, 75003 Paris",
		"12 boulevard de Sébastopol Paris", "Inkerman Street, Preston, UK", "Balaclava Road, Melbourne", "Pyongyang Restaurant, Example Rd, Phnom Penh", "Moskauer Strasse 5, Düsseldorf",
		"Krimstraat 5, Amsterdam", "Minsker Str. 8, Berlin, Germany", "Minsk Mazowiecki, Poland", "Mińsk Mazowiecki, Polska", "Tripoli, Lebanon", "Palmyra, PA", "Brest, France", "29200 Brest",
		"Iranian Street 5, Dubai", "Persia House, 5 King St, London", "Tehran Rd 5, Karachi, Pakistan", "Havana Road, Rotterdam", "ulica Moskiewska 5, Warszawa", "ul. Krymska 5, Warszawa",
		"улица Крымская 5, Алматы, Казахстан", "ул. Севастопольская, 1, Бишкек", "проспект Москва 5, Ереван", "улица Минская 1, Алматы", "서울 테헤란로 123", "ソウル市テヘラン路",
		"Samara, Costa Rica", "Tula, Hidalgo, Mexico", "Santa Clara, CA 95050", "Santa Clara 95050", "Vladimir Example, Sofia, Bulgaria", "Kherson, Ukraine", "Odesa, Ukraine", "Kyiv, Ukraine",
		"5 Crimea St, Kyiv, Ukraine", "1 Yalta Street, Kyiv, Ukraine", "Granada, Spain", "Georgia, USA", "Paris, Texas", "Jersey City, NJ", "Russell Square, London", "Byron Bay NSW", "Ruse, Bulgaria", "RUSSE",
		"Nowhere 5", "Unit 12", "",
	} {
		if got := placesFound(t, enduse.Party{Role: enduse.RoleCustomer, Name: "EXAMPLE", Addresses: []enduse.Address{{Text: text}}}); got != "" {
			t.Errorf("%q: %q", text, got)
		}
	}
	for _, a := range []enduse.Address{
		{City: "Moscow", Region: "ID", Country: "US"},
		{City: "Havana", Country: "US"},
		{City: "Sevastopol", Country: "US"},
		{City: "Yalta", Country: "AU"},
		{City: "Cuba", Country: "PT"},
		{Street: "12 Tehran Street", City: "Seoul", Country: "KR"},
		{Street: "Rue de Téhéran 5", City: "Paris", Country: "FR"},
		{Street: "Moscow Road", City: "London"},
		{Street: "Havana Club", City: "Berlin", Country: "DE"},
		{City: "Minsk", Country: "PL"},
		{City: "Brest", Country: "FR"},
		{City: "Kherson", Country: "UA"},
	} {
		if got := placesFound(t, enduse.Party{Name: "EXAMPLE", Addresses: []enduse.Address{a}}); got != "" {
			t.Errorf("%+v: %q", a, got)
		}
	}
	for _, name := range []string{"Havana Club International", "Moscow Mule Ltd", "Paris Hilton", "Iran Example", "Crimea Example", "Embassy Suites Havana", "Cuba Libre GmbH"} {
		if got := placesFound(t, enduse.Party{Name: name}); got != "" {
			t.Errorf("%q: %q", name, got)
		}
	}
}

func TestMissions(t *testing.T) {
	for name, want := range map[string]string{
		"Embassy of the Islamic Republic of Iran": "IR", "Embassy of Iran in Tokyo": "IR", "Iranian Embassy": "IR", "Posolstvo Respubliki Belarus": "BY",
		"Consulate General of the Russian Federation": "RU", "Russian Consulate General": "RU", "Ambassade de la République islamique d'Iran": "IR", "Посольство КНДР": "KP",
		"朝鲜大使馆": "KP", "朝鲜民主主义人民共和国驻华大使馆": "KP", "俄罗斯驻沈阳总领事馆": "RU", "Embajada de Cuba": "CU", "Embajada de la República de Cuba en México": "CU",
		"Botschaft der Islamischen Republik Iran": "IR", "Botschaft der Russischen Föderation": "RU", "Посольство Российской Федерации": "RU", "Генконсульство России в Анталье": "RU",
		"Посольство Республики Беларусь": "BY", "Посольство Ирана": "IR", "Permanent Mission of the Democratic People's Republic of Korea": "KP", "Торгпредство России в Турции": "RU",
		"Trade Representation of the Russian Federation": "RU", "Syrian Arab Republic Embassy": "SY", "سفارة الجمهورية الإسلامية الإيرانية": "IR", "سفارت جمهوری اسلامی ایران": "IR",
		"이란 대사관": "IR", "주한 러시아 대사관": "RU", "Ambasada Rosji": "RU", "Ambasciata di Cuba": "CU", "İran Büyükelçiliği": "IR", "Embassy of Belarus": "BY", "Consulate of Syria": "SY",
		"Посольство Исламской Республики Иран": "IR", "Ambassade du Bélarus": "BY", "Cuban Interests Section": "CU",
	} {
		if got := placesFound(t, enduse.Party{Name: name, Countries: []enduse.Country{"JP"}}); got != "mission:"+want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
	for _, name := range []string{
		"Embassy of Germany in Tehran", "Embassy of Japan in the Russian Federation", "British Embassy Moscow", "US Embassy in Cuba", "Посольство Германии в России", "中国驻朝鲜大使馆",
		"Embassy of Ukraine in the Republic of Belarus", "Royal Danish Embassy in Tehran", "Embassy Suites", "Embassy Cinema Havana", "Mission Foods", "Russian Embassy Restaurant", "日本国驻俄罗斯联邦大使馆",
		"주러시아 대한민국 대사관", "Embassy Freight Services", "Consulate General of Japan", "Embajada de España en Cuba", "Embassy of South Korea",
	} {
		if got := placesFound(t, enduse.Party{Name: name, Countries: []enduse.Country{"JP"}}); got != "" {
			t.Errorf("%q: %q", name, got)
		}
	}
}

func TestRoutePlaces(t *testing.T) {
	for text, want := range map[string]string{
		"Bandar Abbas": "route.embargoed IR", "Bandar Abbas, Iran": "route.embargoed IR", "IRBND": "route.embargoed IR", "ir bnd": "route.embargoed IR", "CIF Bandar Abbas Port": "route.embargoed IR",
		"Port of Novorossiysk": "route.embargoed RU", "Tehran": "route.embargoed IR", "Sevastopol": "route.embargoed UA-40", "UASVP": "route.embargoed UA-40", "10 Example Ave, Tehran": "route.embargoed IR",
		"Dubai": "route.hub AE", "UAE - Dubai": "route.hub AE", "Jebel Ali": "route.hub AE", "Rotterdam": "", "Port of Hamburg": "", "Ipswich, United Kingdom": "", "Atlantis": "fault", "XXYYY": "fault",
	} {
		r := checked(enduse.Query{Shipment: enduse.Shipment{Route: enduse.Route{Places: []enduse.RoutePlace{{Field: "port of discharge", Text: text}}}}, AsOf: enduse.Day(2026, 8, 1)})
		got := ""
		for _, f := range r.Findings {
			got = f.ID + " " + fmt.Sprint(f.Evidence.Values["code"])
			if f.ID == "route.hub" {
				got = f.ID + " " + fmt.Sprint(f.Evidence.Values["country"])
			}
		}
		if len(r.Gaps) > 0 {
			got = "fault"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
