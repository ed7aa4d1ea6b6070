package verdict

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/internal/triage"
	"github.com/enduse/enduse/wire"
)

// columns of the table forms: one row for each hit, one for a party without. New ones
// are added at the end.
var columns = []string{
	"file", "row", "id", "outcome", "complete", "role", "name", "score", "match", "entity", "list", "source", "schema",
	"caption", "matched", "matched_kind", "programs", "measures", "identity", "reason", "not_checked", "error",
	"probability", "prior", "rank", "likelihood", "lists", "members", "comparison", "findings", "notes", "same_as_row", "left_out",
}

// numeric are the columns that hold numbers.
var numeric = []string{"row", "score", "probability", "prior", "rank", "same_as_row", ofacColumn}

// ofacColumn is added where OFAC's score was asked for.
const ofacColumn = "ofac_score"

// rowsOf says how results become rows: the columns, then the user's own.
type rowsOf struct {
	columns []string
	own     []string
}

func newRows(h Header, run *triage.Run) rowsOf {
	r := rowsOf{columns: slices.Clip(columns), own: run.OwnHeaders}
	if h.OFACScore {
		r.columns = append(r.columns, ofacColumn)
	}
	return r
}

// titles are the columns and the user's headers; one that has the name of a column
// says whose it is.
func (r rowsOf) titles() []string {
	out := slices.Clone(r.columns)
	for _, own := range r.own {
		if slices.Contains(r.columns, own) {
			own += " (yours)"
		}
		out = append(out, own)
	}
	return out
}

// ownCells are the user's cells of a record under the user's headers.
func ownCells(headers []string, r *wire.Result) []string {
	out := make([]string, len(headers))
	for i, h := range headers {
		for _, c := range r.Own {
			if c.Header == h {
				out[i] = c.Value
			}
		}
	}
	return out
}

// rows are those of a result.
func (r rowsOf) rows(result *wire.Result) (out [][]string) {
	base := map[string]string{
		"file": result.File, "row": strconv.Itoa(result.Row), "id": result.ID, "outcome": string(result.Outcome), "complete": strconv.FormatBool(result.Complete),
		"not_checked": strings.Join(result.NotChecked, "; "), "rank": strconv.Itoa(result.Rank), "notes": strings.Join(result.Notes, "; "), "left_out": result.LeftOut,
		"findings": findingsText(result),
	}
	if result.SameAsRow != 0 {
		base["same_as_row"] = strconv.Itoa(result.SameAsRow)
	}
	own := ownCells(r.own, result)
	add := func(more map[string]string) {
		cells := make([]string, 0, len(r.columns)+len(own))
		for _, name := range r.columns {
			cell, ok := more[name]
			if !ok {
				cell = base[name]
			}
			cells = append(cells, cell)
		}
		out = append(out, append(cells, own...))
	}
	if result.Error != nil {
		base["error"] = report.Join(": ", result.Error.Field, result.Error.Message)
		add(nil)
		return out
	}
	for i := range result.Parties {
		p := &result.Parties[i]
		base["role"], base["name"] = string(p.Role), p.Name
		if len(p.Hits) == 0 {
			add(nil)
		}
		for k := range p.Hits {
			add(hitCells(p, &p.Hits[k], result.Stamp.Prior))
		}
	}
	if len(result.Parties) == 0 {
		add(nil)
	}
	return out
}

// findingsText are the ids of the findings with their severity.
func findingsText(r *wire.Result) string {
	var out []string
	for _, f := range r.Findings {
		text := string(f.Severity) + ": " + f.ID
		if !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	return strings.Join(out, "; ")
}

func hitCells(p *wire.Party, h *wire.Hit, prior float64) map[string]string {
	cells := map[string]string{
		"score": decimal(h.Score), "probability": decimal(h.Probability), "prior": decimal(prior), "match": strconv.FormatBool(h.Match),
		"entity": string(h.Entity), "list": string(h.List), "source": string(h.Source), "schema": string(h.Schema),
		"caption": h.Caption, "matched": h.Matched, "matched_kind": string(h.MatchedKind),
		"programs": strings.Join(h.Programs, "; "), "measures": report.JoinStrings(h.Measures, "; "),
		"identity": h.Identity, "reason": reason(h), "likelihood": string(h.Likelihood), "lists": report.JoinStrings(h.Lists, "; "),
		"members": report.JoinStrings(h.Members, "; "), "comparison": triage.Compare(p, h).Sentence,
	}
	if h.OFACScore != nil {
		cells[ofacColumn] = strconv.Itoa(*h.OFACScore)
	}
	return cells
}

// decimal writes a number without rounding.
func decimal(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// reason says in words what a hit rests on.
func reason(h *wire.Hit) string {
	var out []string
	for _, e := range h.Evidence {
		out = append(out, report.Words(e.Kind)+": "+e.Method)
	}
	return strings.Join(out, "; ")
}

// csvTable writes the rows in the order of the file.
type csvTable struct {
	w      io.Writer
	header Header
}

func (c *csvTable) Begin(h Header) error {
	c.header = h
	return nil
}

func (c *csvTable) Each(run *triage.Run) error {
	w, err := report.NewSheetCSV(c.w, c.header.Delimiter)
	if err != nil {
		return err
	}
	rows := newRows(c.header, run)
	if err := w.Write(rows.titles()); err != nil {
		return err
	}
	for r, err := range run.InOrder() {
		if err != nil {
			return err
		}
		for _, row := range rows.rows(r) {
			if err := w.Write(row); err != nil {
				return err
			}
		}
	}
	return w.Flush()
}

func (c *csvTable) End() error { return nil }
