package table

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/enduse/enduse/internal/charset"
)

// object is a JSON object, flattened: nested objects by dotted path, the
// elements of arrays as several values of one key.
type object struct {
	raw    json.RawMessage
	keys   []string
	values map[string][]string
	twice  string // the path of a key that occurs twice in one object
}

// maxDepth bounds the nesting of a row; real rows have three levels.
const maxDepth = 32

var errNotObject = errors.New("not an object")

func parseObject(raw []byte) (*object, error) {
	raw = bytes.TrimSpace(raw)
	if len(raw) == 0 || raw[0] != '{' {
		return nil, errNotObject
	}
	o := &object{raw: bytes.Clone(raw), values: map[string][]string{}}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if err := o.read(dec, "", 0); err != nil {
		return nil, err
	}
	return o, nil
}

// read takes one value from the decoder and files it under a path.
func (o *object) read(dec *json.Decoder, path string, depth int) error {
	if depth > maxDepth {
		return fmt.Errorf("nested deeper than %d levels", maxDepth)
	}
	tok, err := dec.Token()
	if err != nil {
		return err
	}
	switch v := tok.(type) {
	case json.Delim:
		if v == '{' {
			return o.readObject(dec, path, depth)
		}
		return o.readArray(dec, path, depth)
	case nil:
		return o.touch(path)
	default:
		return o.add(path, fmt.Sprint(v))
	}
}

func (o *object) readObject(dec *json.Decoder, path string, depth int) error {
	if path != "" && depth > 0 && !dec.More() {
		_ = o.touch(path)
	}
	var seen names
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return err
		}
		name, _ := key.(string)
		again := seen.add(name)
		if path != "" {
			name = path + "." + name
		}
		if again && o.twice == "" {
			o.twice = name
		}
		if err := o.read(dec, name, depth+1); err != nil {
			return err
		}
	}
	_, err := dec.Token()
	return err
}

// names are the keys of one object: few, as a rule.
type names struct {
	few  []string
	many map[string]bool
}

// add reports whether a name was there before.
func (n *names) add(name string) bool {
	if n.many == nil && len(n.few) < 16 {
		if slices.Contains(n.few, name) {
			return true
		}
		n.few = append(n.few, name)
		return false
	}
	if n.many == nil {
		n.many = map[string]bool{}
		for _, f := range n.few {
			n.many[f] = true
		}
	}
	again := n.many[name]
	n.many[name] = true
	return again
}

func (o *object) readArray(dec *json.Decoder, path string, depth int) error {
	if !dec.More() {
		_ = o.touch(path)
	}
	for dec.More() {
		if err := o.read(dec, path, depth+1); err != nil {
			return err
		}
	}
	_, err := dec.Token()
	return err
}

// touch files a key without a value.
func (o *object) touch(path string) error {
	if _, ok := o.values[path]; !ok {
		o.keys = append(o.keys, path)
		o.values[path] = nil
	}
	if len(o.keys) > maxColumns {
		return fmt.Errorf("more than %d keys", maxColumns)
	}
	return nil
}

func (o *object) add(path, value string) error {
	if len(value) > maxField {
		return fmt.Errorf("%s is longer than 1 MiB", path)
	}
	if err := o.touch(path); err != nil {
		return err
	}
	if value = clean(value); value != "" {
		o.values[path] = append(o.values[path], value)
	}
	return nil
}

// garbled are the keys whose values look decoded by a wrong encoding.
func (o *object) garbled(wanted bool) (out []string) {
	for _, k := range o.keys {
		if wanted && slices.ContainsFunc(o.values[k], charset.Garbled) {
			out = append(out, k)
		}
	}
	return out
}

// objectColumns is the union of the keys of the first rows, in order.
func objectColumns(rows []pending) []string {
	var out []string
	seen := map[string]bool{}
	for _, p := range rows {
		if p.object == nil {
			continue
		}
		for _, k := range p.object.keys {
			if !seen[k] {
				seen[k] = true
				out = append(out, k)
			}
		}
	}
	return out
}

func sortedKeys(m map[string]json.RawMessage) []string { return slices.Sorted(maps.Keys(m)) }
