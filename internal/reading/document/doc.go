// Package document reads documents as they are: a scraped page, a mail, a PDF, a Word
// document, a feed. It returns the clean text, what else is on the page, and what it
// repaired:
//
//	all, err := document.Read(ctx, "page.html", file, document.Options{})
//	all[0].Title, all[0].Text, all[0].Boilerplate
//
// [Read] recognises the format by content, then by name, and the encoding by what the
// file says and by its bytes. Readability separates the article of an HTML page from the
// rest. Then, whatever the format: phrases of navigation, sharing and cookies (page.yaml
// of each language of the lexicon) and short lines at both ends are boilerplate; the title
// is what the page says, or the line that is twice at its head; the source is who is
// credited, in a line or a dateline; the language is recognised by script and frequent
// words. Boilerplate is searched for names ([Options].Named), and a block that names a
// listed party is put back into its place in the text; so is the title. Last, the text is
// repaired: words run together are separated where the document's own words or the
// caller's support it, quotation marks are balanced, odd blanks folded. Each repair is an
// [Edit], and [Document.Original] maps every byte of the text to what was extracted.
//
// # Invariants
//
//   - What is not in Text is in Boilerplate, or is the title; nothing is dropped.
//   - What Options.Named finds is in Text, wherever on the page it was.
//   - A day that a label calls another one (a birth, a contract, a passport) is not the day
//     of publication.
//   - Bytes of Text outside Edits are those of Extracted at Original.
//   - Nothing is repaired that nothing supports.
//   - A file of any bytes ends with documents or an error, in bounded time and memory: 64
//     MB of it are read, and as much unpacked; a PDF has 10 seconds.
//
// # Limitations
//
// A PDF without a text layer has no text here. A PDF reader that hangs is abandoned, not
// stopped. Cyrillic text is taken for Russian. Footnotes, tables and columns of a PDF are
// read line by line across the page. Old Word files (.doc) and RTF are not read.
package document
