package intake

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/table"
	"github.com/enduse/enduse/wire"
)

// Record is one shipment to screen, as the user's file has it.
type Record struct {
	// Row is where the user finds it: the line of a text file, the row of a
	// sheet, the number of the element of a JSON array. The header is a row, so
	// the first record of a CSV file is at 2. Of an order it is the first row.
	Row      int
	ID       string // the user's own, or ""
	Shipment enduse.Shipment
	// Extra holds the columns that have no meaning here, by their names.
	Extra map[string]string
	// Notes say what could not be used as it is, and what was done.
	Notes []string
	// Own are the cells of the first row that are filled, and LeftOut says why the
	// record is nobody to screen; see engine.Record.
	Own     wire.Cells
	LeftOut string
}

// Options are what the user says of a file.
type Options struct {
	// Columns name the columns in order, for a file without a header or one
	// whose header is not understood.
	Columns []string
	// Mapping says of columns, by their names in the file, what they are: a name that is
	// known, such as "consignee country", or Ignore. Others are recognised by their names.
	Mapping  map[string]string
	Sheet    string // of a workbook
	Encoding string // such as "windows-1251"
}

// Ignore is what a mapping says of a column that is not to be used.
const Ignore = "ignore"

// Check reports the columns of a mapping whose meaning is not known.
func (o Options) Check() error {
	for _, c := range slices.Sorted(maps.Keys(o.Mapping)) {
		if _, ok := meaning(o.Mapping[c]); !ok && o.Mapping[c] != Ignore {
			return &enduse.Error{Op: "columns", Code: enduse.CodeInvalid, Subject: c, Err: fmt.Errorf("%q is not known as a column", o.Mapping[c]), Hint: "such as: name, country, consignee, consignee country, order id; or ignore" + nearest([]string{o.Mapping[c]})}
		}
	}
	return nil
}

// Reader reads the records of a file, once.
type Reader struct {
	table   *table.Table
	columns columnMap
	order   dateOrder
	ahead   []ahead
	notes   []string

	amounts amounts // how they are read

	counts  columnCounts
	mapping map[string]string
	section int   // of the rows that columns is for
	above   above // what is above the rows
}

type ahead struct {
	row table.Row
	err error
}

func (o Options) table() table.Options {
	return table.Options{
		IsHeader: func(cells []string) bool { return isHeader(cells) || o.isMapped(cells) }, MayBeHeader: mayBeHeader, IsHeaderAgain: isHeaderAgain, IsSideways: isSideways, IsRecord: isRecord,
		KeepGarbled: true, Columns: o.Columns, Sheet: o.Sheet, Encoding: o.Encoding,
	}
}

// isMapped reports whether a row has the names of a mapping's columns.
func (o Options) isMapped(cells []string) bool {
	n := 0
	for _, c := range cells {
		if _, ok := o.Mapping[c]; ok {
			n++
		}
	}
	return n > 0 && 2*n >= len(o.Mapping)
}

// newReader takes over a table: it closes one that it cannot read.
func newReader(t *table.Table, mapping map[string]string) (*Reader, error) {
	in := &Reader{table: t, mapping: mapping}
	if err := in.open(); err != nil {
		_ = t.Close()
		return nil, err
	}
	return in, nil
}

func (in *Reader) open() error {
	columns := in.table.Columns()
	if !in.table.HasHeader() {
		if len(columns) != 1 {
			return in.fault(fmt.Sprintf("no header was found above %d columns; the first row is: %s", len(columns), firstOf(in.table.First())),
				"name the columns in order, such as: --columns name,country,address; or put a header above them"+nearest(in.table.First()))
		}
		in.note("no header: every line is taken for a name")
	}
	in.columns = newColumnMap(columns, !in.table.HasHeader(), in.mapping)
	if !in.columns.usable() {
		return in.fault("no column holds a name, an identifier, an address or a party; the columns are: "+firstOf(columns),
			"rename one to name, or name them all in order: --columns name,country,..."+nearest(columns))
	}
	for _, c := range slices.Sorted(maps.Keys(in.mapping)) {
		if in.mapping[c] != Ignore && !slices.Contains(columns, c) {
			in.note(fmt.Sprintf("the columns file says that %s is %s, and there is no such column here: look for its new name", c, in.mapping[c]))
		}
	}
	in.above = in.readAbove()
	in.settle()
	return nil
}

