package number

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

// maxPieces is how many groups of characters a number is written in at most.
const maxPieces = 10

// readText searches a text for numbers with a label, and for those whose form leaves no
// doubt.
func readText(text string, h Hints, labels map[string]label) Reading {
	var r Reading
	s := &scanner{text: text, tokens: tokens(text), labels: labels}
	for i := 0; i < len(s.tokens); i++ {
		if !s.tokens[i].taken {
			s.readLabelled(&r, i)
		}
	}
	ship := h.Vessel || s.namesShip()
	for i := range s.tokens {
		if !s.tokens[i].taken {
			s.readUnlabelled(&r, i, ship, h.Bank)
		}
	}
	r.Rest = s.remainder()
	return r
}

// readLabelled reads the number of a label that begins with token i.
func (s *scanner) readLabelled(r *Reading, i int) {
	l, n, glued, ok := s.labelAt(i)
	if !ok {
		return
	}
	if glued > 0 {
		s.readGlued(r, i, i+n, glued, l)
		return
	}
	from := s.skip(i + n)
	switch f, to, ok := s.valueAt(from, l); {
	case ok:
		r.add(f)
		s.take(i, to)
		s.readKPP(r, f, to)
	default:
		if f, at, ok := s.valueBefore(i, l); ok {
			r.add(f)
			s.take(at, i+n)
		} else if why := s.mistypedGap(from, l); why != "" {
			r.gap(why)
		}
	}
}

// readGlued reads a number that is written together with its label: IMO9187629.
func (s *scanner) readGlued(r *Reading, first, i, cut int, l label) {
	old := s.tokens[i]
	s.tokens[i].text, s.tokens[i].from = old.text[cut:], old.from+cut
	f, to, ok := s.valueAt(i, l)
	if _, formed := shapes[l.kind]; ok && formed {
		s.tokens[i].from = old.from
		r.add(f)
		s.take(first, to)
		s.readKPP(r, f, to)
		return
	}
	if why := s.mistypedGap(i, l); why != "" {
		r.gap(why)
	}
	s.tokens[i] = old
}

// valueAt reads the number that begins with token i: the fewest groups of characters that
// have the form of the kind.
func (s *scanner) valueAt(i int, l label) (Found, int, bool) {
	if i >= len(s.tokens) {
		return Found{}, 0, false
	}
	if _, known := shapes[l.kind]; !known && l.kind != enduse.IDWallet {
		return s.readWithoutForm(i, l)
	}
	for j := i; j < len(s.tokens) && j < i+maxPieces; j++ {
		if s.tokens[j].taken || j > i && !isJoint(s.between(j)) {
			break
		}
		raw := s.text[s.tokens[i].from:s.tokens[j].to]
		if plain, how, _ := figure(raw); how != "" {
			if v, _, ok := repair(l.kind, plain); ok {
				return Found{l.kind, v, l.country, how}, j + 1, true
			}
		}
		v, how, ok := repair(l.kind, raw)
		if ok && s.isFraction(j+1) {
			continue
		}
		if ok && l.kind == enduse.IDBIC && raw != strings.ToUpper(raw) {
			ok = false
		}
		if ok && (hasDigit(v) || l.kind == enduse.IDBIC) {
			return Found{l.kind, v, l.country, how}, j + 1, true
		}
	}
	return Found{}, 0, false
}

// isFraction reports whether token j is the decimals of the number before it.
func (s *scanner) isFraction(j int) bool {
	return j < len(s.tokens) && s.between(j) == "." && len(s.tokens[j].text) <= 2 && strings.Trim(s.tokens[j].text, "0123456789") == ""
}

// isJoint reports whether a text may be between two groups of one number.
func isJoint(between string) bool {
	return len(between) <= 2 && strings.Trim(between, " .,'-/_") == "" || between == " - "
}

// readWithoutForm reads a number of a kind without a form after its label: five letters
// and digits or more, with a digit among them.
func (s *scanner) readWithoutForm(i int, l label) (Found, int, bool) {
	size, digits := 0, false
	for j := i; j < len(s.tokens) && j < i+maxPieces; j++ {
		t := s.tokens[j]
		if t.taken || t.han || j > i && !isJoint(s.between(j)) || !hasDigit(t.text) && len(t.text) > 4 || len(t.text) > 24 {
			break
		}
		if _, _, _, other := s.labelAt(j); other && !hasDigit(t.text) {
			break
		}
		size += sizeOf(t.text)
		digits = digits || hasDigit(t.text)
		next := j + 1
		whole := size >= 5 && digits
		if whole && (next >= len(s.tokens) || s.between(next) != "-" && s.between(next) != "/" && s.between(next) != "." || !hasDigit(s.tokens[next].text)) {
			return Found{l.kind, s.text[s.tokens[i].from:t.to], l.country, ""}, next, !l.word
		}
	}
	return Found{}, 0, false
}

// valueBefore reads the number before a label: 9187629 (IMO). Only a check digit shows
// that the label belongs to it.
func (s *scanner) valueBefore(i int, l label) (Found, int, bool) {
	if !shapes[l.kind].checked {
		return Found{}, 0, false
	}
	for j := i - 1; j >= 0 && j > i-maxPieces; j-- {
		if s.tokens[j].taken || j < i-1 && !isJoint(s.between(j+1)) {
			break
		}
		raw := s.text[s.tokens[j].from:s.tokens[i-1].to]
		if v, how, ok := repair(l.kind, raw); ok && hasDigit(v) {
			return Found{l.kind, v, l.country, how}, j, true
		}
	}
	return Found{}, 0, false
}

