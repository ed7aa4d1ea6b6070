package verdict

import (
	"io"
	"iter"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/triage"
	"github.com/enduse/enduse/wire"
)

// Formats are the formats of the results of a run.
var Formats = report.Formats[Header, *triage.Run]{
	report.FormatTable:  func(w io.Writer) Stream { return &table{p: report.Printer{W: w}} },
	report.FormatJSON:   func(w io.Writer) Stream { return &inOrder{each: report.JSON[Header, *wire.Result](w)} },
	report.FormatNDJSON: func(w io.Writer) Stream { return &lines{w: w} },
	report.FormatCSV:    func(w io.Writer) Stream { return &csvTable{w: w} },
	report.FormatXLSX:   func(w io.Writer) Stream { return &workbook{w: w} },
	report.FormatHTML:   func(w io.Writer) Stream { return &htmlPage{w: report.Clean(w)} },
	report.FormatSARIF:  func(w io.Writer) Stream { return &sarif{w: w} },
}

// Stream writes runs in one format; a run is one value of it.
type Stream = report.Stream[Header, *triage.Run]

// Header says how a run is shown.
type Header struct {
	Style report.Style
	// Explain says in tables what each hit and each record rests on: evidence with its
	// weights, scores, what was not evaluated, what is to be asked.
	Explain bool
	Quiet   bool // tables: leave out all but the list of what is to be looked at
	// OFACScore says that hits also have OFAC's own score, approximated.
	OFACScore bool
	Top       int            // tables: records in the list, one line each; 0: all
	Details   int            // tables: records that are shown in full; below 0: all
	Only      enduse.Outcome // tables and pages: only records of this outcome, or with a lead; "": all
	FileOrder bool           // tables and pages: the order of the file in place of the rank
	Lean      bool           // NDJSON: clear results in their short form
	// StampEach writes the stamp on every line of NDJSON and no head line.
	StampEach bool
	Delimiter rune // of CSV; 0: a comma
}

// inOrder writes the results of a run one by one, in the order of the file.
type inOrder struct {
	each report.Stream[Header, *wire.Result]
}

func (s *inOrder) Begin(h Header) error { return s.each.Begin(h) }

func (s *inOrder) Each(run *triage.Run) error {
	for r, err := range run.InOrder() {
		if err != nil {
			return err
		}
		r.StampDigest = ""
		if err := s.each.Each(r); err != nil {
			return err
		}
	}
	return nil
}

func (s *inOrder) End() error { return s.each.End() }

// shown yields the results that a person looks at, in the order that was asked for.
func (h Header) shown(run *triage.Run) iter.Seq2[*wire.Result, error] {
	all := run.Ranked()
	if h.FileOrder {
		all = run.InOrder()
	}
	return func(yield func(*wire.Result, error) bool) {
		for r, err := range all {
			if err == nil && !h.wanted(run, r) {
				continue
			}
			if !yield(r, err) {
				return
			}
		}
	}
}

// wanted reports whether a result is among those that were asked for.
func (h Header) wanted(run *triage.Run, r *wire.Result) bool {
	switch h.Only {
	case "":
		return true
	case enduse.Lead:
		return run.Class(r) == triage.Lead
	case enduse.Prohibited, enduse.Review, enduse.Incomplete, enduse.Clear:
	}
	return r.Outcome == h.Only
}
