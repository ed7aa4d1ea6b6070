package compare

import (
	"time"

	"github.com/enduse/enduse"
)

// BirthDates compares a date of birth with those that a list gives, the best
// of which counts. It returns no evidence where either is unknown. A date that may be
// of another calendar, or that people write for one they do not know, is compared in
// every way in which it can be meant, and never speaks against.
func BirthDates(asked enduse.Date, listed []enduse.Date, w BirthDateWeights) (enduse.Evidence, bool) {
	best := enduse.Evidence{}
	found := false
	for _, l := range listed {
		if asked.IsZero() || l.IsZero() {
			continue
		}
		gain, method := meant(asked, l, w)
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

// meant compares two dates in every way in which each can be meant. Without an
// agreement a doubtful date says nothing: the method is "".
func meant(a, b enduse.Date, w BirthDateWeights) (gain float64, method string) {
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

// The years of birth of those whom lists name today. What lies outside of them is of
// another calendar, or mistaken.
const (
	firstBirth = 1880
	lastBirth  = 2030
)

// meanings are the ways in which a date can be meant: years from 1250 on are Persian
// or Islamic, those about 2500 Buddhist, those to come a century early. A day that
// stands for an unknown one is doubtful.
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
		add(about(lunar), ok, ", read as of the Islamic calendar")
	case d.Year >= 2400 && d.Year <= 2600:
		thai, ok := enduse.Buddhist(d.Year, d.Month, d.Day)
		add(thai, ok, ", read as of the Buddhist calendar")
	case d.Year > lastBirth && d.Year <= lastBirth+100:
		early := d
		early.Year -= 100
		add(early, early.Validate() == nil, ", read as of the century before")
	case unknownDay(d):
		add(d, true, ", a day that often stands for an unknown one")
	case d.Year >= firstBirth && d.Year <= lastBirth:
		return []meaning{{d, ""}}
	}
	return out
}

// about is a day or a span, one day earlier and later.
func about(d enduse.Date) enduse.Date {
	if d.IsZero() {
		return d
	}
	from, to := enduse.DateOf(d.First().AddDate(0, 0, -1)), enduse.DateOf(d.Last().AddDate(0, 0, 1))
	from.Until = &to
	return from
}

// unknownDay reports days that programs write where they know none.
func unknownDay(d enduse.Date) bool {
	return d.Month == 1 && d.Day == 1 && (d.Year == 1900 || d.Year == 1970)
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
