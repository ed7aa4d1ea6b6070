package enduse

// IdentifierKind says who numbers what. Kinds that mean one register in
// the whole world (IMO, LEI, BIC) need no country; the others do.
type IdentifierKind string

// The kinds of identifiers.
const (
	IDPassport     IdentifierKind = "passport"
	IDNational     IdentifierKind = "national_id"
	IDTax          IdentifierKind = "tax"
	IDRegistration IdentifierKind = "registration"
	IDINN          IdentifierKind = "inn"    // Russian taxpayer number, 10 or 12 digits
	IDOGRN         IdentifierKind = "ogrn"   // Russian state registration number, 13 or 15 digits
	IDOKPO         IdentifierKind = "okpo"   // Russian government gazette (statistics) code
	IDKPP          IdentifierKind = "kpp"    // Russian tax registration reason code
	IDSNILS        IdentifierKind = "snils"  // Russian pension insurance number
	IDUSCC         IdentifierKind = "uscc"   // Chinese unified social credit code, GB 32100-2015
	IDLEI          IdentifierKind = "lei"    // ISO 17442
	IDIMO          IdentifierKind = "imo"    // IMO ship number
	IDMMSI         IdentifierKind = "mmsi"   // ITU-R M.585
	IDBIC          IdentifierKind = "bic"    // ISO 9362
	IDISIN         IdentifierKind = "isin"   // ISO 6166
	IDIBAN         IdentifierKind = "iban"   // ISO 13616
	IDDUNS         IdentifierKind = "duns"   // D-U-N-S number
	IDTicker       IdentifierKind = "ticker" // stock exchange symbol
	IDWallet       IdentifierKind = "crypto_wallet"
	IDCallSign     IdentifierKind = "call_sign"
	IDHull         IdentifierKind = "hull"     // vessel or aircraft serial number
	IDTail         IdentifierKind = "tail"     // aircraft registration mark
	IDOfficial     IdentifierKind = "official" // a publisher's own reference for the party
	IDBirthCert    IdentifierKind = "birth_certificate"
	IDDriver       IdentifierKind = "driver_licence"
	IDOther        IdentifierKind = "other"
)

// IdentifierKinds lists every kind.
var IdentifierKinds = []IdentifierKind{
	IDPassport, IDNational, IDTax, IDRegistration, IDINN, IDOGRN, IDOKPO, IDKPP, IDSNILS,
	IDUSCC, IDLEI, IDIMO, IDMMSI, IDBIC, IDISIN, IDIBAN, IDDUNS, IDTicker, IDWallet,
	IDCallSign, IDHull, IDTail, IDOfficial, IDBirthCert, IDDriver, IDOther,
}

// Check says what an identifier's own check digit says of it.
type Check string

// The outcomes of a check. A wrong check digit is kept and marked: lists
// contain such numbers, and so do the documents of those who are on them.
const (
	CheckNone  Check = ""      // the kind has no check digit, or none is known
	CheckValid Check = "valid" // the check digit fits
	CheckWrong Check = "wrong" // the form or the check digit does not fit
)

// Identifier is a number that somebody issued to a party.
type Identifier struct {
	Kind    IdentifierKind `json:"kind"`
	Value   string         `json:"value"` // as the source writes it
	Country Country        `json:"country,omitempty"`
	Label   string         `json:"label,omitempty"` // the source's word for the kind, such as "R.F.C."
	Note    string         `json:"note,omitempty"`  // issue and expiry as printed, currency of a wallet
	Check   Check          `json:"check,omitempty"`
}

// Strong reports whether equality of two such identifiers fixes an identity by
// itself: a worldwide register, or a register of one named country. A number
// of unknown kind or one that fails its own check digit never does.
func (i Identifier) Strong() bool {
	if i.Check == CheckWrong {
		return false
	}
	switch i.Kind {
	case IDIMO, IDLEI, IDBIC, IDISIN, IDWallet, IDINN, IDOGRN, IDUSCC, IDSNILS, IDIBAN, IDMMSI, IDDUNS:
		return true
	case IDPassport, IDNational, IDTax, IDRegistration:
		return i.Country != ""
	case IDOKPO, IDKPP, IDTicker, IDCallSign, IDHull, IDTail, IDOfficial, IDBirthCert, IDDriver, IDOther:
		return false
	}
	return false
}
