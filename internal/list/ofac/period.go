package ofac

import (
	"fmt"
	"strings"
	"time"

	"github.com/enduse/enduse"
)

// Period returns the date that a period from one day to another means,
// with the precision it had before OFAC spelt it out: from 1 January to 31
// December is the year, or the years between; whole months are months; else it
// is a day or a range of days. It reports false for days that cannot be.
func Period(from, to enduse.Date, approximate bool) (enduse.Date, bool) {
	if to.IsZero() {
		to = from
	}
	if from.IsZero() || from.Validate() != nil || to.Validate() != nil || to.First().Before(from.First()) {
		return enduse.Date{}, false
	}
	begin, end := from, to
	switch lastOfMonth := to.First().AddDate(0, 0, 1).Day() == 1; {
	case from.Precision() != enduse.PrecisionDay || to.Precision() != enduse.PrecisionDay:
	case from.Month == 1 && from.Day == 1 && to.Month == 12 && to.Day == 31:
		begin, end = enduse.Date{Year: from.Year}, enduse.Date{Year: to.Year}
	case from.Day == 1 && lastOfMonth:
		begin.Day, end.Day = 0, 0
	}
	begin.Circa, end.Circa = approximate, approximate
	if begin == end {
		return begin, true
	}
	begin.Until = &end
	return begin, begin.Validate() == nil
}

// DateText writes a date as the Treasury prints it: "12 Mar 1971", "circa
// 1951", "1955 to 1957".
func DateText(d enduse.Date) string {
	if d.IsZero() {
		return ""
	}
	text := point(d)
	if d.Until != nil {
		text += " to " + point(*d.Until)
	}
	if d.Circa {
		text = "circa " + text
	}
	return text
}

func point(d enduse.Date) string {
	var parts []string
	if d.Day > 0 {
		parts = append(parts, fmt.Sprintf("%02d", d.Day))
	}
	if d.Month > 0 {
		parts = append(parts, time.Month(d.Month).String()[:3])
	}
	return strings.Join(append(parts, fmt.Sprintf("%04d", d.Year)), " ")
}
