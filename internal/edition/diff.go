package edition

import (
	"bytes"
	"cmp"
	"encoding/json"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/wire"
)

// Diff compares two editions of a source, field by field. The position of a
// record in its file does not count as a change.
func (s *Store) Diff(from, to enduse.Edition) (wire.Diff, error) {
	before, err := s.Entities(from)
	if err != nil {
		return wire.Diff{}, err
	}
	after, err := s.Entities(to)
	if err != nil {
		return wire.Diff{}, err
	}
	d, err := diff(before, after)
	d.From, d.To = from.Digest, to.Digest
	return d, err
}

// diff merges two lists that are sorted by id.
func diff(before, after []*enduse.Entity) (d wire.Diff, err error) {
	d = wire.Diff{Added: []*enduse.Entity{}, Removed: []*enduse.Entity{}, Changed: []wire.Change{}}
	for len(before) > 0 || len(after) > 0 {
		switch c := compareHeads(before, after); {
		case c < 0:
			d.Removed = append(d.Removed, before[0])
			before = before[1:]
		case c > 0:
			d.Added = append(d.Added, after[0])
			after = after[1:]
		default:
			fields, err := changedFields(before[0], after[0])
			if err != nil {
				return d, err
			}
			if len(fields) > 0 {
				d.Changed = append(d.Changed, wire.Change{ID: after[0].ID, Caption: after[0].Caption(), Fields: fields})
			}
			before, after = before[1:], after[1:]
		}
	}
	return d, nil
}

// compareHeads compares the next ids of two lists; an empty list comes last.
func compareHeads(a, b []*enduse.Entity) int {
	switch {
	case len(a) == 0:
		return 1
	case len(b) == 0:
		return -1
	}
	return cmp.Compare(a[0].ID, b[0].ID)
}

func changedFields(a, b *enduse.Entity) (out []wire.FieldChange, err error) {
	before, err := fieldsOf(a)
	if err != nil {
		return nil, err
	}
	after, err := fieldsOf(b)
	if err != nil {
		return nil, err
	}
	names := map[string]bool{}
	for f := range before {
		names[f] = true
	}
	for f := range after {
		names[f] = true
	}
	for f := range names {
		if !bytes.Equal(before[f], after[f]) {
			c := wire.FieldChange{Field: f, Before: before[f], After: after[f]}
			c.Added, c.Removed = valuesOf(after[f]).without(before[f]), valuesOf(before[f]).without(after[f])
			out = append(out, c)
		}
	}
	slices.SortFunc(out, func(x, y wire.FieldChange) int { return cmp.Compare(x.Field, y.Field) })
	return out, nil
}

// fieldsOf returns the JSON fields of an entity, without its position in the file.
func fieldsOf(e *enduse.Entity) (map[string]json.RawMessage, error) {
	c := *e
	c.Record = ""
	b, err := json.Marshal(c)
	if err != nil {
		return nil, err
	}
	var out map[string]json.RawMessage
	return out, json.Unmarshal(b, &out)
}

// values are the elements of a field that may have several.
type values []json.RawMessage

// valuesOf returns the elements of an array, and nothing for any other value.
func valuesOf(raw json.RawMessage) (out values) {
	if json.Unmarshal(raw, &out) != nil {
		return nil
	}
	return out
}

// without returns the values that are not in an array.
func (v values) without(raw json.RawMessage) (out []json.RawMessage) {
	other := valuesOf(raw)
	for _, x := range v {
		if !slices.ContainsFunc(other, func(y json.RawMessage) bool { return bytes.Equal(x, y) }) {
			out = append(out, x)
		}
	}
	return out
}
