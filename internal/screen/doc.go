// Package screen answers a query: who of its parties is listed, which of its goods are
// controlled, where they go, and what follows. It is the one way to a verdict:
//
//	s, err := screen.New(lists, policy.Default(), time.Now, screen.Options{})
//	v, err := s.Screen(ctx, enduse.Query{Shipment: shipment})
//	fmt.Println(v.Outcome)
//
// How it works. [Screener.Screen] reads as the specification: normalise and validate
// the query, pin the snapshot of the lists in force on its day, stamp, run the checks in
// order, conclude. A [Check] is a function of the query and of what was found so far
// ([Found]): the parties against the lists and what follows from the measures of a
// match by the policy, the goods against control lists (package goods), the route
// (package route), the whole by the policy's rules (package redflag). What each returns
// is added to the verdict by [enduse.Verdict.Add]. A rule's finding that refines others
// takes them as its parts, so that one fact is one finding. A new check is a function
// and its name in the list of checks.
//
// # Invariants
//
//   - There is no way to answer Clear after an error, a cancellation, or with a
//     required list missing, failed, partial or stale.
//   - The same query with the same stamp gives the same verdict: every option that
//     changes an answer is in the stamp.
//   - A hit matches exactly when it makes the outcome other than clear. How many hits
//     are shown decides nothing.
//   - Checks return values; nothing is logged and nothing is dropped: a listing that is
//     no longer in force is kept and marked, a finding that is folded is a part.
//
// # Limitations
//
// Rules that need the addresses of listed parties, shares of owners or other customers'
// orders are not evaluated, and say so: no search gives these. Prices, routes, delivery
// and packaging are compared with the user's references only. The time limit on the
// rules of one record is the one answer that depends on the machine.
package screen
