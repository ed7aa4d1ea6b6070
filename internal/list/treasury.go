package list

import (
	"slices"
	"strings"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
)

// treasuryKinds are the words that the US Treasury prints before an
// identifier, in SDN.CSV's remarks and in the ids of the Consolidated
// Screening List, with the kind that each means. Commercial registers
// are "registration", taxpayers' numbers "tax"; what means neither a
// person nor an organisation (a permit, a book-keeping reference) is "other".
var treasuryKinds = map[string]enduse.IdentifierKind{
	"Passport": enduse.IDPassport, "Diplomatic Passport": enduse.IDPassport, "Passport No.": enduse.IDPassport,
	"British National Overseas Passport": enduse.IDPassport, "Stateless Person Passport": enduse.IDPassport,
	"Interpol Passport": enduse.IDPassport, "Travel Document Number": enduse.IDPassport, "U.S.A. Passport": enduse.IDPassport,

	"National ID No.": enduse.IDNational, "National Foreign ID Number": enduse.IDNational, "Cedula No.": enduse.IDNational,
	"Personal ID Card": enduse.IDNational, "Cedula de Ciudadania": enduse.IDNational, "Cedula de Residencia": enduse.IDNational,
	"D.N.I.": enduse.IDNational, "C.U.R.P.": enduse.IDNational, "CURP": enduse.IDNational, "C.U.I.": enduse.IDNational, "I.F.E.": enduse.IDNational,
	"Citizen's Card Number": enduse.IDNational, "Turkish Identification Number": enduse.IDNational, "N.I.E.": enduse.IDNational,
	"Numero de Identidad": enduse.IDNational, "Kenyan ID No.": enduse.IDNational, "Tazkira National ID Card": enduse.IDNational,
	"Bosnian Personal ID No.": enduse.IDNational, "Moroccan Personal ID No.": enduse.IDNational, "UAE Identification": enduse.IDNational,
	"Afghan ID": enduse.IDNational, "Residency Number": enduse.IDNational, "Refugee ID Card": enduse.IDNational,
	"Stateless Person ID Card": enduse.IDNational, "CNP (Personal Numerical Code)": enduse.IDNational, "LE Number": enduse.IDNational,
	"SSN": enduse.IDNational, "Electoral Registry No.": enduse.IDNational, "Credencial electoral": enduse.IDNational,
	"C.U.I.P.": enduse.IDNational, "Romanian Permanent Resident CAN": enduse.IDNational, "Tarjeta de Identidad": enduse.IDNational,
	"Cartilla de Servicio Militar Nacional": enduse.IDNational, "Bahraini ID Number": enduse.IDNational, "Stateless Person Document": enduse.IDNational,

	"Tax ID No.": enduse.IDTax, "R.F.C.": enduse.IDTax, "RFC": enduse.IDTax, "NIT #": enduse.IDTax, "RUC #": enduse.IDTax, "RIF #": enduse.IDTax,
	"C.U.I.T.": enduse.IDTax, "V.A.T. Number": enduse.IDTax, "Italian Fiscal Code": enduse.IDTax, "Fiscal Code": enduse.IDTax, "RTN": enduse.IDTax,
	"US FEIN": enduse.IDTax, "C.I.F.": enduse.IDTax, "N.I.F.": enduse.IDTax, "Paraguayan tax identification number": enduse.IDTax,
	"Numero Unico de Identificacao Tributaria (NUIT)": enduse.IDTax, "Romanian Tax Registration": enduse.IDTax, "CNPJ": enduse.IDTax,
	"Tax ID Number": enduse.IDTax, "C.N.P.J": enduse.IDTax, "RUN": enduse.IDTax,

	"Registration Number": enduse.IDRegistration, "Registration ID": enduse.IDRegistration, "Registration No.": enduse.IDRegistration,
	"Business Registration Number": enduse.IDRegistration, "Business Registration Document #": enduse.IDRegistration, "Business Number": enduse.IDRegistration,
	"Company Number": enduse.IDRegistration, "UK Company Number": enduse.IDRegistration, "Commercial Registry Number": enduse.IDRegistration,
	"C.R. No.": enduse.IDRegistration, "Folio Mercantil No.": enduse.IDRegistration, "Matricula Mercantil No": enduse.IDRegistration,
	"Public Registration Number": enduse.IDRegistration, "Chamber of Commerce Number": enduse.IDRegistration, "Enterprise Number": enduse.IDRegistration,
	"Economic Register Number (CBLS)": enduse.IDRegistration, "Central Registration System Number": enduse.IDRegistration,
	"Istanbul Chamber of Comm. No.": enduse.IDRegistration, "Certificate of Incorporation Number": enduse.IDRegistration,
	"Organization Code": enduse.IDRegistration, "Vessel Registration Identification": enduse.IDRegistration,
	"Romanian C.R.": enduse.IDRegistration, "Registered Charity No.": enduse.IDRegistration, "C.I.N.": enduse.IDRegistration,
	"Branch Unit Number": enduse.IDRegistration, "Registration Certificate Number (Dubai)": enduse.IDRegistration,
	"Dubai Chamber of Commerce Membership No.": enduse.IDRegistration, "Trade License No.": enduse.IDRegistration,
	"Russian State Individual Business Registration Number Pattern (OGRNIP)": enduse.IDRegistration,

	"Government Gazette Number":                     enduse.IDOKPO,
	"Unified Social Credit Code (USCC)":             enduse.IDUSCC,
	"United Social Credit Code Certificate (USCCC)": enduse.IDUSCC,
	"Legal Entity Number":                           enduse.IDLEI,
	"SWIFT/BIC":                                     enduse.IDBIC,
	"D-U-N-S Number":                                enduse.IDDUNS,
	"ISIN":                                          enduse.IDISIN,
	"Identification Number ISIN":                    enduse.IDISIN,
	"Equity Ticker":                                 enduse.IDTicker,
	"Vessel Registration Identification IMO":        enduse.IDIMO,
	"MMSI":                                          enduse.IDMMSI,
	"Other Vessel Call Sign":                        enduse.IDCallSign,
	"Vessel Call Sign":                              enduse.IDCallSign,
	"Aircraft Tail Number":                          enduse.IDTail,
	"Previous Aircraft Tail Number":                 enduse.IDTail,
	"Aircraft Manufacturer's Serial Number (MSN)":   enduse.IDHull,
	"Aircraft Serial Number":                        enduse.IDHull,
	"Aircraft Serial Identification":                enduse.IDHull,
	"Aircraft Construction Number (also called L/N or S/N or F/N)": enduse.IDHull,
	"Driver's License No.":     enduse.IDDriver,
	"Birth Certificate Number": enduse.IDBirthCert,

	"BIK (RU)": enduse.IDOther, "License": enduse.IDOther, "Permit Number": enduse.IDOther, "SRE Permit No.": enduse.IDOther,
	"Aircraft Mode S Transponder Code": enduse.IDOther, "File Number": enduse.IDOther, "Immigration No.": enduse.IDOther,
	"VisaNumberID": enduse.IDOther, "Serial No.": enduse.IDOther, "Chinese Commercial Code": enduse.IDOther,
	"Military Registration Number": enduse.IDOther, "Pilot License Number": enduse.IDOther, "Tourism License No.": enduse.IDOther,
	"Afghan Money Service Provider License Number": enduse.IDOther, "MSB Registration Number": enduse.IDOther,
	"Public Security and Immigration No.": enduse.IDOther, "Seafarer's Identification Document": enduse.IDOther,
	"Trademark number": enduse.IDOther, "International Maritime Organization No.": enduse.IDOther,
	// the IMO's number of a company is not that of a ship
	"Identification Number IMO": enduse.IDOther, "Company Number IMO": enduse.IDOther,
	// of a person a national number, of anybody else a registration: see refine
	"Identification Number": enduse.IDOther,
}

