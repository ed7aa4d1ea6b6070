package intake_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/enduse/enduse/internal/intake"
)

// book makes a workbook: the cells of column A of each sheet, from the top.
func book(t *testing.T, sheets ...[]string) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	for i, cells := range sheets {
		name := "S" + string(rune('1'+i))
		if _, err := f.NewSheet(name); err != nil {
			t.Fatal(err)
		}
		for n, c := range cells {
			at, err := excelize.CoordinatesToCellName(1+n%2, 1+n/2)
			if err == nil {
				err = f.SetCellStr(name, at, c)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.DeleteSheet("Sheet1"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// open says of each sheet its name and the names in it, or its error.
func open(t *testing.T, raw []byte, opts intake.Options) (out []string) {
	t.Helper()
	sheets, err := intake.OpenAll("b.xlsx", bytes.NewReader(raw), opts)
	if err != nil {
		return []string{err.Error()}
	}
	for _, s := range sheets {
		line := s.Name + ":"
		if s.Err != nil {
			line += " " + s.Err.Error()
		} else {
			for rec, err := range s.Reader.Records() {
				if err != nil {
					t.Fatal(err)
				}
				line += " " + rec.Shipment.Parties[0].Name
			}
			if err := s.Reader.Close(); err != nil {
				t.Error(err)
			}
		}
		out = append(out, line)
	}
	return out
}

// TestAllSheets: every sheet with content is read; one that cannot be is said,
// and none is passed over.
func TestAllSheets(t *testing.T) {
	june, july := []string{"name", "country", "Ann", "FR"}, []string{"Buyer", "City", "Bob", "Rome", "Cyd", "Oslo"}
	legend := []string{"Colour", "Meaning", "red", "late"}
	const bare = "b.xlsx: no header was found above 2 columns; the first row is: Colour, Meaning"
	for name, c := range map[string]struct {
		sheets [][]string
		opts   intake.Options
		want   []string
	}{
		"one with content": {[][]string{nil, june, nil}, intake.Options{}, []string{"b.xlsx: Ann"}},
		"two":              {[][]string{june, nil, july}, intake.Options{}, []string{"b.xlsx [S1]: Ann", "b.xlsx [S3]: Bob Cyd"}},
		"one is named":     {[][]string{june, july}, intake.Options{Sheet: "S2"}, []string{"b.xlsx: Bob Cyd"}},
		"a legend before":  {[][]string{legend, june}, intake.Options{}, []string{"b.xlsx [S1]: " + noHeader, "b.xlsx [S2]: Ann"}},
		"a legend behind":  {[][]string{june, legend}, intake.Options{}, []string{"b.xlsx [S1]: Ann", "b.xlsx [S2]: " + noHeader}},
		"legends":          {[][]string{legend, legend}, intake.Options{}, []string{bare}},
		"nothing":          {[][]string{nil, nil}, intake.Options{}, []string{"b.xlsx: the file holds no rows"}},
	} {
		if diff := cmp.Diff(c.want, open(t, book(t, c.sheets...), c.opts)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

const noHeader = "the sheet was not screened: no header was found above 2 columns; the first row is: Colour, Meaning"

// TestChartSheet: a sheet of a chart holds no cells.
func TestChartSheet(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(book(t, []string{"name", "x", "Ann", "1"})))
	if err == nil {
		err = f.AddChartSheet("Chart", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Values: "S1!$B$2:$B$2"}}})
	}
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(open(t, b.Bytes(), intake.Options{}), "; "); got != "b.xlsx: Ann" {
		t.Error(got)
	}
}
