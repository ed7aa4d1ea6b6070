package document

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/testkit"
)

func readOne(t *testing.T, name, content string) Document {
	t.Helper()
	all, err := Read(t.Context(), name, strings.NewReader(content), Options{})
	if err != nil || len(all) != 1 {
		t.Fatalf("%s: %d documents, %v", name, len(all), err)
	}
	faithful(t, &all[0])
	return all[0]
}

// faithful holds that what was not repaired stands as it was extracted.
func faithful(t testing.TB, d *Document) {
	t.Helper()
	edited := make([]bool, len(d.Text)+1)
	for _, e := range d.Edits {
		for i := e.From; i < e.To; i++ {
			edited[i] = true
		}
	}
	last := 0
	for i := range len(d.Text) {
		o := d.Original(i)
		if o < last || o > len(d.Extracted) {
			t.Fatalf("byte %d is at %d, the one before at %d", i, o, last)
		}
		last = o
		between := d.Text[i] == '\n'
		if !edited[i] && !between && (o == len(d.Extracted) || d.Extracted[o] != d.Text[i]) {
			t.Fatalf("byte %d, %q, is not at %d", i, d.Text[max(i-10, 0):i+1], o)
		}
	}
}

func TestSample(t *testing.T) {
	path := testkit.Data(t, "text/news_article.txt")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := readOne(t, "news_article.txt", string(data))
	if want := "Blinken asks China to “not help” Russia with the supply of defense components"; d.Title != want {
		t.Errorf("title %q", d.Title)
	}
	if d.Source != "Gestion" || d.Language != "en" {
		t.Errorf("source %q, language %q", d.Source, d.Language)
	}
	for _, not := range []string{"news agency", "You may also like", "Hot News", "follow us", "Immediate Access", "Source:", "Blinkenasked", "Ukraineand", "Yiand", "Chinaand", "weeks.due", "Blinken asks China"} {
		if strings.Contains(d.Text, not) {
			t.Errorf("the text holds %q", not)
		}
	}
	for _, want := range []string{
		"Anthony Blinken asked Beijing", "Wang Yi and with", "including Ukraine and attention",
		"“I have made it clear in the meetings", "other types of Defense technology”, said Blinken", "“due to the security risks involved” and that", "exchanges “to improve understanding”",
	} {
		if !strings.Contains(d.Text, want) {
			t.Errorf("the text has no %q", want)
		}
	}
	if want := []string{"news agency", "Source: Gestion", "You may also like", "Hot News", "follow us", "Immediate Access Pro"}; !slices.Equal(d.Boilerplate, want) {
		t.Errorf("boilerplate %q", d.Boilerplate)
	}
	if t.Failed() {
		t.Log(d.Text)
	}
}

const htmlPage = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Ministry denies exports | Example Daily</title>
<meta property="og:site_name" content="Example Daily"><meta property="article:published_time" content="2025-03-04T10:00:00Z">
<script>var a = "never text";</script></head><body>
<nav><a href="/">Home</a> <a href="/w">World</a></nav><header><div class="logo">Example Daily</div></header>
<article><h1>Ministry denies exports</h1><p class="byline">By a reporter</p>
<p>The ministry of Ruritania denied on Tuesday that it had exported machine tools to a third country, and said that every licence had been checked twice by its officials.</p>
<p>“We keep to the rules”, a spokeswoman said. She added that the authorities of two neighbouring countries had been told about the results of the review in February.</p>
<p>The trade in machine tools has fallen by a third since the rules were changed, according to figures that the customs service published in its yearly report.</p></article>
<aside><h3>You may also like</h3><ul><li>Rates stay on hold</li><li>Storm hits the coast</li></ul></aside>
<footer>© Example Daily. All rights reserved.</footer></body></html>`

const mailPage = "From: Example Desk <desk@example.org>\r\nTo: list@example.org\r\nSubject: =?utf-8?q?Exportaci=C3=B3n_detenida?=\r\nDate: Tue, 04 Mar 2025 09:00:00 +0000\r\nMIME-Version: 1.0\r\n" +
	"Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
	"El ministro se=F1al=F3 que la exportaci=F3n de los componentes fue detenida por la aduana en la frontera.\r\n\r\nS=EDguenos en las redes\r\n--b--\r\n"

const feedPage = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Example Wire</title>
<item><title>First</title><pubDate>Tue, 04 Mar 2025 09:00:00 +0000</pubDate><description>&lt;p&gt;The envoy said that talks will begin in May, and that both sides had agreed.&lt;/p&gt;</description></item>
<item><title>Second</title><description>The company denied that it had sold the parts to anyone abroad.</description></item></channel></rss>`

