package refdata_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
	"github.com/enduse/enduse/internal/refdata"
)

// The list as it was typed a second time, so that the table is not its own
// witness: tier -> codes.
var chpl = map[string]string{
	"1":   "854231 854232 854233 854239",
	"2":   "851762 852691 853221 853224 854800",
	"3.A": "847150 850440 851769 852589 852910 852990 853669 853690 854110 854121 854129 854130 854149 854151 854159 854160",
	"3.B": "848210 848220 848230 848250 880730 901310 901380 901420 901480",
	"4.A": "847180 848610 848620 848640 853400 854320 902750 903020 903032 903039 903082",
	"4.B": "845710 845811 845891 845961 846693",
}

var (
	chplDay   = enduse.Day(2024, 2, 23)
	beforeDay = enduse.Day(2024, 2, 22)
	elsewhere = &enduse.Shipment{Route: enduse.Route{Destination: "AE"}}
)

func load(t testing.TB, dir string) *refdata.Tables {
	t.Helper()
	tables, err := refdata.Load(dir)
	if err != nil {
		t.Fatal(err)
	}
	return tables
}

// check checks one item of a shipment; the gaps are those of the item.
func check(c *refdata.Tables, item enduse.Item, s *enduse.Shipment, p enduse.Profile, day enduse.Date) ([]enduse.Finding, []string, []enduse.Gap) {
	q := enduse.Query{Shipment: *s, Profile: p, AsOf: day}
	q.Shipment.Items = []enduse.Item{item}
	q.Normalise()
	r := c.Check(&q)
	return r.Findings, r.Codes[0], slices.DeleteFunc(r.Gaps, isOfList)
}

// gapsOf are those of the control lists that a shipment needs.
func gapsOf(c *refdata.Tables, s *enduse.Shipment, p enduse.Profile, day enduse.Date) []enduse.Gap {
	r := c.Check(&enduse.Query{Shipment: *s, Profile: p, AsOf: day})
	return slices.DeleteFunc(r.Gaps, func(g enduse.Gap) bool { return !isOfList(g) })
}

func isOfList(g enduse.Gap) bool { return strings.HasPrefix(g.What, "goods: ") }

func packOf(t testing.TB, dir, id string) *goods.ControlList {
	t.Helper()
	for _, p := range listsOf(t, dir) {
		if p.ID == id {
			return p
		}
	}
	t.Fatalf("there is no list %s", id)
	return nil
}

