package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse/internal/config"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/report"
)

func (a *app) configCommand() *cobra.Command {
	cmd := &cobra.Command{Use: "config", Short: "Show the settings and the policy"}
	group(cmd)
	cmd.AddCommand(&cobra.Command{
		Use: "show", Short: "Show each setting, its value, and where it came from", Args: usageArgs(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			rows := [][]string{{"setting", "value", "from", "help"}}
			for _, s := range config.Settings {
				rows = append(rows, []string{s.Key, a.config.Value(s), a.config.Origin(s.Key), s.Help})
			}
			return report.Grid(a.out, rows, a.style())
		},
	}, &cobra.Command{
		Use: "policy", Short: "Print the default policy, to copy and change", Args: usageArgs(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(a.out, "%s", policy.Source())
			return err
		},
	})
	return cmd
}
