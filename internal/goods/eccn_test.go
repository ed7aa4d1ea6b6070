package goods_test

import (
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
)

func TestParseControlNumber(t *testing.T) {
	for _, tt := range []struct{ text, want, base, regime, fault string }{
		{text: "3A001", want: "3A001", base: "3A001", regime: "wassenaar"},
		{text: "9A104", want: "9A104", base: "9A104", regime: "mtcr"},
		{text: "9a 104", want: "9A104", base: "9A104", regime: "mtcr"},
		{text: "ECCN: 5a992.c", want: "5A992.c", base: "5A992", regime: "unilateral"},
		{text: "3A001.b.2.a", want: "3A001.b.2.a", base: "3A001", regime: "wassenaar"},
		{text: "US ECCN 3A101", want: "3A101", base: "3A101", regime: "mtcr"},
		{text: "1C216", want: "1C216", base: "1C216", regime: "nsg"},
		{text: "1C350", want: "1C350", base: "1C350", regime: "australia"},
		{text: "1C450", want: "1C450", base: "1C450", regime: "cwc"},
		{text: "9A515", want: "9A515", base: "9A515", regime: "us-500"},
		{text: "9A610", want: "9A610", base: "9A610", regime: "us-600"},
		{text: "0A099", want: "0A099", base: "0A099", regime: "wassenaar"},
		{text: "0A101", want: "0A101", base: "0A101", regime: "mtcr"},
		{text: "0A199", want: "0A199", base: "0A199", regime: "mtcr"},
		{text: "0A201", want: "0A201", base: "0A201", regime: "nsg"},
		{text: "0A100", want: "0A100", base: "0A100"},
		{text: "EAR99", want: "EAR99", base: "EAR99"},
		{text: "ear 99", want: "EAR99", base: "EAR99"},
		{text: "3F001", fault: "not a control number"},
		{text: "3A01", fault: "not a control number"},
		{text: "", fault: "not a control number"},
		{text: "ML11.a", fault: "munitions list"},
		{text: "XI(c)", fault: "munitions list"},
		{text: strings.Repeat("3A001.", 20), fault: "longer than"},
	} {
		n, err := goods.ParseControlNumber(tt.text)
		if tt.fault != "" {
			if err == nil || !strings.Contains(err.Error(), tt.fault) || enduse.HintOf(err) == "" {
				t.Errorf("ParseControlNumber(%q) = %v, %v, want an error with %q and a hint", tt.text, n, err, tt.fault)
			}
			continue
		}
		r, _ := n.Regime()
		if err != nil || n.String() != tt.want || n.Base() != tt.base || r.ID != tt.regime {
			t.Errorf("ParseControlNumber(%q) = %s, base %s, regime %q, %v; want %s, %s, %q", tt.text, n, n.Base(), r.ID, err, tt.want, tt.base, tt.regime)
		}
	}
}

func FuzzParseControlNumber(f *testing.F) {
	for _, s := range []string{"3A001", "eccn: 5a992.c", "EAR99", "ML11", "9A104-b 2", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, err := goods.ParseControlNumber(s)
		if err != nil {
			if enduse.HintOf(err) == "" {
				t.Errorf("%q: an error without a hint: %v", s, err)
			}
			return
		}
		if again, err := goods.ParseControlNumber(n.String()); err != nil || again != n {
			t.Errorf("%q -> %v -> %v, %v", s, n, again, err)
		}
	})
}
