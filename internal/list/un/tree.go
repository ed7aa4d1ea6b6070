package un

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxRecord bounds the bytes of one record and of one token. The longest
// record known has 20 KiB.
const maxRecord = 1 << 20

// maxDepth bounds how deep elements stand in one another; the list has three.
const maxDepth = 16

// errTooLong is a record or a token beyond the bounds.
var errTooLong = fmt.Errorf("longer than %d bytes or deeper than %d elements", maxRecord, maxDepth)

// node is an element with its text and what stands in it.
type node struct {
	name string
	text string
	kids []node
}

// get returns the text of the first child of a name.
func (n node) get(name string) string {
	for _, k := range n.kids {
		if k.name == name {
			return k.text
		}
	}
	return ""
}

// decoder reads tokens and bounds the length of each.
type decoder struct {
	*xml.Decoder
	src *meter
}

// meter counts the bytes read since the last token and fails above a limit,
// for the XML decoder itself holds a token of any length.
type meter struct {
	io.Reader
	left int
}

func (m *meter) Read(p []byte) (int, error) {
	if m.left <= 0 {
		return 0, errTooLong
	}
	n, err := m.Reader.Read(p[:min(len(p), m.left)])
	m.left -= n
	return n, err
}

func newDecoder(r io.Reader) *decoder {
	src := &meter{Reader: r}
	return &decoder{Decoder: xml.NewDecoder(src), src: src}
}

func (d *decoder) token() (xml.Token, error) {
	d.src.left = 4 * maxRecord
	return d.Token()
}

// line returns the line at which the decoder stands.
func (d *decoder) line() int {
	line, _ := d.InputPos()
	return line
}

// openNode is an element whose end has not come.
type openNode struct {
	node
	text []byte
}

// tree reads the rest of an element. If it is too long or too deep, it is read
// to its end all the same, nothing of it is kept, and errTooLong returned.
func (d *decoder) tree(start xml.StartElement) (node, error) {
	begin := d.InputOffset()
	stack := []openNode{{node: node{name: start.Name.Local}}}
	for len(stack) <= maxDepth && d.InputOffset()-begin <= maxRecord {
		token, err := d.token()
		if err != nil {
			return node{}, err
		}
		top := &stack[len(stack)-1]
		switch t := token.(type) {
		case xml.StartElement:
			stack = append(stack, openNode{node: node{name: t.Name.Local}})
		case xml.CharData:
			top.text = append(top.text, t...)
		case xml.EndElement:
			top.node.text = strings.TrimSpace(string(top.text))
			if len(stack) == 1 {
				return top.node, nil
			}
			parent := &stack[len(stack)-2]
			parent.kids = append(parent.kids, top.node)
			stack = stack[:len(stack)-1]
		}
	}
	if err := d.skip(len(stack)); err != nil {
		return node{}, err
	}
	return node{}, errTooLong
}

// skip reads to the end of so many open elements.
func (d *decoder) skip(depth int) error {
	for depth > 0 {
		token, err := d.token()
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

// isEnd reports whether an error is the proper end of the document.
func isEnd(err error) bool { return errors.Is(err, io.EOF) }
