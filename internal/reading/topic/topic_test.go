package topic

import (
	"slices"
	"testing"
)

// TestEvidence: every topic of the lexicon is looked for, and has phrases.
func TestEvidence(t *testing.T) {
	for id := range subjects().Topics {
		if !slices.Contains(IDs(), id) {
			t.Errorf("nobody looks for the topic %s", id)
		}
	}
	for _, id := range IDs() {
		if e := subjects().Topics[id]; len(e.Strong) == 0 || len(e.Weak) == 0 {
			t.Errorf("%s has %d strong and %d weak phrases", id, len(e.Strong), len(e.Weak))
		}
	}
}
