package enduse

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// Precision is the finest part of a date that its source gave.
type Precision uint8

// The precisions. PrecisionRange is a span between two dates.
const (
	PrecisionNone Precision = iota
	PrecisionYear
	PrecisionMonth
	PrecisionDay
	PrecisionRange
)

// Date is a date with the precision its source gave it: a day, a month, a
// year, or a range, each perhaps "circa". Its text form, in JSON too, is the
// Extended Date/Time Format of ISO 8601-2: "1971", "1971-05", "1971-05-02",
// "1971~" (circa), "1971/1975" (range). The zero Date is no date.
type Date struct {
	Year, Month, Day int // Month and Day are 0 where unknown
	Circa            bool
	// Until is the end of a range, nil otherwise.
	Until *Date
}

// Day returns an exact date.
func Day(year int, month time.Month, day int) Date {
	return Date{Year: year, Month: int(month), Day: day}
}

// DateOf returns the calendar day of t in t's own location.
func DateOf(t time.Time) Date { return Day(t.Year(), t.Month(), t.Day()) }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d.Year == 0 && d.Until == nil }

// Precision returns the finest part that is known.
func (d Date) Precision() Precision {
	switch {
	case d.Until != nil:
		return PrecisionRange
	case d.Year == 0:
		return PrecisionNone
	case d.Month == 0:
		return PrecisionYear
	case d.Day == 0:
		return PrecisionMonth
	}
	return PrecisionDay
}

// First returns the first day that the date may mean.
func (d Date) First() time.Time {
	return time.Date(d.Year, time.Month(max(d.Month, 1)), max(d.Day, 1), 0, 0, 0, 0, time.UTC)
}

// Last returns the last day that the date may mean.
func (d Date) Last() time.Time {
	if d.Until != nil {
		return d.Until.Last()
	}
	switch d.Precision() {
	case PrecisionYear:
		return time.Date(d.Year, 12, 31, 0, 0, 0, 0, time.UTC)
	case PrecisionMonth:
		return time.Date(d.Year, time.Month(d.Month)+1, 0, 0, 0, 0, 0, time.UTC)
	case PrecisionNone, PrecisionDay, PrecisionRange:
	}
	return d.First()
}

// String writes the date in the Extended Date/Time Format; the zero Date is "".
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%04d", d.Year)
	if d.Month > 0 {
		fmt.Fprintf(&b, "-%02d", d.Month)
		if d.Day > 0 {
			fmt.Fprintf(&b, "-%02d", d.Day)
		}
	}
	if d.Circa {
		b.WriteByte('~')
	}
	if d.Until != nil {
		b.WriteByte('/')
		b.WriteString(d.Until.String())
	}
	return b.String()
}

// Validate reports a month, a day or an order of a range that cannot be.
func (d Date) Validate() error {
	switch {
	case d.Year < 1 || d.Year > 9999:
		return fmt.Errorf("year %d is not between 1 and 9999", d.Year)
	case d.Month < 0 || d.Month > 12:
		return fmt.Errorf("month %d is not between 1 and 12", d.Month)
	case d.Day != 0 && d.Month == 0:
		return fmt.Errorf("day %d without a month", d.Day)
	case d.Day < 0 || d.Day > 31 || d.Day > 28 && d.First().Day() != d.Day:
		return fmt.Errorf("%04d-%02d has no day %d", d.Year, d.Month, d.Day)
	}
	if d.Until == nil {
		return nil
	}
	if d.Until.Until != nil {
		return fmt.Errorf("range %s has more than one end", d)
	}
	if err := d.Until.Validate(); err != nil {
		return err
	}
	if d.Until.Last().Before(d.First()) {
		return fmt.Errorf("range %s ends before it begins", d)
	}
	return nil
}

// ParseDate reads the text form of a Date. It does not guess: "01/02/2003" is
// an error, for day and month could be either; formats of publishers are read
// by their importers.
func ParseDate(s string) (Date, error) {
	from, to, isRange := strings.Cut(strings.TrimSpace(s), "/")
	d, err := parsePoint(from)
	if err == nil && isRange {
		var end Date
		end, err = parsePoint(to)
		d.Until = &end
	}
	if err == nil {
		err = d.Validate()
	}
	if err != nil {
		return Date{}, fmt.Errorf("bad date %q: want YYYY, YYYY-MM, YYYY-MM-DD, a range YYYY/YYYY, or a ~ at the end for circa", s)
	}
	return d, nil
}

func parsePoint(s string) (d Date, err error) {
	s, d.Circa = strings.CutSuffix(s, "~")
	parts := strings.Split(s, "-")
	into := []struct {
		field *int
		width int
	}{{&d.Year, 4}, {&d.Month, 2}, {&d.Day, 2}}
	if len(parts) > len(into) {
		return d, strconv.ErrSyntax
	}
	for i, p := range parts {
		if len(p) != into[i].width {
			return d, strconv.ErrSyntax
		}
		n, err := strconv.ParseUint(p, 10, 16)
		if err != nil || n == 0 {
			return d, strconv.ErrSyntax
		}
		*into[i].field = int(n)
	}
	return d, nil
}

// MarshalText implements encoding.TextMarshaler with String.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText implements encoding.TextUnmarshaler with ParseDate; an empty
// text is the zero Date.
func (d *Date) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	*d, err = ParseDate(string(b))
	return err
}
