package match

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
	"github.com/enduse/enduse/internal/namefield"
	"github.com/enduse/enduse/internal/number"
)

// party is somebody asked about, taken apart once for all comparisons.
type party struct {
	enduse.Party
	names     []asked
	addresses []name.Name
	countries []enduse.Country
	home      compare.Home
	namer     compare.Namer
	gaps      []enduse.Gap
}

// read takes a party apart with all names that its fields may hold.
func (m *Matcher) read(p enduse.Party) party {
	out := party{Party: p, namer: compare.Namer{Weights: m.Weights.Alignment}}
	for _, id := range p.Identifiers {
		if checkdigit.Of(id.Kind, id.Value) == enduse.CheckWrong {
			out.identify(number.Read(id.Value, number.Hints{Kind: id.Kind}).Found)
		}
	}
	for _, text := range append([]string{p.Name}, p.OtherNames...) {
		out.field(m.Index, text)
	}
	out.elsewhere(m.Index)
	out.setFacts()
	return out
}

// field adds the names that a name field may hold.
func (p *party) field(x keys, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	f := namefield.Read(text)
	for _, why := range f.Gaps {
		p.gap(text, why)
	}
	p.numbers(text)
	if p.ship() {
		if ship := namefield.Vessel(text); ship != text {
			p.add(asked{Name: name.Analyse(ship), how: "the ship's name alone", grade: namefield.Repaired})
		}
	}
	for i := range f.Readings {
		p.reading(x, &f.Readings[i])
	}
	if why := p.nameless(text); why != "" && len(f.Gaps) == 0 {
		p.gap(text, why)
	}
	if f.Long {
		p.windows(x, text, "a part of the field", inName)
		for _, r := range f.Readings {
			if r.Grade == namefield.Repaired {
				p.windows(x, r.Text, r.How+", a part of the field", inName)
			}
		}
	}
	p.within(x, text, f.Long) // last: what was found otherwise is surer
}

// shortest is how many words a field has that may hold two names without a sign of
// it: what parts them may be any word of any language.
const shortest = 4

// within looks within the field, as a name, for one that words of trade are around,
// for the names that initials are of, and, where the field has no sign of holding
// several names and so was not searched word by word, for one among a few words.
func (p *party) within(x keys, text string, searched bool) {
	for i := range p.names {
		n := p.names[i].Name
		if n.Text != text {
			continue
		}
		if !searched && len(n.Tokens) >= shortest {
			p.runs(x, &n, "a part of the field", inShort)
		}
		if len(n.Tokens) > 1 {
			p.around(x, &n)
			p.rareWords(x, &n)
			p.initials(x, &n)
		}
		return
	}
}

// rareWords adds, as leads, the words of a name that are all of a listed name but its
// legal form: "Zorvatinel Nizhny Tagil" has that of ZORVATINEL LLC. Such a word is
// long, and no person is called so.
func (p *party) rareWords(x keys, n *name.Name) {
	for k := range n.Tokens {
		t := &n.Tokens[k]
		if t.Class != name.Plain || t.Place || !rareWord(t) {
			continue
		}
		if person, _ := name.Frequency(t.Raw); person > 0 && !ofFirm(n) {
			continue
		}
		for _, text := range append(latinOf(n.Tokens[k:k+1]), t.Raw) {
			if letters, words := name.QuickKeys(text); x.Keyed(words) || x.Keyed(letters) {
				p.add(asked{Name: name.Analyse(text), how: "a rare word of the field", grade: namefield.Guess, weak: true})
			}
		}
	}
}

// rareWord reports whether a word is a lead by itself.
func rareWord(t *name.Token) bool {
	return len(t.Raw) >= rareSize && compare.RareBits(t) >= rareBits
}

// ofFirm reports whether a name has a word of trade, a legal form or a place.
func ofFirm(n *name.Name) bool {
	return slices.ContainsFunc(n.Tokens, func(t name.Token) bool {
		return t.Class == name.Business || t.Class == name.Legal || t.Place
	})
}

// What makes a word of a name a lead by itself.
const (
	rareSize = 9
	rareBits = 14
)

// ship reports whether the party is one.
func (p *party) ship() bool {
	return p.Schema == enduse.SchemaVessel || p.Role == enduse.RoleVessel
}

// numbers adds the identifiers that a text names, such as an IMO number behind the
// name of a ship.
func (p *party) numbers(text string) {
	r := number.Read(text, number.Hints{Vessel: p.ship(), Bank: p.Role == enduse.RoleBank})
	p.identify(r.Found)
	for _, why := range r.Gaps {
		p.gaps = append(p.gaps, enduse.Gap{What: "name " + quoted(text), Why: why, Hint: "write the number in a column of its own, as the register gives it"})
	}
}

// identify adds identifiers that are not there yet.
func (p *party) identify(found []number.Found) {
	for _, f := range found {
		id := f.Identifier()
		if !slices.ContainsFunc(p.Identifiers, func(o enduse.Identifier) bool { return o.Kind == id.Kind && o.Value == id.Value }) {
			p.Identifiers = append(slices.Clip(p.Identifiers), id)
		}
	}
}

// gap says why a name field cannot be read as a name.
func (p *party) gap(text, why string) {
	p.gaps = append(p.gaps, enduse.Gap{What: "name " + quoted(text), Why: why, Hint: "write the name of the party in full, in the letters of any script"})
}

