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
	texts   int               // shared strings
	sheets  map[string]string // the parts of the sheets, by their lower-case names
}

// Bounds on a workbook. The library makes a cell for every column before the last
// one of a row, holds every text and style in memory, and looks through all sheets
// for each.
const (
	maxSheets = 512
	maxStyles = 16 << 20 // bytes of the part of the styles; a spreadsheet program writes at most 64,000
	maxSpread = 10 << 20 // cells that come before others, filled or not
	maxRatio  = 200      // unpacked bytes a packed one, of a part above freeRatio
	freeRatio = 16 << 20
)

// bounded refuses a workbook that would take far more memory or time than its size
// says.
func bounded(z *zip.Reader) error {
	sheets := 0
	for _, f := range z.File {
		name := strings.ToLower(strings.TrimPrefix(f.Name, "/"))
		if strings.HasPrefix(name, "xl/worksheets/") && strings.HasSuffix(name, ".xml") {
			sheets++
		}
		if name == "xl/styles.xml" && f.UncompressedSize64 > maxStyles {
			return fmt.Errorf("its styles take more than %d MiB", maxStyles>>20)
		}
		if f.UncompressedSize64 > freeRatio && f.UncompressedSize64/maxRatio > f.CompressedSize64 {
			return fmt.Errorf("%s is packed more than %d times", f.Name, maxRatio)
		}
	}
	if sheets > maxSheets {
		return fmt.Errorf("it has %d sheets, more than %d", sheets, maxSheets)
	}
	return nil
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
	err := c.each("xl/sharedstrings.xml", func(e xml.StartElement, _ *xml.Decoder) error {
		if e.Name.Local == "si" {
			c.texts++
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return c, c.findSheets()
}

// check looks through a sheet and returns what is lost of it.
func (c *checker) check(name string) (lost, error) {
	return c.sheet(c.partOf(name))
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

// findSheets finds the parts of the sheets by the relations of the workbook.
func (c *checker) findSheets() error {
	targets := map[string]string{}
	err := c.each("xl/_rels/workbook.xml.rels", func(e xml.StartElement, _ *xml.Decoder) error {
		if e.Name.Local == "Relationship" {
			targets[attribute(e, "Id")] = attribute(e, "Target")
		}
		return nil
	})
	if err != nil {
		return err
	}
	c.sheets = map[string]string{}
	return c.each("xl/workbook.xml", func(e xml.StartElement, _ *xml.Decoder) error {
		if e.Name.Local != "sheet" {
			return nil
		}
		part := targets[attribute(e, "id")]
		if !strings.HasPrefix(part, "/") {
			part = path.Join("xl", part)
		}
		c.sheets[strings.ToLower(attribute(e, "name"))] = strings.ToLower(strings.TrimPrefix(part, "/"))
		return nil
	})
}

// partOf is the part of a sheet.
func (c *checker) partOf(sheet string) string { return c.sheets[strings.ToLower(sheet)] }

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

// places follows the positions of rows and cells of a sheet: each comes after the one before.
type places struct {
	row, column   int
	cells, spread int
}

// next moves to a row.
func (p *places) next(number string) error {
	p.spread += p.column
	p.column = 0
	n, err := strconv.Atoi(number)
	if err != nil {
		n = p.row + 1
	}
	if n <= p.row {
		return fmt.Errorf("row %d comes after row %d", n, p.row)
	}
	p.row = n
	return nil
}

// cell moves to a cell of the row.
func (p *places) cell(ref string) error {
	p.cells++
	column := p.column + 1
	if ref != "" {
		at, row, err := excelize.CellNameToCoordinates(ref)
		if err != nil || row != p.row {
			return fmt.Errorf("cell %q is in row %d", ref, p.row)
		}
		column = at
	}
	if column <= p.column {
		return fmt.Errorf("cell %s comes after another one of its column or a later one", ref)
	}
	p.column = column
	if spread := p.spread + column; spread > maxSpread && spread > 20*p.cells {
		return fmt.Errorf("row %d: most of %d cells are empty and come before filled ones; delete what is far to the right", p.row, spread)
	}
	return nil
}

func (c *checker) sheet(part string) (lost, error) {
	out, at := lost{}, places{}
	err := c.each(part, func(e xml.StartElement, d *xml.Decoder) error {
		switch e.Name.Local {
		case "row":
			return at.next(attribute(e, "r"))
		case "c":
			var one cell
			if err := d.DecodeElement(&one, &e); err != nil {
				return err
			}
			if err := at.cell(one.Ref); err != nil {
				return err
			}
			if why := c.missing(one); why != "" && out[at.row] == "" {
				out[at.row] = strings.TrimSpace("cell "+one.Ref) + " " + why
			}
		}
		return nil
	})
	return out, err
}

// missing says why a cell that is not empty has no value.
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
