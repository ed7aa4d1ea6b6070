package compare

import (
	"time"

	"github.com/enduse/enduse"
)

// BirthDates compares a date of birth with those on a list and returns the best result; it
// returns no evidence if either side is unknown. A date that may be in another calendar, or
// that people write for one they do not know, is compared in every way in which it can be
// meant, and is never a conflict.
func BirthDates(asked enduse.Date, listed []enduse.Date, w BirthDateWeights) (enduse.Evidence, bool) {
	best := enduse.Evidence{}
	found := false
	for _, l := range listed {
		if asked.IsZero() || l.IsZero() {
			continue
		}
		gain, method := compareMeanings(asked, l, w)
		if method == "" {
			continue
		}
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

// meaning is a way in which a date can be meant.
type meaning struct {
	enduse.Date
	how string
}

// compareMeanings compares two dates in every way in which each can be meant. A doubtful
// date that does not agree is no evidence: the method is "".
func compareMeanings(a, b enduse.Date, w BirthDateWeights) (gain float64, method string) {
	as, bs := meanings(a), meanings(b)
	doubtful := len(as) != 1 || len(bs) != 1 || as[0].how != "" || bs[0].how != ""
	for _, x := range as {
		for _, y := range bs {
			g, m := birthDate(x.Date, y.Date, w)
			if doubtful {
				g = min(g, w.Month) // never enough to fix an identity
			}
			if doubtful && g <= 0 || method != "" && g <= gain {
				continue
			}
			gain, method = g, m
			for _, how := range []string{x.how, y.how} {
				if how != "" {
					method += how
				}
			}
		}
	}
	return gain, method
}

// The years of birth of people on present-day lists. A year outside of this range is in
// another calendar, or a mistake.
const (
	firstBirth = 1880
	lastBirth  = 2030
)

// meanings returns the ways in which a date can be meant. Years after 1250 are Persian or
// Islamic, years about 2500 are Buddhist, and future years are a century too late. A day
// that is often written for an unknown one is doubtful.
func meanings(d enduse.Date) (out []meaning) {
	add := func(read enduse.Date, ok bool, how string) {
		if ok {
			read.Circa = read.Circa || d.Circa
			out = append(out, meaning{read, how})
		}
	}
	switch {
	case d.Until != nil && d.Year >= firstBirth && d.Year <= lastBirth:
		return []meaning{{d, ""}}
	case d.Until != nil:
	case d.Year >= 1250 && d.Year < 1500:
		solar, ok := enduse.SolarHijri(d.Year, d.Month, d.Day)
		add(solar, ok, ", read as of the Persian calendar")
		lunar, ok := enduse.Hijri(d.Year, d.Month, d.Day)
		add(widenByDay(lunar), ok, ", read as of the Islamic calendar")
	case d.Year >= 2400 && d.Year <= 2600:
		thai, ok := enduse.Buddhist(d.Year, d.Month, d.Day)
		add(thai, ok, ", read as of the Buddhist calendar")
	case d.Year > lastBirth && d.Year <= lastBirth+100:
		early := d
		early.Year -= 100
		add(early, early.Validate() == nil, ", read as of the century before")
	case isFillerDay(d):
		add(d, true, ", a day that is often written for an unknown one")
	case d.Year >= firstBirth && d.Year <= lastBirth:
		return []meaning{{d, ""}}
	}
	return out
}

// widenByDay extends a day or a span by one day on both sides.
func widenByDay(d enduse.Date) enduse.Date {
	if d.IsZero() {
		return d
	}
	from, to := enduse.DateOf(d.First().AddDate(0, 0, -1)), enduse.DateOf(d.Last().AddDate(0, 0, 1))
	from.Until = &to
	return from
}

// isFillerDay reports whether programs write a day for one that they do not know.
func isFillerDay(d enduse.Date) bool {
	return d.Month == 1 && d.Day == 1 && (d.Year == 1900 || d.Year == 1970)
}

func birthDate(a, b enduse.Date, w BirthDateWeights) (float64, string) {
	exact := a.Precision() == enduse.PrecisionDay && b.Precision() == enduse.PrecisionDay && !a.Circa && !b.Circa
	switch {
	case overlap(a, b):
		return weighOverlap(a, b, w)
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

// weighOverlap weighs two dates that overlap, by the coarser of their precisions.
func weighOverlap(a, b enduse.Date, w BirthDateWeights) (float64, string) {
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

// widen extends a date by some years on both sides.
func widen(d enduse.Date, years int) enduse.Date {
	from, to := d.First().AddDate(-years, 0, 0), d.Last().AddDate(years, 0, 0)
	end := enduse.Day(to.Year(), time.December, 31)
	out := enduse.Day(from.Year(), time.January, 1)
	out.Until = &end
	return out
}
