package opensanctions

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/list"
)

// maxLines is over how many lines a row of the CSV may go: reasons of sanctions
// have paragraphs.
const maxLines = 400

// ReadSimple yields the targets of a targets.simple.csv: see [list.Format] for
// what its errors mean. File is the name for messages.
func ReadSimple(open func() (io.ReadCloser, error), file string) iter.Seq2[enduse.Entity, error] {
	return list.Records(file, func(sink *list.Sink) error {
		src, err := list.File{Name: file, Open: open}.Reopen()
		if err != nil {
			return err
		}
		defer func() { _ = src.Close() }()
		rows := list.NewRows(src, file, maxLines)
		first, err := rows.Next()
		if err != nil || first.Cut || !isHeader(first.Fields) {
			return &enduse.Error{
				Op: "read", Code: enduse.CodeInvalid, Subject: file, Err: errors.New("the columns of targets.simple.csv are not in it"),
				Hint: "its header must be: " + header,
			}
		}
		s := simple{Sink: sink, columns: first.Fields, seen: map[string]int{}}
		for {
			row, err := rows.Next()
			if errors.Is(err, io.EOF) {
				return nil
			}
			if err == nil {
				err = s.row(row)
			}
			if err := sink.Report(err); err != nil {
				return err
			}
		}
	})
}

// simple is the state of reading one CSV.
type simple struct {
	*list.Sink
	columns []string
	seen    map[string]int // the line of each id
}

func (s *simple) row(row list.Row) error {
	switch {
	case row.Cut:
		return s.Fault(row.Line, "", enduse.TruncatedError("the file ends inside the row: it is truncated"))
	case len(row.Fields) != len(s.columns):
		return s.Fault(row.Line, "", fmt.Errorf("%d fields, want %d", len(row.Fields), len(s.columns)))
	}
	t := target{cells: map[string]string{}}
	for i, c := range s.columns {
		t.cells[c] = strings.TrimSpace(row.Fields[i])
	}
	id := t.cells["id"]
	if first, twice := s.seen[id]; id == "" || twice {
		return s.Fault(row.Line, "", fmt.Errorf("id %q is empty or stands already at line %d", id, first))
	}
	s.seen[id] = row.Line
	if t.cells["last_change"] == "" { // the last cell, and every row has it
		return s.Fault(row.Line, "", errors.New("last_change is empty: the file may be truncated here"))
	}
	return s.Part(t.entity(), row.Line)
}

// target is a row on its way to an entity.
type target struct {
	*list.EntityBuilder
	cells map[string]string
}

func (t *target) entity() enduse.Entity {
	t.EntityBuilder = list.NewEntity(sourceID, t.cells["id"])
	t.Kind = t.cells["schema"]
	var ok bool
	if t.Schema, ok = schemas[t.Kind]; !ok {
		t.Schema = enduse.SchemaLegalEntity
		t.AddUnread("schema", t.Kind)
	}
	t.names()
	t.birthDates()
	for _, v := range cellValues(t.cells["countries"]) {
		if c, ok := countryOf(v); ok {
			t.Countries = append(t.Countries, c)
		} else {
			t.AddUnread("countries", v)
		}
	}
	for _, v := range cellValues(t.cells["addresses"]) {
		t.Addresses = append(t.Addresses, enduse.Address{Text: list.OneLine(v)})
	}
	for _, v := range cellValues(t.cells["identifiers"]) {
		t.AddIdentifier(enduse.Identifier{Kind: t.kindOf(v), Value: v})
	}
	t.Phones, t.Emails = cellValues(t.cells["phones"]), cellValues(t.cells["emails"])
	t.designate()
	t.others()
	return t.Build()
}

// birthDates reads when a person was born, a ship built, a company founded.
func (t *target) birthDates() {
	for _, v := range cellValues(t.cells["birth_date"]) {
		d, ok := parseDate(v)
		switch {
		case !ok:
			t.AddUnread("birth_date", v)
		case t.Schema == enduse.SchemaVessel || t.Schema == enduse.SchemaAircraft:
			t.Vessel = &enduse.Vessel{Built: &d}
		case t.Schema == enduse.SchemaPerson:
			t.BirthDates = append(t.BirthDates, d)
		default:
			t.Founded = append(t.Founded, d)
		}
	}
}

