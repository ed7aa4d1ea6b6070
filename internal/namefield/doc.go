// Package namefield reads a field that should hold a name and says which names
// may be in it.
//
//	f := namefield.Read("EXAMPLE GLOBAL LLC c/o Almaz-Antey &amp; Co")
//	for _, r := range f.Readings { fmt.Println(r.Text, r.How) }
//
// People write more than a name into a name field, and programs write a name
// otherwise than it was: two parties, an account number, an address, HTML, the
// bytes of another encoding, the letters of another keyboard. [Read] undoes what
// it recognises and returns readings, the field as it is first. There are three
// grades:
//
//   - [Whole] and [Repaired] readings are names like any other: the field itself,
//     and the field with an encoding undone that leaves no doubt (HTML, URL, \u
//     escapes, UTF-8 read as another encoding, a passport's machine-readable zone).
//   - [Part] readings are what is left when a field that names several parties, or
//     holds more than a name, is cut. They are names, but a single common word among
//     them is nobody.
//   - [Guess] readings are what the field would be if it had been written in a way
//     of which there is no sure sign (the wrong keyboard layout, letters reversed,
//     Wade-Giles). They are looked up by their keys alone (see name.Keys): only a
//     listed name of exactly these letters or words is found.
//
// [Vessel] takes off what stands with the name of a ship: its kind, in letters or in
// words, and its voyage.
//
// What cannot be a name is a gap: letters lost to question marks, a spreadsheet's
// error, legal forms alone.
//
// # Invariants
//
//   - A plain name of a few words has one reading, itself, and costs nothing more.
//   - Reading is a pure function. Any bytes will do; work grows with the length of
//     the field, of which no more than [MaxLength] bytes are read, and the number of
//     readings is bounded.
//   - Nothing of a field is ever left out: the whole field is always the first
//     reading.
//
// # Limitations
//
// Connectives are those of connectives.tsv. A part in another language's word order
// ("X's agent Y" in Japanese) is found only by the runs of words in it. Letters that
// were lost to question marks are said, not guessed.
package namefield
