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

// Party is a party or a text of a query, read once for all comparisons.
type Party struct {
	enduse.Party
	names     []asked
	addresses []name.Name
	countries []enduse.Country
	home      compare.Home
	namer     compare.Namer
	gaps      []enduse.Gap
}

// Party reads a party, with all names that its fields may hold, for Search.
func (m *Matcher) Party(p enduse.Party) *Party {
	out := &Party{Party: p, namer: compare.Namer{Weights: m.Weights.Alignment}}
	for _, id := range p.Identifiers {
		if checkdigit.Of(id.Kind, id.Value) == enduse.CheckWrong {
			out.addIdentifiers(number.Read(id.Value, number.Hints{Kind: id.Kind}).Found)
		}
	}
	for _, text := range append([]string{p.Name}, p.OtherNames...) {
		out.readField(m.Index, text)
	}
	out.readOtherFields(m.Index)
	out.setFacts()
	return out
}

// readField adds the names that a name field may hold.
func (p *Party) readField(x keySet, text string) {
	if strings.TrimSpace(text) == "" {
		return
	}
	f := namefield.Read(text)
	for _, why := range f.Gaps {
		p.addGap(text, why)
	}
	p.addNumbers(text)
	if p.isVessel() {
		if ship := namefield.Vessel(text); ship != text {
			p.add(asked{Name: name.Analyse(ship), how: "the ship's name alone", grade: namefield.Repaired})
		}
	}
	for i := range f.Readings {
		p.addReading(x, &f.Readings[i])
	}
	if why := p.whyNameless(text); why != "" && len(f.Gaps) == 0 {
		p.addGap(text, why)
	}
	if f.Long {
		p.addWindows(x, text, "a part of the field", inName)
		for _, r := range f.Readings {
			if r.Grade == namefield.Repaired {
				p.addWindows(x, r.Text, r.How+", a part of the field", inName)
			}
		}
	}
	p.searchWithin(x, text, f.Long) // last: the other names are more certain
}

// minWords is the number of words of a field that may hold two names without a
// separator that is known: any word of any language may separate them.
const minWords = 4

// searchWithin looks for listed names within a field that was read as one name: a
// name that words of trade surround, rare words, and the names that initials may
// abbreviate. Where the field has no sign of holding several names, and so was not
// searched word by word, it also looks at every run of words.
func (p *Party) searchWithin(x keySet, text string, searched bool) {
	for i := range p.names {
		n := p.names[i].Name
		if n.Text != text {
			continue
		}
		if !searched && len(n.Tokens) >= minWords {
			p.addRuns(x, &n, "a part of the field", inShort)
		}
		if len(n.Tokens) > 1 {
			p.addWithoutTrade(x, &n)
			p.addRareWords(x, &n)
			p.addFromInitials(x, &n)
		}
		return
	}
}

// addRareWords adds, as leads, each word of a name that is a whole listed name except
// for its legal form: "Zorvatinel Nizhny Tagil" has the word of ZORVATINEL LLC. Such a
// word is long, and it is not a name of people.
func (p *Party) addRareWords(x keySet, n *name.Name) {
	for k := range n.Tokens {
		t := &n.Tokens[k]
		if t.Class != name.Plain || t.Place || !isRareWord(t) {
			continue
		}
		if person, _ := name.Frequency(t.Raw); person > 0 && !isOfFirm(n) {
			continue
		}
		for _, text := range append(latinOf(n.Tokens[k:k+1]), t.Raw) {
			if letters, words := name.QuickKeys(text); x.Keyed(words) || x.Keyed(letters) {
				p.add(asked{Name: name.Analyse(text), how: "a rare word of the field", grade: namefield.Guess, weak: true})
			}
		}
	}
}

// isRareWord reports whether a word is a lead by itself.
func isRareWord(t *name.Token) bool {
	return len(t.Raw) >= minRareSize && compare.RareBits(t) >= minRareBits
}

// isOfFirm reports whether a name has a word of trade, a legal form or a place.
func isOfFirm(n *name.Name) bool {
	return slices.ContainsFunc(n.Tokens, func(t name.Token) bool {
		return t.Class == name.Business || t.Class == name.Legal || t.Place
	})
}

// The least that makes a word of a name a lead by itself.
const (
	minRareSize = 9  // letters
	minRareBits = 14 // information
)

// isVessel reports whether the party is a ship.
func (p *Party) isVessel() bool {
	return p.Schema == enduse.SchemaVessel || p.Role == enduse.RoleVessel
}

// addNumbers adds the identifiers that a text contains, such as an IMO number after
// the name of a ship.
func (p *Party) addNumbers(text string) {
	r := number.Read(text, number.Hints{Vessel: p.isVessel(), Bank: p.Role == enduse.RoleBank})
	p.addIdentifiers(r.Found)
	for _, why := range r.Gaps {
		p.gaps = append(p.gaps, enduse.Gap{
			What: "name " + quoted(text), Why: why, Hint: "write the number in a column of its own, as the register gives it",
		})
	}
}

