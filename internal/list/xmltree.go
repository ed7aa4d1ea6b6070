package list

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// maxDepth bounds how deep elements are nested. The deepest of the lists, OFAC's
// advanced format, has ten levels.
const maxDepth = 16

// ErrTooLong is the error of a record or a token beyond the bounds.
var ErrTooLong = errors.New("longer or deeper than any real record")

// XML reads a document record by record, with memory bounded by the longest
// record allowed, whatever the bytes are. It ignores namespaces: OFAC's have
// changed while the elements stayed.
type XML struct {
	dec   *xml.Decoder
	src   *meter
	limit int
}

// meter counts the bytes read since the last token and fails above a limit,
// because the XML decoder itself holds a token of any length.
type meter struct {
	io.Reader
	left int
}

func (m *meter) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, ErrTooLong
	}
	n, err := m.Reader.Read(p[:min(len(p), m.left)])
	m.left -= n
	return n, err
}

// NewXML returns a reader of a document whose records have at most maxRecord
// bytes.
func NewXML(r io.Reader, maxRecord int) *XML {
	src := &meter{Reader: r}
	return &XML{dec: xml.NewDecoder(src), src: src, limit: maxRecord}
}

func (x *XML) token() (xml.Token, error) {
	x.src.left = 4 * x.limit
	return x.dec.Token()
}

// Line returns the current line; the first is 1.
func (x *XML) Line() int {
	line, _ := x.dec.InputPos()
	return line
}

// Root returns the first element of a document.
func (x *XML) Root() (xml.StartElement, error) {
	for {
		token, err := x.token()
		if err != nil {
			return xml.StartElement{}, err
		}
		if start, ok := token.(xml.StartElement); ok {
			return start, nil
		}
	}
}

// RootAttr returns an attribute of the first element of a document, "" if it has
// no such attribute.
func RootAttr(src io.Reader, maxRecord int, name string) string {
	start, err := NewXML(src, maxRecord).Root()
	if err != nil {
		return ""
	}
	return newNode(start).Attr(name)
}

// HasRoot reports whether a document begins with an element of that name.
func (h Head) HasRoot(name string) bool {
	start, err := NewXML(bytes.NewReader(h.Bytes), headBytes).Root()
	return err == nil && start.Name.Local == name
}

// FirstChild returns the first element below a root of that name.
func FirstChild(src io.Reader, maxRecord int, root string) (n Node, err error) {
	x := NewXML(src, maxRecord)
	err = x.Walk(root, func(_ []string, start xml.StartElement) (bool, error) {
		var err error
		if n, err = x.Tree(start); err == nil {
			err = errStop
		}
		return false, err
	})
	if errors.Is(err, errStop) {
		return n, nil
	}
	return Node{}, errors.Join(err, fmt.Errorf("no whole element in %s", root))
}

// Walk reads a whole document, whose first element must be root. It calls visit
// for each element below the root, with the names from the root's child down to
// it. Visit returns true to enter the element, or reads it to its end with
// [XML.Tree] or [XML.Skip] and returns false. A document that ends before its root
// does is an error.
func (x *XML) Walk(root string, visit func(path []string, start xml.StartElement) (bool, error)) error {
	start, err := x.Root()
	if errors.Is(err, io.EOF) {
		return fmt.Errorf("no %s in it", root)
	}
	if err != nil {
		return err
	}
	if start.Name.Local != root {
		return fmt.Errorf("unexpected element %s, want %s", start.Name.Local, root)
	}
	if err := x.children(nil, visit); err != nil {
		return err
	}
	if next, err := x.Root(); !errors.Is(err, io.EOF) {
		if err == nil {
			err = fmt.Errorf("unexpected element %s behind the end of %s", next.Name.Local, root)
		}
		return err
	}
	return nil
}

// children calls visit for the elements in the open one.
func (x *XML) children(path []string, visit func([]string, xml.StartElement) (bool, error)) error {
	if len(path) >= maxDepth {
		return ErrTooLong
	}
	for {
		token, err := x.token()
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.EndElement:
			return nil
		case xml.StartElement:
			inner := append(slices.Clip(path), t.Name.Local)
			enter, err := visit(inner, t)
			if err != nil {
				return err
			}
			if enter {
				if err := x.children(inner, visit); err != nil {
					return err
				}
			}
		}
	}
}

// openNode is an element whose end is not read yet.
type openNode struct {
	Node
	text []byte
}

// Tree reads the rest of an element. If it is too long or too deep, it is read to
// its end, nothing of it is kept, and the error is [ErrTooLong].
func (x *XML) Tree(start xml.StartElement) (Node, error) {
	begin := x.dec.InputOffset()
	stack := []openNode{{Node: newNode(start)}}
	for len(stack) <= maxDepth && x.dec.InputOffset()-begin <= int64(x.limit) {
		token, err := x.token()
		if err != nil {
			return Node{}, err
		}
		top := &stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			stack = append(stack, openNode{Node: newNode(t)})
		case xml.CharData:
			top.text = append(top.text, t...)
		case xml.EndElement:
			top.Text = strings.TrimSpace(string(top.text))
			if len(stack) == 1 {
				return top.Node, nil
			}
			parent := &stack[len(stack)-2]
			parent.Kids = append(parent.Kids, top.Node)
			stack = stack[:len(stack)-1]
		}
	}
	if err := x.skip(len(stack)); err != nil {
		return Node{}, err
	}
	return Node{}, ErrTooLong
}

// Skip reads the rest of an element and keeps nothing of it.
func (x *XML) Skip() error { return x.skip(1) }

// skip reads to the end of the innermost open elements.
func (x *XML) skip(depth int) error {
	for depth > 0 {
		token, err := x.token()
		if err != nil {
			return err
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
	}
	return nil
}
