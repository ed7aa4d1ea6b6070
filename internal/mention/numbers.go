package mention

import (
	"bytes"
	"cmp"
	"iter"
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

// numberForm is how numbers of one kind are written in a text: a label, if the
// number means nothing without one, and the number as a group.
type numberForm struct {
	kind enduse.IdentifierKind
	form *regexp.Regexp
	// bare says that there is no label: the check digit must fit, if the kind has one.
	bare bool
}

// between is what may stand between a label and its number.
const between = `[)）]?[\s:：=#№.,–-]*(?:(?i:numbers?|nos?|nummer|num[eé]ro|n[uú]mero|num|nr|n|code|номер|号码|is|of)[\s.:：#º°№-]*)?[(（]?`

// labelled is a number behind one of some labels. A number that goes on is another.
func labelled(kind enduse.IdentifierKind, labels, number string) numberForm {
	return numberForm{kind, regexp.MustCompile(`(?:^|[^\p{L}\p{N}])((?i:` + labels + `)` + between + `(` + number + `))(?:[^\p{L}\p{N}]|$)`), false}
}

func unlabelled(kind enduse.IdentifierKind, number string) numberForm {
	return numberForm{kind, regexp.MustCompile(`(?:^|[^\p{L}\p{N}])((` + number + `))(?:[^\p{L}\p{N}]|$)`), true}
}

// numberForms returns the kinds that are looked for: those of a registry, a bank, a
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

// mostNumbers bounds the numbers of one text that the matcher is asked for.
const mostNumbers = 2000

// numbers finds the listed parties whose numbers a text has.
func (s *search) numbers() (out []Mention) {
	asked := 0
	known := map[string][]enduse.Hit{}
	near := s.numberPlaces()
	for _, f := range s.forms {
		for at := range matches(f.form, s.raw, near) {
			id := checkdigit.Identifier(f.kind, s.raw[at[4]:at[5]], "")
			if f.bare && id.Check == enduse.CheckWrong {
				continue
			}
			key := string(f.kind) + " " + id.Value
			hits, ok := known[key]
			if !ok {
				if asked++; asked > mostNumbers {
					return out
				}
				hits = s.numbered(id)
				known[key] = hits
			}
			if m, ok := s.byNumber(id, at[2], at[3], hits); ok {
				out = append(out, m)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Mention) int { return cmp.Compare(a.Start, b.Start) })
	return withoutOverlap(out)
}

// numberReach is how many bytes before and behind a number its label and the rest of
// it are looked for.
const numberReach = 120

// longNumber is from how many bytes on a word may be a number without a label.
const longNumber = 18

// numberPlaces returns the parts of a text in which a number may stand: around words
// with digits that are long, or have one of labelHeads among the words before. To look
// for forms in these alone, not in the whole text, changes nothing but the time.
func (t *text) numberPlaces() (out []place) {
	head := -1 // where the last begins
	for i := range t.words {
		w := &t.words[i]
		if t.heads(w) {
			head = w.start
		}
		switch {
		case w.end-w.start >= longNumber:
		case head < 0 || w.start-head > numberReach || !t.digit(w) && !t.ofBank(w):
			continue
		}
		first := i
		for first > 0 && (w.start-t.words[first-1].start < numberReach || t.words[first].before == 0) {
			first--
		}
		end := i + 1
		for end < len(t.words) && (t.words[end].end-w.end < numberReach || t.words[end].before == 0) {
			end++
		}
		p := place{t.words[first].start, t.words[end-1].end}
		if k := len(out) - 1; k >= 0 && out[k].end >= p.start {
			out[k].end = max(out[k].end, p.end)
			continue
		}
		out = append(out, p)
	}
	return out
}

// digit reports whether a word has one.
func (t *text) digit(w *word) bool { return strings.ContainsAny(t.raw[w.start:w.end], "0123456789") }

// heads reports whether a word begins a label of a number.
func (t *text) heads(w *word) bool {
	folded := t.folded[w.from:w.to]
	if n := bytes.IndexAny(folded, "0123456789"); n > 0 {
		folded = folded[:n] // "IMO9187629"
	}
	if w.shape == han || labelHeads[string(folded)] || bytes.HasPrefix(folded, passportRU) || t.ofBank(w) {
		return true
	}
	for _, of := range labelTails { // "IMONo. 9187629"
		if rest, ok := bytes.CutSuffix(folded, of); ok && labelHeads[string(rest)] {
			return true
		}
	}
	return false
}

// labelTails are those that between has behind a label, folded.
var labelTails = bytes.Fields([]byte("number numbers no nos nummer numero num nr n code номер is of headings heading codes subheading subheadings"))

// labelHeads are the first words of the labels of numberForms, tariffCode and
// controlCode; passportRU has several ends.
var (
	labelHeads = setOf(`imo имо mmsi inn инн tin tax taxpayer ogrn ogrnip огрн огрнип psrn registration reg okpo окпо uscc unified bic swift свифт
		passport passeport pasaporte reisepass national identification национальный
		hs hts htsus hsn taric ncm schedule customs tariff zolltarif zolltarifnummer warennummer sh partida тн код eccn export dual`)
	passportRU = []byte("паспорт")
)

// place is bytes of a text.
type place struct{ start, end int }

// ofBank reports whether a word begins with the label of a bank's code, which may have
// no digit.
func (t *text) ofBank(w *word) bool {
	folded := string(t.folded[w.from:w.to])
	return strings.HasPrefix(folded, "bic") || strings.HasPrefix(folded, "swift") || strings.HasPrefix(folded, "свифт")
}

// matches visits where a form stands in some places of a text, as
// [regexp.Regexp.FindAllStringSubmatchIndex] gives it.
func matches(form *regexp.Regexp, raw string, places []place) iter.Seq[[]int] {
	return func(yield func([]int) bool) {
		for _, p := range places {
			for _, at := range form.FindAllStringSubmatchIndex(raw[p.start:p.end], -1) {
				for i := range at {
					if at[i] >= 0 {
						at[i] += p.start
					}
				}
				if !yield(at) {
					return
				}
			}
		}
	}
}

// numbered asks for the parties that a number is of.
func (s *search) numbered(id enduse.Identifier) []enduse.Hit {
	return s.names.Hits(enduse.Party{Identifiers: []enduse.Identifier{id}}, numberAlone)
}

// numberAlone is the score from which on a number alone tells a party.
const numberAlone = 0.4

// byNumber makes a mention of the hits of a number.
func (s *search) byNumber(id enduse.Identifier, start, end int, hits []enduse.Hit) (Mention, bool) {
	m := Mention{Kind: ListedParty, Start: start, End: end, Surface: s.raw[start:end]}
	for _, h := range hits {
		if len(h.Evidence) == 0 || len(m.Parties) == mostParties || !has(h.Entity, id) {
			continue
		}
		m.Parties = append(m.Parties, Listing{h.Entity.ID, string(h.Entity.List), h.Entity.Caption(), h.Score.Value, h.Evidence})
	}
	if len(m.Parties) == 0 {
		return m, false
	}
	m.Resolved = m.Parties[0].Name
	if !id.Strong() && !s.issued(start, end, hits) {
		m.Uncertain, m.Why = true, "the number is one of a country that the text does not name"
	}
	return m, true
}

// issued reports whether a country that issued the number is named beside it.
func (s *search) issued(start, end int, hits []enduse.Hit) bool {
	at := s.spanOf(Mention{Start: start, End: end})
	codes := s.countriesIn(max(0, at.first-factsReach), min(len(s.words), at.end+factsReach))
	return slices.ContainsFunc(hits, func(h enduse.Hit) bool {
		return slices.ContainsFunc(h.Entity.Identifiers, func(o enduse.Identifier) bool { return slices.Contains(codes, string(o.Country)) })
	})
}

// has reports whether a number is one of an entity's.
func has(e *enduse.Entity, id enduse.Identifier) bool {
	return slices.ContainsFunc(e.Identifiers, func(o enduse.Identifier) bool { return strings.Contains(digitsOf(o.Value), digitsOf(id.Value)) })
}

// digitsOf is a number without what it may be written with.
func digitsOf(v string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '-', '.', '/', '\u00a0':
			return -1
		}
		return r
	}, strings.ToUpper(v))
}
