package enduse_test

import (
	"testing"

	"github.com/enduse/enduse"
)

func TestCalendars(t *testing.T) {
	for _, c := range []struct {
		calendar string
		y, m, d  int
		want     string
	}{
		{"solar", 1335, 12, 20, "1957-03-11"},
		{"solar", 1400, 1, 1, "2021-03-21"},
		{"solar", 1403, 1, 1, "2024-03-20"},
		{"solar", 1399, 12, 30, "2021-03-20"},
		{"solar", 1300, 1, 1, "1921-03-21"},
		{"solar", 1400, 12, 30, ""},
		{"solar", 1400, 13, 1, ""},
		{"solar", 1400, 7, 31, ""},
		{"solar", 1957, 3, 11, ""},
		{"solar", 1400, 0, 1, ""},
		{"solar", 1335, 0, 0, "1956-03-21/1957-03-20"},
		{"solar", 1335, 12, 0, "1957-02-20/1957-03-20"},
		{"lunar", 1400, 1, 1, "1979-11-21"},
		{"lunar", 1445, 1, 1, "2023-07-19"},
		{"lunar", 1389, 12, 30, ""},
		{"lunar", 1445, 9, 31, ""},
		{"buddhist", 2520, 2, 21, "1977-02-21"},
		{"buddhist", 2520, 0, 0, "1977"},
		{"buddhist", 2520, 2, 30, ""},
	} {
		convert := map[string]func(y, m, d int) (enduse.Date, bool){"solar": enduse.SolarHijri, "lunar": enduse.Hijri, "buddhist": enduse.Buddhist}[c.calendar]
		got, ok := convert(c.y, c.m, c.d)
		if !ok && c.want == "" {
			continue
		}
		if got.String() != c.want || !ok {
			t.Errorf("%s %d-%d-%d: %s %v, want %s", c.calendar, c.y, c.m, c.d, got, ok, c.want)
		}
	}
}

// TestCalendarDaysFollow: each day of 200 years has a successor, and none is left out.
func TestCalendarDaysFollow(t *testing.T) {
	for name, convert := range map[string]func(y, m, d int) (enduse.Date, bool){"solar": enduse.SolarHijri, "lunar": enduse.Hijri} {
		before := enduse.Date{}
		for y := 1250; y < 1450; y++ {
			for m := 1; m <= 12; m++ {
				for d := 1; d <= 31; d++ {
					day, ok := convert(y, m, d)
					if !ok {
						continue
					}
					if !before.IsZero() && day.First().Sub(before.First()).Hours() != 24 {
						t.Fatalf("%s %d-%d-%d: %s follows %s", name, y, m, d, day, before)
					}
					before = day
				}
			}
		}
	}
}
