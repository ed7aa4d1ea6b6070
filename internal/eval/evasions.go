package eval

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/enduse/enduse"
)

// Evasions returns the ways to disguise a listed name, by accident or on purpose.
// The class of each has its group: "encoding/html_entities". An evasion changes the
// whole field of a record, not a word.
func Evasions() []Manipulation {
	all := []Manipulation{}
	for _, group := range []struct {
		name string
		ways []way
	}{
		{"control", controlWays},
		{"unicode", unicodeWays},
		{"letters", letterWays},
		{"encoding", encodingWays},
		{"several", severalWays},
		{"around", aroundWays},
		{"parts", partWays},
		{"field", fieldWays},
		{"cyrillic", cyrillicWays},
		{"arabic", arabicWays},
		{"chinese", chineseWays},
	} {
		for _, w := range group.ways {
			all = append(all, Manipulation{Class: group.name + "/" + w.class, Doc: w.doc, Of: w.of, change: w.change})
		}
	}
	return all
}

// way is an evasion without its group.
type way struct {
	class, doc string
	of         bearers
	change     func(rng *rand.Rand, name string) (string, bool)
}

// field returns the field that holds the name; "" is the name field.
func (m Manipulation) field() string {
	field, ok := strings.CutPrefix(m.Class, "field/")
	if !ok {
		return ""
	}
	return field
}

// PartyOf returns a party with a query in one of its fields; "" is the name.
func PartyOf(query, field string) enduse.Party {
	p := enduse.Party{Role: enduse.RoleParty, Name: stranger}
	switch field {
	case "address", "street":
		p.Addresses = []enduse.Address{{Text: query}}
	case "country":
		p.Addresses = []enduse.Address{{CountryText: query}}
	case "email":
		p.Email = query
	case "website":
		p.Website = query
	case "management":
		p.Management = query
	case "business":
		p.Business = query
	case "other_names", "person":
		p.OtherNames = []string{query}
	default:
		p.Name = query
	}
	return p
}

// always wraps a change that is not random and never fails.
func always(change func(name string) string) func(*rand.Rand, string) (string, bool) {
	return func(_ *rand.Rand, name string) (string, bool) { return change(name), true }
}

// latin wraps a change for names in Latin letters.
func latin(change func(name string) string) func(*rand.Rand, string) (string, bool) {
	return func(_ *rand.Rand, name string) (string, bool) {
		if !mostly(name, "Latn") {
			return "", false
		}
		out := change(name)
		return out, out != ""
	}
}

var controlWays = []way{
	{"as_written", "as it is listed", everybody, always(func(s string) string { return s + " " })},
	{"capitals", "in capitals", everybody, always(func(s string) string { return " " + strings.ToUpper(s) })},
	{"small_letters", "in small letters", everybody, always(func(s string) string { return " " + strings.ToLower(s) })},
}

// stranger is a party on no list, whose name is written next to a listed one.
const stranger = "EXAMPLE GLOBAL LLC"

// strangerFirst makes a change that writes a stranger before the name.
func strangerFirst(between string) func(*rand.Rand, string) (string, bool) {
	return always(func(s string) string { return stranger + between + s })
}

// strangerLast makes a change that writes a stranger after the name.
func strangerLast(between string) func(*rand.Rand, string) (string, bool) {
	return always(func(s string) string { return s + between + stranger })
}

