package compare

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
)

// NormalIdentifier is the key by which an identifier is found: its letters and
// digits, letters in capitals, digits of any width or script as ASCII, without
// the name of its kind in front ("IMO No. 9187629", "ИНН 7707083893") or the
// code of a country ("RU7707083893"), and of what may be a BIC without its
// branch code. Numbers of one key need not be equal: their kinds decide.
func NormalIdentifier(value string) string {
	normal := plain(value)
	if branch.MatchString(normal) && enduse.Country(normal[4:6]).Valid() {
		return normal[:8]
	}
	return withoutCountry(normal)
}

// normal is NormalIdentifier with what the kind allows to be left out, and no
// more: the first letters of a passport number are part of it.
func normal(i enduse.Identifier) string {
	n := plain(i.Value)
	switch i.Kind {
	case enduse.IDBIC: // a branch is no other bank
		if branch.MatchString(n) {
			return n[:8]
		}
	case enduse.IDINN, enduse.IDOGRN, enduse.IDTax, enduse.IDOther:
		return withoutCountry(n)
	default:
	}
	return n
}

// withoutCountry cuts the code of a country off the front of digits.
func withoutCountry(n string) string {
	if prefixed.MatchString(n) && (n[:2] == "EL" || enduse.Country(n[:2]).Valid()) {
		return n[2:]
	}
	return n
}

// plain reduces an identifier to its letters and digits, without the name of
// its kind in front.
func plain(value string) string {
	normal := strings.Map(func(r rune) rune {
		if r >= '！' && r <= '～' {
			r -= '！' - '!'
		}
		switch {
		case r >= '٠' && r <= '٩':
			return r - '٠' + '0'
		case r >= '۰' && r <= '۹':
			return r - '۰' + '0'
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			return -1
		}
		return unicode.ToUpper(r)
	}, value)
	for _, l := range labels {
		if m := l.FindStringSubmatch(normal); m != nil {
			return m[1]
		}
	}
	return normal
}

// labels are what stands before a number on documents and lists, in the form
// that is left without punctuation, and the form of the number.
var labels = []*regexp.Regexp{
	regexp.MustCompile(`^(?:IMO|MMSI|DUNS|INN|ИНН|OGRN|OGRNIP|ОГРН|ОГРНИП|SNILS|СНИЛС|OKPO|ОКПО|KPP|КПП)(?:NUMBER|NO|N)?([0-9]+)$`),
	regexp.MustCompile(`^LEI(?:CODE)?([0-9A-Z]{18}[0-9]{2}|[0-9]+)$`),
	regexp.MustCompile(`^(?:SWIFTBIC|BICSWIFT|SWIFT|BIC)(?:CODE)?([A-Z]{6}[0-9A-Z]{2}(?:[0-9A-Z]{3})?)$`),
	regexp.MustCompile(`^USCC([0-9A-Z]{18})$`),
}

// branch is a BIC of eleven characters (ISO 9362): the last three name a branch
// of the party that the first eight name, XXX the head office.
var branch = regexp.MustCompile(`^[A-Z]{6}[0-9A-Z]{2}[0-9A-Z]{3}$`)

// prefixed is a tax number behind what may be the code of a country. EL is
// Greece there.
var prefixed = regexp.MustCompile(`^[A-Z]{2}[0-9]{7,15}$`)

// shortest is the length below which an identifier whose kind is not certain
// says nothing: "12" is "12" in every register.
const shortest = 6

// Identifiers compares all identifiers of a party with all of an entity's and
// returns the best evidence; strong says that it fixes the identity.
func Identifiers(asked, listed []enduse.Identifier, w IdentifierWeights) (e enduse.Evidence, strong, found bool) {
	conflict := enduse.Evidence{}
	for _, a := range asked {
		for _, l := range listed {
			gain, fixes, method := identifier(a, l, w)
			if method == "" {
				continue
			}
			now := enduse.Evidence{
				Kind: enduse.EvidenceIdentifier, Query: show(a), Listed: show(l),
				Method: method, Weight: w.Strong, Contribution: gain,
			}
			if gain < 0 {
				conflict = now
			} else if !found || gain > e.Contribution {
				e, strong, found = now, fixes, true
			}
		}
	}
	if !found && conflict.Method != "" {
		return conflict, false, true
	}
	return e, strong && conflict.Method == "", found
}

func show(i enduse.Identifier) string {
	s := string(i.Kind) + " " + i.Value
	if i.Country != "" {
		s += " (" + string(i.Country) + ")"
	}
	return s
}

// identifier compares two identifiers; an empty method means that they say
// nothing of each other.
func identifier(a, l enduse.Identifier, w IdentifierWeights) (gain float64, strong bool, method string) {
	same := normal(a) == normal(l)
	if a.Country != "" && l.Country != "" && !a.Country.Compatible(l.Country) {
		return 0, false, "" // two registers
	}
	kinds := related(a.Kind, l.Kind)
	switch {
	case same && a.Kind == l.Kind && a.Strong() && l.Strong():
		return w.Strong, true, "the same number in the same register"
	case same && kinds && len(normal(a)) >= shortest:
		return w.Weak, false, "the same number, the register not certain"
	case !same && a.Kind == l.Kind && single(a.Kind) && a.Check != enduse.CheckWrong && l.Check != enduse.CheckWrong:
		return -w.Conflict, false, "another number in the same register"
	}
	return 0, false, ""
}

// related reports whether two kinds may be the same register under two names.
func related(a, b enduse.IdentifierKind) bool {
	return a == b || a == enduse.IDOther || b == enduse.IDOther || group(a) != 0 && group(a) == group(b)
}

// group puts together the kinds that documents confuse.
func group(k enduse.IdentifierKind) int {
	switch k {
	case enduse.IDTax, enduse.IDINN, enduse.IDRegistration, enduse.IDOGRN, enduse.IDUSCC, enduse.IDOKPO:
		return 1
	case enduse.IDPassport, enduse.IDNational, enduse.IDSNILS, enduse.IDDriver:
		return 2
	default:
		return 0
	}
}

// single reports whether a party has just one number of the kind for life.
func single(k enduse.IdentifierKind) bool {
	switch k {
	case enduse.IDIMO, enduse.IDLEI, enduse.IDINN, enduse.IDOGRN, enduse.IDUSCC, enduse.IDSNILS:
		return true
	default:
		return false
	}
}
