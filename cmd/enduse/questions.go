package main

import (
	"github.com/spf13/cobra"

	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/report/questions"
	"github.com/enduse/enduse/internal/triage"
	"github.com/enduse/enduse/wire"
)

func questionsCommand(a *app) *cobra.Command {
	f, in := &screenFlags{}, &fileFlags{}
	cmd := &cobra.Command{
		Use:   "questions FILE...",
		Short: "Write what is still to be asked of each customer, as a sheet to fill in",
		Long: `Screen files as enduse screen does, and write the questions whose answers decide
what follows: once for each customer, however many orders need the answer, and
only where something was found. Fill in the column Answer (yes, no or unknown)
and give the sheet to enduse screen with --answers: what is answered is not
asked again, next month either.`,
		Example: `  enduse questions orders.csv
  enduse questions orders.csv -o ask.xlsx
  enduse screen orders.csv --answers ask.xlsx`,
		Args: usageArgs(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			s, err := newScreening(a, cmd, f, in.references)
			if err != nil {
				return err
			}
			records, err := s.open(cmd.Context(), in, args)
			if err != nil {
				return err
			}
			defer records.Close()
			run := triage.New(wire.Run{}, triage.Limits{})
			defer func() { _ = run.Close() }()
			if err := s.collect(run, s.engine.ScreenAll(cmd.Context(), s.complete(records), engine.Limit(1))); err != nil {
				return err
			}
			asks, err := run.Asks()
			if err != nil {
				return err
			}
			return printAll(a, questions.Formats, f.out, questions.Header{Style: a.style(f.out...)}, asks...)
		},
	}
	cmd.Flags().StringVar(&f.asOf, "as-of", "", "screen against the lists in force on a day (YYYY-MM-DD); default: today")
	in.register(cmd)
	hasFormats(cmd, questions.Formats.Names())
	hasOutputs(cmd, &f.out)
	return cmd
}
