package redflag

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse"
)

// Case is a test of rules: a shipment, and which rules fire on it.
type Case struct {
	Name      string                  `json:"name"`
	AsOf      enduse.Date             `json:"as_of"`
	Profile   enduse.Profile          `json:"-"` // read by its YAML names
	Shipment  enduse.Shipment         `json:"shipment"`
	History   []enduse.Purchase       `json:"history"`
	Customers map[string]enduse.Party `json:"customers"`
	Facts     CaseFacts               `json:"facts"`
	// Fires, Quiet, NotEvaluated and Asks are ids of rules: those that must give a
	// finding, none, a gap, a question. Other rules may do as they like.
	Fires        []string `json:"fires"`
	Quiet        []string `json:"quiet"`
	NotEvaluated []string `json:"not_evaluated"`
	Asks         []string `json:"asks"`
	NotAsked     []string `json:"not_asked"` // those whose question must not be put

	Line int `json:"-"`
}

// CaseFacts take the place of what is searched: what is found, by name of a party.
// What is absent is an absent input.
type CaseFacts struct {
	CHPL         map[string]string   `json:"chpl"`  // HS code to tier
	Found        []string            `json:"found"` // ids of findings of the other checks
	Listed       map[string][]string `json:"listed"`
	CoLocated    map[string][]string `json:"co_located"`
	Management   map[string][]string `json:"management"`
	OwnerUnknown map[string][]string `json:"owner_unknown"`
	ListedNames  map[string][]string `json:"listed_names"`
	Prices       map[string]float64  `json:"prices"` // by part number or HS code
	Fits         map[string]string   `json:"fits"`
}

// ParseCases reads a list of cases.
func ParseCases(node *yaml.Node) (cases []Case, err error) {
	if node.Kind == 0 {
		return nil, nil
	}
	if node.Kind != yaml.SequenceNode {
		return nil, &RuleError{Line: node.Line, Column: node.Column, Field: "tests", Err: errors.New("not a list"), Hint: "begin each test with: - name: what it shows"}
	}
	var faults []error
	for _, n := range node.Content {
		c, err := parseCase(n)
		if err != nil {
			faults = append(faults, &RuleError{Line: n.Line, Column: n.Column, Field: "tests", Err: err, Hint: "fields: docs/redflags.md"})
			continue
		}
		cases = append(cases, c)
	}
	return cases, errors.Join(faults...)
}

// parseCase reads a case through JSON, whose names of fields the vocabulary has.
func parseCase(n *yaml.Node) (c Case, err error) {
	var m map[string]any
	if err := n.Decode(&m); err != nil {
		return c, err
	}
	text, err := json.Marshal(plain(m))
	if err != nil {
		return c, err
	}
	into := struct {
		Case
		Profile enduse.Profile `json:"profile"`
	}{}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&into); err != nil {
		return c, err
	}
	c = into.Case
	c.Profile, c.Line = into.Profile, n.Line
	if c.Name == "" || c.AsOf.IsZero() {
		return c, errors.New("a test needs name and as_of")
	}
	return c, nil
}

// plain writes the dates that YAML reads as times as texts.
func plain(v any) any {
	switch t := v.(type) {
	case time.Time:
		return t.Format(time.DateOnly)
	case map[string]any:
		m := map[string]any{}
		for k, e := range t {
			if k != "" && k[0] != '.' { // parts to be referred to
				m[k] = plain(e)
			}
		}
		return m
	case []any:
		l := make([]any, len(t))
		for i, e := range t {
			l[i] = plain(e)
		}
		return l
	}
	return v
}

// Input is what the case asks.
func (c *Case) Input() Input {
	q := enduse.Query{Shipment: c.Shipment, AsOf: c.AsOf, Profile: c.Profile, History: c.History, Customers: c.Customers}
	for _, h := range c.History {
		if q.HistoryFrom.IsZero() || h.Date.First().Before(q.HistoryFrom.First()) {
			q.HistoryFrom = h.Date
		}
	}
	return Input{Query: q, Facts: c.facts()}
}

func (c *Case) facts() (f Facts) {
	byParty := func(m map[string][]string) func(int) []string {
		if m == nil {
			return nil
		}
		return func(i int) []string { return m[c.Shipment.Parties[i].Name] }
	}
	g := c.Facts
	f.Found = g.Found
	f.Listed, f.CoLocated = byParty(g.Listed), byParty(g.CoLocated)
	f.Management, f.OwnerUnknown = byParty(g.Management), byParty(g.OwnerUnknown)
	if g.CHPL != nil {
		f.CHPL = func(hs string) string { return g.CHPL[hs] }
	}
	if c.History != nil {
		f.Bought = c.bought
	}
	if g.ListedNames != nil {
		f.ListedName = func(name string) []string { return g.ListedNames[name] }
	}
	if g.Prices != nil {
		f.MarketPrice = func(i enduse.Item) float64 { return max(g.Prices[i.MPN], g.Prices[i.HS]) }
	}
	if g.Fits != nil {
		f.Fits = func(what string) string { return g.Fits[what] }
	}
	return f
}

func (c *Case) bought(it enduse.Item) (all []enduse.Purchase) {
	for _, h := range c.History {
		if SameGoods(h.HS, h.MPN, it) {
			all = append(all, h)
		}
	}
	return all
}

// Run evaluates the rules over the case and says where an answer is not the expected
// one; no text means that all are.
func (c *Case) Run(rules Rules) (wrong []string) {
	got := Evaluate(rules, c.Input())
	for _, f := range got.Gaps {
		wrong = append(wrong, f.What+": "+f.Why)
	}
	found, gaps, asked := map[string]bool{}, map[string]bool{}, map[string]bool{}
	for _, f := range got.Findings {
		found[f.ID] = true
	}
	for _, g := range got.NotEvaluated {
		gaps[g.What] = true
	}
	for _, q := range got.Questions {
		asked[q.ID] = true
	}
	hold := func(ids []string, have map[string]bool, want bool, what string) {
		for _, id := range ids {
			_, known := rules.Find(id)
			switch {
			case !known && !have[id] && !slices.Contains(c.Asks, id):
				wrong = append(wrong, id+": there is no such rule")
			case have[id] != want:
				wrong = append(wrong, fmt.Sprintf("%s: want %s", id, what))
			}
		}
	}
	hold(c.Fires, found, true, "a finding")
	hold(c.Quiet, found, false, "no finding")
	hold(c.Quiet, gaps, false, "an evaluation")
	hold(c.NotEvaluated, gaps, true, "not evaluated")
	hold(c.Asks, asked, true, "a question")
	hold(c.NotAsked, asked, false, "no question")
	return wrong
}
