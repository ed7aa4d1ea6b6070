package australia

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

var (
	// dayFirst is "9/07/1958", the day first as in Australia; the second slash
	// is missing in one cell.
	dayFirst = regexp.MustCompile(`^(\d{1,2})/(\d{1,2})/?(\d{4})$`)
	// monthYear is "05/1971".
	monthYear = regexp.MustCompile(`^(\d{1,2})/(\d{4})$`)
	between   = regexp.MustCompile(`(?i)^between (\d{4}) and (\d{4})$`)
	about     = regexp.MustCompile(`(?i)^(?:approximately|approx\.?|circa|c\.)[:\s]\s*`)
	// twoDays are dates with nothing but a blank between them.
	twoDays = regexp.MustCompile(`(\d{4})\s+(\d{1,2}/)`)
)

// births reads one or several dates, and returns the text that is not a date.
func births(text string) (dates []enduse.Date, rest []string) {
	text = twoDays.ReplaceAllString(strings.ReplaceAll(text, "\n", ","), "$1, $2")
	for piece := range strings.SplitSeq(text, ",") {
		piece = list.OneLine(piece)
		if d, ok := date(piece); ok {
			dates = append(dates, d)
		} else if piece != "" {
			rest = append(rest, piece)
		}
	}
	return dates, rest
}

// date reads one date in any of the forms of the list.
func date(text string) (enduse.Date, bool) {
	circa := about.MatchString(text)
	text = about.ReplaceAllString(text, "")
	var d enduse.Date
	ok := true
	if m := dayFirst.FindStringSubmatch(text); m != nil {
		d.Day, d.Month, d.Year = number(m[1]), number(m[2]), number(m[3])
	} else if m := monthYear.FindStringSubmatch(text); m != nil {
		d.Month, d.Year = number(m[1]), number(m[2])
	} else if m := between.FindStringSubmatch(text); m != nil {
		d.Year, d.Until = number(m[1]), &enduse.Date{Year: number(m[2]), Circa: circa}
	} else {
		d, ok = list.ParseTreasuryDate(text)
	}
	d.Circa = d.Circa || circa
	return d, ok && d.Validate() == nil
}

// number reads digits that an expression has found.
func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
