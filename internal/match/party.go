package match

import (
	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/compare"
	"github.com/enduse/enduse/internal/name"
)

// party is somebody asked about, taken apart once for all comparisons.
type party struct {
	enduse.Party
	names     []name.Name
	addresses []name.Name
	countries []enduse.Country
	namer     compare.Namer
}

func prepare(p enduse.Party, w compare.NameWeights) party {
	out := party{Party: p, namer: compare.Namer{Weights: w}}
	for _, text := range append([]string{p.Name}, p.OtherNames...) {
		if n := name.Analyse(text); len(n.Tokens) > 0 {
			out.names = append(out.names, n)
		}
	}
	for _, a := range p.Addresses {
		if n := name.Analyse(a.String()); len(n.Tokens) > 1 {
			out.addresses = append(out.addresses, n)
		}
		if a.Country != "" {
			out.countries = append(out.countries, a.Country)
		}
	}
	out.countries = append(append(out.countries, p.Countries...), p.Nationalities...)
	return out
}

// facts says what is known of the party beside names and identifiers.
func (p *party) facts() compare.Facts {
	return compare.Facts{
		BirthDate: !p.BirthDate.IsZero(), BirthPlace: p.BirthPlace != "", Country: len(p.countries) > 0,
		Gender: p.Gender != "", Address: len(p.addresses) > 0, Schema: p.Schema != "",
	}
}

func (p *party) identifiers() []string {
	var out []string
	for _, id := range p.Identifiers {
		if n := compare.NormalIdentifier(id.Value); n != "" {
			out = append(out, n)
		}
	}
	return out
}