func listsOf(t testing.TB, dir string) []*goods.ControlList {
	t.Helper()
	all, err := refdata.Lists(dir)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestCHPLIsWhole(t *testing.T) {
	p := packOf(t, "", "chpl")
	got := map[string][]string{}
	for _, e := range p.Entries {
		got[e.Tier] = append(got[e.Tier], e.Code)
		if e.System != goods.HS2022 || e.ValidFrom != chplDay || !e.ValidTo.IsZero() || e.Verify || e.Description == "" {
			t.Errorf("%+v", e)
		}
	}
	if len(p.Entries) != 50 {
		t.Errorf("%d codes, want 50", len(p.Entries))
	}
	sizes := map[string]int{"1": 4, "2": 5, "3.A": 16, "3.B": 9, "4.A": 11, "4.B": 5}
	for tier, codes := range chpl {
		if len(got[tier]) != sizes[tier] || strings.Join(got[tier], " ") != codes {
			t.Errorf("tier %s: %d codes %v", tier, len(got[tier]), got[tier])
		}
	}
	if len(got) != len(sizes) {
		t.Errorf("tiers %v", slices.Sorted(maps.Keys(got)))
	}
}

// TestDigests: what stands in the tables that come along changes only on
// purpose. Whoever changes one on purpose writes the digest here.
func TestDigests(t *testing.T) {
	want := map[string]string{
		"chpl":      "sha256:18fde981d16ec605eaa6dd60402c5c7de5079fcc32f386eb441bed2ec370f6fd",
		"unsc-2397": "sha256:7125809f8b0b72f6cae825aea23b19300575ec278403e91d013de5250750e002",
	}
	for id, digest := range want {
		if got := packOf(t, "", id).Digest; got != digest {
			t.Errorf("%s: digest %s, want %s", id, got, digest)
		}
	}
}

func TestEveryCHPLCodeAnswers(t *testing.T) {
	tables := load(t, "")
	ids := map[string]string{
		"1": "goods.chpl.tier1", "2": "goods.chpl.tier2", "3.A": "goods.chpl.tier3a", "3.B": "goods.chpl.tier3b", "4.A": "goods.chpl.tier4a", "4.B": "goods.chpl.tier4b",
	}
	n := 0
	for tier, codes := range chpl {
		for code := range strings.FieldsSeq(codes) {
			n++
			if got, ok := tables.IsCHPL(code, chplDay); !ok || got != tier {
				t.Errorf("IsCHPL(%s) = %q, %v; want %s", code, got, ok, tier)
			}
			if got, ok := tables.IsCHPL(code, beforeDay); ok {
				t.Errorf("IsCHPL(%s) the day before = %q", code, got)
			}
			findings, _, _ := check(tables, enduse.Item{HS: code}, elsewhere, enduse.Profile{}, chplDay)
			if len(findings) != 1 || findings[0].ID != ids[tier] || findings[0].Severity != enduse.Lead {
				t.Errorf("%s: %+v", code, findings)
			}
			if findings, _, _ := check(tables, enduse.Item{HS: code}, elsewhere, enduse.Profile{}, beforeDay); len(findings) != 0 {
				t.Errorf("%s the day before: %+v", code, findings)
			}
		}
	}
	if _, got, _ := check(tables, enduse.Item{HS: "8803 30 00", ECCN: "9a104"}, elsewhere, enduse.Profile{}, chplDay); strings.Join(got, " ") != "880730 9A104" {
		t.Errorf("codes %v", got)
	}
	if n != 50 {
		t.Errorf("%d codes", n)
	}
}

func TestOldSpellings(t *testing.T) {
	tables := load(t, "")
	for old, want := range map[string]string{"854890": "2", "880330": "3.B", "854140": "3.A", "854150": "3.A", "852580": "3.A"} {
		if tier, ok := tables.IsCHPL(old, chplDay); !ok || tier != want {
			t.Errorf("HS 2017 %s: tier %q, %v; want %s", old, tier, ok, want)
		}
	}
	answers, err := tables.Lookup("8541.40", chplDay, 10)
	var codes []string
	for _, a := range answers {
		codes = append(codes, a.Code)
	}
	if err != nil || strings.Join(codes, " ") != "854140 854141 854142 854143 854149" {
		t.Errorf("8541.40: %v, %v", codes, err)
	}
}

func TestDPRK(t *testing.T) {
	tables := load(t, "")
	north := &enduse.Shipment{Route: enduse.Route{Destination: "KP"}}
	first, before := enduse.Day(2017, 12, 22), enduse.Day(2017, 12, 21)
	for chapter, banned := range map[string]bool{
		"71": false, "72": true, "73": true, "76": true, "78": true, "83": true, "84": true, "85": true, "86": true, "89": true, "90": false,
	} {
		has := func(s *enduse.Shipment, day enduse.Date) bool {
			findings, _, _ := check(tables, enduse.Item{HS: chapter + "0110"}, s, enduse.Profile{}, day)
			return slices.ContainsFunc(findings, func(f enduse.Finding) bool {
				return f.ID == "goods.unsc-2397" && f.Severity == enduse.Review && strings.Contains(f.Citation, "2397") && strings.HasSuffix(f.Citation, "(verify)")
			})
		}
		if has(north, first) != banned || has(north, before) || has(elsewhere, first) {
			t.Errorf("chapter %s: on the day %v, before %v, elsewhere %v; want %v", chapter, has(north, first), has(north, before), has(elsewhere, first), banned)
		}
	}
}

func TestEmptyListsAreGaps(t *testing.T) {
	tables := load(t, "")
	for _, tt := range []struct {
		to      enduse.Country
		profile enduse.Profile
		want    string
	}{
		{"RU", enduse.Profile{Establishment: "DE", Nationalities: []enduse.Country{"DE"}, USOrigin: "no"}, "eu-833-vii eu-833-xxiii eu-2021-821"},
		{"RU", enduse.Profile{Establishment: "US"}, "eu-833-vii eu-833-xxiii us-ccl us-746-7"}, // nationalities are not known
		{"JP", enduse.Profile{Establishment: "DE", USOrigin: "no"}, "eu-2021-821"},
		{"JP", enduse.Profile{Establishment: "JP", Nationalities: []enduse.Country{"JP"}, USOrigin: "no"}, ""},
		{"JP", enduse.Profile{}, "eu-2021-821 us-ccl"},
		{"IR", enduse.Profile{Establishment: "JP", USOrigin: "yes"}, "us-ccl us-746-7"},
	} {
		var got []string
		for _, g := range gapsOf(tables, &enduse.Shipment{Route: enduse.Route{Destination: tt.to}}, tt.profile, chplDay) {
			got = append(got, strings.TrimPrefix(g.Hint, "enduse goods import FILE --as "))
		}
		if strings.Join(got, " ") != tt.want {
			t.Errorf("to %s, %+v: gaps %v, want %s", tt.to, tt.profile, got, tt.want)
		}
	}
}

// TestLexiconKnows: goods that the order names in four languages.
func TestLexiconKnows(t *testing.T) {
	tables := load(t, "")
	for text, want := range map[string]string{
		"Integrated circuits": "854231", "circuitos integrados": "854231", "микросхемы интегральные": "854231", "интегральные схемы": "854231", "集成电路": "854231",
		"Microprocessor, 64 bit": "854231", "микропроцессоры": "854231", "微处理器": "854231",
		"Field-programmable gate array": "854239", "ПЛИС": "854239", "现场可编程门阵列": "854239",
		"bearings": "848210", "Rodamientos": "848210", "подшипники": "848210", "轴承": "848210",
		"deep groove ball bearings": "848210", "tapered roller bearings": "848220", "роликовые подшипники": "848220",
		"CNC lathe": "845811", "torno CNC": "845811", "токарный станок с ЧПУ": "845811", "数控车床": "845811", "machining center, 5 axis": "845710",
		"digital oscilloscope": "903020", "osciloscopio": "903020", "осциллограф": "903020", "示波器": "903020",
		"gyroscope": "901420", "гироскоп": "901420", "陀螺仪": "901420", "accelerometers": "854151", "акселерометры": "854151",
		"radio transceiver": "851762", "радиостанция": "851762", "thermal imaging camera": "852589", "тепловизор": "852589", "热像仪": "852589",
		"servo drive": "850440", "servo motor": "850152", "伺服电机": "850152", "серводвигатель": "850152", "GNSS receiver module": "852691", "tantalum capacitors": "853221", "MLCC 0603": "853224", "MOSFET transistors": "854129", "drone parts": "880730", "печатные платы": "853400",
		"XC7A35T-1CSG324C": "854239", "STM32F407VGT6": "854231", "TMS320F28335": "854231", "AD9361BBCZ": "854239", "MT41K256M16": "854232", "OPA2134PA": "854233", "6204-2RS": "848210", "GRM188R71C": "853224",
	} {
		answers, err := tables.Lookup(text, chplDay, 3)
		if err != nil || len(answers) == 0 || answers[0].Code != want || len(answers[0].Lists) == 0 || answers[0].Confidence <= 0 || answers[0].Confidence > 1 {
			t.Errorf("Lookup(%q) = %+v, %v; want %s first", text, answers, err, want)
		}
	}
	for _, text := range []string{"copy paper A4", "office chairs", "bearing puller", "grease for bearings", "T-shirts, cotton", "ball point pens", "camiseta de algodon", "мебель", "家具", "insurance", "chocolate chips"} {
		if answers, err := tables.Lookup(text, chplDay, 3); err != nil || len(answers) != 0 {
			t.Errorf("Lookup(%q) = %+v, %v; want nothing", text, answers, err)
		}
	}
}

// TestConcernsNameRealRegimes: each control number of the lexicon has a regime.
func TestConcern(t *testing.T) {
	tables := load(t, "")
	for text, number := range map[string]string{
		"maraging steel bar": "1C116", "carbon fibre prepreg": "1C210", "turbojet engine": "9A101", "UAV engine": "9A101", "двигатель для БПЛА": "9A101", "vibration test system": "2B116", "газовая центрифуга": "0B001", "fermenter 100 l": "2B352",
	} {
		findings, _, _ := check(tables, enduse.Item{Description: text, HS: "999999"}, elsewhere, enduse.Profile{}, chplDay)
		i := slices.IndexFunc(findings, func(f enduse.Finding) bool { return f.ID == "goods.wmd" })
		if i < 0 || !strings.Contains(findings[i].Citation, number) {
			t.Errorf("%q: %+v, want %s", text, findings, number)
		}
	}
}
