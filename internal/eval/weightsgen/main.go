// Command weightsgen fits the weights of the default policy to the aliases of
// official lists, and writes them into the file of weights.
//
//	go run ./internal/eval/weightsgen internal/policy/weights.yaml > figures.md
//
// It needs the folder of the real lists in $ENDUSE_TESTDATA.
//
// # How it works
//
// Four lists are imported: those of Canada, of Australia, of METI and of War &
// Sanctions. Names of one entity, and names on two lists of people with one full
// birth date, are pairs of one party. Names that the index finds similar, and whose
// entities are certainly different, are pairs of two parties (pairs.go). The weights
// of names minimise the logistic loss, with a penalty on the distance from their
// priors, by a coordinate search (fit.go). The weights of other facts are log
// likelihood ratios between records of one party on two lists and records of
// different parties (context.go). A fifth of the parties is held out: on it the
// probability is calibrated and everything is measured.
//
// # Invariants
//
// The same files give the same bytes. A weight that the file calls a prior keeps its
// value, and a comment next to it has the fitted value. The lists of OFAC and of the
// UN, on which the tool is measured, are never read.
//
// # Limitations
//
// Names on lists are not names as customers write them. Hard pairs are of listed
// parties, which are more similar to each other than people on no list are to them.
// Aliases that share no rare word with another name are not used: no weight would
// find them.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/policy"
)

func main() {
	if err := run(context.Background(), os.Getenv("ENDUSE_TESTDATA"), os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "weightsgen:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, dir string, args []string, out io.Writer) error {
	if dir == "" {
		return errors.New("ENDUSE_TESTDATA is not set: it names the folder of the real lists")
	}
	if len(args) != 1 {
		return errors.New("name the file of weights")
	}
	text, err := os.ReadFile(args[0]) // #nosec G703 -- who runs this names the file
	if err != nil {
		return err
	}
	file, err := policy.ParseWeights(text)
	if err != nil {
		return err
	}
	x, err := load(ctx, dir)
	if err != nil {
		return err
	}
	r := &figures{lists: listCounts(x)}
	fitAll(file, x, r)
	if err := write(args[0], file); err != nil {
		return err
	}
	return r.write(out)
}

// fitAll fits everything, and adopts the values that the file calls fitted.
func fitAll(file *policy.WeightsFile, x *parties, r *figures) {
	prior := priorsOf(file)
	all := pairsOf(x, prior.Alignment)
	r.count(all)
	fit := all.spelt(false)
	free := fitNames(fit, prior, namePaths)
	taken := fitNames(fit, prior, adopted(file, namePaths))
	slope := lossOf(fit, taken).slope
	for _, path := range namePaths {
		from := &free
		if file.Weights[path].Is == policy.FromFit {
			from = &taken
		}
		record(file, path, round2(*at(from, path)))
	}
	for _, c := range contextOf(x) {
		record(file, c.path, round2(c.ratio()/slope*c.sign))
		r.context = append(r.context, c)
	}
	now := file.Set()
	r.losses = []lossRow{
		{"priors", lossOf(fit, prior), lossOf(all.spelt(true), prior)},
		{"fit, all free", lossOf(fit, free), lossOf(all.spelt(true), free)},
		{"in force", lossOf(fit, now), lossOf(all.spelt(true), now)},
	}
	r.file = file
	calibrate(file, all, now, r)
}

// priorsOf returns the weights before the fit.
func priorsOf(f *policy.WeightsFile) (w compare.Weights) {
	for _, path := range policy.Paths() {
		*at(&w, path) = f.Weights[path].Prior
	}
	return w
}

// adopted are the paths whose fitted value is in force.
func adopted(f *policy.WeightsFile, paths []string) (out []string) {
	for _, p := range paths {
		if f.Weights[p].Is == policy.FromFit {
			out = append(out, p)
		}
	}
	return out
}

// record notes the fitted value, and adopts it where it is in force.
func record(f *policy.WeightsFile, path string, fit float64) {
	w := f.Weights[path]
	w.Fit = &fit
	if w.Is == policy.FromFit {
		w.Value = fit
	}
	f.Weights[path] = w
}

// round2 keeps two decimals, which is the precision of the data.
func round2(v float64) float64 { return math.Round(v*100) / 100 }

func write(path string, file *policy.WeightsFile) error {
	f, err := os.Create(path) // #nosec G304 -- who runs this names the file
	if err != nil {
		return err
	}
	return errors.Join(file.Write(f), f.Close())
}
