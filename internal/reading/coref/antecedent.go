package coref

import "github.com/enduse/enduse/internal/reading/entity"

// Referent is somebody or something that a text speaks of, as it is written and as it is
// resolved; see [entity.Mention].
type Referent struct {
	Surface   string
	Resolved  string
	Start     int
	End       int
	Uncertain bool
	Kind      entity.Kind // empty if it is not a mention
	Person    bool
	Common    bool // known only by an article before it: it may be a thing
}

// ReferentOf returns what a mention refers to.
func ReferentOf(m *entity.Mention) *Referent {
	return &Referent{
		Surface: m.Surface, Resolved: m.Resolved, Start: m.Start, End: m.End, Uncertain: m.Uncertain,
		Kind: m.Kind, Person: m.Kind == entity.Person,
	}
}

// Antecedents are those to whom a pronoun for a speaker may refer. Any may be nil.
type Antecedents struct {
	Speaker *Referent // of the verb before, in the same sentence
	Past    *Referent // who spoke last in the sentences before
	Topic   *Referent // the person that the sentence before was about
	Matter  *Referent // the body or the country that it was about
}

// Resolve returns whom a pronoun refers to, or nil: the speaker before, else what the
// sentence before was about, else who spoke last. A pronoun for a thing refers to a body
// or a country, another one to a person.
func (a *Antecedents) Resolve(thing bool) *Referent {
	topic := a.Topic
	if thing {
		topic = a.Matter
	}
	for _, p := range []*Referent{a.Speaker, topic, a.Past} {
		if p != nil && (p.Person != thing || p.Kind == "") {
			return p
		}
	}
	return nil
}
