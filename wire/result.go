package wire

import (
	"bytes"
	"encoding/json"
	"strings"

	"github.com/enduse/enduse"
)

// Result is what became of one record of the user's file: a verdict, or the fault
// that is the reason for there being no verdict.
type Result struct {
	File     string         `json:"file,omitempty"` // where several files are screened
	Row      int            `json:"row"`            // the line of the record in its file
	ID       string         `json:"id,omitempty"`   // the user's own, such as an order number
	Outcome  enduse.Outcome `json:"outcome"`
	Complete bool           `json:"complete"` // all of the record was checked
	// NotChecked names each gap in one text.
	NotChecked []string         `json:"not_checked"`
	Gaps       []enduse.Gap     `json:"gaps"`
	Parties    []Party          `json:"parties"`
	Items      []Item           `json:"items"`
	Route      enduse.Route     `json:"route,omitzero"`
	Findings   []enduse.Finding `json:"findings"`
	// NotEvaluated are the rules that lacked an input.
	NotEvaluated []enduse.Gap `json:"not_evaluated"`
	// Questions are what is still to be asked of the customer.
	Questions []enduse.Question `json:"questions"`
	// Notes say what was assumed in reading the record and in screening it.
	Notes []string `json:"notes,omitempty"`
	// Rank is the record's place among those of its run: 1 is what to look at first.
	// 0 where a result is by itself.
	Rank int `json:"rank,omitempty"`
	// SameAsRow is the row of an earlier record of the file that asks the same; 0 for
	// none.
	SameAsRow int `json:"same_as_row,omitempty"`
	// LeftOut says why the record is nobody to screen, such as a total. It was screened
	// all the same.
	LeftOut string `json:"left_out,omitempty"`
	// Own are the cells of the record in the user's file.
	Own Cells `json:"own,omitempty"`
	// Stamp is left out where the run is stamped in its head; StampDigest names it.
	Stamp       enduse.Stamp `json:"stamp,omitzero"`
	StampDigest string       `json:"stamp_digest,omitempty"`
	// Error is the fault of a record that could not be read or screened. Such a
	// result is incomplete and has no verdict.
	Error *Fault `json:"error,omitempty"`
}

// Fault says why a record has no verdict.
type Fault struct {
	Field   string `json:"field,omitempty"`
	Message string `json:"message"`
	Hint    string `json:"hint,omitempty"` // what to do next
}

// Party is a party of the record with its hits, best first.
type Party struct {
	Role enduse.Role `json:"role"`
	Name string      `json:"name"`
	// Asked is all that was asked about; absent where that is the role and the name.
	Asked *enduse.Party `json:"asked,omitempty"`
	Hits  []Hit         `json:"hits"`
	// HitsTotal is their number before --limit.
	HitsTotal int `json:"hits_total"`
}

// Item is a line of goods, the codes that it was looked up by, and the ids of the
// findings about it.
type Item struct {
	Line        int      `json:"line"`
	Description string   `json:"description"`
	Codes       []string `json:"codes"`
	Findings    []string `json:"findings"`
}

// Hit is a listed party that a party of the record may be, with the evidence.
type Hit struct {
	Entity      enduse.EntityID `json:"entity"`
	List        enduse.ListID   `json:"list"`   // the legal list
	Source      enduse.SourceID `json:"source"` // the file that it came in
	Schema      enduse.Schema   `json:"schema"`
	Caption     string          `json:"caption"`
	Matched     string          `json:"matched"` // the listed name that compares best
	MatchedKind enduse.NameKind `json:"matched_kind"`
	Score       float64         `json:"score"`       // 0 to 1, six decimals
	LogOdds     float64         `json:"log_odds"`    // the sum of the contributions of the evidence
	Probability float64         `json:"probability"` // given the prior in the stamp
	// Likelihood is the probability in a word.
	Likelihood enduse.Likelihood `json:"likelihood"`
	OFACScore  *int              `json:"ofac_score,omitempty"` // an approximation, only where it was asked for
	Match      bool              `json:"match"`                // it makes the outcome other than clear
	Identity   string            `json:"identity,omitempty"`   // what fixes the identity
	NotInForce bool              `json:"not_in_force,omitempty"`
	Programs   []string          `json:"programs"`
	// Measures are those of all designations, the severest of each list first.
	Measures []enduse.Measure  `json:"measures"`
	Lists    []enduse.ListID   `json:"lists"`
	Listed   Listed            `json:"listed"`
	Members  []enduse.EntityID `json:"members"` // the entities that are this party
	Evidence []enduse.Evidence `json:"evidence"`
}

