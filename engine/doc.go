// Package engine screens parties and shipments, compares names, reads documents and
// looks up goods, for another program as for the command enduse.
//
//	e, err := engine.Open(ctx, engine.Config{})
//	v, err := e.Check(ctx, "Aero Caribbean", enduse.Party{})
//	fmt.Println("outcome:", v.Outcome)
//
// Without a data directory of lists the engine searches the starter edition in the
// program, which can find a party and never clear one. Lists are imported with
// Lists().Import or with the command enduse lists import.
//
// # How it works
//
// Open reads the policy, opens the store of lists and loads the tables of goods, once.
// Every method then pins the lists in force on the day that is asked about, so one
// engine serves for as long as the program runs and sees lists that are imported
// meanwhile. Its results are the types of package enduse (a verdict with all that it
// rests on) or of package wire (the published output contract).
//
// # Invariants
//
//   - An error is never an outcome: where there is no verdict there is an error, and
//     ScreenAll makes a result with the outcome incomplete of it.
//   - The clock is asked only for what is not given: Config.Clock replays a screening.
//   - An Engine is safe for use by many goroutines.
//
// # Limitations
//
// The starter edition is an excerpt. Statements are found in the languages that
// docs/reading.md names.
package engine
