package checkdigit_test

import (
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/testkit"
)

func ExampleOf() {
	fmt.Println(checkdigit.Of(enduse.IDIMO, "IMO 9187629"))
	fmt.Println(checkdigit.Of(enduse.IDIMO, "9187628"))
	fmt.Println(checkdigit.Of(enduse.IDINN, "7707083893"))
	// Output:
	// valid
	// wrong
	// valid
}

// TestVectors reads numbers that their standards or issuers publish, and forms in
// which documents print them.
func TestVectors(t *testing.T) {
	f, err := os.Open(filepath.Join("testdata", "vectors.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	results := map[string]enduse.Check{"valid": enduse.CheckValid, "wrong": enduse.CheckWrong, "none": enduse.CheckNone}
	for i, row := range rows[1:] {
		kind, value := enduse.IdentifierKind(row[0]), row[1]
		want, ok := results[row[2]]
		if !ok || !slices.Contains(enduse.IdentifierKinds, kind) {
			t.Fatalf("row %d: %q", i+2, row)
		}
		if got := checkdigit.Of(kind, value); got != want {
			t.Errorf("row %d: Of(%s, %q) = %q, want %q", i+2, kind, value, got, want)
		}
	}
	if len(rows) < 70 {
		t.Errorf("only %d rows", len(rows))
	}
}

// TestLength: a value of any length is answered at once.
func TestLength(t *testing.T) {
	if got := checkdigit.Of(enduse.IDLEI, strings.Repeat("5", 1<<16)); got != enduse.CheckWrong {
		t.Errorf("%q", got)
	}
	if got := checkdigit.Of(enduse.IDWallet, strings.Repeat("1", 1<<16)); got != enduse.CheckNone {
		t.Errorf("%q", got)
	}
}

// TestFindsWrongDigits changes each digit of a valid number in turn:
// a check digit is there to find that.
func TestFindsWrongDigits(t *testing.T) {
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
				if changed != value && checkdigit.Of(kind, changed) == enduse.CheckValid {
					t.Errorf("%s: %s passes like %s", kind, changed, value)
				}
			}
		}
	}
}

// TestListedParties holds the formulas against the numbers that
// OFAC prints: nearly all of a kind fit, and a random digit would fit one time
// in ten.
func TestListedParties(t *testing.T) {
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
			if checkdigit.Of(k.kind, m[1]) != enduse.CheckWrong {
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

func FuzzOf(f *testing.F) {
	for i, kind := range enduse.IdentifierKinds {
		f.Add(i, string(kind)+" 9187629")
	}
	f.Add(0, "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")
	f.Add(1, "5493001KJTIIGC8Y1R12")
	f.Fuzz(func(t *testing.T, i int, value string) {
		kind := enduse.IdentifierKinds[uint(i)%uint(len(enduse.IdentifierKinds))]
		check := checkdigit.Of(kind, value)
		switch check {
		case enduse.CheckNone, enduse.CheckValid, enduse.CheckWrong:
		default:
			t.Errorf("Of(%s, %q) = %q", kind, value, check)
		}
		if got := checkdigit.Of(kind, " "+value+" "); len(value) < 64 && got != check {
			t.Errorf("%s %q: %q, with spaces around %q", kind, value, check, got)
		}
	})
}
