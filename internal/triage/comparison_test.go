package triage_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/triage"
	"github.com/enduse/enduse/wire"
)

func name(query, listed string, adds float64, alignment ...enduse.Pairing) enduse.Evidence {
	return enduse.Evidence{Kind: enduse.EvidenceName, Query: query, Listed: listed, Contribution: adds, Alignment: alignment}
}

// TestCompare: each comparison in one text, its lines and its sentence.
func TestCompare(t *testing.T) {
	kony := wire.Hit{
		Caption: "KONY, Ali", Matched: "Ali MOHAMMED", MatchedKind: enduse.NameWeakAlias, Schema: enduse.SchemaPerson, Likelihood: enduse.Unlikely, Probability: 0.006,
		Listed: wire.Listed{BirthDates: []enduse.Date{{Year: 1994}}, BirthPlaces: []string{"Sudan"}, Positions: []string{"deputy"}},
		Evidence: []enduse.Evidence{
			name("Mohammed Ali", "Ali MOHAMMED", 8), {Kind: enduse.EvidenceBirthDate, Query: "1961-03-10", Listed: "1994", Contribution: -6},
		},
	}
	ali := wire.Party{Name: "Mohammed Ali", Asked: &enduse.Party{Name: "Mohammed Ali", Role: enduse.RoleParty, BirthDate: enduse.Day(1961, 3, 10), Nationalities: []enduse.Country{"GB"}}}
	firm := wire.Hit{
		Caption: "EXAMPLE TRADING LLC", Matched: "EXAMPLE TRADING LLC", MatchedKind: enduse.NamePrimary, Schema: enduse.SchemaCompany, Likelihood: enduse.Likely, Probability: 0.8, Match: true,
		Listed: wire.Listed{Countries: []enduse.Country{"RU"}, Addresses: []string{"1 First Street", "2 Second Street"}, Identifiers: []enduse.Identifier{{Kind: enduse.IDINN, Value: "7717671799"}}},
		Evidence: []enduse.Evidence{
			name("Exampel Trading", "EXAMPLE TRADING LLC", 6, enduse.Pairing{Query: "exampel", Listed: "example", Method: "spelling"}, enduse.Pairing{Query: "trading", Listed: "trading", Method: "same"}, enduse.Pairing{Listed: "llc", Method: "unmatched"}),
			{Kind: enduse.EvidenceCountry, Query: "DE", Listed: "RU", Contribution: -1},
		},
	}
	fixed := firm
	fixed.Identity, fixed.Likelihood = "a strong identifier", enduse.AlmostCertain
	fixed.Evidence = append(fixed.Evidence, enduse.Evidence{Kind: enduse.EvidenceIdentifier, Query: "inn 7717671799", Listed: "inn 7717671799", Contribution: 10})
	for _, c := range []struct {
		name  string
		party wire.Party
		hit   wire.Hit
		want  string
	}{
		{"born apart", ali, kony, `
≠ born: 1961-03-10 / 1994 (33 years apart)
= name: Mohammed Ali / Ali MOHAMMED (weak alias of KONY, Ali)
? born in:  / Sudan
? country: GB / 
? role:  / deputy
Not the same: born 33 years apart; but same name.`},
		{"another country", wire.Party{Name: "Exampel Trading", Asked: &enduse.Party{Name: "Exampel Trading", Countries: []enduse.Country{"DE"}}}, firm, `
≠ country: DE / RU
= name: Exampel Trading / EXAMPLE TRADING LLC (exampel ~ example; only listed: llc)
? place:  / 1 First Street and 1 more
? number:  / inn 7717671799
Likely the same: similar name; but another country (DE / RU). To decide, ask for a number of a register and the address.`},
		{"a number", wire.Party{Name: "Exampel Trading"}, fixed, `
≠ country: DE / RU
= name: Exampel Trading / EXAMPLE TRADING LLC (exampel ~ example; only listed: llc)
= number: inn 7717671799 / inn 7717671799
? place:  / 1 First Street and 1 more
The same, by a strong identifier: similar name, same number; but another country (DE / RU).`},
	} {
		got := triage.Compare(&c.party, &c.hit)
		var b strings.Builder
		for _, l := range got.Lines {
			fmt.Fprintf(&b, "\n%s %s: %s / %s", l.Says.Sign(), l.What, l.Yours, l.Listed)
			if l.Note != "" {
				fmt.Fprintf(&b, " (%s)", l.Note)
			}
		}
		if text := b.String() + "\n" + got.Sentence; text != c.want {
			t.Errorf("%s:%s\n\nwant:%s", c.name, text, c.want)
		}
	}
}
