package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/number"
)

// dateOrder says whether the day or the month comes first in the dates of a
// file that are written in numbers.
type dateOrder int

const (
	orderUnknown dateOrder = iota
	dayFirst
	monthFirst
	orderMixed // some dates can only be the one, some only the other
)

// settle learns from one date: a number above 12 can only be a day.
func (o *dateOrder) settle(text string) {
	m := numeric.FindStringSubmatch(cutTime(number.Plain(text)))
	if m == nil || m[2] == "." {
		return
	}
	a, b := atoi(m[1]), atoi(m[3])
	now := orderUnknown
	switch {
	case a > 12 && a <= 31 && b <= 12:
		now = dayFirst
	case b > 12 && b <= 31 && a <= 12:
		now = monthFirst
	}
	switch {
	case now == orderUnknown:
	case *o == orderUnknown:
		*o = now
	case *o != now:
		*o = orderMixed
	}
}

// hinted is the order that a column name states: "Date of birth (DD/MM/YYYY)".
func hinted(column string) dateOrder {
	c := strings.ToLower(column)
	switch {
	case strings.Contains(c, "dd/mm"), strings.Contains(c, "dd-mm"), strings.Contains(c, "tt/mm"), strings.Contains(c, "jj/mm"):
		return dayFirst
	case strings.Contains(c, "mm/dd"), strings.Contains(c, "mm-dd"):
		return monthFirst
	}
	return orderUnknown
}

var (
	numeric   = regexp.MustCompile(`^(\d{1,2})\s?([./-])\s?(\d{1,2})\s?[./-]\s?(\d{4}|\d{2})$`)
	yearFirst = regexp.MustCompile(`^(\d{4})\s?[./-]\s?(\d{1,2})\s?[./-]\s?(\d{1,2})$`)
	compact   = regexp.MustCompile(`^(1[89]\d\d|20\d\d)(\d\d)(\d\d)$`)
	chinese   = regexp.MustCompile(`^(\d{4})\s?年\s?(?:(\d{1,2})\s?月\s?(?:(\d{1,2})\s?[日号])?)?$`)
	monthYear = regexp.MustCompile(`^(\d{1,2})\s?[./-]\s?(\d{4})$`)
	yearMonth = regexp.MustCompile(`^(\d{4})[./](\d{1,2})$`)
	yearSpan  = regexp.MustCompile(`^(?:between\s+|from\s+|entre\s+|zwischen\s+)?(\d{4})\s?(?:[-–/]|to|or|and|und|oder|ou|et|o|y|или)\s?(\d{4})$`)
	yearPair  = regexp.MustCompile(`^(\d{2})(\d{2})\s?[-/]\s?(\d{2})$`)
	decade    = regexp.MustCompile(`^(?i:(\d{2})(?:yy|xx|\?\?|--|__)|(\d{3})(?:[x?_]|0\s?'?s|0er))$`)
	serial    = regexp.MustCompile(`^([1-9]\d{4})(?:[.,]\d+)?$`)
	timeOfDay = regexp.MustCompile(`[T ]\s?\d{1,2}[:.]\d\d([:.]\d\d([.,]\d+)?)?\s*(Z|[AaPp]\.?[Mm]\.?|UTC|GMT|[+-]\d\d:?\d\d)?$`)
	aboutWord = regexp.MustCompile(`^(?i:c\.|ca\.?|c|circa|cir\.?|about|around|approx\.?|approximately|est\.?|~|≈|около|прибл\.?|ок\.|um|etwa|vers|env\.?|environ|hacia|aprox\.?|约)\s*(\d)`)
	aboutEnd  = regexp.MustCompile(`(?i)\s*(?:\(?(?:approx\.?|approximately|circa|ca\.?|est\.?|estimated|c\.?)\)?|\?)$`)
	bornWord  = regexp.MustCompile(`^(?i:d\.?o\.?b\.?|date of birth|born(?: on| in)?|birth date|b\.|geb\.?|geboren(?: am)?|né\(?e?\)? le|nacid[oa](?: el)?|рожд\.?|дата рождения|род\.|生于|出生)\s*[:=]?\s*`)
	weekday   = regexp.MustCompile(`^(?i:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+`)
)

