package enduse

import (
	"slices"
	"time"
)

// Outcome is the answer to a query.
type Outcome string

// The outcomes, the weightiest first. An error, a cancellation or a list that
// was not searched makes Incomplete what would else be Clear.
const (
	Prohibited Outcome = "prohibited"
	Review     Outcome = "review"
	Incomplete Outcome = "incomplete"
	Clear      Outcome = "clear"
)

// Outcomes lists the outcomes in order of precedence.
var Outcomes = []Outcome{Prohibited, Review, Incomplete, Clear}

// Lead is the severity of a finding that is worth seeing and makes no duty by
// itself: it never sets an outcome.
const Lead Outcome = "lead"

// Severities lists what a finding can be, the weightiest first.
var Severities = []Outcome{Prohibited, Review, Lead}

// Outranks reports whether o takes precedence over p.
func (o Outcome) Outranks(p Outcome) bool { return o.rank() < p.rank() }

func (o Outcome) rank() int {
	for i, v := range Outcomes {
		if v == o {
			return i
		}
	}
	return len(Outcomes)
}

// Finding is the outcome of a rule, with its citation.
type Finding struct {
	ID       string  `json:"id"`       // the rule's, such as "party.asset_freeze"
	Severity Outcome `json:"severity"` // prohibited, review or lead
	Subject  string  `json:"subject"`  // the party or the item that it is about
	Message  string  `json:"message"`
	Citation string  `json:"citation"`
	Evidence Grounds `json:"evidence,omitzero"`
	// Why says why the rule's regime applies to this seller and these goods.
	Why string `json:"why,omitempty"`
	// Hint is a licence, an exception or a next step to look into: a lead, not
	// advice.
	Hint string `json:"hint,omitempty"`
	// Parts are findings that this one refines: their facts are part of its own. Its
	// message and its citation name theirs.
	Parts []Finding `json:"parts,omitempty"`
}

// Question is what the user must still ask the customer or find out, and which
// rule needs the answer.
type Question struct {
	ID       string `json:"id"` // the rule's
	Text     string `json:"text"`
	Citation string `json:"citation"`
	// Of says whom it is about. What concerns the seller is the same for every record
	// of a run.
	Of Asked `json:"of,omitempty"`
	// Party is the customer's name as the shipment has it; empty where the question is
	// about the seller, or where no customer is named.
	Party string `json:"party,omitempty"`
}

// Asked is whom a question is about.
type Asked string

// Whom a question is about.
const (
	AskedCustomer Asked = "customer"
	AskedSeller   Asked = "seller"
)

// Gap is something that was not checked, and why. A verdict with a gap is not
// complete.
type Gap struct {
	What string `json:"what"` // a list, "goods", "route", "party 2"
	Why  string `json:"why"`
	Hint string `json:"hint,omitempty"` // how to close it
}

// PartyResult holds a party and what was found for it, best hit first. Hits
// may be cut to a limit; Total is their number before.
type PartyResult struct {
	Party Party `json:"party"`
	Hits  []Hit `json:"hits"`
	Total int   `json:"total"`
}

// ItemResult holds an item and the codes that it was looked up by: six digits of HS
// 2022 and its control number. Codes is nil where goods were not checked.
type ItemResult struct {
	Item  Item     `json:"item"`
	Codes []string `json:"codes"`
}

// Checked is what one check found, in its order: a part of a verdict.
type Checked struct {
	Findings  []Finding
	Questions []Question
	Gaps      []Gap
	// NotEvaluated are rules that lacked an input, and Notes what was assumed.
	NotEvaluated []Gap
	Notes        []string
}

// EditionStamp names an edition that a verdict rests on.
type EditionStamp struct {
	List      ListID       `json:"list"`
	Source    SourceID     `json:"source"`
	Digest    string       `json:"digest"`
	Published *Date        `json:"published"`
	Entities  int          `json:"entities"`
	State     EditionState `json:"state"`
}

// Stamp says what a verdict rests on. The same query with the same stamp gives
// the same bytes.
type Stamp struct {
	Engine   string         `json:"engine"` // the program's version
	Policy   string         `json:"policy"` // "sha256:" and the policy's digest
	Editions []EditionStamp `json:"editions"`
	// Failed names editions in force that could not be searched.
	Failed []string `json:"failed,omitempty"`
	AsOf   Date     `json:"as_of"`
	// Prior is what the probabilities of the hits rest on: the share of the hits at or
	// above the policy's threshold that are taken to be the party.
	Prior float64 `json:"prior"`
	// Tables are the digests of the tables in the engine that scores rest on, by
	// name: "sha256:" and 64 hex digits.
	Tables map[string]string `json:"tables"`
	// Options are what was asked for besides the policy.
	Options Options `json:"options,omitzero"`
}

// Options are what changes an answer and is neither in the query nor the policy's
// own. The zero value asks for what the policy says.
type Options struct {
	Threshold *float64 `json:"threshold,omitempty"` // in place of the policy's
	MinScore  *float64 `json:"min_score,omitempty"` // hits from this score are shown; nil: from the threshold
	Limit     int      `json:"limit,omitempty"`     // the number of hits shown for a party; 0: all
	// Scorer names a score that is shown next to that of each hit, such as "ofac".
	Scorer string `json:"scorer,omitempty"`
}

// Clock returns the present time. It is handed in, so that a verdict can be
// replayed.
type Clock func() time.Time

// Verdict is the answer to one query.
type Verdict struct {
	Outcome  Outcome       `json:"outcome"`
	Complete bool          `json:"complete"`
	Gaps     []Gap         `json:"gaps"`
	Parties  []PartyResult `json:"parties"`
	Items    []ItemResult  `json:"items,omitempty"`
	Route    Route         `json:"route,omitzero"`
	Findings []Finding     `json:"findings"`
	// NotEvaluated are the rules that an input was missing for.
	NotEvaluated []Gap      `json:"not_evaluated,omitempty"`
	Questions    []Question `json:"questions,omitempty"`
	// Notes say what was assumed of the query, such as that a field holds two names.
	Notes []string `json:"notes,omitempty"`
	Stamp Stamp    `json:"stamp"`
}

// Add adds what one check found. Gaps and questions are added once: several checks
// may ask what the seller's profile does not say.
func (v *Verdict) Add(c Checked) {
	v.Findings = append(v.Findings, c.Findings...)
	v.NotEvaluated = append(v.NotEvaluated, c.NotEvaluated...)
	v.Notes = append(v.Notes, c.Notes...)
	for _, g := range c.Gaps {
		if !slices.Contains(v.Gaps, g) {
			v.Gaps = append(v.Gaps, g)
		}
	}
	for _, q := range c.Questions {
		asked := func(o Question) bool { return o.ID == q.ID && o.Text == q.Text }
		if !slices.ContainsFunc(v.Questions, asked) {
			v.Questions = append(v.Questions, q)
		}
	}
}

// Conclude sets Outcome and Complete from the findings and the gaps: the
// severest finding that is no lead decides; with none, a gap makes it Incomplete;
// Clear needs neither. It is the only way a verdict gets its outcome.
func (v *Verdict) Conclude() {
	v.Complete = len(v.Gaps) == 0
	v.Outcome = Clear
	if !v.Complete {
		v.Outcome = Incomplete
	}
	for _, f := range v.Findings {
		severity := f.Severity
		if !slices.Contains(Severities, severity) {
			severity = Review // whatever it is, somebody must look
		}
		if severity.Outranks(v.Outcome) {
			v.Outcome = severity
		}
	}
}
