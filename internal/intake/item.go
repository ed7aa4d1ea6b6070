package intake

import (
	"regexp"

	"github.com/enduse/enduse"
)

// item reads the goods of a row; false where the row has none.
func (v *values) item(t *rowIssues) (enduse.Item, bool) {
	var it enduse.Item
	for _, f := range itemFields {
		if !f.detail {
			f.set(&it, v, t)
		}
	}
	if it == (enduse.Item{}) && v.first(fLine) == "" {
		return it, false
	}
	for _, f := range itemFields {
		if f.detail {
			f.set(&it, v, t)
		}
	}
	if it.HS == "" {
		it.HS = writtenHS(it.Description)
	}
	return it, true
}

// labelledHS is an HS code with its label among other words, as on bills of lading.
var labelledHS = regexp.MustCompile(`(?i)(?:^|[^\pL\d])(?:HS|H\.S\.|HTS|HSC|NCM|TARIC|ТН ?ВЭД|УКТ ?ЗЕД|GTIP|海关编码|税号)(?:[ -]?(?:CODE|NO\.?|NR\.?|NUMBER|TARIFF|КОД|KODU?))*[ :.#=-]*(\d{4}(?:[. ]?\d{2}){1,3})(?:\D|$)`)

// writtenHS is the HS code that a description states, or "".
func writtenHS(description string) string {
	if m := labelledHS.FindStringSubmatch(description); m != nil {
		return m[1]
	}
	return ""
}

// route reads where the goods go.
func (v *values) route(t *rowIssues) enduse.Route {
	one := func(f field) enduse.Country {
		if all := v.way(f, t); len(all) > 0 {
			return all[0]
		}
		return ""
	}
	r := enduse.Route{Origin: one(fOrigin), Destination: one(fDestination), EndUse: one(fEndUseCountry), Transit: v.way(fTransit, t)}
	for i, text := range v.texts[fPlace] {
		t.place(v.from[fPlace][i], text)
	}
	for i, text := range v.texts[fDelivery] {
		if placeOf.MatchString(v.from[fDelivery][i]) {
			t.place(v.from[fDelivery][i], text)
		}
	}
	return r
}

// placeOf distinguishes a column of the place of delivery from one of its terms.
var placeOf = regexp.MustCompile(`(?i)place|lugar|lieu|ort|место|地点|miejsce|luogo`)

// way reads the countries of a part of the way. A text that is not a country is kept as a place.
func (v *values) way(f field, t *rowIssues) []enduse.Country {
	all, unparsed := v.countries(f, t)
	for _, u := range unparsed {
		t.place(v.columns[f], u) // which is checked as a place, or is a gap
	}
	return all
}

// payments reads how the order is paid, as far as a row says it.
func (v *values) payments(t *rowIssues) []enduse.Payment {
	p := enduse.Payment{Method: oneLine(v.one(fPayMethod))}
	if all := v.way(fPayCountry, t); len(all) > 0 {
		p.Country = all[0]
	}
	if p == (enduse.Payment{}) {
		return nil
	}
	return []enduse.Payment{p}
}
