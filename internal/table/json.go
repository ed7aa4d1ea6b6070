package table

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/enduse/enduse"
)

// jsonKind tells an array or an object of JSON, NDJSON, and neither ("") by
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

func (t *Table) openJSON(text *bufio.Reader, kind Kind, opts Options) error {
	t.kind = kind
	if kind == NDJSON {
		t.src = &lineSource{r: text, fault: t.bad}
		return nil
	}
	head, _ := text.Peek(headSize)
	if bytes.TrimSpace(head)[0] == '[' {
		budget := &budgetReader{r: text}
		dec := json.NewDecoder(budget)
		_, _ = dec.Token()
		t.src = &arraySource{dec: dec, budget: budget, t: t}
		return nil
	}
	return t.openObject(text, opts)
}

// openObject reads a single object: a row, or what is wrapped around an array
// of rows.
func (t *Table) openObject(text *bufio.Reader, opts Options) error {
	raw, err := io.ReadAll(io.LimitReader(text, maxObject+1))
	if err != nil {
		return t.readError(err)
	}
	if len(raw) > maxObject {
		return t.fault("a JSON object of more than 256 MiB", "write it as NDJSON, one object a line")
	}
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(raw, &fields); err != nil {
		return t.fault(fmt.Sprintf("broken JSON: %v", err), "check that the file is whole")
	}
	arrays := arraysOfObjects(fields)
	if len(arrays) == 0 || opts.IsRecord != nil && opts.IsRecord(sortedKeys(fields)) {
		t.src = &arraySource{dec: json.NewDecoder(bytes.NewReader(raw)), t: t, single: true}
		return nil
	}
	if len(arrays) > 1 {
		return t.fault("the object holds several arrays of objects: "+strings.Join(arrays, ", "), "keep one of them, or write the rows as NDJSON, one object a line")
	}
	t.note("rows taken from " + arrays[0])
	t.besides(raw, arrays[0], opts)
	dec := json.NewDecoder(bytes.NewReader(fields[arrays[0]]))
	_, _ = dec.Token()
	t.src = &arraySource{dec: dec, t: t}
	return nil
}

func arraysOfObjects(fields map[string]json.RawMessage) []string {
	var out []string
	for _, k := range sortedKeys(fields) {
		v := bytes.TrimSpace(fields[k])
		if len(v) > 1 && v[0] == '[' && bytes.HasPrefix(bytes.TrimSpace(v[1:]), []byte("{")) {
			out = append(out, k)
		}
	}
	return out
}

// arraySource reads the elements of an array one by one.
type arraySource struct {
	dec    *json.Decoder
	budget *budgetReader
	t      *Table
	n      int
	single bool
}

func (s *arraySource) close() error { return nil }

func (s *arraySource) next() (record, error) {
	if s.single && s.n > 0 || !s.single && !s.dec.More() {
		return record{line: s.n}, s.end()
	}
	s.n++
	if s.budget != nil {
		s.budget.spent = 0
	}
	var raw json.RawMessage
	if err := s.dec.Decode(&raw); err != nil {
		return record{line: s.n}, s.broken(err)
	}
	o, err := parseObject(raw)
	if err != nil {
		return record{line: s.n}, s.t.bad(s.n, "each element is to be an object", err)
	}
	return record{line: s.n, object: o}, nil
}

// end checks that the array was closed: a file that was cut off must not pass
// for a whole one.
func (s *arraySource) end() error {
	if s.single {
		return io.EOF
	}
	if tok, err := s.dec.Token(); err != nil || tok != json.Delim(']') {
		return s.broken(errors.New("the array is not closed"))
	}
	s.single, s.n = true, s.n+1
	if s.budget != nil {
		s.budget.spent = 0
	}
	if _, err := s.dec.Token(); !errors.Is(err, io.EOF) {
		return s.broken(errors.New("more stands behind the end of the array"))
	}
	return io.EOF
}

func (s *arraySource) broken(err error) error {
	return s.t.fault(fmt.Sprintf("broken JSON at element %d: %v", s.n, err), "check that the file is whole")
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

// brokenLine tells a line that breaks off from one that is wrong inside.
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
