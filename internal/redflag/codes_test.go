package redflag

import (
	"strings"
	"testing"

	"github.com/enduse/enduse"
)

// TestOneReader holds that rules see the codes that the lists of goods see.
func TestOneReader(t *testing.T) {
	for text, want := range map[string]string{
		"854231.0": "854231", "8.5423100E+09": "8542310000", "HTS: 8542.31.0045 / ECCN: 3A991": "8542310045", "8542.31; 8473.30": "854231; 847330", "2031900": "", "8471-8473": "", "": "",
	} {
		if got := itemOf(enduse.Item{HS: text}).HS; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := strings.Join(chapters("8542.31, 7318.15"), " "); got != "85 73" {
		t.Errorf("chapters %q", got)
	}
	if !SameGoods("8.54231E+09", "", enduse.Item{HS: "HS 8473.30; 8542.31"}) || SameGoods("847330", "", enduse.Item{HS: "854231.0"}) {
		t.Error("the same goods are told by the first six digits of one of the codes")
	}
}
