package reading

import (
	"cmp"
	"slices"
	"strings"

	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

// paragraphView is a paragraph with the statements that begin in it.
type paragraphView struct {
	Segments   []segment
	Statements []numbered
}

type numbered struct {
	Number int
	wire.Statement
}

// segment is text that the same things are said of.
type segment struct {
	Text  string
	Class string // the kinds of mention that it is in
	Title string
	Entry int   // the listed entry that it may be, or 0
	Said  bool  // it is in a statement
	Begin []int // the statements that begin here
}

// marks goes through a text from its beginning, with the mentions and statements
// that the place is in.
type marks struct {
	r        *wire.Reading
	entries  map[*wire.Mention]int
	mentions []int // by their beginning, those that are still to come
	sayings  []int
	inside   []int // mentions
	said     []int // statements
}

// paragraphsOf cuts the text at blank lines and where mentions and statements
// begin and end.
func paragraphsOf(r *wire.Reading, entries map[*wire.Mention]int) (out []paragraphView) {
	m := marks{r: r, entries: entries}
	for i := range r.Mentions {
		m.mentions = append(m.mentions, i)
	}
	for i := range r.Statements {
		m.sayings = append(m.sayings, i)
	}
	slices.SortStableFunc(m.mentions, func(a, b int) int { return cmp.Compare(r.Mentions[a].Start, r.Mentions[b].Start) })
	slices.SortStableFunc(m.sayings, func(a, b int) int { return cmp.Compare(r.Statements[a].Start, r.Statements[b].Start) })
	at := 0
	for p := range strings.SplitAfterSeq(r.Text, "\n\n") {
		out = append(out, m.paragraph(at, at+len(strings.TrimRight(p, "\n"))))
		at += len(p)
	}
	return out
}

func (m *marks) paragraph(from, to int) (p paragraphView) {
	for from < to {
		var begin []int
		for len(m.mentions) > 0 && m.r.Mentions[m.mentions[0]].Start <= from {
			m.inside = append(m.inside, m.mentions[0])
			m.mentions = m.mentions[1:]
		}
		for len(m.sayings) > 0 && m.r.Statements[m.sayings[0]].Start <= from {
			i := m.sayings[0]
			m.said = append(m.said, i)
			begin = append(begin, i+1)
			p.Statements = append(p.Statements, numbered{i + 1, m.r.Statements[i]})
			m.sayings = m.sayings[1:]
		}
		end := m.next(from, to)
		p.Segments = append(p.Segments, m.segment(from, end, begin))
		from = end
	}
	return p
}

// next is where the first of what the place is in ends, or something else begins.
// What has ended is dropped.
func (m *marks) next(from, to int) int {
	m.inside = slices.DeleteFunc(m.inside, func(i int) bool { return m.r.Mentions[i].End <= from })
	m.said = slices.DeleteFunc(m.said, func(i int) bool { return m.r.Statements[i].End <= from })
	for _, i := range m.inside {
		to = min(to, m.r.Mentions[i].End)
	}
	for _, i := range m.said {
		to = min(to, m.r.Statements[i].End)
	}
	if len(m.mentions) > 0 {
		to = min(to, m.r.Mentions[m.mentions[0]].Start)
	}
	if len(m.sayings) > 0 {
		to = min(to, m.r.Statements[m.sayings[0]].Start)
	}
	return to
}

func (m *marks) segment(from, to int, begin []int) segment {
	s := segment{Text: m.r.Text[from:to], Said: len(m.said) > 0, Begin: begin}
	var classes, titles []string
	for _, i := range m.inside {
		x := &m.r.Mentions[i]
		classes = append(classes, x.Kind)
		if x.Uncertain {
			classes = append(classes, "uncertain")
		}
		if s.Entry == 0 {
			s.Entry = m.entries[x]
		}
		titles = append(titles, report.Join(" · ", report.Words(x.Kind)+": "+x.Resolved, x.Office, x.Country, x.Why))
	}
	s.Class, s.Title = strings.Join(classes, " "), strings.Join(titles, "\n")
	return s
}
