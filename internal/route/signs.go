package route

import (
	"strings"
	"sync"
	"unicode"

	"github.com/enduse/enduse"
)

// sign is the place that a calling code or a domain points to.
type sign struct{ code, what string }

var signs = sync.OnceValue(func() map[string]map[string]sign {
	all := map[string]map[string]sign{"phone": {}, "domain": {}}
	for _, r := range readTable("signs.csv") {
		all[r[0]][r[1]] = sign{r[2], r[3]}
	}
	return all
})

var namesakes = sync.OnceValue(func() map[string][]enduse.Country {
	all := map[string][]enduse.Country{}
	for _, r := range readTable("namesakes.csv") {
		for c := range strings.FieldsSeq(r[1]) {
			all[fold(r[0])] = append(all[fold(r[0])], enduse.Country(c))
		}
	}
	return all
})

// hints are the places that the numbers, mailboxes and sites of a party point to.
// None of them proves it: a calling code and a domain go everywhere.
func hints(p *enduse.Party) (spots []spot) {
	for _, f := range []struct{ name, text string }{{"phone", p.Phone}, {"email", p.Email}, {"website", p.Website}} {
		for _, s := range signsIn(f.text, f.name == "phone") {
			spots = append(spots, s.spot(f.name))
		}
	}
	for _, a := range p.Addresses {
		for _, s := range signsIn(a.String(), false) {
			spots = append(spots, s.spot("address"))
		}
	}
	for _, s := range signsIn(p.Name, false) { // a contact that is a mailbox
		spots = append(spots, s.spot("name"))
	}
	return spots
}

type signText struct {
	text string
	sign
}

// spot is the place that a sign points to.
func (s signText) spot(field string) spot {
	at := Location{Code: s.code, Name: nameOf(s.code), Kind: "sign", Country: enduse.Country(s.code[:2])}
	return spot{at: at, field: field, text: s.text + " (" + s.what + ")", weight: hint}
}

// signsIn finds phone numbers with a calling code, mailboxes and sites in a text.
// A field that is one of these needs no mark in front of them.
func signsIn(text string, phone bool) (found []signText) {
	if len(text) > maxAddress {
		text = text[:maxAddress]
	}
	for piece := range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(",;|\n\r\t<>", r) }) {
		if s, ok := calling(piece, phone); ok {
			found = append(found, signText{strings.TrimSpace(piece), s})
		}
		if phone {
			continue
		}
		for word := range strings.FieldsSeq(piece) {
			if s, ok := domain(word); ok {
				found = append(found, signText{word, s})
			}
		}
	}
	return found
}

// calling reads the calling code of a number that begins with + or, in a field of
// numbers, with 00 or 011.
func calling(text string, phone bool) (sign, bool) {
	_, digits, plus := strings.Cut(text, "+")
	if !plus {
		if !phone {
			return sign{}, false
		}
		digits = text
	}
	digits = strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, digits)
	if !plus {
		rest, ok := strings.CutPrefix(digits, "00")
		if !ok {
			rest, ok = strings.CutPrefix(digits, "011")
		}
		if !ok {
			return sign{}, false
		}
		digits = rest
	}
	if len(digits) < 7 || len(digits) > 15 {
		return sign{}, false
	}
	for n := 4; n > 0; n-- {
		if s, ok := signs()["phone"][digits[:n]]; ok {
			return s, true
		}
	}
	return sign{}, false
}

// domain reads the last part of the domain of a mailbox or a site.
func domain(word string) (sign, bool) {
	word = strings.ToLower(strings.Trim(word, "\"'()[]., "))
	if _, host, ok := strings.Cut(word, "@"); ok {
		word = host
	}
	if _, rest, ok := strings.Cut(word, "://"); ok {
		word = rest
	}
	host := word
	if end := strings.IndexAny(word, "/?#:"); end >= 0 {
		host = word[:end]
	}
	host = strings.TrimRight(host, ".")
	if !strings.Contains(host, ".") {
		return sign{}, false
	}
	top := host[strings.LastIndexByte(host, '.')+1:]
	first, _, _ := strings.Cut(host, ".")
	s, ok := signs()["domain"][top]
	return s, ok && first != "" && !strings.ContainsFunc(first, unicode.IsSpace)
}
