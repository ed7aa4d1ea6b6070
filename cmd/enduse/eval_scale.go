package main

import (
	"context"
	"errors"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/scale"
)

// scaleFlags are the flags of eval scale.
type scaleFlags struct {
	entities int
	seed     uint64
	out      string
}

func (a *app) scaleCommand() *cobra.Command {
	f := &scaleFlags{}
	cmd := &cobra.Command{
		Use:   "scale",
		Short: "Make up a list of any length from those loaded, to measure speed and size with",
		Long: `Make up parties whose names, aliases, scripts, dates, countries, identifiers and
addresses are put together from those of the lists that are loaded, as often as
they stand there, as NDJSON. The same lists and seed give the same file.

With --out FILE, the mapping by which it is imported is written to FILE.yaml.
Import it into a data directory of its own: the parties are made up, and some
will have the names of real people.`,
		Example: `  enduse eval scale --entities 1000000 --seed 7 --out million.ndjson
  enduse lists import million.ndjson --mapping million.ndjson.yaml --data scratch`,
		Args: usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.scale(cmd.Context(), f) },
	}
	cmd.Flags().IntVar(&f.entities, "entities", 100_000, "how many parties")
	cmd.Flags().Uint64Var(&f.seed, "seed", 1, "number that chance begins from")
	cmd.Flags().StringVarP(&f.out, "out", "o", "", "write to a file, in place of standard output")
	return cmd
}

func (a *app) scale(ctx context.Context, f *scaleFlags) error {
	if f.entities < 1 {
		return &usageError{errors.New("--entities is a number from 1 on")}
	}
	source, err := a.listed(ctx)
	if err != nil {
		return err
	}
	out, err := a.openOutput(f.out)
	if err != nil {
		return err
	}
	if err := out.finish(a.grow(ctx, out, source, f)); err != nil {
		return err
	}
	if f.out == "" || f.out == "-" {
		return nil
	}
	mapping := f.out + ".yaml"
	if err := os.WriteFile(mapping, scale.Mapping, 0o640); err != nil {
		return outFault(enduse.CodeInvalid, mapping, err)
	}
	a.say("%d made-up parties; to measure with them: enduse lists import %s --mapping %s --data DIR-OF-THEIR-OWN", f.entities, f.out, mapping)
	return nil
}

// listed are the entities of the editions that are in force; what was made up
// here is no source for more. No index is built.
func (a *app) listed(ctx context.Context) (out []*enduse.Entity, err error) {
	p, err := a.policy()
	if err != nil {
		return nil, err
	}
	store := a.store(p)
	editions, err := store.InForce(store.Today())
	if err != nil {
		return nil, err
	}
	for _, e := range editions {
		if err := errors.Join(ctx.Err(), e.Problem); err != nil {
			return nil, err
		}
		if e.Source == scale.Source {
			continue
		}
		entities, err := store.Entities(e.Edition)
		if err != nil {
			return nil, err
		}
		out = append(out, entities...)
	}
	return out, nil
}

func (a *app) grow(ctx context.Context, out *output, source []*enduse.Entity, f *scaleFlags) error {
	progress := a.progress("parties")
	defer progress.done()
	for e := range scale.Grow(slices.Values(source), f.entities, f.seed) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := scale.Write(out.w, e); err != nil {
			return outFault(enduse.CodeInvalid, f.out, err)
		}
		progress.step()
	}
	return nil
}
