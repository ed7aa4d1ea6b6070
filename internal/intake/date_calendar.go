package intake

import (
	"fmt"
	"regexp"
	"strings"

	"github.com/enduse/enduse"
)

// eras are the first years of the Japanese eras, less one.
var eras = map[string]int{
	"明治": 1867, "meiji": 1867, "m": 1867, "大正": 1911, "taisho": 1911, "t": 1911, "昭和": 1925, "showa": 1925, "s": 1925,
	"平成": 1988, "heisei": 1988, "h": 1988, "令和": 2018, "reiwa": 2018, "r": 2018,
	"民國": 1911, "民国": 1911, "中華民國": 1911, "中华民国": 1911, "minguo": 1911, "roc": 1911, "r.o.c.": 1911,
}

var (
	era = regexp.MustCompile(`(?i)^(明治|大正|昭和|平成|令和|中華民國|中华民国|民國|民国|meiji|taisho|showa|heisei|reiwa|minguo|r\.o\.c\.|roc|[mtshr])[\s.]*(\d{1,3}|元)\s?(?:年|[./-])?\s?(?:(\d{1,2})\s?(?:月|[./-])\s?(?:(\d{1,2})\s?日?)?)?$`)
	// A mark of a calendar before or after a date.
	solarMark = regexp.MustCompile(`(?i)(?:\b(?:s\.?h\.?|a\.?p\.?|jalali|shamsi|solar hijri|hijri shamsi|persian)\b\.?|ه(?:ـ)?\.?\s?ش\.?|هجری شمسی|شمسی|هجري شمسي|солнечн\pL* хиджр\pL*)`)
	lunarMark = regexp.MustCompile(`(?i)(?:\b(?:a\.?h\.?|hijri|hijra|hegira|h|qamari|lunar hijri)\b\.?|ه(?:ـ)?\.?\s?ق\.?|هـ|هجری قمری|هجري قمري|قمری|قمري|هجرية|هجري|хиджр\pL*)`)
	thaiMark  = regexp.MustCompile(`(?i)(?:\bb\.?\s?e\b\.?|พ\.?ศ\.?|buddhist(?: era)?)`)
	plainDate = regexp.MustCompile(`^(\d{4})(?:\s?[./-]\s?(\d{1,2})(?:\s?[./-]\s?(\d{1,2}))?)?$`)
	dayFirstD = regexp.MustCompile(`^(\d{1,2})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{4})$`)
)

// calendarDate reads a date that names its calendar. It is false for all
// others.
func calendarDate(s string) (enduse.Date, string, bool) {
	if m := era.FindStringSubmatch(s); m != nil {
		return ofEra(m, s)
	}
	for _, c := range []struct {
		mark    *regexp.Regexp
		name    string
		convert func(y, m, d int) (enduse.Date, bool)
		loose   bool // the day may be one off
	}{
		{solarMark, "Persian", enduse.SolarHijri, false}, {lunarMark, "Islamic", enduse.Hijri, true}, {thaiMark, "Buddhist", enduse.Buddhist, false},
	} {
		rest := strings.Trim(c.mark.ReplaceAllString(s, ""), " .,()")
		if rest == strings.Trim(s, " .,()") {
			continue
		}
		m := plainDate.FindStringSubmatch(rest)
		if m == nil {
			if m = dayFirstD.FindStringSubmatch(rest); m == nil {
				continue
			}
			m[1], m[3] = m[3], m[1]
		}
		d, ok := c.convert(atoi(m[1]), atoi(m[2]), atoi(m[3]))
		if !ok {
			continue
		}
		if c.loose {
			from, to := enduse.DateOf(d.First().AddDate(0, 0, -1)), enduse.DateOf(d.Last().AddDate(0, 0, 1))
			from.Until = &to
			d = from
		}
		return d, fmt.Sprintf("%s is of the %s calendar: %s", s, c.name, d), true
	}
	return enduse.Date{}, "", false
}

// ofEra is a date by the year of a Japanese era or of the Republic of China.
func ofEra(m []string, text string) (enduse.Date, string, bool) {
	year := 1
	if m[2] != "元" {
		year = atoi(m[2])
	}
	d, ok := partly(eras[strings.ToLower(m[1])]+year, atoi(m[3]), atoi(m[4]))
	if !ok || year == 0 || d.Year > 2100 {
		return enduse.Date{}, "", false
	}
	return d, fmt.Sprintf("%s is %s by its era", text, d), true
}
