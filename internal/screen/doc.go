// Package screen is the pipeline: a query goes in, a verdict comes out.
//
// How it works. [Screener.Screen] reads as the specification, a line a step:
// validate, pin the snapshot of lists in force on the day asked about, stamp;
// for each party find the hits and say which match; turn matches into findings
// by the policy's rule for their measures; check the goods against lists of goods
// (package goods), the route (package route) and the whole by the policy's rules
// (package redflag); note what was not checked; conclude.
// Every way to ask (command line, API, page) calls this one function.
//
// # Invariants
//
//   - There is no way to answer Clear after an error, a cancellation, or with a
//     required list missing, failed, partial or stale.
//   - The same query with the same stamp gives the same verdict.
//   - A hit matches exactly when it makes the outcome other than clear.
//   - Steps return values; nothing is logged and nothing is dropped: a listing
//     that is no longer in force is kept and marked.
//
// # Limitations
//
// Rules that need the addresses of named entries, shares of owners, other
// customers' orders or references for prices and packaging are not evaluated: no
// search gives them. Of a route that passes a country twice in its list of
// transit countries the second is not seen, for files are read so.
package screen
