package enduse

// EvidenceKind says what was compared.
type EvidenceKind string

// The kinds of evidence.
const (
	EvidenceName       EvidenceKind = "name"
	EvidenceIdentifier EvidenceKind = "identifier"
	EvidenceBirthDate  EvidenceKind = "birth_date"
	EvidenceBirthPlace EvidenceKind = "birth_place"
	EvidenceCountry    EvidenceKind = "country"
	EvidenceAddress    EvidenceKind = "address"
	EvidenceGender     EvidenceKind = "gender"
	EvidenceSchema     EvidenceKind = "schema"
	EvidenceRarity     EvidenceKind = "rarity" // what two different names share is common
	EvidenceLimit      EvidenceKind = "limit"  // a cap that the policy sets, such as on a weak alias
)

// Evidence is one comparison: both values, how they were compared, and what it
// adds to the hit. The contributions of a hit's evidence sum to its log odds:
// the explanation is the computation.
type Evidence struct {
	Kind         EvidenceKind `json:"kind"`
	Query        string       `json:"query"`
	Listed       string       `json:"listed"`
	Method       string       `json:"method"`       // how they compare, in words
	Weight       float64      `json:"weight"`       // the most that this comparison could add
	Contribution float64      `json:"contribution"` // what it adds; below 0 where it speaks against
	Alignment    []Pairing    `json:"alignment,omitempty"`
}

// Pairing is one step of the alignment of two names: a part of the one, the part of
// the other that it is compared with, and how similar they are.
type Pairing struct {
	Query  string  `json:"query"`  // "" for a part that only the listed name has
	Listed string  `json:"listed"` // "" for a part that only the asked name has
	Method string  `json:"method"` // same, spelling, initial, joined, unmatched, ...
	Alike  float64 `json:"alike"`  // 0 to 1
	Share  float64 `json:"share"`  // its part in the names' weight, 0 to 1
	// Part is what it adds to the log odds, as a share of the weight of the name;
	// below 0 where it speaks against.
	Part float64 `json:"part"`
}

// Score is the strength of a hit.
type Score struct {
	LogOdds float64 `json:"log_odds"` // the sum of the contributions
	Value   float64 `json:"score"`    // a fixed monotone map of LogOdds to [0,1]
	// Probability is the calibrated probability, 0 to 1, that the hit is the same
	// party, given LogOdds and the prior in the Stamp (the assumed share of true hits).
	// It never decreases as LogOdds grows.
	Probability float64 `json:"probability"`
}

// Likelihood says in a word how likely it is that a hit is the party.
type Likelihood string

// The likelihoods, with the least probability of each; an identity that is fixed is
// almost certain whatever the probability.
const (
	AlmostCertain Likelihood = "almost_certain" // 0.95
	Likely        Likelihood = "likely"         // 0.50
	Possible      Likelihood = "possible"       // 0.10
	Unlikely      Likelihood = "unlikely"       // below
)

// LikelihoodOf puts a probability, 0 to 1, into a word.
func LikelihoodOf(probability float64, identity bool) Likelihood {
	switch {
	case identity || probability >= 0.95:
		return AlmostCertain
	case probability >= 0.5:
		return Likely
	case probability >= 0.1:
		return Possible
	}
	return Unlikely
}

// Hit is a listed entity that a party may be, with the evidence.
type Hit struct {
	Entity     *Entity `json:"-"`
	Matched    Name    `json:"-"` // the listed name that compares best; zero where no name does
	Score      Score   `json:"-"`
	Match      bool    `json:"match"`       // it makes the outcome other than clear
	Identity   bool    `json:"identity"`    // the identity is fixed, not just likely
	IdentityBy string  `json:"identity_by"` // by which combination
	NotInForce bool    `json:"not_in_force,omitempty"`
	SameName   bool    `json:"-"` // the party's name is the listed one, as written
	// Members are the entities of several lists that are the one subject of the hit,
	// Entity among them; nil where the subject is Entity alone.
	Members  []*Entity  `json:"-"`
	Evidence []Evidence `json:"evidence"`
	// OFACScore approximates, from 0 to 100, the score of OFAC's Sanctions List
	// Search, for an auditor to compare; nil where it was not asked for. It
	// decides nothing.
	OFACScore *int `json:"ofac_score,omitempty"`
}

// All returns the entities of the subject, Entity first.
func (h *Hit) All() []*Entity {
	if h.Members == nil {
		return []*Entity{h.Entity}
	}
	return h.Members
}
