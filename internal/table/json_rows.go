package table

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
)

// wrapper finds the rows in an object of JSON: the object is a record itself, or it
// is wrapped around arrays of them.
type wrapper struct {
	file    *file
	src     *arraySource // of the rows
	faults  []pending    // what was not read
	skipped []Skipped
}

// find looks for the rows in an object, and in the only object within it.
func (w *wrapper) find(raw []byte, fields map[string]json.RawMessage, depth int) error {
	opts := w.file.opts
	record := opts.IsRecord != nil && opts.IsRecord(sortedKeys(fields))
	if inner, key := onlyObject(fields); inner != nil && !record && depth < maxAround && !isRecordWithin(raw, opts) {
		w.file.note("the record is taken from " + key)
		return w.find(fields[key], inner, depth+1)
	}
	if record {
		w.src.set(raw)
		return nil
	}
	arrays := rowsIn(fields, "", opts, 0)
	if len(arrays) == 0 {
		arrays = arraysOfObjects(fields)
		if rows := keyed(fields, opts); len(arrays) == 0 && rows != nil && !isRecordWithin(raw, opts) {
			w.file.note("rows taken from the keys of the object")
			w.src.set(rows...)
			return nil
		}
		if header, rows := columnar(fields); len(arrays) == 0 && rows != nil {
			w.file.note("rows taken from arrays, by an array of the names of their columns")
			w.src.set(rows)
			w.src.header = header
			return nil
		}
		if len(arrays) == 0 || isRecordWithin(raw, opts) {
			w.src.set(raw)
			return nil
		}
		if len(arrays) > 1 {
			return w.file.fault("the object holds several arrays of objects, and none is known as one of records: "+strings.Join(arrays, ", "),
				"keep one of them, or write the rows as NDJSON, one object a line")
		}
	}
	w.file.note("rows taken from " + strings.Join(arrays, ", "))
	w.siblings(raw, "", arrays)
	w.src.set(valuesAt(fields, arrays)...)
	return nil
}

// set sets what is read: objects, and arrays of them.
func (s *arraySource) set(all ...json.RawMessage) {
	for _, raw := range all {
		if raw = bytes.TrimSpace(raw); len(raw) > 0 && raw[0] == '{' {
			raw = slices.Concat([]byte("["), raw, []byte("]"))
		}
		s.more = append(s.more, raw)
	}
	s.follow()
}

// isRecordWithin reports whether an object is a record by the keys of the objects
// within it.
func isRecordWithin(raw []byte, opts Options) bool {
	o, err := parseObject(raw)
	if err != nil || opts.IsRecord == nil {
		return false
	}
	var keys []string
	for _, k := range o.keys {
		if len(o.values[k]) == 1 && !strings.HasPrefix(k, "meta") {
			keys = append(keys, k)
		}
	}
	return opts.IsRecord(keys)
}

// onlyObject is the object that is all that another one holds.
func onlyObject(fields map[string]json.RawMessage) (map[string]json.RawMessage, string) {
	if len(fields) != 1 {
		return nil, ""
	}
	for k, v := range fields {
		var inner map[string]json.RawMessage
		if json.Unmarshal(v, &inner) == nil && len(inner) > 0 {
			return inner, k
		}
	}
	return nil, ""
}

// maxAround is how many objects may be around an array of rows.
const maxAround = 5

// rowsIn finds the arrays of records in an object and in the objects within it, by
// their paths.
func rowsIn(fields map[string]json.RawMessage, path string, opts Options, depth int) (out []string) {
	for _, k := range sortedKeys(fields) {
		var inner map[string]json.RawMessage
		switch {
		case recordsIn(fields[k], opts):
			out = append(out, path+k)
		case depth < maxAround && json.Unmarshal(fields[k], &inner) == nil && (opts.IsRecord == nil || !opts.IsRecord(sortedKeys(inner))):
			out = append(out, rowsIn(inner, path+k+".", opts, depth+1)...)
		}
	}
	return out
}

// recordsIn reports whether a value is an array of objects, at least one of them a record.
func recordsIn(value json.RawMessage, opts Options) bool {
	value = bytes.TrimSpace(value)
	var all []json.RawMessage
	if len(value) == 0 || value[0] != '[' || opts.IsRecord == nil || json.Unmarshal(value, &all) != nil {
		return false
	}
	seen := map[string]bool{}
	for _, raw := range all[:min(len(all), 1000)] {
		o, err := parseObject(raw)
		if err != nil {
			continue
		}
		if key := strings.Join(o.keys, "\n"); !seen[key] {
			seen[key] = true
			if opts.IsRecord(o.keys) {
				return true
			}
		}
	}
	return false
}

// valuesAt are the values at paths of keys.
func valuesAt(fields map[string]json.RawMessage, paths []string) (out []json.RawMessage) {
	for _, p := range paths {
		if v, ok := fields[p]; ok {
			out = append(out, v)
			continue
		}
		at := fields
		for rest := p; ; {
			var inner map[string]json.RawMessage
			k := prefixKey(at, rest)
			if rest = strings.TrimPrefix(rest[len(k):], "."); rest == "" {
				out = append(out, at[k])
				break
			}
			if json.Unmarshal(at[k], &inner) != nil {
				break
			}
			at = inner
		}
	}
	return out
}

// prefixKey is the key of an object with which a path begins; keys may have points.
func prefixKey(fields map[string]json.RawMessage, path string) string {
	for _, k := range sortedKeys(fields) {
		if k == path || strings.HasPrefix(path, k+".") {
			return k
		}
	}
	return path
}

// keyed are the rows of an object whose keys are those of its rows: each value is an
// object, with the same keys in all of them. Where they name nobody, the key does.
func keyed(fields map[string]json.RawMessage, opts Options) (rows []json.RawMessage) {
	first := ""
	for _, k := range sortedKeys(fields) {
		o, err := parseObject(fields[k])
		if err != nil || len(o.keys) == 0 || len(fields) < 2 || opts.IsRecord == nil {
			return nil
		}
		if keys := strings.Join(o.keys, "\n"); first == "" {
			first = keys
		} else if keys != first {
			return nil
		}
		raw := fields[k]
		if !opts.IsRecord(o.keys) {
			name, _ := json.Marshal(k)
			raw = slices.Concat([]byte(`{"name":`), name, []byte(","), bytes.TrimSpace(raw)[1:])
		}
		rows = append(rows, raw)
	}
	return rows
}

// columnar finds an array of column names next to an array of rows that are
// arrays, as data frames are written.
func columnar(fields map[string]json.RawMessage) (header []string, rows json.RawMessage) {
	for _, k := range sortedKeys(fields) {
		var names []string
		var all [][]any
		switch {
		case json.Unmarshal(fields[k], &names) == nil && len(names) > 1 && header == nil && k != "index":
			header = names
		case json.Unmarshal(fields[k], &all) == nil && len(all) > 0 && rows == nil:
			rows = fields[k]
		}
	}
	if header == nil {
		return nil, nil
	}
	return header, rows
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
