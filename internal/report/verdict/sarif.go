package verdict

import (
	"cmp"
	"encoding/json"
	"io"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/triage"
	"github.com/enduse/enduse/wire"
)

// sarif writes the Static Analysis Results Interchange Format, version 2.1.0
// (OASIS, 27 March 2020): a result for each finding, at the row of the user's
// file, so that what shows such results can show these. It is written at the
// end, for its rules stand before its results.
type sarif struct {
	w       io.Writer
	head    wire.Run
	results []sarifResult
	rules   []sarifRule
}

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool    sarifTool     `json:"tool"`
	Results []sarifResult `json:"results"`
}

type sarifTool struct {
	Driver sarifDriver `json:"driver"`
}

type sarifDriver struct {
	Name    string      `json:"name"`
	Version string      `json:"version"`
	Rules   []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID   string    `json:"id"`
	Text sarifText `json:"shortDescription"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifResult struct {
	Rule       string          `json:"ruleId"`
	Level      string          `json:"level"`
	Message    sarifText       `json:"message"`
	Locations  []sarifLocation `json:"locations"`
	Properties sarifProperties `json:"properties"`
}

type sarifProperties struct {
	ID       string         `json:"record,omitempty"`
	Subject  string         `json:"subject,omitempty"`
	Citation string         `json:"citation,omitempty"`
	Evidence enduse.Grounds `json:"evidence,omitzero"`
}

type sarifLocation struct {
	Physical sarifPhysical `json:"physicalLocation"`
}

type sarifPhysical struct {
	Artifact sarifArtifact `json:"artifactLocation"`
	Region   *sarifRegion  `json:"region,omitempty"`
}

type sarifArtifact struct {
	URI string `json:"uri"`
}

type sarifRegion struct {
	Line int `json:"startLine"`
}

// Begin waits for the run.
func (s *sarif) Begin(Header) error { return nil }

// Each adds the findings of each record of a run, in the order of the file.
func (s *sarif) Each(run *triage.Run) error {
	s.head = *run.Head()
	for r, err := range run.InOrder() {
		if err != nil {
			return err
		}
		s.record(r)
	}
	return nil
}

// record adds the findings of a record, and what makes it incomplete.
func (s *sarif) record(r *wire.Result) {
	switch {
	case r.Error != nil:
		s.add(r, enduse.Finding{ID: "record.unread", Severity: enduse.Incomplete, Message: report.Join(": ", r.Error.Field, r.Error.Message)})
	case len(r.Findings) == 0 && r.Outcome == enduse.Incomplete:
		s.add(r, enduse.Finding{ID: "record.incomplete", Severity: enduse.Incomplete, Message: "nothing was found, and not all was checked: " + whats(r.Gaps)})
	}
	for _, f := range r.Findings {
		s.add(r, f)
	}
}

func whats(gaps []enduse.Gap) string {
	var out []string
	for _, g := range gaps {
		out = append(out, g.What)
	}
	return report.JoinStrings(out, ", ")
}

func (s *sarif) add(r *wire.Result, f enduse.Finding) {
	if !slices.ContainsFunc(s.rules, func(o sarifRule) bool { return o.ID == f.ID }) {
		s.rules = append(s.rules, sarifRule{f.ID, sarifText{report.Join(": ", f.ID, f.Citation)}})
	}
	at := sarifPhysical{Artifact: sarifArtifact{cmp.Or(r.File, s.head.Input)}}
	if r.Row > 0 {
		at.Region = &sarifRegion{r.Row}
	}
	s.results = append(s.results, sarifResult{
		Rule: f.ID, Level: levelOf(f.Severity), Message: sarifText{report.Join(": ", aboutOf(f), f.Message)}, Locations: []sarifLocation{{at}},
		Properties: sarifProperties{r.ID, f.Subject, f.Citation, f.Evidence},
	})
}

// levelOf is the level of a severity in the words of the format.
func levelOf(o enduse.Outcome) string {
	switch o {
	case enduse.Prohibited:
		return "error"
	case enduse.Review:
		return "warning"
	case enduse.Incomplete, enduse.Clear, enduse.Lead:
	}
	return "note"
}

// End writes all.
func (s *sarif) End() error {
	e := json.NewEncoder(s.w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(sarifLog{
		Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0",
		Runs: []sarifRun{{sarifTool{sarifDriver{"enduse", s.head.Stamp.Engine, notNil(s.rules)}}, notNil(s.results)}},
	})
}

// notNil makes an empty list of none, which JSON would write as null.
func notNil[T any](v []T) []T {
	if v == nil {
		return []T{}
	}
	return v
}
