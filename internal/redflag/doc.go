// Package redflag evaluates dated rules over a shipment: the signs of diversion
// that the authorities publish, clauses that contracts must carry, and the user's
// own rules.
//
// How it works. A [Rule] is data, written in YAML: an expression (expr-lang) over
// the shipment, the inputs that it needs, parameters, a message, a citation, the
// regimes it belongs to and the days from which and to which it stands. [Packs]
// holds the rules in the program, one file a pack: us, eu, uk, un. [Load] reads a
// list of rules over others: a rule with a new id is added, one with a known id
// changes what it names. Each expression is compiled against the typed [Env] at
// load, so that a wrong name is an error with its line and column. [Evaluate]
// takes the rules in force on the day whose regime binds the seller and answers of
// each: fires (a finding), does not fire, or not evaluated, because an input is
// absent. An expression that fails although its inputs are there is none of the
// three: nobody knows what it would have said ([Result].Failed). A rule with a question is answered by the user: no answer gives
// the question back.
//
// What must be searched, such as whether a party is like a listed one, comes in
// through [Facts]; a function that is nil is an absent input.
//
// # Invariants
//
//   - An absent input never counts as "does not fire".
//   - An expression that fails at run time is never quiet: it is Failed.
//   - Every parameter is used by its rule and every parameter used is given, every
//     rule has a citation, and [Rules.Digest] covers all of them.
//   - Pure: no clock, no I/O; the same input gives the same findings in the same
//     order.
//
// # Limitations
//
// Expressions are the user's own and run within bounds: nodes, elements looked at,
// texts put together, lists; what makes more of a value than was there (repeat,
// join, replace, reduce, concat, toJSON) cannot be called, nor now, and there are
// no lists of lists. One call of a function that searches the lists counts as one
// step; [Input].Stop bounds the time. Dates of less than a day's precision count for
// a rule where they may (see after and before in docs/redflags.md). Money of
// different currencies is not converted. A rule marked verify rests on a source
// that its author could not read; its citation says so.
package redflag
