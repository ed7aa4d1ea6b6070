package main

import (
	"encoding/json"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
)

// TestScreenEverySheet: a workbook is screened sheet by sheet, and a sheet that
// holds no parties is incomplete, not passed over.
func TestScreenEverySheet(t *testing.T) {
	dir := t.TempDir()
	book := excelize.NewFile()
	for _, c := range [][3]string{
		{"Sheet1", "A1", "name"},
		{"Sheet1", "A2", "Nobody At All"},
		{"June", "A1", "name"},
		{"June", "A2", "SINNO ELECTRONICS CO LIMITED"},
		{"Legend", "A1", "colour"},
		{"Legend", "B1", "meaning"},
		{"Legend", "A2", "red"},
	} {
		if _, err := book.NewSheet(c[0]); err != nil {
			t.Fatal(err)
		}
		if err := book.SetCellStr(c[0], c[1], c[2]); err != nil {
			t.Fatal(err)
		}
	}
	if err := book.SaveAs(filepath.Join(dir, "b.xlsx")); err != nil {
		t.Fatal(err)
	}
	out := runApp(t, dir, "screen", filepath.Join(dir, "b.xlsx"), "--format", "ndjson")
	var got []string
	for _, line := range resultLines(t, out) {
		var r struct{ File, Outcome string }
		if err := json.Unmarshal(line, &r); err != nil {
			t.Fatal(err)
		}
		got = append(got, filepath.Base(r.File)+" "+r.Outcome)
	}
	want := []string{"b.xlsx [Sheet1] incomplete", "b.xlsx [June] review", "b.xlsx [Legend] incomplete"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