// readKPP reads the KPP after an INN: 7707083893/770701001.
func (s *scanner) readKPP(r *Reading, f Found, i int) {
	if f.Kind != enduse.IDINN || i >= len(s.tokens) || !isJoint(s.between(i)) {
		return
	}
	if t := s.tokens[i].text; len(t) == 9 && fits(enduse.IDKPP, t) {
		r.add(Found{enduse.IDKPP, t, "", ""})
		s.take(i, i+1)
	}
}

// mistypedGap returns the gap of a label that is followed by a number of the right length
// with a wrong check digit, and "" for any other label.
func (s *scanner) mistypedGap(i int, l label) string {
	if i >= len(s.tokens) {
		return ""
	}
	if !shapes[l.kind].checked {
		return ""
	}
	var b strings.Builder
	for j := i; j < len(s.tokens) && j < i+maxPieces; j++ {
		if s.tokens[j].taken || j > i && !isJoint(s.between(j)) {
			break
		}
		b.WriteString(strings.ToUpper(s.tokens[j].text))
		t := b.String()
		if slices.Contains(lengths[l.kind], len(t)) && hasDigit(t) && !placeholder(t) && strings.Trim(t, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == "" && (!shapes[l.kind].digits || digitsIn(t) == len(t)) {
			return quoted(string(l.kind)+" "+t) + " does not have the check digit of such a number: it may be mistyped"
		}
	}
	return ""
}

// namesShip reports whether a text says that it is about a ship.
func (s *scanner) namesShip() bool {
	ships := shipWords()
	for i, t := range s.tokens {
		w := strings.ToLower(t.text)
		if ships[w] {
			return true
		}
		if i > 0 && len(t.text) == 1 && len(s.between(i)) == 1 && ships[strings.ToLower(s.tokens[i-1].text)+w] {
			return true // M/V
		}
	}
	return false
}

var (
	ethereum = regexp.MustCompile(`^0x[0-9a-fA-F]{40}$`)
	// credit is the form of a unified social credit code (GB 32100-2015): the department
	// and the kind, six digits for the place, nine characters for the organisation and a
	// check character.
	credit = regexp.MustCompile(`^[1-9ANY][1-9][1-8]\d{5}[0-9A-HJ-NP-RTUWXY]{10}$`)
	lei    = regexp.MustCompile(`^[0-9A-Z]{18}\d{2}$`)
	iban   = regexp.MustCompile(`^[A-Z]{2}\d{2}[0-9A-Z]+$`)
)

// readUnlabelled reads a number that has no label and whose form leaves no doubt.
func (s *scanner) readUnlabelled(r *Reading, i int, ship, bank bool) {
	t := s.tokens[i].text
	switch {
	case len(t) == 42 && ethereum.MatchString(t), len(t) >= 26 && len(t) <= 90 && checkdigit.Of(enduse.IDWallet, t) == enduse.CheckValid:
		r.add(Found{enduse.IDWallet, t, "", ""})
	case len(t) == 18 && credit.MatchString(t) && fits(enduse.IDUSCC, t):
		r.add(Found{enduse.IDUSCC, t, "", ""})
	case ship && len(t) == 7 && !placeholder(t) && strings.Trim(t, "0123456789") == "" && fits(enduse.IDIMO, t):
		r.add(Found{enduse.IDIMO, t, "", "seven digits of a ship with the check digit of an IMO number"})
	case bank && (len(t) == 8 || len(t) == 11) && strings.ToUpper(t) == t && fits(enduse.IDBIC, t):
		r.add(Found{enduse.IDBIC, t, "", ""})
	default:
		s.readGrouped(r, i)
		return
	}
	s.take(i, i+1)
}

// readGrouped reads an LEI or an IBAN, which are also written in groups.
func (s *scanner) readGrouped(r *Reading, i int) {
	if first := s.tokens[i].text; len(first) < 4 || !hasDigit(first) && len(first) != 4 {
		return
	}
	var b strings.Builder
	for j := i; j < len(s.tokens) && j < i+maxPieces; j++ {
		if s.tokens[j].taken || j > i && (!isJoint(s.between(j)) || len(s.tokens[j-1].text) != 4) {
			return
		}
		b.WriteString(s.tokens[j].text)
		v := b.String()
		f := Found{Value: v}
		switch {
		case len(v) > 34:
			return
		case len(v) == 20 && lei.MatchString(v) && hasLettersAndDigits(v) && fits(enduse.IDLEI, v):
			f.Kind = enduse.IDLEI
		case len(v) >= 15 && iban.MatchString(v) && fits(enduse.IDIBAN, v):
			f.Kind = enduse.IDIBAN
		default:
			continue
		}
		r.add(f)
		s.take(i, j+1)
		return
	}
}

// hasLettersAndDigits reports whether a text has both.
func hasLettersAndDigits(s string) bool {
	return hasDigit(s) && strings.ContainsFunc(s, unicode.IsLetter)
}

func quoted(s string) string {
	runes := []rune(s)
	if len(runes) > 60 {
		s = string(runes[:60]) + "…"
	}
	return `"` + s + `"`
}
