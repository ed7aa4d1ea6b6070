package enduse_test

import (
	"fmt"
	"testing"

	"github.com/enduse/enduse"
)

func ExampleVerdict_Conclude() {
	v := enduse.Verdict{Gaps: []enduse.Gap{{What: "eu-fsf", Why: "not imported"}}}
	v.Conclude()
	fmt.Println(v.Outcome, v.Complete)

	v.Findings = []enduse.Finding{{ID: "party.asset_freeze", Severity: enduse.Review}}
	v.Conclude()
	fmt.Println(v.Outcome, v.Complete)
	// Output:
	// incomplete false
	// review false
}

// TestConclude goes through every set of findings with and without a gap.
func TestConclude(t *testing.T) {
	finding := func(severity enduse.Outcome) enduse.Finding { return enduse.Finding{Severity: severity} }
	tests := []struct {
		findings  []enduse.Finding
		whole     enduse.Outcome
		withAHole enduse.Outcome
	}{
		{nil, enduse.Clear, enduse.Incomplete},
		{[]enduse.Finding{finding(enduse.Review)}, enduse.Review, enduse.Review},
		{[]enduse.Finding{finding(enduse.Prohibited)}, enduse.Prohibited, enduse.Prohibited},
		{[]enduse.Finding{finding(enduse.Review), finding(enduse.Prohibited)}, enduse.Prohibited, enduse.Prohibited},
		{[]enduse.Finding{finding(enduse.Prohibited), finding(enduse.Review)}, enduse.Prohibited, enduse.Prohibited},
	}
	for i, tt := range tests {
		v := enduse.Verdict{Findings: tt.findings}
		if v.Conclude(); v.Outcome != tt.whole || !v.Complete {
			t.Errorf("%d: %s, complete %v; want %s", i, v.Outcome, v.Complete, tt.whole)
		}
		v.Gaps = []enduse.Gap{{What: "a list"}}
		if v.Conclude(); v.Outcome != tt.withAHole || v.Complete {
			t.Errorf("%d with a gap: %s, complete %v; want %s", i, v.Outcome, v.Complete, tt.withAHole)
		}
	}
}

// TestConcludeForgetsItsLastAnswer: a verdict that was clear before a gap was
// found is not clear after.
func TestConcludeForgetsItsLastAnswer(t *testing.T) {
	v := enduse.Verdict{Outcome: enduse.Clear, Complete: true, Gaps: []enduse.Gap{{What: "goods"}}}
	v.Conclude()
	if v.Outcome != enduse.Incomplete || v.Complete {
		t.Errorf("got %s, complete %v", v.Outcome, v.Complete)
	}
}

func TestOutcomeOutranks(t *testing.T) {
	for i, o := range enduse.Outcomes {
		for j, p := range enduse.Outcomes {
			if got := o.Outranks(p); got != (i < j) {
				t.Errorf("%s outranks %s: %v", o, p, got)
			}
		}
	}
	if enduse.Outcome("perhaps").Outranks(enduse.Clear) {
		t.Error("an outcome outside the vocabulary outranks one inside")
	}
}

// TestAdd: what several checks say is said once, in the order of the checks.
func TestAdd(t *testing.T) {
	gap, question := enduse.Gap{What: "goods", Why: "no list"}, enduse.Question{ID: "profile.us", Text: "Do US rules bind?"}
	c := enduse.Checked{
		Findings: []enduse.Finding{{ID: "route.hub"}}, Gaps: []enduse.Gap{gap, gap}, Questions: []enduse.Question{question},
		NotEvaluated: []enduse.Gap{gap}, Notes: []string{"a note"},
	}
	var v enduse.Verdict
	v.Add(c)
	c.Gaps = append(c.Gaps, enduse.Gap{What: "goods", Why: "no code"})
	v.Add(c)
	if len(v.Findings) != 2 || len(v.Gaps) != 2 || v.Gaps[1].Why != "no code" || len(v.Questions) != 1 || len(v.NotEvaluated) != 2 || len(v.Notes) != 2 {
		t.Errorf("%+v", v)
	}
}
