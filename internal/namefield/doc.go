// Package namefield reads a field that should hold a name, and returns the names that
// may be in it.
//
//	f := namefield.Read("EXAMPLE GLOBAL LLC c/o Almaz-Antey &amp; Co")
//	for _, r := range f.Readings {
//		fmt.Println(r.Text, r.How)
//	}
//
// How it works. People write more than a name into a name field: two parties, an account
// number, an address. Programs change what was written: into HTML, the bytes of another
// encoding, the letters of another keyboard. [Read] undoes what it recognises and returns
// readings, the field as it is first. A reading has one of these grades:
//
//   - [Whole] and [Repaired] readings are names like any other: the field itself, and
//     the field with an encoding undone that leaves no doubt (HTML, URL, \u escapes,
//     UTF-8 read as another encoding, the machine-readable zone of a passport).
//   - [Part] readings are what is left when a field that names several parties, or holds
//     more than a name, is cut. They are names, but a part that is one common word names
//     nobody.
//   - [Guess] readings are what the field would be had it been written in a way that
//     leaves no sure sign (the wrong keyboard layout, letters reversed, Wade-Giles). They
//     are looked up by their keys alone (see name.Keys): only a listed name of exactly
//     these letters or words is found.
//
// [Vessel] takes off what people add to the name of a ship: its kind, in letters or in
// words, and its voyage.
//
// What cannot be a name is a gap: letters lost to question marks, an error of a
// spreadsheet, legal forms alone. The words of languages are in connectives.tsv,
// words.tsv and nobodies.tsv.
//
// # Invariants
//
//   - A plain name of a few words has one reading, itself, and costs nothing more.
//   - Reading is a pure function. Any bytes will do; work grows with the length of the
//     field. No more than [MaxLength] bytes are read, and the number of readings is
//     bounded.
//   - Nothing of a field is ever left out: the whole field is always the first reading.
//
// # Limitations
//
// The connectives are those of connectives.tsv. A part in the word order of another
// language ("X's agent Y" in Japanese) is found only by the runs of words in it. Letters
// that were lost to question marks are reported, not guessed.
package namefield
