package opensanctions

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// ftm is an entity of the FollowTheMoney model.
type ftm struct {
	ID         string             `json:"id"`
	Caption    string             `json:"caption"`
	Schema     string             `json:"schema"`
	Datasets   []string           `json:"datasets"`
	Target     *bool              `json:"target"`
	Properties map[string]several `json:"properties"`
	// In addition to these, a line has referents, first_seen, last_seen, last_change.
}

// several are the values of a property. Hand-made files have one value where
// the model wants an array of them.
type several []json.RawMessage

// UnmarshalJSON implements json.Unmarshaler.
func (v *several) UnmarshalJSON(raw []byte) error {
	if len(raw) > 0 && raw[0] == '[' {
		return json.Unmarshal(raw, (*[]json.RawMessage)(v))
	}
	if string(raw) != "null" {
		*v = several{slices.Clone(raw)}
	}
	return nil
}

// known are the keys of a line that are read or say nothing of the party.
var known = map[string]bool{
	"id": true, "caption": true, "schema": true, "datasets": true, "target": true, "properties": true,
	"referents": true, "first_seen": true, "last_seen": true, "last_change": true, "origin": true,
}

// parse reads one line, and names the keys that are not known.
func parse(line []byte) (f ftm, others []string, err error) {
	if err := json.Unmarshal(line, &f); err != nil {
		if bad, ok := errors.AsType[*json.SyntaxError](err); ok && bad.Offset >= int64(len(line)) {
			err = enduse.TruncatedError(err.Error())
		}
		return ftm{}, nil, err
	}
	if f.ID == "" || f.Schema == "" {
		return ftm{}, nil, errors.New("no id or no schema: not a FollowTheMoney entity")
	}
	var keys map[string]json.RawMessage
	if err := json.Unmarshal(line, &keys); err != nil {
		return ftm{}, nil, err
	}
	for k := range keys {
		if !known[k] {
			others = append(others, k)
		}
	}
	return f, others, nil
}

// values returns the texts of a property, without blanks around them, each
// once. Nested entities are left out.
func (f ftm) values(property string) []string {
	var out []string
	seen := map[string]bool{"": true}
	for _, raw := range f.Properties[property] {
		var s string
		if json.Unmarshal(raw, &s) != nil {
			if n := nested(raw); n != nil {
				continue
			}
			s = string(raw) // a number, or what else nobody should write
			if s == "null" {
				continue
			}
		}
		if s = strings.TrimSpace(s); !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return out
}

// get returns the first value of a property.
func (f ftm) get(property string) string {
	if v := f.values(property); len(v) > 0 {
		return v[0]
	}
	return ""
}

// refs returns the ids of the entities that a property points to, nested or
// not.
func (f ftm) refs(property string) []string {
	out := f.values(property)
	for _, raw := range f.Properties[property] {
		if n := nested(raw); n != nil {
			out = append(out, n.ID)
		}
	}
	return out
}

// nested reads an entity that is in a property, nil if it is a text.
func nested(raw json.RawMessage) *ftm {
	if len(raw) == 0 || raw[0] != '{' {
		return nil
	}
	var f ftm
	if json.Unmarshal(raw, &f) != nil || f.ID == "" || f.Schema == "" {
		return nil
	}
	return &f
}

// date reads the first date of a property.
func (f ftm) date(properties ...string) *enduse.Date {
	for _, p := range properties {
		for _, v := range f.values(p) {
			if d, ok := parseDate(v); ok {
				return &d
			}
		}
	}
	return nil
}

// parseDate reads a date as precise as it is given; a time after it is left
// out.
func parseDate(s string) (enduse.Date, bool) {
	s, _, _ = strings.Cut(s, "T")
	d, err := enduse.ParseDate(s)
	return d, err == nil && d.Until == nil
}
