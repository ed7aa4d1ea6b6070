package compare

import (
	"regexp"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
)

// NormalIdentifier reduces an identifier to its letters and digits, letters in
// capitals, digits of any width or script as ASCII, without the name of its
// kind in front ("IMO No. 9187629", "ИНН 7707083893"), and a BIC without the
// branch code of a head office.
func NormalIdentifier(value string) string {
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
			normal = m[1]
			break
		}
	}
	if headOffice.MatchString(normal) {
		return normal[:8]
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

// headOffice is a BIC that names the head office, as the eight letters alone do.
var headOffice = regexp.MustCompile(`^[A-Z]{6}[0-9A-Z]{2}XXX$`)

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
	same := NormalIdentifier(a.Value) == NormalIdentifier(l.Value)
	if a.Country != "" && l.Country != "" && !a.Country.Compatible(l.Country) {
		return 0, false, "" // two registers
	}
	kinds := related(a.Kind, l.Kind)
	switch {
	case same && a.Kind == l.Kind && a.Strong() && l.Strong():
		return w.Strong, true, "the same number in the same register"
	case same && kinds && len(NormalIdentifier(a.Value)) >= shortest:
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
