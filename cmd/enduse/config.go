package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse/internal/config"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/report"
)

// setting is a setting, its value, and where it came from.
type setting struct {
	Name  string `json:"setting"`
	Value string `json:"value"`
	From  string `json:"from"`
	Help  string `json:"help"`
}

var settingRows = report.Rows[report.Style, setting]{
	Sheet:   "Settings",
	Columns: func(report.Style) []string { return []string{"setting", "value", "from", "help"} },
	Row:     func(_ report.Style, s setting) [][]string { return [][]string{{s.Name, s.Value, s.From, s.Help}} },
	Style:   func(s report.Style) report.Style { return s },
}

var settingFormats = report.Formats[report.Style, setting]{
	report.FormatTable:  settingRows.Table,
	report.FormatJSON:   report.JSON[report.Style, setting],
	report.FormatNDJSON: report.NDJSON[report.Style, setting],
	report.FormatCSV:    settingRows.CSV,
}

func configCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{Use: "config", Short: "Show the settings and the policy"}
	group(cmd)
	show := &cobra.Command{
		Use: "show", Short: "Show each setting, its value, and where it came from", Args: usageArgs(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			var all []setting
			for _, s := range config.Settings {
				all = append(all, setting{s.Key, a.config.Value(s), a.config.Origin(s.Key), s.Help})
			}
			return printAll(a, settingFormats, nil, a.style(), all...)
		},
	}
	hasFormats(show, settingFormats.Names())
	cmd.AddCommand(show, &cobra.Command{
		Use: "policy", Short: "Print the default policy, to copy and change", Args: usageArgs(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintf(a.out, "%s", policy.Source())
			return err
		},
	})
	return cmd
}
