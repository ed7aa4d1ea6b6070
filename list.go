package enduse

import "time"

// ListID names a legal list: an act's own list of parties, such as "bis-el",
// the Entity List.
type ListID string

// SourceID names a publication that carries one or more legal lists, such as
// "us-csl", the Consolidated Screening List. Where a publication carries just
// one list, both have the same name.
type SourceID string

// EditionState says what an edition may be used for.
type EditionState string

// The states, from the best to the worst. Only a fresh edition can clear; the
// others can find, except a failed one, which is not searched.
const (
	StateFresh   EditionState = "fresh"   // whole, and confirmed current recently enough
	StateStale   EditionState = "stale"   // its publisher has not confirmed it recently enough, or ever
	StateStarter EditionState = "starter" // the excerpt inside the binary
	StatePartial EditionState = "partial" // a companion file is missing, or it is too short to be whole
	StateFailed  EditionState = "failed"  // too many records could not be read
)

// Usable reports whether an edition in this state is searched.
func (s EditionState) Usable() bool { return s != StateFailed }

// Edition is one dated, immutable state of a source.
type Edition struct {
	Source    SourceID      `json:"source"`
	Digest    string        `json:"digest"` // "sha256:" and the digest of its files
	Title     string        `json:"title"`
	Publisher string        `json:"publisher"`
	Lists     []ListID      `json:"lists"`              // the legal lists that the source carries
	Format    string        `json:"format"`             // the importer that read it
	Published *Date         `json:"published"`          // from the file, or as stated at import; else nil
	Imported  time.Time     `json:"imported"`           // when it was imported here
	Verified  *time.Time    `json:"verified,omitempty"` // when the publisher last confirmed these bytes as current
	Newest    *Date         `json:"newest,omitempty"`   // the newest day in it: of a designation, else of the file by its name
	Partial   []string      `json:"partial,omitempty"`  // why it is not whole; empty if it is
	Files     []EditionFile `json:"files"`
	Counts    Counts        `json:"counts"`
	Warnings  []string      `json:"warnings,omitempty"`
	Faults    []RecordFault `json:"faults,omitempty"` // the first records that could not be read
	Starter   bool          `json:"starter,omitempty"`
	Fixture   bool          `json:"fixture_only,omitempty"` // its importer was tried on typed fixtures only
}

// EditionFile is one raw file of an edition, kept as it came.
type EditionFile struct {
	Name   string `json:"name"`
	Role   string `json:"role"` // what it is to its format, such as "alt.csv"
	Bytes  int64  `json:"bytes"`
	Lines  int    `json:"lines"` // of text; without the end mark of OFAC's files
	Digest string `json:"digest"`
}

// Counts says how much an edition holds.
type Counts struct {
	Records     int `json:"records"` // as the file has them, the unreadable ones included
	Entities    int `json:"entities"`
	Names       int `json:"names"`   // all names
	Aliases     int `json:"aliases"` // all names but the primary ones
	Identifiers int `json:"identifiers"`
	Addresses   int `json:"addresses"`
	Faults      int `json:"faults"` // records that could not be read
	Unread      int `json:"unread"` // pieces that were kept but not understood
}

// RecordFault is a record that could not be read.
type RecordFault struct {
	File    string `json:"file"`
	Line    int    `json:"line,omitempty"`
	Message string `json:"message"`
}

// FaultTolerance is the share of unreadable records above which an edition is
// failed: one in a thousand. An edition of fewer than a thousand records
// tolerates none.
const FaultTolerance = 0.001

// State says what the edition may be used for at a time. Age is counted from
// Verified; an edition that was never verified is stale.
func (e *Edition) State(now time.Time, maxAge time.Duration) EditionState {
	switch {
	case e.Counts.Entities == 0, float64(e.Counts.Faults) > FaultTolerance*float64(e.Counts.Records):
		return StateFailed
	case e.Starter:
		return StateStarter
	case len(e.Partial) > 0:
		return StatePartial
	case e.Verified == nil, now.Sub(*e.Verified) > maxAge:
		return StateStale
	}
	return StateFresh
}

// OldEntries is the time after which an edition with no newer entry is suspected of being
// an old file, however recently it was confirmed: half a year. Official lists that are
// kept change more often.
const OldEntries = 183 * 24 * time.Hour

// EntriesAreOld reports whether its newest entry is older than OldEntries. It says nothing
// of the edition's state: some lists do rest. It is false where no day is known.
func (e *Edition) EntriesAreOld(now time.Time) bool {
	return e.Newest != nil && !e.Starter && now.Sub(e.Newest.Last()) > OldEntries
}

// Age returns the time since the publisher last confirmed the edition, and
// false if it is not known.
func (e *Edition) Age(now time.Time) (time.Duration, bool) {
	if e.Verified == nil {
		return 0, false
	}
	return now.Sub(*e.Verified), true
}
