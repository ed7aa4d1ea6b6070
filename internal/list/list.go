package list

import (
	"io"
	"iter"

	"github.com/enduse/enduse"
)

// Source is a publication that carries one or more legal lists.
type Source struct {
	ID        enduse.SourceID
	Title     string
	Publisher string
	URL       string          // where the publisher offers it
	Lists     []enduse.ListID // the legal lists that it carries when whole
	// Floor is the number of entities below which a file of this source cannot
	// be whole, whenever it was published: it is marked partial. 0 sets none.
	Floor int
	// Floors are higher floors by the day of publication, the earliest first: about
	// 93 % of what a real edition of that day held. The user decides whether an
	// edition below its floor was cut or has really become shorter.
	Floors []Floor
	// FixtureOnly says that no importer of the source was tried on a real file,
	// only on typed fixtures.
	FixtureOnly bool
}

// Format is a way in which a source is published.
type Format struct {
	ID     string // such as "ofac-sdn-csv"
	Source Source
	// Title names the form in docs/lists.md, such as "XML"; "" means the name of
	// the main file. Tried says there which real files it was tried on and what
	// they held, such as "Aug 2026: 736 + 275 entities".
	Title, Tried string
	// Roles are the files that make up an edition, the main one first.
	Roles []Role
	// Detect names the role that a file plays in this format, or "" if it is not in
	// this format.
	Detect func(Head) string
	// Narrow returns the format with the source of a file, for formats in which
	// several sources are published. It is nil if there is only one.
	Narrow func(Head) Format
	// Read yields the entities of a set of files, in the order of the main file. A
	// *enduse.RecordError is a fault: one record that could not be read. A *Warning
	// is a doubt about the whole file. After any other error nothing follows.
	Read func(Set) iter.Seq2[enduse.Entity, error]
	// Published finds the date of publication in the files. It is nil if no file of
	// this format says it.
	Published func(Set) *enduse.Date
	// Partial says why an edition of this format is never whole; "" if it can be.
	// An overview, for instance, may leave out aliases.
	Partial string
	// FixtureOnly says that this format, unlike others of its source, was tried on
	// typed fixtures only.
	FixtureOnly bool
}

// Role is the part that a file plays in an edition.
type Role struct {
	Name     string // such as "alt.csv"
	Required bool   // without it the edition is partial
	Many     bool   // several files may play it
}

// Head is what a format sees of a file to recognise it.
type Head struct {
	Name  string // the base name; a hint, never the proof
	Bytes []byte // the first bytes, up to 64 KiB
	// Rows are the first rows of a workbook, nil for every other file.
	Rows [][]string
}

// File is one file of a set.
type File struct {
	Name string // the base name, for messages
	Role string
	Open func() (io.ReadCloser, error)
}

// Set holds the files of an edition.
type Set []File

// Role returns the files that play a role, in the order of the set.
func (s Set) Role(name string) []File {
	var out []File
	for _, f := range s {
		if f.Role == name {
			out = append(out, f)
		}
	}
	return out
}

// Floor is the number of entities that an edition of a day, or of a later one,
// holds at least, and the number on each of its legal lists.
type Floor struct {
	Since    enduse.Date
	Entities int
	Lists    map[enduse.ListID]int
}

// FloorOn returns the floor for an edition of a day.
func (s *Source) FloorOn(day enduse.Date) Floor {
	out := Floor{Entities: s.Floor}
	for _, f := range s.Floors {
		if !f.Since.First().After(day.Last()) {
			out = Floor{f.Since, max(f.Entities, s.Floor), f.Lists}
		}
	}
	return out
}
