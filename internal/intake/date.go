package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
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
	m := numeric.FindStringSubmatch(cutTime(text))
	if m == nil || m[2] == "." {
		return
	}
	a, b := atoi(m[1]), atoi(m[3])
	now := orderUnknown
	switch {
	case a > 12 && b <= 12:
		now = dayFirst
	case b > 12 && a <= 12:
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
	numeric   = regexp.MustCompile(`^(\d{1,2})\s?([./-])\s?(\d{1,2})\s?[./-]\s?(\d{4})$`)
	yearFirst = regexp.MustCompile(`^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$`)
	compact   = regexp.MustCompile(`^(1[89]\d\d|20\d\d)(\d\d)(\d\d)$`)
	chinese   = regexp.MustCompile(`^(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})[日号])?)?$`)
	monthYear = regexp.MustCompile(`^(\d{1,2})[./-](\d{4})$`)
	yearSpan  = regexp.MustCompile(`^(\d{4})\s?[-–/]\s?(\d{4})$`)
	timeOfDay = regexp.MustCompile(`[T ]\d{1,2}:\d\d(:\d\d(\.\d+)?)?\s*(Z|[AaPp][Mm]|[+-]\d\d:?\d\d)?$`)
	aboutWord = regexp.MustCompile(`^(?i:c\.|ca\.?|circa|about|approx\.?|approximately|~|около|um|vers|hacia)\s*`)
)

func cutTime(s string) string { return timeOfDay.ReplaceAllString(strings.TrimSpace(s), "") }

// parseDate reads a date in the ways that people write it. A note says what
// could not be settled; an error, that it is no date.
func parseDate(text string, order dateOrder) (d enduse.Date, note string, err error) {
	s := strings.TrimSuffix(cutTime(text), ".")
	if rest := aboutWord.ReplaceAllString(s, ""); rest != s {
		d, note, err = parseDate(rest, order)
		d.Circa = true
		return d, note, err
	}
	if d, err = enduse.ParseDate(s); err == nil {
		return d, "", nil
	}
	d, note = parseShape(s, order)
	if d.IsZero() || d.Validate() != nil {
		return enduse.Date{}, "", fmt.Errorf("bad date %q", text)
	}
	return d, note, nil
}

// parseShape finds the shape of a date; the zero Date is none of them.
func parseShape(s string, order dateOrder) (enduse.Date, string) {
	for _, ymd := range []*regexp.Regexp{yearFirst, compact, chinese} {
		if m := ymd.FindStringSubmatch(s); m != nil {
			return enduse.Date{Year: atoi(m[1]), Month: atoi(m[2]), Day: atoi(m[3])}, ""
		}
	}
	if m := numeric.FindStringSubmatch(s); m != nil {
		return byOrder(atoi(m[1]), atoi(m[3]), atoi(m[4]), m[2], order, s)
	}
	if m := monthYear.FindStringSubmatch(s); m != nil {
		return enduse.Date{Year: atoi(m[2]), Month: atoi(m[1])}, ""
	}
	if m := yearSpan.FindStringSubmatch(s); m != nil {
		return enduse.Date{Year: atoi(m[1]), Until: &enduse.Date{Year: atoi(m[2])}}, ""
	}
	return inWords(s), ""
}

// byOrder reads two numbers and a year. Where both may be the month and the
// file does not tell, only the year is sure.
func byOrder(a, b, year int, sep string, order dateOrder, text string) (enduse.Date, string) {
	switch {
	case sep == "." && b <= 12 || a > 12 || a == b || order == dayFirst && b <= 12:
		return enduse.Date{Year: year, Month: b, Day: a}, ""
	case b > 12 || order == monthFirst:
		return enduse.Date{Year: year, Month: a, Day: b}, ""
	}
	return enduse.Date{Year: year}, fmt.Sprintf("%s may be %d-%02d-%02d or %d-%02d-%02d: only the year is compared", text, year, b, a, year, a, b)
}

// monthWords begin the names of the months, folded, in the languages of the
// column names.
var monthWords = [12]string{
	"jan,ene,янв", "feb,fev,фев", "mar,mrz,mär,мар", "apr,abr,avr,апр", "may,mai,май,мая", "jun,juin,июн",
	"jul,juil,июл", "aug,ago,aou,авг", "sep,сен", "oct,okt,окт", "nov,ноя", "dec,dic,dez,дек",
}

// inWords reads "31 Dec 1990", "December 31, 1990", "31 de diciembre de 1990",
// "December 1990". It gives nothing where there is more than that.
func inWords(s string) enduse.Date {
	var d enduse.Date
	for _, w := range words(s) {
		n, err := strconv.Atoi(strings.TrimRight(w, "ersndth"))
		switch {
		case connectors[w] || w == "г" || w == "года" || w == "год":
		case err == nil && n > 31 && d.Year == 0 && len(w) == 4:
			d.Year = n
		case err == nil && n > 0 && n <= 31 && d.Day == 0:
			d.Day = n
		case err != nil && d.Month == 0 && monthOf(w) > 0:
			d.Month = monthOf(w)
		default:
			return enduse.Date{}
		}
	}
	if d.Month == 0 {
		return enduse.Date{}
	}
	return d
}

func monthOf(word string) int {
	for i, all := range monthWords {
		for m := range strings.SplitSeq(all, ",") {
			if strings.HasPrefix(word, fold(m)) {
				return i + 1
			}
		}
	}
	return 0
}

func atoi(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
