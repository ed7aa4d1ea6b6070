// Package charset finds out the encoding of bytes from the bytes alone, and decodes them:
//
//	text, err := charset.Decoder(charset.Guess(sample)).Bytes(b)
//
// [ByMark] recognises byte-order marks and UTF-16; [Guess] distinguishes UTF-8, Chinese,
// Russian and western encodings by what their letters do: sequences that are valid,
// accented letters among plain ones, the frequencies of Russian letters. [Named] returns
// an encoding by its name, and [Garbled] recognises text that was decoded by a wrong one.
//
// # Invariants
//
//   - Any bytes have a guess; none fails or panics.
//   - One broken sequence in twenty does not make UTF-8 another encoding.
//
// # Limitations
//
// Few bytes outside ASCII show little: give as large a sample as there is. Encodings
// of other scripts (Greek, Hebrew, Japanese, Korean) are not guessed; name them.
package charset