// isRecord distinguishes a JSON object that is a record from one around an array of
// records.
func isRecord(keys []string) bool {
	p := newColumnMap(keys, false, nil)
	return slices.Contains(keys, "parties") || p.usable()
}

const (
	settleRows  = 10000
	settleBytes = 32 << 20
)

// settle reads ahead, so that one date of the file can settle for all of them
// whether the day or the month comes first, and one amount where decimals begin.
func (in *Reader) settle() {
	dates, sums := in.columns.columnsOf(fBirthDate), in.columns.columnsOf(amountFields()...)
	if len(dates)+len(sums) == 0 {
		return
	}
	size := 0
	next, stop := iter.Pull2(in.table.Rows())
	defer stop()
	for len(in.ahead) < settleRows && size < settleBytes {
		row, err, ok := next()
		if !ok {
			break
		}
		in.ahead = append(in.ahead, ahead{row, err})
		for _, c := range row.Columns() {
			size += len(row.Get(c))
		}
		if err != nil {
			continue
		}
		for _, c := range dates {
			for _, v := range row.Values(c) {
				in.order.settle(v)
			}
		}
		for _, c := range sums {
			for _, v := range row.Values(c) {
				in.amounts.add(v)
			}
		}
	}
	if note := in.amounts.settle(in.table.Kind()); note != "" {
		in.note(note)
	}
	switch in.order {
	case dayFirst:
		in.note("dates written in numbers are read as day, month, year: other dates of the file leave no other way")
	case monthFirst:
		in.note("dates written in numbers are read as month, day, year: other dates of the file leave no other way")
	case orderMixed:
		in.note("dates written in numbers follow two orders: where day and month may be swapped, only the year is compared")
	case orderUnknown:
	}
}

// rows yields what was read ahead, then the rest.
func (in *Reader) rows() iter.Seq2[table.Row, error] {
	return func(yield func(table.Row, error) bool) {
		for len(in.ahead) > 0 {
			a := in.ahead[0]
			in.ahead = in.ahead[1:]
			if !yield(a.row, a.err) {
				return
			}
		}
		in.table.Rows()(yield)
	}
}

// Records yields the records in the order of the file. A *enduse.RecordError
// is one row that could not be read; after any other error nothing
// follows.
func (in *Reader) Records() iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		q := newOrderAssembler(in.table.Name(), in.columns.orders, in.above.begin(yield))
		for row, err := range in.rows() {
			if err != nil {
				var bad *enduse.RecordError
				if !q.add(entry{err: err}) || !errors.As(err, &bad) {
					break
				}
				continue
			}
			in.turnTo(row, q)
			in.counts.add(row)
			if !q.add(in.entry(row)) {
				return
			}
		}
		q.flush()
		if !q.stopped {
			in.above.end(yield)
		}
	}
}

// turnTo maps the columns anew where another header is above the row.
func (in *Reader) turnTo(row table.Row, q *orderAssembler) {
	if row.Section == in.section {
		return
	}
	in.section = row.Section
	in.columns = newColumnMap(row.Columns(), false, in.mapping)
	q.orders = q.orders || in.columns.orders
}

// Notes returns what was assumed of the file so far, for the user to see.
func (in *Reader) Notes() []string { return append(in.table.Notes(), in.notes...) }

// Close frees what the file holds. It does not close the reader.
func (in *Reader) Close() error { return in.table.Close() }

func (in *Reader) note(s string) { in.notes = append(in.notes, s) }

func (in *Reader) fault(what, hint string) error {
	return &enduse.Error{Code: enduse.CodeInvalid, Subject: in.table.Name(), Hint: hint, Err: errors.New(what)}
}
