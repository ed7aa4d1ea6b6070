package number

import (
	"regexp"
	"strconv"
	"strings"
)

var (
	grouped    = regexp.MustCompile(`^\d{1,3}(?:,\d{3}){2,}(?:\.0+)?$|^\d{1,3}(?:\.\d{3}){2,}(?:,0+)?$|^\d{1,3}(?: \d{3}){2,}(?:[.,]0+)?$|^\d{1,3}(?:['’]\d{3}){2,}(?:[.,]0+)?$`)
	decimals   = regexp.MustCompile(`^(\d{4,})[.,]0+$`)
	scientific = regexp.MustCompile(`^(\d)(?:[.,](\d+))?[Ee](\+?)(\d{1,2})$`)
)

// figure undoes what programs do to a number that they take for a quantity: 9,187,629,
// 9187629.0, 9.187629E+06. It also reports whether digits were lost.
func figure(s string) (plain, how string, lost bool) {
	if grouped.MatchString(s) {
		if m := strings.LastIndexAny(s, ".,"); m >= 0 && strings.Trim(s[m+1:], "0") == "" && strings.ContainsAny(s[:m], " ,.'’") && strings.Count(s, s[m:m+1]) == 1 {
			s = s[:m]
		}
		return compact(s), "thousands separators left out", false
	}
	if m := decimals.FindStringSubmatch(s); m != nil {
		return m[1], "decimals left out", false
	}
	m := scientific.FindStringSubmatch(s)
	if m == nil || m[2] == "" && m[3] == "" {
		return s, "", false
	}
	exponent, err := strconv.Atoi(m[4])
	if err != nil || exponent > 40 || exponent < len(strings.TrimRight(m[2], "0")) {
		return s, "", false
	}
	if len(m[2]) < exponent {
		return s, "", true
	}
	return m[1] + m[2][:exponent], "written out from the exponent", false
}

// rounded reports whether a spreadsheet kept only fifteen digits of a longer number.
func rounded(s string) bool {
	return len(s) >= 18 && strings.Trim(s, "0123456789") == "" && strings.Trim(s[15:], "0") == ""
}
