package compare

import (
	"time"

	"github.com/enduse/enduse"
)

// BirthDates compares a date of birth with those that a list gives, the best
// of which counts. It returns no evidence where either is unknown.
func BirthDates(asked enduse.Date, listed []enduse.Date, w BirthDateWeights) (enduse.Evidence, bool) {
	best := enduse.Evidence{}
	found := false
	for _, l := range listed {
		if asked.IsZero() || l.IsZero() {
			continue
		}
		gain, method := birthDate(asked, l, w)
		if !found || gain > best.Contribution {
			found = true
			best = enduse.Evidence{
				Kind: enduse.EvidenceBirthDate, Query: asked.String(), Listed: l.String(),
				Method: method, Weight: w.Day, Contribution: gain,
			}
		}
	}
	return best, found
}

func birthDate(a, b enduse.Date, w BirthDateWeights) (float64, string) {
	exact := a.Precision() == enduse.PrecisionDay && b.Precision() == enduse.PrecisionDay && !a.Circa && !b.Circa
	switch {
	case overlap(a, b):
		return agreed(a, b, w)
	case exact && a.Year == b.Year && a.Month == b.Day && a.Day == b.Month:
		return w.Swapped, "day and month changed places"
	case a.Until == nil && b.Until == nil && a.Year == b.Year:
		return w.SameYear, "the same year, another day"
	case overlap(widen(a, 1), b), overlap(a, widen(b, 1)):
		return w.Near, "a year apart"
	case a.Circa && overlap(widen(a, 3), b), b.Circa && overlap(a, widen(b, 3)):
		return w.Near, "within three years of a date given as circa"
	}
	return -w.Conflict, "other dates"
}

// agreed weighs two dates that overlap by the coarser of their precisions.
func agreed(a, b enduse.Date, w BirthDateWeights) (float64, string) {
	coarse := min(a.Precision(), b.Precision())
	switch {
	case a.Circa || b.Circa || a.Until != nil || b.Until != nil:
		return w.Year, "within the given span"
	case coarse == enduse.PrecisionDay:
		return w.Day, "the same day"
	case coarse == enduse.PrecisionMonth:
		return w.Month, "the same month"
	}
	return w.Year, "the same year"
}

func overlap(a, b enduse.Date) bool {
	return !a.First().After(b.Last()) && !b.First().After(a.Last())
}

// widen makes a date a span of some years about it.
func widen(d enduse.Date, years int) enduse.Date {
	from, to := d.First().AddDate(-years, 0, 0), d.Last().AddDate(years, 0, 0)
	end := enduse.Day(to.Year(), time.December, 31)
	out := enduse.Day(from.Year(), time.January, 1)
	out.Until = &end
	return out
}