func docx(t testing.TB, body string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, content := range map[string]string{
		"[Content_Types].xml": `<Types/>`,
		"docProps/core.xml":   `<cp:coreProperties xmlns:cp="a" xmlns:dcterms="b"><dcterms:created>2025-03-04T00:00:00Z</dcterms:created></cp:coreProperties>`,
		"word/document.xml":   `<w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`,
	} {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, content); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// simplePDF sets lines in Helvetica.
func simplePDF(lines ...string) string {
	var content strings.Builder
	content.WriteString("BT /F1 12 Tf 72 720 Td 14 TL\n")
	for _, l := range lines {
		fmt.Fprintf(&content, "(%s) Tj T*\n", l)
	}
	content.WriteString("ET")
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", content.Len(), content.String()),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
	}
	var b strings.Builder
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, a := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", a)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.String()
}

func TestHTML(t *testing.T) {
	d := readOne(t, "page.html", htmlPage)
	if d.Title != "Ministry denies exports" || d.Source != "Example Daily" || d.Published != enduse.Day(2025, time.March, 4) || d.Language != "en" {
		t.Errorf("%q, %q, %v, %q", d.Title, d.Source, d.Published, d.Language)
	}
	for _, not := range []string{"Home", "Rates stay", "All rights", "never text", "By a reporter"} {
		if strings.Contains(d.Text, not) {
			t.Errorf("the text holds %q", not)
		}
	}
	if !strings.HasPrefix(d.Text, "The ministry of Ruritania denied") || !strings.HasSuffix(d.Text, "yearly report.") || strings.Count(d.Text, "\n\n") != 2 {
		t.Errorf("text %q", d.Text)
	}
	if got := strings.Join(d.Boilerplate, "|"); !strings.Contains(got, "Rates stay on hold") {
		t.Errorf("boilerplate %q", got)
	}
}

func TestMail(t *testing.T) {
	d := readOne(t, "a.eml", mailPage)
	if d.Title != "Exportación detenida" || d.Published != enduse.Day(2025, time.March, 4) || d.Source != "Example Desk" || d.Language != "es" {
		t.Errorf("%+v", d)
	}
	if d.Text != "El ministro señaló que la exportación de los componentes fue detenida por la aduana en la frontera." {
		t.Errorf("text %q", d.Text)
	}
}

func TestFeed(t *testing.T) {
	all, err := Read(t.Context(), "f.xml", strings.NewReader(feedPage), Options{})
	if err != nil || len(all) != 2 {
		t.Fatalf("%d, %v", len(all), err)
	}
	if d := all[0]; d.Title != "First" || d.Source != "Example Wire" || d.Published != enduse.Day(2025, time.March, 4) || !strings.HasPrefix(d.Text, "The envoy said") {
		t.Errorf("%+v", d)
	}
	if d := all[1]; d.Title != "Second" || !strings.HasPrefix(d.Text, "The company denied") {
		t.Errorf("%+v", d)
	}
}

func TestDOCX(t *testing.T) {
	d := readOne(t, "a.docx", docx(t, `<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>A notice of the ministry</w:t></w:r></w:p>`+
		`<w:p><w:r><w:t>The ministry </w:t></w:r><w:r><w:t>asked exporters to check the end user of every machine.</w:t></w:r></w:p>`))
	if d.Title != "A notice of the ministry" || d.Text != "The ministry asked exporters to check the end user of every machine." || d.Published != enduse.Day(2025, time.March, 4) {
		t.Errorf("%+v", d)
	}
}

func TestPDF(t *testing.T) {
	d := readOne(t, "a.pdf", simplePDF("The ministry of Ruritania said that it will check every ex-", "port of machine tools, and that talks will begin in May with", "its neighbours.", "", "A second paragraph says that nothing else was decided today."))
	want := "The ministry of Ruritania said that it will check every export of machine tools, and that talks will begin in May with its neighbours.\n\nA second paragraph says that nothing else was decided today."
	if d.Text != want {
		t.Errorf("text %q", d.Text)
	}
}

func TestRepair(t *testing.T) {
	known := func(w string) bool { return w == "Poland" || w == "Ukraine" }
	for _, c := range []struct{ in, want string }{
		{"Mr Ortiz came. Ortizasked for help, and Ukraineand Poland agreed.", "Mr Ortiz came. Ortiz asked for help, and Ukraine and Poland agreed."},
		{"Pol met them in Poland.", "Pol met them in Poland."},
		{"Thailand and England are safe, Holland too.", "Thailand and England are safe, Holland too."},
		{"It ended weeks.due to risks, see www.example.com and v.next of it.", "It ended weeks. due to risks, see www.example.com and v.next of it."},
		{"so\u00adft hy\u200bphen  and\u00a0blank", "soft hyphen and blank"},
		{"It went to Zorva-\ntin in a well-\nknown port, export-\nrelated.", "It went to Zorvatin in a well-known port, export-related."},
		{"It went to Zorva- Tin and to Zorva-\nTin.", "It went to Zorva- Tin and to Zorva- Tin."},
		{"We came to see“, said the envoy.", "“We came to see”, said the envoy."},
		{"He said “it is over.", "He said “it is over.”"},
		{"外交部表示：“我们反对”，并要求停止。", "外交部表示：“我们反对”，并要求停止。"},
	} {
		d := Document{Extracted: c.in}
		w := newRepairer(&d, Options{Known: known})
		w.paragraph(0, len(c.in))
		w.finish()
		faithful(t, &d)
		if d.Text != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.in, d.Text, c.want)
		}
	}
}

