package policy

import (
	"slices"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse/internal/redflag"
)

// loadRules reads the packs that the policy names, the rules of levels, and its own
// rules over them. A
// fault is a [*redflag.RuleError] with its line and column.
func (p *Policy) loadRules() (err error) {
	var packs redflag.Rules
	if p.Packs == nil || len(p.Packs) > 0 {
		if packs, err = redflag.Packs(p.Packs...); err != nil {
			return err
		}
	}
	levels, err := redflag.Levels()
	if err != nil {
		return err
	}
	p.rules, err = redflag.Load(append(packs, levels...), &p.OwnRules)
	return err
}

// Rules returns the rules of the policy's packs and its own, in the order in
// which they are evaluated.
func (p *Policy) Rules() redflag.Rules { return slices.Clone(p.rules) }

// Cases returns the tests that the policy carries.
func (p *Policy) Cases() ([]redflag.Case, error) { return redflag.ParseCases(&p.Tests) }

// ParseCases reads tests from a file of their own: a list, or a list under tests:.
func ParseCases(text []byte) ([]redflag.Case, error) {
	var doc yaml.Node
	if err := yaml.Unmarshal(text, &doc); err != nil || len(doc.Content) == 0 {
		return nil, err
	}
	root := doc.Content[0]
	for i := 0; root.Kind == yaml.MappingNode && i+1 < len(root.Content); i += 2 {
		if root.Content[i].Value == "tests" {
			return redflag.ParseCases(root.Content[i+1])
		}
	}
	return redflag.ParseCases(root)
}
