package compare

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
)

// NormalIdentifier returns the key by which an identifier is found: its letters and digits,
// with letters in capitals and digits of any width or script as ASCII. The name of its kind
// ("IMO No. 9187629", "ИНН 7707083893"), the code of a country ("RU7707083893") and the
// branch code of what may be a BIC are left out. Numbers with one key need not be equal:
// their kinds decide.
func NormalIdentifier(value string) string {
	normal := withoutLabel(value)
	if branch.MatchString(normal) && enduse.Country(normal[4:6]).Valid() {
		return normal[:8]
	}
	return withoutCountry(normal)
}

// IdentifierKeys returns the keys of listed identifiers that may equal one that is asked
// about: its own key and, if a spreadsheet may have dropped leading zeros, those with more
// zeros and with none.
func IdentifierKeys(i enduse.Identifier) []string {
	n := NormalIdentifier(i.Value)
	if n == "" {
		return nil
	}
	keys := []string{n}
	core := strings.TrimLeft(n, "0")
	if !mayLoseZeros(i.Kind) || !onlyDigits(n) || len(core) < minUncertain {
		return keys
	}
	for zeros := range maxZeros + 1 {
		if k := strings.Repeat("0", zeros) + core; k != n {
			keys = append(keys, k)
		}
	}
	return keys
}

// maxZeros is how many leading zeros a listed number may have to be found.
const maxZeros = 4

