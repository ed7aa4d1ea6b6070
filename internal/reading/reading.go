package reading

import (
	"context"
	"io"
	"sync"

	"github.com/enduse/enduse/internal/mention"
	"github.com/enduse/enduse/internal/reading/document"
	"github.com/enduse/enduse/internal/statement"
)

// Finder finds what a text names.
type Finder interface {
	Find(text, language string) []mention.Mention
}

// Reader reads documents. It can be used by several goroutines at once.
type Reader struct {
	Mentions   Finder
	Statements statement.Ontologies
	Options    document.Options
}

// Reading is a document with what an analyst would underline in it. All places are
// bytes of its Text.
type Reading struct {
	document.Document
	Mentions   []mention.Mention
	Statements []statement.Statement
	Corridors  []statement.Corridor
	Topics     []Topic
	// Relevance is how surely the document is about export control, sanctions,
	// supply of arms or their evasion: 0 to 1. The topics are its evidence.
	Relevance float64
}

// Read reads the documents of a file; see document.Read for what goes wrong. What
// could be read is returned beside the error.
func (r *Reader) Read(ctx context.Context, name string, file io.Reader) ([]Reading, error) {
	o := r.Options
	if o.Named == nil {
		o.Named = r.named
	}
	documents, err := document.Read(ctx, name, file, o)
	out := make([]Reading, 0, len(documents))
	for i := range documents {
		out = append(out, r.Of(&documents[i]))
	}
	return out, err
}

// Of reads a document.
func (r *Reader) Of(d *document.Document) Reading {
	x := Reading{Document: *d}
	var beside sync.WaitGroup // topics need no mentions, and corridors no statements
	beside.Go(func() { x.Topics, x.Relevance = TopicsOf(d.Title + "\n" + d.Text) })
	x.Mentions = r.Mentions.Find(d.Text, d.Language)
	beside.Go(func() { x.Corridors = r.Statements.Corridors(d.Text, d.Language, x.Mentions) })
	x.Statements = r.Statements.Find(d.Text, d.Language, x.Mentions)
	beside.Wait()
	return x
}
