package eval

// Outcome is the result of a row, in a word without blanks.
type Outcome string

// RowOutcome is the outcome of one row. A row is identified by a hash of its
// cells, so that outcomes can be kept where the rows may not be.
type RowOutcome struct {
	Hash    string
	Outcome Outcome
	Text    string // the row in words
}

// outcome is the rank, 1, 10 (among the first ten) or 0, and whether the party
// matches: "1+", "10-".
func (f *found) outcome(threshold float64) Outcome {
	rank, match := "0", "-"
	switch {
	case f.inFirst(1):
		rank = "1"
	case f.inFirst(pageSize):
		rank = "10"
	}
	if f.rank > 0 && f.score >= threshold {
		match = "+"
	}
	return Outcome(rank + match)
}
