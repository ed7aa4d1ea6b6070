package enduse

// Measure is what a designation forbids or asks for. A name on the Unverified
// List is not a frozen one: what may be done follows from the measure, not
// from being listed.
type Measure string

// The measures.
const (
	MeasureAssetFreeze   Measure = "asset_freeze"
	MeasureExportLicence Measure = "export_licence" // a licence is needed, or export is denied
	MeasureDebtEquity    Measure = "debt_equity"    // sectoral limits on debt and equity
	MeasureSecurities    Measure = "securities"     // no dealing in listed securities
	MeasureTravelBan     Measure = "travel_ban"
	MeasureServices      Measure = "services" // bank accounts, insurance, other services limited
	MeasureVesselPort    Measure = "vessel_port"
	MeasureRedFlag       Measure = "red_flag" // due diligence is asked for, nothing is forbidden by name
)

// Measures lists every measure, the most restrictive first.
var Measures = []Measure{
	MeasureAssetFreeze, MeasureExportLicence, MeasureVesselPort, MeasureDebtEquity,
	MeasureSecurities, MeasureServices, MeasureTravelBan, MeasureRedFlag,
}

// Designation is one act that lists an entity: on which list, under which
// programme, with which measures, on what basis, and when.
type Designation struct {
	List     ListID    `json:"list"`
	Program  string    `json:"program,omitempty"` // the publisher's programme code
	Measures []Measure `json:"measures,omitempty"`
	Basis    string    `json:"basis,omitempty"` // the legal basis: an act, a notice, an order
	Since    *Date     `json:"since,omitempty"`
	Until    *Date     `json:"until,omitempty"` // the last day in force
	Policy   string    `json:"policy,omitempty"`
	URL      string    `json:"url,omitempty"`
}

// InForce reports whether the designation holds on the given day. A date that
// the list does not give sets no limit.
func (d Designation) InForce(day Date) bool {
	if day.IsZero() {
		return true
	}
	if d.Since != nil && day.Last().Before(d.Since.First()) {
		return false
	}
	return d.Until == nil || !day.First().After(d.Until.Last())
}

// InForce reports whether the entity is on a list on the given day: one of
// its designations holds, or it has none that could say otherwise.
func (e *Entity) InForce(day Date) bool {
	for _, d := range e.Designations {
		if d.InForce(day) {
			return true
		}
	}
	return len(e.Designations) == 0
}

// InterestKind says how two parties are tied.
type InterestKind string

// The kinds of interests. LinkedTo is a publisher's bare statement of a link,
// without its nature or its share.
const (
	InterestOwnership    InterestKind = "ownership"
	InterestControl      InterestKind = "control"
	InterestDirectorship InterestKind = "directorship"
	InterestFamily       InterestKind = "family"
	InterestLinkedTo     InterestKind = "linked_to"
)

// Interest ties an owner to an asset. Owner and Asset are entity ids where the
// source gives them; OwnerName and AssetName hold names where it does not.
type Interest struct {
	Kind      InterestKind `json:"kind"`
	Owner     EntityID     `json:"owner,omitempty"`
	OwnerName string       `json:"owner_name,omitempty"`
	Asset     EntityID     `json:"asset,omitempty"`
	AssetName string       `json:"asset_name,omitempty"`
	Role      string       `json:"role,omitempty"`
	Share     *float64     `json:"share,omitempty"` // percent, 0 to 100
	Since     *Date        `json:"since,omitempty"`
	Until     *Date        `json:"until,omitempty"`
}
