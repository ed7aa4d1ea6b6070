package australia

import (
	"errors"
	"io"
	"iter"
	"regexp"
	"strconv"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
	"github.com/enduse/enduse/internal/table"
)

// reference is a party's number and the letters of one of its names.
var reference = regexp.MustCompile(`^(\d+)[a-z]*$`)

// Read yields a party for each number: see [list.Format] for what its errors
// mean. File is the name for messages.
func Read(src io.Reader, file string) iter.Seq2[enduse.Entity, error] {
	return func(yield func(enduse.Entity, error) bool) {
		t, err := table.Open(file, src, table.Options{IsHeader: isHeader})
		if err != nil {
			yield(enduse.Entity{}, err)
			return
		}
		defer func() { _ = t.Close() }()
		if !t.HasHeader() || !isHeader(t.Columns()) {
			yield(enduse.Entity{}, &enduse.Error{
				Op: "read", Code: enduse.CodeInvalid, Subject: file, Err: errors.New("the columns of the Consolidated List are not in it"),
				Hint: "its header must hold: " + strings.Join(required, ", "),
			})
			return
		}
		for _, name := range t.OtherSheets() {
			if !otherSheet(t, name, yield) {
				return
			}
		}
		numbers, parties, ok := group(t, file, yield)
		for _, n := range numbers {
			if !ok {
				return
			}
			ok = yield(entity(n, parties[n], file))
		}
	}
}

// otherSheet tells of a sheet with content behind the list: the published
// workbook has none, so part of the list may stand in it.
func otherSheet(t *table.Table, name string, yield func(enduse.Entity, error) bool) bool {
	other, err := t.Sheet(name, table.Options{})
	if other == nil && err == nil {
		return true
	}
	if other != nil {
		_ = other.Close()
	}
	return yield(enduse.Entity{}, &list.Warning{File: t.Name() + " [" + name + "]", Text: "the sheet was not read", Cut: true})
}

// group puts the rows of each party together, in the order of the first of
// each. It yields rows that belong to none, and reports whether to go on.
func group(t *table.Table, file string, yield func(enduse.Entity, error) bool) (numbers []string, parties map[string][]table.Row, ok bool) {
	parties = map[string][]table.Row{}
	for row, err := range t.Rows() {
		m := reference.FindStringSubmatch(row.Get("Reference"))
		if err == nil && m == nil {
			err = &enduse.RecordError{File: file, Line: row.Line, Field: "Reference", Err: errors.New("not a number with letters behind it")}
		}
		if err != nil {
			var bad *enduse.RecordError
			if !yield(enduse.Entity{}, err) || !errors.As(err, &bad) {
				return nil, nil, false
			}
			continue
		}
		if parties[m[1]] == nil {
			numbers = append(numbers, m[1])
		}
		parties[m[1]] = append(parties[m[1]], row)
	}
	return numbers, parties, true
}

// entity reads the rows of one party.
func entity(number string, rows []table.Row, file string) (enduse.Entity, error) {
	main := rows[0]
	for _, r := range rows {
		if r.Get("Name Type") == primaryName {
			main = r
			break
		}
	}
	p := party{main: main, rows: rows, Entity: enduse.Entity{
		ID: enduse.EntityID(listID + ":" + number), Source: listID, List: listID,
		Kind: main.Get("Type"), Record: file + ":" + strconv.Itoa(main.Line),
	}}
	p.kind()
	p.names()
	p.person()
	p.addresses()
	p.designate()
	p.remarks()
	p.others()
	if err := p.Validate(); err != nil {
		return enduse.Entity{}, &enduse.RecordError{File: file, Line: main.Line, Err: err}
	}
	return p.Entity, nil
}
