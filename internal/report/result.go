package report

import (
	"io"
	"slices"

	"github.com/enduse/enduse"
)

// Result is what became of one record of the user's file.
type Result struct {
	File    string // where several files are screened
	Row     int
	ID      string
	Verdict enduse.Verdict
	Notes   []string // what was assumed in reading the record
	Err     *Fault   // the record could not be read or screened
}

// Outcome is that of the verdict; a record that could not be read is
// incomplete.
func (r *Result) Outcome() enduse.Outcome {
	if r.Err != nil {
		return enduse.Incomplete
	}
	return r.Verdict.Outcome
}

// Whole reports whether all of the record was checked.
func (r *Result) Whole() bool { return r.Err == nil && r.Verdict.Complete }

// AllNotes are what was assumed, in reading the record and in screening it.
func (r *Result) AllNotes() []string { return slices.Concat(r.Notes, r.Verdict.Notes) }

// Fault says why a record has no verdict.
type Fault struct {
	Field   string `json:"field,omitempty"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"`
}

// Header is what a screening rests on.
type Header struct {
	Engine   string
	Policy   string // its name
	AsOf     enduse.Date
	Editions []enduse.EditionStamp
	Prior    float64  // what the probabilities stand on
	Notes    []string // what was assumed in reading the files
	Input    string   // the file, where one is screened
	Style    Style
	Explain  bool // tables: say of every record what is to be asked, and what was not evaluated or not checked
	Quiet    bool // tables: leave out records without findings
	// OFACScore says that hits have OFAC's own score too, approximated.
	OFACScore bool
}

// Summary is what a screening came to.
type Summary struct {
	Outcomes map[enduse.Outcome]int
	Faults   int
	// NotWhole counts the records of which something was not checked, whatever
	// their outcome: one with a finding may have another in a list that is missing.
	NotWhole int
}

// Writer writes results in one format.
type Writer interface {
	Begin(Header) error
	Result(*Result) error
	End(Summary) error
}

// Formats are the formats that New knows.
var Formats = []string{"table", "json", "ndjson", "csv", "html", "sarif"}

// New returns a writer of a format, or nil for a format that is not known.
func New(format string, w io.Writer) Writer {
	switch format {
	case "table":
		return &table{w: w}
	case "json":
		return &jsonArray{w: w}
	case "ndjson":
		return &ndjson{w: w}
	case "csv":
		return newCSV(w)
	case "html":
		return &htmlPage{w: &cleanWriter{w: w}}
	case "sarif":
		return &sarif{w: w}
	}
	return nil
}
