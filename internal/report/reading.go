package report

import (
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/reading"
	"github.com/enduse/enduse/internal/reading/attribution"
	"github.com/enduse/enduse/internal/reading/entity"
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
	Stamp      ReadingStamp `json:"stamp"`
	Warnings   []string     `json:"warnings,omitempty"`
	// Error says why the document could not be read; all else is then empty.
	Error *Fault `json:"error,omitempty"`
}

// ReadingStamp is what a reading rests on: the program, and the editions of the
// lists whose names it was searched for.
type ReadingStamp struct {
	Engine   string                `json:"engine"`
	AsOf     enduse.Date           `json:"as_of"`
	Editions []enduse.EditionStamp `json:"editions"`
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

// ReadingListing is an entry of a list that a mention may be, with where it
// stands and what it was listed by.
type ReadingListing struct {
	Entity   string            `json:"entity"`
	List     string            `json:"list"`
	Source   string            `json:"source"` // the file it came in
	Record   string            `json:"record"` // where in that file
	Caption  string            `json:"caption"`
	Name     string            `json:"name"` // the listed name or alias that is most like the mention
	Score    float64           `json:"score"`
	Programs []string          `json:"programs"`
	Measures []enduse.Measure  `json:"measures"`
	Basis    []string          `json:"basis"` // legal bases: acts, notices, orders
	URL      string            `json:"url,omitempty"`
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

// ReadingBasis is what readings rest on besides the text.
type ReadingBasis struct {
	Stamp ReadingStamp
	Gaps  []enduse.Gap // lists that were not searched whole and fresh
	// Entity returns the listed entity of an id, or nil.
	Entity func(enduse.EntityID) *enduse.Entity
}

// Empty is a reading of nothing.
func (b *ReadingBasis) Empty() *Reading {
	out := &Reading{
		Boilerplate: []string{}, Statements: []ReadingStatement{}, Mentions: []ReadingMention{}, Corridors: []ReadingCorridor{},
		Topics: []ReadingTopic{}, Repairs: []Repair{}, NotChecked: []NotChecked{}, Stamp: b.Stamp,
	}
	out.Stamp.Editions = list(out.Stamp.Editions)
	for _, g := range b.Gaps {
		out.NotChecked = append(out.NotChecked, NotChecked{g.What, g.Why})
	}
	return out
}

// Fault is the reading of what could not be read.
func (b *ReadingBasis) Fault(err error) *Reading {
	out := b.Empty()
	out.Error = &Fault{Message: err.Error(), Hint: enduse.HintOf(err)}
	return out
}

// Of puts a reading into the form of the contract.
func (b *ReadingBasis) Of(r *reading.Reading) *Reading {
	out := b.Empty()
	out.Title, out.Source, out.Language, out.Text, out.Relevance, out.Warnings = r.Title, r.Source, r.Language, r.Text, round(r.Relevance), r.Warnings
	out.Boilerplate = append(out.Boilerplate, r.Boilerplate...)
	if !r.Published.IsZero() {
		out.Published = r.Published.String()
	}
	for i := range r.Statements {
		out.Statements = append(out.Statements, statementOf(&r.Statements[i]))
	}
	for i := range r.Mentions {
		out.Mentions = append(out.Mentions, b.mention(&r.Mentions[i]))
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
	return out
}

func statementOf(s *attribution.Statement) ReadingStatement {
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

func (b *ReadingBasis) mention(m *entity.Mention) ReadingMention {
	out := ReadingMention{
		Surface: m.Surface, Kind: string(m.Kind), Resolved: m.Resolved, Start: m.Start, End: m.End, Uncertain: m.Uncertain, Why: m.Why, Country: m.Country, Office: m.Office,
	}
	for i := range m.Parties {
		out.Listed = append(out.Listed, b.listing(&m.Parties[i]))
	}
	for _, l := range m.Leads {
		out.Leads = append(out.Leads, ReadingLead(l))
	}
	return out
}

func (b *ReadingBasis) listing(l *entity.Listing) ReadingListing {
	out := ReadingListing{
		Entity: string(l.Entity), List: l.List, Name: l.Name, Caption: l.Name, Score: round(l.Score),
		Programs: []string{}, Measures: []enduse.Measure{}, Basis: []string{}, Evidence: list(l.Evidence),
	}
	var e *enduse.Entity
	if b.Entity != nil {
		e = b.Entity(l.Entity)
	}
	if e == nil {
		return out
	}
	out.Source, out.Record, out.Caption = string(e.Source), e.Record, e.Caption()
	out.Programs, out.Measures = list(e.Programs()), list(e.Measures())
	for _, d := range e.Designations {
		if d.Basis != "" && !slices.Contains(out.Basis, d.Basis) {
			out.Basis = append(out.Basis, d.Basis)
		}
		if out.URL == "" {
			out.URL = d.URL
		}
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