// addIdentifiers adds those that the party does not have yet.
func (p *Party) addIdentifiers(found []number.Found) {
	for _, f := range found {
		id := f.Identifier()
		if !slices.ContainsFunc(p.Identifiers, func(o enduse.Identifier) bool { return o.Kind == id.Kind && o.Value == id.Value }) {
			p.Identifiers = append(slices.Clip(p.Identifiers), id)
		}
	}
}

// addGap adds why a name field cannot be read as a name.
func (p *Party) addGap(text, why string) {
	p.gaps = append(p.gaps, enduse.Gap{
		What: "name " + quoted(text), Why: why, Hint: "write the name of the party in full, in the letters of any script",
	})
}

// whyNameless returns why a field that was read names nobody; "" if it names somebody.
func (p *Party) whyNameless(text string) string {
	for i := range p.names {
		if p.names[i].Text != text {
			continue
		}
		if why := namefield.Nameless(&p.names[i].Name); why != "" {
			return why
		}
		if slices.ContainsFunc(p.names[i+1:], func(a asked) bool { return a.grade == namefield.Part && a.IsCutForm() }) {
			return namefield.GapCut
		}
	}
	return ""
}

// addReading adds a reading of a field. A guess is added only where a listed name has
// its letters or its words.
func (p *Party) addReading(x keySet, r *namefield.Reading) {
	if r.Grade == namefield.Guess {
		letters, words := name.QuickKeys(r.Text)
		known := x.Keyed(letters) || x.Keyed(words)
		if !known && !r.Words {
			return
		}
		n := name.Analyse(r.Text)
		if !known && !x.Keyed(n.Words) && !x.Keyed(n.Core) && !x.Keyed(n.Confusable) {
			for _, text := range latinOf(n.Tokens) {
				p.addReading(x, &namefield.Reading{Text: text, Grade: namefield.Guess, How: r.How, Words: r.Words, Place: r.Place})
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
		n.Acronym = "" // the initials of a part are not a name
	}
	p.add(asked{Name: n, how: r.How, grade: r.Grade, place: r.Place})
}

// add adds a name that the party does not have yet.
func (p *Party) add(a asked) {
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

// maxNames bounds the names of a party.
const maxNames = 200

// readOtherFields looks for listed names in the other fields of the party: addresses,
// the field of the country, web and e-mail addresses, business and management.
func (p *Party) readOtherFields(x keySet) {
	for _, a := range p.Addresses {
		for _, text := range []string{a.Text, a.Street, a.City, a.Region, a.CountryText, a.Note} {
			p.searchAddress(x, text)
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
				p.addReading(x, r)
			}
		}
	}
	p.addWindows(x, p.Business, "in the line of business", inText)
	p.addWindows(x, p.Management, "in the management", inName)
}

// searchAddress looks for a name in a field of an address: a part of it, or all.
func (p *Party) searchAddress(x keySet, text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	p.addWindows(x, text, "in the address", inText)
	if countDigits(text) <= maxDigits && len(strings.Fields(text)) <= maxMisplaced {
		p.addReading(x, &namefield.Reading{Text: text, Grade: namefield.Guess, How: "in the address", Words: true})
	}
}

// maxMisplaced is the most words that a field of an address may have to be a name.
const maxMisplaced = 10

// maxDigits is the most digits that it may have: houses have numbers, and few names do.
const maxDigits = 2

func countDigits(text string) (n int) {
	for i := range len(text) {
		if '0' <= text[i] && text[i] <= '9' {
			n++
		}
	}
	return n
}

func (p *Party) setFacts() {
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

// known returns which facts of the party are known, apart from names and identifiers.
func (p *Party) known() compare.Facts {
	return compare.Facts{
		BirthDate: !p.BirthDate.IsZero(), BirthPlace: p.BirthPlace != "", Country: len(p.countries) > 0,
		Gender: p.Gender != "", Address: len(p.addresses) > 0, Schema: p.Schema != "",
	}
}

// searched returns the names to search for by all their words, and the keys of
// guesses, which are only looked up.
func (p *Party) searched() (names []name.Name, keys []uint64) {
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

func (p *Party) identifiers() []string {
	var out []string
	for _, id := range p.Identifiers {
		out = append(out, compare.IdentifierKeys(id)...)
	}
	return out
}

// quoted returns the beginning of a text in quotation marks.
func quoted(text string) string {
	runes := []rune(text)
	if len(runes) > 60 {
		text = string(runes[:60]) + "…"
	}
	return `"` + text + `"`
}
