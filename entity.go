package enduse

// Schema says what kind of thing an entity or a party is.
type Schema string

// The schemas. A list that does not say what a party is yields
// SchemaLegalEntity: it may be a person or a company, and it is never taken
// for a person for want of a type.
const (
	SchemaLegalEntity  Schema = "legal_entity" // a person or an organisation, not known which
	SchemaPerson       Schema = "person"
	SchemaOrganization Schema = "organization"
	SchemaCompany      Schema = "company"
	SchemaVessel       Schema = "vessel"
	SchemaAircraft     Schema = "aircraft"
	SchemaAddress      Schema = "address" // an address listed without a name
	SchemaAsset        Schema = "asset"   // a security, a crypto asset, a facility, a zone
)

// Schemas lists every schema, in the order above.
var Schemas = []Schema{
	SchemaLegalEntity, SchemaPerson, SchemaOrganization, SchemaCompany,
	SchemaVessel, SchemaAircraft, SchemaAddress, SchemaAsset,
}

// EntityID names an entity for good: the source's id, a colon, and the id that
// the source itself gives the record, as in "ofac-sdn:36".
type EntityID string

// Entity is a party as an official list has it: every name, identifier,
// address and date, and the designations that make it listed.
type Entity struct {
	ID     EntityID `json:"id"`
	Source SourceID `json:"source"`           // the file it came in, such as us-csl
	List   ListID   `json:"list"`             // the legal list it is on, such as bis-el
	Schema Schema   `json:"schema"`           // what it is
	Kind   string   `json:"kind,omitempty"`   // the publisher's own word for its type
	Record string   `json:"record,omitempty"` // file and line or element, such as "sdn.csv:1"

	Names       []Name       `json:"names"`
	Identifiers []Identifier `json:"identifiers,omitempty"`
	Addresses   []Address    `json:"addresses,omitempty"`

	BirthDates    []Date    `json:"birth_dates,omitempty"`
	DeathDates    []Date    `json:"death_dates,omitempty"`
	BirthPlaces   []Place   `json:"birth_places,omitempty"`
	Nationalities []Country `json:"nationalities,omitempty"` // nationality and citizenship
	Countries     []Country `json:"countries,omitempty"`     // registration, residence, flag, address
	Gender        Gender    `json:"gender,omitempty"`
	Titles        []string  `json:"titles,omitempty"`
	Positions     []string  `json:"positions,omitempty"`
	Founded       []Date    `json:"founded,omitempty"` // incorporation or establishment
	Vessel        *Vessel   `json:"vessel,omitempty"`
	Websites      []string  `json:"websites,omitempty"`
	Emails        []string  `json:"emails,omitempty"`
	Phones        []string  `json:"phones,omitempty"`

	Designations []Designation `json:"designations,omitempty"`
	Interests    []Interest    `json:"interests,omitempty"`

	Remarks string   `json:"remarks,omitempty"` // the publisher's free text, whole
	Unread  []Unread `json:"unread,omitempty"`  // what the importer did not understand
}

// Gender as a list states it.
type Gender string

// The genders that official lists state.
const (
	GenderMale   Gender = "male"
	GenderFemale Gender = "female"
	GenderOther  Gender = "other"
)

// Vessel holds what a list says of a ship or an aircraft beyond its names and
// its identifiers (an IMO number is an Identifier).
type Vessel struct {
	Type         string   `json:"type,omitempty"`
	Flag         Country  `json:"flag,omitempty"`
	FormerFlags  []string `json:"former_flags,omitempty"`
	Tonnage      string   `json:"tonnage,omitempty"`       // deadweight, as printed
	GrossTonnage string   `json:"gross_tonnage,omitempty"` // gross registered, as printed
	Owner        string   `json:"owner,omitempty"`
	Built        *Date    `json:"built,omitempty"`
	Model        string   `json:"model,omitempty"`
}

// Unread is a piece of a record that the importer kept but did not understand.
// Editions count these, so that a change of a publisher's format is seen.
type Unread struct {
	Field string `json:"field"`
	Text  string `json:"text"`
}

// Caption is the name to show: the first primary name, else the first name,
// else the first address.
func (e *Entity) Caption() string {
	for _, n := range e.Names {
		if n.Kind == NamePrimary {
			return n.Text
		}
	}
	if len(e.Names) > 0 {
		return e.Names[0].Text
	}
	if len(e.Addresses) > 0 {
		return e.Addresses[0].String()
	}
	return string(e.ID)
}

// Programs returns the distinct programmes of the designations, in their order.
func (e *Entity) Programs() []string {
	return distinct(e.Designations, func(d Designation) []string { return []string{d.Program} })
}

// Measures returns the distinct measures of the designations, in their order.
func (e *Entity) Measures() []Measure {
	return distinct(e.Designations, func(d Designation) []Measure { return d.Measures })
}

// Lists returns the legal lists that the entity is on, its own first.
func (e *Entity) Lists() []ListID {
	all := append([]Designation{{List: e.List}}, e.Designations...)
	return distinct(all, func(d Designation) []ListID { return []ListID{d.List} })
}

// distinct collects the non-empty values in order, each once.
func distinct[T any, V ~string](from []T, values func(T) []V) []V {
	var out []V
	seen := map[V]bool{"": true}
	for _, f := range from {
		for _, v := range values(f) {
			if !seen[v] {
				seen[v] = true
				out = append(out, v)
			}
		}
	}
	return out
}

// Validate reports every fault that would make the entity unusable: an id or a
// source missing, neither name nor address nor identifier, a schema or a name
// kind outside the vocabulary.
func (e *Entity) Validate() error {
	var f faults
	f.when(e.ID == "", "id is missing")
	f.when(e.Source == "", "source is missing")
	f.when(e.List == "", "list is missing")
	f.when(!known(e.Schema, Schemas), "schema %q is not one of %v", e.Schema, Schemas)
	f.when(len(e.Names) == 0 && len(e.Addresses) == 0 && len(e.Identifiers) == 0,
		"neither name, address nor identifier")
	for i, n := range e.Names {
		f.when(n.Text == "", "name %d is empty", i+1)
		f.when(!known(n.Kind, NameKinds), "name %d: kind %q is not one of %v", i+1, n.Kind, NameKinds)
	}
	for i, d := range e.Designations {
		for _, m := range d.Measures {
			f.when(!known(m, Measures), "designation %d: measure %q is not one of %v", i+1, m, Measures)
		}
	}
	return f.err("entity " + string(e.ID))
}
