// Package reading writes what documents say: a table for a person at a terminal, one
// HTML page with the text, what it names by colour and the statements next to the
// paragraphs, JSON and NDJSON for programs.
//
//	out, err := reading.Formats.New("html", file)
//	err = report.Write(out, reading.Header{Files: len(readings)}, readings...)
//
// # Invariants
//
//   - A text is never mark-up: the page has no script, and its Content Security Policy
//     allows its own style sheet and nothing else.
//   - All of the text is on the page, once, whatever overlaps in it.
//
// # Limitations
//
// The table shows the three best entries of a mention and thirty names of a kind; the
// other formats show all of them.
package reading
