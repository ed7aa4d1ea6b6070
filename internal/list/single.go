package list

import (
	"io"
	"iter"

	"github.com/enduse/enduse"
)

// Single describes a format whose editions are one file. Its Format is what the
// catalogue takes:
//
//	func Format() list.Format {
//		return list.Single{
//			ID: "un-sc-xml", Source: source, File: "consolidated.xml", Title: "XML",
//			Detect: detect, Read: Read, Published: published,
//		}.Format()
//	}
type Single struct {
	ID          string // such as "un-sc-xml"
	Source      Source
	File        string // the publisher's name of the file; it is the name of the role
	Title       string // see [Format]
	Tried       string // see [Format]
	Partial     string // see [Format]
	FixtureOnly bool   // see [Format]
	// Detect reports whether a file is in this format.
	Detect func(Head) bool
	// Read yields the entities of the file. It may be nil if Reopen is set.
	Read func(src io.Reader, file string) iter.Seq2[enduse.Entity, error]
	// Reopen is for a format that is read more than once: it opens the file itself.
	Reopen func(File) iter.Seq2[enduse.Entity, error]
	// Published reads the date of publication. It is nil if the file does not say.
	Published func(src io.Reader) (enduse.Date, bool)
	// Narrow: see [Format].
	Narrow func(Single, Head) Single
}

// Format returns the format that s describes.
func (s Single) Format() Format {
	f := Format{
		ID: s.ID, Source: s.Source, Title: s.Title, Tried: s.Tried, Partial: s.Partial, FixtureOnly: s.FixtureOnly,
		Roles: []Role{{Name: s.File, Required: true}}, Read: s.read,
	}
	f.Detect = func(h Head) string {
		if s.Detect(h) {
			return s.File
		}
		return ""
	}
	if s.Published != nil {
		f.Published = s.published
	}
	if s.Narrow != nil {
		f.Narrow = func(h Head) Format { return s.Narrow(s, h).Format() }
	}
	return f
}

// read opens the file of a set and yields its entities.
func (s Single) read(set Set) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		file, err := set.one(s.File)
		if err != nil {
			yield(enduse.Entity{}, err)
			return
		}
		if s.Reopen != nil {
			s.Reopen(file)(yield)
			return
		}
		src, err := file.Reopen()
		if err != nil {
			yield(enduse.Entity{}, err)
			return
		}
		defer func() { _ = src.Close() }()
		s.Read(src, file.Name)(yield)
	}
}

// published reads the date of publication of a set.
func (s Single) published(set Set) *enduse.Date {
	src, _, err := set.Open(s.File)
	if err != nil {
		return nil
	}
	defer func() { _ = src.Close() }()
	if d, ok := s.Published(src); ok {
		return &d
	}
	return nil
}
