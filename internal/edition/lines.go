package edition

import (
	"bytes"
	"encoding/json"
	"iter"

	"github.com/zeebo/xxh3"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
)

// line is an entity as it stands in entities.ndjson.
type line struct {
	text   []byte
	digest uint64 // of the text without the value of "record"
	record []byte // the value of "record", quoted; nil if it has none
}

// linesOf visits the entities of a file, undecoded.
func linesOf(b []byte) iter.Seq[line] {
	return func(yield func(line) bool) {
		for text := range bytes.Lines(b) {
			if !yield(lineOf(text)) {
				return
			}
		}
	}
}

var (
	recordField = []byte(`,"record":`)
	namesField  = []byte(`,"names":`)
)

// lineOf digests a line. Where a record stands in its file is no change of the
// entity: an entry more at the beginning moves all others. The field stands
// before the names and behind texts only, in which a quote has a backslash before
// it: so the first that looks like it is it.
func lineOf(text []byte) line {
	l := line{text: text}
	head := text[:max(bytes.Index(text, namesField), 0)]
	at := bytes.Index(head, recordField)
	if at < 0 {
		l.digest = xxh3.Hash(text)
		return l
	}
	l.record = quoted(head[at+len(recordField):])
	h := xxh3.New()
	_, _ = h.Write(text[:at])
	_, _ = h.Write(text[at+len(recordField)+len(l.record):])
	l.digest = h.Sum64()
	return l
}

// quoted is the JSON text that bytes begin with.
func quoted(b []byte) []byte {
	for i := 1; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '"':
			return b[:i+1]
		}
	}
	return b
}

// place is where the record stands.
func (l *line) place() (out string, err error) {
	if l.record != nil {
		err = json.Unmarshal(l.record, &out)
	}
	return out, err
}

// of reports whether the line begins with an id. One that is written with a
// backslash is not recognised: it counts as another.
func (l *line) of(id enduse.EntityID) bool {
	const begin, end = `{"id":"`, `"`
	rest, ok := bytes.CutPrefix(l.text, []byte(begin))
	return ok && len(rest) > len(id) && string(rest[:len(id)]) == string(id) && rest[len(id)] == end[0]
}

// partOf takes lines apart, and decodes none.
func partOf(name string, b []byte) index.Part {
	n := bytes.Count(b, []byte{'\n'})
	p := index.Part{Name: name, Lines: make([][]byte, 0, n), Digests: make([]uint64, 0, n)}
	for l := range linesOf(b) {
		p.Lines, p.Digests = append(p.Lines, l.text), append(p.Digests, l.digest)
	}
	return p
}
