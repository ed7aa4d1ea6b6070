package match

import (
	"math"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

// numbered is a matcher of one entity with a name like no other and one number.
func numbered(id enduse.Identifier, schema enduse.Schema) *Matcher {
	e := entity("a", "ZORVATINEL, Quabbert")
	e.Schema, e.Identifiers = schema, []enduse.Identifier{id}
	m := matcher(e, entity("b", "something else altogether"))
	m.Threshold = 0.7
	return m
}

// TestEqualNumberIsLookedAt: an equal number makes a hit at the threshold whatever
// the name and the facts, and the contributions still sum to the log odds.
func TestEqualNumberIsLookedAt(t *testing.T) {
	m := numbered(checkdigit.Identifier(enduse.IDPassport, "XA700412", "CO"), enduse.SchemaPerson)
	for name, p := range map[string]enduse.Party{
		"another name":       {Name: "Ingeborg Papierhaus", Identifiers: []enduse.Identifier{checkdigit.Identifier(enduse.IDPassport, "XA700412", "")}},
		"with a nationality": {Name: "Ingeborg Papierhaus", Nationalities: []enduse.Country{"CO"}, Identifiers: []enduse.Identifier{checkdigit.Identifier(enduse.IDPassport, "XA700412", "")}},
		"of another type":    {Name: "Ingeborg Papierhaus", Schema: enduse.SchemaCompany, Identifiers: []enduse.Identifier{checkdigit.Identifier(enduse.IDPassport, "XA700412", "")}},
		"in the name":        {Name: "Ingeborg Papierhaus, passport no. XA700412"},
	} {
		hits := m.Hits(p, m.Threshold)
		if len(hits) != 1 || hits[0].Entity.ID != "a" || hits[0].Identity {
			t.Errorf("%s: %+v", name, hits)
			continue
		}
		if sum := total(hits[0].Evidence); math.Abs(sum-hits[0].Score.LogOdds) > rounding {
			t.Errorf("%s: contributions sum to %v, log odds %v", name, sum, hits[0].Score.LogOdds)
		}
	}
	for name, p := range map[string]enduse.Party{
		"another country": {Name: "Ingeborg Papierhaus", Identifiers: []enduse.Identifier{checkdigit.Identifier(enduse.IDPassport, "XA700412", "DE")}},
		"another number":  {Name: "Ingeborg Papierhaus", Identifiers: []enduse.Identifier{checkdigit.Identifier(enduse.IDPassport, "XA700413", "CO")}},
		"no label":        {Name: "Ingeborg Papierhaus XA700412"},
	} {
		if hits := m.Hits(p, m.Threshold); len(hits) != 0 {
			t.Errorf("%s: %+v", name, hits)
		}
	}
}

// TestNumbersInNames: an IMO number in the cell of the vessel fixes its identity; one
// that is mistyped is a gap; the party that was given is not changed.
func TestNumbersInNames(t *testing.T) {
	m := numbered(checkdigit.Identifier(enduse.IDIMO, "9187629", ""), enduse.SchemaVessel)
	for _, name := range []string{"MV SOME NEW NAME (IMO 9187629)", "SOME NEW NAME IMO9187629", "M/V SOME NEW NAME 9187629", "SOME NEW NAME / IMO: 9,187,629"} {
		p := enduse.Party{Name: name, Identifiers: make([]enduse.Identifier, 0, 4)}
		if hits := m.Hits(p, m.Threshold); len(hits) != 1 || !hits[0].Identity {
			t.Errorf("%q: %+v", name, hits)
		}
		if len(p.Identifiers[:1:1]) == 1 && p.Identifiers[:1][0].Value != "" {
			t.Errorf("%q: the caller's identifiers were written to", name)
		}
	}
	raw := enduse.Party{Name: "SOME NEW NAME", Identifiers: []enduse.Identifier{{Kind: enduse.IDIMO, Value: "9187629/PANAMA"}}}
	if hits := m.Hits(raw, m.Threshold); len(hits) != 1 || !hits[0].Identity {
		t.Errorf("as written: %+v", hits)
	}
	if r := m.Search(m.Party(enduse.Party{Name: "SOME NEW NAME IMO 9187628"}), m.Threshold); len(r.Hits) != 0 || len(r.Gaps) != 1 {
		t.Errorf("mistyped: %+v", r)
	}
	if r := m.Search(m.Text("the tanker SOME NEW NAME (IMO 9187629) called"), m.Threshold); len(r.Hits) != 1 {
		t.Errorf("a text: %+v", r)
	}
}

// TestAnotherValidNumber: a firm of a common name with another valid number is
// another firm.
func TestAnotherValidNumber(t *testing.T) {
	e := entity("a", "OOO Alyans")
	e.Schema, e.Identifiers = enduse.SchemaCompany, []enduse.Identifier{checkdigit.Identifier(enduse.IDINN, "7707083893", "RU")}
	m := matcher(e)
	p := enduse.Party{Name: "OOO Alyans", Countries: []enduse.Country{"RU"}, Identifiers: []enduse.Identifier{checkdigit.Identifier(enduse.IDINN, "7717671799", "")}}
	if hits := m.Hits(p, 0.7); len(hits) != 0 {
		t.Errorf("another INN: %+v", hits[0])
	}
	p.Identifiers = append(p.Identifiers, e.Identifiers[0])
	if hits := m.Hits(p, 0.7); len(hits) != 1 || !hits[0].Identity {
		t.Errorf("one of two INNs agrees: %+v", hits)
	}
}