// Listed is what the list says of the party.
type Listed struct {
	BirthDates  []enduse.Date       `json:"birth_dates"`
	Countries   []enduse.Country    `json:"countries"`
	Addresses   []string            `json:"addresses"`
	Identifiers []enduse.Identifier `json:"identifiers"`
	Remarks     string              `json:"remarks"`
	Record      string              `json:"record"` // file and line, such as "sdn.csv:1"
	// Names are all names, the caption among them.
	Names       []enduse.Name `json:"names,omitempty"`
	BirthPlaces []string      `json:"birth_places,omitempty"`
	Gender      enduse.Gender `json:"gender,omitempty"`
	Positions   []string      `json:"positions,omitempty"` // and titles
	// Designations are the acts that list the party: on which list, since when, why.
	Designations []enduse.Designation `json:"designations,omitempty"`
}

// FaultOf puts an error into the form of the contract.
func FaultOf(err error) Fault { return Fault{Message: err.Error(), Hint: enduse.HintOf(err)} }

// FromFault returns the result of a record without a verdict.
func FromFault(f Fault) Result {
	return Result{Outcome: enduse.Incomplete, Error: &f}
}

// MarshalJSON writes empty lists as such, and a result without a verdict in its short
// form.
func (r Result) MarshalJSON() ([]byte, error) {
	if r.Error != nil {
		return marshal(faulty{r.File, r.Row, r.ID, r.Outcome, r.Complete, r.Error, r.Rank, r.LeftOut, r.Notes, r.Own, r.StampDigest})
	}
	r.NotChecked, r.Gaps, r.Parties, r.Items = list(r.NotChecked), list(r.Gaps), list(r.Parties), list(r.Items)
	r.Findings, r.NotEvaluated, r.Questions = list(r.Findings), list(r.NotEvaluated), list(r.Questions)
	if r.Stamp.Policy != "" {
		r.Stamp.Editions = list(r.Stamp.Editions)
	}
	type plain Result // without this method
	return marshal(plain(r))
}

// faulty is the form of a result without a verdict.
type faulty struct {
	File        string         `json:"file,omitempty"`
	Row         int            `json:"row"`
	ID          string         `json:"id,omitempty"`
	Outcome     enduse.Outcome `json:"outcome"`
	Complete    bool           `json:"complete"`
	Error       *Fault         `json:"error"`
	Rank        int            `json:"rank,omitempty"`
	LeftOut     string         `json:"left_out,omitempty"`
	Notes       []string       `json:"notes,omitempty"`
	Own         Cells          `json:"own,omitempty"`
	StampDigest string         `json:"stamp_digest,omitempty"`
}

// UnmarshalJSON reads a result back, also one that is lean.
func (r *Result) UnmarshalJSON(data []byte) error {
	type plain Result // without this method
	var read struct {
		plain
		Stamp json.RawMessage `json:"stamp"`
	}
	if err := json.Unmarshal(data, &read); err != nil {
		return err
	}
	*r = Result(read.plain)
	switch {
	case len(read.Stamp) == 0:
		return nil
	case read.Stamp[0] == '"': // a lean one: clear, and so complete
		r.Complete = r.Outcome == enduse.Clear
		return json.Unmarshal(read.Stamp, &r.StampDigest)
	}
	return json.Unmarshal(read.Stamp, &r.Stamp)
}

// Lean is the short form of a clear result.
type Lean struct {
	File    string         `json:"file,omitempty"`
	Row     int            `json:"row"`
	ID      string         `json:"id,omitempty"`
	Outcome enduse.Outcome `json:"outcome"`
	Stamp   string         `json:"stamp"` // the first twelve hex digits of the stamp's digest
}

// Lean returns the short form; ok is false for a result that has more to say.
func (r *Result) Lean() (l Lean, ok bool) {
	if r.Outcome != enduse.Clear || r.Error != nil || len(r.Findings) > 0 || r.LeftOut != "" || r.SameAsRow != 0 {
		return l, false
	}
	hex := strings.TrimPrefix(r.StampDigest, "sha256:")
	return Lean{r.File, r.Row, r.ID, r.Outcome, hex[:min(len(hex), 12)]}, true
}

// marshal is json.Marshal without its escapes for HTML: names are for people too.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	err := enc.Encode(v)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}
