package table

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// jsonKind distinguishes an array or an object of JSON, NDJSON, and neither ("") by
// the first bytes.
func jsonKind(head []byte) Kind {
	s := bytes.TrimSpace(head)
	if len(s) == 0 {
		return ""
	}
	switch rest := bytes.TrimSpace(s[1:]); s[0] {
	case '[':
		if len(rest) == 0 || strings.IndexByte("{[]\"", rest[0]) >= 0 {
			return JSON
		}
	case '{':
		if len(rest) > 0 && rest[0] != '"' && rest[0] != '}' {
			return ""
		}
		if severalObjects(s) {
			return NDJSON
		}
		return JSON
	}
	return ""
}

// severalObjects reports whether an object is followed by another one. A first
// line that is broken counts as one if the second begins an object.
func severalObjects(s []byte) bool {
	dec := json.NewDecoder(bytes.NewReader(s))
	var first json.RawMessage
	if err := dec.Decode(&first); err == nil {
		rest := bytes.TrimSpace(s[dec.InputOffset():])
		return len(rest) > 0 && rest[0] == '{'
	}
	line, next, _ := bytes.Cut(s, []byte("\n"))
	return len(bytes.TrimSpace(line)) > 1 && bytes.HasPrefix(bytes.TrimLeft(next, "\r\n"), []byte(`{"`))
}

// openJSON opens an array or an object of JSON, or NDJSON.
func openJSON(f *file, text *bufio.Reader, kind Kind) (content, error) {
	if kind == NDJSON {
		return content{kind: kind, src: &lineSource{r: text, fault: f.bad}}, nil
	}
	head, _ := text.Peek(headSize)
	if bytes.TrimSpace(head)[0] == '[' {
		budget := &budgetReader{r: text}
		dec := json.NewDecoder(budget)
		_, _ = dec.Token()
		return content{kind: kind, src: &arraySource{dec: dec, budget: budget, file: f}}, nil
	}
	return openObject(f, text)
}

// openObject reads a single object: a row, or what is wrapped around an array
// of rows.
func openObject(f *file, text *bufio.Reader) (content, error) {
	raw, err := io.ReadAll(io.LimitReader(text, maxObject+1))
	if err != nil {
		return content{}, f.readError(err)
	}
	if len(raw) > maxObject {
		return content{}, f.fault("a JSON object of more than 256 MiB", "write it as NDJSON, one object a line")
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return content{}, f.fault(fmt.Sprintf("broken JSON: %v", err), "check that the file is whole")
	}
	w := &wrapper{file: f, src: &arraySource{file: f}}
	if err := w.find(raw, fields, 0); err != nil {
		return content{}, err
	}
	return content{kind: JSON, src: w.src, above: w.faults, skipped: w.skipped}, nil
}

// arraySource reads the elements of an array one by one.
type arraySource struct {
	dec    *json.Decoder
	budget *budgetReader
	file   *file
	n      int
	more   []json.RawMessage // arrays that follow
	header []string          // of elements that are arrays
	done   bool
}

// follow goes on to the next array.
func (s *arraySource) follow() bool {
	if len(s.more) == 0 {
		return false
	}
	s.dec, s.more = json.NewDecoder(bytes.NewReader(s.more[0])), s.more[1:]
	s.done = false
	_, _ = s.dec.Token()
	return true
}

func (s *arraySource) close() error { return nil }

func (s *arraySource) next() (record, error) {
	for s.done || !s.dec.More() {
		if err := s.end(); !errors.Is(err, io.EOF) || !s.follow() {
			return record{line: s.n}, err
		}
	}
	s.n++
	if s.budget != nil {
		s.budget.spent = 0
	}
	var raw json.RawMessage
	if err := s.dec.Decode(&raw); err != nil {
		return record{line: s.n}, s.broken(err)
	}
	raw, err := s.asObject(raw)
	if raw == nil && err == nil {
		return s.next() // the header
	}
	o, err := parseObject(raw)
	if err != nil {
		return record{line: s.n}, s.file.bad(s.n, "each element is to be an object", err)
	}
	return record{line: s.n, object: o}, nil
}

