package list

import (
	"encoding/xml"
	"slices"
	"strings"
)

// Node is an element with its attributes, its text and what is in it.
type Node struct {
	Name  string
	Attrs []xml.Attr
	Text  string // its own, without blanks around it
	Kids  []Node
}

func newNode(start xml.StartElement) Node {
	return Node{Name: start.Name.Local, Attrs: slices.Clone(start.Attr)}
}

// Attr returns an attribute's value, "" without one.
func (n Node) Attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Get returns the text of the first child of a name, "" without one.
func (n Node) Get(name string) string {
	for _, k := range n.Kids {
		if k.Name == name {
			return k.Text
		}
	}
	return ""
}

// Child returns the first child of a name, the zero Node without one.
func (n Node) Child(name string) Node {
	for _, k := range n.Kids {
		if k.Name == name {
			return k
		}
	}
	return Node{}
}

// All returns the elements at the end of a path of names: All("names",
// "name") those called name in every child called names.
func (n Node) All(path ...string) []Node {
	if len(path) == 0 {
		return []Node{n}
	}
	var out []Node
	for _, k := range n.Kids {
		if k.Name == path[0] {
			out = append(out, k.All(path[1:]...)...)
		}
	}
	return out
}

// Unknown returns the children whose name is not among the known ones, so that
// a reader can keep them as unread.
func (n Node) Unknown(known ...string) []Node {
	var out []Node
	for _, k := range n.Kids {
		if !slices.Contains(known, k.Name) {
			out = append(out, k)
		}
	}
	return out
}

// AllText returns the text of an element and of all in it, on one line.
func (n Node) AllText() string {
	parts := []string{n.Text}
	for _, k := range n.Kids {
		parts = append(parts, k.AllText())
	}
	return OneLine(strings.Join(parts, " "))
}

// OneLine puts a text on one line, with single blanks.
func OneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