var severalWays = []way{
	{"and", "A and B", everybody, strangerFirst(" and ")},
	{"ampersand", "A & B", everybody, strangerFirst(" & ")},
	{"stroke", "A / B", everybody, strangerFirst(" / ")},
	{"stroke_tight", "A/B", everybody, strangerFirst("/")},
	{"semicolon", "A; B", everybody, strangerFirst("; ")},
	{"comma", "A, B", everybody, strangerFirst(", ")},
	{"comma_first", "B, A", everybody, strangerLast(", ")},
	{"plus", "A + B", everybody, strangerFirst(" + ")},
	{"or", "A or B", everybody, strangerFirst(" or ")},
	{"dash", "A - B", everybody, strangerFirst(" - ")},
	{"care_of", "A c/o B", everybody, strangerFirst(" c/o ")},
	{"care_of_first", "B c/o A", everybody, strangerLast(" C/O ")},
	{"on_behalf_of", "A on behalf of B", everybody, strangerFirst(" on behalf of ")},
	{"account_of", "A for the account of B", everybody, strangerFirst(" for the account of ")},
	{"trading_as", "A t/a B", everybody, strangerFirst(" t/a ")},
	{"formerly_short", "A f/k/a B", everybody, strangerFirst(" f/k/a ")},
	{"formerly", "A (formerly B)", everybody, always(func(s string) string { return stranger + " (formerly " + s + ")" })},
	{"brackets", "A (B)", everybody, always(func(s string) string { return stranger + " (" + s + ")" })},
	{"attention", "A attn B", everybody, strangerFirst(" attn ")},
	{"represented", "A represented by B", everybody, strangerFirst(" represented by ")},
	{"subsidiary", "A, a subsidiary of B", everybody, strangerFirst(", a subsidiary of ")},
	{"in_vertretung", "A i.V. B", everybody, strangerFirst(" i.V. ")},
	{"russian_and", "A и B", everybody, strangerFirst(" и ")},
	{"chinese_for", "A 代 B", everybody, strangerFirst(" 代 ")},
	{"four", "A, B, C and D", everybody, always(func(s string) string { return "Example One Ltd, Sample Two GmbH, " + s + " and Demo Four SA" })},
	{"bar", "A | B", everybody, strangerFirst(" | ")},
	{"arrow", "A → B", everybody, strangerFirst(" → ")},
	{"tab", "A tab B", everybody, strangerFirst("\t")},
	{"to_order", "to the order of B", everybody, always(func(s string) string { return "TO THE ORDER OF " + s })},
	{"im_auftrag", "A im Auftrag von B", everybody, strangerFirst(" im Auftrag von ")},
	{"pour_compte", "A pour le compte de B", everybody, strangerFirst(" pour le compte de ")},
	{"por_cuenta", "A por cuenta de B", everybody, strangerFirst(" por cuenta de ")},
}

var words100 = strings.Repeat("the goods were shipped under the contract and payment was made against documents as agreed between the parties ", 6)

var aroundWays = []way{
	{"title", "a title in front", ofPeople, always(func(s string) string { return "Mr Dr " + s })},
	{"excellency", "honorifics in front", ofPeople, always(func(s string) string { return "His Excellency General Haji " + s })},
	{"title_behind", "titles after the name", ofPeople, func(rng *rand.Rand, s string) (string, bool) {
		return joined(givenFirst(s)) + pickOne(rng, []string{", PhD, MBA", ", Esq.", " Jr.", ", LL.M., CPA", " MD", " OBE", ", Dipl.-Ing."}), true
	}},
	{"messrs", "Messrs in front", ofOthers, func(rng *rand.Rand, s string) (string, bool) {
		return pickOne(rng, []string{"Messrs ", "M/s ", "M/S. ", "The ", "MESSRS. "}) + s, true
	}},
	{"other_form", "another legal form after the name", ofOthers, func(rng *rand.Rand, s string) (string, bool) {
		_, rest, before, ok := formOf(s)
		return rest + pickOne(rng, []string{" d.o.o.", " GmbH", " S.r.l.", " Sp. z o.o.", " AG", " Pte. Ltd.", " S.A. de C.V.", " B.V.", " Oy", " FZCO", " Kft.", " W.L.L.", " SARL"}), ok && !before
	}},
	{"form_in_front", "a legal form in front", ofOthers, func(rng *rand.Rand, s string) (string, bool) {
		_, rest, _, ok := formOf(s)
		return pickOne(rng, []string{"ООО ", "TOO ", "PT ", "UAB ", "SIA ", "AO ", "CV ", "SC "}) + rest, ok
	}},
	{"no_form", "no legal form", ofOthers, func(_ *rand.Rand, s string) (string, bool) {
		_, rest, _, ok := formOf(s)
		return rest, ok
	}},
	{"trade_word", "Group, Trading or Holding after the name", ofOthers, func(rng *rand.Rand, s string) (string, bool) {
		return s + " " + pickOne(rng, []string{"Trading", "Holding", "Group"}), true
	}},
	{"branch", "(HK) or a branch after the name", ofOthers, func(rng *rand.Rand, s string) (string, bool) {
		return s + pickOne(rng, []string{" (HK)", " Dubai Branch", " - Istanbul Branch", ", Moscow"}), true
	}},
	{"account", "an account number in front", everybody, always(func(s string) string { return "DE89370400440532013000 " + s })},
	{"passport", "a passport number and a birth date after the name", everybody, always(func(s string) string {
		return s + " PASSPORT N1234567 DOB 12.03.1971"
	})},
	{"line_number", "the line number of a payment message", everybody, always(func(s string) string { return "1/" + s })},
	{"amount", "an amount and a reference after the name", everybody, always(func(s string) string { return s + " INV 2026/117 EUR 12.500,00" })},
	{"address", "an address after the name", everybody, always(func(s string) string { return s + ", Lenina 15, Minsk" })},
	{"text_5", "within five words", everybody, always(func(s string) string { return "payment for goods to " + s + " thanks" })},
	{"text_20", "within twenty words", everybody, always(func(s string) string {
		return "please release the goods to " + s + " against presentation of the original documents and inform us of the delivery date by mail"
	})},
	{"text_100", "within a hundred words", everybody, always(func(s string) string { return words100 + s + " " + words100 })},
	{"cut_35_prefix", "cut at 35 letters with 15 in front", everybody, func(_ *rand.Rand, s string) (string, bool) {
		return cutRunes("BY ORDER 12345 "+s, 35), len([]rune(s)) > 8
	}},
	{"cut_35", "cut at 35 letters", everybody, func(_ *rand.Rand, s string) (string, bool) { return cutRunes(s, 35), len([]rune(s)) > 35 }},
	{"cut_20", "cut at 20 letters", everybody, func(_ *rand.Rand, s string) (string, bool) { return cutRunes(s, 20), len([]rune(s)) > 20 }},
}

