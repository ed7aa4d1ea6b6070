package main

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/eval"
	"github.com/enduse/enduse/internal/policy"
)

// figures are the numbers of a fit that the documentation gives.
type figures struct {
	lists       []listCount
	kinds       []kindCount
	losses      []lossRow
	context     []count
	file        *policy.WeightsFile
	hits        [2]int // at or above the threshold, kept apart: of one party, of two
	reliability *eval.Reliability
}

type listCount struct {
	source   string
	entities int
	names    int
}

type kindCount struct {
	kind       string
	fit, apart int
}

// lossRow is the loss of a set of weights on the four fifths and on the fifth.
type lossRow struct {
	weights    string
	fit, apart loss
}

func listCounts(x *parties) (out []listCount) {
	for i := range x.Len() {
		s := string(x.Entity(i).Source)
		at := slices.IndexFunc(out, func(c listCount) bool { return c.source == s })
		if at < 0 {
			out = append(out, listCount{source: s})
			at = len(out) - 1
		}
		out[at].entities++
		out[at].names += len(x.names[i])
	}
	return out
}

func (r *figures) count(all pairs) {
	by := map[string]*kindCount{}
	for i := range all {
		k := by[all[i].kind]
		if k == nil {
			k = &kindCount{kind: all[i].kind}
			by[all[i].kind] = k
		}
		if all[i].apart {
			k.apart++
		} else {
			k.fit++
		}
	}
	for _, k := range by {
		r.kinds = append(r.kinds, *k)
	}
	slices.SortFunc(r.kinds, func(a, b kindCount) int { return cmp.Compare(a.kind, b.kind) })
}

// calibrate fits the probability on the held-out pairs that would be hits. It
// measures each half of them with the calibration of the other half.
func calibrate(file *policy.WeightsFile, all pairs, w compare.Weights, r *figures) {
	threshold := policy.Default().Threshold
	least := (2*threshold - 1) * w.Name
	var hits pairs
	var odds []float64
	for i, o := range all.odds(w) {
		if all[i].apart && o >= least {
			hits, odds = append(hits, all[i]), append(odds, o)
			r.hits[map[bool]int{true: 0, false: 1}[all[i].same]]++
		}
	}
	slope, offset := logistic(odds, hits, evenly(hits))
	file.Probability.Slope, file.Probability.Offset = round2(slope), round2(offset)
	probabilities, same := crossed(hits, odds)
	r.reliability = eval.ReliabilityOf(probabilities, same, 0.5)
}

// crossed predicts each half of the pairs from the other half. The pairs of a party
// are adjacent, so the halves are the odd and the even hundreds of pairs.
func crossed(hits pairs, odds []float64) (probabilities []float64, same []bool) {
	probabilities = make([]float64, len(hits))
	for half := range 2 {
		var from pairs
		var by []float64
		for i := range hits {
			if i/100%2 != half {
				from, by = append(from, hits[i]), append(by, odds[i])
			}
		}
		slope, offset := logistic(by, from, evenly(from))
		for i := range hits {
			if i/100%2 == half {
				probabilities[i] = sigmoid(offset + slope*odds[i])
			}
		}
	}
	for i := range hits {
		same = append(same, hits[i].same)
	}
	return probabilities, same
}

// write writes the figures as tables of a Markdown page.
func (r *figures) write(out io.Writer) error {
	b := bufio.NewWriter(out)
	rows := [][]string{{"list", "entities", "names"}}
	for _, l := range r.lists {
		rows = append(rows, []string{l.source, strconv.Itoa(l.entities), strconv.Itoa(l.names)})
	}
	markdown(b, rows)
	rows = [][]string{{"pairs of names", "fitted on", "kept apart"}}
	for _, k := range r.kinds {
		rows = append(rows, []string{k.kind, strconv.Itoa(k.fit), strconv.Itoa(k.apart)})
	}
	markdown(b, rows)
	rows = [][]string{{"weights", "loss, fitted on", "loss, kept apart", "slope", "pairs"}}
	for _, l := range r.losses {
		rows = append(rows, []string{l.weights, fmt.Sprintf("%.4f", l.fit.loss), fmt.Sprintf("%.4f", l.apart.loss), fmt.Sprintf("%.3f", l.fit.slope), fmt.Sprintf("%d / %d", l.fit.pairs, l.apart.pairs)})
	}
	markdown(b, rows)
	rows = [][]string{{"weight", "prior", "fit", "in force", ""}}
	for _, path := range policy.Paths() {
		if w := r.file.Weights[path]; w.Fit != nil {
			rows = append(rows, []string{"`" + path + "`", text(w.Prior), text(*w.Fit), text(w.Value), w.Is + ": " + w.Why})
		}
	}
	markdown(b, rows)
	rows = [][]string{{"weight", "", "one party", "two parties", "ln of the ratio"}}
	for _, c := range r.context {
		rows = append(rows, []string{"`" + c.path + "`", c.what, fmt.Sprintf("%d / %d", c.same, c.of), fmt.Sprintf("%d / %d", c.other, c.to), fmt.Sprintf("%+.2f", c.ratio())})
	}
	markdown(b, rows)
	p := r.file.Probability
	fmt.Fprintf(b, "Slope %v, offset %v, from %d hits that are the party and %d that are not.\n\n", p.Slope, p.Offset, r.hits[0], r.hits[1])
	fmt.Fprintf(b, "%s\n\n", r.reliability.Summary())
	markdown(b, r.reliability.Rows())
	return b.Flush()
}

func text(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// markdown writes rows as a table, the first of them its heading.
func markdown(w io.Writer, rows [][]string) {
	for i, row := range rows {
		for _, cell := range row {
			fmt.Fprintf(w, "| %s ", cell)
		}
		fmt.Fprintln(w, "|")
		if i == 0 {
			for range row {
				fmt.Fprint(w, "|---")
			}
			fmt.Fprintln(w, "|")
		}
	}
	fmt.Fprintln(w)
}
