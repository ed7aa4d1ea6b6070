package table_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/enduse/enduse/internal/table"
)

// TestOpenQuotesAreLinear: a quote that never closes is searched for to the bound of
// a cell; the lines behind it are read again, each once. Four times the lines may take
// far less than the sixteen times of the square.
func TestOpenQuotesAreLinear(t *testing.T) {
	took := func(n int) time.Duration {
		file := "name,country\n" + strings.Repeat("A,DE\n", 60) + "\"\n" + strings.Repeat("\"\"x\n", n)
		begun := time.Now()
		if _, rows := dump(t, strings.NewReader(file), table.Options{IsHeader: isHeader}); len(rows) != 60+1+n {
			t.Fatalf("%d rows", len(rows))
		}
		return time.Since(begun)
	}
	took(1000)
	if a, b := took(20000), took(80000); b > 12*a+time.Second {
		t.Errorf("20,000 lines took %v, 80,000 took %v", a, b)
	}
}

// TestWorkbookBounds: what takes far more than its size is refused, and rows and cells
// in another order than they are shown are a fault.
func TestWorkbookBounds(t *testing.T) {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	for row := 1; row <= 3; row++ {
		_ = f.SetCellStr("Sheet1", fmt.Sprintf("A%d", row), "name")
	}
	buf, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	wide := strings.Builder{}
	for row := 1; row <= 1000; row++ {
		fmt.Fprintf(&wide, `<row r="%d"><c r="A%d"><v>1</v></c><c r="XFD%d"><v>1</v></c></row>`, row, row, row)
	}
	for what, rows := range map[string]string{
		"empty and come before": wide.String(),
		"row 2 comes after":     `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row><row r="2"><c r="A2"><v>3</v></c></row>`,
		"row 1 comes after":     `<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>3</v></c></row>`,
		"cell A1 comes after":   `<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>`,
		"packed more than":      `<row r="1"><c r="A1" t="inlineStr"><is><t>` + strings.Repeat("a", 20<<20) + `</t></is></c></row>`,
	} {
		raw := rezip(t, buf.Bytes(), func(name string, part []byte) []byte {
			if name == "xl/worksheets/sheet1.xml" {
				return []byte(`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + rows + `</sheetData></worksheet>`)
			}
			return part
		})
		if _, err := table.Open("book", strings.NewReader(string(raw)), table.Options{}); err == nil || !strings.Contains(err.Error(), what) {
			t.Errorf("%s: %v", what, err)
		}
	}
	for i := range 520 {
		_, _ = f.NewSheet(fmt.Sprintf("S%d", i))
	}
	if buf, err = f.WriteToBuffer(); err != nil {
		t.Fatal(err)
	}
	if _, err := table.Open("book", buf, table.Options{}); err == nil || !strings.Contains(err.Error(), "sheets, more than") {
		t.Errorf("sheets: %v", err)
	}
}
