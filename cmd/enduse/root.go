package main

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/config"
)

// rootCommand builds the command line.
func rootCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "enduse",
		Short: "Screen parties and orders against official sanctions and export-control lists",
		Long: `enduse answers the question of end use: who gets it, what is it, and where does
it really go? It screens parties against official lists, offline, and gives a
verdict with its evidence.

Exit codes: 0 clear, 1 failure, 2 usage or bad input, 3 a finding at or above
--fail-on, 4 the outcome is incomplete (a required list is missing, partial,
stale or unreadable).`,
		Example: `  enduse screen partners.csv
  enduse check "Aero Caribbean"
  enduse lists import sdn.csv alt.csv add.csv sdn_comments.csv
  enduse lists status`,
		Version:       engine.Version(),
		SilenceErrors: true,
		SilenceUsage:  true,
		PersistentPreRunE: func(cmd *cobra.Command, args []string) error {
			if err := loadSettings(a, cmd); err != nil {
				return err
			}
			return keepInputs(cmd, args)
		},
	}
	group(cmd)
	cmd.SetVersionTemplate("{{.Name}} {{.Version}}\n")
	cmd.SetFlagErrorFunc(unknownFlag)
	f := cmd.PersistentFlags()
	f.StringVar(&a.configFile, "config", "", "settings file (YAML)")
	f.BoolVarP(&a.quiet, "quiet", "q", false, "leave out progress, and records without findings in tables")
	for _, s := range config.Settings {
		f.String(s.Key, "", settingHelp(s))
		if len(s.OneOf) > 0 {
			_ = cmd.RegisterFlagCompletionFunc(s.Key, cobra.FixedCompletions(s.OneOf, cobra.ShellCompDirectiveNoFileComp))
		}
	}
	_ = f.MarkHidden("format") // commands that have formats show those they have
	for _, command := range a.commands {
		cmd.AddCommand(command(a))
	}
	return cmd
}

func settingHelp(s config.Setting) string {
	help := s.Help
	if len(s.OneOf) > 0 {
		help += ": " + strings.Join(s.OneOf, ", ")
	}
	return help + " [$" + s.Env + "]"
}

// loadSettings reads the settings before any command runs.
func loadSettings(a *app, cmd *cobra.Command) (err error) {
	given := map[string]string{}
	cmd.Flags().Visit(func(f *pflag.Flag) { given[f.Name] = f.Value.String() })
	if a.config, err = config.Load(a.configFile, a.getenv, given); err != nil {
		return err
	}
	return a.checkFormat(cmd)
}

// usageArgs makes a wrong number of arguments a usage error.
func usageArgs(check cobra.PositionalArgs) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if check(cmd, args) != nil {
			return needs(cmd, args)
		}
		return nil
	}
}

// group makes a command that only holds others print its help, and name the
// commands most like an unknown one.
func group(cmd *cobra.Command) {
	cmd.Args = cobra.ArbitraryArgs
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) == 0 {
			return cmd.Help()
		}
		return unknownCommand(cmd, args[0])
	}
	cmd.SuggestionsMinimumDistance = 2
}
