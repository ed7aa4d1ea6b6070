package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse/internal/report"
)

// scorer is the value of --scorer: a second score to show with that of each hit. It
// is empty for none, and else "ofac".
type scorer string

const scorerOFAC = "ofac"

// scorerHelp is added to the description of each command that has the flag.
const scorerHelp = `

--scorer ofac also shows, from 0 to 100, about what OFAC's Sanctions List Search
would score the names: an approximation of what OFAC's FAQ 249 describes, by
Jaro-Winkler and Soundex, to compare with that tool in an audit. It decides
nothing: hits, their order, what matches and the outcome are the same without it.`

func (s *scorer) register(cmd *cobra.Command) {
	cmd.Flags().Var(s, "scorer", "show another score too, which decides nothing: ofac (approximates OFAC's published scoring)")
	_ = cmd.RegisterFlagCompletionFunc("scorer", cobra.FixedCompletions([]string{scorerOFAC}, cobra.ShellCompDirectiveNoFileComp))
	cmd.Long += scorerHelp
}

// ofac reports whether OFAC's score was asked for.
func (s *scorer) ofac() bool { return *s == scorerOFAC }

// String and the two below make it the value of a flag.
func (s *scorer) String() string { return string(*s) }

// Type is the name of the value in the help.
func (s *scorer) Type() string { return "name" }

// Set refuses a scorer that is not known.
func (s *scorer) Set(v string) error {
	if v != scorerOFAC {
		return errors.New("the only other scorer is ofac; leave the flag out for this program's score alone")
	}
	*s = scorer(v)
	return nil
}

// printNote says on standard error what the second score is, where the output has
// room for the figure only.
func (s *scorer) printNote(a *app, format string) {
	if s.ofac() && !a.quiet && slices.Contains([]string{"json", "ndjson", "csv", "xlsx"}, format) {
		a.printErr("%s", report.OFACScoreNote)
	}
}
