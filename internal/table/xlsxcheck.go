package table

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// checker looks through the XML of a workbook for what the library passes over
// without a word: a sheet that breaks off ends there for it, a formula that was
// never computed and a text that is not there are empty cells.
type checker struct {
	parts   map[string]*zip.File // by lower-case name
	charset func(string, io.Reader) (io.Reader, error)
	texts   int // shared strings
}

// lost are the cells of a sheet whose value is not in the file: what is wrong
// with the first one of each row, by row.
type lost map[int]string

// newChecker checks the shared strings, on which every sheet rests.
func newChecker(z *zip.Reader, book *excelize.File) (*checker, error) {
	c := &checker{parts: map[string]*zip.File{}, charset: book.CharsetReader}
	for _, f := range z.File {
		c.parts[strings.ToLower(strings.TrimPrefix(f.Name, "/"))] = f
	}
	return c, c.each("xl/sharedstrings.xml", func(e xml.StartElement, _ *xml.Decoder) error {
		if e.Name.Local == "si" {
			c.texts++
		}
		return nil
	})
}

// check looks through a sheet and returns what is lost of it.
func (c *checker) check(name string) (lost, error) {
	part, err := c.partOf(name)
	if err != nil {
		return nil, err
	}
	return c.sheet(part)
}

// each hands every element of a part to use, to the end of the part.
func (c *checker) each(part string, use func(xml.StartElement, *xml.Decoder) error) error {
	f, ok := c.parts[part]
	if !ok {
		return nil
	}
	r, err := f.Open()
	if err != nil {
		return err
	}
	defer func() { _ = r.Close() }()
	d := xml.NewDecoder(io.LimitReader(r, maxUnzip))
	d.CharsetReader = c.charset
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		if e, ok := tok.(xml.StartElement); ok {
			if err := use(e, d); err != nil {
				return fmt.Errorf("%s: %w", f.Name, err)
			}
		}
	}
}

// partOf finds the part of a sheet by the relations of the workbook.
func (c *checker) partOf(sheet string) (part string, err error) {
	id := ""
	err = c.each("xl/workbook.xml", func(e xml.StartElement, _ *xml.Decoder) error {
		if e.Name.Local == "sheet" && strings.EqualFold(attribute(e, "name"), sheet) {
			id = attribute(e, "id")
		}
		return nil
	})
	if err != nil {
		return "", err
	}
	err = c.each("xl/_rels/workbook.xml.rels", func(e xml.StartElement, _ *xml.Decoder) error {
		if e.Name.Local == "Relationship" && attribute(e, "Id") == id {
			part = attribute(e, "Target")
		}
		return nil
	})
	if !strings.HasPrefix(part, "/") {
		part = path.Join("xl", part)
	}
	return strings.ToLower(strings.TrimPrefix(part, "/")), err
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// cell is what an element c holds of a cell.
type cell struct {
	Ref     string    `xml:"r,attr"`
	Type    string    `xml:"t,attr"`
	Formula *struct{} `xml:"f"`
	Value   *string   `xml:"v"`
	Inline  *struct{} `xml:"is"`
}

func (c *checker) sheet(part string) (lost, error) {
	out, row := lost{}, 0
	err := c.each(part, func(e xml.StartElement, d *xml.Decoder) error {
		switch e.Name.Local {
		case "row":
			row++
			if n, err := strconv.Atoi(attribute(e, "r")); err == nil {
				row = n
			}
		case "c":
			var one cell
			if err := d.DecodeElement(&one, &e); err != nil {
				return err
			}
			if why := c.missing(one); why != "" && out[row] == "" {
				out[row] = strings.TrimSpace("cell "+one.Ref) + " " + why
			}
		}
		return nil
	})
	return out, err
}

// missing says why a cell has no value although something stands in it.
func (c *checker) missing(one cell) string {
	if one.Formula != nil && one.Value == nil && one.Inline == nil {
		return "holds a formula without its value"
	}
	if one.Type == "s" && one.Value != nil {
		if n, err := strconv.Atoi(strings.TrimSpace(*one.Value)); err != nil || n < 0 || n >= c.texts {
			return "names a text that is not in the workbook"
		}
	}
	return ""
}
