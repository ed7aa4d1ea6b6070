package intake

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/number"
)

// prose are fields whose words may name somebody: the goods are for him, made by
// him, delivered to him.
var prose = fieldsWith(cellWords, fText, fPayMethod, fBusiness)

// figures are fields in which words have no place: a name that slipped into one
// must not be lost.
var figures = fieldsWith(cellFigures, fID, fOrderID, fPostalCode, fPhone, fIdentifier, fBirthDate, fFounded, fOrderDate)

// fieldsWith adds the fields of the goods and the terms that hold the same.
func fieldsWith(kind cellKind, fields ...field) []field {
	for _, f := range itemFields {
		if f.cell == kind {
			fields = append(fields, f.columns...)
		}
	}
	for _, x := range terms {
		if kind == cellWords {
			fields = append(fields, x.field)
		}
	}
	return fields
}

// search keeps the values of a column that may name somebody in addition to the parties of
// the record, as texts to search. Numbers by which somebody may be listed are such:
// people write those of registers where they keep their own.
func (t *rowIssues) search(column string, f field, known bool, texts []string) {
	for _, s := range texts {
		switch {
		case placeholder(s):
		case !known, slices.Contains(prose, f):
			if namable(s) || numbered(s, telling(column)) || labelled(s) {
				t.text(column, s)
			}
			t.within(column, s)
		case slices.Contains(figures, f), f.isIdentifier():
			if wordy(s) || f.holdsNumbers() && numbered(s, f != fOrderID) || f != fPhone && labelled(s) {
				t.text(column, s)
			}
		case f == fName, f == fAddress:
			if !strings.ContainsFunc(s, unicode.IsLetter) && numbered(s, true) {
				t.text(column, s)
			}
			t.within(column, s)
		case !f.key() && labelled(s):
			t.text(column, s)
		}
	}
}

// holdsNumbers reports whether numbers of registers are written into a column of a
// field whose own kind they are not of.
func (f field) holdsNumbers() bool { return slices.Contains(numberFields, f) }

var numberFields = []field{
	fID, fOrderID, fIdentifier, identifierMark + field(enduse.IDPassport), identifierMark + field(enduse.IDNational),
	identifierMark + field(enduse.IDTax), identifierMark + field(enduse.IDRegistration),
}

// numbered reports whether a text is a number by which somebody may be found; short
// ones only where the column is one of numbers of parties.
func numbered(s string, short bool) bool {
	found, telling := number.Unnamed(s)
	return len(found) > 0 && (telling || short)
}

// maxWithin bounds the numbers that are looked for among the words of a cell.
const maxWithin = 20

// within keeps the long numbers among the words of a cell: nothing says what they
// are, and a register's number of nine digits is nobody else's by chance.
func (t *rowIssues) within(column, s string) {
	if digitsIn(s) < 7 || len(s) > number.MaxLength || !strings.ContainsFunc(s, unicode.IsLetter) {
		return
	}
	n := 0
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if digits := digitsIn(w); digits < 7 || digits < 9 && digits == len(w) || !numbered(w, false) {
			continue
		}
		if n++; n > maxWithin {
			t.gap(column, fmt.Sprintf("the cell holds more than %d long numbers: the others were not searched", maxWithin), "write them in a column of their own")
			return
		}
		t.text(column, w)
	}
}

// labelled reports whether a text holds a number and names its kind.
func labelled(s string) bool {
	return digitsIn(s) > 4 && len(s) <= number.MaxLength && strings.ContainsFunc(s, unicode.IsLetter) && len(number.Read(s, number.Hints{}).Found) > 0
}

// wide is what parts the cells of another table that were pasted into one.
var wide = regexp.MustCompile(`\t+|\s{2,}`)

// apart keeps the pieces of a name that a tab or several blanks part, to be searched
// each: several parties in one cell. Two blanks may be a slip within a name, so short
// pieces between them are not names.
func (t *rowIssues) apart(column, s string) {
	if !strings.Contains(s, "\t") && !strings.Contains(s, "  ") {
		return
	}
	pieces := wide.Split(strings.TrimSpace(s), -1)
	tab := strings.Contains(s, "\t")
	if len(pieces) < 2 || !tab && slices.ContainsFunc(pieces, func(p string) bool { return len([]rune(p)) < 8 }) {
		return
	}
	if len(pieces) > maxPieces {
		t.gap(column, fmt.Sprintf("the cell holds more than %d names: the others were not searched", maxPieces), "write them in rows of their own")
		pieces = pieces[:maxPieces]
	}
	for _, p := range pieces {
		if namable(p) {
			t.text(column, p)
		}
	}
}

// tellingWords occur in the names of columns of parties, places, numbers of parties
// and ways to reach them.
var tellingWords = index(map[bool]string{true: `imo, mmsi, passport, tax, vat, inn, tin, registration, licence, license, iban, bic, swift, account, phone, tel, mobile, fax, mail, email, port, country, land, city, place, party, name, consignee, shipper, customer, supplier, vendor, vessel, ship, owner, bank, agent, buyer, pasaporte, passeport, pais, pays, puerto, bandera, hafen, schiff, страна, порт, судно, паспорт, банк, 国家, 港, 护照, 银行, 船`})

