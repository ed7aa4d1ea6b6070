package list_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/xuri/excelize/v2"

	"github.com/enduse/enduse/internal/list"
)

// TestHeadOfALargeWorkbook: a workbook is known by its rows, whatever its size.
func TestHeadOfALargeWorkbook(t *testing.T) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		t.Fatal(err)
	}
	for i := range 20000 {
		row := []any{"ref " + strconv.Itoa(i*7919%65537), "name, " + strconv.Itoa(i*104729%99991)}
		if i == 1 {
			row = []any{"ref", "who"}
		}
		if err := w.SetRow("A"+strconv.Itoa(i+1), row); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Write(&b); err != nil || b.Len() < 128<<10 {
		t.Fatalf("%d bytes, %v", b.Len(), err)
	}
	h, err := list.ReadHead("x.xlsx", bytes.NewReader(b.Bytes()))
	if err != nil || len(h.Bytes) != 64<<10 || len(h.Rows) != 60 || !strings.HasPrefix(string(h.Text()), "ref 0,\"name, 0\"\nref,who\n") {
		t.Errorf("%d rows, %v, %.60q", len(h.Rows), err, h.Text())
	}
	if h, err := list.ReadHead("x.xlsx", bytes.NewReader(b.Bytes()[:b.Len()/2])); err != nil || h.Rows != nil {
		t.Errorf("a workbook that breaks off: %d rows, %v", len(h.Rows), err)
	}
	if h, err := list.ReadHead("x.csv", strings.NewReader("a,b\n")); err != nil || string(h.Text()) != "a,b\n" {
		t.Errorf("a text: %q, %v", h.Text(), err)
	}
	if _, err := list.ReadHead("x", iotest.ErrReader(iotest.ErrTimeout)); err == nil {
		t.Error("a file that cannot be read has a head")
	}
}
