// Package policy reads what an organisation decides: thresholds, weights, which lists
// must have been searched, and what follows from a measure.
//
//	p := policy.Default()
//	p, err := policy.Parse(text)
//
// How it works. A policy is one YAML file, strictly read: an unknown key is an
// error with its line. [Default] is the one in the binary. The weights are in a file of
// their own, weights.yaml, each with its origin: set beforehand and why, or fitted; a
// policy overrides what it names. The digest of a policy, over its bytes and those of
// the weights, enters the stamp of every verdict, so that a verdict can be traced to
// the rules that made it.
//
// Rules on shipments come in packs (package redflag); a policy names the packs,
// adds rules and changes them by their id, and carries cases that test them.
// [Policy.Rules] are all of them together, compiled.
//
// # Invariants
//
//   - A policy that validates can be used: all faults are reported at once, at
//     load.
//   - Weights and thresholds come from here and from nowhere else.
//   - A policy written for an earlier version loads.
//
// # Limitations
//
// The default policy assumes that every regime whose list is loaded binds the
// user; which regimes really do depends on the user's establishment.
package policy
