package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/redflag"
	"github.com/enduse/enduse/internal/report"
)

func (a *app) policyShowCommand() *cobra.Command {
	return &cobra.Command{
		Use: "show [RULE]", Short: "List the rules of the policy, or show one with its formula",
		Args: usageArgs(cobra.MaximumNArgs(1)),
		RunE: func(_ *cobra.Command, args []string) error {
			p, err := a.policy()
			if err != nil {
				return err
			}
			if len(args) == 0 {
				return a.showRules(p.Rules())
			}
			r, ok := p.Rules().Find(args[0])
			if !ok {
				return &enduse.Error{Op: "policy show", Code: enduse.CodeNotFound, Subject: args[0], Err: errors.New("there is no such rule"), Hint: "enduse policy show"}
			}
			if a.config.Format == "json" {
				return report.JSON(a.out, r)
			}
			return a.showRule(r)
		},
	}
}

func (a *app) showRules(rules redflag.Rules) error {
	if a.config.Format == "json" {
		return report.JSON(a.out, rules)
	}
	rows := [][]string{{"rule", "kind", "regime", "from", "to", "sign"}}
	for _, r := range rules {
		text := r.Text
		if text == "" {
			text = r.Message
		}
		rows = append(rows, []string{r.ID, string(r.Kind()), regimesOf(r), r.From.String(), r.To.String(), text})
	}
	return report.Grid(a.out, rows, a.style())
}

func regimesOf(r redflag.Rule) string {
	names := make([]string, len(r.Regimes))
	for i, g := range r.Regimes {
		names[i] = string(g)
	}
	return strings.Join(names, " ")
}

// showRule writes a rule, a field a line; fields that are empty are left out.
func (a *app) showRule(r redflag.Rule) error {
	lines := [][2]string{
		{"rule", r.ID},
		{"pack", r.Pack},
		{"sign", r.Text},
		{"question", r.Question},
		{"fires on", r.FiresOn},
		{"asked of each", r.Each},
		{"needs", strings.Join(r.Needs, ", ")},
		{"given", r.Requires},
		{"when", r.When},
	}
	for _, name := range slices.Sorted(maps.Keys(r.Params)) {
		lines = append(lines, [2]string{"params." + name, fmt.Sprint(r.Params[name])})
	}
	lines = append(lines, [][2]string{
		{"message", r.Message},
		{"severity", string(r.Severity)},
		{"citation", r.Cite()},
		{"regime", regimesOf(r)},
		{"from", r.From.String()},
		{"to", r.To.String()},
		{"hint", r.Hint},
	}...)
	for _, l := range lines {
		if l[1] == "" {
			continue
		}
		if err := a.tell("%-14s %s\n", l[0], l[1]); err != nil {
			return err
		}
	}
	return nil
}
