package intake

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/table"
)

// Sheet is a sheet of a workbook, or the whole of any other file.
type Sheet struct {
	// Name is that of the file, with the sheet in brackets where more than one
	// has content: "orders.xlsx [June]".
	Name   string
	Reader *Reader // nil where the sheet could not be read
	Err    error   // why not; its rows are not screened
}

// OpenAll opens every sheet of a workbook that has content, or the one that the
// options name; any other file is one sheet. It is an error only if none can be
// read: one that cannot be, among others, has an Err of its own.
func OpenAll(name string, r io.Reader, opts Options) ([]Sheet, error) {
	first, err := table.Open(name, r, opts.table())
	if err != nil {
		return nil, err
	}
	tables, out := []*table.Table{first}, []Sheet{{Name: name}}
	for _, sheet := range first.OtherSheets() {
		t, err := first.Sheet(sheet, opts.table())
		if t != nil || err != nil {
			tables, out = append(tables, t), append(out, Sheet{Name: label(name, sheet), Err: err})
		}
	}
	if len(out) > 1 {
		out[0].Name = label(name, first.SheetName())
	}
	for i, t := range tables { // after all are open: the last that is closed closes the workbook
		if t != nil {
			out[i].Reader, out[i].Err = newReader(t, opts.Mapping)
		}
	}
	return readable(out)
}

func label(file, sheet string) string { return file + " [" + sheet + "]" }

// readable is an error if nothing can be read, and says of each sheet that cannot
// be how to leave it out.
func readable(out []Sheet) ([]Sheet, error) {
	if !slices.ContainsFunc(out, func(s Sheet) bool { return s.Err == nil }) {
		return nil, out[0].Err
	}
	for i := range out {
		if err := out[i].Err; err != nil {
			out[i].Err = &enduse.Error{
				Code: enduse.CodeOf(err), Err: fmt.Errorf("the sheet was not screened: %w", unwrap(err)),
				Hint: "if it holds nobody to screen, name the others one by one with --sheet; else: " + enduse.HintOf(err),
			}
		}
	}
	return out, nil
}

// unwrap leaves out the name of the file: it precedes the error anyway.
func unwrap(err error) error {
	if e, ok := errors.AsType[*enduse.Error](err); ok && e.Err != nil {
		return e.Err
	}
	return err
}
