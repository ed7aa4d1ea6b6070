package policy

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed" // the default policy
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/redflag"
)

//go:embed default.yaml
var defaultYAML []byte

// Policy is what an organisation decides about screening.
type Policy struct {
	Name string `yaml:"name"`
	// Threshold is the score at or above which a hit makes the outcome other than
	// clear; 0.5 to 1.
	Threshold float64 `yaml:"threshold"`
	// RequiredLists are those without which nothing is clear.
	RequiredLists []enduse.ListID `yaml:"required_lists"`
	// MaxAge is the age of an edition from which it does not clear.
	MaxAge time.Duration `yaml:"max_age"`
	// Weights are those of weights.yaml, but for what the policy itself says.
	Weights compare.Weights `yaml:"weights"`
	// Probability says how the log odds of a hit become a probability.
	Probability Probability `yaml:"probability"`
	// Identity names the combinations that fix an identity.
	Identity Identity `yaml:"identity"`
	// Measures says what follows from each measure.
	Measures map[enduse.Measure]Rule `yaml:"measures"`

	// Packs are the packs of rules that are evaluated; nil is all of them, and an
	// empty list none.
	Packs []string `yaml:"packs"`
	// OwnRules is the list of rules that the policy adds or changes, and Tests the
	// list of cases that hold them to their words, both as written.
	OwnRules yaml.Node `yaml:"rules"`
	Tests    yaml.Node `yaml:"tests"`

	rules  redflag.Rules
	digest string
}

// file is a policy as it is written. A policy that was written for an earlier version
// may have keys that no longer mean anything.
type file struct {
	*Policy `yaml:",inline"`
	WarnAge yaml.Node `yaml:"warn_age"` // warned nobody
}

// Identity says which combinations of evidence, besides a strong identifier,
// fix an identity.
type Identity struct {
	// Person: an equal full name, the same full birth date, and the same
	// birthplace or country.
	Person bool `yaml:"name_birth_date_and_place"`
}

// Rule is what follows from a measure: the outcome where the identity is only
// likely, where it is fixed, the words for it, and the citations by list.
type Rule struct {
	Likely  enduse.Outcome `yaml:"likely"`
	Fixed   enduse.Outcome `yaml:"fixed"`
	Message string         `yaml:"message"`
	// PartOf is a measure whose finding says this one's too, where it is of the same
	// listed parties.
	PartOf    enduse.Measure    `yaml:"part_of"`
	Citations map[string]string `yaml:"citations"`
}

// Citation returns the source of the rule for a designation: the policy's for
// its list, else for the lists of its authority, and always the basis that the
// listing itself states.
func (r Rule) Citation(d enduse.Designation) string {
	text, ok := r.Citations[string(d.List)]
	if !ok {
		authority, _, _ := strings.Cut(string(d.List), "-")
		text = r.Citations[authority]
	}
	switch {
	case d.Basis == "" && text == "":
		return strings.TrimSpace("as listed on " + string(d.List) + " " + d.Program)
	case d.Basis == "", strings.Contains(text, d.Basis):
		return text
	case strings.Contains(d.Basis, text):
		return d.Basis
	}
	return text + "; " + d.Basis
}

// Default returns the policy in the binary.
func Default() *Policy {
	p, err := Parse(defaultYAML)
	if err != nil {
		panic(err) // a fault of the build; the tests would have found it
	}
	return p
}

// Parse reads and checks a policy. What it does not name is that of the default policy:
// a key, a measure, what follows from a measure, a citation, a weight. A list that it
// names is its own.
func Parse(text []byte) (*Policy, error) {
	p, err := begin()
	if err != nil {
		return nil, err
	}
	if err := yaml.Unmarshal(defaultYAML, &file{Policy: p}); err != nil {
		return nil, err
	}
	measures := p.Measures
	p.Measures = nil
	d := yaml.NewDecoder(bytes.NewReader(text))
	d.KnownFields(true)
	if err := d.Decode(&file{Policy: p}); err != nil && !errors.Is(err, io.EOF) { // an empty file changes nothing
		return nil, &enduse.Error{Op: "policy", Code: enduse.CodeInvalid, Err: err, Hint: "compare with: enduse config policy"}
	}
	if err := d.Decode(new(any)); !errors.Is(err, io.EOF) {
		return nil, &enduse.Error{Op: "policy", Code: enduse.CodeInvalid, Err: errors.New("more than one document"), Hint: "keep one, and no line of three dashes"}
	}
	p.Measures = over(measures, p.Measures)
	if err := p.Validate(); err != nil {
		return nil, &enduse.Error{Op: "policy", Code: enduse.CodeInvalid, Subject: p.Name, Err: err}
	}
	if err := p.loadRules(); err != nil {
		return nil, &enduse.Error{Op: "policy", Code: enduse.CodeInvalid, Subject: p.Name, Err: err, Hint: "enduse policy check FILE"}
	}
	sum := sha256.Sum256(slices.Concat(weightsYAML, []byte{0}, defaultYAML, []byte{0}, []byte(p.rules.Digest()), []byte{0}, text))
	p.digest = "sha256:" + hex.EncodeToString(sum[:])
	return p, nil
}

