package match

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/index"
	"github.com/enduse/enduse/internal/policy"
)

func matcher(entities ...*enduse.Entity) *Matcher {
	return &Matcher{Index: index.Build(entities), Weights: policy.Default().Weights, NameBirthPlace: true}
}

func entity(id string, names ...string) *enduse.Entity {
	e := &enduse.Entity{ID: enduse.EntityID(id), Source: "test", List: "test", Schema: enduse.SchemaLegalEntity}
	for _, n := range names {
		e.Names = append(e.Names, enduse.Name{Text: n, Kind: enduse.NamePrimary})
	}
	return e
}

func TestEqualNameScoresOne(t *testing.T) {
	for _, n := range []string{"AERO-CARIBBEAN", "ПУТИН, Владимир", "上海电子有限公司", "محمد بن سلمان", "X", "12", "BEIJING"} {
		hits := matcher(entity("a", n), entity("b", "something else altogether")).Hits(enduse.Party{Name: n}, 0.7)
		if len(hits) != 1 || hits[0].Score.Value != 1 {
			t.Errorf("%q: hits %+v", n, hits)
		}
	}
}

// TestKindsMatchAsListed: a name that only says what a firm is finds a listed one of
// exactly these words, and none that is like it.
func TestKindsMatchAsListed(t *testing.T) {
	m := matcher(entity("a", "PTE OOO"), entity("b", "PSC LTD"), entity("c", "HOLDING LTD"), entity("d", "GENERAL TRADING COMPANY"))
	for asked, want := range map[string]int{"Ltd": 0, "LLC": 0, "\ufffd\ufffd Ltd": 0, "Holding LLC": 0, "Trading Company": 0, "PTE OOO": 1, "Holding Ltd": 1, "General Trading Company": 1, "Psc Limited": 1} {
		if got := m.Hits(enduse.Party{Name: asked}, 0.7); len(got) != want {
			t.Errorf("%q has %d hits, want %d", asked, len(got), want)
		}
	}
}

// TestNobody holds that a listed name which is a legal form or a word of trade alone
// matches nobody, not even who is called so.
func TestNobody(t *testing.T) {
	for _, n := range []string{"S.A.", "LLC", "Company", "Joint Stock Company", "Общество с ограниченной ответственностью", "Limited Liability Company", "Trading"} {
		for _, asked := range []string{n, n + " Zorvatinel", "Zorvatinel " + n} {
			if hits := matcher(entity("a", n)).Hits(enduse.Party{Name: asked}, 0.7); len(hits) != 0 {
				t.Errorf("%q: %q is taken for it", n, asked)
			}
		}
	}
}

func TestTiesAreAllReturnedInOrderOfID(t *testing.T) {
	hits := matcher(entity("c", "Ivan Petrov"), entity("a", "PETROV, Ivan", "Ivan Petrov"), entity("b", "ivan petrov")).Hits(enduse.Party{Name: "IVAN PETROV"}, 0.7)
	if got := fmt.Sprint(ids(hits)); got != "[a b c]" {
		t.Errorf("got %s", got)
	}
}

func ids(hits []enduse.Hit) (out []enduse.EntityID) {
	for _, h := range hits {
		out = append(out, h.Entity.ID)
	}
	return out
}

func TestContributionsSumToLogOdds(t *testing.T) {
	e := entity("a", "PETROV, Ivan Ivanovich")
	e.Schema, e.Countries = enduse.SchemaPerson, []enduse.Country{"RU"}
	e.BirthDates = []enduse.Date{{Year: 1960}}
	m := matcher(e)
	p := enduse.Party{Name: "Ivan Petrov", Schema: enduse.SchemaCompany, Countries: []enduse.Country{"RU"}, BirthDate: enduse.Date{Year: 1960, Month: 5, Day: 1}}
	for _, h := range m.Hits(p, 0) {
		sum := 0.0
		for _, ev := range h.Evidence {
			sum += ev.Contribution
		}
		if math.Abs(sum-h.Score.LogOdds) > 1e-9 || h.Score.Value != ScoreOf(h.Score.LogOdds, m.Weights) {
			t.Errorf("evidence sums to %v, log odds %v, score %v", sum, h.Score.LogOdds, h.Score.Value)
		}
		if len(h.Evidence) != 4 {
			t.Errorf("evidence: %+v", h.Evidence)
		}
	}
}

