package ofac

import (
	"io"
	"iter"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// XML describes one of the XML forms in which OFAC publishes both lists.
type XML struct {
	Name, Title           string // the end of the ids, such as "advanced"; see [list.Format]
	SDN, Consolidated     string // the names of the two files
	TriedSDN, TriedConsol string // see [list.Format]
	FixtureOnly           bool
	// SourceOf names the source of a file, "" if it is not in this form.
	SourceOf func(list.Head) enduse.SourceID
	// Read and Reopen: see [list.Single].
	Read      func(src io.Reader, file string, source enduse.SourceID) iter.Seq2[enduse.Entity, error]
	Reopen    func(f list.File, source enduse.SourceID) iter.Seq2[enduse.Entity, error]
	Published func(src io.Reader) (enduse.Date, bool)
}

// Formats returns the format for the SDN list and for the consolidated list.
func (x XML) Formats() (out []list.Format) {
	for _, p := range []struct {
		source      list.Source
		file, tried string
	}{{sdn.source, x.SDN, x.TriedSDN}, {consolidated.source, x.Consolidated, x.TriedConsol}} {
		id := p.source.ID
		s := list.Single{
			ID: string(id) + "-" + x.Name, Source: p.source, File: p.file, Title: x.Title, Tried: p.tried, FixtureOnly: x.FixtureOnly,
			Detect: func(h list.Head) bool { return x.SourceOf(h) == id }, Published: x.Published,
		}
		if x.Read != nil {
			s.Read = func(src io.Reader, file string) iter.Seq2[enduse.Entity, error] { return x.Read(src, file, id) }
		} else {
			s.Reopen = func(f list.File) iter.Seq2[enduse.Entity, error] { return x.Reopen(f, id) }
		}
		out = append(out, s.Format())
	}
	return out
}
