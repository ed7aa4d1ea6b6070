package policy

import (
	"bytes"
	_ "embed" // the weights
	"errors"
	"fmt"
	"io"
	"iter"
	"reflect"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
)

//go:generate go run ../eval/weightsgen weights.yaml

//go:embed weights.yaml
var weightsYAML []byte

// WeightsFile is the file of the weights in the binary: each weight with its
// value, and where that comes from.
type WeightsFile struct {
	Version  int      `yaml:"version"`
	Date     string   `yaml:"date"` // of the version
	FittedOn []string `yaml:"fitted_on"`
	// Weights are by their place in a policy, such as alignment.omission.
	Weights     map[string]Weight `yaml:"weights"`
	Probability FittedProbability `yaml:"probability"`
}

// The origins of a weight's value.
const (
	FromPrior = "prior"  // it was set beforehand, for the reason that is given
	FromFit   = "fitted" // it is what the fit gives
)

// Weight is a weight and where it comes from.
type Weight struct {
	Value float64  `yaml:"value"`
	Is    string   `yaml:"is"` // FromPrior or FromFit
	Prior float64  `yaml:"prior"`
	Fit   *float64 `yaml:"fit,omitempty"` // what the fit gives, adopted or not; nil: not fitted
	Why   string   `yaml:"why"`
}

// FittedProbability is a Probability, and where its numbers come from.
type FittedProbability struct {
	Probability `yaml:",inline"`
	Why         string `yaml:"why"`
}

// Probability says how the log odds of a hit become the probability that it is
// the party:
//
//	logit(probability) = offset + slope × log odds + logit(prior)
//
// Slope and offset are fitted where half of the hits are the party.
type Probability struct {
	Slope  float64 `yaml:"slope"`
	Offset float64 `yaml:"offset"`
	// Prior is the share of the hits at or above the threshold that are taken to
	// be the party; above 0 and below 1.
	Prior float64 `yaml:"prior"`
}

// check reports numbers that give no probability, or one that falls where the
// log odds rise.
func (p Probability) check(bad func(is bool, format string, args ...any)) {
	bad(!(p.Prior > 0 && p.Prior < 1), "probability.prior %v is not between 0 and 1", p.Prior)
	bad(!(p.Slope > 0 && p.Slope <= 100), "probability.slope %v is not above 0 and up to 100", p.Slope)
	bad(!(p.Offset >= -1000 && p.Offset <= 1000), "probability.offset %v is not between -1000 and 1000", p.Offset)
}

// begin is a policy before anything of it is read.
func begin() (*Policy, error) {
	f, err := ParseWeights(weightsYAML)
	if err != nil {
		return nil, err
	}
	return &Policy{Weights: f.Set(), Probability: f.Probability.Probability}, nil
}

// ParseWeights reads a file of weights and checks that it has each weight once,
// with its reason.
func ParseWeights(text []byte) (*WeightsFile, error) {
	f := &WeightsFile{}
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	err := d.Decode(f)
	if err == nil {
		err = f.check()
	}
	if err == nil && !errors.Is(d.Decode(new(any)), io.EOF) {
		err = errors.New("more than one document")
	}
	if err != nil {
		return nil, &enduse.Error{Op: "weights", Code: enduse.CodeInvalid, Err: err, Hint: "go generate ./internal/policy"}
	}
	return f, nil
}

// check reports all faults at once.
func (f *WeightsFile) check() error {
	var errs []error
	left := len(f.Weights)
	for path := range numbers(&compare.Weights{}) {
		w, ok := f.Weights[path]
		switch {
		case !ok:
			errs = append(errs, fmt.Errorf("%s has no line", path))
			continue
		case w.Is == FromFit && (w.Fit == nil || *w.Fit != w.Value):
			errs = append(errs, fmt.Errorf("%s is fitted, and its value is not the fit", path))
		case w.Is == FromPrior && w.Value != w.Prior:
			errs = append(errs, fmt.Errorf("%s is a prior, and its value %v is not the prior %v", path, w.Value, w.Prior))
		case w.Is != FromFit && w.Is != FromPrior:
			errs = append(errs, fmt.Errorf("%s is %q, which is neither %s nor %s", path, w.Is, FromFit, FromPrior))
		case w.Why == "":
			errs = append(errs, fmt.Errorf("%s has no reason", path))
		}
		left--
	}
	if left > 0 {
		errs = append(errs, fmt.Errorf("%d lines are of no weight", left))
	}
	return errors.Join(errs...)
}

// Set returns the values of the weights.
func (f *WeightsFile) Set() (w compare.Weights) {
	for path, field := range numbers(&w) {
		field.SetFloat(f.Weights[path].Value)
	}
	return w
}

// Paths lists the weights by their place in a policy, in the order of the
// policy.
func Paths() (out []string) {
	for path := range numbers(&compare.Weights{}) {
		out = append(out, path)
	}
	return out
}

// numbers yields every number of the weights with its place.
func numbers(w *compare.Weights) iter.Seq2[string, reflect.Value] {
	return func(yield func(string, reflect.Value) bool) { eachNumber("", reflect.ValueOf(w).Elem(), yield) }
}

func eachNumber(path string, v reflect.Value, yield func(string, reflect.Value) bool) bool {
	if v.Kind() == reflect.Float64 {
		return yield(path, v)
	}
	for i := range v.NumField() {
		key := v.Type().Field(i).Tag.Get("yaml")
		if path != "" {
			key = path + "." + key
		}
		if !eachNumber(key, v.Field(i), yield) {
			return false
		}
	}
	return true
}