func (t *target) names() {
	if n := list.OneLine(t.cells["name"]); n != "" {
		t.Names = append(t.Names, enduse.Name{Text: n, Kind: enduse.NamePrimary})
	}
	for _, v := range cellValues(t.cells["aliases"]) {
		if v = list.OneLine(v); v != "" {
			t.Names = append(t.Names, enduse.Name{Text: v, Kind: enduse.NameAlias})
		}
	}
}

// titles are the titles of data sets that were seen in a CSV, with their names.
var titles = map[string]string{"Ukraine War and Sanctions": "ua_war_sanctions"}

var notWord = regexp.MustCompile(`[^\p{L}\p{N}]+`)

// designate gives a red flag for each programme, or one for the data set: every
// row is a target, and the form does not say of what measure.
func (t *target) designate() {
	sets := cellValues(t.cells["dataset"])
	t.List = sourceID
	if len(sets) == 1 {
		name, ok := titles[sets[0]]
		if !ok {
			name = strings.Trim(notWord.ReplaceAllString(strings.ToLower(sets[0]), "_"), "_")
		}
		t.List = listOf([]string{name})
	}
	programs := cellValues(t.cells["program_ids"])
	if len(programs) == 0 {
		programs = []string{strings.Join(sets, "; ")}
	}
	for _, program := range programs {
		t.Designations = append(t.Designations, enduse.Designation{
			List: t.List, Program: program, Measures: []enduse.Measure{enduse.MeasureRedFlag},
			Basis: "a target of: " + strings.Join(sets, "; "),
		})
	}
	t.Remarks = strings.Join(cellValues(t.cells["sanctions"]), "\n")
}

// others keeps the columns that are not known as unread.
func (t *target) others() {
	all := strings.Split(header, ",")
	for _, c := range slices.Sorted(maps.Keys(t.cells)) {
		if t.cells[c] != "" && !slices.Contains(all, c) {
			t.AddUnread(c, t.cells[c])
		}
	}
}

var imo = regexp.MustCompile(`^IMO\d{7}$`)

// kindOf recognises the kind of a number by its check digit, which few other
// numbers have by chance, and for Russian numbers by the country too.
func (t *target) kindOf(v string) enduse.IdentifierKind {
	russian := slices.Contains(t.Countries, "RU")
	kind := enduse.IDOther
	valid := func(k enduse.IdentifierKind) bool { return checkdigit.Of(k, v) == enduse.CheckValid }
	switch {
	case imo.MatchString(v) && t.Schema == enduse.SchemaVessel:
		kind = enduse.IDIMO
	case len(v) == 20 && valid(enduse.IDLEI):
		kind = enduse.IDLEI
	case len(v) == 18 && valid(enduse.IDUSCC):
		kind = enduse.IDUSCC
	case (len(v) == 13 || len(v) == 15) && russian && valid(enduse.IDOGRN):
		kind = enduse.IDOGRN
	case (len(v) == 10 || len(v) == 12) && russian && valid(enduse.IDINN):
		kind = enduse.IDINN
	}
	return kind
}

// cellValues takes a cell apart: values with semicolons between them, and
// quotes around one that holds a semicolon or a quote.
func cellValues(cell string) []string {
	var out []string
	add := func(v string) {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	for cell != "" {
		inner, quoted := strings.CutPrefix(cell, `"`)
		if !quoted {
			var v string
			v, cell, _ = strings.Cut(cell, ";")
			add(v)
			continue
		}
		var b strings.Builder
		for {
			i := strings.IndexByte(inner, '"')
			if i < 0 { // it is never closed: the rest is one value
				b.WriteString(inner)
				inner = ""
				break
			}
			b.WriteString(inner[:i])
			inner = inner[i+1:]
			if !strings.HasPrefix(inner, `"`) {
				break
			}
			b.WriteByte('"')
			inner = inner[1:]
		}
		v, rest, _ := strings.Cut(inner, ";") // there are only blanks
		add(b.String() + v)
		cell = rest
	}
	return out
}
