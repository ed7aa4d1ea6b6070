package main

import (
	"errors"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/report"
)

// scorer is the value of --scorer: a second score to show beside that of each
// hit. It is empty for none, and else "ofac".
type scorer string

const scorerOFAC = "ofac"

// scorerHelp stands under the description of each command that has the flag.
const scorerHelp = `

--scorer ofac also shows, from 0 to 100, about what OFAC's Sanctions List Search
would score the names: an approximation of what OFAC's FAQ 249 describes, by
Jaro-Winkler and Soundex, to be set beside that tool in an audit. It decides
nothing: hits, their order, what matches and the outcome are the same without.`

func (s *scorer) register(cmd *cobra.Command) {
	cmd.Flags().Var(s, "scorer", "show another score too, which decides nothing: ofac (approximates OFAC's published scoring)")
	_ = cmd.RegisterFlagCompletionFunc("scorer", cobra.FixedCompletions([]string{scorerOFAC}, cobra.ShellCompDirectiveNoFileComp))
	cmd.Long += scorerHelp
}

// ofac reports whether OFAC's score was asked for.
func (s *scorer) ofac() bool { return *s == scorerOFAC }

// score is OFAC's score of a name that is asked about beside a listed one; nil if
// it was not asked for.
func (s *scorer) score(asked, listed string) *int {
	if !s.ofac() {
		return nil
	}
	score := compare.OFACScore([]string{asked}, []string{listed})
	return &score
}

// column adds the heading of that score to a table of pairs, if it was asked for.
func (s *scorer) column(header []string) []string {
	if !s.ofac() {
		return header
	}
	return append(header, "ofac_score")
}

// cell adds the score of a pair to its row.
func (s *scorer) cell(row []string, asked, listed string) []string {
	if score := s.score(asked, listed); score != nil {
		return append(row, strconv.Itoa(*score))
	}
	return row
}

// String and the two below make it the value of a flag.
func (s *scorer) String() string { return string(*s) }

// Type is what stands for the value in the help.
func (s *scorer) Type() string { return "name" }

// Set refuses a scorer that is not known.
func (s *scorer) Set(v string) error {
	if v != scorerOFAC {
		return errors.New("the only other scorer is ofac; leave the flag out for this program's score alone")
	}
	*s = scorer(v)
	return nil
}

// sayScorer says on standard error what the second score is, where the output has
// room only for the figure.
func (a *app) sayScorer(s *scorer, format string) {
	if s.ofac() && !a.quiet && slices.Contains([]string{"json", "ndjson", "csv"}, format) {
		a.say("%s", report.OFACScoreNote)
	}
}
