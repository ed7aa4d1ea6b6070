package number

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/enduse/enduse"
)

// label is the name of a kind of number on documents.
type label struct {
	kind    enduse.IdentifierKind
	country enduse.Country // of the one register that has the name, or ""
	// word says that it is a word of other meaning too, or a part of names: a number
	// behind it counts only if its check digit fits.
	word bool
}

// labelTable are the names of kinds in any text, folded: small letters and digits
// without marks, run together, without "number", "no." and the like.
var labelTable = []struct {
	label
	words string
}{
	{label{enduse.IDIMO, "", false}, `imo, imo ship, imo id, vessel imo, ship imo, имо, imo编号, imo号, imo船舶, المنظمة البحرية الدولية`},
	{label{enduse.IDMMSI, "", false}, `mmsi`},
	{label{enduse.IDINN, "", false}, `инн, иннкпп, инн юл, инн фл`},
	{label{enduse.IDINN, "", true}, `inn, inn kpp, tin inn, inn tin`},
	{label{enduse.IDOGRN, "", false}, `ogrn, ogrnip, огрн, огрнип, psrn, psrnsp`},
	{label{enduse.IDOKPO, "", false}, `okpo, окпо`},
	{label{enduse.IDKPP, "", false}, `kpp, кпп`},
	{label{enduse.IDSNILS, "", false}, `snils, снилс`},
	{label{enduse.IDUSCC, "", false}, `uscc, usci, unified social credit, social credit, unified social credit identifier, 统一社会信用代码, 社会信用代码, 统一社会信用代碼, 統一社會信用代碼, 信用代码`},
	{label{enduse.IDLEI, "", true}, `lei, legal entity identifier, lei code`},
	{label{enduse.IDBIC, "", true}, `bic, swift, swift bic, bic swift, swift code, bic code, код swift, свифт, swift代码`},
	{label{enduse.IDISIN, "", true}, `isin`},
	{label{enduse.IDIBAN, "", false}, `iban`},
	{label{enduse.IDDUNS, "", false}, `duns, d u n s, duns`},
	{label{enduse.IDWallet, "", true}, `wallet, wallet address, crypto wallet, bitcoin, bitcoin address, btc, btc address, xbt, eth, ethereum, eth address, usdt, usdc, tron, trx, xrp, ripple, ltc, litecoin, doge, dash, zec, zcash, bch, xmr, monero, bnb, bsc, arb, sol, solana, etc, digital currency address, crypto address, кошелек, кошелёк, криптокошелек, 钱包, 钱包地址, 比特币`},
	{label{enduse.IDPassport, "", false}, `passport, passports, pasaporte, passeport, passaporto, passaporte, reisepass, pass nr, passnummer, reisepassnummer, паспорт, загранпаспорт, паспорт гражданина, серия и номер паспорта, pasaport, paspoort, 护照, 护照号, 护照号码, 護照, 旅券, 旅券番号, جواز سفر, جواز السفر, رقم الجواز, گذرنامه, شماره گذرنامه, pasport, passport id, travel document`},
	{label{enduse.IDNational, "", false}, `national id, national identification, national identity, national identity card, nid, identity card, identification card, id card, cedula, cedula de ciudadania, cedula de identidad, dni, carte d'identité, carte identité, carte nationale, personalausweis, personalausweisnummer, ausweisnummer, удостоверение личности, 身份证, 身份证号, 身份证号码, الرقم الوطني, رقم الهوية, کد ملی, شماره ملی, kimlik, tc kimlik, codice fiscale, pesel, cnic, emirates id`},
	{label{enduse.IDNational, "MX", false}, `curp`},
	{label{enduse.IDNational, "US", false}, `ssn, social security`},
	{label{enduse.IDTax, "", false}, `tax id, tax identification, tax payer id, taxpayer id, tax payer identification, taxpayer identification, tax no, tax reg, tax registration, tax number, tin, vat, vat id, vat reg, vat registration, nif, cif no, ruc, steuernummer, steuer nr, ust id, ust idnr, ust id nr, ustid, umsatzsteuer id, vergi no, vergi, vkn, налоговый, numero fiscal, tva, numero tva, partita iva, p iva, piva, 税号, 纳税人识别号, 納稅人識別號, الرقم الضريبي, شناسه ملی`},
	{label{enduse.IDTax, "MX", false}, `rfc`},
	{label{enduse.IDTax, "BR", false}, `cnpj, cpf`},
	{label{enduse.IDTax, "BY", false}, `унп, unp`},
	{label{enduse.IDTax, "AR", false}, `cuit, cuil`},
	{label{enduse.IDRegistration, "", false}, `registration no, registration number, registration id, reg no, reg number, reg nr, regn no, registration, company registration, company reg, company no, company number, co no, crn, business registration, brn, brn no, trade register, trade registry, commercial register, commercial registration, commercial registry, company id, enterprise number, matricula mercantil, registro mercantil, numero registro, numero immatriculation, rcs, handelsregister, handelsregisternummer, registernummer, mersis, uen, cr no, cr number, c r no, license no, licence no, trade license, trade licence, регистрационный, рег, рег номер, госрегистрация, 注册号, 登记号, 商业登记号, 公司编号, السجل التجاري, شماره ثبت, ico, krs, regon, corporate number, 法人番号`},
	{label{enduse.IDRegistration, "UA", false}, `edrpou, едрпоу, єдрпоу`},
	{label{enduse.IDRegistration, "FR", false}, `siren, siret`},
	{label{enduse.IDDriver, "", false}, `driver licence, drivers licence, driver license, drivers license, driver s license, driving licence, fuhrerschein, водительское удостоверение`},
	{label{enduse.IDBirthCert, "", false}, `birth certificate, свидетельство о рождении`},
	{label{enduse.IDCallSign, "", true}, `call sign, callsign`},
	{label{enduse.IDHull, "", true}, `hull number, manufacturer serial, msn`},
	{label{enduse.IDTail, "", true}, `tail number, aircraft registration`},
}

