package subject

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/country"
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
	names      []string
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
		if n.Kind != enduse.NameWeakAlias {
			f.names = append(f.names, n.Text)
		}
	}
	for _, a := range e.Addresses {
		if a.Country != "" {
			f.countries = append(f.countries, a.Country)
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
