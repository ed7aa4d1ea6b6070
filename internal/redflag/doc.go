// Package redflag evaluates dated rules over a shipment: the signs of diversion that the
// authorities publish, clauses that contracts must carry, and the user's own rules.
//
//	rules, err := redflag.Packs("us", "eu")
//	checked := redflag.Evaluate(rules, redflag.Input{Query: query})
//
// How it works. A [Rule] is data, written in YAML: an expression (expr-lang) over the
// shipment, the inputs that it needs, parameters, a message, a citation, the regimes it
// belongs to and the days on which it is in force. [Packs] holds the rules in the
// program, in one file per pack: us, eu, uk, un. [Load] reads a list of rules over
// others: a rule with a new id is added, one with a known id changes what it names. Each
// expression is compiled against the typed [Env] at load, so that a wrong name is an
// error with its line and column. [Evaluate] takes the rules in force on the day whose
// regime binds the seller. The answer of each is: it fires (a finding), it does not
// fire, or it was not evaluated because an input is absent. An expression that fails
// although its inputs are there is a gap. A rule with a question is answered by the
// user: without an answer the question is returned. A rule may refine other findings:
// package screen folds them into its own.
//
// What must be searched, such as whether a party matches a listed one, comes in
// through [Facts]; a function that is nil is an absent input.
//
// # Invariants
//
//   - An absent input never counts as "does not fire"; nor does an amount that could not
//     be read count as 0.
//   - An expression that fails at run time is a gap.
//   - Every parameter is used by its rule and every parameter used is given, every
//     rule has a citation, and [Rules.Digest] covers all of them.
//   - Pure: no clock, no I/O; the same input gives the same findings in the same
//     order.
//
// # Limitations
//
// Expressions are the user's own and run within bounds: nodes, elements looked at,
// texts put together, lists. What makes more of a value than was there (repeat, join,
// replace, reduce, concat, toJSON) cannot be called, nor now, and there are no lists of
// lists. One call of a function that searches the lists counts as one step;
// [Input].Stop bounds the time. Dates of less than a day's precision count for a rule
// where they may (see after and before in docs/redflags.md). Money of different
// currencies is not converted. A rule marked verify rests on a source that its author
// could not read; its citation says so.
package redflag
