package match

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/index"
)

// scoreOf compares a party with an entity, whatever the score.
func scoreOf(e *enduse.Entity, p enduse.Party) enduse.Hit {
	m := matcher(e)
	asked := m.Party(p)
	s := candidates{found: []index.Candidate{{ByFact: true}}}
	return m.hit(asked, s, m.best(asked, s))
}

// TestAliasNeverLowers adds a name to an entity.
func TestAliasNeverLowers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		names := rapid.SliceOfN(someName(), 1, 3).Draw(t, "names")
		p := enduse.Party{Name: someName().Draw(t, "asked")}
		before := scoreOf(entity("e", names...), p).Score.LogOdds
		more := append(slices.Clone(names), someName().Draw(t, "alias"))
		if after := scoreOf(entity("e", more...), p).Score.LogOdds; after < before {
			t.Fatalf("%v of %q falls from %v to %v", more, p.Name, before, after)
		}
	})
}

// contexts are facts that agree or conflict with those of the entity that
// withContext makes.
var contexts = []struct {
	fact            string
	agree, conflict func(*enduse.Party)
}{
	{
		"birth date",
		func(p *enduse.Party) { p.BirthDate = enduse.Date{Year: 1960, Month: 5, Day: 1} },
		func(p *enduse.Party) { p.BirthDate = enduse.Date{Year: 1990, Month: 7, Day: 3} },
	},
	{
		"year of birth",
		func(p *enduse.Party) { p.BirthDate = enduse.Date{Year: 1960} },
		func(p *enduse.Party) { p.BirthDate = enduse.Date{Year: 1990} },
	},
	{
		"nationality",
		func(p *enduse.Party) { p.Nationalities = []enduse.Country{"RU"} },
		func(p *enduse.Party) { p.Nationalities = []enduse.Country{"US"} },
	},
	{
		"gender",
		func(p *enduse.Party) { p.Gender = enduse.GenderMale },
		func(p *enduse.Party) { p.Gender = enduse.GenderFemale },
	},
	{
		"type",
		func(p *enduse.Party) { p.Schema = enduse.SchemaPerson },
		func(p *enduse.Party) { p.Schema = enduse.SchemaCompany },
	},
	{
		"passport",
		func(p *enduse.Party) {
			p.Identifiers = []enduse.Identifier{checkdigit.Identifier(enduse.IDPassport, "AB1234567", "RU")}
		},
		func(p *enduse.Party) {
			p.Identifiers = []enduse.Identifier{checkdigit.Identifier(enduse.IDPassport, "XY7654321", "RU")}
		},
	},
	{
		"birthplace",
		func(p *enduse.Party) { p.BirthPlace = "Leningrad" },
		func(p *enduse.Party) { p.BirthPlace = "Omsk" },
	},
}

func withContext(listed string) *enduse.Entity {
	e := entity("e", listed)
	e.Schema, e.Gender, e.Nationalities = enduse.SchemaPerson, enduse.GenderMale, []enduse.Country{"RU"}
	e.BirthDates = []enduse.Date{{Year: 1960, Month: 5, Day: 1}}
	e.BirthPlaces = []enduse.Place{{Text: "Leningrad, USSR", City: "Leningrad"}}
	e.Identifiers = []enduse.Identifier{checkdigit.Identifier(enduse.IDPassport, "AB1234567", "RU")}
	return e
}

// TestContext adds facts: those that agree never lower a score, those that
// conflict never raise it.
func TestContext(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := withContext(someName().Draw(t, "listed"))
		p := enduse.Party{Name: someName().Draw(t, "asked")}
		for _, c := range contexts { // what is known before
			if rapid.Bool().Draw(t, c.fact) {
				c.agree(&p)
			}
		}
		c := rapid.SampledFrom(contexts).Draw(t, "added")
		without, agrees, conflicts := p, p, p
		strip(&without, c.fact)
		strip(&agrees, c.fact)
		strip(&conflicts, c.fact)
		c.agree(&agrees)
		c.conflict(&conflicts)
		before, up, down := scoreOf(e, without).Score.LogOdds, scoreOf(e, agrees).Score.LogOdds, scoreOf(e, conflicts).Score.LogOdds
		if up < before || down > before {
			t.Fatalf("%s: %v alone, %v where it agrees, %v where it conflicts", c.fact, before, up, down)
		}
	})
}

// strip takes a fact from a party.
func strip(p *enduse.Party, fact string) {
	switch fact {
	case "birth date", "year of birth":
		p.BirthDate = enduse.Date{}
	case "nationality":
		p.Nationalities = nil
	case "gender":
		p.Gender = ""
	case "type":
		p.Schema = ""
	case "passport":
		p.Identifiers = nil
	case "birthplace":
		p.BirthPlace = ""
	}
}

// TestPartsSum holds the parts of an alignment against what the name adds.
func TestPartsSum(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		h := scoreOf(entity("e", someName().Draw(t, "listed")), enduse.Party{Name: someName().Draw(t, "asked")})
		for _, ev := range h.Evidence {
			sum := 0.0
			for _, p := range ev.Alignment {
				sum += p.Part * ev.Weight
			}
			if ev.Kind == enduse.EvidenceName && len(ev.Alignment) > 0 && (sum-ev.Contribution > 1e-9 || ev.Contribution-sum > 1e-9) {
				t.Fatalf("parts sum to %v, the name adds %v: %+v", sum, ev.Contribution, ev)
			}
		}
	})
}