// nameless says why a field that was read names nobody.
func (p *party) nameless(text string) string {
	for i := range p.names {
		if p.names[i].Text != text {
			continue
		}
		if why := namefield.Nameless(&p.names[i].Name); why != "" {
			return why
		}
		if i+1 < len(p.names) && slices.ContainsFunc(p.names[i+1:], func(a asked) bool { return a.grade == namefield.Part && a.IsCutForm() }) {
			return namefield.GapCut
		}
	}
	return ""
}

// reading adds a reading: a guess only where a listed name has its letters, or its
// words.
func (p *party) reading(x keys, r *namefield.Reading) {
	if r.Grade == namefield.Guess {
		letters, words := name.QuickKeys(r.Text)
		known := x.Keyed(letters) || x.Keyed(words)
		if !known && !r.Words {
			return
		}
		n := name.Analyse(r.Text)
		if !known && !x.Keyed(n.Words) && !x.Keyed(n.Core) && !x.Keyed(n.Confusable) {
			for _, text := range latinOf(n.Tokens) {
				p.reading(x, &namefield.Reading{Text: text, Grade: namefield.Guess, How: r.How, Words: r.Words, Place: r.Place})
			}
			return
		}
		p.add(asked{Name: n, how: r.How, grade: r.Grade, place: r.Place})
		return
	}
	n := name.Analyse(r.Text)
	if r.Grade == namefield.Part {
		if n.IsNobody() {
			return
		}
		n.Acronym = "" // the initials of a part are nobody's
	}
	p.add(asked{Name: n, how: r.How, grade: r.Grade, place: r.Place})
}

// add adds a name that is not there yet.
func (p *party) add(a asked) {
	if len(a.Tokens) == 0 || len(p.names) >= maxNames {
		return
	}
	for i := range p.names {
		if p.names[i].Folded == a.Folded {
			return
		}
	}
	a.kind = a.IsGeneric()
	p.names = append(p.names, a)
}

// maxNames bounds the names that are compared for a party.
const maxNames = 200

// elsewhere looks for listed names in what the party states beside its name: they
// stand in addresses, in the field of the country, in web and e-mail addresses.
func (p *party) elsewhere(x keys) {
	for _, a := range p.Addresses {
		for _, text := range []string{a.Text, a.Street, a.City, a.Region, a.CountryText, a.Note} {
			p.misplaced(x, text)
		}
	}
	for _, text := range []string{p.Email, p.Website} {
		if text == "" {
			continue
		}
		f := namefield.Read(text)
		for i := range f.Readings {
			if r := &f.Readings[i]; r.Grade >= namefield.Part {
				r.Grade, r.Words = namefield.Guess, true
				p.reading(x, r)
			}
		}
	}
	p.windows(x, p.Business, "in the line of business", inText)
	p.windows(x, p.Management, "in the management", inName)
}

// misplaced looks for a name in a field of an address: the whole field may be one.
func (p *party) misplaced(x keys, text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	p.windows(x, text, "in the address", inText)
	if digits(text) <= maxDigits && len(strings.Fields(text)) <= maxMisplaced {
		p.reading(x, &namefield.Reading{Text: text, Grade: namefield.Guess, How: "in the address", Words: true})
	}
}

// maxMisplaced is how many words a field of an address has that may be a name.
const maxMisplaced = 10

// maxDigits is how many digits it has: a house has a number, and so have few names.
const maxDigits = 2

func digits(text string) (n int) {
	for i := range len(text) {
		if '0' <= text[i] && text[i] <= '9' {
			n++
		}
	}
	return n
}

func (p *party) setFacts() {
	for _, a := range p.Addresses {
		if n := name.Analyse(a.String()); len(n.Tokens) > 1 {
			p.addresses = append(p.addresses, n)
		}
		if a.Country != "" {
			p.countries = append(p.countries, a.Country)
		}
	}
	p.countries = append(p.countries, p.Countries...)
	p.home = compare.Home{Countries: slices.Clip(p.countries), Nationalities: p.Nationalities}
	p.countries = append(p.countries, p.Nationalities...)
}

// known says what is known of the party beside names and identifiers.
func (p *party) known() compare.Facts {
	return compare.Facts{
		BirthDate: !p.BirthDate.IsZero(), BirthPlace: p.BirthPlace != "", Country: len(p.countries) > 0,
		Gender: p.Gender != "", Address: len(p.addresses) > 0, Schema: p.Schema != "",
	}
}

// searched are the names that are searched for by all their words; guesses are
// looked up by their keys.
func (p *party) searched() (names []name.Name, keys []uint64) {
	for i := range p.names {
		a := &p.names[i]
		if a.grade < namefield.Guess {
			names = append(names, a.Name)
		} else {
			keys = append(keys, a.Letters, a.Words, a.Core, a.Confusable, a.Turned)
		}
	}
	return names, keys
}

func (p *party) identifiers() []string {
	var out []string
	for _, id := range p.Identifiers {
		out = append(out, compare.IdentifierKeys(id)...)
	}
	return out
}

// quoted is the beginning of a text in quotation marks.
func quoted(text string) string {
	runes := []rune(text)
	if len(runes) > 60 {
		text = string(runes[:60]) + "…"
	}
	return `"` + text + `"`
}
