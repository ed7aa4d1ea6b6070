package list

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
)

var months = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6,
	"jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11, "dec": 12,
}

var (
	dayMonthYear = regexp.MustCompile(`^(?:(\d{1,2}) )?([A-Za-z]{3,9})\.? (\d{4})$`)
	monthDayYear = regexp.MustCompile(`^([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})$`)
	yearSpan     = regexp.MustCompile(`^(\d{4}) ?- ?(\d{4})$`)
)

// ParseTreasuryDate reads a date as the US Treasury and the Consolidated
// Screening List print it: "12 Mar 1971", "Mar 1971", "1971", "1971-03-12",
// each perhaps with "circa" before it, and "1971 to 1975". It reports false
// for anything else, impossible days included.
func ParseTreasuryDate(s string) (enduse.Date, bool) {
	s, circa := cutCirca(strings.TrimSpace(s))
	from, to, isRange := strings.Cut(s, " to ")
	if m := yearSpan.FindStringSubmatch(s); m != nil {
		from, to, isRange = m[1], m[2], true
	}
	d, ok := treasuryPoint(from)
	d.Circa = circa
	if isRange {
		end, endOK := treasuryPoint(to)
		end.Circa = circa
		d.Until, ok = &end, ok && endOK
	}
	if !ok || d.Validate() != nil {
		return enduse.Date{}, false
	}
	return d, true
}

func cutCirca(s string) (string, bool) {
	word, rest, ok := strings.Cut(s, " ")
	if ok {
		switch strings.ToLower(strings.TrimRight(word, ".,")) {
		case "circa", "c", "ca", "approximately", "approx":
			return rest, true
		}
	}
	return s, false
}

func treasuryPoint(s string) (enduse.Date, bool) {
	s, circa := cutCirca(strings.TrimSpace(s))
	if d, err := enduse.ParseDate(s); err == nil && d.Until == nil {
		return d, true
	}
	var day, month, year string
	if m := dayMonthYear.FindStringSubmatch(s); m != nil {
		day, month, year = m[1], m[2], m[3]
	} else if m := monthDayYear.FindStringSubmatch(s); m != nil {
		month, day, year = m[1], m[2], m[3]
	} else {
		return enduse.Date{}, false
	}
	d := enduse.Date{Month: months[strings.ToLower(month[:3])], Circa: circa}
	d.Year, _ = strconv.Atoi(year) // digits only, by the expression
	d.Day, _ = strconv.Atoi(day)   // empty: the day is not given
	return d, d.Month > 0
}
