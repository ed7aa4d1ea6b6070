package route

import (
	"slices"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
)

// Regime says whose rules apply.
type Regime string

// The regimes.
const (
	US Regime = "us"
	EU Regime = "eu"
	UK Regime = "uk"
	UN Regime = "un"
)

// AllRegimes lists every regime.
var AllRegimes = []Regime{US, EU, UK, UN}

// Applies says whether a regime binds.
type Applies string

// The answers.
const (
	Yes     Applies = "yes"
	No      Applies = "no"
	Unknown Applies = "unknown"
)

// Bind says of a regime whether it binds the seller or the goods, and why.
type Bind struct {
	Regime  Regime
	Applies Applies
	Why     string
}

// Question asks for what decides whether the regime binds. Ask it only if Applies is
// Unknown.
func (b Bind) Question() enduse.Question {
	return enduse.Question{ID: "profile." + string(b.Regime), Text: regimeFacts[b.Regime].question, Citation: regimeFacts[b.Regime].citation, Of: enduse.AskedSeller}
}

// regimeFacts are the question and the citation that say whom a regime binds.
var regimeFacts = map[Regime]struct{ question, citation string }{
	US: {
		"Do US rules bind: where are you established, is a US person part of the deal, is it paid in US dollars, are the goods of US origin or do they hold US content above de minimis?",
		"15 CFR 734.3 (items), 31 CFR chapter V (persons)",
	},
	EU: {
		"Do EU rules bind: are you established in the EU, or is a national of a member state part of the deal?",
		"Reg. (EU) 833/2014 art. 13",
	},
	UK: {
		"Do UK rules bind: are you established in the United Kingdom, or is a UK national part of the deal?",
		"Sanctions and Anti-Money Laundering Act 2018 s. 21",
	},
	UN: {"", "Charter of the United Nations art. 25 and chapter VII"},
}

// Regimes says of each regime whether it binds this seller on a day.
//
//   - US: a seller or a person of the US, US dollars, or goods of US origin.
//   - EU: a seller or a person of a member state. The euro alone does not bind.
//   - UK: a seller or a person of the United Kingdom.
//   - UN: always, through the law of each member state.
//
// A regime that nothing known makes bind is Unknown as long as something is missing.
func Regimes(p enduse.Profile, day enduse.Date) []Bind {
	return []Bind{
		bindUS(p),
		bindPersons(p, EU, "the EU", func(c enduse.Country) bool { return len(On(EUMember, string(c), day)) > 0 }),
		bindPersons(p, UK, "the UK", func(c enduse.Country) bool { return c == "GB" }),
		{UN, Yes, "resolutions of the Security Council bind every member state, and sellers through its law"},
	}
}

func bindUS(p enduse.Profile) Bind {
	switch {
	case p.USOrigin == "yes":
		return Bind{US, Yes, "the goods are of US origin or hold US content: they stay subject to the EAR wherever they are"}
	case slices.Contains(p.Currencies, "USD"):
		return Bind{US, Yes, "paid in US dollars, which pass through US banks"}
	}
	b := bindPersons(p, US, "the US", func(c enduse.Country) bool { return c == "US" })
	if b.Applies == No && (p.USOrigin != "no" || len(p.Currencies) == 0) {
		return Bind{US, Unknown, "not known: the profile does not say whether the goods are of US origin and which currencies are used"}
	}
	return b
}

// bindPersons decides by where the seller is and who takes part.
func bindPersons(p enduse.Profile, r Regime, of string, member func(enduse.Country) bool) Bind {
	if p.Establishment != "" && member(p.Establishment) {
		return Bind{r, Yes, "the seller is established in " + of + ": " + country.Name(p.Establishment)}
	}
	if i := slices.IndexFunc(p.Nationalities, member); i >= 0 {
		return Bind{r, Yes, "a person who takes part is a national of " + of + ": " + country.Name(p.Nationalities[i])}
	}
	if p.Establishment == "" || len(p.Nationalities) == 0 {
		return Bind{r, Unknown, "not known: the profile does not say where the seller is established and who takes part"}
	}
	return Bind{r, No, "neither the seller nor a person who takes part is of " + of}
}
