package enduse_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/enduse/enduse"
)

func ExampleDecimalMark_Parse() {
	mark := enduse.MarkUnknown
	for _, text := range []string{"1.234", "980,50"} { // the amounts of a file
		mark = mark.With(text)
	}
	fmt.Println(mark.Parse("1.234").Rat(), enduse.NewAmount("1.234").Rat())
	// Output: 1234/1 617/500
}

func TestAmountIsRead(t *testing.T) {
	for text, want := range map[string]float64{
		"": 0, "1234.5": 1234.5, "1,234.50": 1234.5, "1 234": 1234, "-3": -3, "+3": 3, ".5": 0.5, "5.": 5, "0": 0, "-0": 0,
		"1.234,50": 1234.5, "1 234,50": 1234.5, "1,5": 1.5, "12,34": 12.34, "1.234.567": 1234567, "1,234,567": 1234567, "1,234": 1234, "1.234": 1.234, "0,125": 0.125,
		"-1.234,50": -1234.5, "1'234.50": 1234.5, "1’234.50": 1234.5, "1.234.567,89": 1234567.89, "1,234,567.89": 1234567.89, "EUR 1.234,50": 1234.5, "1 234,50 €": 1234.5, "$1,234.50": 1234.5, "1234.50 USD": 1234.5,
		"٣": 3, "１２３．５": 123.5, "𝟗": 9, "۱۲": 12, "−7": -7, "1.5E+3": 1500, "1e-2": 0.01, "1234,567": 1234.567, "1000000000000000000": 1e18,
	} {
		if a := enduse.NewAmount(text); a.Float64() != want || a.Known() != (text != "") || a.Unread() != "" || a.String() != text {
			t.Errorf("%q is read as %v: %s", text, a.Float64(), a.Unread())
		}
	}
	for _, text := range []string{"NaN", "inf", "1e400", "1e19", "x", "12,34,567", "1.23,4.5", "1,234.56,7", ",", ".", "1.2.3", "about 5", ",5", "0x10", "1_000", "3/4", "-", "1e9999999999"} {
		if a := enduse.NewAmount(text); a.Known() || a.Unread() == "" || a.Float64() != 0 || a.Rat() != nil {
			t.Errorf("%q is read as %v", text, a.Float64())
		}
	}
}

// TestAmountIsExact: no value is rounded.
func TestAmountIsExact(t *testing.T) {
	if got := enduse.NewAmount("999999999999999999.01").Rat().FloatString(2); got != "999999999999999999.01" {
		t.Error(got)
	}
}

// TestDecimalMark: amounts of a file settle what one of them leaves open.
func TestDecimalMark(t *testing.T) {
	for _, c := range []struct {
		file []string
		mark enduse.DecimalMark
		want string // of 1,234 and 1.234
	}{
		{nil, enduse.MarkUnknown, "1234 1.234"},
		{[]string{"1,234", "1.234", "7", "x"}, enduse.MarkUnknown, "1234 1.234"},
		{[]string{"12.5"}, enduse.MarkPoint, "1234 1.234"},
		{[]string{"1,234,567"}, enduse.MarkPoint, "1234 1.234"},
		{[]string{"12,5", "1.000"}, enduse.MarkComma, "1.234 1234"},
		{[]string{"1.234.567"}, enduse.MarkComma, "1.234 1234"},
		{[]string{"1.234,50", "1,234.50"}, enduse.MarkMixed, "? ?"},
		{[]string{"1.234,50", "1,234.50", "0,5"}, enduse.MarkMixed, "? ?"},
	} {
		var m enduse.DecimalMark
		for _, text := range c.file {
			m = m.With(text)
		}
		value := func(text string) string {
			a := m.Parse(text)
			if !a.Known() {
				return "?"
			}
			return fmt.Sprint(a.Float64())
		}
		if got := value("1,234") + " " + value("1.234"); m != c.mark || got != c.want {
			t.Errorf("%q: mark %d, read %s; want %d, %s", c.file, m, got, c.mark, c.want)
		}
	}
	if got := enduse.MarkMixed.Parse("1,234").Unread(); got != `"1,234" may be 1234 or 1.234` {
		t.Error(got)
	}
}

// TestAmountInJSON: an amount is its text, and one that is not given is left out.
func TestAmountInJSON(t *testing.T) {
	want := `{"line":1,"quantity":"about 5","value":"1.234,50"}`
	var it enduse.Item
	if err := json.Unmarshal([]byte(want), &it); err != nil {
		t.Fatal(err)
	}
	got, err := json.Marshal(it)
	if err != nil || string(got) != want || it.Value.Float64() != 1234.5 || it.Quantity.Known() {
		t.Errorf("%s, %v", got, err)
	}
}

// TestDecimal: a value has one way of being written.
func TestDecimal(t *testing.T) {
	for text, want := range map[string]string{
		"007.50": "7.5", "-0.0": "0", "+12": "12", "1.5E+3": "1500", "1.25e1": "12.5", "25e-4": "0.0025", "-.5": "-0.5", "5.": "5", "1000000000000000000.00": "1000000000000000000",
		"1000000000000000000.01": "", "1e18": "1000000000000000000", "9999999999999999999": "", "0e99": "0", "1e-99": "0." + strings.Repeat("0", 98) + "1",
	} {
		if got := enduse.NewAmount(text).Decimal(); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
}

func FuzzAmount(f *testing.F) {
	for _, text := range []string{"1.234,50", "EUR 5", "-1e-9", "٣٫٥", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for m := enduse.MarkUnknown; m <= enduse.MarkMixed; m++ {
			a := m.Parse(text)
			if a.Known() && enduse.MarkPoint.Parse(a.Decimal()).Decimal() != a.Decimal() {
				t.Errorf("%q is %s, which is read as something else", text, a.Decimal())
			}
			if a.Known() == (a.Rat() == nil) || a.String() != text || a.Known() && a.Unread() != "" || !a.Known() && text != "" && a.Unread() == "" {
				t.Errorf("%q: %+v", text, a)
			}
		}
	})
}
