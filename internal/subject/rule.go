package subject

import (
	"fmt"
	"slices"

	"github.com/enduse/enduse"
)

// Rule says what makes two entities one party.
type Rule string

// The rules.
const (
	PublisherNumber Rule = "publisher_number" // the number of one publisher in two sources
	UNReference     Rule = "un_reference"     // the reference of one entry of the United Nations' list
	EqualNumber     Rule = "identifier"       // a number that has one holder
	NameBirth       Rule = "name_birth"       // an equal full name and an equal full date of birth
	NameCountry     Rule = "name_country"     // an equal, rare full name and a country
)

// Rules lists every rule, the surest first: pairs are merged in this order.
var Rules = []Rule{PublisherNumber, UNReference, EqualNumber, NameBirth, NameCountry}

// byPublisher reports whether publishers themselves say that two entities are one, so
// that what else they say may differ: one of them knows less, or wrote it otherwise.
func (r Rule) byPublisher() bool { return r == PublisherNumber || r == UNReference }

// Merge is a pair of entities that are one party, and why.
type Merge struct {
	A, B  int32 // numbers of entities, A below B
	Rule  Rule
	Value string // what they have in common, as the first of them has it
}

// Settings divide subjects that the rules make. The zero value divides none.
type Settings struct {
	// Off are rules that are not used.
	Off []Rule `yaml:"off"`
	// Apart are pairs of entities that are two parties.
	Apart [][]enduse.EntityID `yaml:"apart"`
}

// Validate reports rules that are not known, and pairs that are none.
func (s *Settings) Validate() error {
	for _, r := range s.Off {
		if !slices.Contains(Rules, r) {
			return fmt.Errorf("subjects: off: %q is not one of %v", r, Rules)
		}
	}
	for i, pair := range s.Apart {
		if len(pair) != 2 || pair[0] == pair[1] || pair[0] == "" || pair[1] == "" {
			return fmt.Errorf("subjects: apart: item %d is %v; it must be the ids of two entities", i+1, pair)
		}
	}
	return nil
}

// divides reports whether the settings change anything.
func (s *Settings) divides() bool { return s != nil && len(s.Off)+len(s.Apart) > 0 }

// apart reports whether two entities are two parties.
func (s *Settings) apart(a, b enduse.EntityID) bool {
	return slices.ContainsFunc(s.Apart, func(p []enduse.EntityID) bool { return p[0] == a && p[1] == b || p[0] == b && p[1] == a })
}
