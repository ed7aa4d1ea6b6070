package reading

import (
	"context"
	"io"
	"sync"

	"github.com/enduse/enduse/internal/reading/attribution"
	"github.com/enduse/enduse/internal/reading/corridor"
	"github.com/enduse/enduse/internal/reading/document"
	"github.com/enduse/enduse/internal/reading/entity"
	"github.com/enduse/enduse/internal/reading/text"
	"github.com/enduse/enduse/internal/reading/topic"
)

// Reader reads documents. It can be used by several goroutines at once.
type Reader struct {
	Finder  *Finder
	Options document.Options
}

// Reading is a document with what an analyst would underline in it. All places are bytes
// of its Text.
type Reading struct {
	document.Document
	Mentions   []entity.Mention
	Statements []attribution.Statement
	Corridors  []corridor.Corridor
	Topics     []topic.Topic
	// Relevance is how surely the document is about export control, sanctions, supply of
	// arms or their evasion: 0 to 1. The topics are its evidence.
	Relevance float64
}

// Read reads the documents of a file; see [document.Read] for the errors. What could be
// read is returned with the error.
func (r *Reader) Read(ctx context.Context, name string, file io.Reader) ([]Reading, error) {
	o := r.Options
	if o.Named == nil {
		o.Named = r.listedNames
	}
	documents, err := document.Read(ctx, name, file, o)
	out := make([]Reading, 0, len(documents))
	for i := range documents {
		out = append(out, r.ReadDocument(&documents[i]))
	}
	return out, err
}

// ReadDocument reads a document whose text has been extracted.
func (r *Reader) ReadDocument(d *document.Document) Reading {
	x := Reading{Document: *d}
	var parallel sync.WaitGroup // topics need no mentions, and corridors no statements
	parallel.Go(func() { x.Topics, x.Relevance = topic.Find(d.Title + "\n" + d.Text) })
	t := text.Cut(d.Text, d.Language)
	x.Mentions = r.Finder.FindIn(t)
	sentences := attribution.Sentences(t, x.Mentions)
	parallel.Go(func() { x.Corridors = corridor.Find(sentences) })
	x.Statements = attribution.Find(t, sentences, x.Mentions)
	parallel.Wait()
	return x
}

// minExact is the score at or above which a name is written as it is listed.
const minExact = 0.99

// listedNames returns where a text names listed parties, whether surely or not.
func (r *Reader) listedNames(raw, language string) (out []document.Named) {
	for _, m := range r.Finder.Find(raw, language) {
		if m.Kind == entity.ListedParty {
			out = append(out, document.Named{Start: m.Start, End: m.End, Exact: m.Parties[0].Score >= minExact})
		}
	}
	return out
}
