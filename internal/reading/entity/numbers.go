package entity

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

// numberForm is how numbers of one kind are written in a text: a label, if the number
// means nothing without one, and the number as a group.
type numberForm struct {
	kind enduse.IdentifierKind
	form *regexp.Regexp
	// bare means that there is no label: the check digit must fit, if the kind has one.
	bare bool
}

// labelGap is what may be between a label and its number.
const labelGap = `[)）]?[\s:：=#№.,–-]*(?:(?i:numbers?|nos?|nummer|num[eé]ro|n[uú]mero|num|nr|n|code|номер|号码|is|of)[\s.:：#º°№-]*)?[(（]?`

// labelled is a number after one of some labels. A number with more digits is another.
func labelled(kind enduse.IdentifierKind, labels, number string) numberForm {
	return numberForm{kind, regexp.MustCompile(`(?:^|[^\p{L}\p{N}])((?i:` + labels + `)` + labelGap + `(` + number + `))(?:[^\p{L}\p{N}]|$)`), false}
}

func unlabelled(kind enduse.IdentifierKind, number string) numberForm {
	return numberForm{kind, regexp.MustCompile(`(?:^|[^\p{L}\p{N}])((` + number + `))(?:[^\p{L}\p{N}]|$)`), true}
}

// numberForms returns the forms that are looked for: those of a registry, a bank, a
// ship, a passport and a wallet.
func numberForms() []numberForm {
	return []numberForm{
		labelled(enduse.IDIMO, `IMO|ИМО|国际海事组织编号`, `\d{7}`),
		labelled(enduse.IDMMSI, `MMSI`, `\d{9}`),
		labelled(enduse.IDINN, `INN|ИНН|TIN|Tax ID(?: No\.?)?|Taxpayer(?: ID)?`, `\d{12}|\d{10}`),
		labelled(enduse.IDOGRN, `OGRN|OGRNIP|ОГРН|ОГРНИП|PSRN|Registration(?: ID)?|Reg`, `\d{15}|\d{13}`),
		labelled(enduse.IDOKPO, `OKPO|ОКПО`, `\d{10}|\d{8}`),
		labelled(enduse.IDUSCC, `USCC|Unified Social Credit|统一社会信用代码`, `[0-9A-Z]{18}`),
		labelled(enduse.IDBIC, `BIC|SWIFT(?:/BIC)?|BIC/SWIFT|СВИФТ`, `[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?`),
		labelled(enduse.IDPassport, `passport|passeport|pasaporte|reisepass|паспорт[а-я]*|护照(?:号码?)?`, `[A-Z]{0,3} ?\d{5,10}|\d{2} ?\d{2} ?\d{6}|[A-Z]\d{2}[A-Z]\d{5}`),
		labelled(enduse.IDNational, `National ID|Identification|national identity card|национальный номер|身份证(?:号码?)?`, `[0-9]{6,18}X?`),
		unlabelled(enduse.IDLEI, `[0-9A-Z]{18}\d{2}`),
		unlabelled(enduse.IDUSCC, `[159AY][1239]\d{6}[0-9A-Z]{10}`),
		unlabelled(enduse.IDWallet, `0x[0-9a-fA-F]{40}|bc1[02-9ac-hj-np-z]{11,71}|T[1-9A-HJ-NP-Za-km-z]{33}|[13LDXr][1-9A-HJ-NP-Za-km-z]{25,34}`),
	}
}

// maxNumbers bounds the numbers of one text that the matcher is asked for.
const maxNumbers = 2000

// numbers finds the listed parties whose numbers are in a text.
func (s *listedSearch) numbers() (out []Mention) {
	asked := 0
	known := map[string][]enduse.Hit{}
	places := numberPlaces(s.Text)
	for _, f := range s.lists.numberForms {
		for at := range matchesIn(f.form, s.Raw, places) {
			id := checkdigit.Identifier(f.kind, s.Raw[at[4]:at[5]], "")
			if f.bare && id.Check == enduse.CheckWrong {
				continue
			}
			key := string(f.kind) + " " + id.Value
			hits, ok := known[key]
			if !ok {
				if asked++; asked > maxNumbers {
					return out
				}
				hits = s.lists.matcher.Hits(enduse.Party{Identifiers: []enduse.Identifier{id}}, minNumberScore)
				known[key] = hits
			}
			if m, ok := s.numbered(id, at[2], at[3], hits); ok {
				out = append(out, m)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Mention) int { return cmp.Compare(a.Start, b.Start) })
	return WithoutOverlap(out)
}

// minNumberScore is the score at or above which a number alone identifies a party.
const minNumberScore = 0.4

// numbered makes a mention of the hits of a number.
func (s *listedSearch) numbered(id enduse.Identifier, start, end int, hits []enduse.Hit) (Mention, bool) {
	m := Mention{Kind: ListedParty, Start: start, End: end, Surface: s.Raw[start:end]}
	for _, h := range hits {
		at := slices.IndexFunc(h.All(), func(e *enduse.Entity) bool { return hasIdentifier(e, id) })
		if len(h.Evidence) == 0 || len(m.Parties) == maxParties || at < 0 {
			continue
		}
		e := h.All()[at]
		m.Parties = append(m.Parties, Listing{e.ID, string(e.List), e.Caption(), h.Score.Value, h.Evidence})
	}
	if len(m.Parties) == 0 {
		return m, false
	}
	m.Resolved = m.Parties[0].Name
	if !id.Strong() && !s.issuerNear(&m, hits) {
		m.Uncertain, m.Why = true, "the number is one of a country that the text does not name"
	}
	return m, true
}

// issuerNear reports whether a country that issued a number is named near it.
func (s *listedSearch) issuerNear(m *Mention, hits []enduse.Hit) bool {
	codes := s.countriesNear(s.SpanOf(m))
	return slices.ContainsFunc(hits, func(h enduse.Hit) bool {
		return slices.ContainsFunc(h.All(), func(e *enduse.Entity) bool {
			return slices.ContainsFunc(e.Identifiers, func(o enduse.Identifier) bool { return slices.Contains(codes, string(o.Country)) })
		})
	})
}

// hasIdentifier reports whether a number is one of an entity's.
func hasIdentifier(e *enduse.Entity, id enduse.Identifier) bool {
	return slices.ContainsFunc(e.Identifiers, func(o enduse.Identifier) bool {
		return strings.Contains(withoutSeparators(o.Value), withoutSeparators(id.Value))
	})
}

// withoutSeparators is a number without the marks that it may be written with.
func withoutSeparators(v string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '.', '/', '\u00a0':
			return -1
		}
		return r
	}, strings.ToUpper(v))
}
