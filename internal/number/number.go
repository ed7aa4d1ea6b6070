package number

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

// MaxLength is how many bytes of a text are read.
const MaxLength = 4 << 10

// maxFound bounds the numbers that are read in one text.
const maxFound = 32

// Hints say where a text comes from.
type Hints struct {
	// Kind is the kind of the column; "" for a text outside of a column of numbers.
	Kind enduse.IdentifierKind
	// Home holds the countries of the party: the tax number of a Russian party is an INN.
	Home []enduse.Country
	// Vessel says that the party is a ship: seven digits with the check digit of an IMO
	// number are one.
	Vessel bool
	// Bank says that the party is a bank: a word that has the form of a BIC is one.
	Bank bool
}

// Found is a number, its kind, and how it was read.
type Found struct {
	Kind    enduse.IdentifierKind
	Value   string
	Country enduse.Country // if the text itself names it
	How     string         // what was undone to read it, in words; "" for nothing
}

// Identifier returns the number as an identifier, with its check digit verified.
func (f Found) Identifier() enduse.Identifier {
	return checkdigit.Identifier(f.Kind, f.Value, f.Country)
}

// Reading is what was read from a text.
type Reading struct {
	Found []Found
	// Gaps say what should be a number, by its column or its label, and cannot be read
	// as one.
	Gaps []string
	// Rest is the normalised text without the numbers and their labels.
	Rest string
}

func (r *Reading) add(f Found) {
	for _, g := range r.Found {
		if g.Kind == f.Kind && g.Value == f.Value {
			return
		}
	}
	if f.Value != "" && len(r.Found) < maxFound {
		r.Found = append(r.Found, f)
	}
}

func (r *Reading) gap(why string) {
	if len(r.Gaps) < maxFound {
		r.Gaps = append(r.Gaps, why)
	}
}

// Read returns the numbers in a text. A placeholder, such as 0 or N/A, holds none.
func Read(text string, h Hints) Reading {
	if h.Kind == "" && !worthReading(text, h) {
		return Reading{Rest: text}
	}
	if len(text) > MaxLength {
		text = strings.ToValidUTF8(text[:MaxLength], "")
	}
	if h.Kind == "" {
		return readText(clean(text), h, strictLabels())
	}
	return readCell(clean(text), h)
}

// worthReading reports whether a text may hold a number. It is quick, for most names
// hold none.
func worthReading(text string, h Hints) bool {
	if h.Bank {
		return true
	}
	for _, r := range text {
		if r >= '0' && r <= '9' || r > 0x7f && isDigit(r) {
			return true
		}
	}
	return strings.Contains(text, "SWIFT") || strings.Contains(text, "Swift") || strings.Contains(text, "BIC")
}

// Any reads a text that may be a number of any kind. It returns one result for every
// kind whose form and check digit fit, and one of unknown kind; false for a text that is
// more than a number, or less: fewer than six digits say nothing.
func Any(text string) ([]Found, bool) {
	s, how, lost := figure(clean(text))
	plain := compact(s)
	if lost || len(plain) < minUnknown || strings.Trim(plain, "0123456789") != "" || placeholder(plain) {
		r := readText(clean(text), Hints{}, strictLabels())
		return r.Found, len(r.Found) > 0 && !hasAlnum(r.Rest)
	}
	var out []Found
	for _, k := range []enduse.IdentifierKind{enduse.IDIMO, enduse.IDINN, enduse.IDOGRN, enduse.IDSNILS, enduse.IDUSCC, enduse.IDMMSI, enduse.IDDUNS} {
		if fits(k, plain) {
			out = append(out, Found{Kind: k, Value: plain, How: how})
		}
	}
	return append(out, Found{Kind: enduse.IDOther, Value: plain, How: how}), true
}

// minUnknown is the fewest characters of a number of unknown kind that says anything.
const minUnknown = 6
