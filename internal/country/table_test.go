package country

import (
	"testing"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"github.com/enduse/enduse"
)

func TestTableHasEveryCodeOnce(t *testing.T) {
	seen := map[enduse.Country]bool{}
	for _, r := range rows() {
		if seen[r.code] {
			t.Errorf("%s is in the table twice", r.code)
		}
		seen[r.code] = true
		if !r.code.Valid() || len(r.alpha3) != 3 || r.name == "" {
			t.Errorf("bad row %+v", r)
		}
	}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			if c := enduse.Country(string(a) + string(b)); c.Valid() && !seen[c] {
				t.Errorf("%s has no row", c)
			}
		}
	}
}

// TestTableHasNoKeyTwice fails where two countries claim one spelling.
func TestTableHasNoKeyTwice(t *testing.T) {
	seen := map[string]enduse.Country{}
	for _, r := range rows() {
		for _, text := range append(r.others, r.name, r.alpha3) {
			k := key(text)
			if k == "" {
				t.Errorf("%s: %q has no key", r.code, text)
			}
			if c, taken := seen[k]; taken && c != r.code {
				t.Errorf("%q is both %s and %s", text, c, r.code)
			}
			seen[k] = r.code
		}
	}
}

// TestTableAgreesWithCLDR compares codes and English names with another source.
func TestTableAgreesWithCLDR(t *testing.T) {
	for _, r := range rows() {
		if r.code.Successors() != nil {
			continue
		}
		region := language.MustParseRegion(string(r.code))
		if got := region.ISO3(); got != r.alpha3 && got != "" && r.code != "XK" { // CLDR has XKK, the European Union and the World Bank XKX
			t.Errorf("%s: alpha-3 %s, CLDR has %s", r.code, r.alpha3, got)
		}
		english := display.English.Regions().Name(region)
		if got, ok := Parse(english); !ok || got != r.code {
			t.Errorf("%s: the CLDR name %q gives %q, %v", r.code, english, got, ok)
		}
	}
}

// TestNativeNames shows what the languages cannot agree on.
func TestNativeNames(t *testing.T) {
	keys := native()
	if len(keys) < 2000 {
		t.Errorf("%d names in other languages, want thousands", len(keys))
	}
	for k, c := range keys {
		if c == "" {
			t.Logf("ambiguous between languages: %q", k)
		}
	}
	for _, tag := range languages {
		missing := 0
		for _, r := range rows() {
			region, err := language.ParseRegion(string(r.code))
			if err != nil || r.code.Successors() != nil {
				continue
			}
			if got, _ := Parse(display.Regions(tag).Name(region)); got != r.code {
				missing++
				t.Logf("%s: %s %q gives %q", tag, r.code, display.Regions(tag).Name(region), got)
			}
		}
		if missing > 0 {
			t.Errorf("%s: %d names of countries are not understood", tag, missing)
		}
	}
}
