package enduse

import (
	"bytes"
	"encoding/json"
	"reflect"
)

// Grounds are what a finding rests on: listed entities, codes of goods, a path of
// owners, or the values of a rule. At most one of the members is set. In JSON,
// grounds are the object of that member; they read back as what was written.
type Grounds struct {
	Hits  *HitGrounds
	Codes *CodeGrounds
	Path  *PathGrounds
	// Values are named values of a rule.
	Values map[string]any
}

// HitGrounds are the listed entities that a party may be, the best first.
type HitGrounds struct {
	// Against says which facts speak against the best one, of a namesake.
	Against  []string   `json:"against,omitzero"`
	Entities []EntityID `json:"entities"`
	// Identity says what fixes the identity, and is empty where it is likely only; nil
	// where the finding does not depend on it.
	Identity *string  `json:"identity,omitempty"`
	Score    *float64 `json:"score,omitempty"` // of the best; nil where none was given
}

// CodeGrounds are the codes of goods that are on a list or that point to one.
type CodeGrounds struct {
	Reasons           []string        `json:"because,omitempty"`    // the words and part numbers of the item
	Candidates        []CodeCandidate `json:"candidates,omitempty"` // codes that they may have
	Codes             []string        `json:"codes,omitempty"`      // codes of the item that are on the list
	Concordance       string          `json:"concordance,omitempty"`
	ConcordanceSource string          `json:"concordance_source,omitempty"`
	ControlNumber     string          `json:"control_number,omitempty"`
	ControlNumbers    []string        `json:"control_numbers,omitempty"`
	Entry             string          `json:"entry,omitempty"` // of the list
	Given             string          `json:"given,omitempty"` // the code that the user gave
	List              string          `json:"list,omitempty"`
	Regime            string          `json:"regime,omitempty"` // of a control number
	Tier              string          `json:"tier,omitempty"`
	WentTo            []string        `json:"went_to,omitempty"` // codes of HS 2022 for the one given
}

// CodeCandidate is a code that goods may have, by their words or a part number.
type CodeCandidate struct {
	Code       string  `json:"code"`
	Confidence float64 `json:"confidence"`
	List       string  `json:"list"` // a list that has the code
	Source     string  `json:"source"`
	Tier       string  `json:"tier"`
}

// PathGrounds are the interests that lead from a party to a listed owner, the
// party's first.
type PathGrounds struct {
	Path []Interest `json:"path"`
}

// GroundsOf returns values of a rule as the grounds of a finding.
func GroundsOf(values map[string]any) Grounds { return Grounds{Values: values} }

// IsZero reports whether there is nothing that the finding rests on.
func (g Grounds) IsZero() bool {
	return g.Hits == nil && g.Codes == nil && g.Path == nil && len(g.Values) == 0
}

// member is the one that is set.
func (g Grounds) member() any {
	switch {
	case g.Hits != nil:
		return g.Hits
	case g.Codes != nil:
		return g.Codes
	case g.Path != nil:
		return g.Path
	case g.Values != nil:
		return g.Values
	}
	return struct{}{}
}

// MarshalJSON implements json.Marshaler. Text is not escaped for HTML: the encoder
// that writes the whole does that if it has to.
func (g Grounds) MarshalJSON() ([]byte, error) { return plainJSON(g.member()) }

func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSpace(b.Bytes()), nil
}

// UnmarshalJSON implements json.Unmarshaler. An object is taken for hits, codes or a
// path if it has exactly the fields that they are written with, and for values
// otherwise. Numbers among values are json.Number.
func (g *Grounds) UnmarshalJSON(text []byte) error {
	*g = Grounds{}
	if err := decodeNumbers(text, &g.Values); err != nil {
		return err
	}
	for _, t := range []Grounds{{Hits: &HitGrounds{}}, {Codes: &CodeGrounds{}}, {Path: &PathGrounds{}}} {
		if len(g.Values) == 0 || json.Unmarshal(text, t.member()) != nil {
			continue
		}
		var again map[string]any
		if b, err := plainJSON(t.member()); err == nil && decodeNumbers(b, &again) == nil && reflect.DeepEqual(again, g.Values) {
			*g = t
			return nil
		}
	}
	return nil
}

func decodeNumbers(text []byte, to *map[string]any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	return d.Decode(to)
}
