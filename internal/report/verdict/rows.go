package verdict

import (
	"slices"
	"strconv"
	"strings"

	"github.com/enduse/enduse/internal/report"
	"github.com/enduse/enduse/wire"
)

// columns of the table forms: one row for each hit, one for a party without.
var columns = []string{
	"file", "row", "id", "outcome", "complete", "role", "name", "score", "match", "entity", "list", "source", "schema",
	"caption", "matched", "matched_kind", "programs", "measures", "identity", "reason", "not_checked", "error",
	"probability", "prior",
}

// ofacColumn is added at the end where OFAC's score was asked for.
const ofacColumn = "ofac_score"

var rows = report.Rows[Header, *wire.Result]{
	Sheet:   "All",
	Numbers: []string{"row", "score", "probability", "prior", ofacColumn},
	Columns: columnsOf,
	Row:     rowsOf,
}

func columnsOf(h Header) []string {
	if h.OFACScore {
		return append(slices.Clip(columns), ofacColumn)
	}
	return columns
}

func rowsOf(h Header, r *wire.Result) (out [][]string) {
	base := map[string]string{
		"file": r.File, "row": strconv.Itoa(r.Row), "id": r.ID, "outcome": string(r.Outcome), "complete": strconv.FormatBool(r.Complete),
		"not_checked": strings.Join(r.NotChecked, "; "),
	}
	add := func(more map[string]string) {
		cells := make([]string, 0, len(columns)+1)
		for _, name := range columnsOf(h) {
			cell, ok := more[name]
			if !ok {
				cell = base[name]
			}
			cells = append(cells, cell)
		}
		out = append(out, cells)
	}
	if r.Error != nil {
		base["error"] = report.Join(": ", r.Error.Field, r.Error.Message)
		add(nil)
		return out
	}
	for i := range r.Parties {
		p := &r.Parties[i]
		base["role"], base["name"] = string(p.Role), p.Name
		if len(p.Hits) == 0 {
			add(nil)
		}
		for k := range p.Hits {
			add(hitCells(&p.Hits[k], r.Stamp.Prior))
		}
	}
	return out
}

func hitCells(h *wire.Hit, prior float64) map[string]string {
	cells := map[string]string{
		"score": decimal(h.Score), "probability": decimal(h.Probability), "prior": decimal(prior), "match": strconv.FormatBool(h.Match),
		"entity": string(h.Entity), "list": string(h.List), "source": string(h.Source), "schema": string(h.Schema),
		"caption": h.Caption, "matched": h.Matched, "matched_kind": string(h.MatchedKind),
		"programs": strings.Join(h.Programs, "; "), "measures": report.JoinStrings(h.Measures, "; "),
		"identity": h.Identity, "reason": reason(h),
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