func cutTime(s string) string { return timeOfDay.ReplaceAllString(strings.TrimSpace(s), "") }

// parseDate reads a date in the ways that people write it. A note says what could not
// be settled, with the zero Date where nothing of it is sure; an error, that it is no
// date.
func parseDate(text string, order dateOrder) (d enduse.Date, note string, err error) {
	s := cutTime(number.Plain(text))
	s = weekday.ReplaceAllString(bornWord.ReplaceAllString(s, ""), "")
	s = strings.TrimRight(strings.TrimSpace(s), ".,;")
	circa := false
	if about := aboutWord.ReplaceAllString(s, "$1"); about != s {
		s, circa = about, true
	}
	if about := aboutEnd.ReplaceAllString(s, ""); about != s && !decade.MatchString(s) {
		s, circa = about, true
	}
	if d, note, ok := calendarDate(s); ok {
		d.Circa = d.Circa || circa
		return d, note, nil
	}
	if d, err = enduse.ParseDate(s); err != nil {
		d, note = parseShape(s, order)
	}
	if d.IsZero() && note != "" {
		return d, note, nil
	}
	if d.IsZero() || d.Validate() != nil {
		return enduse.Date{}, "", fmt.Errorf("bad date %q", text)
	}
	d.Circa = d.Circa || circa
	d, odd := plausible(d, s)
	return d, strings.TrimPrefix(note+odd, "; "), nil
}

// plausible is a date, or the zero Date with a note for one that nobody can mean.
// Years of another calendar are kept, and compared as such.
func plausible(d enduse.Date, text string) (enduse.Date, string) {
	switch day := d.String(); {
	case day == "1900-01-01" || day == "1970-01-01" || day == "9999-12-31":
		return enduse.Date{}, fmt.Sprintf("; %s means a day that is not known: not compared", text)
	case d.Year >= 1250 && d.Year < 1500:
		return d, fmt.Sprintf("; the year %d is of the Persian or the Islamic calendar: compared as both", d.Year)
	case d.Year >= 2400 && d.Year <= 2600 && d.Until == nil:
		b, ok := enduse.Buddhist(d.Year, d.Month, d.Day)
		if !ok {
			b = enduse.Date{}
		}
		return b, fmt.Sprintf("; the year %d is taken as of the Buddhist calendar: %s", d.Year, b)
	case d.Year < 1500 || d.Year > 2100:
		return enduse.Date{}, fmt.Sprintf("; the year of %s cannot be: not compared", text)
	}
	return d, ""
}

// parseShape finds the shape of a date; the zero Date without a note is no shape that is known.
func parseShape(s string, order dateOrder) (enduse.Date, string) {
	for _, ymd := range []*regexp.Regexp{yearFirst, compact, chinese, yearMonth} {
		if m := ymd.FindStringSubmatch(s); m != nil {
			m = append(m, "")
			if d, ok := partly(atoi(m[1]), atoi(m[2]), atoi(m[3])); ok {
				return d, ""
			}
		}
	}
	if m := numeric.FindStringSubmatch(s); m != nil {
		return byNumbers(m, order, s)
	}
	if m := monthYear.FindStringSubmatch(s); m != nil {
		d, _ := partly(atoi(m[2]), atoi(m[1]), 0)
		return d, ""
	}
	if d := years(s); !d.IsZero() {
		return d, ""
	}
	if m := serial.FindStringSubmatch(s); m != nil {
		return ofSerial(atoi(m[1]), s)
	}
	return inWords(s)
}

