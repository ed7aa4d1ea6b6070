package enduse_test

import (
	"encoding/json"
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/enduse/enduse"
)

func ExampleParseDate() {
	for _, s := range []string{"1971", "1971-05", "1971~", "1971/1975", "01/02/2003"} {
		d, err := enduse.ParseDate(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(d, d.First().Format(time.DateOnly), d.Last().Format(time.DateOnly))
	}
	// Output:
	// 1971 1971-01-01 1971-12-31
	// 1971-05 1971-05-01 1971-05-31
	// 1971~ 1971-01-01 1971-12-31
	// 1971/1975 1971-01-01 1975-12-31
	// bad date "01/02/2003": want YYYY, YYYY-MM, YYYY-MM-DD, a range YYYY/YYYY, or a ~ at the end for circa
}

func TestParseDate(t *testing.T) {
	tests := []struct {
		text      string
		precision enduse.Precision
		last      string
	}{
		{"1971", enduse.PrecisionYear, "1971-12-31"},
		{"1971-02", enduse.PrecisionMonth, "1971-02-28"},
		{"1972-02", enduse.PrecisionMonth, "1972-02-29"},
		{"1972-02-29", enduse.PrecisionDay, "1972-02-29"},
		{"1971-12", enduse.PrecisionMonth, "1971-12-31"},
		{"1971-05-02~", enduse.PrecisionDay, "1971-05-02"},
		{"1971-05/1972", enduse.PrecisionRange, "1972-12-31"},
		{"1971~/1975~", enduse.PrecisionRange, "1975-12-31"},
		{"1971/1971-01-01", enduse.PrecisionRange, "1971-01-01"},
	}
	for _, tt := range tests {
		d, err := enduse.ParseDate(" " + tt.text + " ")
		if err != nil {
			t.Errorf("%s: %v", tt.text, err)
			continue
		}
		if d.String() != tt.text || d.Precision() != tt.precision || d.Last().Format(time.DateOnly) != tt.last {
			t.Errorf("%s: got %s, precision %d, last %s", tt.text, d, d.Precision(), d.Last())
		}
	}
}

func TestParseDateRefuses(t *testing.T) {
	for _, s := range []string{
		"", "0000", "71", "19711", "1971-5", "1971-13", "1971-00", "1971-02-30", "1971-02-29", "1971-05-32",
		"1975/1971", "1971/1972/1973", "1971/", "/1971", "~", "1971~~", "1971-05-02-01", "+971", "١٩٧١",
		"01/02/2003", "31.12.1971", "1 Jan 1971", "1971-05-02T00:00:00Z",
	} {
		if d, err := enduse.ParseDate(s); err == nil || d != (enduse.Date{}) {
			t.Errorf("ParseDate(%q) = %v, %v; want an error", s, d, err)
		}
	}
}

func TestDateInJSON(t *testing.T) {
	party := enduse.Party{Name: "x"}
	b, err := json.Marshal(party)
	if err != nil || string(b) != `{"role":"","name":"x"}` {
		t.Errorf("a party without a birth date: %s, %v", b, err)
	}
	if err := json.Unmarshal([]byte(`{"birth_date":"1971~"}`), &party); err != nil || !party.BirthDate.Circa {
		t.Errorf("got %+v, %v", party.BirthDate, err)
	}
	if err := json.Unmarshal([]byte(`{"birth_date":"soon"}`), &party); err == nil {
		t.Error("a date that is none was read")
	}
}

func TestDateOf(t *testing.T) {
	east := time.FixedZone("east", 10*60*60)
	if got := enduse.DateOf(time.Date(2026, 1, 1, 3, 0, 0, 0, east)).String(); got != "2026-01-01" {
		t.Errorf("got %s: the day is that of the time's own place", got)
	}
}

// point draws a date that is no range.
func point(t *rapid.T) enduse.Date {
	d := enduse.Date{Year: rapid.IntRange(1, 9999).Draw(t, "year"), Circa: rapid.Bool().Draw(t, "circa")}
	if rapid.Bool().Draw(t, "with month") {
		d.Month = rapid.IntRange(1, 12).Draw(t, "month")
		if rapid.Bool().Draw(t, "with day") {
			d.Day = rapid.IntRange(1, d.Last().Day()).Draw(t, "day")
		}
	}
	return d
}

func anyDate(t *rapid.T) enduse.Date {
	d := point(t)
	if rapid.Bool().Draw(t, "range") {
		until := point(t)
		if until.Last().Before(d.First()) {
			d, until = until, d
		}
		d.Until = &until
	}
	return d
}

func TestDateProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate(t)
		if err := d.Validate(); err != nil {
			t.Fatalf("%v is not valid: %v", d, err)
		}
		back, err := enduse.ParseDate(d.String())
		if err != nil || back.String() != d.String() {
			t.Fatalf("%s came back as %s, %v", d, back, err)
		}
		if d.Last().Before(d.First()) {
			t.Fatalf("%s ends %s, before it begins %s", d, d.Last(), d.First())
		}
		if !back.First().Equal(d.First()) || !back.Last().Equal(d.Last()) || back.Precision() != d.Precision() {
			t.Fatalf("%s means other days after its text form", d)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"1971", "1971-05-02", "1971~/1975", "0001-01-01", "9999-12-31", "-1", "1971-02-30"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := enduse.ParseDate(s)
		if err != nil {
			return
		}
		if err := d.Validate(); err != nil {
			t.Errorf("ParseDate(%q) = %v, which is not valid: %v", s, d, err)
		}
		if again, err := enduse.ParseDate(d.String()); err != nil || again.String() != d.String() {
			t.Errorf("%q: %s came back as %s, %v", s, d, again, err)
		}
	})
}
