package enduse

// Role says what a party does in a transaction.
type Role string

// The roles.
const (
	RoleParty        Role = "party" // just a name to screen, no role stated
	RoleCustomer     Role = "customer"
	RoleConsignee    Role = "consignee"
	RoleIntermediate Role = "intermediate_consignee"
	RoleEndUser      Role = "end_user"
	RolePurchaser    Role = "purchaser"
	RoleSupplier     Role = "supplier"
	RoleManufacturer Role = "manufacturer"
	RoleForwarder    Role = "forwarder"
	RoleCarrier      Role = "carrier"
	RoleVessel       Role = "vessel"
	RoleNotify       Role = "notify_party"
	RoleBank         Role = "bank"
	RolePayer        Role = "payer"
	RoleAgent        Role = "agent"
	RoleOwner        Role = "owner"
	RoleDirector     Role = "director"
	RoleContact      Role = "contact" // a person named next to a firm, such as "attention"
	RoleRelated      Role = "related" // somebody else whom a record names, such as a parent, a guarantor or an insurer
)

// Roles lists every role.
var Roles = []Role{
	RoleParty, RoleCustomer, RoleConsignee, RoleIntermediate, RoleEndUser, RolePurchaser,
	RoleSupplier, RoleManufacturer, RoleForwarder, RoleCarrier, RoleVessel, RoleNotify,
	RoleBank, RolePayer, RoleAgent, RoleOwner, RoleDirector, RoleContact, RoleRelated,
}

// Receives reports whether a party of this role may have the goods in hand, at the
// end of their way or on it: whoever they are shipped to, those whom they pass, and
// parties without a stated role. Of these an embargo says that most goods are
// forbidden; of the others, that dealings and payments may be.
func (r Role) Receives() bool {
	switch r {
	case "", RoleParty, RoleCustomer, RoleConsignee, RoleIntermediate, RoleEndUser, RolePurchaser, RoleForwarder, RoleNotify:
		return true
	case RoleSupplier, RoleManufacturer, RoleCarrier, RoleVessel, RoleBank, RolePayer, RoleAgent, RoleOwner, RoleDirector, RoleContact, RoleRelated:
	}
	return false
}

// Buys reports whether what is sold is sold to a party of this role, so that it
// belongs to the party's order history: it orders the goods or uses them. Parties
// without a stated role do.
func (r Role) Buys() bool {
	return r.Receives() && r != RoleIntermediate && r != RoleForwarder && r != RoleNotify
}

// Party is somebody or something that the user asks about.
type Party struct {
	Role          Role         `json:"role"`
	Name          string       `json:"name"`
	OtherNames    []string     `json:"other_names,omitempty"`
	Schema        Schema       `json:"schema,omitempty"` // empty or legal_entity: not known
	BirthDate     Date         `json:"birth_date,omitzero"`
	BirthPlace    string       `json:"birth_place,omitempty"`
	Countries     []Country    `json:"countries,omitempty"`
	Nationalities []Country    `json:"nationalities,omitempty"`
	Gender        Gender       `json:"gender,omitempty"`
	Addresses     []Address    `json:"addresses,omitempty"`
	Identifiers   []Identifier `json:"identifiers,omitempty"`

	// What the user's customer master may know, for red flags.
	Founded    Date   `json:"founded,omitzero"` // when it was formed or registered
	Business   string `json:"business,omitempty"`
	Email      string `json:"email,omitempty"`
	Phone      string `json:"phone,omitempty"`
	Website    string `json:"website,omitempty"`
	Management string `json:"management,omitempty"` // names, divided by semicolons
}

// Validate reports a party that cannot be screened: it needs a name, an
// identifier or an address.
func (p *Party) Validate() error {
	var f faults
	f.when(p.Name == "" && len(p.Identifiers) == 0 && len(p.Addresses) == 0,
		"a party needs a name, an identifier or an address")
	f.when(p.Schema != "" && !known(p.Schema, Schemas), "schema %q is not one of %v", p.Schema, Schemas)
	f.when(p.Role != "" && !known(p.Role, Roles), "role %q is not one of %v", p.Role, Roles)
	return f.err("party")
}
