package index

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"runtime"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/ordered"
)

// Part holds the entities of one edition of a source: each as a line of JSON, with a
// digest of its record.
type Part struct {
	Name    string
	Lines   [][]byte
	Digests []uint64 // as many as Lines
}

// BuildParts makes an index of the entities of all parts. It keeps the part and the
// digest of each entity, so that a later edition of the part can be compared without
// reading the entities: see [Index.Part]. Unlike Build it decodes the entities a few
// at a time, and keeps them packed. It fails on a line that is not an entity. It does
// not keep the lines.
func BuildParts(parts []Part) (*Index, error) {
	lines, err := linesOf(parts)
	if err != nil {
		return nil, err
	}
	pack, err := newRecordsWriter()
	if err != nil {
		return nil, err
	}
	b := newBuilder()
	o := &b.x.origins
	for _, p := range parts {
		o.names.add(p.Name)
	}
	decode := func(lines []partLine) chunk { return decodeChunk(parts, lines) }
	for c := range inOrder(slices.Chunk(lines, chunkSize), decode) {
		if c.err != nil {
			err = cmp.Or(err, c.err)
			continue
		}
		for k, l := range c.lines {
			b.add(int32(b.x.entities.ids.len()), c.entities[k], c.names[k]) // #nosec G115 -- a number in the index
			pack.add(l.text(parts))
			o.parts, o.digests = append(o.parts, l.part), append(o.digests, parts[l.part].Digests[l.at])
		}
	}
	if err != nil {
		return nil, err
	}
	b.x.entities.records = pack.finish()
	x := b.finish()
	x.entities.ready()
	return x, nil
}

// partLine identifies a line by the number of its part and its position in the part.
type partLine struct {
	id   string
	part uint32
	at   uint32
}

func (l partLine) text(parts []Part) []byte { return parts[l.part].Lines[l.at] }

// linesOf returns the lines of all parts in the order of their ids.
func linesOf(parts []Part) ([]partLine, error) {
	size := 0
	for _, p := range parts {
		size += len(p.Lines)
	}
	all := make([]partLine, 0, size)
	for i, p := range parts {
		for k, text := range p.Lines {
			id, err := idOf(text)
			if err != nil {
				return nil, fmt.Errorf("index: entity %d of %s: %w", k+1, p.Name, err)
			}
			all = append(all, partLine{id, uint32(i), uint32(k)}) // #nosec G115 -- the numbers of entities fit
		}
	}
	slices.SortStableFunc(all, func(a, b partLine) int { return cmp.Compare(a.id, b.id) })
	return all, nil
}

// idPrefix is the beginning of every line that the program writes.
var idPrefix = []byte(`{"id":"`)

// idOf returns the id of an entity. It reads the whole line only if the id has escapes.
func idOf(text []byte) (string, error) {
	if rest, ok := bytes.CutPrefix(text, idPrefix); ok {
		if at := bytes.IndexByte(rest, '"'); at >= 0 && bytes.IndexByte(rest[:at], '\\') < 0 {
			return string(rest[:at]), nil
		}
	}
	var e struct{ ID string }
	err := json.Unmarshal(text, &e)
	return e.ID, err
}

// chunkSize is the number of entities that are decoded at once.
const chunkSize = 512

// chunk holds lines with their entities and analysed names.
type chunk struct {
	lines    []partLine
	entities []*enduse.Entity
	names    [][]name.Name
	err      error
}

func decodeChunk(parts []Part, lines []partLine) chunk {
	c := chunk{lines: lines}
	for _, l := range lines {
		e := &enduse.Entity{}
		if err := json.Unmarshal(l.text(parts), e); err != nil {
			c.err = fmt.Errorf("index: entity %d of %s: %w", l.at+1, parts[l.part].Name, err)
			return c
		}
		c.entities, c.names = append(c.entities, e), append(c.names, analyse(e))
	}
	return c
}

// analyse analyses the names of an entity.
func analyse(e *enduse.Entity) []name.Name {
	out := make([]name.Name, len(e.Names))
	for i, n := range e.Names {
		out[i] = name.Analyse(n.Text)
	}
	return out
}

// inOrder works on chunks on all cores and yields the results in their order. Few
// chunks are worked on ahead of the one that is taken, as each is large. Building an
// index takes no context: it never waits for anything.
//
//nolint:contextcheck,nolintlint // see above
func inOrder[In, Out any](chunks iter.Seq[In], work func(In) Out) iter.Seq[Out] {
	limits := ordered.Limits{Ahead: 2 * runtime.GOMAXPROCS(0)}
	return ordered.Map(context.Background(), chunks, limits, func(_ context.Context, c In) Out { return work(c) })
}
