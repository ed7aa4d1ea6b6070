package redflag

import (
	"errors"
	"fmt"
	"reflect"
	"slices"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/ast"
	"github.com/expr-lang/expr/file"
	"github.com/expr-lang/expr/vm/runtime"
)

// Bounds on what an expression may do. A policy comes from somebody else as
// often as a list does: one that never ends, or that fills the memory, must not
// take the screening with it.
const (
	maxNodes = 1000      // of the tree of an expression
	maxSteps = 2_000_000 // elements that one evaluation may look at
	allSteps = 20_000_000
	maxRange = 10_000  // of numbers written out, as in 1..10
	maxText  = 1 << 16 // bytes of a text put together
	maxItems = 100_000 // of a list made of lists
)

// builtins are the functions of expr-lang that expressions may call: none makes
// more of a value than was there, or asks for the time.
var builtins = []string{
	"all", "any", "none", "one", "filter", "map", "find", "findIndex", "findLast", "findLastIndex", "count", "sum",
	"len", "type", "abs", "ceil", "floor", "round", "int", "float", "string", "trim", "trimPrefix", "trimSuffix",
	"upper", "lower", "split", "hasPrefix", "hasSuffix", "indexOf", "lastIndexOf", "max", "min", "mean", "median",
	"date", "duration", "first", "last", "get", "take", "reverse", "flatten", "sort",
}

// The functions that the program puts into an expression, under names that no
// user can write.
const (
	stepName    = "$step"
	textName    = "$text"
	addName     = "$add"
	simpleName  = "$simple"
	flattenName = "$flatten"
)

// bounded returns the options that keep an expression within the bounds; check
// says afterwards what in it is refused at load.
func bounded() (options []expr.Option, check func() error) {
	b := &bounder{flat: map[ast.Node]bool{}}
	options = []expr.Option{expr.MaxNodes(maxNodes), expr.DisableAllBuiltins()}
	for _, name := range builtins {
		options = append(options, expr.EnableBuiltin(name))
	}
	options = append(options,
		expr.Patch((*flatMarker)(b)), expr.Patch(b),
		expr.Function(textName, func(p ...any) (any, error) { return joined(p[0].(string), p[1].(string)) }, new(func(string, string) string)),
		expr.Function(addName, func(p ...any) (any, error) { return added(p[0], p[1]) }, new(func(any, any) any)),
		expr.Function(simpleName, func(p ...any) (any, error) { return simple(p[0]) }, new(func(any) any)),
		expr.Function(flattenName, func(p ...any) (any, error) { return flattened(p[0]) }, new(func(any) []any)),
	)
	return options, func() error { return b.err }
}

// flatMarker notes the lists of lists that are flattened at once. No others may be
// made: a list that repeats a list grows with each level.
type flatMarker bounder

// Visit implements ast.Visitor.
func (m *flatMarker) Visit(node *ast.Node) {
	if b, ok := (*node).(*ast.BuiltinNode); ok && b.Name == "flatten" && len(b.Arguments) == 1 {
		m.flat[b.Arguments[0]] = true
	}
}

// bounder adds the bounds to the tree of an expression.
type bounder struct {
	flat map[ast.Node]bool
	err  error
}

// Visit implements ast.Visitor.
func (b *bounder) Visit(node *ast.Node) {
	switch n := (*node).(type) {
	case *ast.BinaryNode:
		b.binary(node, n)
	case *ast.ArrayNode:
		for i := range n.Nodes {
			b.element(&n.Nodes[i])
		}
	case *ast.MapNode:
		b.refuse(n, "a map is not needed here: give each value a name of its own under evidence")
	case *ast.BuiltinNode:
		b.builtin(node, n)
	case *ast.PredicateNode:
		step := &ast.CallNode{Callee: &ast.IdentifierNode{Value: stepName}}
		n.Node = &ast.SequenceNode{Nodes: []ast.Node{step, n.Node}}
	}
}

