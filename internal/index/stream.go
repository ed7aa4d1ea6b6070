package index

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"iter"
	"runtime"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/name"
)

// Part is the entities that came together, as one edition of a source: each as a
// line of JSON, with a digest of its record.
type Part struct {
	Name    string
	Lines   [][]byte
	Digests []uint64 // as many as Lines
}

// BuildParts makes an index of the entities of all parts. Of each it keeps which
// part it came with and its digest, so that a later edition of the part can be
// compared without reading the entities: see [Index.Part]. Unlike Build it decodes
// them a few at a time, and keeps them packed. It fails on a line that is no
// entity. The lines are not kept.
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
	chunks := slices.Collect(slices.Chunk(lines, chunkSize))
	for c := range inOrder(len(chunks), func(i int) chunk { return decodeChunk(parts, chunks[i]) }) {
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

// partLine is a line by the number of its part and its place there.
type partLine struct {
	id   string
	part uint32
	at   uint32
}

func (l partLine) text(parts []Part) []byte { return parts[l.part].Lines[l.at] }

// linesOf puts the lines of all parts in order of their ids.
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

// idBegin is what the line of an entity begins with as it is written.
var idBegin = []byte(`{"id":"`)

// idOf reads the id of an entity without the rest, where it has no escapes.
func idOf(text []byte) (string, error) {
	if rest, ok := bytes.CutPrefix(text, idBegin); ok {
		if at := bytes.IndexByte(rest, '"'); at >= 0 && bytes.IndexByte(rest[:at], '\\') < 0 {
			return string(rest[:at]), nil
		}
	}
	var e struct{ ID string }
	err := json.Unmarshal(text, &e)
	return e.ID, err
}

// chunkSize is how many entities are decoded at once.
const chunkSize = 512

// chunk is lines with what is made of them before they are entered.
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

// analyse takes the names of an entity apart.
func analyse(e *enduse.Entity) []name.Name {
	out := make([]name.Name, len(e.Names))
	for i, n := range e.Names {
		out[i] = name.Analyse(n.Text)
	}
	return out
}

// inOrder makes n things on all cores and yields them in order. No more than
// twice as many as there are cores wait to be taken.
func inOrder[T any](n int, produce func(i int) T) iter.Seq[T] {
	return func(yield func(T) bool) {
		waiting := make(chan chan T, 2*runtime.GOMAXPROCS(0))
		done := make(chan struct{})
		defer close(done)
		go func() {
			defer close(waiting)
			for i := range n {
				made := make(chan T, 1)
				select {
				case waiting <- made:
				case <-done:
					return
				}
				go func() { made <- produce(i) }()
			}
		}()
		for made := range waiting {
			if !yield(<-made) {
				return
			}
		}
	}
}
