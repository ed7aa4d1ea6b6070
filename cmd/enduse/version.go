package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse/internal/edition"
)

// release is the version of the next or the present release.
const release = "0.1.0"

// version names what answers: the release, and the commit where the build
// recorded one.
func version() string {
	v := release
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			v += "+" + s.Value[:12]
		}
	}
	return v
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use: "version", Short: "Print the version, the policy and the starter edition", Args: usageArgs(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			p, err := a.policy()
			if err != nil {
				return err
			}
			starter, _, err := edition.Starter()
			if err != nil {
				return err
			}
			_, err = fmt.Fprintf(a.out, "enduse   %s\npolicy   %s %s\nstarter  %d entities, %s\ngo       %s %s/%s\n",
				version(), p.Name, p.Digest(), starter.Counts.Entities, starter.Digest, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return err
		},
	}
}
