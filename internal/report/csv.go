package report

import (
	"encoding/csv"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse"
)

// columns of the CSV form: one row for each hit, one for a party without.
var columns = []string{
	"file", "row", "id", "outcome", "complete", "role", "name", "score", "match", "entity", "list", "source", "schema",
	"caption", "matched", "matched_kind", "programs", "measures", "identity", "reason", "not_checked", "error",
	"probability", "prior",
}

type csvWriter struct {
	w       *CSV
	columns []string
}

func newCSV(w io.Writer) *csvWriter { return &csvWriter{NewCSV(w), columns} }

// CSV writes tables of foreign text, so that no spreadsheet and no terminal acts on
// a cell. It is the one writer of CSV that people open: all that the program gives
// out as CSV goes through it.
type CSV struct{ w *csv.Writer }

// NewCSV returns a writer of a table; Flush ends it.
func NewCSV(w io.Writer) *CSV { return &CSV{csv.NewWriter(w)} }

// Write writes a row. A cell that a spreadsheet would take for a formula is given
// an apostrophe in front (OWASP, CSV Injection); a number keeps its sign. Control
// characters are taken out, and a line break in a cell becomes a blank.
func (c *CSV) Write(row []string) error {
	cells := make([]string, len(row))
	for i, cell := range row {
		cells[i] = harmless(cell)
	}
	return c.w.Write(cells)
}

// WriteAll writes rows and ends the table.
func (c *CSV) WriteAll(rows [][]string) error {
	for _, row := range rows {
		if err := c.Write(row); err != nil {
			return err
		}
	}
	return c.Flush()
}

// Flush writes out what is buffered, and returns the first error.
func (c *CSV) Flush() error {
	c.w.Flush()
	return c.w.Error()
}

func (c *csvWriter) Begin(h Header) error {
	if h.OFACScore {
		c.columns = append(slices.Clip(c.columns), "ofac_score")
	}
	return c.w.Write(c.columns)
}

func (c *csvWriter) End(Summary) error { return c.w.Flush() }

func (c *csvWriter) Result(r *Result) error {
	base := map[string]string{"file": r.File, "row": strconv.Itoa(r.Row), "id": r.ID, "outcome": string(r.Outcome())}
	if r.Err != nil {
		base["complete"] = "false"
		base["error"] = joinText(": ", r.Err.Field, r.Err.Message)
		return c.write(base)
	}
	base["complete"] = strconv.FormatBool(r.Verdict.Complete)
	base["not_checked"] = strings.Join(gapsOf(&r.Verdict), "; ")
	for _, p := range r.Verdict.Parties {
		base["role"], base["name"] = string(p.Party.Role), p.Party.Name
		if len(p.Hits) == 0 {
			if err := c.write(base); err != nil {
				return err
			}
		}
		for i := range p.Hits {
			if err := c.write(withHit(base, &p.Hits[i], r.Verdict.Stamp.Prior)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *csvWriter) write(row map[string]string) error {
	cells := make([]string, len(c.columns))
	for i, name := range c.columns {
		cells[i] = row[name]
	}
	return c.w.Write(cells)
}

// plainNumber is what begins with a sign and is no formula.
var plainNumber = regexp.MustCompile(`^[-+]?[0-9]+(?:[.,][0-9]+)*(?:[eE][-+]?[0-9]+)?%?$`)

// harmless keeps a spreadsheet from taking a cell for a formula: names of
// parties are foreign text. The signs count in their full width too, as
// spreadsheets in East Asia read them, and behind blanks.
func harmless(cell string) string {
	cell = clean(cell)
	text := strings.TrimLeftFunc(cell, unicode.IsSpace)
	if text != "" && strings.ContainsAny(firstRune(text), "=+-@＝＋－＠") && !plainNumber.MatchString(text) {
		return "'" + cell
	}
	return cell
}

func firstRune(text string) string {
	_, n := utf8.DecodeRuneInString(text)
	return text[:n]
}

func withHit(base map[string]string, h *enduse.Hit, prior float64) map[string]string {
	row := maps.Clone(base)
	e := h.Entity
	row["score"] = strconv.FormatFloat(round(h.Score.Value), 'f', -1, 64)
	row["probability"] = strconv.FormatFloat(round(h.Score.Probability), 'f', -1, 64)
	row["prior"] = strconv.FormatFloat(prior, 'f', -1, 64)
	if h.OFACScore != nil {
		row["ofac_score"] = strconv.Itoa(*h.OFACScore)
	}
	row["match"] = strconv.FormatBool(h.Match)
	row["entity"], row["list"], row["source"], row["schema"] = string(e.ID), string(e.List), string(e.Source), string(e.Schema)
	row["caption"], row["matched"], row["matched_kind"] = e.Caption(), h.Matched.Text, string(h.Matched.Kind)
	row["programs"] = strings.Join(e.Programs(), "; ")
	row["measures"] = joinStrings(e.Measures(), "; ")
	row["identity"], row["reason"] = h.IdentityBy, Reason(h)
	return row
}

func joinStrings[T ~string](values []T, sep string) string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return strings.Join(out, sep)
}

func joinText(sep string, parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, sep)
}

func gapsOf(v *enduse.Verdict) []string {
	out := make([]string, len(v.Gaps))
	for i, g := range v.Gaps {
		out[i] = g.What + ": " + g.Why
	}
	return out
}

// Reason says in words what a hit rests on.
func Reason(h *enduse.Hit) string {
	var out []string
	for _, e := range h.Evidence {
		out = append(out, strings.ReplaceAll(string(e.Kind), "_", " ")+": "+e.Method)
	}
	return strings.Join(out, "; ")
}
