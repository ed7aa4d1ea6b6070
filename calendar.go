package enduse

import "time"

// SolarHijri is the Gregorian day of a day of the Persian calendar, which Iran and
// Afghanistan use: 1335-12-20 is 1957-03-11. Month or day may be 0, for the whole
// year or month. It is false for a day that the calendar has not, and for years
// outside of 1244 to 1472, in which the rule of 33 years gives its leap years.
func SolarHijri(year, month, day int) (Date, bool) {
	if year < 1244 || year > 1472 {
		return Date{}, false
	}
	return span(year, month, day, solarDay, solarLength)
}

// Hijri is the Gregorian day of a day of the Islamic lunar calendar by its tables
// (civil epoch, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29 of 30). The day
// that was in use where a document was written may be one earlier or later. Month or
// day may be 0, for the whole year or month. It is false for a day that the calendar
// has not.
func Hijri(year, month, day int) (Date, bool) {
	if year < 1 || year > 9000 {
		return Date{}, false
	}
	return span(year, month, day, lunarDay, lunarLength)
}

// Buddhist is the Gregorian date of one of the Thai solar calendar, whose months are
// the same: 2520 is 1977.
func Buddhist(year, month, day int) (Date, bool) {
	d := Date{Year: year - 543, Month: month, Day: day}
	return d, d.Validate() == nil
}

// span is a day of another calendar, or the days of a month or a year of it.
func span(year, month, day int, dayOf func(y, m, d int) int, length func(y, m int) int) (Date, bool) {
	switch {
	case month < 0 || month > 12 || day < 0 || month == 0 && day > 0 || month > 0 && day > length(year, month):
		return Date{}, false
	case day > 0:
		return julian(dayOf(year, month, day)), true
	}
	first, last := max(month, 1), month
	if month == 0 {
		last = 12
	}
	d, end := julian(dayOf(year, first, 1)), julian(dayOf(year, last, length(year, last)))
	d.Until = &end
	return d, true
}

// solarDay is the Julian day number of a day of the Persian calendar.
func solarDay(y, m, d int) int {
	days := 31 * (m - 1)
	if m > 7 {
		days = 30*(m-1) + 6
	}
	return 1948319 + 365*(y-1) + (8*y+21)/33 + days + d
}

func solarLength(y, m int) int {
	switch {
	case m <= 6:
		return 31
	case m <= 11 || (25*y+11)%33 < 8:
		return 30
	}
	return 29
}

// lunarDay is the Julian day number of a day of the Islamic calendar.
func lunarDay(y, m, d int) int {
	return (11*y+3)/30 + 354*y + 30*m - (m-1)/2 + d + 1948440 - 385
}

func lunarLength(y, m int) int {
	if m%2 == 1 || m == 12 && (11*y+14)%30 < 11 {
		return 30
	}
	return 29
}

// julian is the Gregorian day of a Julian day number.
func julian(number int) Date {
	const unixEpoch = 2440588
	return DateOf(time.Unix(int64(number-unixEpoch)*24*60*60, 0).UTC())
}
