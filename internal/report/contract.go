package report

import (
	"math"

	"github.com/enduse/enduse"
)

// The types of this file are the output contract.

type rowJSON struct {
	File       string           `json:"file,omitempty"`
	Row        int              `json:"row"`
	ID         string           `json:"id,omitempty"`
	Outcome    enduse.Outcome   `json:"outcome"`
	Complete   bool             `json:"complete"`
	NotChecked []string         `json:"not_checked"`
	Gaps       []enduse.Gap     `json:"gaps"`
	Parties    []partyJSON      `json:"parties"`
	Items      []itemJSON       `json:"items"`
	Findings   []enduse.Finding `json:"findings"`
	// NotEvaluated are the rules that lacked an input, Questions what is still to
	// be asked.
	NotEvaluated []enduse.Gap      `json:"not_evaluated"`
	Questions    []enduse.Question `json:"questions"`
	Notes        []string          `json:"notes,omitempty"`
	Stamp        enduse.Stamp      `json:"stamp"`
}

type faultJSON struct {
	File     string         `json:"file,omitempty"`
	Row      int            `json:"row"`
	ID       string         `json:"id,omitempty"`
	Outcome  enduse.Outcome `json:"outcome"`
	Complete bool           `json:"complete"`
	Error    *Fault         `json:"error"`
}

type partyJSON struct {
	Role enduse.Role `json:"role"`
	Name string      `json:"name"`
	Hits []hitJSON   `json:"hits"`
	// HitsTotal is their number before --limit.
	HitsTotal int `json:"hits_total"`
}

type hitJSON struct {
	Entity      enduse.EntityID   `json:"entity"`
	List        enduse.ListID     `json:"list"`
	Source      enduse.SourceID   `json:"source"`
	Schema      enduse.Schema     `json:"schema"`
	Caption     string            `json:"caption"`
	Matched     string            `json:"matched"`
	MatchedKind enduse.NameKind   `json:"matched_kind"`
	Score       float64           `json:"score"`
	LogOdds     float64           `json:"log_odds"`
	Probability float64           `json:"probability"`          // of the prior in the stamp
	OFACScore   *int              `json:"ofac_score,omitempty"` // an approximation, and only if asked for
	Match       bool              `json:"match"`
	Identity    string            `json:"identity,omitempty"` // what fixes it
	NotInForce  bool              `json:"not_in_force,omitempty"`
	Programs    []string          `json:"programs"`
	Measures    []enduse.Measure  `json:"measures"`
	Lists       []enduse.ListID   `json:"lists"`
	Listed      listedJSON        `json:"listed"`
	Members     []enduse.EntityID `json:"members"`
	Evidence    []enduse.Evidence `json:"evidence"`
}

type listedJSON struct {
	BirthDates  []enduse.Date       `json:"birth_dates"`
	Countries   []enduse.Country    `json:"countries"`
	Addresses   []string            `json:"addresses"`
	Identifiers []enduse.Identifier `json:"identifiers"`
	Remarks     string              `json:"remarks"`
	Record      string              `json:"record"`
}

type itemJSON struct {
	Line        int      `json:"line"`
	Description string   `json:"description"`
	Codes       []string `json:"codes"`
	Findings    []string `json:"findings"`
}

// contract writes a result as the output contract has it.
func contract(r *Result) any {
	if r.Err != nil {
		return faultJSON{File: r.File, Row: r.Row, ID: r.ID, Outcome: enduse.Incomplete, Error: r.Err}
	}
	v := &r.Verdict
	out := rowJSON{
		File: r.File, Row: r.Row, ID: r.ID, Outcome: v.Outcome, Complete: v.Complete, NotChecked: []string{},
		Gaps: list(v.Gaps), Parties: []partyJSON{}, Items: []itemJSON{}, Findings: list(v.Findings),
		NotEvaluated: list(v.NotEvaluated), Questions: list(v.Questions), Notes: r.AllNotes(), Stamp: v.Stamp,
	}
	for _, g := range v.Gaps {
		out.NotChecked = append(out.NotChecked, g.What+": "+g.Why)
	}
	for _, p := range v.Parties {
		party := partyJSON{Role: p.Party.Role, Name: p.Party.Name, Hits: []hitJSON{}, HitsTotal: p.Total}
		for i := range p.Hits {
			party.Hits = append(party.Hits, hitOf(&p.Hits[i]))
		}
		out.Parties = append(out.Parties, party)
	}
	for _, i := range v.Items {
		item := itemOf(i.Item, v.Findings)
		if i.Codes != nil {
			item.Codes = i.Codes
		}
		out.Items = append(out.Items, item)
	}
	return out
}

func itemOf(i enduse.Item, findings []enduse.Finding) itemJSON {
	out := itemJSON{Line: i.Line, Description: i.Description, Codes: []string{}, Findings: []string{}}
	for _, c := range []string{i.HS, i.ECCN} {
		if c != "" {
			out.Codes = append(out.Codes, c)
		}
	}
	for _, f := range findings {
		if f.Subject != i.Subject() {
			continue
		}
		out.Findings = append(out.Findings, f.ID)
		for _, part := range f.Parts {
			if part.Subject == f.Subject {
				out.Findings = append(out.Findings, part.ID)
			}
		}
	}
	return out
}

func hitOf(h *enduse.Hit) hitJSON {
	e := h.Entity
	out := hitJSON{
		Entity: e.ID, List: e.List, Source: e.Source, Schema: e.Schema, Caption: e.Caption(),
		Matched: h.Matched.Text, MatchedKind: h.Matched.Kind, Score: round(h.Score.Value), LogOdds: round(h.Score.LogOdds), Probability: round(h.Score.Probability),
		OFACScore: h.OFACScore, Match: h.Match, Identity: h.IdentityBy, NotInForce: h.NotInForce,
		Programs: list(e.Programs()), Measures: list(e.Measures()), Lists: list(e.Lists()),
		Members: []enduse.EntityID{e.ID}, Evidence: list(h.Evidence),
		Listed: listedJSON{
			BirthDates: list(e.BirthDates), Countries: list(append(append([]enduse.Country{}, e.Countries...), e.Nationalities...)),
			Addresses: []string{}, Identifiers: list(e.Identifiers), Remarks: e.Remarks, Record: e.Record,
		},
	}
	for _, a := range e.Addresses {
		out.Listed.Addresses = append(out.Listed.Addresses, a.String())
	}
	return out
}

// list makes an empty list of none, which JSON would write as null.
func list[T any](v []T) []T {
	if v == nil {
		return []T{}
	}
	return v
}

// round keeps six decimals: more than any weight has, fewer than the noise of
// adding them.
func round(v float64) float64 { return math.Round(v*1e6) / 1e6 }
