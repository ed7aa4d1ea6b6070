package refdata

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
	"github.com/enduse/enduse/internal/table"
)

// The tables that are not control lists.
const (
	NameHS2022      = "hs2022"
	NameHS2017      = "hs2017"
	NameConcordance = "concordance"
)

// ImportOptions say what a table is.
type ImportOptions struct {
	Name     string            // hs2022, hs2017, concordance, the id of a list, or a new id
	File     string            // for messages and the record
	Columns  map[string]string // field -> column, where it is not found by its name
	Title    string            // of a new list
	Citation string            // of rows that have none
	From     enduse.Date       // the first day in force of rows that have none
	Now      time.Time
}

// Imported says what an import kept.
type Imported struct {
	Name, Digest string
	Rows         int // kept
	Skipped      int // titles, notes, other vintages
	Path         string
}

// Bounds of an import.
const (
	maxRows   = 500_000
	maxImport = 256 << 20
)

var nameForm = regexp.MustCompile(`^[a-z0-9][a-z0-9-]{1,40}$`)

// Import reads a table (CSV, XLSX, JSON, NDJSON) and keeps it in the data
// directory, in place of one of the same name. On an error nothing is changed.
func Import(dir string, r io.Reader, o ImportOptions) (*Imported, error) {
	if !nameForm.MatchString(o.Name) {
		return nil, fault(o.Name, errors.New("the name of a table is small letters, digits and hyphens"), "one of "+strings.Join(Names(), ", ")+", or a new one")
	}
	sum := sha256.New()
	t, err := table.Open(o.File, io.TeeReader(io.LimitReader(r, maxImport), sum), table.Options{IsHeader: headerOf(o.Columns)})
	if err != nil {
		return nil, err
	}
	defer func() { _ = t.Close() }()
	s := &stored{Version: storedVersion, Name: o.Name, File: o.File, Title: o.Title, Citation: o.Citation, Imported: o.Now.UTC().Format(time.RFC3339)}
	skipped, err := s.read(t, o)
	if err != nil {
		return nil, err
	}
	if s.rows() == 0 {
		return nil, fault(o.File, errors.New("no row of it has a code"), "name the columns: --column code=NAME")
	}
	s.FileDigest = "sha256:" + hex.EncodeToString(sum.Sum(nil))
	path, err := s.write(dir)
	return &Imported{o.Name, s.Digest, s.rows(), skipped, path}, err
}

// headerOf recognises a header by any column that is known or named.
func headerOf(own map[string]string) func([]string) bool {
	names := slices.Collect(maps.Values(own))
	for _, known := range []map[string][]string{listFields, pairFields} {
		for _, n := range known {
			names = append(names, n...)
		}
	}
	return func(cells []string) bool {
		return slices.ContainsFunc(cells, func(c string) bool {
			return slices.ContainsFunc(names, func(n string) bool { return strings.EqualFold(strings.TrimSpace(c), n) })
		})
	}
}

func fault(subject string, err error, hint string) error {
	return &enduse.Error{Op: "goods import", Code: enduse.CodeInvalid, Subject: subject, Hint: hint, Err: err}
}

// read reads the rows as what the name says that they are.
func (s *stored) read(t *table.Table, o ImportOptions) (skipped int, err error) {
	known, take, need := listFields, s.takeEntry, []string{fCode}
	switch {
	case o.Name == NameHS2022 || o.Name == NameHS2017:
		take, need = s.takeNamed, []string{fCode, fText}
	case o.Name == NameConcordance:
		known, take, need = pairFields, s.takePair, []string{"hs2017", "hs2022", "relation"}
	case slices.Contains(t.Columns(), "model"):
		return s.readFixture(t, o)
	}
	c := columnsOf(known, o.Columns)
	for _, field := range need {
		if !c.has(t.Columns(), field) {
			return 0, fault(o.File, fmt.Errorf("there is no column for %s among %q", field, t.Columns()), fmt.Sprintf("--column %s=NAME, or name the column %s", field, c[field][0]))
		}
	}
	n := 0
	for r, err := range t.Rows() {
		if n++; n > maxRows {
			return skipped, fault(o.File, fmt.Errorf("it has more than %d rows", maxRows), "is it the right file?")
		}
		kept := false
		if err == nil {
			kept, err = take(c, r, o)
		}
		if err != nil {
			return skipped, rowFault(o.File, r, err)
		}
		if !kept {
			skipped++
		}
	}
	s.tidy()
	return skipped, nil
}

