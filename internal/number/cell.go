package number

import (
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/country"
)

// readCell reads a cell of a column of one kind. What cannot be read as a number of that
// kind is kept as written, and is a gap.
func readCell(s string, h Hints) Reading {
	var r Reading
	if placeholder(s) {
		return r
	}
	plain, how, lost := figure(s)
	switch _, known := shapes[h.Kind]; {
	case lost || rounded(plain):
		r.add(Found{Kind: h.Kind, Value: s})
		r.gap(quoted(s) + ": digits of the number were lost to a spreadsheet")
	case known || h.Kind == enduse.IDWallet:
		readChecked(&r, s, plain, how, h)
	default:
		readUnchecked(&r, plain, how, h)
	}
	return r
}

// readChecked reads a number of a kind whose form is known.
func readChecked(r *Reading, s, plain, how string, h Hints) {
	if v, repaired, ok := repair(h.Kind, plain); ok && !placeholder(v) {
		r.add(Found{h.Kind, v, "", join(how, repaired)})
		return
	}
	if v, ok := withCountry(h.Kind, plain); ok {
		r.add(v)
		return
	}
	sc := &scanner{text: s, tokens: tokens(s), labels: cellLabels()}
	for i := 0; i < len(sc.tokens); i++ {
		if !sc.tokens[i].taken {
			sc.readLabelled(r, i)
		}
	}
	for i := range sc.tokens { // 9187629/PANAMA
		if f, to, ok := sc.valueAt(i, label{kind: h.Kind}); ok && !sc.tokens[i].taken {
			r.add(f)
			sc.take(i, to)
			sc.readKPP(r, f, to)
		}
	}
	for i := range r.Found { // a TIN in a column of INN
		if f := &r.Found[i]; slices.Contains(generic, f.Kind) && fits(h.Kind, f.Value) {
			f.Kind = h.Kind
		}
	}
	rest := sc.remainder()
	switch {
	case len(r.Found) == 0:
		r.Gaps = nil
		r.add(Found{Kind: h.Kind, Value: plain})
		r.gap(quoted(s) + " does not have the form or the check digit of such a number")
	case digitsIn(dates.ReplaceAllString(rest, "")) >= minUnknown:
		r.gap(quoted(rest) + " is in the cell with the number and was not read")
	}
}

// withCountry reads a number that follows the code of its country: RU7707083893.
func withCountry(k enduse.IdentifierKind, s string) (Found, bool) {
	if k != enduse.IDINN && k != enduse.IDOGRN {
		return Found{}, false
	}
	rest, ok := cutFold(s, "RU")
	if !ok || checkdigit.Of(k, rest) != enduse.CheckValid {
		return Found{}, false
	}
	return Found{k, rest, "RU", ""}, true
}

// generic are the kinds of columns in which people write numbers of any register.
var generic = []enduse.IdentifierKind{enduse.IDOther, enduse.IDTax, enduse.IDRegistration}

// readUnchecked reads a number of a kind that has no form of its own.
func readUnchecked(r *Reading, s, how string, h Hints) {
	if m := remark.FindStringIndex(s); m != nil && digitsIn(s[:m[0]]) >= 3 {
		s = strings.Trim(s[:m[0]], " ,.;-")
	}
	if series.MatchString(s) {
		f := readOne(s, h)
		f.How = join(how, f.How)
		r.add(f)
		if c, _, _ := strings.Cut(s, "/"); !enduse.Country(c).Valid() {
			return
		}
	}
	pieces := cut(s)
	if slices.Contains(generic, h.Kind) && len(pieces) > 1 && readPieces(r, pieces) {
		return
	}
	numbers, issuer := sift(pieces)
	switch {
	case len(numbers) == 0 && mustHaveDigits(h.Kind):
		r.add(Found{Kind: h.Kind, Value: s})
		r.gap(quoted(s) + " has no digit: it is no number")
	case len(numbers) == 1 || len(numbers) > 1 && allLong(numbers):
		for _, n := range numbers {
			f := readOne(n, h)
			f.How = join(how, f.How)
			if f.Country == "" {
				f.Country = issuer
			}
			r.add(f)
		}
	default:
		f := readOne(s, h)
		f.How = how
		r.add(f)
	}
}

// series is a number after the letters of its series: B/011641. Two letters may be a
// country.
var series = regexp.MustCompile(`^[A-Z]{1,3}/\d{5,}$`)

// readPieces reads pieces that are each known by a label, a check digit or a position: a
// KPP follows an INN. It returns false if one is not known.
func readPieces(r *Reading, pieces []string) bool {
	var out []Found
	for _, p := range pieces {
		f, ok := labelledPiece(p)
		for _, k := range []enduse.IdentifierKind{enduse.IDINN, enduse.IDOGRN, enduse.IDKPP} {
			check := checkdigit.Of(k, p)
			if !ok && (check == enduse.CheckValid || k == enduse.IDKPP && check != enduse.CheckWrong && len(out) > 0) {
				f, ok = Found{k, p, "", ""}, true
			}
		}
		if !ok {
			return false
		}
		out = append(out, f)
	}
	for _, f := range out {
		r.add(f)
	}
	return true
}

