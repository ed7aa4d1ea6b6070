package uk

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// dayFirst is "01/03/1958" and "29-06-2012"; letters or zeros mean a day
// or a month that is not known: "dd/mm/1958", "dd/03/1958", "00/00/1958".
var dayFirst = regexp.MustCompile(`^([0-9]{1,2}|[dD]{2})[/.-]([0-9]{1,2}|[mM]{2})[/.-]([0-9]{4})$`)

// partial reads a date of birth.
func partial(s string) (enduse.Date, bool) {
	s = strings.TrimSpace(s)
	m := dayFirst.FindStringSubmatch(s)
	if m == nil {
		return list.ParseTreasuryDate(s)
	}
	var d enduse.Date
	d.Year, _ = strconv.Atoi(m[3]) // digits, by the expression
	if month, err := strconv.Atoi(m[2]); err == nil {
		d.Month = month
	}
	if n, err := strconv.Atoi(m[1]); err == nil && d.Month > 0 { // a day without its month says nothing
		d.Day = n
	}
	return d, d.Validate() == nil
}

// day reads a whole date: "25/01/2001", "29-06-2012", "24-Jun-2026",
// "2026-06-24", perhaps with a time after it.
func day(s string) (enduse.Date, bool) {
	s = strings.TrimSpace(s)
	if date, _, ok := strings.Cut(s, "T"); ok && len(date) == len("2026-06-24") {
		s = date
	}
	d, ok := partial(s)
	if !ok {
		d, ok = list.ParseTreasuryDate(strings.ReplaceAll(s, "-", " "))
	}
	return d, ok && d.Precision() == enduse.PrecisionDay && !d.Circa
}
