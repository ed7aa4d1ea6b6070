package enduse_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/internal/testkit"
)

func ExampleCheckDigit() {
	fmt.Println(enduse.CheckDigit(enduse.IDIMO, "IMO 9187629"))
	fmt.Println(enduse.CheckDigit(enduse.IDIMO, "9187628"))
	fmt.Println(enduse.CheckDigit(enduse.IDINN, "7707083893"))
	// Output:
	// valid
	// wrong
	// valid
}

// TestCheckDigit has numbers that their standards or issuers publish, and
// forms in which documents print them.
func TestCheckDigit(t *testing.T) {
	const valid, wrong, none = enduse.CheckValid, enduse.CheckWrong, enduse.CheckNone
	tests := []struct {
		kind  enduse.IdentifierKind
		value string
		want  enduse.Check
	}{
		{enduse.IDLEI, "5493001KJTIIGC8Y1R12", valid}, // Bloomberg Finance LP
		{enduse.IDLEI, "506700GE1G29325QX363", valid}, // GLEIF
		{enduse.IDLEI, "lei: 5067 00GE 1G29 325Q X363", valid},
		{enduse.IDLEI, "506700GE1G29325QX364", wrong},
		{enduse.IDLEI, "506700GE1G29325QX36", wrong},
		{enduse.IDLEI, "506700GE1G29325QXÀ63", wrong},

		{enduse.IDIBAN, "GB82 WEST 1234 5698 7654 32", valid}, // the example of ISO 13616
		{enduse.IDIBAN, "IBAN DE89370400440532013000", valid},
		{enduse.IDIBAN, "GB82 WEST 1234 5698 7654 33", wrong},
		{enduse.IDIBAN, "ZZ82WEST12345698765432", wrong},

		{enduse.IDISIN, "US0378331005", valid}, // Apple
		{enduse.IDISIN, "AU0000XVGZA3", valid}, // the letters shift the digits
		{enduse.IDISIN, "RU0009029540", valid}, // Sberbank
		{enduse.IDISIN, "US0378331004", wrong},
		{enduse.IDISIN, "RU000902954A", wrong},

		{enduse.IDIMO, "IMO 9074729", valid}, // the example of the IMO's formula
		{enduse.IDIMO, "9187629", valid},
		{enduse.IDIMO, "imo no. 9187629", valid},
		{enduse.IDIMO, "9187628", wrong},
		{enduse.IDIMO, "918762", wrong},
		{enduse.IDIMO, "IMO", wrong},

		{enduse.IDMMSI, "273344220", none},
		{enduse.IDMMSI, "MMSI 273 344 220", none},
		{enduse.IDMMSI, "002734422", none},
		{enduse.IDMMSI, "970123456", none},
		{enduse.IDMMSI, "199999999", wrong},
		{enduse.IDMMSI, "27334422", wrong},

		{enduse.IDBIC, "DEUTDEFF", none},
		{enduse.IDBIC, "SWIFT/BIC: DEUTDEFF500", wrong}, // a slash joins two things
		{enduse.IDBIC, "SWIFT: SABRRUMM", none},
		{enduse.IDBIC, "DEUT DE FF 500", none},
		{enduse.IDBIC, "SWIFTCODE", wrong},
		{enduse.IDBIC, "DEUTXXFF", wrong},
		{enduse.IDBIC, "BICBDEFF", none}, // a code that begins like the label

		{enduse.IDDUNS, "15-048-3782", none},
		{enduse.IDDUNS, "D-U-N-S 150483782", none},
		{enduse.IDDUNS, "1504837820", wrong},

		{enduse.IDUSCC, "91350100M000100Y43", valid}, // the example of GB 32100-2015
		{enduse.IDUSCC, "91350100m000100y43", valid},
		{enduse.IDUSCC, "91350100M000100Y44", wrong},
		{enduse.IDUSCC, "91350100I000100Y43", wrong},

		{enduse.IDINN, "7707083893", valid}, // Sberbank
		{enduse.IDINN, "ИНН 7707083893", valid},
		{enduse.IDINN, "7736050003", valid}, // Gazprom
		{enduse.IDINN, "500100732259", valid},
		{enduse.IDINN, "500100732258", wrong},
		{enduse.IDINN, "7707083894", wrong},
		{enduse.IDINN, "77070838", wrong},

		{enduse.IDOGRN, "1027700132195", valid}, // Sberbank
		{enduse.IDOGRN, "ОГРН: 1027700070518", valid},
		{enduse.IDOGRN, "304500116000157", valid}, // a sole trader
		{enduse.IDOGRN, "1027700132196", wrong},
		{enduse.IDOGRN, "10277001321", wrong},

		{enduse.IDSNILS, "112-233-445 95", valid}, // the example of the Pension Fund
		{enduse.IDSNILS, "112-233-445 96", wrong},
		{enduse.IDSNILS, "001-001-998 00", none},

		{enduse.IDOKPO, "00032537", valid}, // Sberbank
		{enduse.IDOKPO, "00040778", valid}, // Gazprom
		{enduse.IDOKPO, "00032538", wrong},

		{enduse.IDKPP, "773601001", none},
		{enduse.IDKPP, "7736AZ001", none},
		{enduse.IDKPP, "77360100", wrong},

		{enduse.IDPassport, "anything at all", none},
		{enduse.IDLEI, strings.Repeat("5", 1<<16), wrong},
		{enduse.IDINN, "", wrong},
	}
	for _, tt := range tests {
		if got := enduse.CheckDigit(tt.kind, tt.value); got != tt.want {
			t.Errorf("CheckDigit(%s, %.40q) = %q, want %q", tt.kind, tt.value, got, tt.want)
		}
	}
}

