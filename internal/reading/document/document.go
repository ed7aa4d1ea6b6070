package document

import (
	"sort"

	"github.com/enduse/enduse"
)

// Document is one text with what its page says about it.
type Document struct {
	Title     string
	Source    string      // who is credited with it; empty if nobody is
	Published enduse.Date // zero if not said
	Language  string      // ISO 639-1; empty if not recognised
	// Text is the text itself: paragraphs with a blank line between them, repaired,
	// without Boilerplate, and without the title unless Options.Named finds a name in it.
	Text        string
	Boilerplate []string // what else is on the page, in order
	// Extracted is everything as it was read, boilerplate and mistakes included; Original
	// maps places in Text to it.
	Extracted string
	Edits     []Edit
	// Warnings are gaps: what of the file was not searched.
	Warnings []string
	pieces   []piece
}

// EditKind is what was repaired.
type EditKind string

// The kinds of repair.
const (
	EditSpace EditKind = "space" // a soft hyphen, an odd or a doubled blank
	EditSplit EditKind = "split" // words run together
	EditQuote EditKind = "quote" // a quotation mark
	EditBreak EditKind = "break" // a line break or a hyphen at the end of a line
)

// Edit is a repair: bytes Start to End of Extracted became bytes From to To of Text.
type Edit struct {
	Kind       EditKind
	Start, End int
	From, To   int
}

// piece is a run of bytes of Text that are the same in Extracted.
type piece struct{ text, original int }

// Original returns where a byte of Text is in Extracted; of what was inserted, where the
// text continues.
func (d *Document) Original(offset int) int {
	i := sort.Search(len(d.pieces), func(i int) bool { return d.pieces[i].text > offset }) - 1
	if i < 0 {
		return 0
	}
	at := d.pieces[i].original + offset - d.pieces[i].text
	if i+1 < len(d.pieces) {
		at = min(at, d.pieces[i+1].original)
	}
	return min(at, len(d.Extracted))
}

// Options are what a caller knows.
type Options struct {
	// Known reports whether a word is known: such words are never separated, and support
	// the separation of others. It may be nil.
	Known func(word string) bool
	// Named returns the places at which a text of a language names what must not be taken
	// for boilerplate or cut in two: a listed party. Blocks that have one stay in the text,
	// as does the title. It may be nil.
	Named func(text, language string) []Named
}

// Named is a name in a text: its first byte, and the one after its last.
type Named struct {
	Start, End int
	Exact      bool // it is written as it is listed
}

func (o Options) known(word string) bool { return o.Known != nil && o.Known(word) }
