package report

import (
	_ "embed" // the template
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
)

//go:embed reading.tmpl
var readingSource string

var readingPage = template.Must(template.New("reading").Funcs(template.FuncMap{
	"words":  func(s string) string { return strings.ReplaceAll(s, "_", " ") },
	"score":  func(v float64) string { return fmt.Sprintf("%.2f", v) },
	"signed": func(v float64) string { return fmt.Sprintf("%+.1f", v) },
	"join":   strings.Join,
}).Parse(readingSource))

// readingView is a reading as the page shows it.
type readingView struct {
	*Reading
	Paragraphs []paragraphView
	Parties    []ReadingMention // listed parties, each once
	Ways       []string         // corridors, each once
}

// paragraphView is a paragraph with the statements that begin in it.
type paragraphView struct {
	Segments   []segment
	Statements []numbered
}

type numbered struct {
	Number int
	ReadingStatement
}

// segment is text that the same things are said of.
type segment struct {
	Text  string
	Class string // the kinds of mention that it is in
	Title string
	Said  []int // the statements that it is in
	Begin []int // those of them that begin here
}

// ReadingHTML writes one page for all readings, with the text, what is named in it
// by colour, and the statements beside the paragraphs.
func ReadingHTML(w io.Writer, all []*Reading) error {
	views := make([]readingView, len(all))
	for i, r := range all {
		views[i] = viewOf(r)
	}
	return readingPage.Execute(w, views)
}

func viewOf(r *Reading) readingView {
	v := readingView{Reading: r}
	at := 0
	for _, p := range strings.SplitAfter(r.Text, "\n\n") {
		v.Paragraphs = append(v.Paragraphs, r.paragraph(at, at+len(p)))
		at += len(p)
	}
	for _, c := range r.Corridors {
		if way := c.From + " → " + c.To; !slices.Contains(v.Ways, way) {
			v.Ways = append(v.Ways, way)
		}
	}
	seen := map[string]bool{}
	for i := range r.Mentions {
		if m := r.Mentions[i]; len(m.Listed) > 0 && !seen[m.Surface] {
			seen[m.Surface] = true
			v.Parties = append(v.Parties, m)
		}
	}
	return v
}

// paragraph cuts bytes of the text where mentions and statements begin and end.
func (r *Reading) paragraph(from, to int) (p paragraphView) {
	cuts := []int{from, to}
	cut := func(start, end int) {
		if start < to && end > from {
			cuts = append(cuts, max(start, from), min(end, to))
		}
	}
	for i := range r.Mentions {
		cut(r.Mentions[i].Start, r.Mentions[i].End)
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		cut(s.Start, s.End)
		if s.Start >= from && s.Start < to {
			p.Statements = append(p.Statements, numbered{i + 1, *s})
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	for i := range len(cuts) - 1 {
		p.Segments = append(p.Segments, r.segment(cuts[i], cuts[i+1]))
	}
	return p
}

func (r *Reading) segment(from, to int) segment {
	s := segment{Text: r.Text[from:to]}
	var classes, titles []string
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Start > from || m.End < to {
			continue
		}
		classes = append(classes, m.Kind)
		if m.Uncertain {
			classes = append(classes, "uncertain")
		}
		titles = append(titles, strings.Join(nonEmpty(words([]string{m.Kind})+": "+m.Resolved, m.Office, m.Country, m.Why), " · "))
	}
	s.Class, s.Title = strings.Join(classes, " "), strings.Join(titles, "\n")
	for i := range r.Statements {
		st := &r.Statements[i]
		if st.Start <= from && st.End >= to {
			s.Said = append(s.Said, i+1)
			if st.Start == from {
				s.Begin = append(s.Begin, i+1)
			}
		}
	}
	return s
}
