package subject

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/name"
)

// facts are what the rules need of an entity.
type facts struct {
	number     int32
	id         enduse.EntityID
	source     enduse.SourceID
	list       enduse.ListID
	schema     enduse.Schema
	numbered   string   // the publisher's number, after the name of the numbering
	references []string // of the United Nations
	numbers    []enduse.Identifier
	births     []enduse.Date
	gender     enduse.Gender
	countries  []enduse.Country
	names      []fullName
}

// fullName is a name of two words or more, with the keys by which an equal one is found.
type fullName struct {
	text  string
	words uint64 // of its words as they are written
	form  uint64 // of a firm's words with its legal forms in one spelling; 0 for others
}

// fullNameOf returns the keys of a name. "CO., LIMITED" and "Co., Ltd." are one legal form;
// "LLC" and "JSC" are two, and so may be the firms that have them.
func fullNameOf(text string, schema enduse.Schema) (fullName, bool) {
	if len(strings.Fields(text)) < 2 {
		return fullName{}, false
	}
	f := fullName{text: text}
	if _, f.words = name.QuickKeys(text); schema == enduse.SchemaPerson || isCraft(schema) {
		return f, true
	}
	n, words := name.Analyse(text), 0
	for i := range n.Tokens {
		if t := &n.Tokens[i]; t.Class == name.Legal {
			f.form += name.LettersKey(formMark + t.Text)
		} else {
			f.form += t.WordKey()
			words++
		}
	}
	if words < minFormWords {
		f.form = 0
	}
	return f, true
}

// minFormWords is the fewest words besides legal forms of a name whose forms may be
// spelled otherwise: of firms with one word ("Zvezda JSC", "PJSC Zvezda") too many are two;
// docs/subjects.md has the measurement.
const minFormWords = 2

// formMark keeps a legal form apart from the same letters as a word.
const formMark = "form "

// equals reports whether two names are one, apart from the spelling of legal forms.
func (f fullName) equals(g fullName) bool {
	return f.words == g.words || f.form != 0 && f.form == g.form
}

// numberings are the publishers that number a party once for all their lists and files,
// by the beginning of the name of the list. OFAC: "UID", the same in the SDN list, in the
// consolidated non-SDN list and in the Consolidated Screening List's copies of both
// (SDN Data Formats and Data Schemas, ofac.treasury.gov).
var numberings = []struct{ lists, name string }{
	{"ofac-", "ofac"},
}

// numberOf returns the publisher's number of an entity: "ofac-sdn:36" and the copy
// "us-csl:ofac-sdn.36" have "ofac 36". It is "" where the list has no such numbers.
func numberOf(e *enduse.Entity) string {
	for _, n := range numberings {
		if !strings.HasPrefix(string(e.List), n.lists) {
			continue
		}
		_, own, _ := strings.Cut(string(e.ID), ":")
		if rest, ok := strings.CutPrefix(own, string(e.List)+"."); ok {
			own = rest
		} else if !strings.HasPrefix(string(e.Source), n.lists) {
			return ""
		}
		if strings.Trim(own, "0123456789") == "" && own != "" {
			return n.name + " " + own
		}
	}
	return ""
}

// reference is the form of the permanent reference number of an entry of the Security
// Council's lists: the regime, i for an individual or e for an entity, and three digits
// (un.org/securitycouncil/content/un-sc-consolidated-list).
var reference = regexp.MustCompile(`^[A-Z]{2}[ie]\.\d{3}$`)

// referencesOf returns the references by which an entity cites the United Nations' list,
// and its own if it is of that list.
func referencesOf(e *enduse.Entity) (out []string) {
	_, own, _ := strings.Cut(string(e.ID), ":")
	if e.List == "un-sc" && reference.MatchString(own) {
		return []string{own}
	}
	for _, id := range e.Identifiers {
		if v := strings.TrimSpace(id.Value); id.Kind == enduse.IDOfficial && reference.MatchString(v) && !slices.Contains(out, v) {
			out = append(out, v)
		}
	}
	return out
}

