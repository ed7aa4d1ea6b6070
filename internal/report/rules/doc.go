// Package rules writes the rules of a policy: all of them in a table, or one with its
// formula.
//
//	out, err := rules.All.New("table", os.Stdout)
//	err = report.Write(out, report.Style{Width: 100}, p.Rules()...)
//
// # Invariants
//
// JSON has every field of a rule as the policy file has it.
//
// # Limitations
//
// The table of all rules has their signs and dates only.
package rules
