package compare

// Weights says what each comparison adds to the log odds of a hit or takes from them. They
// come from the policy.
type Weights struct {
	// Name is what a literally equal name adds; an entirely different one takes
	// as much.
	Name       float64           `yaml:"name"`
	Alignment  NameWeights       `yaml:"alignment"`
	Identifier IdentifierWeights `yaml:"identifier"`
	BirthDate  BirthDateWeights  `yaml:"birth_date"`
	BirthPlace AgreeWeights      `yaml:"birth_place"`
	Country    AgreeWeights      `yaml:"country"`
	Gender     AgreeWeights      `yaml:"gender"`
	Schema     AgreeWeights      `yaml:"schema"`
	Address    AgreeWeights      `yaml:"address"`
}

// AgreeWeights holds what agreement adds and what a conflict takes (as a
// positive number).
type AgreeWeights struct {
	Agree    float64 `yaml:"agree"`
	Conflict float64 `yaml:"conflict"`
}

// IdentifierWeights holds what an equal identifier adds, by its strength.
type IdentifierWeights struct {
	Strong   float64 `yaml:"strong"`   // fixes an identity
	Weak     float64 `yaml:"weak"`     // the kind, the country or the check digit leaves doubt
	Conflict float64 `yaml:"conflict"` // a party has one number of the kind, and they differ
	Another  float64 `yaml:"another"`  // they differ, and the check digits of both fit
}

// BirthDateWeights holds what two dates of birth add, by how far they agree.
type BirthDateWeights struct {
	Day      float64 `yaml:"day"`       // the same day
	Month    float64 `yaml:"month"`     // the same month of the same year
	Year     float64 `yaml:"year"`      // the same year, or within a range or a circa
	Near     float64 `yaml:"near"`      // a year apart (may be below 0)
	Swapped  float64 `yaml:"swapped"`   // the same day with day and month swapped
	SameYear float64 `yaml:"same_year"` // the same year but another day (may be below 0)
	Conflict float64 `yaml:"conflict"`  // further apart
}

// MaxGain returns the most that all comparisons except that of names can add together. A
// name so different that even this does not lift it to a threshold needs no comparison.
func (w Weights) MaxGain(facts Facts) (sum float64) {
	for _, f := range []struct {
		known bool
		adds  float64
	}{
		{facts.BirthDate, w.BirthDate.Day},
		{facts.BirthPlace, w.BirthPlace.Agree},
		{facts.Country, w.Country.Agree},
		{facts.Gender, w.Gender.Agree},
		{facts.Address, w.Address.Agree},
		{facts.Schema, w.Schema.Agree},
	} {
		if f.known {
			sum += max(f.adds, 0)
		}
	}
	return sum
}

// MaxLoss returns the most that all comparisons except that of identifiers can take
// together.
func (w Weights) MaxLoss() float64 {
	return w.Name + w.BirthDate.Conflict + w.BirthPlace.Conflict + w.Country.Conflict + w.Gender.Conflict + w.Schema.Conflict + w.Address.Conflict
}

// Facts says what is known about a party in addition to its names and its identifiers.
type Facts struct{ BirthDate, BirthPlace, Country, Gender, Address, Schema bool }
