package policy

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Write writes the file, a line a weight, in the form that ParseWeights reads.
func (f *WeightsFile) Write(w io.Writer) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "# The weights of enduse, and where each comes from: see docs/weights.md. Written\n"+
		"# by go generate ./internal/policy, which keeps what is \"prior\" and fits what is\n"+
		"# \"fitted\". A policy may set any of them, under weights.\n")
	fmt.Fprintf(b, "version: %d\ndate: %s\nfitted_on:\n", f.Version, f.Date)
	for _, text := range f.FittedOn {
		fmt.Fprintf(b, "  - %s\n", strconv.Quote(text))
	}
	fmt.Fprint(b, "weights:\n")
	for _, path := range Paths() {
		w := f.Weights[path]
		fit := ""
		if w.Fit != nil {
			fit = fmt.Sprintf(" fit: %v,", *w.Fit)
		}
		fmt.Fprintf(b, "  %s: {is: %s, value: %v, prior: %v,%s why: %s}\n", path, w.Is, w.Value, w.Prior, fit, strconv.Quote(w.Why))
	}
	p := f.Probability
	fmt.Fprintf(b, "probability:\n  slope: %v\n  offset: %v\n  prior: %v\n  why: %s\n", p.Slope, p.Offset, p.Prior, strconv.Quote(p.Why))
	return b.Flush()
}

// section is the weights as a policy has them, each with its origin.
func (f *WeightsFile) section() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "\n# Log odds: version %d of %s. A policy may leave out any of them.\nweights:\n", f.Version, f.Date)
	var open []string
	for _, path := range Paths() {
		parts := strings.Split(path, ".")
		last := len(parts) - 1
		for depth, part := range parts[:last] {
			if depth >= len(open) || open[depth] != part {
				open = append(open[:depth:depth], part)
				fmt.Fprintf(&b, "%s%s:\n", strings.Repeat("  ", depth+1), part)
			}
		}
		open = open[:last]
		w := f.Weights[path]
		fmt.Fprintf(&b, "%s%s: %v # %s\n", strings.Repeat("  ", last+1), parts[last], w.Value, w.Is)
	}
	p := f.Probability
	fmt.Fprintf(&b, "\n# logit(probability) = offset + slope × log odds + logit(prior); the prior is the\n"+
		"# share of the hits at or above the threshold that are the party.\nprobability: {slope: %v, offset: %v, prior: %v}\n", p.Slope, p.Offset, p.Prior)
	return b.Bytes()
}