// normal is NormalIdentifier, but leaves out only what the kind allows: the first letters
// of a passport number are part of it.
func normal(i enduse.Identifier) string {
	n := withoutLabel(i.Value)
	switch i.Kind {
	case enduse.IDBIC: // a branch is not another bank
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

// withoutLabel reduces an identifier to its letters and digits, without the name of its
// kind.
func withoutLabel(value string) string {
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

// labels are the names of kinds before a number on documents and lists, without
// punctuation, each followed by the form of the number.
var labels = []*regexp.Regexp{
	regexp.MustCompile(`^(?:IMO|MMSI|DUNS|INN|ИНН|OGRN|OGRNIP|ОГРН|ОГРНИП|SNILS|СНИЛС|OKPO|ОКПО|KPP|КПП)(?:NUMBER|NO|N)?([0-9]+)$`),
	regexp.MustCompile(`^LEI(?:CODE)?([0-9A-Z]{18}[0-9]{2}|[0-9]+)$`),
	regexp.MustCompile(`^(?:SWIFTBIC|BICSWIFT|SWIFT|BIC)(?:CODE)?([A-Z]{6}[0-9A-Z]{2}(?:[0-9A-Z]{3})?)$`),
	regexp.MustCompile(`^USCC([0-9A-Z]{18})$`),
}

// branch is a BIC of eleven characters (ISO 9362): the last three name a branch
// of the party that the first eight name, XXX the head office.
var branch = regexp.MustCompile(`^[A-Z]{6}[0-9A-Z]{2}[0-9A-Z]{3}$`)

// prefixed is a tax number after what may be the code of a country; EL is Greece.
var prefixed = regexp.MustCompile(`^[A-Z]{2}[0-9]{7,15}$`)

// minUncertain is the least length of an identifier of uncertain kind that says anything:
// "12" is "12" in every register.
const minUncertain = 6

// IdentifierResult is what the comparison of identifiers found.
type IdentifierResult struct {
	Evidence enduse.Evidence // the best; the zero value without any
	Strong   bool            // it fixes the identity
	// Equal says that two numbers of one kind are equal, that they are too long to be equal
	// by chance, and that they were not issued by two countries: whatever the names are,
	// somebody must look at this.
	Equal bool
	// Conflict says that both have numbers of a kind that one has once for life, and that
	// none of these agree.
	Conflict bool
}

// Found reports whether there is any evidence.
func (n *IdentifierResult) Found() bool { return n.Evidence.Method != "" }

// Identifiers compares all identifiers of a party with all of an entity. If there are
// several of one kind, one that agrees is enough. An identifier without an issuing country
// is taken to be issued by a country of the party.
func Identifiers(asked, listed []enduse.Identifier, home Home, w IdentifierWeights) (out IdentifierResult) {
	found := false
	agreed, against := map[enduse.IdentifierKind]bool{}, map[enduse.IdentifierKind]enduse.Evidence{}
	for _, a := range asked {
		for _, l := range listed {
			p := pairOf(a, l, home)
			gain, fixes, method := p.weigh(w)
			if method == "" {
				continue
			}
			now := enduse.Evidence{
				Kind: enduse.EvidenceIdentifier, Query: show(a), Listed: show(l),
				Method: method, Weight: w.Strong, Contribution: gain,
			}
			out.Equal = out.Equal || p.isTelling()
			switch {
			case gain < 0:
				if old, ok := against[a.Kind]; !ok || gain < old.Contribution {
					against[a.Kind] = now
				}
			case !found || gain > out.Evidence.Contribution || gain == out.Evidence.Contribution && fixes:
				found, out.Evidence, out.Strong = true, now, fixes
				fallthrough
			default:
				agreed[a.Kind], agreed[l.Kind] = true, true
			}
		}
	}
	for kind, e := range against {
		out.Conflict = out.Conflict || !agreed[kind]
		switch {
		case agreed[kind]:
		case found:
			out.Strong = false
		case e.Contribution < out.Evidence.Contribution || e.Contribution == out.Evidence.Contribution && e.Query < out.Evidence.Query:
			out.Evidence = e
		}
	}
	return out
}

// Home is what is known about where a party is from.
type Home struct {
	Nationalities []enduse.Country
	Countries     []enduse.Country // of registration, residence, address and flag
}

func show(i enduse.Identifier) string {
	s := string(i.Kind) + " " + i.Value
	if i.Country != "" {
		s += " (" + string(i.Country) + ")"
	}
	return s
}

// numberPair is an identifier of a party and one of an entity.
type numberPair struct {
	asked, listed enduse.Identifier
	a, l          string // their normal forms
	same          bool
	zeros         bool // the same except for leading zeros
	issuer        issuer
}

// issuer is what is known about whether one register issued two numbers.
type issuer int

const (
	issuerOpen     issuer = iota // one of the countries is not known
	issuerStated                 // both are stated, and agree
	issuerLikely                 // the country of the party is that of the listed number
	issuerUnlikely               // it is another
	issuerOther                  // both are stated, and differ
)

func pairOf(a, l enduse.Identifier, home Home) numberPair {
	p := numberPair{asked: a, listed: l, a: normal(a), l: normal(l)}
	p.same = p.a == p.l
	if !p.same && a.Kind == l.Kind && mayLoseZeros(a.Kind) {
		x, y := strings.TrimLeft(p.a, "0"), strings.TrimLeft(p.l, "0")
		p.zeros = x == y && len(x) >= minUncertain && onlyDigits(x)
	}
	p.issuer = issuerOf(a, l, home)
	return p
}

// issuerOf compares the countries of two numbers. The documents of a person are issued by
// the country of the nationality, if that is stated; the residence is not a conflict.
func issuerOf(a, l enduse.Identifier, home Home) issuer {
	likely := slices.Concat(home.Nationalities, home.Countries)
	against := likely
	if group(a.Kind) == personal {
		against = home.Nationalities
	}
	switch {
	case l.Country == "":
		return issuerOpen
	case a.Country != "" && a.Country.Compatible(l.Country):
		return issuerStated
	case a.Country != "":
		return issuerOther
	case slices.ContainsFunc(likely, l.Country.Compatible):
		return issuerLikely
	case len(against) > 0:
		return issuerUnlikely
	}
	return issuerOpen
}

// mayLoseZeros reports whether numbers of a kind have many lengths, so that leading zeros
// that a spreadsheet dropped cannot be restored.
func mayLoseZeros(k enduse.IdentifierKind) bool {
	switch k {
	case enduse.IDPassport, enduse.IDNational, enduse.IDTax, enduse.IDRegistration, enduse.IDDriver, enduse.IDOKPO, enduse.IDOther:
		return true
	default:
		return false
	}
}

func onlyDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// weigh returns what the pair adds; an empty method means that it is no evidence.
func (p *numberPair) weigh(w IdentifierWeights) (gain float64, strong bool, method string) {
	kind := p.asked.Kind
	one := kind == p.listed.Kind
	ofParty := p.asked
	if p.issuer == issuerLikely {
		ofParty.Country = p.listed.Country
	}
	valid := p.asked.Check != enduse.CheckWrong && p.listed.Check != enduse.CheckWrong
	switch {
	case p.issuer == issuerOther:
		return 0, false, "" // two registers
	case p.same && one && p.asked.Strong() && p.listed.Strong():
		return w.Strong, true, "the same number in the same register"
	case p.same && one && kind != enduse.IDRegistration && ofParty.Strong() && p.listed.Strong() && p.isTelling():
		return w.Strong, false, "the same number, listed as of the party's own country"
	case (p.same || p.zeros) && related(kind, p.listed.Kind) && min(len(p.a), len(p.l)) >= minUncertain:
		if p.zeros {
			return w.Weak, false, "the same number but for zeros in front, which spreadsheets drop"
		}
		return w.Weak, false, "the same number, the register not certain"
	case one && !p.same && isForLife(kind) && p.asked.Check == enduse.CheckValid && p.listed.Check == enduse.CheckValid:
		return -w.Another, false, "another number in the same register; both are valid, and a party has one for life"
	case one && !p.same && isForLife(kind) && valid:
		return -w.Conflict, false, "another number in the same register"
	}
	return 0, false, ""
}

// isTelling reports whether the two are one number that is not equal by chance: it has six
// characters if the kinds are equal, eight if one kind is not known, nine if documents
// confuse the kinds; it is not made up; two countries did not issue it.
func (p *numberPair) isTelling() bool {
	minLength := minUncertain
	switch {
	case p.asked.Kind == p.listed.Kind && p.asked.Kind != enduse.IDOther:
	case p.asked.Kind == enduse.IDOther || p.listed.Kind == enduse.IDOther:
		minLength = minOther
	case related(p.asked.Kind, p.listed.Kind):
		minLength = minConfused
	default:
		return false
	}
	if !p.same && !p.zeros || p.issuer == issuerOther || p.issuer == issuerUnlikely {
		return false
	}
	n := p.a
	if len(p.l) < len(n) {
		n = p.l
	}
	return len(n) >= minLength && !isMadeUp(n)
}

// The least lengths of a telling number whose kind is not known, or is one of those that
// documents confuse.
const (
	minOther    = 8
	minConfused = 9
)

// isMadeUp reports whether a number looks as if it was written to fill a field: 111111,
// 123456, 100000, 121212.
func isMadeUp(n string) bool {
	core := strings.Trim(n, "0")
	if len(core) < 3 {
		return true
	}
	up, down := true, true
	characters := map[byte]bool{}
	for i := range len(core) {
		characters[core[i]] = true
		if i > 0 {
			up = up && core[i] == core[i-1]+1
			down = down && core[i]+1 == core[i-1]
		}
	}
	return len(characters) < 3 || up || down
}

// related reports whether two kinds may be one register under two names.
func related(a, b enduse.IdentifierKind) bool {
	return a == b || a == enduse.IDOther || b == enduse.IDOther || group(a) != 0 && group(a) == group(b)
}

// personal is the group of personal documents.
const personal = 2

// group returns the same number for kinds that documents confuse; 0 for other kinds.
func group(k enduse.IdentifierKind) int {
	switch k {
	case enduse.IDTax, enduse.IDINN, enduse.IDRegistration, enduse.IDOGRN, enduse.IDUSCC, enduse.IDOKPO:
		return 1
	case enduse.IDPassport, enduse.IDNational, enduse.IDSNILS, enduse.IDDriver:
		return personal
	default:
		return 0
	}
}

// isForLife reports whether a party has just one number of the kind for life.
func isForLife(k enduse.IdentifierKind) bool {
	switch k {
	case enduse.IDIMO, enduse.IDLEI, enduse.IDINN, enduse.IDOGRN, enduse.IDUSCC, enduse.IDSNILS:
		return true
	default:
		return false
	}
}
