package reading

import (
	"crypto/sha256"
	_ "embed" // the template and its style sheet
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

//go:embed reading.tmpl
var pageSource string

//go:embed reading.css
var pageStyle string

// pagePolicy is what a browser may load for the page: nothing but this very
// style sheet (Content Security Policy Level 3). Even if a text got through as
// mark-up, no script of it would run and no address of it would be asked.
func pagePolicy() string {
	sum := sha256.Sum256([]byte(pageStyle))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}

var page = template.Must(template.New("reading").Funcs(template.FuncMap{
	"words":  report.Words,
	"score":  func(v float64) string { return fmt.Sprintf("%.2f", v) },
	"signed": func(v float64) string { return fmt.Sprintf("%+.1f", v) },
	"join":   strings.Join,
	"plural": report.Plural,
	"style":  func() template.CSS { return template.CSS(pageStyle) }, // #nosec G203 -- it comes along
	"policy": pagePolicy,
	"hints":  hintsOf,
	"state":  report.EditionState,
}).Parse(pageSource))

// htmlPage writes one page for all readings: the text, what is named in it by
// colour, and the statements next to the paragraphs. The contents come last, when
// they are known, and the style sheet shows them first.
type htmlPage struct {
	w        io.Writer
	header   Header
	begun    bool
	sum      Summary
	contents []contentLine
}

// contentLine is a document in the contents.
type contentLine struct {
	Number           int
	Title, File      string
	Relevance        float64
	Listed, Statings int
	Fault            bool
}

func (h *htmlPage) Begin(header Header) error {
	h.header = header
	return nil
}

// begin writes the head of the page, which has the title of the document where
// there is only one.
func (h *htmlPage) begin(title string) error {
	if h.begun {
		return nil
	}
	h.begun = true
	if h.header.Files > 1 || title == "" {
		title = "Reading of " + report.Plural(h.header.Files, "document")
	}
	return page.ExecuteTemplate(h.w, "begin", struct {
		Header
		Title string
	}{h.header, title})
}

func (h *htmlPage) Each(r *wire.Reading) error {
	h.sum.Add(r)
	if err := h.begin(r.Title); err != nil {
		return err
	}
	v := viewOf(r)
	v.Number = len(h.contents) + 1
	h.contents = append(h.contents, contentLine{v.Number, firstText(r.Title, r.File, "(no title)"), r.File, r.Relevance, len(v.Entries), len(r.Statements), r.Error != nil})
	return page.ExecuteTemplate(h.w, "reading", v)
}

func (h *htmlPage) End() error {
	if err := h.begin(""); err != nil {
		return err
	}
	return page.ExecuteTemplate(h.w, "end", struct {
		Header
		Summary
		Contents []contentLine
	}{h.header, h.sum, h.contents})
}

func firstText(all ...string) string {
	for _, s := range all {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// readingView is a reading as the page shows it.
type readingView struct {
	*wire.Reading
	Number     int // of the document on the page
	Paragraphs []paragraphView
	Entries    []entryView // listed parties, each once
	Goods      []wire.Mention
	Ways       []string // corridors, each once
	Named      []namedView
}

// entryView is a listed entry with the first mention that may be it.
type entryView struct {
	Number  int
	Mention *wire.Mention
	wire.Listing
}

// namedView is what is named of a kind.
type namedView struct {
	Label string
	Names []string
}

func viewOf(r *wire.Reading) readingView {
	v := readingView{Reading: r}
	numbers := v.addEntries()
	v.Paragraphs = paragraphsOf(r, numbers)
	for _, c := range r.Corridors {
		if way := c.From + " → " + c.To; !slices.Contains(v.Ways, way) {
			v.Ways = append(v.Ways, way)
		}
	}
	seen := map[string]bool{}
	for i := range r.Mentions {
		if m := &r.Mentions[i]; len(m.Leads) > 0 && !seen[strings.ToLower(m.Surface)] {
			seen[strings.ToLower(m.Surface)] = true
			v.Goods = append(v.Goods, *m)
		}
	}
	for _, k := range []struct{ kind, label string }{{"person", "People"}, {"organization", "Organisations"}, {"country", "Countries"}, {"programme", "Programmes"}} {
		if names := namesOf(r, k.kind); len(names) > 0 {
			v.Named = append(v.Named, namedView{k.label, names})
		}
	}
	return v
}

// addEntries numbers the listed entries, and returns the number of the best one of
// each mention.
func (v *readingView) addEntries() map[*wire.Mention]int {
	type key struct{ surface, entity string }
	numbers, seen := map[*wire.Mention]int{}, map[key]int{}
	for i := range v.Mentions {
		m := &v.Mentions[i]
		for k := range m.Listed {
			l := &m.Listed[k]
			at := key{m.Surface, l.Entity}
			if seen[at] == 0 {
				v.Entries = append(v.Entries, entryView{len(v.Entries) + 1, m, *l})
				seen[at] = len(v.Entries)
			}
			if k == 0 {
				numbers[m] = seen[at]
			}
		}
	}
	return numbers
}

// namesOf are those of a kind, each once.
func namesOf(r *wire.Reading, kind string) (out []string) {
	seen := map[string]bool{}
	for i := range r.Mentions {
		if m := &r.Mentions[i]; m.Kind == kind && !seen[m.Resolved] {
			seen[m.Resolved] = true
			out = append(out, m.Resolved)
		}
	}
	return out
}
