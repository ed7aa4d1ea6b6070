package main

import (
	"fmt"
	"io"
	"runtime"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse/engine"
	"github.com/enduse/enduse/internal/edition"
	"github.com/enduse/enduse/internal/report"
)

// part is a part of the program and its version.
type part struct {
	Part    string `json:"part"`
	Version string `json:"version"`
}

var partFormats = report.Formats[report.Style, part]{
	report.FormatTable:  func(w io.Writer) report.Stream[report.Style, part] { return &partTable{report.Printer{W: w}} },
	report.FormatJSON:   report.JSON[report.Style, part],
	report.FormatNDJSON: report.NDJSON[report.Style, part],
}

// partTable writes one line for each part.
type partTable struct{ p report.Printer }

func (t *partTable) Begin(report.Style) error { return nil }
func (t *partTable) End() error               { return t.p.Err }

func (t *partTable) Each(v part) error {
	t.p.Line("%-8s %s", v.Part, v.Version)
	return t.p.Err
}

func versionCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use: "version", Short: "Print the version, the policy and the starter edition", Args: usageArgs(cobra.NoArgs),
		RunE: func(*cobra.Command, []string) error {
			p, err := policyInForce(a)
			if err != nil {
				return err
			}
			starter, _, err := edition.Starter()
			if err != nil {
				return err
			}
			return printAll(a, partFormats, nil, a.style(),
				part{"enduse", engine.Version()},
				part{"policy", p.Name + " " + p.Digest()},
				part{"starter", fmt.Sprintf("%d entities, %s", starter.Counts.Entities, starter.Digest)},
				part{"go", fmt.Sprintf("%s %s/%s", runtime.Version(), runtime.GOOS, runtime.GOARCH)})
		},
	}
	hasFormats(cmd, partFormats.Names())
	return cmd
}
