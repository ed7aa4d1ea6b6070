package snapshot

import (
	"bytes"
	"encoding/json"
	"iter"

	"github.com/zeebo/xxh3"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/index"
)

// line is an entity in the form of entities.ndjson, not decoded.
type line struct {
	text   []byte
	digest uint64 // of the text without the value of "record"
	record []byte // the value of "record", quoted; nil if it has none
}

// linesOf yields the lines of stored entities.
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

// lineOf digests a line without the position of the record in its file: one more
// entry at the beginning moves all others and changes none of them. The field
// "record" comes before the names and after text fields only, in which a quote is
// escaped, so the first match is the field.
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

// quoted returns the JSON string at the start of b.
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

// position returns where the record is in its file.
func (l *line) position() (out string, err error) {
	if l.record != nil {
		err = json.Unmarshal(l.record, &out)
	}
	return out, err
}

// hasID reports whether the line begins with an id. An id with an escaped
// character is not recognised and counts as a different one.
func (l *line) hasID(id enduse.EntityID) bool {
	const begin, end = `{"id":"`, `"`
	rest, ok := bytes.CutPrefix(l.text, []byte(begin))
	return ok && len(rest) > len(id) && string(rest[:len(id)]) == string(id) && rest[len(id)] == end[0]
}

// partOf splits stored entities into lines without decoding them.
func partOf(name string, b []byte) index.Part {
	n := bytes.Count(b, []byte{'\n'})
	p := index.Part{Name: name, Lines: make([][]byte, 0, n), Digests: make([]uint64, 0, n)}
	for l := range linesOf(b) {
		p.Lines, p.Digests = append(p.Lines, l.text), append(p.Digests, l.digest)
	}
	return p
}