// telling reports whether a column without a meaning looks as if somebody could be
// found by it.
func telling(column string) bool {
	return slices.ContainsFunc(words(column), func(w string) bool { return tellingWords[w] })
}

func (t *rowIssues) text(column, s string) {
	t.texts = append(t.texts, enduse.Text{Field: column, Text: oneLine(s)})
}

// plain are the words of columns that say yes or no, or how far something is.
var plain = map[string]bool{
	"yes": true, "no": true, "true": true, "false": true, "active": true, "inactive": true, "open": true, "closed": true, "paid": true,
	"unpaid": true, "pending": true, "new": true, "draft": true, "да": true, "нет": true, "ja": true, "nein": true, "oui": true, "non": true,
	"si": true, "是": true, "否": true, "null": true, "none": true, "unknown": true, "nan": true, "undefined": true,
}

// namable reports whether a text may name somebody: it holds a word of three
// letters, or of two in a script of syllables, that is not a code.
func namable(s string) bool {
	if plain[strings.ToLower(strings.TrimSpace(s))] {
		return false
	}
	for w := range strings.FieldsFuncSeq(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) }) {
		letters, digits := 0, digitsIn(w)
		for _, r := range w {
			if unicode.IsLetter(r) {
				letters++
				if r >= 0x2e80 {
					letters++
				}
			}
		}
		if letters > 2 && letters > 2*digits {
			return true
		}
	}
	return false
}

// wordy reports whether a text is words, and neither a number nor a code.
func wordy(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if digitsIn(w) == 0 && namable(w) {
			n++
		}
	}
	return n > 1 || n == 1 && strings.ContainsFunc(s, func(r rune) bool { return r >= 0x2e80 && unicode.IsLetter(r) })
}

var (
	// cellFault is what a spreadsheet shows for a formula that failed, in the language
	// of its user: #REF!, #BEZUG!, #ИМЯ?, #¡VALOR!.
	cellFault = regexp.MustCompile(`#[¡¿]?\p{Lu}[\p{Lu}\d_/.]*[!?]|#(?:REF|NV|Н/Д|N/D|VALUE|NAME|SPILL|CALC|FIELD|NUM)\b|\bErr:\d{3}\b`)
	// sameAs is a cell that names a party of the same record by its role.
	sameAs = regexp.MustCompile(`^(?i:(?:the )?same as|idem|wie|как|mismo que|meme que|même que|同)\s*(?:the )?(.+)$`)
	// lostLetters are what a program wrote for letters that it did not know.
	lostLetters = regexp.MustCompile(`\x{FFFD}|\?{3,}|\pL\?+\pL`)
)

// doubtName leaves a gap for a name that names nobody, or not all of it.
func (t *rowIssues) doubtName(column, s string) {
	switch m := sameAs.FindStringSubmatch(strings.TrimSpace(s)); {
	case cellFault.MatchString(s):
		t.gap(column, "the cell holds the error of a formula: "+short(s), "mend the formula, or paste its value")
	case lostLetters.MatchString(s) && !isNobody(s):
		t.gap(column, "letters of the name are lost: "+short(s), "save the file as UTF-8 in the program that it comes from")
	case m != nil && dict().roles[fold(m[1])] != "":
		t.same = append(t.same, reference{column, short(s), oneLine(s), dict().roles[fold(m[1])]})
	case isNonName(s, nonSame):
		t.same = append(t.same, reference{column: column, text: short(s), name: oneLine(s)})
	case isNobody(s), isNonName(s, nonUnknown, nonElsewhere), m != nil && spaced(s) == spaced("same as "+m[1]):
		t.gap(column, short(s)+" names nobody", "write the name itself, or ask who it is")
	case !strings.ContainsFunc(s, unicode.IsLetter):
		t.gap(column, "the name has no letters: "+short(s), "look whether the columns have shifted")
	}
}

func short(s string) string {
	r := []rune(oneLine(s))
	if len(r) > 60 {
		r = append(r[:60], '…')
	}
	return `"` + string(r) + `"`
}

// reference is a name that is given with another party of the record.
type reference struct {
	column, text string
	name         string
	role         enduse.Role // "" is the party that was named before
}

// resolve says of each reference whether the party that it names is there.
func (t *rowIssues) resolve(parties []enduse.Party) {
	for _, r := range t.same {
		var named *enduse.Party
		for i := range parties {
			p := &parties[i]
			if p.Name == r.name && r.role == "" {
				break // the parties before it count
			}
			if (p.Role == r.role || r.role == "") && p.Name != "" && !sameAs.MatchString(p.Name) && !isNonName(p.Name, nonSame, nonUnknown, nonElsewhere) {
				named = p
			}
		}
		if t.resolved == nil {
			t.resolved = map[string]bool{}
		}
		if named == nil {
			t.resolved[r.name] = false
			t.gap(r.column, r.text+" names nobody: the record has no such party", "write the name itself")
			continue
		}
		t.note("%s: %s is the %s of this record", r.column, r.text, strings.ReplaceAll(string(named.Role), "_", " "))
		t.resolved[r.name] = true
	}
}