// labelledPiece reads a text that is a label and its number.
func labelledPiece(s string) (Found, bool) {
	sc := &scanner{text: s, tokens: tokens(s), labels: cellLabels()}
	if len(sc.tokens) == 0 {
		return Found{}, false
	}
	l, n, glued, ok := sc.labelAt(0)
	if !ok || n >= len(sc.tokens) {
		return Found{}, false
	}
	from := sc.skip(n)
	if glued > 0 {
		var r Reading
		if sc.readGlued(&r, 0, n, glued, l); len(r.Found) > 0 {
			return r.Found[0], true
		}
		return Found{}, false
	}
	rest := strings.Trim(s[sc.tokens[from].from:], " .:#-=")
	if _, known := shapes[l.kind]; known {
		f, _, ok := sc.valueAt(from, l)
		return f, ok
	}
	return Found{l.kind, rest, l.country, ""}, len(rest) >= 4 && hasDigit(rest)
}

// readOne reads a number of a kind that has no form of its own, without the label or the
// code of the country.
func readOne(s string, h Hints) Found {
	f := Found{Kind: h.Kind, Value: s}
	if l, ok := labelledPiece(s); ok {
		f = l
		if slices.Contains(generic, l.Kind) && !slices.Contains(generic, h.Kind) {
			f.Kind = h.Kind
		}
	}
	if latin := toLatin(strings.ToUpper(f.Value)); latin != strings.ToUpper(f.Value) && plainASCII(latin) {
		f.Value, f.How = latin, "letters of another alphabet read as those that look alike"
	}
	switch f.Kind {
	case enduse.IDTax:
		rest, _ := cutFold(f.Value, "RU")
		if c, number, ok := vat(f.Value); ok {
			f.Value, f.Country = number, c
		} else if checkdigit.Of(enduse.IDINN, rest) == enduse.CheckValid && (rest != f.Value || slices.Contains(h.Home, "RU")) {
			f = Found{enduse.IDINN, rest, "RU", f.How}
		} else if v, how, ok := repair(enduse.IDINN, f.Value); ok && slices.Contains(h.Home, "RU") {
			f = Found{enduse.IDINN, v, "RU", how}
		}
	case enduse.IDOther:
		if r := readText(f.Value, Hints{}, nil); len(r.Found) == 1 && !hasAlnum(r.Rest) {
			f.Kind = r.Found[0].Kind
		}
	case enduse.IDPassport, enduse.IDNational, enduse.IDRegistration, enduse.IDDriver:
		if m := issuerBefore.FindStringSubmatch(f.Value); m != nil && f.Country == "" && (len(m[1]) == 3 || !isDigit(rune(m[2][0]))) {
			if c, ok := country.Parse(m[1]); ok {
				f.Value, f.Country = m[2], c
			}
		}
	default:
	}
	return f
}

// issuerBefore is a number that follows the code of its country: three letters, or two
// if the number has letters of its own. "AE 1234567" may be a series.
var issuerBefore = regexp.MustCompile(`^([A-Z]{3}|[A-Z]{2})[ :-]+([A-Z]{1,3}\d[A-Z0-9]{4,}|\d{7,})$`)

// remark is the beginning of what people write after a number.
var remark = regexp.MustCompile(`(?i)[\s,;]+(?:issued|issue|expir\pL*|exp|valid|dated|date|iss|by|выдан\pL*|от|до|действ\pL*|ausgestellt|gültig|délivré\pL*|valable|du|expedid\pL*|emitid\pL*|vence|válido)(?:[\s.:,]|$)`)

var dates = regexp.MustCompile(`\b(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d\d-\d\d-\d\d)\b`)

var dateLike = regexp.MustCompile(`^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:19|20)\d\d-\d\d-\d\d)$`)

// cut cuts a cell at the marks that separate several things.
func cut(s string) (out []string) {
	for _, p := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(",/;|\n，；、()[]", r) }) {
		if p = strings.Trim(p, " \t"); p != "" {
			out = append(out, p)
		}
	}
	return out
}

// sift separates the pieces that have digits from words, which may include the country
// that issued the number.
func sift(pieces []string) (numbers []string, issuer enduse.Country) {
	for _, p := range pieces {
		switch c, ok := country.Parse(p); {
		case hasDigit(p) && !dateLike.MatchString(p):
			numbers = append(numbers, p)
		case ok && issuer == "":
			issuer = c
		}
	}
	return numbers, issuer
}

func allLong(numbers []string) bool {
	return !slices.ContainsFunc(numbers, func(n string) bool { return sizeOf(n) < minUnknown })
}

// mustHaveDigits reports whether every number of a kind has a digit.
func mustHaveDigits(k enduse.IdentifierKind) bool {
	switch k {
	case enduse.IDPassport, enduse.IDNational, enduse.IDTax, enduse.IDRegistration, enduse.IDDriver, enduse.IDBirthCert:
		return true
	default:
		return false
	}
}

func digitsIn(s string) (n int) {
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			n++
		}
	}
	return n
}

func join(a, b string) string {
	if a != "" && b != "" {
		return a + ", " + b
	}
	return a + b
}

// cutFold cuts off a prefix, in upper or lower case, and what separates it from the
// rest.
func cutFold(s, prefix string) (string, bool) {
	if len(s) > len(prefix) && strings.EqualFold(s[:len(prefix)], prefix) {
		return strings.TrimLeft(s[len(prefix):], " -"), true
	}
	return s, false
}
