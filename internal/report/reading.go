package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/mention"
	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/statement"
)

// Reading is what other programs read of a document; see the output contract.
// Start and End are bytes of Text.
type Reading struct {
	File        string             `json:"file,omitempty"`
	Title       string             `json:"title"`
	Source      string             `json:"source"`
	Published   string             `json:"published"`
	Language    string             `json:"language"`
	Text        string             `json:"text"`
	Boilerplate []string           `json:"boilerplate"`
	Statements  []ReadingStatement `json:"statements"`
	Mentions    []ReadingMention   `json:"mentions"`
	Corridors   []ReadingCorridor  `json:"corridors"`
	Topics      []ReadingTopic     `json:"topics"`
	// Relevance to export control and sanctions, 0 to 1; the topics are its evidence.
	Relevance  float64      `json:"relevance"`
	Repairs    []Repair     `json:"repairs"`
	NotChecked []NotChecked `json:"not_checked"`
	Warnings   []string     `json:"warnings,omitempty"`
	Error      *Fault       `json:"error,omitempty"`
}

// ReadingParty is a speaker.
type ReadingParty struct {
	Surface   string `json:"surface"`
	Resolved  string `json:"resolved"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Uncertain bool   `json:"uncertain,omitempty"`
}

// ReadingStatement is what somebody is reported to have said.
type ReadingStatement struct {
	Speaker   ReadingParty `json:"speaker"`
	Verb      string       `json:"verb"`    // the class
	Written   string       `json:"written"` // the verb as it is written
	Kind      string       `json:"kind"`
	Modality  string       `json:"modality"`
	Events    []string     `json:"events"`
	Text      string       `json:"text"`
	Addressee string       `json:"addressee"`
	Start     int          `json:"start"`
	End       int          `json:"end"`
}

// ReadingMention is what a text names.
type ReadingMention struct {
	Surface   string           `json:"surface"`
	Kind      string           `json:"kind"`
	Resolved  string           `json:"resolved"`
	Start     int              `json:"start"`
	End       int              `json:"end"`
	Uncertain bool             `json:"uncertain,omitempty"`
	Why       string           `json:"why,omitempty"`
	Country   string           `json:"country,omitempty"`
	Office    string           `json:"office,omitempty"`
	Listed    []ReadingListing `json:"listed,omitempty"`
	Leads     []ReadingLead    `json:"leads,omitempty"`
}

// ReadingListing is an entry of a list that a mention may be.
type ReadingListing struct {
	Entity   string            `json:"entity"`
	List     string            `json:"list"`
	Name     string            `json:"name"`
	Score    float64           `json:"score"`
	Evidence []enduse.Evidence `json:"evidence"`
}

// ReadingLead is what goods lead to: never a classification.
type ReadingLead struct {
	Category string   `json:"category"`
	Codes    []string `json:"codes,omitempty"`
	Citation string   `json:"citation,omitempty"`
}

// ReadingCorridor is a way that goods are said to take.
type ReadingCorridor struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// ReadingTopic is what a document is about.
type ReadingTopic struct {
	ID      string   `json:"id"`
	Score   float64  `json:"score"`
	Phrases []string `json:"phrases"`
}

// Repair is a place of the text that was repaired: its kind, what stood there, and
// what stands there now.
type Repair struct {
	Kind  string `json:"kind"`
	Was   string `json:"was"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// NotChecked is a list that the text was not searched for.
type NotChecked struct {
	What string `json:"what"`
	Why  string `json:"why"`
}

// ReadingOf puts a reading into the form of the contract.
func ReadingOf(r *reading.Reading, gaps []enduse.Gap) *Reading {
	out := &Reading{
		Title: r.Title, Source: r.Source, Language: r.Language, Text: r.Text, Boilerplate: nonNil(r.Boilerplate), Relevance: round(r.Relevance), Warnings: r.Warnings,
		Statements: []ReadingStatement{}, Mentions: []ReadingMention{}, Corridors: []ReadingCorridor{}, Topics: []ReadingTopic{}, Repairs: []Repair{}, NotChecked: []NotChecked{},
	}
	if !r.Published.IsZero() {
		out.Published = r.Published.String()
	}
	for i := range r.Statements {
		out.Statements = append(out.Statements, statementOf(&r.Statements[i]))
	}
	for i := range r.Mentions {
		out.Mentions = append(out.Mentions, mentionOf(&r.Mentions[i]))
	}
	for _, c := range r.Corridors {
		out.Corridors = append(out.Corridors, ReadingCorridor{c.From, c.To, c.Start, c.End})
	}
	for _, t := range r.Topics {
		out.Topics = append(out.Topics, ReadingTopic{t.ID, round(t.Score), t.Phrases})
	}
	for _, e := range r.Edits {
		out.Repairs = append(out.Repairs, Repair{string(e.Kind), r.Extracted[e.Start:e.End], e.From, e.To})
	}
	for _, g := range gaps {
		out.NotChecked = append(out.NotChecked, NotChecked{g.What, g.Why})
	}
	return out
}

func nonNil(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

func statementOf(s *statement.Statement) ReadingStatement {
	out := ReadingStatement{
		Speaker: ReadingParty{s.Speaker.Surface, s.Speaker.Resolved, s.Speaker.Start, s.Speaker.End, s.Speaker.Uncertain},
		Verb:    string(s.Class), Written: s.Verb, Kind: string(s.Kind), Modality: string(s.Modality), Events: []string{},
		Text: s.Text, Addressee: s.Addressee, Start: s.Start, End: s.End,
	}
	for _, e := range s.Events {
		out.Events = append(out.Events, string(e))
	}
	return out
}

func mentionOf(m *mention.Mention) ReadingMention {
	out := ReadingMention{
		Surface: m.Surface, Kind: string(m.Kind), Resolved: m.Resolved, Start: m.Start, End: m.End, Uncertain: m.Uncertain, Why: m.Why, Country: m.Country, Office: m.Office,
	}
	for _, p := range m.Parties {
		out.Listed = append(out.Listed, ReadingListing{string(p.Entity), p.List, p.Name, p.Score, p.Evidence})
	}
	for _, l := range m.Leads {
		out.Leads = append(out.Leads, ReadingLead(l))
	}
	return out
}

// Listed reports whether the text surely names a listed party.
func (r *Reading) Listed() bool {
	for i := range r.Mentions {
		if m := &r.Mentions[i]; len(m.Listed) > 0 && !m.Uncertain {
			return true
		}
	}
	return false
}

// ReadingTable writes a reading for people: what the page says of itself, then
// statements, listed parties, goods and corridors.
func ReadingTable(w io.Writer, r *Reading, style Style) error {
	p := &printer{w: w}
	p.line("%s", style.bold(Show(r.Title)))
	p.line("  %s", strings.Join(nonEmpty(r.Source, r.Published, r.Language, fmt.Sprintf("relevance %.2f", r.Relevance)), " · "))
	for _, t := range r.Topics {
		p.line("  %-15s %.2f  %s", t.ID, t.Score, Clip(strings.Join(t.Phrases, ", "), 90))
	}
	p.line("")
	rows := [][]string{{"SPEAKER", "VERB", "MODALITY", "KIND", "STATEMENT", "EVENTS"}}
	for i := range r.Statements {
		s := &r.Statements[i]
		rows = append(rows, []string{Clip(s.Speaker.Resolved, 30), s.Verb, s.Modality, s.Kind, Clip(strings.Join(strings.Fields(s.Text), " "), 80), words(s.Events)})
	}
	p.grid(rows, style)
	rows = [][]string{{"LISTED PARTY", "SCORE", "ENTRY", "LISTED AS", "NOTE"}}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		for _, l := range m.Listed[:min(len(m.Listed), 3)] {
			rows = append(rows, []string{Clip(m.Surface, 40), fmt.Sprintf("%.2f", l.Score), l.Entity, Clip(l.Name, 40), m.Why})
		}
	}
	p.grid(rows, style)
	rows = [][]string{{"GOODS", "LEAD, NEVER A CLASSIFICATION"}}
	for i := range r.Mentions {
		if m := &r.Mentions[i]; m.Kind == string(mention.Goods) {
			var leads []string
			for _, l := range m.Leads {
				leads = append(leads, strings.Join(nonEmpty(l.Category, strings.Join(l.Codes, " ")), ": "))
			}
			rows = append(rows, []string{Clip(m.Surface, 60), Clip(strings.Join(leads, "; "), 60)})
		}
	}
	p.grid(rows, style)
	for _, c := range r.Corridors {
		p.line("corridor %s -> %s: %s", c.From, c.To, Clip(strings.Join(strings.Fields(r.Text[c.Start:c.End]), " "), 90))
	}
	for _, n := range r.NotChecked {
		p.line("not checked: %s: %s", n.What, n.Why)
	}
	return p.err
}

// words joins values of a fixed set for people.
func words(all []string) string { return strings.ReplaceAll(strings.Join(all, ", "), "_", " ") }

func nonEmpty(all ...string) (out []string) {
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}

// printer writes until the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) line(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format+"\n", args...)
	}
}

// grid writes a table that has more than its head.
func (p *printer) grid(rows [][]string, style Style) {
	if p.err == nil && len(rows) > 1 {
		p.err = Grid(p.w, rows, style)
		p.line("")
	}
}
