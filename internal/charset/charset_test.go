package charset_test

import (
	"fmt"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/enduse/enduse/internal/charset"
)

func TestGuess(t *testing.T) {
	const russian = "Министр заявил, что поставки компонентов прекращены"
	for _, c := range []struct {
		want string
		e    interface{ String(string) (string, error) }
		text string
	}{
		{"windows-1251", charmap.Windows1251.NewEncoder(), russian},
		{"koi8-r", charmap.KOI8R.NewEncoder(), russian},
		{"gb18030", simplifiedchinese.GB18030.NewEncoder(), "外交部发言人表示，中方反对单边制裁。"},
		{"windows-1252", charmap.Windows1252.NewEncoder(), "El ministro señaló que la exportación continuará; añadió más detalles."},
	} {
		b, err := c.e.String(c.text)
		if err != nil {
			t.Fatal(err)
		}
		if got := charset.Guess([]byte(b)); got != c.want {
			t.Errorf("%s is guessed as %s", c.want, got)
		}
		back, err := charset.Decoder(c.want).String(b)
		if err != nil || back != c.text {
			t.Errorf("%s: %q, %v", c.want, back, err)
		}
	}
	if got := charset.Guess([]byte(russian)); got != "utf-8" {
		t.Errorf("UTF-8 is guessed as %s", got)
	}
}

func TestNamed(t *testing.T) {
	for _, name := range append(charset.Names(), "CP1251", " latin1 ", "GBK") {
		if _, ok := charset.Named(name); !ok {
			t.Errorf("%s is not known", name)
		}
	}
	if _, ok := charset.Named("ebcdic"); ok {
		t.Error("ebcdic is known")
	}
}

func ExampleGuess() {
	fmt.Println(charset.Guess([]byte("\xcf\xf0\xe8\xe2\xe5\xf2")))
	// Output: windows-1251
}

func FuzzGuess(f *testing.F) {
	f.Add([]byte("\xcf\xf0"))
	f.Fuzz(func(t *testing.T, b []byte) {
		name := charset.Guess(b)
		if _, ok := charset.Named(name); !ok {
			t.Errorf("%q has no encoding", name)
		}
		if name, n := charset.ByMark(b); n > len(b) || name != "" && name != "utf-8" && name != "utf-16le" && name != "utf-16be" {
			t.Errorf("%q, %d", name, n)
		}
	})
}
