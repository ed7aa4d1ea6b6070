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
)

// Roles lists every role.
var Roles = []Role{
	RoleParty, RoleCustomer, RoleConsignee, RoleIntermediate, RoleEndUser, RolePurchaser,
	RoleSupplier, RoleManufacturer, RoleForwarder, RoleCarrier, RoleVessel, RoleNotify,
	RoleBank, RolePayer, RoleAgent, RoleOwner, RoleDirector,
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

// Item is one line of goods of a shipment.
type Item struct {
	Line         int     `json:"line"`
	Description  string  `json:"description,omitempty"`
	HS           string  `json:"hs,omitempty"`
	ECCN         string  `json:"eccn,omitempty"`
	MPN          string  `json:"mpn,omitempty"` // manufacturer's part number
	Manufacturer string  `json:"manufacturer,omitempty"`
	Quantity     string  `json:"quantity,omitempty"`
	Unit         string  `json:"unit,omitempty"`
	Value        string  `json:"value,omitempty"`
	Currency     string  `json:"currency,omitempty"`
	Origin       Country `json:"origin,omitempty"`
}

// Route is the way of the goods as far as the user's file states it.
type Route struct {
	Origin      Country   `json:"origin,omitempty"`
	Transit     []Country `json:"transit,omitempty"`
	Destination Country   `json:"destination,omitempty"`
}

// IsZero reports whether nothing is known of the route.
func (r Route) IsZero() bool { return r.Origin == "" && r.Destination == "" && len(r.Transit) == 0 }

// Shipment is what is asked about: parties, and perhaps goods and a route. A
// file of business partners holds shipments of one party each.
type Shipment struct {
	ID      string  `json:"id,omitempty"`
	Parties []Party `json:"parties"`
	Items   []Item  `json:"items,omitempty"`
	Route   Route   `json:"route,omitzero"`
	// Unread is what stood in the user's file and could not be read into the
	// shipment, perhaps parties. It is a gap of the verdict.
	Unread []Gap `json:"unread,omitempty"`
}

// Query is one question: this shipment, as of this day. The zero AsOf is today.
type Query struct {
	Shipment Shipment `json:"shipment"`
	AsOf     Date     `json:"as_of,omitzero"`
}

// Validate reports every party that cannot be screened.
func (q *Query) Validate() error {
	var f faults
	f.when(len(q.Shipment.Parties) == 0, "nobody to screen")
	for i := range q.Shipment.Parties {
		f.add(q.Shipment.Parties[i].Validate())
	}
	return f.err("query")
}
