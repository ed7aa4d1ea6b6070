package wire

import "github.com/enduse/enduse"

// Reading is what a document says, as an analyst would underline it. Start and End
// are bytes of Text everywhere: Text[Start:End] is the surface.
type Reading struct {
	File        string      `json:"file,omitempty"`
	Title       string      `json:"title"`
	Source      string      `json:"source"`
	Published   string      `json:"published"`
	Language    string      `json:"language"`
	Text        string      `json:"text"`
	Boilerplate []string    `json:"boilerplate"`
	Statements  []Statement `json:"statements"`
	Mentions    []Mention   `json:"mentions"`
	Corridors   []Corridor  `json:"corridors"`
	Topics      []Topic     `json:"topics"`
	// Relevance to export control and sanctions, 0 to 1; the topics are its evidence.
	Relevance float64 `json:"relevance"`
	// Repairs are the places of the text that were repaired.
	Repairs    []Repair     `json:"repairs"`
	NotChecked []NotChecked `json:"not_checked"`
	Stamp      ReadingStamp `json:"stamp"`
	Warnings   []string     `json:"warnings,omitempty"`
	// Error says why the document could not be read; all else is then empty.
	Error *Fault `json:"error,omitempty"`
}

// ReadingStamp says what a reading rests on: the program, and the editions of the
// lists whose names were looked for.
type ReadingStamp struct {
	Engine   string                `json:"engine"`
	AsOf     enduse.Date           `json:"as_of"`
	Editions []enduse.EditionStamp `json:"editions"`
}

// Speaker is who a statement is attributed to.
type Speaker struct {
	Surface   string `json:"surface"`
	Resolved  string `json:"resolved"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Uncertain bool   `json:"uncertain,omitempty"`
}

// Statement is what somebody is reported to have said.
type Statement struct {
	Speaker   Speaker  `json:"speaker"`
	Verb      string   `json:"verb"`    // the class of the verb
	Written   string   `json:"written"` // the verb as it is written
	Kind      string   `json:"kind"`    // quote or paraphrase
	Modality  string   `json:"modality"`
	Events    []string `json:"events"`
	Text      string   `json:"text"`
	Addressee string   `json:"addressee"`
	Start     int      `json:"start"`
	End       int      `json:"end"`
}

// Mention is a party, a country, goods or a programme that the text names.
type Mention struct {
	Surface   string    `json:"surface"`
	Kind      string    `json:"kind"`
	Resolved  string    `json:"resolved"`
	Start     int       `json:"start"`
	End       int       `json:"end"`
	Uncertain bool      `json:"uncertain,omitempty"`
	Why       string    `json:"why,omitempty"` // it is uncertain
	Country   string    `json:"country,omitempty"`
	Office    string    `json:"office,omitempty"`
	Listed    []Listing `json:"listed,omitempty"`
	Leads     []Lead    `json:"leads,omitempty"`
}

// Listing is an entry of a list that a mention may be.
type Listing struct {
	Entity   string            `json:"entity"`
	List     string            `json:"list"`
	Source   string            `json:"source"` // the file that it came in
	Record   string            `json:"record"` // where in that file
	Caption  string            `json:"caption"`
	Name     string            `json:"name"` // the listed name that is most similar to the mention
	Score    float64           `json:"score"`
	Programs []string          `json:"programs"`
	Measures []enduse.Measure  `json:"measures"`
	Basis    []string          `json:"basis"` // legal bases: acts, notices, orders
	URL      string            `json:"url,omitempty"`
	Evidence []enduse.Evidence `json:"evidence"`
}

// Lead is what goods lead to: never a classification.
type Lead struct {
	Category string   `json:"category"`
	Codes    []string `json:"codes,omitempty"`
	Citation string   `json:"citation,omitempty"`
}

// Corridor is a way that goods are said to take.
type Corridor struct {
	From  string `json:"from"`
	To    string `json:"to"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// Topic is what a document is about.
type Topic struct {
	ID      string   `json:"id"`
	Score   float64  `json:"score"`
	Phrases []string `json:"phrases"`
}

// Repair is a place of the text that was repaired: what was there, and where its
// replacement is.
type Repair struct {
	Kind  string `json:"kind"`
	Was   string `json:"was"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

// NotChecked is a gap of a reading: a list whose names were not looked for.
type NotChecked struct {
	What string `json:"what"`
	Why  string `json:"why"`
}

// SurelyListed reports whether the text surely names a listed party.
func (r *Reading) SurelyListed() bool {
	for i := range r.Mentions {
		if m := &r.Mentions[i]; len(m.Listed) > 0 && !m.Uncertain {
			return true
		}
	}
	return false
}

// NewReading returns the reading of an empty document. The gaps are the lists that
// are not searched whole and fresh.
func NewReading(stamp ReadingStamp, gaps []enduse.Gap) *Reading {
	stamp.Editions = list(stamp.Editions)
	out := &Reading{
		Boilerplate: []string{}, Statements: []Statement{}, Mentions: []Mention{}, Corridors: []Corridor{},
		Topics: []Topic{}, Repairs: []Repair{}, NotChecked: []NotChecked{}, Stamp: stamp,
	}
	for _, g := range gaps {
		out.NotChecked = append(out.NotChecked, NotChecked{g.What, g.Why})
	}
	return out
}
