package report

import (
	"crypto/sha256"
	_ "embed" // the template and its style sheet
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
)

//go:embed reading.tmpl
var readingSource string

//go:embed reading.css
var readingStyle string

// readingPolicy is what a browser may load for the page: nothing but this very
// style sheet (Content Security Policy Level 3). Even if a text got through as
// mark-up, no script of it would run and no address of it would be asked.
func readingPolicy() string {
	sum := sha256.Sum256([]byte(readingStyle))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; base-uri 'none'; form-action 'none'"
}

var readingPage = template.Must(template.New("reading").Funcs(template.FuncMap{
	"words":  func(v any) string { return strings.ReplaceAll(fmt.Sprint(v), "_", " ") },
	"score":  func(v float64) string { return fmt.Sprintf("%.2f", v) },
	"signed": func(v float64) string { return fmt.Sprintf("%+.1f", v) },
	"join":   strings.Join,
	"plural": plural,
	"style":  func() template.CSS { return template.CSS(readingStyle) }, // #nosec G203 -- it comes along
	"policy": readingPolicy,
	"hints":  hintsOf,
	"state":  stateOf,
}).Parse(readingSource))

// readingHTML writes one page for all readings: the text, what is named in it by
// colour, and the statements beside the paragraphs. The contents come last, when
// they are known, and the style sheet shows them first.
type readingHTML struct {
	w        io.Writer
	header   ReadingHeader
	begun    bool
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

func (h *readingHTML) Begin(header ReadingHeader) error {
	h.header = header
	return nil
}

// begin writes the head of the page, which has the title of the document where
// there is only one.
func (h *readingHTML) begin(title string) error {
	if h.begun {
		return nil
	}
	h.begun = true
	if h.header.Files > 1 || title == "" {
		title = "Reading of " + plural(h.header.Files, "document")
	}
	return readingPage.ExecuteTemplate(h.w, "begin", struct {
		ReadingHeader
		Title string
	}{h.header, title})
}

func (h *readingHTML) Reading(r *Reading) error {
	if err := h.begin(r.Title); err != nil {
		return err
	}
	v := viewOf(r)
	v.Number = len(h.contents) + 1
	h.contents = append(h.contents, contentLine{v.Number, firstText(r.Title, r.File, "(no title)"), r.File, r.Relevance, len(v.Entries), len(r.Statements), r.Error != nil})
	return readingPage.ExecuteTemplate(h.w, "reading", v)
}

func (h *readingHTML) End(sum ReadingSummary) error {
	if err := h.begin(""); err != nil {
		return err
	}
	return readingPage.ExecuteTemplate(h.w, "end", struct {
		ReadingHeader
		ReadingSummary
		Contents []contentLine
	}{h.header, sum, h.contents})
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
	*Reading
	Number     int // of the document on the page
	Paragraphs []paragraphView
	Entries    []entryView // listed parties, each once
	Goods      []ReadingMention
	Ways       []string // corridors, each once
	Named      []namedView
}

// entryView is a listed entry with the first mention that may be it.
type entryView struct {
	Number  int
	Mention *ReadingMention
	ReadingListing
}

// namedView is what is named of a kind.
type namedView struct {
	Label string
	Names []string
}

func viewOf(r *Reading) readingView {
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
func (v *readingView) addEntries() map[*ReadingMention]int {
	type key struct{ surface, entity string }
	numbers, seen := map[*ReadingMention]int{}, map[key]int{}
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
func namesOf(r *Reading, kind string) (out []string) {
	seen := map[string]bool{}
	for i := range r.Mentions {
		if m := &r.Mentions[i]; m.Kind == kind && !seen[m.Resolved] {
			seen[m.Resolved] = true
			out = append(out, m.Resolved)
		}
	}
	return out
}