func TestDays(t *testing.T) {
	for _, c := range []struct{ in, language, want string }{
		{"March 4, 2025", "en", "2025-03-04"},
		{"Tuesday, 4 March 2025", "en", "2025-03-04"},
		{"4 de marzo de 2025", "es", "2025-03-04"},
		{"Paris, le 4 août 2025", "fr", "2025-08-04"},
		{"4 марта 2025", "ru", "2025-03-04"},
		{"04.05.2025", "ru", "2025-05-04"},
		{"2025年3月4日", "zh", "2025-03-04"},
		{"03/04/2025", "en", ""},
		{"31/02/2025", "es", ""},
		{"Room 12 in 2025", "en", ""},
	} {
		d, ok := dayIn(c.in, c.language)
		if got := d.String(); ok && got != c.want || !ok && c.want != "" {
			t.Errorf("%q: %q, %v, want %q", c.in, got, ok, c.want)
		}
	}
}

// TestHostile: each ends with an error, or with text, in bounded time.
func TestHostile(t *testing.T) {
	deep := func(n int) string { return strings.Repeat("<div>", n) + "text" + strings.Repeat("</div>", n) }
	nested := "text"
	for range 40 {
		nested = "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\n" + nested + "\r\n--b--\r\n"
	}
	for _, c := range []struct {
		name, content string
		fails         bool
	}{
		{"deep.html", "<html><body>" + deep(100_000), true},
		{"one line.txt", strings.Repeat("word ", 2_000_000), false},
		{"broken.pdf", "%PDF-1.7\n" + strings.Repeat("x", 1000) + "\nstartxref\n99999999\n%%EOF", true},
		{"cut.pdf", simplePDF("text")[:300], true},
		{"loop.pdf", strings.Replace(simplePDF("text"), "/Kids [3 0 R]", "/Kids [2 0 R]", 1), true},
		{"nested.eml", "From: a@example.org\r\nTo: b@example.org\r\nSubject: s\r\n" + nested, true},
		{"empty.txt", "", true},
		{"zeros.txt", strings.Repeat("\x00", 1000), true},
		{"bomb.docx", docx(t, strings.Repeat("<w:p><w:r><w:t>aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa</w:t></w:r></w:p>", 1_200_000)), true},
	} {
		begin := time.Now()
		_, err := Read(t.Context(), c.name, strings.NewReader(c.content), Options{})
		var e *enduse.Error
		if c.fails && (!errors.As(err, &e) || e.Hint == "" || e.Subject != c.name) || !c.fails && err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		if took := time.Since(begin); took > maxReadTime+10*time.Second {
			t.Errorf("%s: %s", c.name, took)
		}
	}
}

// endless is a reader of one letter.
type endless struct{ read int64 }

func (e *endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	e.read += int64(len(p))
	return len(p), nil
}

func TestTooLong(t *testing.T) {
	e := &endless{}
	_, err := Read(t.Context(), "endless.txt", e, Options{})
	if err == nil || enduse.HintOf(err) == "" || e.read > 2*MaxBytes {
		t.Errorf("%v after %d bytes", err, e.read)
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, "a.txt", strings.NewReader("text"), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("a.html", htmlPage)
	f.Add("a.eml", mailPage)
	f.Add("a.xml", feedPage)
	f.Add("a.docx", docx(f, "<w:p><w:r><w:t>text</w:t></w:r></w:p>"))
	f.Add("a.pdf", simplePDF("some text", "and more"))
	f.Add("a.txt", "Ortiz came.\n\nOrtizasked “for help“and said”so”.")
	f.Fuzz(func(t *testing.T, name, content string) {
		all, err := Read(t.Context(), name, strings.NewReader(content), Options{})
		var e *enduse.Error
		if err != nil && !errors.As(err, &e) {
			t.Fatalf("%T: %v", err, err)
		}
		for i := range all {
			faithful(t, &all[i])
		}
	})
}

func BenchmarkText(b *testing.B) {
	text := strings.Repeat("The ministry of Ruritania denied on Tuesday that it had exported machine tools, and said that every licence had been checked.\n\n", 4000)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		if _, err := Read(b.Context(), "a.txt", strings.NewReader(text), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHTML(b *testing.B) {
	page := strings.Replace(htmlPage, "</article>", strings.Repeat("<p>The ministry of Ruritania denied on Tuesday that it had exported machine tools, and said that every licence had been checked.</p>", 2000)+"</article>", 1)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := Read(b.Context(), "a.html", strings.NewReader(page), Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