func (b *bounder) builtin(node *ast.Node, n *ast.BuiltinNode) {
	switch {
	case !slices.Contains(builtins, n.Name): // those with a predicate cannot be switched off
		b.refuse(n, "unknown name "+n.Name)
	case n.Name == "map" && !b.flat[n] && len(n.Arguments) == 2:
		if p, ok := n.Arguments[1].(*ast.PredicateNode); ok {
			if s, ok := p.Node.(*ast.SequenceNode); ok { // the step was put in front of it
				b.element(&s.Nodes[len(s.Nodes)-1])
			}
		}
	case n.Name == "flatten" && len(n.Arguments) == 1:
		*node = call(flattenName, n.Arguments...)
	}
}

// binary bounds what an operator puts together.
func (b *bounder) binary(node *ast.Node, n *ast.BinaryNode) {
	switch n.Operator {
	case "+":
		left, right := kindOf(n.Left), kindOf(n.Right)
		switch {
		case left == reflect.String && right == reflect.String:
			*node = call(textName, n.Left, n.Right)
		case unknownOrText(left) && unknownOrText(right):
			*node = call(addName, n.Left, n.Right)
		}
	case "..":
		from, ok1 := n.Left.(*ast.IntegerNode)
		to, ok2 := n.Right.(*ast.IntegerNode)
		if ok1 && ok2 && to.Value-from.Value >= maxRange {
			b.refuse(n, fmt.Sprintf("a range of more than %d numbers", maxRange))
		}
	}
}

// element keeps lists out of lists: what is known to be a list is refused at load, what
// may be one at run time.
func (b *bounder) element(node *ast.Node) {
	switch k := kindOf(*node); {
	case holds(k):
		b.refuse(*node, "a list in a list: make it one with flatten(map(...))")
	case k == reflect.Invalid || k == reflect.Interface:
		if _, isNil := (*node).(*ast.NilNode); !isNil {
			*node = call(simpleName, *node)
		}
	}
}

func (b *bounder) refuse(at ast.Node, what string) {
	if b.err == nil {
		b.err = &file.Error{Location: at.Location(), Message: what}
	}
}

func call(name string, arguments ...ast.Node) ast.Node {
	return &ast.CallNode{Callee: &ast.IdentifierNode{Value: name}, Arguments: arguments}
}

// kindOf is the kind of a node's value; Invalid or Interface if it is known only at run
// time.
func kindOf(n ast.Node) reflect.Kind {
	t := n.Type()
	if t == nil {
		return reflect.Invalid
	}
	return t.Kind()
}

func unknownOrText(k reflect.Kind) bool {
	return k == reflect.Invalid || k == reflect.Interface || k == reflect.String
}

func joined(a, b string) (string, error) {
	if len(a)+len(b) > maxText {
		return "", fmt.Errorf("a text of more than %d bytes", maxText)
	}
	return a + b, nil
}

// added is + of values whose types are known only at run time.
func added(a, b any) (any, error) {
	x, ok1 := a.(string)
	y, ok2 := b.(string)
	if ok1 && ok2 {
		return joined(x, y)
	}
	return runtime.Add(a, b), nil
}

// simple refuses a list where one value is wanted.
func simple(v any) (any, error) {
	if v != nil && holds(reflect.TypeOf(v).Kind()) {
		return nil, errors.New("a list in a list: make it one with flatten(map(...))")
	}
	return v, nil
}

// holds reports whether a kind is of values that hold others.
func holds(k reflect.Kind) bool {
	return k == reflect.Slice || k == reflect.Array || k == reflect.Map
}

// flattened returns the elements of the lists in a list. Deeper lists do not exist.
func flattened(list any) ([]any, error) {
	lists := reflect.ValueOf(list)
	if lists.Kind() != reflect.Slice && lists.Kind() != reflect.Array {
		return nil, fmt.Errorf("flatten is of lists, not of %T", list)
	}
	out := []any{}
	for i := range lists.Len() {
		v := lists.Index(i)
		for v.Kind() == reflect.Interface {
			v = v.Elem()
		}
		inner := []reflect.Value{v}
		if v.Kind() == reflect.Slice || v.Kind() == reflect.Array {
			inner = inner[:0]
			for j := range v.Len() {
				inner = append(inner, v.Index(j))
			}
		}
		if len(out)+len(inner) > maxItems {
			return nil, fmt.Errorf("a list of more than %d", maxItems)
		}
		for _, x := range inner {
			if x.IsValid() {
				out = append(out, x.Interface())
			} else {
				out = append(out, nil)
			}
		}
	}
	return out, nil
}