func TestCheckDigitOfWallets(t *testing.T) {
	const valid, wrong, none = enduse.CheckValid, enduse.CheckWrong, enduse.CheckNone
	tests := []struct {
		value string
		want  enduse.Check
	}{
		{"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", valid}, // the first block
		{"1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", wrong},
		{"3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", valid},                             // BIP 13's form
		{"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", valid},                     // BIP 173
		{"BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", valid},                     // BIP 173
		{"bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", wrong},                     // BIP 173
		{"bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", valid}, // BIP 350
		{"bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj1", wrong}, // BIP 350
		{"Bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", wrong},                     // mixed case
		{"0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAe", none},                      // form only
		{"0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BA", wrong},                      //
		{"0xde0B295669a9FD93d5F28D9Ec85E40f4cb697BAg", wrong},                     //
		{"TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t", valid},                             // USDT on Tron
		{"TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6u", wrong},                             //
		{"rf1BiGeXwwQoi8Z2ueFYTEXSwuJYfV2Jpn", none},                              // XRP has another alphabet
		{"", none},
		{"1", none},
		{"bc1", wrong},
		{strings.Repeat("1", 1<<16), none}, //
	}
	for _, tt := range tests {
		if got := enduse.CheckDigit(enduse.IDWallet, tt.value); got != tt.want {
			t.Errorf("CheckDigit(wallet, %.70q) = %q, want %q", tt.value, got, tt.want)
		}
	}
}

// TestCheckDigitFindsWrongDigits changes each digit of a valid number in turn:
// a check digit is there to find that.
func TestCheckDigitFindsWrongDigits(t *testing.T) {
	for kind, value := range map[enduse.IdentifierKind]string{
		enduse.IDLEI: "5493001KJTIIGC8Y1R12", enduse.IDIBAN: "GB82WEST12345698765432", enduse.IDISIN: "US0378331005",
		enduse.IDUSCC: "91350100M000100Y43", enduse.IDWallet: "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4",
	} {
		for i := range value {
			if !strings.ContainsRune("0123456789", rune(value[i])) {
				continue // a digit for a letter may pass: MOD 97 sees a letter as two digits
			}
			for _, c := range "0123456789" {
				changed := value[:i] + string(c) + value[i+1:]
				if changed != value && enduse.CheckDigit(kind, changed) == enduse.CheckValid {
					t.Errorf("%s: %s passes like %s", kind, changed, value)
				}
			}
		}
	}
}

