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

// errTooLong is a record that is longer than maxRecord.
var errTooLong = fmt.Errorf("longer than %d bytes", maxRecord)

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

// tree reads the rest of an element. If it is too long, it is read to its end
// all the same, and errTooLong returned.
func (d *decoder) tree(start xml.StartElement) (node, error) {
	begin := d.InputOffset()
	stack := []node{{name: start.Name.Local}}
	long := false
	for {
		token, err := d.token()
		if err != nil {
			return node{}, err
		}
		if d.InputOffset()-begin > maxRecord || len(stack) > 16 {
			long, stack[0].kids = true, nil
		}
		switch t := token.(type) {
		case xml.StartElement:
			if long {
				if err := d.Skip(); err != nil {
					return node{}, err
				}
				continue
			}
			stack = append(stack, node{name: t.Name.Local})
		case xml.CharData:
			if !long {
				stack[len(stack)-1].text += string(t)
			}
		case xml.EndElement:
			top := stack[len(stack)-1]
			top.text = strings.TrimSpace(top.text)
			stack = stack[:len(stack)-1]
			if len(stack) == 0 {
				if long {
					return node{}, errTooLong
				}
				return top, nil
			}
			stack[len(stack)-1].kids = append(stack[len(stack)-1].kids, top)
		}
	}
}

// isEnd reports whether an error is the proper end of the document.
func isEnd(err error) bool { return errors.Is(err, io.EOF) }