func TestIdentity(t *testing.T) {
	person := entity("p", "Ivan Petrov")
	person.BirthDates, person.Nationalities = []enduse.Date{{Year: 1960, Month: 5, Day: 1}}, []enduse.Country{"RU"}
	vessel := entity("v", "OLD NAME")
	vessel.Schema = enduse.SchemaVessel
	vessel.Identifiers = []enduse.Identifier{checkdigit.Identifier(enduse.IDIMO, "9187629", "")}
	m := matcher(person, vessel)
	birth := enduse.Date{Year: 1960, Month: 5, Day: 1}
	for _, c := range []struct {
		name  string
		party enduse.Party
		want  bool
	}{
		{"name alone", enduse.Party{Name: "Ivan Petrov"}, false},
		{"name and full birth date", enduse.Party{Name: "Ivan Petrov", BirthDate: birth}, false},
		{"name, full birth date, nationality", enduse.Party{Name: "Ivan Petrov", BirthDate: birth, Nationalities: []enduse.Country{"RU"}}, true},
		{"name, year, nationality", enduse.Party{Name: "Ivan Petrov", BirthDate: enduse.Date{Year: 1960}, Nationalities: []enduse.Country{"RU"}}, false},
		{"other spelling, full birth date, nationality", enduse.Party{Name: "Iwan Petrov", BirthDate: birth, Nationalities: []enduse.Country{"RU"}}, false},
		{"name, full birth date, nationality, other gender", enduse.Party{Name: "Ivan Petrov", BirthDate: birth, Nationalities: []enduse.Country{"RU"}, Gender: enduse.GenderFemale}, false},
		{"IMO under a new name", enduse.Party{Name: "NEW NAME", Identifiers: []enduse.Identifier{checkdigit.Identifier(enduse.IDIMO, "IMO 9187629", "")}}, true},
		{"IMO, but a person", enduse.Party{Name: "NEW NAME", Schema: enduse.SchemaPerson, Identifiers: []enduse.Identifier{checkdigit.Identifier(enduse.IDIMO, "9187629", "")}}, false},
		{"IMO alone", enduse.Party{Identifiers: []enduse.Identifier{checkdigit.Identifier(enduse.IDIMO, "9187629", "")}}, true},
	} {
		person.Gender = enduse.GenderMale
		hits := m.Hits(c.party, 0.7)
		if len(hits) == 0 {
			t.Errorf("%s: no hit", c.name)
			continue
		}
		if hits[0].Identity != c.want {
			t.Errorf("%s: identity %v (%s)", c.name, hits[0].Identity, hits[0].IdentityBy)
		}
	}
}

func TestAddressOnlyEntry(t *testing.T) {
	a := &enduse.Entity{ID: "a", Source: "test", List: "bis-el", Schema: enduse.SchemaAddress, Addresses: []enduse.Address{
		{Street: "Room 1, 99/F, Example Tower, 12 Example Road", City: "Kowloon", Country: "HK"},
	}}
	m := matcher(a)
	near := enduse.Address{Text: "Rm 1, 99/F Example Tower, 12 Example Rd, Kowloon, Hong Kong"}
	if hits := m.Hits(enduse.Party{Name: "Whoever Ltd", Addresses: []enduse.Address{near}}, 0.7); len(hits) != 1 || hits[0].Evidence[0].Kind != enduse.EvidenceAddress {
		t.Errorf("hits: %+v", hits)
	}
	far := enduse.Address{Text: "Rm 1, 98/F Example Tower, 14 Example Rd, Kowloon, Hong Kong"}
	if hits := m.Hits(enduse.Party{Name: "Whoever Ltd", Addresses: []enduse.Address{far}}, 0.7); len(hits) != 0 {
		t.Errorf("another house: %+v", hits)
	}
}

// bruteForce compares a party with every subject, without the index.
func bruteForce(m *Matcher, p enduse.Party, floor float64) []enduse.Hit {
	asked := m.Party(p)
	var out []enduse.Hit
	var all []index.Candidate
	for i := range int32(m.Index.Len()) {
		all = append(all, index.Candidate{Entity: i, ByFact: true})
	}
	for _, s := range m.subjects(all) {
		if h := m.hit(asked, s, m.best(asked, s)); h.Score.Value >= floor {
			out = append(out, h)
		}
	}
	slices.SortFunc(out, func(a, b enduse.Hit) int {
		return cmp.Or(cmp.Compare(b.Score.Value, a.Score.Value), cmp.Compare(b.Score.LogOdds, a.Score.LogOdds), cmp.Compare(a.Entity.ID, b.Entity.ID))
	})
	return out
}

