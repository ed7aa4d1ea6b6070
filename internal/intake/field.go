package intake

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/enduse/enduse"
)

// field is what a column says of a party, of goods, or of an order.
type field string

const (
	fName          field = "name"
	fGiven         field = "given_name"
	fFamily        field = "family_name"
	fMiddle        field = "middle_name"
	fOtherNames    field = "other_names"
	fID            field = "id"
	fType          field = "type"
	fRole          field = "role"
	fBirthDate     field = "birth_date"
	fBirthPlace    field = "birth_place"
	fGender        field = "gender"
	fCountry       field = "country"
	fFlag          field = "flag"
	fNationality   field = "nationality"
	fAddress       field = "address"
	fCity          field = "city"
	fRegion        field = "region"
	fPostalCode    field = "postal_code"
	fIdentifier    field = "identifier"
	fIdentType     field = "identifier_type"
	fIdentCountry  field = "identifier_country"
	fOrderID       field = "order_id"
	fLine          field = "line"
	fDescription   field = "description"
	fUnit          field = "unit"
	fValue         field = "value"
	fCurrency      field = "currency"
	fGoodsOrigin   field = "country_of_origin"
	fOrigin        field = "origin"
	fDestination   field = "destination"
	fTransit       field = "transit"
	fFounded       field = "founded"
	fBusiness      field = "business"
	fEmail         field = "email"
	fPhone         field = "phone"
	fWebsite       field = "website"
	fManagement    field = "management"
	fDelivery      field = "delivery"
	fEndUseCountry field = "end_use_country"
	fOrderDate     field = "order_date"
	fPayMethod     field = "payment_method"
	fPlace         field = "place"
	fText          field = "text"
	fPayCountry    field = "payment_country"
	identifierMark       = "identifier." // before the kind of an identifier column
)

// isIdentifier reports whether the field is an identifier that has a column of
// its own.
func (f field) isIdentifier() bool { return strings.HasPrefix(string(f), identifierMark) }

// partyFields are what a column says of a party, other than identifiers of one kind.
var partyFields = []field{
	fName, fGiven, fFamily, fMiddle, fOtherNames, fType, fRole, fBirthDate, fBirthPlace, fGender, fCountry, fFlag, fNationality, fAddress, fCity,
	fRegion, fPostalCode, fFounded, fBusiness, fEmail, fPhone, fWebsite, fManagement, fIdentifier, fIdentType, fIdentCountry,
}

// ofParty reports whether the field says something of a party, and not of the goods
// or the order.
func (f field) ofParty() bool { return slices.Contains(partyFields, f) || f.isIdentifier() }

// key reports whether a party may be found by the field alone.
func (f field) key() bool {
	ident := f.isIdentifier()
	return ident || f == fName || f == fGiven || f == fFamily || f == fIdentifier || f == fAddress || f == fOtherNames
}

// columnRole is the meaning of a column: a field, and whose it is; the role is ""
// for the row's own party and for what belongs to no party.
type columnRole struct {
	role  enduse.Role
	field field
}

// connectors are words between a detail and a party: "address of the consignee".
var connectors = map[string]bool{
	"of": true, "the": true, "de": true, "del": true, "la": true, "le": true, "du": true, "des": true, "der": true, "dem": true, "d": true, "l": true, "el": true,
	"da": true, "do": true, "dos": true, "das": true, "di": true, "della": true,
}

// words folds a text to lower-case words of letters and digits without marks.
func words(s string) []string {
	folded := strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		if r == 'ı' { // of Turkish: it has no mark to take off
			return 'i'
		}
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		if r == '#' || r == '№' {
			return r
		}
		return ' '
	}, norm.NFKD.String(strings.ReplaceAll(s, "№", " no ")))
	return strings.Fields(folded)
}

// fold is the key of a column name: its words without connectors, run together.
func fold(s string) string {
	var b strings.Builder
	for _, w := range words(s) {
		if !connectors[w] {
			b.WriteString(w)
		}
	}
	return strings.ReplaceAll(b.String(), "ß", "ss")
}
