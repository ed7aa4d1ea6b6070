// Package document reads documents as they are: a scraped page, a mail, a PDF, a
// feed. It returns the text, what else stands on the page, and what it repaired.
//
// [Read] finds the format by content, then by name, and the encoding by what the
// file says and by its bytes. HTML is parted by readability into the article and
// the rest. Then, whatever the format: phrases of navigation, sharing and cookies
// (data/boilerplate.yaml) and short lines at both ends are boilerplate; the title is
// what the page says, or the line that stands twice at its head; the source is who
// is credited, in a line or a dateline; the language is told by script and frequent
// words. What is put apart is searched for names
// ([Options].Named), and a block that names a listed party goes back to its place in
// the text, the title too. Last, the text is repaired: words run together are parted where the
// document's own words or the caller's support it, quotation marks are balanced,
// odd blanks folded. Each repair is an [Edit], and [Document.Original] maps every
// byte of the text to what was extracted.
//
// # Invariants
//
//   - What is not in Text is in Boilerplate, or is the title; nothing is dropped.
//   - What Options.Named finds is in Text, wherever on the page it stood.
//   - A day that a label calls another one (a birth, a contract, a passport) is not
//     the day of publication.
//   - Bytes of Text outside Edits are those of Extracted at Original.
//   - Nothing is repaired that nothing supports.
//   - A file of any bytes ends with documents or an error, in bounded time and memory:
//     64 MB of it are read, and as much unpacked; a PDF has 10 seconds.
//
// # Limitations
//
// A PDF without a text layer has no text here. A PDF reader that hangs is left
// behind, not stopped. Cyrillic text is taken for Russian. Footnotes, tables and
// columns of a PDF are read line by line across the page. Old Word files (.doc) and
// RTF are not read.
package document
