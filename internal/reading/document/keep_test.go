package document_test

import (
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/reading/document"
)

// zarvotek names the firm of that name wherever it is written.
func zarvotek(text, _ string) (out []document.Named) {
	low := strings.ToLower(strings.ReplaceAll(text, "\n", " "))
	for at := 0; ; {
		i := strings.Index(low[at:], "zarvotek plant")
		if i < 0 {
			return out
		}
		out = append(out, document.Named{Start: at + i, End: at + i + len("zarvotek plant"), Exact: true})
		at += i + 1
	}
}

// TestNamedStays holds that a name is in the text wherever on a page it stands.
func TestNamedStays(t *testing.T) {
	prose := strings.Repeat("<p>The authority said on Monday that its measures are to be reviewed by the member states within twelve months, and that operators must report.</p>\n", 4)
	for what, page := range map[string]string{
		"list at the end": prose + "<ul><li>Another Works</li><li>Zarvotek Plant</li></ul>",
		"headline":        "<h1>Measures against Zarvotek Plant today</h1>" + prose,
		"footer":          prose + "<footer>Zarvotek Plant</footer>",
		"aside":           "<aside>Zarvotek Plant</aside>" + prose,
		"caption":         prose + "<figure><img src=x><figcaption>A hall of Zarvotek Plant</figcaption></figure>" + prose,
		"alt text":        prose + `<img src=x alt="A hall of Zarvotek Plant">` + prose,
		"table":           prose + "<table><tr><td>1</td><td>Zarvotek Plant</td></tr></table>",
		"related":         prose + "<h3>Related</h3><p>Zarvotek Plant is listed</p>",
		"byline":          "<p>Zarvotek Plant</p>" + prose,
		"nav":             "<nav><a>Zarvotek Plant</a></nav>" + prose,
		"cut by br":       prose + "<p>Zarvotek<br>Plant</p>" + prose,
	} {
		d := read(t, "page.html", "<html><body>"+page+"</body></html>")
		if !strings.Contains(d.Text, "Zarvotek Plant") {
			t.Errorf("%s: not in the text", what)
		}
	}
	for what, text := range map[string]string{
		"subject":       "From: a@example.com\nTo: b@example.com\nSubject: Order for Zarvotek Plant\n\nPlease book the freight for it until tomorrow.\n",
		"sender":        "From: \"Zarvotek Plant\" <a@example.com>\nTo: b@example.com\nSubject: Order\n\nPlease book the freight for it until tomorrow.\n",
		"copy":          "From: a@example.com\nTo: b@example.com\nCc: Zarvotek Plant <c@example.com>, d@example.com\nSubject: Order\n\nPlease book the freight for it.\n",
		"cut word":      "The authority said that it was sold to Zarvo-\ntek Plant.\n",
		"first line":    "Zarvotek Plant\n\n" + strings.Repeat("The authority said that its measures are to be reviewed by the states. ", 4),
		"cut in two":    "INVOICE\nBuyer: Zarvotek\nPlant\nTotal: 4\n",
		"only a line":   "Zarvotek Plant bought it last year",
		"last line":     strings.Repeat("The authority said that its measures are to be reviewed by the states. ", 4) + "\n\nZarvotek Plant",
		"only a footer": strings.Repeat("The authority said that its measures are to be reviewed by the states. ", 4) + "\n\nRead more\n\nZarvotek Plant",
	} {
		name := "note.txt"
		if strings.HasPrefix(text, "From:") {
			name = "note.eml"
		}
		if d := read(t, name, text); !strings.Contains(d.Text, "Zarvotek Plant") {
			t.Errorf("%s: not in the text: %q, %q", what, d.Text, d.Boilerplate)
		}
	}
}

func read(t *testing.T, name, text string) document.Document {
	t.Helper()
	all, err := document.Read(t.Context(), name, strings.NewReader(text), document.Options{Named: zarvotek})
	if err != nil || len(all) != 1 {
		t.Fatal(len(all), err)
	}
	return all[0]
}

// TestOtherDays holds which days are not those of publication.
func TestOtherDays(t *testing.T) {
	for text, want := range map[string]string{
		"A man, DOB 11 Mar 1957, was seen.":                         "",
		"A man born on 11 March 1957 in a town was seen.":           "",
		"Date of birth: 1957-03-11":                                 "",
		"Un homme né le 11 mars 1957 a été vu.":                     "",
		"Ein Mann, geboren am 11.03.1957, wurde gesehen.":           "",
		"Дата рождения: 11.03.1957":                                 "",
		"Некто, 11.03.1957 г.р., был там.":                          "",
		"Un hombre nacido el 11 de marzo de 1957 fue visto.":        "",
		"某人，1957年3月11日出生，在场。":                                       "",
		"出生日期：1957年3月11日":                                           "",
		"Passport X123 issued 11 March 1957 was shown.":             "",
		"Паспорт 4500 123456 выдан 11.03.2007":                      "",
		"Under contract No 12 of 11 March 2007 it was sold.":        "",
		"Договор № 12 от 11.03.2007":                                "",
		"Listed on: 11 March 2007":                                  "",
		"A man, DOB 11 Mar 1957, was seen on 4 May 2026 in a town.": "2026-05-04",
		"Press release, 4 May 2026":                                 "2026-05-04",
		"Brussels, 4 May 2026: a notice was made.":                  "2026-05-04",
		"Москва, 04.05.2026. Сообщение.":                            "2026-05-04",
	} {
		got := ""
		all, err := document.Read(t.Context(), "a.txt", strings.NewReader(text), document.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if !all[0].Published.IsZero() {
			got = all[0].Published.String()
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
