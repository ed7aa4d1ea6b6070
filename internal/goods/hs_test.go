package goods_test

import (
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
)

func TestParseHS(t *testing.T) {
	for _, tt := range []struct {
		text, want, fault, hint string
	}{
		{text: "854231", want: "854231"},
		{text: "8542.31", want: "854231"},
		{text: "8542 31 90 00", want: "8542319000"},
		{text: "HS: 854231", want: "854231"},
		{text: "HTS 8542.31.0000", want: "8542310000"},
		{text: "ТН ВЭД 8542319000", want: "8542319000"},
		{text: "税号：85423190", want: "85423190"},
		{text: "８５４２３１", want: "854231"},
		{text: " 8542-31/90 ", want: "85423190"},
		{text: "[8542.31]", want: "854231"},
		{text: "854231.0", want: "854231"}, // as a spreadsheet writes a number
		{text: "854231900", want: "854231900"},
		{text: "853400111112", want: "853400111112"},
		{text: "", fault: "no digits", hint: "six digits"},
		{text: "electronics", fault: "no digits", hint: "six digits"},
		{text: "8542", fault: "4 digits are a chapter or a heading", hint: "subheading"},
		{text: "10121", fault: "not 5", hint: "010121"},
		{text: "1012100", fault: "not 7", hint: "01012100"},
		{text: "8542311234567", fault: "at most 12", hint: "one code"},
		{text: "854231, 854232, 854233", fault: "holds 3 codes", hint: "one code"},
		{text: "770000", fault: "no chapter 77", hint: "01 to 97"},
		{text: "001234", fault: "no chapter 00", hint: "01 to 97"},
		{text: "8542x31", fault: "letters among", hint: "8542.31"},
		{text: "8.5423E+05", fault: "rounded", hint: "8542.31"},
		{text: "8542+31", fault: "does not belong", hint: "8542.31"},
		{text: strings.Repeat("8", 65), fault: "longer than", hint: "8542.31"},
	} {
		got, err := goods.ParseHS(tt.text)
		if tt.fault == "" {
			if err != nil || string(got) != tt.want {
				t.Errorf("ParseHS(%q) = %q, %v; want %q", tt.text, got, err, tt.want)
			}
			continue
		}
		if err == nil || !strings.Contains(err.Error(), tt.fault) || !strings.Contains(enduse.HintOf(err), tt.hint) {
			t.Errorf("ParseHS(%q) = %q, error %v, hint %q; want an error with %q and a hint with %q", tt.text, got, err, enduse.HintOf(err), tt.fault, tt.hint)
		}
	}
}

func FuzzParseHS(f *testing.F) {
	for _, s := range []string{"8542.31", "HS: 854231", "８５４２３１", "854231.0", "0", "\xff8542", "ТН ВЭД 8542319000"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		h, err := goods.ParseHS(s)
		if err != nil {
			if enduse.HintOf(err) == "" {
				t.Errorf("%q: an error without a hint: %v", s, err)
			}
			return
		}
		again, err := goods.ParseHS(string(h))
		if err != nil || again != h || len(h.Six()) != 6 || strings.Trim(string(h), "0123456789") != "" {
			t.Errorf("%q -> %q -> %q, %v", s, h, again, err)
		}
	})
}
