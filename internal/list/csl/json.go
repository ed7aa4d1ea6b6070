package csl

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// document is the state of reading one JSON file.
type document struct {
	*list.Sink
	src   *counted
	dec   *json.Decoder
	n     int // results so far
	total int // as the file says, -1 if it does not
}

// ReadJSON yields the parties of the list's JSON, as Read does of its CSV: one
// for each result, with the same id and the same facts.
func ReadJSON(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return list.Records(file, func(sink *list.Sink) error {
		in := &counted{r: withoutMark(src), line: 1}
		d := document{Sink: sink, src: in, dec: json.NewDecoder(in), total: -1}
		err := d.read()
		if err == nil || sink.Stopped() {
			return err
		}
		return &enduse.Error{
			Op: "read", Code: enduse.CodeInvalid, Subject: file + ":" + strconv.Itoa(in.at(d.dec.InputOffset())), Err: err,
			Hint: "give the file consolidated.json as trade.gov publishes it; if it is that, fetch it again",
		}
	})
}

// read goes through the members of the outermost object.
func (d *document) read() error {
	if err := d.open('{'); err != nil {
		return err
	}
	found := false
	for d.more() {
		key, err := d.token()
		if err != nil {
			return err
		}
		switch key {
		case "results":
			found = true
			err = d.results()
		case "total":
			err = d.stated()
		default:
			err = d.decode(new(json.RawMessage)) // on the search and its sources
		}
		if err != nil {
			return err
		}
	}
	if _, err := d.token(); err != nil { // the closing brace
		return err
	}
	if _, err := d.token(); !errors.Is(err, io.EOF) {
		return errors.Join(errors.New("something stands behind the end"), err)
	}
	if !found {
		return errors.New("no results in it")
	}
	return d.complete()
}

// stated reads the number of results that the file says it has.
func (d *document) stated() error {
	var raw json.RawMessage
	if err := d.decode(&raw); err != nil {
		return err
	}
	if n, err := strconv.Atoi(string(raw)); err == nil {
		d.total = n
	}
	return nil
}

// complete compares the number of results with what the file says.
func (d *document) complete() error {
	if d.total < 0 || d.total == d.n {
		return nil
	}
	return d.Doubt(fmt.Sprintf("it says that it has %d results and has %d: it may be the answer to a search, not the list", d.total, d.n))
}

// results reads the array of parties.
func (d *document) results() error {
	if err := d.open('['); err != nil {
		return err
	}
	for d.more() {
		var raw json.RawMessage
		if err := d.decode(&raw); err != nil {
			return err
		}
		d.n++
		line := d.src.at(d.dec.InputOffset() - int64(len(raw)) + 1)
		if err := d.result(raw, line); err != nil {
			return err
		}
	}
	_, err := d.token()
	return err
}

// result reads one party.
func (d *document) result(raw json.RawMessage, line int) error {
	c, err := cellsOf(raw)
	if err != nil {
		return d.Fault(line, "", err)
	}
	e, err := c.entity()
	if err != nil {
		return d.Fault(line, "", err)
	}
	return d.Part(e, line)
}

func (d *document) more() bool {
	d.src.left = maxResult
	return d.dec.More()
}

func (d *document) token() (json.Token, error) {
	d.src.left = maxResult
	t, err := d.dec.Token()
	return t, err
}

func (d *document) decode(to any) error {
	d.src.left = maxResult
	err := d.dec.Decode(to)
	if errors.Is(err, io.EOF) {
		err = io.ErrUnexpectedEOF
	}
	return err
}

// withoutMark passes over a byte-order mark.
func withoutMark(src io.Reader) io.Reader {
	r := bufio.NewReader(src)
	if mark, err := r.Peek(3); err == nil && string(mark) == "\xef\xbb\xbf" {
		_, _ = r.Discard(len(mark))
	}
	return r
}

// open reads the beginning of an object or an array.
func (d *document) open(want json.Delim) error {
	t, err := d.token()
	if errors.Is(err, io.EOF) {
		return errors.New("the file is empty, or ends before the list begins")
	}
	if err == nil && t != want {
		err = fmt.Errorf("want %s, got %v", want, t)
	}
	return err
}

// cellsOf puts a result into the cells that the CSV would have, values joined
// as it joins them.
func cellsOf(raw json.RawMessage) (cells, error) {
	var members map[string]any
	dec := json.NewDecoder(strings.NewReader(string(raw)))
	dec.UseNumber()
	if err := dec.Decode(&members); err != nil || members == nil {
		return nil, errors.New("the result is no object")
	}
	c := cells{}
	for key, value := range members {
		text := strings.TrimSpace(cellOf(key, value))
		if key == "id" {
			key = "_id"
		}
		if text != "" {
			c[key] = text
		}
	}
	return c, nil
}

// cellOf writes a value as a cell: the elements of an array with semicolons
// between them, the parts of an address or a number with commas.
func cellOf(key string, value any) string {
	switch v := value.(type) {
	case nil:
		return ""
	case []any:
		var out []string
		for _, element := range v {
			if text := strings.TrimSpace(cellOf(key, element)); text != "" {
				out = append(out, text)
			}
		}
		return strings.Join(out, "; ")
	case map[string]any:
		return partsOf(key, v)
	}
	return fmt.Sprint(value)
}

// orders are the parts of addresses and numbers, as the CSV writes them.
var orders = map[string][]string{
	"addresses": {"address", "city", "state", "postal_code", "country"},
	"ids":       {"type", "number", "country", "issue_date", "expiration_date"},
}

// partsOf joins the parts of an object; the unknown ones follow, with
// their names.
func partsOf(key string, v map[string]any) string {
	var out, others []string
	for _, name := range orders[key] {
		if text := strings.TrimSpace(cellOf("", v[name])); text != "" {
			out = append(out, text)
		}
	}
	for name, part := range v {
		if text := strings.TrimSpace(cellOf("", part)); text != "" && !slices.Contains(orders[key], name) {
			others = append(others, name+": "+text)
		}
	}
	slices.Sort(others)
	return strings.Join(append(out, others...), ", ")
}

// maxResult bounds the bytes of one result, and of anything else in the file.
const maxResult = 4 << 20

// counted is a reader that fails when one value is too long, and knows the
// lines of the offsets that it is asked for, which must not fall.
type counted struct {
	r      io.Reader
	left   int
	offset int64
	breaks []int64 // the line breaks read and not passed
	line   int     // of the last offset asked for; 1 is the first
}

func (c *counted) Read(p []byte) (int, error) {
	if c.left <= 0 {
		return 0, list.ErrTooLong
	}
	n, err := c.r.Read(p[:min(len(p), c.left)])
	c.left -= n
	for i, b := range p[:n] {
		if b == '\n' {
			c.breaks = append(c.breaks, c.offset+int64(i))
		}
	}
	c.offset += int64(n)
	return n, err
}

// at returns the line of an offset.
func (c *counted) at(offset int64) int {
	passed := 0
	for passed < len(c.breaks) && c.breaks[passed] < offset {
		passed++
	}
	c.line += passed
	c.breaks = append(c.breaks[:0], c.breaks[passed:]...)
	return c.line
}