// TestCheckDigitsOfListedParties holds the formulas against the numbers that
// OFAC prints: nearly all of a kind fit, and a random digit would fit one time
// in ten.
func TestCheckDigitsOfListedParties(t *testing.T) {
	path := testkit.Data(t, "ofac", "2026-08", "sdn.csv")
	kinds := []struct {
		kind    enduse.IdentifierKind
		pattern string
		least   int
		share   float64
	}{
		{enduse.IDIMO, `Vessel Registration Identification (IMO \d+)`, 700, 0.99},
		{enduse.IDIMO, `(?:Company|Identification) Number (IMO \d+)`, 100, 0.95},
		{enduse.IDINN, `Tax ID No\. (\d{10}|\d{12}) \(Russia\)`, 1000, 0.99},
		{enduse.IDOGRN, `Registration Number (\d{13}|\d{15}) \(Russia\)`, 1000, 0.99},
		{enduse.IDOKPO, `Government Gazette Number (\d{8}|\d{10}) \(Russia\)`, 200, 0.98},
		{enduse.IDUSCC, `(?:Unified Social Credit Code \(USCC\)|Unified Social Credit Code) ([0-9A-Z]{18}) \(China\)`, 50, 0.97},
		{enduse.IDLEI, `Legal Entity Number ([0-9A-Z]{20})`, 40, 0.97},
		{enduse.IDBIC, `SWIFT/BIC ([0-9A-Z]+)`, 100, 0.97},
		{enduse.IDMMSI, `MMSI (\d+)`, 100, 0.97},
		{enduse.IDWallet, `Digital Currency Address - XBT ([0-9A-Za-z]+)`, 20, 0.99},
		{enduse.IDWallet, `Digital Currency Address - ETH ([0-9A-Za-z]+)`, 10, 0.99},
	}
	all := readAll(t, path)
	for _, k := range kinds {
		found, right := 0, 0
		for _, m := range regexp.MustCompile(k.pattern).FindAllStringSubmatch(all, -1) {
			found++
			if enduse.CheckDigit(k.kind, m[1]) != enduse.CheckWrong {
				right++
			} else {
				t.Logf("%s: %s", k.kind, m[1])
			}
		}
		t.Logf("%s %s: %d of %d fit", k.kind, k.pattern, right, found)
		if found < k.least || float64(right) < k.share*float64(found) {
			t.Errorf("%s: %d of %d fit, want %.2f of at least %d", k.kind, right, found, k.share, k.least)
		}
	}
}

// readAll joins the remarks of an SDN file.
func readAll(t *testing.T, path string) string {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b strings.Builder
	r := csv.NewReader(f)
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	for {
		row, err := r.Read()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(row[len(row)-1] + "\n")
	}
}

func FuzzCheckDigit(f *testing.F) {
	for i, kind := range enduse.IdentifierKinds {
		f.Add(i, string(kind)+" 9187629")
	}
	f.Add(0, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")
	f.Add(1, "5493001KJTIIGC8Y1R12")
	f.Fuzz(func(t *testing.T, i int, value string) {
		kind := enduse.IdentifierKinds[uint(i)%uint(len(enduse.IdentifierKinds))]
		check := enduse.CheckDigit(kind, value)
		switch check {
		case enduse.CheckNone, enduse.CheckValid, enduse.CheckWrong:
		default:
			t.Errorf("CheckDigit(%s, %q) = %q", kind, value, check)
		}
		if got := enduse.CheckDigit(kind, " "+value+" "); len(value) < 64 && got != check {
			t.Errorf("%s %q: %q, with spaces around %q", kind, value, check, got)
		}
	})
}
