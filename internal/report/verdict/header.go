package verdict

import (
	"io"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

// Formats are the formats of results.
var Formats = report.Formats[Header, *wire.Result]{
	report.FormatTable:  func(w io.Writer) Stream { return &table{p: report.Printer{W: w}} },
	report.FormatJSON:   report.JSON[Header, *wire.Result],
	report.FormatNDJSON: report.NDJSON[Header, *wire.Result],
	report.FormatCSV:    rows.CSV,
	report.FormatXLSX:   rows.XLSX,
	report.FormatHTML:   func(w io.Writer) Stream { return &htmlPage{w: report.Clean(w)} },
	report.FormatSARIF:  func(w io.Writer) Stream { return &sarif{w: w} },
}

// Stream writes results in one format.
type Stream = report.Stream[Header, *wire.Result]

// Header is what a screening rests on, and how it is shown.
type Header struct {
	Engine   string
	Policy   string // its name
	AsOf     enduse.Date
	Editions []enduse.EditionStamp
	Prior    float64  // which the probabilities rest on
	Notes    []string // what was assumed in reading the files
	Input    string   // the file, where one is screened
	Style    report.Style
	Explain  bool // tables: say of every record what is to be asked, and what was not evaluated or not checked
	Quiet    bool // tables: leave out records without findings
	// OFACScore says that hits also have OFAC's own score, approximated.
	OFACScore bool
}

// Summary is what a screening came to.
type Summary struct {
	Outcomes map[enduse.Outcome]int
	Faults   int // records that could not be read
	// Incomplete counts the records with a gap or a fault, whatever their outcome: one
	// with a finding may have another in a list that is missing.
	Incomplete int
}

// Add counts a result.
func (s *Summary) Add(r *wire.Result) {
	if s.Outcomes == nil {
		s.Outcomes = map[enduse.Outcome]int{}
	}
	s.Outcomes[r.Outcome]++
	if r.Error != nil {
		s.Faults++
	}
	if r.Error != nil || !r.Complete {
		s.Incomplete++
	}
}

// Records is the number of results.
func (s *Summary) Records() (n int) {
	for _, count := range s.Outcomes {
		n += count
	}
	return n
}
