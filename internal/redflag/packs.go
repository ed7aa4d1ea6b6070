package redflag

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse/internal/route"
)

//go:embed packs/*.yaml
var packFiles embed.FS

// PackNames are the packs in the program. All of them are the default.
var PackNames = []string{"us", "eu", "uk", "un"}

var packs = sync.OnceValues(func() (map[string]Rules, error) {
	m := map[string]Rules{}
	for _, name := range append(slices.Clone(PackNames), levels) {
		text, err := packFiles.ReadFile("packs/" + name + ".yaml")
		if err != nil {
			return nil, err
		}
		var doc yaml.Node
		if err := yaml.Unmarshal(text, &doc); err != nil {
			return nil, fmt.Errorf("pack %s: %w", name, err)
		}
		rules, err := Load(nil, doc.Content[0])
		if err != nil {
			return nil, fmt.Errorf("pack %s: %w", name, err)
		}
		for i := range rules {
			rules[i].Pack = name
		}
		m[name] = rules
	}
	return m, nil
})

// Levels are the rules that say which facts together call for a review: no finding of
// theirs is a sign by itself. They belong to no pack that can be left out; a policy
// changes one, or turns it off, by its id.
func Levels() (Rules, error) {
	all, err := packs()
	return slices.Clone(all[levels]), err
}

// levels is the file of the rules of levels.
const levels = "levels"

// Packs returns the rules of packs by name, in the order given; with no name, of
// all.
func Packs(names ...string) (rules Rules, err error) {
	if len(names) == 0 {
		names = PackNames
	}
	all, err := packs()
	if err != nil {
		return nil, err
	}
	for i, name := range names {
		p := all[name]
		if !slices.Contains(PackNames, name) || slices.Contains(names[:i], name) {
			return nil, fmt.Errorf("%q is not one of the packs %s, each once", name, strings.Join(PackNames, ", "))
		}
		rules = append(rules, p...)
	}
	return rules, nil
}

// Digest identifies the rules and the lists that they rest on: "sha256:" and 64
// hex digits. Two sets with the same digest give the same findings.
func (rs Rules) Digest() string {
	h := sha256.New()
	if err := json.NewEncoder(h).Encode(rs); err != nil {
		panic(err) // rules that were loaded hold nothing that JSON cannot write
	}
	fmt.Fprintf(h, "%s\x00%s\x00%s", freemailText, callingText, route.Digest())
	return "sha256:" + hex.EncodeToString(h.Sum(nil))
}
