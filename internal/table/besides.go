package table

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
)

// besides makes faults of what stands in an object beside the array of rows and
// may hold rows too: arrays of objects further in, an object that is itself a
// record, a key that stands twice, of which the first is lost.
func (t *Table) besides(raw []byte, rows string, opts Options) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	_, _ = dec.Token()
	seen := map[string]bool{}
	var quiet []string
	for dec.More() {
		key, _ := dec.Token()
		name, _ := key.(string)
		var value json.RawMessage
		if dec.Decode(&value) != nil {
			return // the whole was valid
		}
		switch n := Objects(value); {
		case seen[name]:
			t.unread(fmt.Sprintf("the key %q stands twice: only the last is read", name))
		case name == rows:
		case n > 0:
			t.unread(fmt.Sprintf("%s holds %s in arrays that were not read", name, plural(n, "object")))
		case isRecordObject(value, opts):
			t.unread(name + " is an object that may be a record and was not read")
		default:
			quiet = append(quiet, name)
		}
		seen[name] = true
	}
	if len(quiet) > 0 {
		t.note("not read beside them: " + strings.Join(quiet, ", "))
	}
}

func (t *Table) unread(what string) {
	err := t.bad(0, "write all rows into one array, or as NDJSON, one object a line", fmt.Errorf("%s", what))
	t.above = append(t.above, pending{err: err})
}

func isRecordObject(value json.RawMessage, opts Options) bool {
	var fields map[string]json.RawMessage
	return opts.IsRecord != nil && json.Unmarshal(value, &fields) == nil && len(fields) > 0 && opts.IsRecord(sortedKeys(fields))
}

// Objects counts the objects that are elements of arrays, at any depth of a
// value of JSON.
func Objects(value json.RawMessage) (n int) {
	dec := json.NewDecoder(bytes.NewReader(value))
	dec.UseNumber()
	var open []json.Delim
	for {
		tok, err := dec.Token()
		if err != nil {
			return n
		}
		d, ok := tok.(json.Delim)
		switch {
		case !ok:
		case d == '{' && len(open) > 0 && open[len(open)-1] == '[':
			n++
			fallthrough
		case d == '{', d == '[':
			open = append(open, d)
		default:
			open = open[:len(open)-1]
		}
	}
}