// over puts measures of a policy over those of the default one.
func over(base, own map[enduse.Measure]Rule) map[enduse.Measure]Rule {
	out := maps.Clone(base)
	for m, r := range own {
		b := base[m]
		citations := maps.Clone(b.Citations)
		if citations == nil {
			citations = map[string]string{}
		}
		maps.Copy(citations, r.Citations)
		out[m] = Rule{
			Likely: cmp.Or(r.Likely, b.Likely), Fixed: cmp.Or(r.Fixed, b.Fixed), Message: cmp.Or(r.Message, b.Message),
			PartOf: cmp.Or(r.PartOf, b.PartOf), Citations: citations,
		}
	}
	return out
}

// Source returns the default policy as it is written, and the weights that it
// rests on, in the form in which a policy overrides them.
func Source() []byte {
	f, err := ParseWeights(weightsYAML)
	if err != nil {
		panic(err) // as in Default
	}
	return slices.Concat(defaultYAML, f.section())
}

// Digest identifies the policy by its bytes, those of the default policy and of the
// weights in the binary, and the rules with the lists that they rest on: "sha256:" and 64 hex digits.
func (p *Policy) Digest() string { return p.digest }

// Validate reports all faults at once.
func (p *Policy) Validate() error {
	var errs []error
	bad := func(is bool, format string, args ...any) {
		if is {
			errs = append(errs, fmt.Errorf(format, args...))
		}
	}
	for path, field := range numbers(&p.Weights) {
		value := field.Float()
		bad(math.IsNaN(value) || math.IsInf(value, 0), "weights.%s %v is not a finite number", path, value)
	}
	bad(!(p.Threshold >= 0.5 && p.Threshold <= 1), "threshold %v is not between 0.5 and 1", p.Threshold)
	bad(len(p.RequiredLists) == 0, "required_lists is empty: then nothing searched would be clear")
	bad(p.MaxAge <= 0, "max_age %v is not above 0", p.MaxAge)
	p.Probability.check(bad)
	bad(p.Weights.Name <= 0, "weights.name %v is not above 0", p.Weights.Name)
	least := p.Weights.MaxLoss() + (2*p.Threshold-1)*p.Weights.Name
	bad(p.Weights.Identifier.Strong < least,
		"weights.identifier.strong %v is below %v: an equal identifier would not match where all else differs", p.Weights.Identifier.Strong, least)
	equal := p.Weights.Name - p.Weights.Schema.Conflict - p.Weights.Country.Conflict
	bad(equal < (2*p.Threshold-1)*p.Weights.Name,
		"weights.schema.conflict and weights.country.conflict together clear a literally equal name: people mistake the type and the country of a party")
	for _, m := range enduse.Measures {
		r, ok := p.Measures[m]
		bad(!ok, "measures: %s is missing", m)
		for _, o := range []enduse.Outcome{r.Likely, r.Fixed} {
			bad(ok && o != enduse.Review && o != enduse.Prohibited, "measures.%s: %q is neither review nor prohibited", m, o)
		}
		bad(ok && r.Likely == enduse.Prohibited, "measures.%s.likely: prohibited needs a fixed identity", m)
		bad(ok && r.PartOf != "" && (r.PartOf == m || !slices.Contains(enduse.Measures, r.PartOf)), "measures.%s.part_of: %q is not another measure", m, r.PartOf)
		bad(ok && r.Message == "", "measures.%s: a rule needs its message", m)
	}
	for m := range p.Measures {
		bad(!slices.Contains(enduse.Measures, m), "measures: %q is not a measure", m)
	}
	return errors.Join(errs...)
}
