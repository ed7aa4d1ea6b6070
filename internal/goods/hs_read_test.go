package goods

import (
	"strings"
	"testing"

	"github.com/enduse/enduse"
)

func TestReadHS(t *testing.T) {
	for text, want := range map[string]string{
		"854231.0": "854231", "854231.00": "854231", "854231,0": "854231", "8542310045.0": "8542310045", "8.5423100E+09": "8542310000", "8.54231e+9": "8542310000", "8,5423100E+09": "8542310000",
		"8542.31": "854231", "8542 31 00 45": "8542310045", "8542.31.0045": "8542310045", "HTS: 8542.31.0045": "8542310045", "HTS8542310045": "8542310045", "hs:854231": "854231",
		"HTS: 8542.31.0045 / ECCN: 3A991": "8542310045 + eccn: 3A991", "8542.31; 8473.30": "854231 847330", "854231, 847330": "854231 847330", "854231/847330": "854231 847330",
		"854231 847330": "854231 847330", "8542.31 and 8473.30": "854231 847330", "8542.31 8542.31": "854231", "8542.31 Processors": "854231", "ТН ВЭД 8542319000": "8542319000",
		`="854231"`: "854231", "'854231": "854231", "８５４２．３１": "854231", "٨٥٤٢٣١": "854231", "8542-31-90": "85423190", "8542/31": "854231", "Schedule B 8542.31.0000": "8542310000",
		"8.54E+09": "!", "8.5423E+05": "!", "2.0319E+08": "!", "8542.31-8542.39": "!", "8471-8473": "!", "8542.31 to 8542.39": "!", "8542.31, .39": "854231 !", "2031900": "!", "8542": "!", "77": "!", "no code": "!", "85A231": "!",
		"8542.31 Chips 2024": "!", "": "", " ": "", "8542.31; 2031900": "854231 !", "999": "!",
	} {
		codes, others, errs := ReadHS(text)
		var got []string
		for _, c := range codes {
			got = append(got, string(c))
		}
		if len(others) > 0 {
			got = append(got, "+ "+strings.Join(others, " "))
		}
		for _, err := range errs {
			if enduse.HintOf(err) == "" {
				t.Errorf("%q: %v has no hint", text, err)
			}
		}
		if len(errs) > 0 {
			got = append(got, "!")
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%q: %q, want %q (%v)", text, s, want, errs)
		}
	}
}

func FuzzReadHS(f *testing.F) {
	for _, s := range []string{"8542.31", "8.5423100E+09", "HTS: 8542.31.0045 / ECCN: 3A991", "8471-8473", "8542.31, .39", "1-1-1-1-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		codes, _, _ := ReadHS(text)
		for _, c := range codes {
			if len(c) < 6 || len(c) > 12 || strings.Trim(string(c), "0123456789") != "" {
				t.Errorf("%q gives %q", text, c)
			}
			if again, err := ParseHS(string(c)); err != nil || again != c {
				t.Errorf("%q gives %q, which reads as %q (%v)", text, c, again, err)
			}
		}
	})
}