// asObject makes an object of an element that is a name, or an array of cells below
// an array of the names of their columns. That array itself makes no object.
func (s *arraySource) asObject(raw json.RawMessage) (json.RawMessage, error) {
	raw = bytes.TrimSpace(raw)
	switch {
	case len(raw) > 0 && raw[0] == '"':
		return slices.Concat([]byte(`{"name":`), raw, []byte("}")), nil
	case len(raw) == 0 || raw[0] != '[':
		return raw, nil
	}
	var cells []json.RawMessage
	if err := json.Unmarshal(raw, &cells); err != nil || len(cells) == 0 {
		return raw, err
	}
	if s.header == nil {
		s.header = namesOf(raw)
		if s.header == nil || s.n > 1 {
			s.header = nil
			return raw, nil
		}
		return nil, nil
	}
	if len(cells) > len(s.header) {
		return raw, nil // more than the header names: the element is refused
	}
	var b bytes.Buffer
	b.WriteByte('{')
	for i, c := range cells {
		if i > 0 {
			b.WriteByte(',')
		}
		name, _ := json.Marshal(s.header[i])
		b.Write(name)
		b.WriteByte(':')
		b.Write(c)
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// namesOf are the strings of an array of nothing else, or nil.
func namesOf(raw json.RawMessage) (names []string) {
	if json.Unmarshal(raw, &names) != nil {
		return nil
	}
	return names
}

// end checks that the array was closed: a file that was cut off must not pass
// for a whole one.
func (s *arraySource) end() error {
	if s.done {
		return io.EOF
	}
	if tok, err := s.dec.Token(); err != nil || tok != json.Delim(']') {
		return s.broken(errors.New("the array is not closed"))
	}
	s.done = true
	if s.budget != nil {
		s.budget.spent = 0
	}
	if _, err := s.dec.Token(); !errors.Is(err, io.EOF) {
		return s.broken(errors.New("more text follows the end of the array"))
	}
	return io.EOF
}

func (s *arraySource) broken(err error) error {
	return s.file.fault(fmt.Sprintf("broken JSON at element %d: %v", s.n, err), "check that the file is whole")
}

// budgetReader ends a read of more than maxLine bytes for one element.
type budgetReader struct {
	r     io.Reader
	spent int
}

func (b *budgetReader) Read(p []byte) (int, error) {
	if b.spent > maxLine {
		return 0, fmt.Errorf("an element is longer than %d MiB", maxLine>>20)
	}
	n, err := b.r.Read(p)
	b.spent += n
	return n, err
}

// lineSource reads one object a line.
type lineSource struct {
	r     *bufio.Reader
	line  int
	fault func(line int, hint string, err error) error
}

func (s *lineSource) close() error { return nil }

func (s *lineSource) next() (record, error) {
	for {
		raw, long, err := readLine(s.r, maxLine)
		if err != nil {
			return record{line: s.line}, err
		}
		s.line++
		if long {
			return record{line: s.line}, s.fault(s.line, "", fmt.Errorf("the line is longer than %d MiB", maxLine>>20))
		}
		if len(bytes.TrimSpace(raw)) == 0 {
			continue
		}
		return s.parse(raw)
	}
}

// brokenLine distinguishes a line that breaks off from one that is wrong inside.
func brokenLine(raw []byte) error {
	var whole json.RawMessage
	if bad, ok := errors.AsType[*json.SyntaxError](json.Unmarshal(raw, &whole)); ok && bad.Offset >= int64(len(raw)) {
		return enduse.TruncatedError("broken JSON")
	}
	return errors.New("broken JSON")
}

func (s *lineSource) parse(raw []byte) (record, error) {
	rec := record{line: s.line}
	if !json.Valid(raw) {
		return rec, s.fault(s.line, "write one JSON object a line", brokenLine(raw))
	}
	o, err := parseObject(raw)
	if err != nil {
		return rec, s.fault(s.line, "write one JSON object a line", err)
	}
	rec.object = o
	return rec, nil
}
