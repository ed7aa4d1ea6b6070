package wire

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// Column says how a column of the user's file was read.
type Column struct {
	File   string `json:"file,omitempty"` // where several files are screened
	Header string `json:"header"`         // as the file has it
	// ReadAs is what the column was taken for, such as "name" or "consignee country";
	// empty for a column that was not used.
	ReadAs string `json:"read_as"`
	Sample string `json:"sample,omitempty"` // the first cell that is filled
	Filled int    `json:"filled"`           // how many of the rows looked at have a value
	Rows   int    `json:"rows"`             // how many rows were looked at
	// Note says what the user should know of it. Warning says that the column looks
	// like one that matters, and was not used.
	Note    string `json:"note,omitempty"`
	Warning bool   `json:"warning,omitempty"`
}

// Cell is a cell of the user's file under its header.
type Cell struct{ Header, Value string }

// Cells are the cells of a row in the order of the file. In JSON they are an object
// whose members have that order.
type Cells []Cell

// MarshalJSON implements json.Marshaler.
func (c Cells) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	b.WriteByte('{')
	for i, cell := range c {
		if i > 0 {
			b.WriteByte(',')
		}
		for k, text := range []string{cell.Header, cell.Value} {
			written, err := marshal(text)
			if err != nil {
				return nil, err
			}
			if k > 0 {
				b.WriteByte(':')
			}
			b.Write(written)
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}

// UnmarshalJSON implements json.Unmarshaler.
func (c *Cells) UnmarshalJSON(data []byte) error {
	*c = nil
	d := json.NewDecoder(bytes.NewReader(data))
	if open, err := d.Token(); err != nil || open == nil {
		return err
	} else if open != json.Delim('{') {
		return errors.New("cells are not an object")
	}
	for d.More() {
		header, err := d.Token()
		if err != nil {
			return err
		}
		value, err := d.Token()
		if err != nil {
			return err
		}
		h, isText := header.(string)
		v, isValue := value.(string)
		if !isText || !isValue {
			return fmt.Errorf("cell %v is not a text", header)
		}
		*c = append(*c, Cell{h, v})
	}
	_, err := d.Token()
	return err
}
