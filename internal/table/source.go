package table

import (
	"errors"

	"github.com/enduse/enduse"
)

// source yields the records of one kind of table.
type source interface {
	// next returns io.EOF at the end and a *enduse.RecordError for one record
	// that cannot be read; after any other error nothing follows.
	next() (record, error)
	close() error
}

// record is a row as its source gives it: cells by position, or an object.
type record struct {
	line      int
	until     int             // the last line, where a record of text spans several
	multiline []multilineCell // its cells that do
	cells     []string
	quoted    bool // its text begins with a quote
	object    *object
}

type pending struct {
	record
	err error
}

func isRecordError(err error) bool {
	var bad *enduse.RecordError
	return errors.As(err, &bad)
}
