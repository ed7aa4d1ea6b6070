package intake

import (
	"io"
	"strings"
)

// OpenFirst opens a file and returns its only sheet, or the first of several.
func OpenFirst(name string, r io.Reader, opts Options) (*Reader, error) {
	all, err := OpenAll(name, r, opts)
	if err != nil {
		return nil, err
	}
	return all[0].Reader, all[0].Err
}

// Column is a column of the file and what it means here; "" is nothing.
type Column struct {
	Name    string
	Meaning string
}

// Meanings returns the columns of the file and what each means.
func (in *Reader) Meanings() []Column {
	var out []Column
	for _, name := range in.table.Columns() {
		c := Column{Name: name}
		if t, ok := in.columns.meaning(name); ok {
			c.Meaning = t.String()
		}
		out = append(out, c)
	}
	return out
}

// String says it to the user: "consignee address".
func (t columnRole) String() string {
	name := strings.TrimPrefix(string(t.field), identifierMark)
	switch {
	case t.role == "":
		return name
	case t.field == fName:
		return string(t.role)
	}
	return string(t.role) + " " + name
}
