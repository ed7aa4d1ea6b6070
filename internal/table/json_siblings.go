package table

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// siblings makes faults of the keys next to the array of rows that may hold rows
// too: arrays of objects further in, an object that is itself a record, a key that
// occurs twice, whose first value is lost.
func (w *wrapper) siblings(raw []byte, path string, rows []string) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	_, _ = dec.Token()
	seen := map[string]bool{}
	var quiet []string
	for dec.More() {
		key, _ := dec.Token()
		name, _ := key.(string)
		at := path + name
		var value json.RawMessage
		if dec.Decode(&value) != nil {
			return // the whole was valid
		}
		switch n := Objects(value); {
		case seen[name]:
			w.unread(fmt.Sprintf("the key %q occurs twice: only the last is read", at))
		case slices.Contains(rows, path+name):
		case slices.ContainsFunc(rows, func(r string) bool { return strings.HasPrefix(r, path+name+".") }):
			w.siblings(value, path+name+".", rows)
		case n > 0:
			w.unread(fmt.Sprintf("%s holds %s in arrays that were not read", at, plural(n, "object")))
		case holdsRecord(value, w.file.opts, 0):
			w.unread(at + " holds an object that may be a record and was not read")
		default:
			quiet = append(quiet, at)
			if texts := stringsOf(value); len(texts) > 0 {
				w.skipped = append(w.skipped, Skipped{Where: at, Cells: texts})
			}
		}
		seen[name] = true
	}
	if len(quiet) > 0 {
		w.file.note("not read next to them: " + strings.Join(quiet, ", "))
	}
}

func (w *wrapper) unread(what string) {
	err := w.file.bad(0, "write all rows into one array, or as NDJSON, one object a line", fmt.Errorf("%s", what))
	w.faults = append(w.faults, pending{err: err})
}

// holdsRecord reports whether an object, or one inside of it, has the keys of a
// record.
func holdsRecord(value json.RawMessage, opts Options, depth int) bool {
	var fields map[string]json.RawMessage
	if opts.IsRecord == nil || depth > maxDepth || json.Unmarshal(value, &fields) != nil || len(fields) == 0 {
		return false
	}
	if opts.IsRecord(sortedKeys(fields)) {
		return true
	}
	for _, v := range fields {
		if holdsRecord(v, opts, depth+1) {
			return true
		}
	}
	return false
}

// stringsOf are the strings of a value, at any depth.
func stringsOf(value json.RawMessage) (out []string) {
	var whole any
	if json.Unmarshal(value, &whole) != nil {
		return nil
	}
	var walk func(any)
	walk = func(v any) {
		switch v := v.(type) {
		case string:
			if s := clean(v); s != "" {
				out = append(out, s)
			}
		case []any:
			for _, e := range v {
				walk(e)
			}
		case map[string]any:
			for _, k := range slices.Sorted(maps.Keys(v)) {
				walk(v[k])
			}
		}
	}
	walk(whole)
	return out
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
