package entity

import (
	"slices"

	"github.com/enduse/enduse"
)

// Kind is what a mention is of.
type Kind string

// The kinds.
const (
	Person       Kind = "person"
	Organization Kind = "organization"
	Country      Kind = "country" // a country, or its capital or people as an actor
	Goods        Kind = "goods"
	Programme    Kind = "programme" // a treaty, regime, list or resolution
	ListedParty  Kind = "listed_party"
)

// Mention is a part of a text that names something.
type Mention struct {
	Kind       Kind
	Start, End int    // bytes of the text
	Surface    string // text[Start:End]
	// Resolved is the first full mention of what this one refers to, or its usual name:
	// "Anthony Blinken" for "Blinken" or "the diplomat", "China" for "Beijing" as an
	// actor. It is never empty.
	Resolved string
	// Uncertain means that more than one candidate fits, or that a namesake is as
	// probable; Why says which.
	Uncertain bool
	Why       string
	// Country is the ISO 3166-1 alpha-2 code of a country or an actor, and of the side
	// that a person or an organisation speaks for, if the text says so.
	Country string
	Office  string // of a person, as written: "US Secretary of State"
	// Anaphor means that it names nobody by itself but refers to an earlier mention: a
	// role ("the diplomat") or a pronoun.
	Anaphor bool
	Parties []Listing // of a listed party, the best first
	Leads   []Lead    // of goods
}

// Listing is an entity of a list that a mention may be.
type Listing struct {
	Entity   enduse.EntityID
	List     string
	Name     string // the listed name or alias
	Score    float64
	Evidence []enduse.Evidence // never empty
}

// Lead is a category of controlled goods that words point to: never a classification.
type Lead struct {
	Category string // "missile technology", "electronic components"
	Codes    []string
	Citation string
}

// WithoutOverlap removes mentions that overlap one that begins earlier, or at the same
// place and is longer. It sorts the mentions and returns a part of them.
func WithoutOverlap(all []Mention) []Mention {
	slices.SortStableFunc(all, func(a, b Mention) int {
		if a.Start != b.Start {
			return a.Start - b.Start
		}
		return b.End - a.End
	})
	out, last := all[:0], -1
	for _, m := range all {
		if m.Start >= last {
			out, last = append(out, m), m.End
		}
	}
	return out
}
