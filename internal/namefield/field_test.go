package namefield

import (
	"slices"
	"testing"

	"github.com/enduse/enduse/internal/name"
)

func texts(f Field, grade Grade) (out []string) {
	for _, r := range f.Readings {
		if r.Grade <= grade {
			out = append(out, r.Text)
		}
	}
	return out
}

// TestReadings holds for each way of writing a name that the name is among the
// readings, at least as sure as said.
func TestReadings(t *testing.T) {
	for _, tt := range []struct {
		field, name string
		grade       Grade
	}{
		{"Example Optics", "Example Optics", Whole},
		{"&#69;xample &amp;amp; Sons", "Example & Sons", Repaired},
		{"<b>Example</b> <b>Optics</b>", "Example Optics", Repaired},
		{"Zorbat Ltd<br/>Example Optics", "Example Optics", Repaired},
		{"Example%20Optics", "Example Optics", Repaired},
		{"%45%78%61mple+Optics", "Example Optics", Repaired},
		{`\u0045xample Optics`, "Example Optics", Repaired},
		{`Zorbat Ltd\nExample Optics`, "Example Optics", Repaired},
		{"=?UTF-8?B?0J/RgNC40LzQtdGA?=", "Пример", Repaired},
		{"ÐŸÑ€Ð¸Ð¼ÐµÑ€", "Пример", Repaired},
		{"РџСЂРёРјРµСЂ", "Пример", Repaired},
		{"Ïðèìåð Îïòèêà", "Пример Оптика", Repaired},
		{"оПХЛЕП", "Пример", Guess},
		{"\u202escitpO elpmaxE", "Example Optics", Repaired},
		{"ᴇxᴀᴍᴘʟᴇ ᴏᴘᴛɪᴄꜱ", "example optics", Repaired},
		{"E x a m p l e  O p t i c s", "Example Optics", Repaired},
		{"E-x-a-m-p-l-e O-p-t-i-c-s", "ExampleOptics", Repaired},
		{"Ghbvth", "пример", Guess},
		{"Учфьзду", "example", Guess},
		{"scitpO elpmaxE", "Example Optics", Guess},
		{"EExxaammppllee", "example", Guess},
		{"Ex4mpl3 0pt1cs", "Exampleooptics", Guess + 1},
		{"Zorbat Ltd c/o Example Optics", "Example Optics", Part},
		{"Zorbat Ltd on behalf of Example Optics", "Example Optics", Part},
		{"TO THE ORDER OF EXAMPLE OPTICS", "EXAMPLE OPTICS", Part},
		{"Zorbat Ltd A/C Example Optics", "Example Optics", Part},
		{"Zorbat Ltd (formerly Example Optics)", "Example Optics", Part},
		{"Zorbat Ltd i.V. Example Optics", "Example Optics", Part},
		{"Zorbat Ltd & Example Optics", "Example Optics", Part},
		{"Zorbat Ltd FBO Example Optics", "Example Optics", Part},
		{"Zorbat Ltd as nominee of Example Optics", "Example Optics", Part},
		{"Zorbat Kft. megbízásából Example Optics", "Example Optics", Part},
		{"Zorbat Ltd atas nama Example Optics", "Example Optics", Part},
		{"Zorbat Ltd thay mặt Example Optics", "Example Optics", Part},
		{"Zorbat Ltd για λογαριασμό Example Optics", "Example Optics", Part},
		{"ООО Зорбат в пользу Пример Оптика", "Пример Оптика", Part},
		{"Zorbat GmbH zugunsten von Example Optics", "Example Optics", Part},
		{"Zorbat Global LLC, EXAMPLEX", "EXAMPLEX", Guess},
		{"www.example-optics.com", "example optics", Part},
		{"Gennad´ewna Exampl´", "Gennadewna Exampl", Repaired},
		{"Abi Example", "Abu Example", Guess},
		{"hsie fu-chie", "xie fujie", Guess},
		{"Zorbat Ltd; Example Optics", "Example Optics", Part},
		{"Zorbat Ltd | Example Optics", "Example Optics", Part},
		{"Zorbat Ltd → Example Optics", "Example Optics", Part},
		{"Zorbat Ltd / Example Optics", "Example Optics", Part},
		{"Zorbat Ltd/Example Optics", "Example Optics", Part},
		{"Zorbat Ltd - Example Optics", "Example Optics", Part},
		{"Zorbat Ltd, Example Optics", "Example Optics", Guess},
		{"Зорбат и Пример Оптика", "Пример Оптика", Part},
		{"佐巴特公司代示例光学", "示例光学", Part},
		{"1/EXAMPLE OPTICS", "EXAMPLE OPTICS", Part},
		{"DE89370400440532013000 Example Optics", "Example Optics", Part},
		{"Example Optics (HK)", "Example Optics", Part},
		{"Example Optics, Zorbatville", "Example Optics", Guess},
		{"P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "ANNA MARIA ERIKSSON", Repaired},
		{"anna.eriksson@example-optics.com", "anna eriksson", Part},
		{"anna.eriksson@example-optics.com", "example optics", Part},
		{"https://www.exampleoptics.com/en", "exampleoptics", Guess},
		{"Mao Tse-tung", "mao zedong", Guess},
		{"Hsi Chung", "xi zhong", Guess},
	} {
		f := Read(tt.field)
		if got := texts(f, tt.grade); tt.grade <= Guess && !slices.Contains(got, tt.name) {
			t.Errorf("%q: %q is not among %q", tt.field, tt.name, got)
		}
	}
}

// TestPlain holds that a plain name is read as itself alone.
func TestPlain(t *testing.T) {
	for _, text := range []string{"Example Optics", "EXAMPLE, Anna Maria", "Jean-Luc Example", "O'Example Ltd.", "Anna M. Example", "Example"} {
		if f := Read(text); !f.Plain || len(texts(f, Part)) != 1 || len(f.Gaps) > 0 || f.Long {
			t.Errorf("%q: %+v", text, f)
		}
	}
}

func TestGaps(t *testing.T) {
	for text, gap := range map[string]bool{
		"#REF!": true, "ACME #VALUE!": true, "#ИМЯ?": true, "#BEZUG!": true, "LLC": true, "Joint Stock Company": true, "Общество с ограниченной ответственностью": true, "Limited Liability Company": true, "Mr": true, "GmbH & Co KG": true, "same as consignee": true,
		"to order": true, "TO THE ORDER": true, "undefined": true, "nan": true, "12345": true, "P?trov Ivan": true, "???? Ltd": true, "Usama bin L\ufffdd\ufffdn": true,
		"Mhmmd Lksndr Ptrv": true, "xmplptcs": true,
		"Example Optics": false, "What's Next?": false, "HSBC": false, "BTG": false, "Nan Example": false, "Various Artists GmbH": false, "Order Example Ltd": false,
	} {
		n := name.Analyse(text)
		if f := Read(text); (len(f.Gaps) > 0 || Nameless(&n) != "") != gap {
			t.Errorf("%q: %q %q", text, f.Gaps, Nameless(&n))
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"Example &amp; Optics c/o Zorbat", "ÐŸÑ€Ð¸Ð¼ÐµÑ€", "P<UTOERIKSSON<<ANNA", "a@b.com/x", "\u202eabc\u202c", "%41\\u0041", "M a h a n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got := Read(text)
		if len(got.Readings) == 0 && text != "" || len(got.Readings) > maxReadings+maxGuesses {
			t.Fatalf("%d readings", len(got.Readings))
		}
	})
}
