package uk

import (
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/country"
	"github.com/enduse/enduse/internal/list"
)

const (
	individual = "IndividualDetails/Individual/"
	company    = "EntityDetails/Entity/"
	vessel     = "ShipDetails/Ship/"
)

// leaves are the single facts of a record, by their path in the XML.
var leaves = map[string]func(*party, string){
	"UniqueID":             func(*party, string) {},
	"IndividualEntityShip": (*party).setKind,
	"OFSIGroupID":          func(p *party, s string) { p.AddReference("OFSI Group ID", s) },
	"UNReferenceNumber":    func(p *party, s string) { p.AddReference("United Nations", s) },
	"RegimeName":           (*party).setRegime,
	"DateDesignated":       (*party).setSince,
	"SanctionsImposed":     (*party).impose,
	"UKStatementofReasons": (*party).AddRemark,
	"OtherInformation":     (*party).AddRemark,
	"DesignationSource":    note("Designated by"),
	"LastUpdated":          note("Last updated"),

	"Titles/Title":                func(p *party, s string) { p.AddText(&p.Titles, s) },
	"PhoneNumbers/PhoneNumber":    func(p *party, s string) { p.AddText(&p.Phones, s) },
	"EmailAddresses/EmailAddress": func(p *party, s string) { p.AddText(&p.Emails, s) },
	"Websites/Website":            func(p *party, s string) { p.AddText(&p.Websites, s) },

	individual + "DOBs/DOB":                  (*party).born,
	individual + "Genders/Gender":            func(p *party, s string) { p.SetGender("Gender", s) },
	individual + "Nationalities/Nationality": func(p *party, s string) { p.AddNationality("Nationality", s) },
	individual + "Positions/Position":        func(p *party, s string) { p.AddText(&p.Positions, s) },

	company + "TypeOfEntities/TypeOfEntity":                            note("Type of entity"),
	company + "BusinessRegistrationNumbers/BusinessRegistrationNumber": (*party).business,
	company + "ParentCompanies/ParentCompany": func(p *party, s string) {
		p.tie(enduse.Interest{Kind: enduse.InterestOwnership, OwnerName: s, Asset: p.ID, Role: "parent company"})
	},
	company + "Subsidiaries/Subsidiary": func(p *party, s string) {
		p.tie(enduse.Interest{Kind: enduse.InterestOwnership, Owner: p.ID, AssetName: s, Role: "subsidiary"})
	},

	vessel + "IMONumbers/IMONumber": (*party).imo,
	vessel + "CurrentOwnerOperators/CurrentOwnerOperator": func(p *party, s string) {
		p.ship().Owner = s
		p.tie(enduse.Interest{Kind: enduse.InterestLinkedTo, OwnerName: s, Asset: p.ID, Role: "current owner or operator"})
	},
	vessel + "PreviousOwnerOperators/PreviousOwnerOperator": func(p *party, s string) {
		p.tie(enduse.Interest{Kind: enduse.InterestLinkedTo, OwnerName: s, Asset: p.ID, Role: "previous owner or operator"})
	},
	vessel + "CurrentBelievedFlagOfShips/CurrentBelievedFlagOfShip": (*party).flag,
	vessel + "PreviousFlags/PreviousFlag":                           func(p *party, s string) { p.AddText(&p.ship().FormerFlags, s) },
	vessel + "TypeOfShipDetails/TypeOfShip":                         func(p *party, s string) { p.ship().Type = s },
	vessel + "TonnageOfShipDetails/TonnageOfShip":                   func(p *party, s string) { p.ship().Tonnage = s },
	vessel + "LengthOfShipDetails/LengthOfShip":                     note("Length"),
	vessel + "YearsBuilt/YearBuilt":                                 (*party).built,
	hull: func(p *party, s string) {
		p.AddIdentifier(enduse.Identifier{Kind: enduse.IDHull, Value: s, Label: "Hull identification number"})
	},
}

// hull is a column of the CSV; what the XML calls it is not known.
const hull = vessel + "HullIdentificationNumber"

func note(label string) func(*party, string) {
	return func(p *party, s string) { p.AddNote(label, s) }
}

func (p *party) setRegime(s string) {
	if p.regime != "" && p.regime != s {
		p.AddUnread("RegimeName", s)
		return
	}
	p.regime = s
}

// setSince takes the day of designation, the earliest if there are several.
func (p *party) setSince(s string) {
	d, ok := day(s)
	switch {
	case !ok:
		p.AddUnread("DateDesignated", s)
	case p.since == nil || d.First().Before(p.since.First()):
		p.since = &d
	}
}

func (p *party) born(s string) {
	if d, ok := partial(s); ok {
		p.AddBirth(d)
	} else {
		p.AddUnread("DOB", s)
	}
}

func (p *party) flag(s string) {
	c, ok := country.Parse(s)
	switch {
	case !ok:
		p.AddUnread("CurrentBelievedFlagOfShip", s)
	case p.ship().Flag != "" && p.ship().Flag != c:
		p.AddText(&p.ship().FormerFlags, s)
	default:
		p.ship().Flag = c
		p.AddCountry(c)
	}
}

func (p *party) built(s string) {
	d, ok := partial(strings.ReplaceAll(s, ",", "")) // it has "2,019"
	if !ok {
		p.AddUnread("YearBuilt", s)
		return
	}
	p.ship().Built = &d
}

// take hands a text to its leaf, if there is one and the text is not empty.
func (p *party) take(path, text string) bool {
	f, ok := leaves[path]
	if text = list.OneLine(text); ok && text != "" {
		f(p, text)
	}
	return ok
}
