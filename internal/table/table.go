package table

import (
	"errors"
	"io"
	"iter"
	"slices"

	"github.com/enduse/enduse"
)

// Kind says what a table comes in.
type Kind string

// The kinds. Delimited text of any delimiter is CSV.
const (
	CSV    Kind = "csv"
	XLSX   Kind = "xlsx"
	JSON   Kind = "json"
	NDJSON Kind = "ndjson"
)

// Bounds on what a table may ask of memory, in bytes or cells.
const (
	maxField   = 1 << 20
	maxColumns = 16384
	maxLine    = 16 << 20
	maxXLSX    = 256 << 20
	maxUnzip   = 512 << 20
	maxObject  = 256 << 20
	headSize   = 64 << 10
	lookAhead  = 50 // rows in which a header is sought
)

// Options say what the caller knows of a table.
type Options struct {
	// IsHeader distinguishes a header row from a title and from data. Nil takes the
	// first row that is not blank.
	IsHeader func(cells []string) bool
	// MayBeHeader recognises a header that IsHeader does not know, by the rows below it:
	// one with a few column names among words of the user's own. It is asked where
	// IsHeader finds none, or finds one only after rows of data.
	MayBeHeader func(cells []string, below [][]string) bool
	// IsSideways recognises a table whose first column holds the names of the others: one
	// record a column. It is asked of all rows of a small table.
	IsSideways func(rows [][]string) bool
	// IsHeaderAgain recognises a header among the rows of data: two tables in one file, or
	// one whose header is on every page. The rows below are read by it.
	IsHeaderAgain func(cells []string) bool
	// KeepGarbled hands on cells that look decoded by a wrong encoding, named in
	// [Row.Garbled]. Else they make a row a fault, in Russian encodings.
	KeepGarbled bool
	// IsRecord distinguishes a JSON object that is itself a row from one that is
	// wrapped around an array of rows, by its keys. Nil: every object that
	// holds an array of objects is wrapped around it.
	IsRecord func(keys []string) bool
	// Columns name the columns of a table without a header, in order.
	Columns []string
	// Sheet names the sheet of a workbook; "" is the first with content.
	Sheet string
	// Encoding names the encoding, such as "windows-1251"; "" finds it out.
	Encoding string
}

// Table is an open table. It is read once, by one goroutine.
type Table struct {
	file
	content
	head   *head
	header int       // the line of the header, 0 without one
	begins []string  // the cells of the first row that is not blank
	turned bool      // columns were read as rows
	parted bool      // lines of a table of one column hold delimiters, as rows do
	ahead  []pending // records that were read before the header was known
}

// Open finds out what a table comes in and where its header is. The name is
// used in messages only. A table of no rows is an error.
func Open(name string, r io.Reader, opts Options) (*Table, error) {
	t := &Table{file: file{name: name, opts: opts}}
	var err error
	if t.content, err = t.open(r); err != nil {
		return nil, err
	}
	if err := t.begin(); err != nil {
		return nil, err
	}
	return t, nil
}

// begin reads the first rows and finds the header in them. It closes a table
// that has none.
func (t *Table) begin() error {
	t.readAhead()
	if t.kind == JSON || t.kind == NDJSON {
		t.head = newHead(objectColumns(t.ahead))
	} else {
		t.turn()
		t.findHeader()
	}
	if len(t.ahead) == 0 && t.header == 0 {
		_ = t.Close()
		return t.fault("the file holds no rows", "check that it is the right file")
	}
	if err := t.firstError(); err != nil {
		_ = t.Close()
		return err
	}
	t.setWidth()
	return nil
}

// setWidth gives the reader of delimited text the number of cells of a record. The
// records that were read while that was not known are read again, unless a
// line among them was lost for its length.
func (t *Table) setWidth() {
	c, ok := t.src.(*csvReader)
	if !ok || len(t.ahead) == 0 {
		return
	}
	if c.lost {
		c.width = len(t.head.columns)
		return
	}
	if last := t.ahead[len(t.ahead)-1].err; last != nil && !isRecordError(last) {
		return
	}
	c.rewind(t.ahead[0].line, len(t.head.columns))
	t.ahead = nil
}

// firstError returns the error with which the table begins, if it is one that ends
// the reading: it is better reported at once than after nothing.
func (t *Table) firstError() error {
	if len(t.ahead) == 0 {
		return nil
	}
	var bad *enduse.RecordError
	if err := t.ahead[0].err; err != nil && !errors.As(err, &bad) {
		return err
	}
	return nil
}

// readAhead holds the first records; they are yielded later.
func (t *Table) readAhead() {
	for len(t.ahead) < lookAhead {
		rec, err := t.src.next()
		if errors.Is(err, io.EOF) {
			return
		}
		t.ahead = append(t.ahead, pending{rec, err})
		if err != nil && !isRecordError(err) {
			return
		}
	}
}

func (t *Table) next() (record, error) {
	if len(t.above) > 0 {
		p := t.above[0]
		t.above = t.above[1:]
		return p.record, p.err
	}
	if len(t.ahead) > 0 {
		p := t.ahead[0]
		t.ahead = t.ahead[1:]
		return p.record, p.err
	}
	return t.src.next()
}

// Rows yields the rows that are not blank, once. A *enduse.RecordError is
// one row that could not be read; after any other error nothing follows.
func (t *Table) Rows() iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		for {
			rec, err := t.next()
			if errors.Is(err, io.EOF) {
				return
			}
			var row Row
			if err == nil && t.beginsAgain(rec) {
				continue
			}
			if err == nil {
				row, err = t.row(rec)
			}
			if err == nil && row.Blank() {
				continue
			}
			if !yield(row, err) || err != nil && !isRecordError(err) {
				return
			}
		}
	}
}

// Columns returns the columns of the header, as written. Those of JSON are the
// keys of its first rows; a later row may have others: see [Row.Columns].
func (t *Table) Columns() []string { return slices.Clone(t.head.columns) }

// First returns the cells of the first row, whether it is a header or not; of a JSON
// file it is nil.
func (t *Table) First() []string { return slices.Clone(t.begins) }

// IsTurned reports whether the columns of the file were read as rows.
func (t *Table) IsTurned() bool { return t.turned }

// Skipped returns what was passed over so that the rows could be read.
func (t *Table) Skipped() []Skipped { return slices.Clone(t.skipped) }

// HasHeader reports whether the columns have names of their own. Otherwise
// they are called "column 1" and so on.
func (t *Table) HasHeader() bool { return t.header != 0 || t.kind == JSON || t.kind == NDJSON }

// Kind returns what the table comes in.
func (t *Table) Kind() Kind { return t.kind }

// Name returns the name that the table was opened with.
func (t *Table) Name() string { return t.name }

// Notes returns what was assumed of the table so far, for the user to see.
func (t *Table) Notes() []string { return slices.Clone(t.notes) }

// Close frees what the table holds. It does not close the reader.
func (t *Table) Close() error { return t.src.close() }