// TreasuryLabels returns the words for identifiers, the longest first, so that
// the first that begins a text is the one meant.
func TreasuryLabels() []string {
	out := make([]string, 0, len(treasuryKinds))
	for label := range treasuryKinds {
		out = append(out, label)
	}
	slices.SortFunc(out, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return out
}

// TreasuryIdentifier returns the identifier that a label and a value stand
// for, and false if the label is not known. A Russian taxpayer number becomes
// an INN and a Russian registration number an OGRN where the count of digits
// fits; the printed word stays in Label.
func TreasuryIdentifier(label, value string, of enduse.Schema, country enduse.Country) (enduse.Identifier, bool) {
	kind, ok := treasuryKinds[label]
	if !ok {
		return enduse.Identifier{}, false
	}
	id := checkdigit.Identifier(refine(kind, label, value, of, country), value, country)
	id.Label = label
	return id, true
}

// refine names the kind more exactly than its label does.
func refine(kind enduse.IdentifierKind, label, value string, of enduse.Schema, country enduse.Country) enduse.IdentifierKind {
	digits := allDigits(value)
	switch {
	case kind == enduse.IDTax && country == "RU" && (digits == 10 || digits == 12):
		return enduse.IDINN
	case kind == enduse.IDRegistration && country == "RU" && (digits == 13 || digits == 15):
		return enduse.IDOGRN
	case kind == enduse.IDOKPO && country != "" && country != "RU", kind == enduse.IDLEI && len(value) != 20:
		return enduse.IDRegistration
	case label == "Identification Number IMO" && of == enduse.SchemaVessel:
		return enduse.IDIMO
	case label == "Vessel Registration Identification" && digits == 7 && checkdigit.Of(enduse.IDIMO, value) != enduse.CheckWrong:
		return enduse.IDIMO
	case label == "Identification Number" && of == enduse.SchemaPerson:
		return enduse.IDNational
	case label == "Identification Number":
		return enduse.IDRegistration
	}
	return kind
}

// allDigits returns the length of a text of digits only, and 0 for others.
func allDigits(s string) int {
	for _, r := range s {
		if r < '0' || r > '9' {
			return 0
		}
	}
	return len(s)
}
