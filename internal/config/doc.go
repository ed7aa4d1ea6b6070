// Package config holds the settings of the program, and where each came from.
//
// How it works. [Default] is the start; a YAML file, the environment and the
// flags of the command line follow, each over the one before. [Settings] is the
// table of all settings: their keys, environment variables and checks. Load
// reads them all and reports every fault at once.
//
// # Invariants
//
//   - Only the command line imports this package; everything else is handed what
//     it needs.
//   - Weights, thresholds and rules are not settings: they live in the policy,
//     whose digest is in every stamp.
//
// # Limitations
//
// A setting is one word or one number; lists and sections are for the policy.
package config
