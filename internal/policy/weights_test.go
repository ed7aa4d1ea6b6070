package policy

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func weightsFile(t *testing.T) *WeightsFile {
	t.Helper()
	f, err := ParseWeights(weightsYAML)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestWeightsAreTheDefault: the default policy says nothing of its own on
// weights, and what is printed to be copied reads as the same policy.
func TestWeightsAreTheDefault(t *testing.T) {
	f, p := weightsFile(t), Default()
	printed, err := Parse(Source())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(f.Set(), p.Weights) + cmp.Diff(p.Weights, printed.Weights) + cmp.Diff(p.Probability, printed.Probability); diff != "" {
		t.Errorf("differ:\n%s", diff)
	}
}

// TestWeightsFileIsAsWritten: a program writes the file, and nobody else.
func TestWeightsFileIsAsWritten(t *testing.T) {
	var b bytes.Buffer
	if err := weightsFile(t).Write(&b); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(weightsYAML), b.String()); diff != "" {
		t.Errorf("-file +written:\n%s", diff)
	}
}

func TestPolicyOverridesAWeight(t *testing.T) {
	p, err := Parse([]byte(string(defaultYAML) + "\nweights: {country: {conflict: 0.5}}\nprobability: {prior: 0.02}\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := Default().Weights
	want.Country.Conflict = 0.5
	if diff := cmp.Diff(want, p.Weights); diff != "" {
		t.Errorf("weights differ:\n%s", diff)
	}
	if p.Probability.Prior != 0.02 || p.Probability.Slope != Default().Probability.Slope {
		t.Errorf("probability %+v", p.Probability)
	}
	if p.Digest() == Default().Digest() {
		t.Error("another prior has the same digest")
	}
}

func TestParseWeightsRefuses(t *testing.T) {
	const line = `name: {is: prior, value: 8, prior: 8,`
	for _, c := range []struct{ name, new, want string }{
		{"a value that is not the prior", `name: {is: prior, value: 7, prior: 8,`, "is not the prior"},
		{"no fit", `name: {is: fitted, value: 8, prior: 8,`, "its value is not the fit"},
		{"unknown origin", `name: {is: guess, value: 8, prior: 8,`, "neither fitted nor prior"},
		{"unknown weight", `nome: {is: prior, value: 8, prior: 8,`, "name has no line"},
		{"unknown field", `name: {from: prior, value: 8, prior: 8,`, "field from not found"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := strings.Replace(string(weightsYAML), line, c.new, 1)
			if _, err := ParseWeights([]byte(text)); err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("error is %v, want one with %q", err, c.want)
			}
		})
	}
}

func FuzzParseWeights(f *testing.F) {
	f.Add(weightsYAML)
	f.Add([]byte("weights: {name: {value: .nan}}"))
	f.Fuzz(func(t *testing.T, text []byte) {
		if w, err := ParseWeights(text); err == nil && len(w.Weights) != len(Paths()) {
			t.Errorf("%d weights", len(w.Weights))
		}
	})
}
