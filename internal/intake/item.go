package intake

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
)

// item reads the goods of a row; false where the row has none.
func (v *values) item(t *trouble) (enduse.Item, bool) {
	it := enduse.Item{
		Description: oneLine(v.one(fDescription)), HS: v.one(fHS), ECCN: v.one(fECCN), MPN: v.one(fMPN),
		Manufacturer: oneLine(v.one(fManufacturer)), Quantity: v.first(fQuantity), Unit: v.first(fUnit), Value: v.first(fValue), Currency: v.first(fCurrency),
	}
	origin := fGoodsOrigin
	if v.first(origin) == "" {
		origin = fOrigin
	}
	if it == (enduse.Item{}) && v.first(fLine) == "" {
		return it, false
	}
	if all, _ := v.countries(origin); len(all) > 0 {
		it.Origin = all[0]
	} else if text := v.first(fGoodsOrigin); text != "" {
		t.note("country of origin %q is not known", text)
	}
	if n, err := strconv.Atoi(v.first(fLine)); err == nil && n > 0 {
		it.Line = n
	}
	return it, true
}

// route reads where the goods go.
func (v *values) route(t *trouble) enduse.Route {
	one := func(f field) enduse.Country {
		all, unread := v.countries(f)
		for _, u := range unread {
			t.noCountry(f, u)
		}
		if len(all) == 0 {
			return ""
		}
		return all[0]
	}
	r := enduse.Route{Origin: one(fOrigin), Destination: one(fDestination), EndUse: one(fEndUseCountry)}
	transit, unread := v.countries(fTransit)
	for _, u := range unread {
		t.noCountry(fTransit, u)
	}
	r.Transit = transit
	return r
}

// payments reads how the order is paid, as far as a row says it.
func (v *values) payments(t *trouble) []enduse.Payment {
	p := enduse.Payment{Method: oneLine(v.one(fPayMethod))}
	all, unread := v.countries(fPayCountry)
	for _, u := range unread {
		t.noCountry(fPayCountry, u)
	}
	if len(all) > 0 {
		p.Country = all[0]
	}
	if p == (enduse.Payment{}) {
		return nil
	}
	return []enduse.Payment{p}
}

// noCountry says that a part of the way could not be read, and so not checked.
func (t *trouble) noCountry(f field, text string) {
	what := strings.ReplaceAll(string(f), "_", " ")
	t.unread = append(t.unread, enduse.Gap{
		What: what, Why: fmt.Sprintf("%q is not known as a country", text), Hint: "write its name, or its code of ISO 3166-1, such as DE",
	})
}