// inCells are the names of kinds that a cell of numbers may have in front, and that
// are too short or too common to be looked for in any text.
var inCells = []struct {
	label
	words string
}{
	{label{enduse.IDTax, "", false}, `vat no, cif, tax, trn, iva, steuer, ust, номер`},
	{label{enduse.IDTax, "US", false}, `ein`},
	{label{enduse.IDRegistration, "", false}, `reg, register, cr, license, licence`},
	{label{enduse.IDNational, "", false}, `id, nin, nie, identity`},
	{label{enduse.IDPassport, "", false}, `pass, pp, ppt`},
}

// fillers are words between a label and its number.
var fillers = set(`no, nr, nos, num, number, numbers, nummer, numero, numéro, n, номер, номера, код, code, codes, id, is, of, was, series, serie, серия, и, №, #, 号, 号码, 编号, 번호, رقم, nº, holder, ship, vessel`)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.SplitSeq(words, ",") {
		m[fold(w)] = true
	}
	return m
}

// fold is the key of a label.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '#' {
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

var strictLabels = sync.OnceValue(func() map[string]label { return tableOf(labelTable) })

var cellLabels = sync.OnceValue(func() map[string]label {
	m := tableOf(inCells)
	maps.Copy(m, strictLabels())
	return m
})

func tableOf(rows []struct {
	label
	words string
},
) map[string]label {
	m := map[string]label{}
	for _, r := range rows {
		for w := range strings.SplitSeq(r.words, ",") {
			m[fold(w)] = r.label
		}
	}
	return m
}

// maxLabel is how many words a label has.
const maxLabel = 5

// Kind is the kind that a word names: a code, such as national_id, or what stands on
// documents, such as ИНН.
func Kind(word string) (enduse.IdentifierKind, bool) {
	if k := enduse.IdentifierKind(strings.ToLower(strings.TrimSpace(word))); slices.Contains(enduse.IdentifierKinds, k) {
		return k, true
	}
	l, ok := cellLabels()[fold(word)]
	return l.kind, ok
}