// partly is a date whose month and day may be 0, for not known. A day without a
// month counts for nothing.
func partly(year, month, day int) (enduse.Date, bool) {
	if month == 0 {
		day = 0
	}
	d := enduse.Date{Year: year, Month: month, Day: day}
	return d, d.Validate() == nil
}

// years reads spans of years: 1965-1970, 1965/66, 19yy, 1960s.
func years(s string) enduse.Date {
	if m := yearSpan.FindStringSubmatch(strings.ToLower(s)); m != nil {
		return enduse.Date{Year: atoi(m[1]), Until: &enduse.Date{Year: atoi(m[2])}}
	}
	if m := yearPair.FindStringSubmatch(s); m != nil && m[3] > m[2] {
		return enduse.Date{Year: atoi(m[1] + m[2]), Until: &enduse.Date{Year: atoi(m[1] + m[3])}}
	}
	if m := decade.FindStringSubmatch(s); m != nil {
		if m[1] != "" {
			return enduse.Date{Year: atoi(m[1] + "00"), Until: &enduse.Date{Year: atoi(m[1] + "99")}}
		}
		return enduse.Date{Year: atoi(m[2] + "0"), Until: &enduse.Date{Year: atoi(m[2] + "9")}}
	}
	return enduse.Date{}
}

// byNumbers reads three numbers. The last is the year, or the first if it has two
// digits.
func byNumbers(m []string, order dateOrder, text string) (enduse.Date, string) {
	a, b, year := atoi(m[1]), atoi(m[3]), atoi(m[4])
	if len(m[4]) == 4 {
		return byOrder(a, b, year, m[2], order, text)
	}
	if len(m[1]) == 2 && a > 31 { // 77-02-21
		full, ok := century(a)
		d, valid := partly(full, b, year)
		if !ok || !valid {
			return enduse.Date{}, ""
		}
		return d, fmt.Sprintf("the year of %s is taken as %d", text, full)
	}
	full, ok := century(year)
	if !ok {
		return enduse.Date{}, fmt.Sprintf("the year of %s may be 19%02d or 20%02d: not compared", text, year, year)
	}
	d, note := byOrder(a, b, full, m[2], order, text)
	return d, strings.TrimSuffix(fmt.Sprintf("the year of %s is taken as %d; %s", text, full, note), "; ")
}

// lastShort is the last year of two digits that may be of this century.
const lastShort = 30

// century is the year that two digits can only mean in a date that is past.
func century(two int) (int, bool) {
	return 1900 + two, two > lastShort
}

// byOrder reads two numbers and a year. Where both may be the month and the
// file does not show it, only the year is sure.
func byOrder(a, b, year int, sep string, order dateOrder, text string) (enduse.Date, string) {
	switch {
	case a == 0 || b == 0: // 00/00/1965, 00/05/1965
		d, _ := partly(year, max(a, b), 0)
		if max(a, b) > 12 {
			d = enduse.Date{Year: year}
		}
		return d, ""
	case sep == "." && b <= 12 || a > 12 || a == b || order == dayFirst && b <= 12:
		return enduse.Date{Year: year, Month: b, Day: a}, ""
	case b > 12 || order == monthFirst:
		return enduse.Date{Year: year, Month: a, Day: b}, ""
	}
	return enduse.Date{Year: year}, fmt.Sprintf("%s may be %d-%02d-%02d or %d-%02d-%02d: only the year is compared", text, year, b, a, year, a, b)
}

// ofSerial is the day that a spreadsheet keeps as the number of days since the end of
// 1899 (the 1900 date system of ECMA-376 part 1, 18.17.4.1).
func ofSerial(n int, text string) (enduse.Date, string) {
	d := enduse.DateOf(enduse.Day(1899, 12, 30).First().AddDate(0, 0, n))
	if d.Year > 2100 {
		return enduse.Date{}, ""
	}
	return d, fmt.Sprintf("%s is taken as the number of a day in a spreadsheet: %s", text, d)
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
