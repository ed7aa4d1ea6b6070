package eval

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/table"
)

// Cases are the rows of one file.
type Cases struct {
	File    string
	Kind    Kind
	columns []string
	need    []string // the columns that the kind requires, in the order of its shape
	rows    []table.Row
	faults  []string // rows that could not be read
}

// ErrUnknownShape is in the chain of the error for a file of no known kind.
var ErrUnknownShape = errors.New("no kind of cases")

// Read reads a file of cases (CSV, XLSX, JSON or NDJSON) and recognises its
// kind by its columns. A row that cannot be read is counted and skipped.
func Read(file string, r io.Reader) (*Cases, error) {
	t, err := table.Open(file, r, table.Options{})
	if err != nil {
		return nil, err
	}
	defer func() { _ = t.Close() }()
	c := &Cases{File: file, columns: t.Columns()}
	var known bool
	if c.Kind, c.need, known = recognise(c.columns); !known {
		return nil, errors.Join(unrecognised(file, c.columns), ErrUnknownShape)
	}
	for row, err := range t.Rows() {
		if _, bad := errors.AsType[*enduse.RecordError](err); bad {
			c.faults = append(c.faults, err.Error())
			continue
		}
		if err != nil {
			return nil, err
		}
		c.rows = append(c.rows, row)
	}
	if len(c.rows) == 0 {
		return nil, &enduse.Error{Op: "eval", Code: enduse.CodeInvalid, Subject: file, Err: errors.New("the file holds no cases"), Hint: "check that it is the right file"}
	}
	return c, nil
}

// pick keeps the first rows (0: all), and of those every k-th.
func pick[T any](rows []T, first, every int) []T {
	if first > 0 && first < len(rows) {
		rows = rows[:first]
	}
	if every <= 1 {
		return rows
	}
	var out []T
	for i := 0; i < len(rows); i += every {
		out = append(out, rows[i])
	}
	return out
}

// hash identifies a row by its own cells: the first 12 hex digits of the
// SHA-256 of the cells, each ended by a zero byte.
func (c *Cases) hash(row table.Row) string {
	h := sha256.New()
	for _, column := range c.columns {
		for _, v := range row.Values(column) {
			_, _ = io.WriteString(h, v)
		}
		_, _ = h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
}

// optional returns the value in the first of these columns that the file has,
// regardless of case.
func (c *Cases) optional(row table.Row, names ...string) string {
	for _, name := range names {
		if at := slices.IndexFunc(c.columns, func(column string) bool { return strings.EqualFold(column, name) }); at >= 0 {
			return row.Get(c.columns[at])
		}
	}
	return ""
}

// parseLabel reads a label: true, yes, match or 1, and the opposites.
func parseLabel(text string) (same, ok bool) {
	switch strings.ToLower(text) {
	case "true", "1", "yes", "y", "match":
		return true, true
	case "false", "0", "no", "n":
		return false, true
	}
	return false, false
}

// schemaOf parses the name of a schema, as used here or in FollowTheMoney. It
// returns "" for an unknown one.
func schemaOf(text string) enduse.Schema {
	if s := enduse.Schema(strings.ToLower(text)); s != enduse.SchemaLegalEntity && slices.Contains(enduse.Schemas, s) {
		return s
	}
	return ""
}

func (c *Cases) fault(row table.Row, format string, args ...any) string {
	return fmt.Sprintf("%s:%d: ", c.File, row.Line) + fmt.Sprintf(format, args...)
}
