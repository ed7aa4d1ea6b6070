package redflag

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/route"
)

// RuleError is a fault of a rule, with its place in the YAML text.
type RuleError struct {
	Line, Column int // 1 is the first
	Rule         string
	Field        string
	Hint         string
	Err          error
}

func (e *RuleError) Error() string {
	at := "line " + strconv.Itoa(e.Line)
	if e.Column > 0 {
		at += ", column " + strconv.Itoa(e.Column)
	}
	return at + ": " + e.Text()
}

// Text is the message without the place.
func (e *RuleError) Text() string {
	msg := "rules"
	if e.Rule != "" {
		msg += "." + e.Rule
	}
	if e.Field != "" {
		msg += ": " + e.Field
	}
	msg += ": " + e.Err.Error()
	if e.Hint != "" {
		msg += "; " + e.Hint
	}
	return msg
}

// Unwrap returns the cause.
func (e *RuleError) Unwrap() error { return e.Err }

// fields are the keys that a rule may have, and how each is read.
var fields = map[string]func(*Rule) any{
	"id":         func(r *Rule) any { return &r.ID },
	"flag":       func(r *Rule) any { return &r.Flag },
	"text":       func(r *Rule) any { return &r.Text },
	"when":       func(r *Rule) any { return &r.When },
	"each":       func(r *Rule) any { return &r.Each },
	"roles":      func(r *Rule) any { return &r.Roles },
	"needs":      func(r *Rule) any { return &r.Needs },
	"given":      func(r *Rule) any { return &r.Requires },
	"params":     func(r *Rule) any { return &r.Params },
	"evidence":   func(r *Rule) any { return &r.Evidence },
	"message":    func(r *Rule) any { return &r.Message },
	"severity":   func(r *Rule) any { return &r.Severity },
	"citation":   func(r *Rule) any { return &r.Citation },
	"verify":     func(r *Rule) any { return &r.Verify },
	"regime":     func(r *Rule) any { return &r.Regimes },
	"valid_from": func(r *Rule) any { return &r.From },
	"valid_to":   func(r *Rule) any { return &r.To },
	"question":   func(r *Rule) any { return &r.Question },
	"fires":      func(r *Rule) any { return &r.FiresOn },
	"asks_after": func(r *Rule) any { return &r.AsksAfter },
	"asks_of":    func(r *Rule) any { return &r.AsksOf },
	"part_of":    func(r *Rule) any { return &r.PartOf },
	"hint":       func(r *Rule) any { return &r.Hint },
	"refines":    func(r *Rule) any { return &r.Refines },
	"off":        func(r *Rule) any { return &r.Disabled },
}

// Load reads a sequence of rules over others: one with a new id is added after
// them, one with a known id changes what it names. All faults are reported at
// once, each a [*RuleError].
func Load(base Rules, node *yaml.Node) (Rules, error) {
	if node.Kind == yaml.AliasNode {
		node = node.Alias
	}
	if node.Kind == yaml.ScalarNode && node.Tag == "!!null" || node.Kind == 0 {
		return slices.Clone(base), nil
	}
	if node.Kind != yaml.SequenceNode {
		return nil, &RuleError{Line: node.Line, Column: node.Column, Err: errors.New("not a list"), Hint: "begin each rule with: - id: my.rule"}
	}
	rules, seen, faults := slices.Clone(base), map[string]bool{}, []error{}
	for _, n := range node.Content {
		r, at, err := loadRule(rules, n)
		if err == nil && seen[r.ID] {
			err = &RuleError{Line: n.Line, Column: n.Column, Rule: r.ID, Field: "id", Err: errors.New("given twice"), Hint: "join both"}
		}
		if err != nil {
			faults = append(faults, err)
			continue
		}
		seen[r.ID] = true
		if at < 0 {
			rules = append(rules, r)
		} else {
			rules[at] = r
		}
	}
	return rules, errors.Join(faults...)
}

// loadRule reads one rule, over the one of its id if there is one.
func loadRule(rules Rules, n *yaml.Node) (r Rule, at int, err error) {
	if n.Kind == yaml.AliasNode {
		n = n.Alias
	}
	if n.Kind != yaml.MappingNode {
		return r, -1, &RuleError{Line: n.Line, Column: n.Column, Err: errors.New("not a rule"), Hint: "begin with: - id: my.rule"}
	}
	values := map[string]*yaml.Node{}
	var faults []error
	bad := func(at *yaml.Node, field, hint string, err error) {
		faults = append(faults, &RuleError{Line: at.Line, Column: at.Column, Rule: r.ID, Field: field, Hint: hint, Err: err})
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		values[n.Content[i].Value] = n.Content[i+1]
	}
	if id := values["id"]; id != nil {
		r.ID = id.Value
	}
	at = slices.IndexFunc(rules, func(old Rule) bool { return old.ID == r.ID })
	if at >= 0 {
		r = rules[at].clone()
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		into, ok := fields[key.Value]
		if !ok {
			bad(key, key.Value, nearest(key.Value, slices.Sorted(maps.Keys(fields))), errors.New("not a field of a rule"))
			continue
		}
		if err := decode(into(&r), value); err != nil {
			bad(value, key.Value, "", err)
		}
	}
	for field, err := range r.faults() {
		v := values[field]
		if v == nil {
			v = n
		}
		bad(v, field, err.hint, err.error)
	}
	faults = append(faults, r.compile(n, values)...)
	return r, at, errors.Join(faults...)
}

// decode reads a value. A single text is read as a list of one.
func decode(into any, n *yaml.Node) error {
	if n.Kind == yaml.ScalarNode {
		switch l := into.(type) {
		case *[]string:
			*l = []string{n.Value}
			return nil
		case *[]route.Regime:
			*l = []route.Regime{route.Regime(n.Value)}
			return nil
		case *[]enduse.Role:
			*l = []enduse.Role{enduse.Role(n.Value)}
			return nil
		case *[]enduse.SellerRole:
			*l = []enduse.SellerRole{enduse.SellerRole(n.Value)}
			return nil
		}
	}
	if p, ok := into.(*map[string]any); ok {
		return decodeParams(p, n)
	}
	return n.Decode(into)
}

// decodeParams reads parameters over those that are there: numbers, dates, texts
// and lists of texts.
func decodeParams(into *map[string]any, n *yaml.Node) error {
	var given map[string]any
	if err := n.Decode(&given); err != nil {
		return err
	}
	if *into == nil {
		*into = map[string]any{}
	}
	for k, v := range given {
		switch t := v.(type) {
		case time.Time:
			(*into)[k] = enduse.DateOf(t)
		case int, float64, string, bool:
			(*into)[k] = v
		case []any:
			(*into)[k] = texts(v)
			if len(texts(v)) != len(t) {
				return fmt.Errorf("%s: a list holds texts only; quote numbers", k)
			}
		default:
			return fmt.Errorf("%s: a parameter is a number, a date, a text or a list of texts", k)
		}
	}
	return nil
}

func (r *Rule) clone() Rule {
	c := *r
	c.Params = maps.Clone(r.Params)
	c.Evidence = maps.Clone(r.Evidence)
	return c
}

// nearest suggests the word that is most similar to another one, or all of them.
func nearest(word string, all []string) string {
	for _, w := range all {
		if strings.HasPrefix(w, word) || strings.HasPrefix(word, w) || strings.TrimSuffix(word, "s") == strings.TrimSuffix(w, "s") {
			return "did you mean " + w + "?"
		}
	}
	return "one of " + strings.Join(all, ", ")
}
