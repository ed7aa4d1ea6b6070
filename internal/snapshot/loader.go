package snapshot

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/index"
)

// loader reads the parts of a state.
type loader struct {
	store    *edition.Store
	excerpt  []*enduse.Entity // of the starter
	progress func(string)
}

// part reads the entities of a part, one per line. It refuses bytes that are not
// those that were written.
func (l loader) part(p statedPart) ([]byte, error) {
	if p.Name == starterPart && p.Compiled == "" {
		return encodeLines(l.excerpt)
	}
	l.progress("indexing " + p.Name)
	e := enduse.Edition{Source: enduse.SourceID(p.Name), Digest: p.Edition}
	return l.store.EntityLines(edition.Manifest{Edition: e, Compiled: p.Compiled})
}

// all reads all parts.
func (l loader) all(ctx context.Context, parts []statedPart) (out []index.Part, err error) {
	n := 0
	for _, p := range parts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		b, err := l.part(p)
		if err != nil {
			return nil, err
		}
		read := partOf(p.Name, b)
		out, n = append(out, read), n+len(read.Lines)
	}
	l.progress(fmt.Sprintf("indexing all lists: %d entities", n))
	return out, nil
}

// encodeLines writes entities in the form of entities.ndjson.
func encodeLines(entities []*enduse.Entity) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	for _, e := range entities {
		if err := enc.Encode(e); err != nil {
			return nil, err
		}
	}
	return out.Bytes(), nil
}
