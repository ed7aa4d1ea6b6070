package number_test

import (
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/number"
)

// show writes what was read: the kind unless it is that of the column, the value, the
// country in brackets, and "gap" for each gap.
func show(r number.Reading, column enduse.IdentifierKind) string {
	var out []string
	for _, f := range r.Found {
		one := f.Value
		if f.Kind != column {
			one = string(f.Kind) + " " + one
		}
		if f.Country != "" {
			one += " (" + string(f.Country) + ")"
		}
		out = append(out, one)
	}
	if len(r.Gaps) > 0 {
		out = append(out, "gap")
	}
	return strings.Join(out, ", ")
}

// TestCells: what spreadsheets and people do to a number in its own column is undone,
// and what cannot be read is a gap.
func TestCells(t *testing.T) {
	for kind, cells := range map[enduse.IdentifierKind]map[string]string{
		enduse.IDIMO: {
			`="9187629"`: "9187629", `'9187629`: "9187629", `"9187629"`: "9187629", `="IMO 9187629"`: "9187629", "=9187629": "9187629", `=T("9187629")`: "9187629",
			"No. 9187629": "9187629", "IMO No.: 9187629": "9187629", "IMO number is 9187629": "9187629", "IMO-9187629": "9187629", "IMO9187629": "9187629", "#9187629": "9187629", "№ 9187629": "9187629",
			"9187629/PANAMA": "9187629", "9187629 (Panama)": "9187629", "9187629 Panama flag": "9187629", "Panama, 9187629": "9187629", "9187629 IMO": "9187629", "Flag 12, IMO 9187629": "9187629",
			"9,187,629": "9187629", "9 187 629": "9187629", "9.187.629": "9187629", "9'187'629": "9187629", "9,187,629.00": "9187629", "9187629.0": "9187629", "9187629,00": "9187629",
			"9.187629E+06": "9187629", "9,187629E+06": "9187629", "9.187629e6": "9187629", "9.18763E+06": "9.18763E+06, gap",
			"٩١٨٧٦٢٩": "9187629", "۹۱۸۷۶۲۹": "9187629", "９１８７６２９": "9187629", "९१८७६२९": "9187629", "91\u200b87\u200d629": "9187629", "9187629\u00a0": "9187629", "\ufeff9187629": "9187629",
			"9I87629": "9187629", "9l87629": "9187629", "9187 629": "9187629", "9187628": "9187628, gap", "918762": "918762, gap", "see above": "see above, gap",
			"0": "", "0000000": "", "N/A": "", "-": "", "n.a.": "", "": "", "нет": "",
			"IMO 9187629 / MMSI 572469210": "9187629, mmsi 572469210", "9187629-PANAMA": "9187629", "9187629 (ex 9074729)": "9187629, 9074729", "IMO: 9 187 629, flag Panama": "9187629", "TBA": "",
			"9187629; 9074729": "9187629, 9074729", "9187629 9074729": "9187629, 9074729",
		},
		enduse.IDINN: {
			"273008320": "0273008320", "0273008320": "0273008320", "273008320.0": "0273008320", "2.73008E+08": "2.73008E+08, gap", "7.70401E+11": "7.70401E+11, gap",
			"ИНН/КПП 0273008320/027301001": "0273008320, kpp 027301001", "0273008320/027301001": "0273008320, kpp 027301001", "INN 7707083893 KPP 770701001": "7707083893, kpp 770701001",
			"7 707 083 893": "7707083893", "77O7083893": "7707083893", "RU7707083893": "7707083893 (RU)", "7707083894": "7707083894, gap", "7707083893 ПАО": "7707083893",
			"ИНН7707083893КПП770701001": "7707083893, kpp 770701001", "77О7083893": "7707083893", "ИНН 77О7083893": "7707083893",
			"ИНН: 7707083893, ОГРН: 1027700132195": "7707083893, ogrn 1027700132195", "7707083893, 123456789012": "7707083893, gap",
		},
		enduse.IDOGRN:   {"1027700132195": "1027700132195", "1.027700132195E12": "1027700132195", "ОГРН №1027700132195 от 16.08.2002": "1027700132195", "027700132195": "027700132195, gap"},
		enduse.IDSNILS:  {"112-233-445 95": "11223344595", "1122334459": "1122334459, gap"},
		enduse.IDLEI:    {"5493001KJTIIGC8Y1R12": "5493001KJTIIGC8Y1R12", "5493 001K JTII GC8Y 1R12": "5493001KJTIIGC8Y1R12", "lei:5493001kjtiigc8y1r12": "5493001KJTIIGC8Y1R12", "54930O1KJTIIGC8Y1R12": "5493001KJTIIGC8Y1R12", "5493001KJTIIGC8Y1R1": "5493001KJTIIGC8Y1R1, gap", "5493001КJTIIGC8Y1R12": "5493001KJTIIGC8Y1R12"},
		enduse.IDUSCC:   {"统一社会信用代码91110000600037341L": "91110000600037341L", "9111 0000 6000 3734 1L": "91110000600037341L", "9111OOOO600037341L": "91110000600037341L", "911100001000139000": "911100001000139000, gap"},
		enduse.IDBIC:    {"SABRRUMM": "SABRRUMM", "SWIFT: SABRRUMMXXX": "SABRRUMMXXX", "SABR RU MM": "SABRRUMM", "SАBRRUMM": "SABRRUMM", "SABR": "SABR, gap"},
		enduse.IDIBAN:   {"IBAN: DE89 3704 0044 0532 0130 00": "DE89370400440532013000", "DE89370400440532013001": "DE89370400440532013001, gap"},
		enduse.IDDUNS:   {"15-048-3782": "150483782", "50483782": "050483782", "12": "12, gap"},
		enduse.IDWallet: {"0x7F367cC41522cE07553e823bf3be79A889DEbe1B": "0x7F367cC41522cE07553e823bf3be79A889DEbe1B", "ETH: 0x7F367cC41522cE07553e823bf3be79A889DEbe1B": "0x7F367cC41522cE07553e823bf3be79A889DEbe1B", "bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa": "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "0x7F367cC4": "0x7F367cC4, gap", "see mail": "see mail, gap"},
		enduse.IDPassport: {
			"AF133955": "AF133955", `="002301585"`: "002301585", "Passport No. AF133955": "AF133955", "AF133955 (Colombia)": "AF133955 (CO)", "AF133955/CO": "AF133955 (CO)", "CO AF133955": "AF133955 (CO)", "COL-AF133955": "AF133955 (CO)", "COL 123456789": "123456789 (CO)", "AE 1234567": "AE 1234567", "AF133955, issued 12.03.2010": "AF133955",
			"AF133955 expires 2030": "AF133955", "АF133955": "AF133955", "45 10 123456": "45 10 123456", "паспорт 4510 123456 выдан ОВД": "4510 123456", "AF133955, AF133956": "AF133955, AF133956", "IR1234567": "IR1234567",
			"applied for": "applied for, gap", "N/A": "", "2301585.0": "2301585", "1.23456E+08": "1.23456E+08, gap", "passport": "passport, gap",
		},
		enduse.IDTax:          {"DE 123 456 789": "123456789 (DE)", "12/345/67890": "12/345/67890", "VAT: EL123456789": "123456789 (GR)", "12.345.678": "12345678", "RFC NAP1110251B4": "NAP1110251B4 (MX)", "TIN: 12-3456789": "12-3456789"},
		enduse.IDRegistration: {"HRB 12345 B": "HRB 12345 B", "Reg. No. HRB 104174": "HRB 104174", "BRN12345": "BRN12345", "02696754": "02696754", "Company No. 02696754 (England)": "02696754 (GB)"},
		enduse.IDOther:        {"5493001KJTIIGC8Y1R12": "lei 5493001KJTIIGC8Y1R12", "IMO 9187629": "imo 9187629", "passport AF133955": "passport AF133955", "X-12": "X-12"},
	} {
		for cell, want := range cells {
			if got := show(number.Read(cell, number.Hints{Kind: kind}), kind); got != want {
				t.Errorf("%s %q: %s, want %s", kind, cell, got, want)
			}
		}
	}
}

// TestTexts: numbers are found in names and remarks by the names of their kinds.
func TestTexts(t *testing.T) {
	for text, want := range map[string]string{
		"MV EXAMPLE STAR (IMO 9187629)": "imo 9187629", "EXAMPLE STAR IMO9187629": "imo 9187629", "EXAMPLE STAR, imo number: 9187629, built 2005": "imo 9187629", "EXAMPLE STAR IMO 9187629 2005": "imo 9187629",
		"M/V EXAMPLE STAR 9187629": "imo 9187629", "танкер ПРИМЕР 9187629": "imo 9187629", "EXAMPLE STAR (9187629)": "", "EXAMPLE STAR IMO 1234568": "gap", "судно ПРИМЕР ИМО 9187629": "imo 9187629",
		"ООО Пример ИНН 7707083893": "inn 7707083893", "ООО Пример, ИНН/КПП 7707083893/770701001": "inn 7707083893, kpp 770701001", "Primer LLC, INN 7707083893, OGRN 1027700132195": "inn 7707083893, ogrn 1027700132195",
		"Primer I.N.N. 7707083893": "inn 7707083893", "Example Bank SWIFT SABRRUMM": "bic SABRRUMM", "Example Bank (BIC: SABRRUMMXXX)": "bic SABRRUMMXXX",
		"Example Ltd LEI 5493001KJTIIGC8Y1R12": "lei 5493001KJTIIGC8Y1R12", "Example Ltd 5493001KJTIIGC8Y1R12": "lei 5493001KJTIIGC8Y1R12", "Example Ltd DE89 3704 0044 0532 0130 00": "iban DE89370400440532013000",
		"示例公司统一社会信用代码91110000600037341L": "uscc 91110000600037341L", "Example Co 91110000600037341L": "uscc 91110000600037341L",
		"pay to 0x7F367cC41522cE07553e823bf3be79A889DEbe1B now": "crypto_wallet 0x7F367cC41522cE07553e823bf3be79A889DEbe1B", "1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa": "crypto_wallet 1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa",
		"Max Beispiel, Reisepass Nr. C01X00T47": "passport C01X00T47", "Juan Ejemplo pasaporte AF133955": "passport AF133955", "Иван Пример, паспорт 4510 123456": "passport 4510 123456", "Example PASSPORT N17419612 DOB 1970": "passport N17419612",
		"Example, جواز سفر ٠١٢٣٤٥٦٧": "passport 01234567", "Example 护照号码E12345678": "passport E12345678",
		"Example Ltd, company no. 02696754": "registration 02696754", "Example GmbH, Handelsregister HRB 104174": "registration HRB 104174", "Example SA, Tax ID 12-3456789": "tax 12-3456789", "Example, national ID 1234567890": "national_id 1234567890",
		"Example Ltd LEI 5493 001K JTII GC8Y 1R13": "gap", "Primer ІNN 77O7083893": "inn 7707083893", "Example IMO 918 76 28": "gap", "Primer ОГРН 1027700132196": "gap",
		// Nothing of these is an identifier.
		"Holiday Inn 12345": "", "HOLIDAY INN 4501234567": "gap", "Swift Logistics 2000 Ltd": "", "Factory 7707083893": "", "PO 4500123456": "", "Order 9187629": "", "Tel. +49 30 9187629": "", "HS 8542319000": "",
		"EUR 9,187,629.00": "", "IMO class 3": "", "500 LEI": "", "Passport Innovations": "", "VAT 19%": "", "Example Registration Services": "", "ul. Lenina 15, 101000 Moscow": "", "Unit 61398": "",
		"3M Company": "", "Pass 12 Ltd": "", "7-Eleven 123": "", "Bic Cristal": "", "Etc 12345678": "", "invoice 2026/117 of 12.03.2026": "",
	} {
		if got := show(number.Read(text, number.Hints{}), ""); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
	if got := show(number.Read("EXAMPLE STAR 9187629", number.Hints{Vessel: true}), ""); got != "imo 9187629" {
		t.Errorf("of a ship: %s", got)
	}
}

// TestAny: a lone number is of every kind that it fits.
func TestAny(t *testing.T) {
	for text, want := range map[string]string{
		"9187629": "imo 9187629, other 9187629", "IMO 9187629": "imo 9187629", "7707083893": "inn 7707083893, other 7707083893", "002301585": "mmsi 002301585, other 002301585", "12345": "-", "0000000": "-", "Aero 9187629": "-", "Example": "-",
		"0x7F367cC41522cE07553e823bf3be79A889DEbe1B": "crypto_wallet 0x7F367cC41522cE07553e823bf3be79A889DEbe1B", "passport AF133955": "passport AF133955", "9.18763E+06": "-",
	} {
		found, ok := number.Any(text)
		got := show(number.Reading{Found: found}, "")
		if !ok {
			got = "-"
		}
		got = strings.ReplaceAll(got, "duns 002301585, ", "")
		if got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{`="9187629"`, "ИНН/КПП 0273008320/027301001", "IMO9187629 / MMSI 572469210", "9.187629E+06", "护照号码E12345678", "D-U-N-S 15-048-3782", "DE89 3704 0044 0532 0130 00"} {
		f.Add(s, 0)
		f.Add(s, 11)
	}
	f.Fuzz(func(t *testing.T, s string, k int) {
		kind := enduse.IdentifierKinds[uint(k)%uint(len(enduse.IdentifierKinds))]
		for _, h := range []number.Hints{{}, {Kind: kind}, {Vessel: true, Bank: true}} {
			r := number.Read(s, h)
			for _, found := range r.Found {
				if found.Value == "" || found.Kind == "" {
					t.Errorf("%q: %+v", s, found)
				}
			}
			if len(r.Found) > 64 {
				t.Errorf("%q: %d numbers", s, len(r.Found))
			}
		}
		number.Any(s)
	})
}
