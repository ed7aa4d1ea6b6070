package main

import (
	"context"
	"errors"
	"os"
	"slices"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/synthetic"
)

// scaleFlags are the flags of eval scale.
type scaleFlags struct {
	entities int
	seed     uint64
	out      string
}

func scaleCommand(a *app) *cobra.Command {
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
		RunE: func(cmd *cobra.Command, _ []string) error { return growList(cmd.Context(), a, f) },
	}
	cmd.Flags().IntVar(&f.entities, "entities", 100_000, "how many parties")
	cmd.Flags().Uint64Var(&f.seed, "seed", 1, "seed of the random numbers")
	cmd.Flags().StringVarP(&f.out, "out", "o", "", "write to a file, in place of standard output")
	return cmd
}

func growList(ctx context.Context, a *app, f *scaleFlags) error {
	if f.entities < 1 {
		return &usageError{errors.New("--entities is 1 or more")}
	}
	source, err := realEntities(ctx, a)
	if err != nil {
		return err
	}
	out, err := openOutput(a.out, f.out)
	if err != nil {
		return err
	}
	if err := out.finish(grow(ctx, a, out, source, f)); err != nil {
		return err
	}
	if f.out == "" || f.out == "-" {
		return nil
	}
	mapping := f.out + ".yaml"
	if err := os.WriteFile(mapping, synthetic.Mapping, 0o640); err != nil {
		return outFault(enduse.CodeInvalid, mapping, err)
	}
	a.printErr("%d made-up parties; to measure with them: enduse lists import %s --mapping %s --data DIR-OF-THEIR-OWN", f.entities, f.out, mapping)
	return nil
}

// realEntities are the entities of the editions that are in force, without those that
// were made up here.
func realEntities(ctx context.Context, a *app) (out []*enduse.Entity, err error) {
	e, err := a.engine(ctx, "")
	if err != nil {
		return nil, err
	}
	for entity, err := range e.Lists().Entities(ctx) {
		if err != nil {
			return nil, err
		}
		if entity.Source != synthetic.Source {
			out = append(out, entity)
		}
	}
	return out, nil
}

func grow(ctx context.Context, a *app, out *output, source []*enduse.Entity, f *scaleFlags) error {
	progress := a.rowsProgress("parties")
	defer progress.done()
	for e := range synthetic.Grow(slices.Values(source), f.entities, f.seed) {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := synthetic.Write(out.w, e); err != nil {
			return outFault(enduse.CodeInvalid, f.out, err)
		}
		progress.step()
	}
	return nil
}
