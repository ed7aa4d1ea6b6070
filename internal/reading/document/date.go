package document

import (
	"regexp"
	"strconv"
	"time"

	"github.com/enduse/enduse"
)

var (
	dayISO     = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})`)
	dayChinese = regexp.MustCompile(`(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日`)
	dayMonth   = regexp.MustCompile(`(\d{1,2})(?:st|nd|rd|th|er|º)?\.?\s+(?:de\s+|of\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+|del\s+)?(\d{4})`)
	monthDay   = regexp.MustCompile(`(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,\s*(\d{4})`)
	dayDotted  = regexp.MustCompile(`\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b`)
	daySlashed = regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`)
)

// Days that are not those of the text: what is right in front of them, with little
// between, or right after them.
var (
	bornBefore  = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:d\.?\s?o\.?\s?b|(?:date|day) of birth|birth\s?da(?:te|y)|born|né|née|naissance|geb|geboren\w*|geburts\w*|nacid[oa]s?|nacimiento|nato|nata|рождени\p{L}*|родил\p{L}*|род|出生日期|出生于|生于|出生)[^\p{L}\p{N}][^;!?。\n\d]{0,30}(?:\d[^;!?。\n]{0,18}\d{4}[\s,(/–-]{0,3}(?:or|to|and|ou|et|oder|und|или|и|o|y|alt\.?)?\s?)?$|(?:出生日期|出生于|生于|出生)[^;!?。\n]{0,10}$`)
	bornAfter   = regexp.MustCompile(`(?i)^\s*,?\s*(?:г\.?\s?р\.?|год[а]?\s+рождения|г\.\s*рождения|出生|生(?:[^\p{Han}]|$)|\(?(?:dob|date of birth)\b)`)
	paperBefore = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:passport|pass(?:nummer)?|passeport|pasaporte|reisepass|паспорт\p{L}*|护照|contract|agreement|contrat|contrato|vertrag\w*|договор\p{L}*|контракт\p{L}*|合同)[^\p{L}][^;!?。\n]{0,40}$|(?:护照|合同)[^;!?。\n]{0,20}$`)
	listedOn    = regexp.MustCompile(`(?i)(?:^|[^\p{L}])(?:(?:un |first )?listed(?: on)?|date of (?:listing|designation|issue|expiry|un designation)|(?:listing|designation|issue|expiry|expiration) date|(?:amended|designated|issued|expires?|expiring|expiry|valid until|linked to)(?: on)?|inscrit[es]* le|délivré[e]? le|gelistet am|aufgenommen am|ausgestellt am|gültig bis|expedido el|incluido el|выдан|дата (?:включения|выдачи)|действителен до)\s*[:=]?\s*$`)
)

// isOtherDay reports whether a day in a line is that of a birth, of a passport or a
// contract, or of a listing.
func isOtherDay(text string, from, end int) bool {
	head := text[max(0, cutRune(text, max(0, from-100))):from]
	return bornBefore.MatchString(head) || paperBefore.MatchString(head) || listedOn.MatchString(head) || bornAfter.MatchString(text[end:])
}

// dayIn reads the first day that a line names with its year, unless it is the day of
// something else. Numbers between slashes are read as the language writes them, and not at
// all in English, where the month may be first or second.
func dayIn(text, language string) (enduse.Date, bool) {
	at := func(m []string, y, mo, d int) (enduse.Date, bool) {
		year, _ := strconv.Atoi(m[y])
		day, _ := strconv.Atoi(m[d])
		month, err := strconv.Atoi(m[mo])
		if err != nil {
			month = int(pagePhrases().monthOf(m[mo]))
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
		for _, place := range f.re.FindAllStringSubmatchIndex(text, -1) {
			if isOtherDay(text, place[0], place[1]) {
				continue
			}
			m := make([]string, len(place)/2)
			for k := range m {
				m[k] = text[place[2*k]:place[2*k+1]]
			}
			if d, ok := at(m, f.y, f.m, f.d); ok {
				return d, true
			}
		}
	}
	return enduse.Date{}, false
}
