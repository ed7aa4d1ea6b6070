package intake

import (
	"regexp"
	"slices"
	"strings"
)

// shortWords are words of column names as programs shorten them, and what they are
// short for.
var shortWords = func() map[string]string {
	out := map[string]string{}
	for one := range strings.SplitSeq(shortTable, ",") {
		long, all, _ := strings.Cut(one, ":")
		for w := range strings.FieldsSeq(all) {
			out[w] = strings.TrimSpace(long)
		}
	}
	return out
}()

const shortTable = `country: ctry cntry cntr ctr countrycd ctrycd, destination: dest dst destn, address: addr adr adrs, customer: cust cstmr custm, name: nm nme, account: acct acc, party: pty prty, beneficiary: benef bene bnf bnfy benf, supplier: supp suppl splr, vendor: vend vndr, consignee: cnee consgn cons cnsgnee consg, shipper: shpr shp shppr, notify: ntfy nfy ntf, registration: regn regist, nationality: natl nat natnlty, discharge: disch dischg, number: nbr numb, port: prt, vessel: vsl vssl, purchaser: purch, manufacturer: manuf mfgr, description: desc descr dscr, forwarder: fwdr, carrier: carr, consignor: cnor, delivery: dlv deliv dlvry, organization: org orgn, company: comp cmpny coy, residence: res resid, passport: pass ppt pp psprt, birth: bth brth, date: dt, region: rgn, postal: pstl, contact: cntct, telephone: tlf, buyer: byr, seller: slr, document: docu, reference: refer refno, identifier: ident idnt, code: cd, type: typ, quantity: qnty, creditor: cdtr crdtr, debtor: dbtr, ultimate: ultmt ult, bic: bicfi`

// numberWords say that a column holds numbers, and not of what.
var numberWords = map[string]bool{
	"no": true, "nr": true, "num": true, "number": true, "nos": true, "#": true, "№": true, "numero": true, "nummer": true, "номер": true, "code": true, "id": true, "n": true, "numer": true,
	"cd": true,
}

// humps are where a word begins with a capital in the midst of a name: displayName.
var humps = regexp.MustCompile(`(\p{Ll})(\p{Lu})`)

// abbreviated finds the meaning of a column name once its short words are written
// out, and without words that only say that it holds numbers or codes: "cust_nm",
// "IMO-Nr.", "Discharge Port Code".
func abbreviated(column string) (columnRole, bool) {
	short, _, _ := strings.Cut(column, "(")
	all := words(short)
	long := words(humps.ReplaceAllString(short, "$1 $2"))
	if len(long) == 0 || len(long) > 6 {
		return columnRole{}, false
	}
	for i, w := range long {
		if bare := strings.TrimRight(w, "0123456789"); len(bare) > 2 {
			w = bare // address1_country
		}
		if full, ok := shortWords[w]; ok {
			w = full
		}
		long[i] = w
	}
	if t, ok := dict().meaning(fold(strings.Join(long, " "))); ok && !slices.Equal(long, all) {
		return t, true
	}
	if last := len(long) - 1; last > 0 && (long[last] == "description" || long[last] == "text" || long[last] == "txt") { // as SAP calls names
		if t, ok := dict().meaning(fold(strings.Join(long[:last], " "))); ok && t.role != "" && t.field == fName {
			return t, true
		}
	}
	bare := slices.DeleteFunc(slices.Clone(long), func(w string) bool { return numberWords[w] })
	if len(bare) == 0 || len(bare) == len(long) || strings.Contains(column, ".") && !strings.HasSuffix(short, ".") && !strings.Contains(short, " ") {
		return columnRole{}, false
	}
	t, ok := dict().meaning(fold(strings.Join(bare, " ")))
	switch {
	case !ok:
		return columnRole{}, false
	case t.field == fName: // the number of a party is not a name
		return columnRole{field: fID}, true
	case t.field.isIdentifier(), t.field == fIdentifier, t.field == fID, t.field == fPhone, t.field == fPlace, t.field == fCountry, t.field == fDestination, t.field == fOrigin, t.field == "hs", t.field == fNationality:
		return t, true
	}
	return columnRole{}, false
}

