package report

import "io"

// Readings writes readings as they come: none is kept.
type Readings interface {
	Begin(ReadingHeader) error
	Reading(*Reading) error
	End(ReadingSummary) error
}

// ReadingHeader is what is known before anything is read.
type ReadingHeader struct {
	Header
	Files int // how many are read
	Basis *ReadingBasis
}

// ReadingSummary is what the reading of several documents came to.
type ReadingSummary struct {
	Documents int // the unreadable ones included
	Listed    int // that surely name a listed party
	Relevant  int // with a relevance of 0.5 or more
	Faults    int // that could not be read
}

// Add counts a reading.
func (s *ReadingSummary) Add(r *Reading) {
	s.Documents++
	switch {
	case r.Error != nil:
		s.Faults++
	case r.Relevance >= 0.5:
		s.Relevant++
	}
	if r.Listed() {
		s.Listed++
	}
}

// ReadingFormats are the formats that NewReadings knows.
var ReadingFormats = []string{"table", "json", "ndjson", "html"}

// NewReadings returns a writer of a format, or nil for a format that is not known.
func NewReadings(format string, w io.Writer) Readings {
	switch format {
	case "table":
		return &readingTable{p: printer{w: w}}
	case "json":
		return &readingJSON{w: w}
	case "ndjson":
		return &readingLines{w: w}
	case "html":
		return &readingHTML{w: &cleanWriter{w: w}}
	}
	return nil
}

// readingLines writes a line a document.
type readingLines struct{ w io.Writer }

func (l *readingLines) Begin(ReadingHeader) error { return nil }
func (l *readingLines) Reading(r *Reading) error  { return JSONLine(l.w, r) }
func (l *readingLines) End(ReadingSummary) error  { return nil }

// readingJSON writes one object for one document, and an array for several. It
// holds the first back until it knows.
type readingJSON struct {
	w     io.Writer
	first *Reading
	count int
}

func (j *readingJSON) Begin(ReadingHeader) error { return nil }

func (j *readingJSON) Reading(r *Reading) error {
	if j.count++; j.count == 1 {
		j.first = r
		return nil
	}
	if j.first != nil {
		if err := j.element("[\n  ", j.first); err != nil {
			return err
		}
		j.first = nil
	}
	return j.element(",\n  ", r)
}

func (j *readingJSON) element(before string, r *Reading) error {
	if _, err := io.WriteString(j.w, before); err != nil {
		return err
	}
	return encodeIndented(j.w, r)
}

func (j *readingJSON) End(ReadingSummary) error {
	end := "]\n"
	switch j.count {
	case 0:
		end = "[]\n"
	case 1:
		return JSON(j.w, j.first)
	}
	_, err := io.WriteString(j.w, end)
	return err
}
