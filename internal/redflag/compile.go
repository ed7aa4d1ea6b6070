package redflag

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/parser"
	"github.com/expr-lang/expr/vm"
	"go.yaml.in/yaml/v3"
)

// compile compiles every expression of a rule, and holds its parameters to those
// that they name.
func (r *Rule) compile(n *yaml.Node, values map[string]*yaml.Node) (faults []error) {
	used := map[string]bool{}
	r.names = map[string]bool{}
	one := func(text, field string, at *yaml.Node, options ...expr.Option) *vm.Program {
		if at == nil {
			at = n
		}
		bounds, refused := bounded()
		options = append(append(options, expr.Env(&Env{})), bounds...)
		p, err := expr.Compile(text, options...)
		if err == nil {
			err = refused()
		}
		if err == nil {
			err = r.checkParams(text, used)
		}
		if err != nil {
			faults = append(faults, r.exprError(text, field, at, err))
		}
		return p
	}
	r.when, r.evidence = nil, nil
	if r.When != "" {
		r.when = one(r.When, "when", values["when"], expr.AsBool())
	}
	if r.requires = nil; r.Requires != "" {
		r.requires = one(r.Requires, "given", values["given"], expr.AsBool())
	}
	for _, name := range slices.Sorted(maps.Keys(r.Evidence)) {
		at := values["evidence"]
		for i := 0; at != nil && i+1 < len(at.Content); i += 2 {
			if at.Content[i].Value == name {
				at = at.Content[i+1]
			}
		}
		r.evidence = append(r.evidence, namedProgram{name, one(r.Evidence[name], "evidence."+name, at)})
	}
	for _, name := range slices.Sorted(maps.Keys(r.Params)) {
		if !used[name] && len(faults) == 0 {
			at := n
			if values["params"] != nil {
				at = values["params"]
			}
			faults = append(faults, &RuleError{
				Line: at.Line, Column: at.Column, Rule: r.ID, Field: "params", Err: errors.New(name + " is used by no expression"), Hint: "write params." + name,
			})
		}
	}
	return faults
}

// checkParams notes what an expression names, and refuses a parameter that is not
// given.
func (r *Rule) checkParams(text string, used map[string]bool) error {
	tree, err := parser.Parse(text)
	if err != nil {
		return err
	}
	v := &nameVisitor{given: r.Params, used: used, names: r.names}
	ast.Walk(&tree.Node, v)
	return v.err
}

// nameVisitor notes the names in an expression, those of parameters apart.
type nameVisitor struct {
	given map[string]any
	used  map[string]bool
	names map[string]bool
	err   error
}

// Visit implements ast.Visitor.
func (v *nameVisitor) Visit(node *ast.Node) {
	if id, ok := (*node).(*ast.IdentifierNode); ok {
		v.names[id.Value] = true
	}
	m, ok := (*node).(*ast.MemberNode)
	if !ok {
		return
	}
	name, ok := m.Property.(*ast.StringNode)
	if !ok {
		return
	}
	if id, ok := m.Node.(*ast.IdentifierNode); !ok || id.Value != "params" {
		v.names[name.Value] = true
		return
	}
	v.used[name.Value] = true
	if _, ok := v.given[name.Value]; !ok && v.err == nil {
		v.err = &file.Error{Location: m.Location(), Message: "no parameter " + name.Value + " is given under params"}
	}
}

// exprError places the error of an expression in the YAML text. In a folded or
// literal text only the line is known.
func (r *Rule) exprError(text, field string, at *yaml.Node, err error) error {
	e := &RuleError{Line: at.Line, Column: at.Column, Rule: r.ID, Field: field, Hint: "names and functions: docs/redflags.md", Err: err}
	var inner *file.Error
	if !errors.As(err, &inner) {
		return e
	}
	e.Err = errors.New(inner.Message)
	from := min(max(inner.From, 0), len(text))
	line := strings.Count(text[:from], "\n")
	column := from - strings.LastIndexByte(text[:from], '\n') - 1
	switch {
	case at.Style&yaml.LiteralStyle != 0:
		e.Line, e.Column = at.Line+1+line, 0
	case at.Style&yaml.FoldedStyle != 0:
		e.Line, e.Column = at.Line+1, 0
	case at.Style&(yaml.SingleQuotedStyle|yaml.DoubleQuotedStyle) != 0:
		e.Column += 1 + column
	default:
		e.Column += column
	}
	if near := snippet(text, from); near != "" {
		e.Err = errors.New(inner.Message + " at " + near)
	}
	return e
}

// snippet quotes an expression from a place on.
func snippet(text string, from int) string {
	rest := strings.ToValidUTF8(text[from:min(len(text), from+24)], "")
	if rest == "" {
		return ""
	}
	return "\"" + strings.TrimSpace(strings.ReplaceAll(rest, "\n", " ")) + "\""
}
