package refdata

import (
	"errors"
	"fmt"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/goods"
	"github.com/enduse/enduse/internal/table"
)

// The fields of a control list, and the columns that publishers call them by.
const (
	fCode     = "code"
	fText     = "description"
	fTier     = "tier"
	fFrom     = "valid_from"
	fTo       = "valid_to"
	fCitation = "citation"
)

var listFields = map[string][]string{
	fCode:     {"code", "hs", "hs6", "hs code", "cn code", "cn", "eccn", "control number", "hscode", "fields.code", "id"},
	fText:     {"description", "heading", "text", "hs2022_description", "title"},
	fTier:     {"tier", "reasonForControl", "reason for control", "reasons"},
	fFrom:     {"valid_from", "from", "since"},
	fTo:       {"valid_to", "to", "until"},
	fCitation: {"citation", "source"},
}

// The fields of a concordance; "after" is the later vintage.
var pairFields = map[string][]string{
	"hs2022":   {"code.after", "hs2022", "hs 2022", "from hs 2022"},
	"hs2017":   {"code.before", "hs2017", "hs 2017", "to hs 2017"},
	"relation": {"Relationship", "relation"},
	"vintages": {"adjustment"},
	fCitation:  {"citation"},
}

// columns gives the columns of a table by field.
type columns map[string][]string

// columnsOf takes the user's own column for a field in place of the known ones.
func columnsOf(known map[string][]string, own map[string]string) columns {
	c := columns{}
	for field, names := range known {
		c[field] = names
		if o := own[field]; o != "" {
			c[field] = []string{o}
		}
	}
	return c
}

// get returns the first value of a field, in whatever capitals its column is.
func (c columns) get(r table.Row, field string) string {
	for _, name := range c[field] {
		if v := r.Get(name); v != "" {
			return v
		}
		for _, have := range r.Columns() {
			if have != name && strings.EqualFold(have, name) {
				if v := r.Get(have); v != "" {
					return v
				}
			}
		}
	}
	return ""
}

// has reports whether a table has a column for a field.
func (c columns) has(have []string, field string) bool {
	for _, name := range c[field] {
		for _, h := range have {
			if strings.EqualFold(h, name) {
				return true
			}
		}
	}
	return false
}

// errNoCode is a row without a code: a title, or a note.
var errNoCode = errors.New("the row has no code")

func entryOf(c columns, r table.Row) (e goods.Entry, err error) {
	if e.System, e.Code, err = listCode(c.get(r, fCode)); err != nil {
		return e, err
	}
	e.Tier, e.Description, e.Citation = c.get(r, fTier), oneLine(c.get(r, fText)), c.get(r, fCitation)
	if e.ValidFrom, err = day(c.get(r, fFrom)); err != nil {
		return e, fmt.Errorf("%s: %w", fFrom, err)
	}
	if e.ValidTo, err = day(c.get(r, fTo)); err != nil {
		return e, fmt.Errorf("%s: %w", fTo, err)
	}
	if !e.ValidFrom.IsZero() && !e.ValidTo.IsZero() && e.ValidTo.Last().Before(e.ValidFrom.First()) {
		return e, fmt.Errorf("%s %s is before %s %s", fTo, e.ValidTo, fFrom, e.ValidFrom)
	}
	return e, nil
}

func day(text string) (enduse.Date, error) {
	if text == "" {
		return enduse.Date{}, nil
	}
	return enduse.ParseDate(text)
}

// maxDescription bounds what is kept of a description, in bytes.
const maxDescription = 1 << 10

func oneLine(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if len(s) > maxDescription {
		s = strings.ToValidUTF8(s[:maxDescription], "") + "..."
	}
	return s
}

// listCode reads a code as lists write them: a control number; a chapter, a
// heading, a subheading or a national code; "ex" before one says that only a
// part of it is meant.
func listCode(text string) (goods.System, string, error) {
	text = strings.TrimSpace(text)
	if len(text) > 2 && strings.EqualFold(text[:2], "ex") && !unicode.IsLetter(rune(text[2])) {
		text = strings.TrimSpace(text[2:])
	}
	if text == "" {
		return "", "", errNoCode
	}
	n, err := goods.ParseControlNumber(text)
	if err == nil && !n.EAR99 {
		return goods.ECCN, n.String(), nil
	}
	if d := strings.Map(digits, text); (len(d) == 2 || len(d) == 4) && strings.Trim(text, "0123456789. ") == "" {
		return goods.HS2022, d, nil
	}
	h, err := goods.ParseHS(text)
	if err != nil {
		return "", "", &enduse.Error{Code: enduse.CodeInvalid, Subject: fCode, Hint: "a code of the HS, or a control number such as 3A001; one a row", Err: err}
	}
	if len(h) > 6 {
		return goods.CN, string(h), nil
	}
	return goods.HS2022, string(h), nil
}

func digits(r rune) rune {
	if r >= '0' && r <= '9' {
		return r
	}
	return -1
}

// namedOf reads a row of a nomenclature; false for a row that is no code.
func namedOf(c columns, r table.Row) (goods.Named, bool) {
	code := c.get(r, fCode)
	if strings.Map(digits, code) != code || len(code) != 2 && len(code) != 4 && len(code) != 6 {
		return goods.Named{}, false
	}
	text := oneLine(c.get(r, fText))
	if rest, ok := strings.CutPrefix(text, code); ok {
		text = strings.TrimLeft(rest, " -–:")
	}
	return goods.Named{Code: code, Description: text}, text != ""
}

// pairOf reads a row of a concordance; false for one of other vintages.
// Numbers of five digits have lost their zero in a spreadsheet.
func pairOf(c columns, r table.Row) (goods.Correlation, bool, error) {
	if v := c.get(r, "vintages"); v != "" && v != "2022 to 2017" {
		return goods.Correlation{}, false, nil
	}
	p := goods.Correlation{Relation: goods.Relation(c.get(r, "relation")), Citation: c.get(r, fCitation)}
	var err error
	if p.HS2022, err = six(c.get(r, "hs2022")); err != nil {
		return p, false, err
	}
	if p.HS2017, err = six(c.get(r, "hs2017")); err != nil {
		return p, false, err
	}
	switch p.Relation {
	case goods.OneToOne, goods.ManyToOne, goods.OneToMany, goods.ManyToMany:
		return p, true, nil
	}
	return p, false, fmt.Errorf("the relation %q is not 1:1, n:1, 1:n or n:n", p.Relation)
}

func six(code string) (string, error) {
	if strings.Map(digits, code) == code && len(code) == 5 {
		code = "0" + code
	}
	h, err := goods.ParseHS(code)
	if err != nil {
		return "", err
	}
	return h.Six(), nil
}
