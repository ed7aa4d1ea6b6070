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

// grades ranks outcomes, separately for each of the two things that they record.
// An outcome is worse than another if one of its grades is.
var grades = map[Outcome][2]int{
	"right": {1, 0}, "wrong": {0, 0},
	"1+": {2, 1}, "1-": {2, 0}, "10+": {1, 1}, "10-": {1, 0}, "0+": {0, 1}, "0-": {0, 0},
	"clear": {1, 1}, "alert-by-name": {0, 1}, "alert-with-facts": {1, 0}, "alert": {0, 0},
}

// writeGolden writes one line for each row: suite, hash, outcome.
func writeGolden(w io.Writer, suite string, rows []RowOutcome) error {
	for _, r := range rows {
		if _, err := fmt.Fprintf(w, "%s %s %s\n", suite, r.Hash, r.Outcome); err != nil {
			return err
		}
	}
	return nil
}

// readGolden reads what writeGolden writes into outcomes by suite and hash.
func readGolden(file string, text []byte) (map[string]Outcome, error) {
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

// change is a row whose outcome is not what it was.
type change struct {
	Row    RowOutcome
	Before Outcome // "" for a row that is new
}

func (c change) String() string {
	before := string(c.Before)
	if before == "" {
		before = "new"
	}
	return fmt.Sprintf("%s %s → %s  %s", c.Row.Hash, before, c.Row.Outcome, c.Row.Text)
}

// changesOf compares outcomes with those that were kept. A row that got worse in
// anything is a loss, whatever else got better. Gone counts kept rows of the
// suite that were not asked.
func changesOf(suite string, kept map[string]Outcome, now []RowOutcome) (gains, losses, added []change, gone int) {
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
		c := change{r, before}
		switch {
		case !known:
			added = append(added, c)
		case worse(before, r.Outcome):
			losses = append(losses, c)
		case before != r.Outcome:
			gains = append(gains, c)
		}
	}
	byText := func(a, b change) int { return strings.Compare(a.Row.Text, b.Row.Text) }
	slices.SortStableFunc(gains, byText)
	slices.SortStableFunc(losses, byText)
	return gains, losses, added, len(left)
}

// worse reports whether an outcome is worse than the one before in anything.
func worse(before, now Outcome) bool {
	b, n := grades[before], grades[now]
	return n[0] < b[0] || n[1] < b[1]
}
