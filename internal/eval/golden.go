package eval

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/enduse/enduse"
)

// Outcome is what became of a row, in a word without blanks.
type Outcome string

// RowOutcome is the outcome of one row. Rows are named by a hash of their own
// cells, so that outcomes can be kept where the rows may not be.
type RowOutcome struct {
	Hash    string
	Outcome Outcome
	Text    string // the row in words, for a person who has the file
}

// Outcomes returns the outcome of each row, in the order of the file.
func (s *Suite) Outcomes() []RowOutcome { return s.outcomes }

// outcome is the rank, 1, 10 (among the first ten) or 0, and whether the party
// matches: "1+", "10-".
func (f *found) outcome(threshold float64) Outcome {
	rank, match := "0", "-"
	switch {
	case f.inFirst(1):
		rank = "1"
	case f.inFirst(firstPage):
		rank = "10"
	}
	if f.rank > 0 && f.score >= threshold {
		match = "+"
	}
	return Outcome(rank + match)
}

// grades says how good an outcome is, for each thing that an outcome tells.
// An outcome is worse than another if one of its grades is.
var grades = map[Outcome][2]int{
	"right": {1, 0}, "wrong": {0, 0},
	"1+": {2, 1}, "1-": {2, 0}, "10+": {1, 1}, "10-": {1, 0}, "0+": {0, 1}, "0-": {0, 0},
	"clear": {1, 1}, "alert-by-name": {0, 1}, "alert-with-facts": {1, 0}, "alert": {0, 0},
}

// WriteGolden writes a line a row: suite, hash, outcome.
func WriteGolden(w io.Writer, suite string, rows []RowOutcome) error {
	for _, r := range rows {
		if _, err := fmt.Fprintf(w, "%s %s %s\n", suite, r.Hash, r.Outcome); err != nil {
			return err
		}
	}
	return nil
}

// ReadGolden reads what WriteGolden writes into outcomes by suite and hash.
func ReadGolden(file string, text []byte) (map[string]Outcome, error) {
	out := map[string]Outcome{}
	scanner := bufio.NewScanner(bytes.NewReader(text))
	for line := 1; scanner.Scan(); line++ {
		f := strings.Fields(scanner.Text())
		if len(f) != 3 {
			return nil, &enduse.RecordError{File: file, Line: line, Err: fmt.Errorf("%d words: want suite, hash, outcome", len(f)), Hint: "write the file anew with -update"}
		}
		if _, ok := grades[Outcome(f[2])]; !ok {
			return nil, &enduse.RecordError{File: file, Line: line, Field: "outcome", Err: fmt.Errorf("%.40q is not one", f[2]), Hint: "write the file anew with -update"}
		}
		out[f[0]+" "+f[1]] = Outcome(f[2])
	}
	return out, scanner.Err()
}

// Change is a row whose outcome is not what it was.
type Change struct {
	Row    RowOutcome
	Before Outcome // "" for a row that is new
}

func (c Change) String() string {
	before := string(c.Before)
	if before == "" {
		before = "new"
	}
	return fmt.Sprintf("%s %s → %s  %s", c.Row.Hash, before, c.Row.Outcome, c.Row.Text)
}

// Changes compares outcomes with those that were kept. A row that got worse in
// anything is a loss, whatever else got better. Gone counts kept rows of the
// suite that were not asked.
func Changes(suite string, kept map[string]Outcome, now []RowOutcome) (gains, losses, added []Change, gone int) {
	left := map[string]bool{}
	for key := range kept {
		if strings.HasPrefix(key, suite+" ") {
			left[key] = true
		}
	}
	for _, r := range now {
		key := suite + " " + r.Hash
		before, known := kept[key]
		delete(left, key)
		change := Change{r, before}
		switch {
		case !known:
			added = append(added, change)
		case worse(before, r.Outcome):
			losses = append(losses, change)
		case before != r.Outcome:
			gains = append(gains, change)
		}
	}
	byText := func(a, b Change) int { return strings.Compare(a.Row.Text, b.Row.Text) }
	slices.SortStableFunc(gains, byText)
	slices.SortStableFunc(losses, byText)
	return gains, losses, added, len(left)
}

// worse reports whether an outcome is worse than the one before in anything.
func worse(before, now Outcome) bool {
	b, n := grades[before], grades[now]
	return n[0] < b[0] || n[1] < b[1]
}
