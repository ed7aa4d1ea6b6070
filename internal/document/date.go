package document

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/enduse/enduse"
)

// months are their names by language, as far as needed to tell them: the first
// letters.
var months = []struct {
	month time.Month
	names []string
}{
	{1, []string{"jan", "enero", "ene", "janv", "январ"}},
	{2, []string{"feb", "febrero", "févr", "fevr", "феврал"}},
	{3, []string{"mar", "marzo", "mars", "март"}},
	{4, []string{"apr", "abr", "avril", "avr", "апрел"}},
	{5, []string{"may", "mayo", "mai", "мая", "май"}},
	{6, []string{"jun", "junio", "juin", "июн"}},
	{7, []string{"jul", "julio", "juil", "июл"}},
	{8, []string{"aug", "ago", "août", "aout", "август"}},
	{9, []string{"sep", "septiembre", "setiembre", "сентябр"}},
	{10, []string{"oct", "octubre", "окт"}},
	{11, []string{"nov", "noviembre", "ноябр"}},
	{12, []string{"dec", "dic", "déc", "декабр"}},
}

func monthOf(word string) time.Month {
	low := strings.ToLower(word)
	best, month := 0, time.Month(0)
	for _, m := range months {
		for _, n := range m.names {
			if strings.HasPrefix(low, n) && len(n) > best {
				best, month = len(n), m.month
			}
		}
	}
	return month
}

var (
	dayISO     = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})`)
	dayChinese = regexp.MustCompile(`(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日`)
	dayMonth   = regexp.MustCompile(`(\d{1,2})(?:st|nd|rd|th|er|º)?\.?\s+(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})`)
	monthDay   = regexp.MustCompile(`(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,\s*(\d{4})`)
	dayDotted  = regexp.MustCompile(`\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b`)
	daySlashed = regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`)
)

// dayIn reads the first day that a line names with its year. Numbers between
// slashes are read as the language writes them, and not at all in English, where
// they may be either way.
func dayIn(text, language string) (enduse.Date, bool) {
	at := func(m []string, y, mo, d int) (enduse.Date, bool) {
		year, _ := strconv.Atoi(m[y])
		day, _ := strconv.Atoi(m[d])
		month, err := strconv.Atoi(m[mo])
		if err != nil {
			month = int(monthOf(m[mo]))
		}
		if month < 1 || month > 12 || year < 1900 || year > 2100 {
			return enduse.Date{}, false
		}
		date := enduse.Day(year, time.Month(month), day)
		return date, date.Validate() == nil
	}
	for _, f := range []struct {
		re      *regexp.Regexp
		y, m, d int
	}{{dayISO, 1, 2, 3}, {dayChinese, 1, 2, 3}, {dayMonth, 3, 2, 1}, {monthDay, 3, 1, 2}, {dayDotted, 3, 2, 1}, {daySlashed, 3, 2, 1}} {
		if f.re == daySlashed && (language == "en" || language == "") {
			continue
		}
		if m := f.re.FindStringSubmatch(text); m != nil {
			if d, ok := at(m, f.y, f.m, f.d); ok {
				return d, true
			}
		}
	}
	return enduse.Date{}, false
}
