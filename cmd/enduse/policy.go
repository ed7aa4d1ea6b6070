package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/redflag"
)

func policyCommand(a *app) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "policy",
		Short: "Check, test and show the rules of a policy",
		Long: `A policy holds thresholds, weights, and rules on shipments: packs of signs of
diversion and duties, and rules of your own (docs/redflags.md).`,
		Example: `  enduse config policy > policy.yaml
  enduse policy check policy.yaml
  enduse policy test policy.yaml
  enduse policy show rf.formed_since`,
	}
	group(cmd)
	cmd.AddCommand(policyCheckCommand(a), policyTestCommand(a), policyShowCommand(a))
	return cmd
}

func policyCheckCommand(a *app) *cobra.Command {
	return &cobra.Command{
		Use: "check FILE", Short: "Read a policy and report every fault with its line and column",
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			p, _, err := readPolicy(a, args[0])
			if err != nil {
				return err
			}
			err = a.print("%s: %d rules, no fault\n%s\n", args[0], len(p.Rules()), p.Digest())
			return err
		},
	}
}

func policyTestCommand(a *app) *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use: "test FILE", Short: "Run the tests that a policy carries",
		Long: `Run the tests under tests: in a policy, or those of a file of their own: each is
a shipment, a day, and the rules that must fire, stay quiet, ask, or not be
evaluated. The exit code is 1 if one is wrong.`,
		Args: usageArgs(cobra.ExactArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			p, cases, err := readPolicy(a, args[0])
			if err != nil {
				return err
			}
			if file != "" {
				args[0] = file
				if cases, err = readRuleCases(a, file); err != nil {
					return err
				}
			}
			return testPolicy(a, args[0], p, cases)
		},
	}
	cmd.Flags().StringVar(&file, "cases", "", "file of tests, in place of those in the policy")
	return cmd
}

func testPolicy(a *app, file string, p *policy.Policy, cases []redflag.Case) error {
	if len(cases) == 0 {
		return &enduse.Error{Op: "policy test", Code: enduse.CodeInvalid, Subject: file, Err: errors.New("there are no tests"), Hint: "add some under tests:, see docs/redflags.md"}
	}
	bad := 0
	for _, c := range cases {
		wrong := c.Run(p.Rules())
		for _, w := range wrong {
			a.printErr("%s:%d: %s: %s", file, c.Line, c.Name, w)
		}
		bad += min(1, len(wrong))
	}
	if bad > 0 {
		return &enduse.Error{Op: "policy test", Subject: file, Err: fmt.Errorf("%d of %d tests are wrong", bad, len(cases)), Hint: "enduse policy show RULE"}
	}
	err := a.print("%s: %d tests, none wrong\n", file, len(cases))
	return err
}

// readPolicy reads a policy and its tests, and reports each fault of a rule with
// its place.
func readPolicy(a *app, file string) (*policy.Policy, []redflag.Case, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, &enduse.Error{Op: "policy", Code: enduse.CodeNotFound, Err: err, Hint: "check the path"}
	}
	p, err := policy.Parse(text)
	if err != nil {
		return nil, nil, printFaults(a, file, err)
	}
	cases, err := p.Cases()
	if err != nil {
		return nil, nil, printFaults(a, file, err)
	}
	return p, cases, nil
}

func readRuleCases(a *app, file string) ([]redflag.Case, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, &enduse.Error{Op: "policy", Code: enduse.CodeNotFound, Err: err, Hint: "check the path"}
	}
	cases, err := policy.ParseCases(text)
	if err != nil {
		return nil, printFaults(a, file, err)
	}
	return cases, nil
}

// printFaults writes each fault of a rule as FILE:LINE:COLUMN, as editors read it.
func printFaults(a *app, file string, err error) error {
	faults := ruleErrors(err)
	if len(faults) == 0 {
		return &enduse.Error{Op: "policy check", Code: enduse.CodeInvalid, Subject: file, Err: err}
	}
	for _, f := range faults {
		a.printErr("%s:%d:%d: %s", file, f.Line, max(f.Column, 1), f.Text())
	}
	return &enduse.Error{Op: "policy check", Code: enduse.CodeInvalid, Subject: file, Err: fmt.Errorf("%d faults", len(faults)), Hint: "mend the places named above"}
}

// ruleErrors returns every fault of a rule in a tree of errors, in order.
func ruleErrors(err error) (all []*redflag.RuleError) {
	if f, ok := err.(*redflag.RuleError); ok { //nolint:errorlint // the tree is walked here
		return append(all, f)
	}
	switch e := err.(type) { //nolint:errorlint // as above
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			all = append(all, ruleErrors(inner)...)
		}
	case interface{ Unwrap() error }:
		return ruleErrors(e.Unwrap())
	}
	return all
}