// hasOneHolder reports whether a number is of a kind that no two parties share. Wallets,
// accounts and BICs are shared by those who use them, and radio identities pass to the
// next ship.
func hasOneHolder(i enduse.Identifier) bool {
	switch i.Kind {
	case enduse.IDPassport, enduse.IDNational, enduse.IDTax, enduse.IDRegistration,
		enduse.IDINN, enduse.IDOGRN, enduse.IDUSCC, enduse.IDSNILS, enduse.IDLEI, enduse.IDIMO:
		return i.Strong()
	default:
		return false
	}
}

func factsOf(number int32, e *enduse.Entity) facts {
	f := facts{
		number: number, id: e.ID, source: e.Source, list: e.List, schema: e.Schema,
		numbered: numberOf(e), references: referencesOf(e), births: e.BirthDates, gender: e.Gender,
		countries: slices.Concat(e.Countries, e.Nationalities),
	}
	for _, id := range e.Identifiers {
		if hasOneHolder(id) {
			f.numbers = append(f.numbers, id)
		}
	}
	for _, n := range e.Names {
		if full, ok := fullNameOf(n.Text, e.Schema); ok && n.Kind != enduse.NameWeakAlias {
			f.names = append(f.names, full)
		}
	}
	for _, a := range e.Addresses {
		if a.Country != "" {
			f.countries = append(f.countries, a.Country)
			continue
		}
		for piece := range strings.FieldsFuncSeq(a.Text, func(r rune) bool { return r == ',' || r == ';' }) {
			if c, ok := country.Parse(piece); ok && len(strings.TrimSpace(piece)) > 3 {
				f.countries = append(f.countries, c)
			}
		}
	}
	if len(f.countries) == 0 {
		f.countries = countriesOfPrograms(e.Designations)
	}
	return f
}

// countriesOfPrograms returns the countries that programmes are named after, for an
// entity that has no country otherwise: "Belarus", "EU-RUS", "RUSSIA-EO14024".
func countriesOfPrograms(designations []enduse.Designation) (out []enduse.Country) {
	for _, d := range designations {
		for _, text := range append(strings.FieldsFunc(d.Program, func(r rune) bool { return r == '-' || r == ';' || r == ',' }), d.Program) {
			if c, ok := country.Parse(text); ok && len(text) > 2 && !slices.Contains(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// one is the weight of any agreement or conflict: only the sign counts here.
const one = 1

var (
	weighNumbers = compare.IdentifierWeights{Strong: one, Conflict: one, Another: one}
	weighBirths  = compare.BirthDateWeights{Day: one, Month: one, Year: one, Swapped: one, Conflict: one, SameYear: -one, Near: -one}
	weighAgree   = compare.AgreeWeights{Agree: one, Conflict: one}
)

// excluded reports whether two entities cannot be one party, whatever a publisher's
// number says.
func (f *facts) excluded(g *facts) bool {
	switch {
	case f.source == g.source && f.list == g.list:
		return true
	case f.numbered != "" && g.numbered != "" && f.list == g.list && f.numbered != g.numbered:
		return true
	case len(f.references) > 0 && len(g.references) > 0 && !shareOne(f.references, g.references):
		return true
	}
	_, other := compare.Schemas(f.schema, g.schema, weighAgree)
	return other
}

// contradicts reports whether facts of two entities differ that one party has once:
// birth dates, gender, and numbers for life.
func (f *facts) contradicts(g *facts) bool {
	if e, known := compare.Genders(f.gender, g.gender, weighAgree); known && e.Contribution < 0 {
		return true
	}
	if n := compare.Identifiers(f.numbers, g.numbers, compare.Home{}, weighNumbers); n.Conflict {
		return true
	}
	return f.otherBirth(g)
}

// otherBirth reports whether both have birth dates and none of them agree.
func (f *facts) otherBirth(g *facts) bool {
	known := false
	for _, d := range f.births {
		e, ok := compare.BirthDates(d, g.births, weighBirths)
		if ok && e.Contribution > 0 {
			return false
		}
		known = known || ok
	}
	return known
}

func shareOne[T comparable](a, b []T) bool {
	return slices.ContainsFunc(a, func(v T) bool { return slices.Contains(b, v) })
}

func byNumber(a, b facts) int { return cmp.Compare(a.number, b.number) }