// rowFault is an error with its place and its hint.
func rowFault(file string, r table.Row, err error) error {
	if record, ok := errors.AsType[*enduse.RecordError](err); ok {
		return fault("", record, record.Hint)
	}
	hint := enduse.HintOf(err)
	if hint == "" {
		hint = "mend the row; nothing was imported"
	}
	return fault(fmt.Sprintf("%s:%d", file, r.Line), err, hint)
}

func (s *stored) takeEntry(c columns, r table.Row, o ImportOptions) (bool, error) {
	e, err := entryOf(c, r)
	if errors.Is(err, errNoCode) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	s.add(e, o)
	return true, nil
}

func (s *stored) add(e goods.Entry, o ImportOptions) {
	if e.ValidFrom.IsZero() {
		e.ValidFrom = o.From
	}
	s.Entries = append(s.Entries, e)
}

func (s *stored) takeNamed(c columns, r table.Row, _ ImportOptions) (bool, error) {
	n, ok := namedOf(c, r)
	if ok {
		s.Named = append(s.Named, n)
	}
	return ok, nil
}

func (s *stored) takePair(c columns, r table.Row, o ImportOptions) (bool, error) {
	p, ok, err := pairOf(c, r)
	if ok {
		if p.Citation == "" {
			p.Citation = o.Citation
		}
		s.Pairs = append(s.Pairs, p)
	}
	return ok, err
}

// tidy keeps of n:n pairs only those that name a code which no other pair does:
// they say that the code exists and that nothing follows.
func (s *stored) tidy() {
	old, recent := map[string]bool{}, map[string]bool{}
	var kept, rest []goods.Correlation
	for _, p := range s.Pairs {
		if p.Relation == goods.ManyToMany {
			rest = append(rest, p)
			continue
		}
		kept = append(kept, p)
		old[p.HS2017], recent[p.HS2022] = true, true
	}
	for _, p := range rest {
		if !old[p.HS2017] || !recent[p.HS2022] {
			kept = append(kept, p)
			old[p.HS2017], recent[p.HS2022] = true, true
		}
	}
	s.Pairs = kept
}

// readFixture reads a dump of a database of Annex I: rows of several models, of
// which regulations have the numbers and their base paragraphs the words.
func (s *stored) readFixture(t *table.Table, o ImportOptions) (skipped int, err error) {
	text := map[string]string{}
	codes := map[string]string{} // by the key of the regulation
	n := 0
	for r, err := range t.Rows() {
		if n++; err != nil || n > maxRows {
			return skipped, rowFault(o.File, r, cmpErr(err, errors.New("too many rows")))
		}
		_, model, _ := strings.Cut(r.Get("model"), ".")
		switch {
		case model == "regulation":
			codes[r.Get("pk")] = r.Get("fields.code")
		case model == "paragraph" && r.Get("fields.depth") == "1":
			text[r.Get("fields.regulation")] = r.Get("fields.text")
		default:
			skipped++
		}
	}
	for _, key := range slices.Sorted(maps.Keys(codes)) {
		system, code, err := listCode(codes[key])
		if err != nil {
			return skipped, fault(o.File, fmt.Errorf("regulation %s: %w", key, err), enduse.HintOf(err))
		}
		s.add(goods.Entry{System: system, Code: code, Description: oneLine(text[key])}, o)
	}
	slices.SortStableFunc(s.Entries, func(a, b goods.Entry) int { return strings.Compare(a.Code, b.Code) })
	return skipped, nil
}

func cmpErr(err, other error) error {
	if err != nil {
		return err
	}
	return other
}

// Fields returns the fields that a column may be named for.
func Fields() []string {
	out := slices.Collect(maps.Keys(listFields))
	for f := range pairFields {
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	slices.Sort(out)
	return out
}

// IsField reports whether a name is one of a field.
func IsField(name string) bool { return slices.Contains(Fields(), name) }
