package eu

import (
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// day reads "2026-08-05", perhaps with a time after it, and "05/08/2026", the
// day first, as the CSV writes the date of the file.
func day(s string) (enduse.Date, bool) {
	s = strings.TrimSpace(s)
	if p := strings.Split(s, "/"); len(p) == 3 && len(p[2]) == 4 {
		s = p[2] + "-" + p[1] + "-" + p[0]
	}
	if len(s) > len("2026-08-05") {
		s = s[:len("2026-08-05")]
	}
	d, err := enduse.ParseDate(s)
	return d, err == nil && d.Until == nil && !d.Circa
}

// birth reads the date of a birthdate element: the whole, its parts, or the
// years between which it lies. It reports false for an element without a date
// and for one that cannot be read; text then is the content.
func birth(n list.Node) (d enduse.Date, text string, ok bool) {
	text = list.JoinParts(" ", n.Attr("birthdate"), n.Attr("year"), n.Attr("monthOfYear"), n.Attr("dayOfMonth"), n.Attr("yearRangeFrom"), n.Attr("yearRangeTo"))
	if c := strings.ToUpper(n.Attr("calendarType")); text != "" && c != "" && c != "GREGORIAN" {
		return d, c + " " + text, false
	}
	switch {
	case n.Attr("birthdate") != "":
		d, ok = day(n.Attr("birthdate"))
	case number(n.Attr("year")) > 0:
		d, ok = enduse.Date{Year: number(n.Attr("year")), Month: number(n.Attr("monthOfYear"))}, true
		if d.Month > 0 { // a day without its month says nothing
			d.Day = number(n.Attr("dayOfMonth"))
		}
	case number(n.Attr("yearRangeFrom")) > 0 || number(n.Attr("yearRangeTo")) > 0:
		d, ok = span(number(n.Attr("yearRangeFrom")), number(n.Attr("yearRangeTo"))), true
	}
	d.Circa = isTrue(n.Attr("circa"))
	return d, text, ok && d.Validate() == nil
}

// span is the years between two; one of them may be missing.
func span(from, to int) enduse.Date {
	if from == 0 || to == 0 {
		return enduse.Date{Year: max(from, to)}
	}
	return enduse.Date{Year: from, Until: &enduse.Date{Year: to}}
}

// number reads a number of digits, 0 for anything else.
func number(s string) int {
	n, err := strconv.ParseUint(strings.TrimSpace(s), 10, 16)
	if err != nil {
		return 0
	}
	return int(n)
}

func isTrue(s string) bool { return strings.EqualFold(strings.TrimSpace(s), "true") }