// oneOf finds the meaning of a column that has several names: "Client / Supplier",
// "Passport/ID", "Buyer name & address". What names somebody goes first.
func oneOf(column string) (best columnRole, found bool) {
	if strings.Contains(column, "://") {
		return columnRole{}, false
	}
	cut := strings.NewReplacer(" & ", "/", " and ", "/", " or ", "/", " und ", "/", " oder ", "/", " et ", "/", " y ", "/", " и ", "/", "+", "/", "|", "/", "\n", "/").Replace(column)
	pieces := strings.Split(cut, "/")
	if len(pieces) < 2 || len(pieces) > 5 {
		return columnRole{}, false
	}
	for _, p := range pieces {
		t, ok := wholly(p)
		if !ok {
			t, ok = abbreviated(p)
		}
		if ok && (!found || t.field.key() && !best.field.key()) {
			best, found = t, true
		}
	}
	return best, found
}

// around are keys of JSON around what a record says of its own party, papers around
// its numbers, where around a place of its own; forms say how a value is written.
var (
	around   = set(`data record records row result results attributes properties fields node payload body values value details info information general header master main basic profile party parties company organisation organization entity partner business person individual subject counterparty order shipment consignment booking legal_entity legalentity names object`)
	papers   = set(`identity identification identifier identifiers ids tax registration document documents legal`)
	where    = set(`place_of_business registered_office delivery shipping ship billing mailing registered legal postal invoice office offices hq headquarters headquarter home work location locations site residence domicile primary address addresses place business principal contact geo country`)
	wordings = set(`full value text display formatted original name`)
	forms    = set(`iso iso2 iso3 code codes name value text label alpha2 alpha3 iso_code full formatted id raw display display_name title cca2 cca3`)
)

func set(all string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(all) {
		out[fold(w)] = true
	}
	return out
}

// ofPath finds the meaning of a key of JSON by its path: without the keys around it
// that only say that it belongs to the record ("data.company.legalName"), and without
// one after it that says how a country is written ("nationality.iso"). A place may
// be in any key of the places of a party ("delivery.address.country").
func ofPath(column string) (columnRole, bool) {
	parts := strings.Split(column, ".")
	if len(parts) < 2 || len(parts) > 8 {
		return columnRole{}, false
	}
	whole := parts
	if last := fold(parts[len(parts)-1]); forms[last] {
		if t, ok := suffix(parts[:len(parts)-1]); ok && (isPlace(t.field) || t.field == fNationality || t.field == fName && wordings[last]) {
			return t, true
		}
	}
	return suffix(whole)
}

func suffix(parts []string) (columnRole, bool) {
	for i := range parts {
		t, ok := wholly(strings.Join(parts[i:], " "))
		if !ok && i == len(parts)-1 {
			t, ok = abbreviated(parts[i])
		}
		if ok && (i == 0 || belongs(parts[:i], t)) {
			return t, true
		}
		key := fold(parts[i])
		if !around[key] && !where[key] && !papers[key] {
			return columnRole{}, false
		}
	}
	return columnRole{}, false
}

// belongs reports whether the value of a key is said of the record's own
// party, or of the party that it names itself.
func belongs(outer []string, t columnRole) bool {
	number := t.field.isIdentifier() || t.field == fIdentifier
	for _, k := range outer {
		key := fold(k)
		switch {
		case around[key], papers[key] && number:
		case where[key] && (isPlace(t.field) || t.field == fPhone || t.field == fEmail || t.field == fWebsite):
		default:
			return false
		}
	}
	return true
}

// placeFields say where somebody or something is.
var placeFields = []field{fCountry, fCity, fRegion, fPostalCode, fAddress, fFlag, fDestination, fPlace, fOrigin}

// isPlace reports whether a field says where somebody is.
func isPlace(f field) bool { return slices.Contains(placeFields, f) }
