package engine

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/screen"
	"github.com/enduse/enduse/internal/table"
	"github.com/enduse/enduse/wire"
)

// Compare compares two names as those of two parties of one schema, "" where it is not
// known. Of the asks, Threshold and OFACScore count. It fails for asks that make no
// sense, such as a threshold above 1.
func (e *Engine) Compare(schema enduse.Schema, name1, name2 string, asks ...Ask) (wire.Comparison, error) {
	if err := e.Valid(asks...); err != nil {
		return wire.Comparison{}, err
	}
	var o enduse.Options
	for _, ask := range asks {
		ask(&o)
	}
	threshold := e.policy.Threshold
	if o.Threshold != nil {
		threshold = *o.Threshold
	}
	h := screen.MatcherOf(e.policy, nil).Pair(schema, name1, name2)
	c := wire.Comparison{
		Name1: name1, Name2: name2, Score: h.Score.Value, LogOdds: h.Score.LogOdds, Probability: h.Score.Probability,
		Prior: e.policy.Probability.Prior, Match: h.Score.Value >= threshold, Threshold: threshold, Policy: e.policy.Digest(), Evidence: append([]enduse.Evidence{}, h.Evidence...),
	}
	if o.Scorer == screen.ScorerOFAC {
		score := compare.OFACScore([]string{name1}, []string{name2})
		c.OFACScore = &score
	}
	return c, nil
}

// SchemaOf reads a schema by its name here or in FollowTheMoney; "" is not known.
func SchemaOf(text string) (enduse.Schema, error) {
	schema := enduse.Schema(strings.ToLower(text))
	if schema == "" || schema == "legalentity" || schema == "thing" { // the last two are FollowTheMoney's
		return "", nil
	}
	if !slices.Contains(enduse.Schemas, schema) {
		return "", &enduse.Error{
			Code: enduse.CodeInvalid, Subject: "schema " + text, Err: fmt.Errorf("not one of %v", enduse.Schemas), Hint: "leave it empty if it is not known",
		}
	}
	return schema, nil
}

// Pairs is an open table of pairs of names.
type Pairs struct {
	Columns []string
	file    string
	table   *table.Table
}

// Pair is a row of a table of pairs.
type Pair struct {
	Line         int
	Cells        []string // in the order of the columns
	Schema       enduse.Schema
	Name1, Name2 string
}

// OpenPairs opens a table with the columns name1 and name2, and perhaps schema.
func OpenPairs(file string, r io.Reader) (*Pairs, error) {
	t, err := table.Open(file, r, table.Options{})
	if err != nil {
		return nil, err
	}
	p := &Pairs{Columns: t.Columns(), file: file, table: t}
	if err := needColumns(file, p.Columns, "name1", "name2"); err != nil {
		p.Close()
		return nil, err
	}
	return p, nil
}

// Close closes the table.
func (p *Pairs) Close() { _ = p.table.Close() }

// All yields the pairs. A row that cannot be read comes with a *RecordError or the
// error of its schema, and the rows after it follow; any other error is the last.
func (p *Pairs) All() iter.Seq2[Pair, error] {
	return func(yield func(Pair, error) bool) {
		for row, err := range p.table.Rows() {
			pair := Pair{Line: row.Line, Name1: row.Get("name1"), Name2: row.Get("name2")}
			if err == nil {
				pair.Schema, err = SchemaOf(row.Get("schema"))
				err = p.place(row.Line, err)
			}
			for _, c := range p.Columns {
				pair.Cells = append(pair.Cells, row.Get(c))
			}
			if !yield(pair, err) {
				return
			}
		}
	}
}

// place gives the error of a row its line.
func (p *Pairs) place(line int, err error) error {
	if err == nil {
		return nil
	}
	return &enduse.RecordError{File: p.file, Line: line, Err: err, Hint: enduse.HintOf(err)}
}

// needColumns is an error if a table lacks a column.
func needColumns(file string, have []string, want ...string) error {
	for _, c := range want {
		if !slices.Contains(have, c) {
			return &enduse.Error{
				Code: enduse.CodeInvalid, Subject: file, Err: fmt.Errorf("there is no column %q among %q", c, have),
				Hint: "name the columns " + strings.Join(want, " and "),
			}
		}
	}
	return nil
}
