package opensanctions

import (
	"maps"
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/list"
)

// identifierKinds are the properties that are numbers somebody issued.
var identifierKinds = map[string]enduse.IdentifierKind{
	"innCode": enduse.IDINN, "ogrnCode": enduse.IDOGRN, "kppCode": enduse.IDKPP, "okpoCode": enduse.IDOKPO, "leiCode": enduse.IDLEI,
	"swiftBic": enduse.IDBIC, "imoNumber": enduse.IDIMO, "mmsi": enduse.IDMMSI, "callSign": enduse.IDCallSign,
	"passportNumber": enduse.IDPassport, "idNumber": enduse.IDNational, "taxNumber": enduse.IDTax, "vatCode": enduse.IDTax,
	"registrationNumber": enduse.IDRegistration, "uscCode": enduse.IDUSCC, "dunsCode": enduse.IDDUNS, "isin": enduse.IDISIN,
	"isinCode": enduse.IDISIN, "ticker": enduse.IDTicker, "publicKey": enduse.IDWallet, "iban": enduse.IDIBAN,
	"socialSecurityNumber": enduse.IDNational, "serialNumber": enduse.IDHull, "wikidataId": enduse.IDOfficial,
	"uniqueEntityId": enduse.IDOther, "npiCode": enduse.IDOther, "cageCode": enduse.IDOther, "giiNumber": enduse.IDOther,
	"icaoCode": enduse.IDOther, "okfsCode": enduse.IDOther, "bikCode": enduse.IDOther, "opencorporatesUrl": enduse.IDOther,
	"permId": enduse.IDOther, "cikCode": enduse.IDOther, "crsNumber": enduse.IDOther, "accountNumber": enduse.IDOther,
}

// texts are the properties that are a list of texts of the entity.
var texts = map[string]func(*enduse.Entity) *[]string{
	"title":    func(e *enduse.Entity) *[]string { return &e.Titles },
	"position": func(e *enduse.Entity) *[]string { return &e.Positions },
	"website":  func(e *enduse.Entity) *[]string { return &e.Websites },
	"email":    func(e *enduse.Entity) *[]string { return &e.Emails },
	"phone":    func(e *enduse.Entity) *[]string { return &e.Phones },
}

// dates are those that are dates of the entity.
var dates = map[string]func(*enduse.Entity) *[]enduse.Date{
	"birthDate":         func(e *enduse.Entity) *[]enduse.Date { return &e.BirthDates },
	"deathDate":         func(e *enduse.Entity) *[]enduse.Date { return &e.DeathDates },
	"incorporationDate": func(e *enduse.Entity) *[]enduse.Date { return &e.Founded },
}

// countries are those that are countries of the entity.
var countries = map[string]func(*enduse.Entity) *[]enduse.Country{
	"nationality":  func(e *enduse.Entity) *[]enduse.Country { return &e.Nationalities },
	"citizenship":  func(e *enduse.Entity) *[]enduse.Country { return &e.Nationalities },
	"country":      func(e *enduse.Entity) *[]enduse.Country { return &e.Countries },
	"mainCountry":  func(e *enduse.Entity) *[]enduse.Country { return &e.Countries },
	"jurisdiction": func(e *enduse.Entity) *[]enduse.Country { return &e.Countries },
	"flag":         func(e *enduse.Entity) *[]enduse.Country { return &e.Countries },
}

// remarkable are properties of FollowTheMoney that are kept as remarks.
var remarkable = []string{
	"description", "summary", "notes", "keywords", "political", "religion", "ethnicity", "education", "profession", "spokenLanguage",
	"motherName", "sector", "classification", "legalForm", "status", "dissolutionDate", "sourceUrl", "wikipediaUrl", "publisher",
	"publisherUrl", "recordId", "programId", "program", "recordDate", "modifiedAt", "createdAt", "retrievedAt", "previousPosition", "appearance", "height", "weight",
	"eyeColor", "hairColor", "deathPlace", "amount", "amountUsd", "currency", "complexity", "caliCode", "gicsCode", "operator",
	"principalActivity", "capital", "managingExchange", "balance", "balanceDate", "mangingExchange", "accountId", "crossDeckingStatus",
}

// handled are properties that other code reads.
var handled = []string{
	"name", "topics", "addressEntity", "address", "gender", "birthPlace", "birthCountry", "type", "model", "buildDate", "tonnage",
	"grossRegisteredTonnage", "deadweightTonnage", "pastFlags", "owner", "issuer", "holder",
}

// properties reads all of a record, in the order of their names.
func (p *party) properties() {
	for _, name := range slices.Sorted(maps.Keys(p.ftm.Properties)) {
		p.property(name)
	}
	p.places()
	p.gender()
	if p.Schema == enduse.SchemaVessel || p.Schema == enduse.SchemaAircraft {
		p.vessel()
	}
	p.holders()
}

func (p *party) property(name string) {
	values := p.ftm.values(name)
	kind, number := identifierKinds[name]
	switch {
	case number:
		for _, v := range values {
			p.identify(p.refine(name, kind), name, v)
		}
	case texts[name] != nil:
		to := texts[name](&p.Entity)
		*to = append(*to, values...)
	case dates[name] != nil:
		p.dates(name, values)
	case countries[name] != nil:
		p.countries(name, values)
	case slices.Contains(remarkable, name):
		for _, v := range values {
			p.AddRemark(name + ": " + v)
		}
	case slices.Contains(handled, name), slices.Contains(nameParts, name),
		slices.ContainsFunc(nameKinds, func(k struct {
			property string
			kind     enduse.NameKind
		},
		) bool {
			return k.property == name
		}):
	default:
		for _, v := range values {
			p.AddUnread(name, v)
		}
	}
}