func cutRunes(s string, n int) string {
	r := []rune(s)
	return strings.TrimSpace(string(r[:min(len(r), n)]))
}

var partWays = []way{
	{"last_word", "the last word alone", ofPeople, func(_ *rand.Rand, s string) (string, bool) {
		w := givenFirst(s)
		return w[len(w)-1], len(w) > 1
	}},
	{"first_two", "the first two words", ofOthers, func(_ *rand.Rand, s string) (string, bool) {
		w := wordsOf(s)
		return joined(w[:min(len(w), 2)]), len(w) > 2
	}},
	{"initial_last", "an initial and the last word", ofPeople, firstAsInitial},
	{"initials", "initials alone", ofPeople, func(_ *rand.Rand, s string) (string, bool) { return initialsOf(givenFirst(s)), len(wordsOf(s)) > 1 }},
	{"last_initials", "the last word, then initials", ofPeople, func(_ *rand.Rand, s string) (string, bool) {
		w := givenFirst(s)
		return w[len(w)-1] + " " + initialsOf(w[:len(w)-1]), len(w) > 1
	}},
	{"first_last", "the first and the last word", ofPeople, func(_ *rand.Rand, s string) (string, bool) {
		w := givenFirst(s)
		return w[0] + " " + w[len(w)-1], len(w) > 2
	}},
	{"acronym", "the initials of a firm", ofOthers, func(_ *rand.Rand, s string) (string, bool) {
		w := lettersOnly(s)
		return strings.ToUpper(strings.ReplaceAll(strings.ReplaceAll(initialsOf(w), ".", ""), " ", "")), len(w) > 2
	}},
}

// initialsOf returns the first letters of words, each with a dot.
func initialsOf(w []string) string {
	out := make([]string, len(w))
	for i := range w {
		first, _ := utf8.DecodeRuneInString(w[i])
		out[i] = string(unicode.ToUpper(first)) + "."
	}
	return joined(out)
}

// fieldWays put the name into another field of the party; see [Generated].
var fieldWays = []way{
	{"address", "in the address of another party", everybody, always(func(s string) string { return s + "\n" })},
	{"street", "in the address, with a street", everybody, always(func(s string) string { return s + ", 15 Example Street" })},
	{"country", "in the field of the country", everybody, always(func(s string) string { return s + "\n" })},
	{"email", "in the e-mail address", everybody, latin(func(s string) string { return strings.ToLower(strings.Join(lettersOnly(s), ".")) + "@example.com" })},
	{"website", "in the web address", everybody, latin(func(s string) string {
		return "https://www." + strings.ToLower(strings.Join(lettersOnly(s), "")) + ".com/"
	})},
	{"business", "in the line of business", everybody, always(func(s string) string { return "agent of " + s })},
	{"person", "a person in addition to a company, from columns of a first and a last name", ofPeople, func(_ *rand.Rand, s string) (string, bool) {
		w := givenFirst(s)
		return joined(w), len(w) > 1
	}},
	{"management", "among the managers", everybody, always(func(s string) string { return "Anna Example; " + s })},
	{"other_names", "among the other names", everybody, always(func(s string) string { return s + "\n" })},
}

// lettersOnly returns the words of a name, reduced to Latin letters.
func lettersOnly(s string) (out []string) {
	for _, w := range givenFirst(s) {
		kept := strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
				return r
			}
			return -1
		}, w)
		if kept != "" {
			out = append(out, kept)
		}
	}
	return out
}
