package reading

import (
	"io"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

// Formats are the formats of readings.
var Formats = report.Formats[Header, *wire.Reading]{
	report.FormatTable:  func(w io.Writer) Stream { return &table{p: report.Printer{W: w}} },
	report.FormatJSON:   report.JSON[Header, *wire.Reading],
	report.FormatNDJSON: report.NDJSON[Header, *wire.Reading],
	report.FormatHTML:   func(w io.Writer) Stream { return &htmlPage{w: report.Clean(w)} },
}

// Stream writes readings in one format.
type Stream = report.Stream[Header, *wire.Reading]

// Header is what is known before anything is read, and how it is shown.
type Header struct {
	Engine   string
	Policy   string // its name
	AsOf     enduse.Date
	Editions []enduse.EditionStamp
	Gaps     []enduse.Gap // lists that are not searched whole and fresh
	Files    int          // how many are read
	Style    report.Style
	Quiet    bool // tables: leave out documents without a listed party
}

// Summary is what the reading of several documents came to.
type Summary struct {
	Documents int // the unreadable ones included
	Listed    int // that surely name a listed party
	Relevant  int // with a relevance of 0.5 or more
	Faults    int // that could not be read
}

// Add counts a reading.
func (s *Summary) Add(r *wire.Reading) {
	s.Documents++
	switch {
	case r.Error != nil:
		s.Faults++
	case r.Relevance >= 0.5:
		s.Relevant++
	}
	if r.SurelyListed() {
		s.Listed++
	}
}