// refine names a kind more exactly by what the party is.
func (p *party) refine(property string, kind enduse.IdentifierKind) enduse.IdentifierKind {
	switch {
	case property == "imoNumber" && p.Schema != enduse.SchemaVessel:
		return enduse.IDOther // the IMO's number of a company is not that of a ship
	case property == "registrationNumber" && p.Schema == enduse.SchemaAircraft:
		return enduse.IDTail
	case property == "idNumber" && p.Schema != enduse.SchemaPerson:
		return enduse.IDRegistration
	}
	return kind
}

// identify adds a number. The model does not say whose it is, so it has no
// country.
func (p *party) identify(kind enduse.IdentifierKind, label, value string) {
	id := enduse.Identifier{Kind: kind, Value: value, Label: label}
	if kind == enduse.IDWallet {
		id.Note = p.ftm.get("currency")
	}
	p.AddIdentifier(id)
}

func (p *party) dates(name string, values []string) {
	to := dates[name](&p.Entity)
	for _, v := range values {
		if d, ok := parseDate(v); ok {
			*to = append(*to, d)
		} else {
			p.AddUnread(name, v)
		}
	}
}

func (p *party) countries(name string, values []string) {
	to := countries[name](&p.Entity)
	for _, v := range values {
		c, ok := countryOf(v)
		switch {
		case !ok:
			p.AddUnread(name, v)
		case !slices.Contains(*to, c):
			*to = append(*to, c)
		}
	}
}

func (p *party) gender() {
	for _, v := range p.ftm.values("gender") {
		switch strings.ToLower(v) {
		case "male", "m":
			p.Gender = enduse.GenderMale
		case "female", "f":
			p.Gender = enduse.GenderFemale
		case "other":
			p.Gender = enduse.GenderOther
		default:
			p.AddUnread("gender", v)
		}
	}
}

// vessel reads what is known of a ship or an aircraft.
func (p *party) vessel() {
	f := p.ftm
	v := enduse.Vessel{
		Type: f.get("type"), Model: f.get("model"), Built: f.date("buildDate"), FormerFlags: f.values("pastFlags"),
		GrossTonnage: f.get("grossRegisteredTonnage"), Tonnage: f.get("deadweightTonnage"),
	}
	if v.Tonnage == "" {
		v.Tonnage = f.get("tonnage")
	}
	if flags := f.values("flag"); len(flags) == 1 {
		v.Flag, _ = countryOf(flags[0])
	}
	if v.Type+v.Model+v.GrossTonnage+v.Tonnage+string(v.Flag) != "" || v.Built != nil || len(v.FormerFlags) > 0 {
		p.Vessel = &v
	}
}

// holders ties a thing to those it points to as owner, holder or issuer.
func (p *party) holders() {
	for _, property := range []string{"owner", "holder", "issuer"} {
		for _, id := range p.ftm.refs(property) {
			p.Interests = append(p.Interests, enduse.Interest{
				Kind: enduse.InterestLinkedTo, Owner: idOf(id), OwnerName: p.graph.names[id], Asset: p.ID, Role: property,
			})
		}
	}
}

// places reads addresses and places of birth.
func (p *party) places() {
	for _, text := range p.ftm.values("address") {
		p.Addresses = append(p.Addresses, enduse.Address{Text: list.OneLine(text)})
	}
	for _, id := range p.ftm.refs("addressEntity") {
		a, ok := p.graph.things[id]
		if !ok {
			p.AddUnread("addressEntity", id)
			continue
		}
		p.addAddress(a)
	}
	var born enduse.Country
	if codes := p.ftm.values("birthCountry"); len(codes) == 1 {
		born, _ = countryOf(codes[0])
	}
	places := p.ftm.values("birthPlace")
	for _, text := range places {
		place := enduse.Place{Text: list.OneLine(text)}
		if len(places) == 1 {
			place.Country = born
		}
		p.BirthPlaces = append(p.BirthPlaces, place)
	}
	if len(places) == 0 || born == "" {
		for _, code := range p.ftm.values("birthCountry") {
			c, _ := countryOf(code)
			p.BirthPlaces = append(p.BirthPlaces, enduse.Place{Text: code, Country: c})
		}
	}
}

// addAddress adds an Address; the whole text that it may have in addition to its parts
// is one that the party often has too.
func (p *party) addAddress(f ftm) {
	a := enduse.Address{
		Street: strings.Join(append(f.values("street"), f.values("street2")...), ", "),
		City:   f.get("city"), PostalCode: f.get("postalCode"), Region: f.get("region"), Note: f.get("remarks"),
		Text: list.OneLine(f.get("full")),
	}
	if a.Region == "" {
		a.Region = f.get("state")
	}
	if text := f.get("country"); text != "" {
		if c, ok := countryOf(text); ok {
			a.Country = c
		} else {
			a.CountryText = text
		}
	}
	if a.IsZero() {
		return
	}
	p.Addresses = slices.DeleteFunc(p.Addresses, func(o enduse.Address) bool { return o.Text != "" && o == enduse.Address{Text: a.Text} })
	p.Addresses = append(p.Addresses, a)
}