func someName() *rapid.Generator[string] {
	word := rapid.OneOf(
		rapid.SampledFrom([]string{
			"mohammed", "mohamed", "muhammad", "ali", "al", "petrov", "петров", "petrow", "vanderbilt", "vander", "bilt", "j", "p", "ltd", "limited", "trading", "corp", "上海", "44", "o'brien",
			"владимир", "vladimir", "wladimir", "петр", "пётр", "мохаммед", "محمد", "الزهراني", "zahrani", "بن", "ben", "דוד", "david", "давид", "大卫",
			"习近平", "習近平", "xi", "people", "liberation", "army", "ivanovich", "petrovich", "ben", "bin", "king", "pla", "plb", "institute", "jinping", "hsi", "chin", "ping", "김정은", "kim", "jong", "un", "jongun", "김", "トヨタ", "toyota", "Τσίπρας", "tsipras",
			"上海电子有限公司", "shanghai", "electronics", "नरेन्द्र", "narendra",
		}),
		rapid.StringOfN(rapid.RuneFrom([]rune("abcаб")), 1, 9, -1),
	)
	return rapid.Custom(func(t *rapid.T) string {
		s := ""
		for range rapid.IntRange(1, 5).Draw(t, "words") {
			s += word.Draw(t, "word") + " "
		}
		return s
	})
}

// TestIndexEqualsBruteForce is the promise of package index on random lists.
func TestIndexEqualsBruteForce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var entities []*enduse.Entity
		for i := range rapid.IntRange(1, 30).Draw(t, "entities") {
			e := entity(fmt.Sprintf("e%02d", i), rapid.SliceOfN(someName(), 1, 3).Draw(t, "names")...)
			if rapid.Bool().Draw(t, "born") {
				e.BirthDates = []enduse.Date{{Year: 1960}}
			}
			entities = append(entities, e)
		}
		m := matcher(entities...)
		p := enduse.Party{Name: someName().Draw(t, "asked")}
		if rapid.Bool().Draw(t, "as listed") {
			p.Name = entities[0].Names[0].Text
		}
		if rapid.Bool().Draw(t, "birth date") {
			p.BirthDate = enduse.Date{Year: 1960, Month: 1, Day: 2}
		}
		floor := rapid.SampledFrom([]float64{0.3, 0.4, 0.5, 0.6, 0.7, 0.9, 0.99, 1}).Draw(t, "floor")
		sameHits(t, m.Hits(p, floor), bruteForce(m, p, floor))

		slices.Reverse(entities)
		sameHits(t, matcher(entities...).Hits(p, floor), bruteForce(m, p, floor))
	})
}

func sameHits(t interface{ Fatalf(string, ...any) }, got, want []enduse.Hit) {
	if len(got) != len(want) {
		t.Fatalf("%d hits through the index, %d by brute force: %v, %v", len(got), len(want), ids(got), ids(want))
	}
	for i := range want {
		if got[i].Entity.ID != want[i].Entity.ID || got[i].Score != want[i].Score {
			t.Fatalf("hit %d: %s %v through the index, %s %v by brute force", i, got[i].Entity.ID, got[i].Score, want[i].Entity.ID, want[i].Score)
		}
	}
}

// TestInitialsWithDots: the form in which Russian documents write names.
func TestInitialsWithDots(t *testing.T) {
	m := matcher(entity("a", "SIDOROV, Ivan Petrovich"))
	for _, n := range []string{"Sidorov I.P.", "Sidorov I. P.", "I.P. Sidorov", "Сидоров И.П."} {
		if hits := m.Hits(enduse.Party{Name: n}, 0.7); len(hits) != 1 {
			t.Errorf("%q is not found", n)
		}
	}
}

// TestEqualNameMatchesWhateverTheTypeAndCountry: people mistake both.
func TestEqualNameMatchesWhateverTheTypeAndCountry(t *testing.T) {
	e := entity("a", "AEROCARIBBEAN AIRLINES")
	e.Schema, e.Countries = enduse.SchemaCompany, []enduse.Country{"CU"}
	hits := matcher(e).Hits(enduse.Party{Name: "AEROCARIBBEAN AIRLINES", Schema: enduse.SchemaVessel, Countries: []enduse.Country{"FR"}}, policy.Default().Threshold)
	if len(hits) != 1 {
		t.Error("an equal name of another type and country is not found")
	}
}
