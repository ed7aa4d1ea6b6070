package main

import (
	"errors"
	"os"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/policy"
	"github.com/enduse/enduse/internal/report/rules"
)

func policyShowCommand(a *app) *cobra.Command {
	var out []string
	cmd := &cobra.Command{
		Use: "show [RULE]", Short: "List the rules of the policy, or show one with its formula",
		Args: usageArgs(cobra.MaximumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := policyInForce(a)
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return printAll(a, rules.All, out, a.style(out...), p.Rules()...)
			}
			r, ok := p.Rules().Find(args[0])
			if !ok {
				return &enduse.Error{Op: "policy show", Code: enduse.CodeNotFound, Subject: args[0], Err: errors.New("there is no such rule"), Hint: "enduse policy show"}
			}
			return printAll(a, rules.One, out, a.style(out...), r)
		},
	}
	hasFormats(cmd, rules.All.Names())
	hasOutputs(cmd, &out)
	return cmd
}

// policyInForce is the policy of the settings.
func policyInForce(a *app) (*policy.Policy, error) {
	if a.config.Policy == "" {
		return policy.Default(), nil
	}
	b, err := os.ReadFile(a.config.Policy)
	if err != nil {
		return nil, &enduse.Error{Op: "policy", Code: enduse.CodeInvalid, Err: err, Hint: "check --policy"}
	}
	return policy.Parse(b)
}
