package canada

import (
	"regexp"
	"strings"

	"github.com/enduse/enduse"
)

// regime is a regulation that lists parties.
type regime struct {
	id    string // in ids and as the programme
	title string // of the regulation, with its number where it was verified
}

// regimes are the regulations by the English part of Country.
var regimes = map[string]regime{
	"Belarus":                    {"Belarus", "Special Economic Measures (Belarus) Regulations"},
	"China":                      {"China", "Special Economic Measures (People's Republic of China) Regulations"},
	"Extremist Settler Violence": {"Extremist Settler Violence", "Special Economic Measures (Extremist Settler Violence) Regulations"},
	"Guatemala":                  {"Guatemala", "Special Economic Measures (Guatemala) Regulations"},
	"Haiti":                      {"Haiti", "Special Economic Measures (Haiti) Regulations"},
	"Hamas Terrorist Attacks":    {"Hamas Terrorist Attacks", "Special Economic Measures (Hamas Terrorist Attacks) Regulations"},
	"Iran":                       {"Iran", "Special Economic Measures (Iran) Regulations"},
	"Moldova":                    {"Moldova", "Special Economic Measures (Moldova) Regulations (SOR/2023-109)"},
	"Myanmar (Burma)":            {"Myanmar", "Special Economic Measures (Burma) Regulations"},
	"Nicaragua":                  {"Nicaragua", "Special Economic Measures (Nicaragua) Regulations"},
	"Russia":                     {"Russia", "Special Economic Measures (Russia) Regulations (SOR/2014-58)"},
	"South Sudan":                {"South Sudan", "Special Economic Measures (South Sudan) Regulations (SOR/2014-235)"},
	"Sri Lanka":                  {"Sri Lanka", "Special Economic Measures (Sri Lanka) Regulations"},
	"Sudan":                      {"Sudan", "Special Economic Measures (Sudan) Regulations (SOR/2024-61)"},
	"Syria":                      {"Syria", "Special Economic Measures (Syria) Regulations (SOR/2011-114)"},
	"Ukraine":                    {"Ukraine", "Special Economic Measures (Ukraine) Regulations"},
	"Venezuela":                  {"Venezuela", "Special Economic Measures (Venezuela) Regulations"},
	"Zimbabwe":                   {"Zimbabwe", "Special Economic Measures (Zimbabwe) Regulations"},
	"Justice for Victims of Corrupt Foreign Officials Regulations (JVCFOR)": {
		"JVCFOR", "Justice for Victims of Corrupt Foreign Officials Regulations (SOR/2017-233)",
	},
}

// regimeOf returns the regime of a Country, bilingual as in "Russia / Russie".
// One that is not known is named after its text.
func regimeOf(country string) (r regime, known bool) {
	english, _, _ := strings.Cut(country, " / ")
	if r, known = regimes[english]; !known {
		r = regime{english, "Special Economic Measures Act (S.C. 1992, c. 17): " + english}
	}
	return r, known
}

// schedule is what being listed in a schedule means.
type schedule struct {
	measures []enduse.Measure
	note     string // the section that says so
}

// freeze is the ban on dealing in a listed person's property, on services to
// them and on goods for them, which section 3 of these regulations sets.
var freeze = schedule{measures: []enduse.Measure{enduse.MeasureAssetFreeze}}

// russia are the schedules of the Russia regulations that are no freeze.
var russia = map[string]schedule{
	// Ships: no docking in Canada or passage through it, and no services
	// (section 3.04, as amended by SOR/2025-142).
	"1.1": {[]enduse.Measure{enduse.MeasureVesselPort, enduse.MeasureServices}, "s. 3.04"},
	// New debt of a maturity beyond 30 days, beyond 90 days (section 3.1, as
	// amended by SOR/2014-204 and SOR/2014-316).
	"2": {[]enduse.Measure{enduse.MeasureDebtEquity}, "new debt of more than 30 days' maturity"},
	"3": {[]enduse.Measure{enduse.MeasureDebtEquity}, "new debt of more than 90 days' maturity"},
}

// frozen are the schedules that freeze: the only schedule or its parts, and the
// parts of schedule 1.
var frozen = regexp.MustCompile(`^(1, )?(Part \d+(\.\d+)?)?$`)

// scheduleOf returns what a schedule means. One that is not known freezes, as
// nearly all do.
func scheduleOf(r regime, text string) (s schedule, known bool) {
	if r.id == "Russia" {
		if s, known = russia[text]; known {
			return s, true
		}
	}
	return freeze, text == "1" || frozen.MatchString(text)
}
