package compare

import (
	"testing"

	"github.com/enduse/enduse"
	"github.com/enduse/enduse/checkdigit"
	"github.com/enduse/enduse/internal/name"
)

func TestBirthDates(t *testing.T) {
	w := BirthDateWeights{Day: 2.5, Month: 1.5, Year: 1, Near: 0.1, Swapped: 0.2, SameYear: -1, Conflict: 5}
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"1957-03-10", "1957-03-10", 2.5},
		{"1957-03", "1957-03-10", 1.5},
		{"1957", "1957-03-10", 1},
		{"1957-01-01", "1957", 1}, // a year is not 1 January: it agrees with every day of it
		{"1957-12-31", "1957", 1},
		{"1957-03-10", "1957-10-03", 0.2},
		{"1957-03-10", "1957-07-30", -1},
		{"1957", "1958", 0.1},
		{"1957", "1960", -5},
		{"1960", "1957~", 0.1},
		{"1958-06-01", "1955/1960", 1},
		{"1957-03-10", "1999-03-10", -5},
	} {
		x, y := date(t, c.a), date(t, c.b)
		for _, pair := range [][2]enduse.Date{{x, y}, {y, x}} {
			e, ok := BirthDates(pair[0], []enduse.Date{pair[1]}, w)
			if !ok || e.Contribution != c.want {
				t.Errorf("%s / %s: %v (%s), want %v", pair[0], pair[1], e.Contribution, e.Method, c.want)
			}
		}
	}
	if _, ok := BirthDates(enduse.Date{}, []enduse.Date{date(t, "1957")}, w); ok {
		t.Error("an unknown date is evidence")
	}
	if e, _ := BirthDates(date(t, "1957"), []enduse.Date{date(t, "1990"), date(t, "1957")}, w); e.Contribution != 1 {
		t.Error("of several dates the best does not count")
	}
}

// TestDoubtfulBirthDates: a date of another calendar agrees with the day that it is,
// and one that is not sure never speaks against.
func TestDoubtfulBirthDates(t *testing.T) {
	w := BirthDateWeights{Day: 2.5, Month: 1.5, Year: 1, Near: -1.96, Swapped: 1.5, SameYear: -1, Conflict: 5}
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"1335-12-20", "1957-03-11", 1.5}, // Persian
		{"1335", "1957-03-11", 1},
		{"1335-12", "1957-03-11", 1},
		{"1398-04-01", "1978-03-10", 1}, // Islamic, within a day
		{"1398-04-01", "1978-03-12", 1},
		{"1398-04-01", "1960-05-05", 0}, // neither
		{"1404-01-01", "1957-03-11", 0},
		{"2520-02-21", "1977-02-21", 1.5}, // Buddhist
		{"2520", "1960", 0},
		{"2077-02-21", "1977-02-21", 1.5}, // a century late
		{"2077-02-21", "1950-01-01", 0},
		{"1900-01-01", "1957-03-11", 0},
		{"1970-01-01", "1957-03-11", 0},
		{"1970-01-01", "1970", 1},
		{"1970-01-02", "1957-03-11", -5},
		{"0019", "1957-03-11", 0},
		{"1700-01-01", "1957-03-11", 0},
		{"9999-12-31", "1957-03-11", 0},
		{"1977-02-11", "1977-11-02", 1.5},
	} {
		x, y := date(t, c.a), date(t, c.b)
		for _, pair := range [][2]enduse.Date{{x, y}, {y, x}} {
			e, _ := BirthDates(pair[0], []enduse.Date{pair[1]}, w)
			if e.Contribution != c.want {
				t.Errorf("%s / %s: %v (%s), want %v", pair[0], pair[1], e.Contribution, e.Method, c.want)
			}
		}
	}
}

func date(t *testing.T, s string) enduse.Date {
	t.Helper()
	d, err := enduse.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestIdentifiers(t *testing.T) {
	w := IdentifierWeights{Strong: 14, Weak: 6, Conflict: 3, Another: 7}
	id := checkdigit.Identifier
	for _, c := range []struct {
		name   string
		a, b   enduse.Identifier
		want   float64
		strong bool
		found  bool
	}{
		{"same IMO, other writing", id(enduse.IDIMO, "IMO 9187629", ""), id(enduse.IDIMO, "9187629", ""), 14, true, true},
		{"same passport of one country", id(enduse.IDPassport, "N17419612", "IR"), id(enduse.IDPassport, "n 17419612", "IR"), 14, true, true},
		{"passport, country unknown", id(enduse.IDPassport, "N17419612", ""), id(enduse.IDPassport, "N17419612", "IR"), 6, false, true},
		{"passports of two countries", id(enduse.IDPassport, "N17419612", "SY"), id(enduse.IDPassport, "N17419612", "IR"), 0, false, false},
		{"kind unknown", id(enduse.IDOther, "7744001497", ""), id(enduse.IDINN, "7744001497", "RU"), 6, false, true},
		{"short and kind unknown", id(enduse.IDOther, "12", ""), id(enduse.IDRegistration, "12", "RU"), 0, false, false},
		{"another IMO", id(enduse.IDIMO, "9187629", ""), id(enduse.IDIMO, "9074729", ""), -7, false, true},
		{"another passport", id(enduse.IDPassport, "A1234567", "IR"), id(enduse.IDPassport, "B7654321", "IR"), 0, false, false},
		{"wrong check digit is not strong", id(enduse.IDIMO, "9187620", ""), id(enduse.IDIMO, "9187620", ""), 6, false, true},
	} {
		n := Identifiers([]enduse.Identifier{c.a}, []enduse.Identifier{c.b}, Home{}, w)
		e, strong, found := n.Evidence, n.Strong, n.Found()
		if found != c.found || strong != c.strong || e.Contribution != c.want {
			t.Errorf("%s: %v strong=%v found=%v, want %v %v %v", c.name, e.Contribution, strong, found, c.want, c.strong, c.found)
		}
	}
}

func TestStrongIdentifierWithConflictIsNotIdentity(t *testing.T) {
	w := IdentifierWeights{Strong: 14, Weak: 6, Conflict: 3, Another: 7}
	asked := []enduse.Identifier{checkdigit.Identifier(enduse.IDIMO, "9187629", ""), checkdigit.Identifier(enduse.IDLEI, "253400WSS48YWMBUA688", "")}
	listed := []enduse.Identifier{checkdigit.Identifier(enduse.IDIMO, "9187629", ""), checkdigit.Identifier(enduse.IDLEI, "5493001KJTIIGC8Y1R12", "")}
	if n := Identifiers(asked, listed, Home{}, w); n.Strong || !n.Found() {
		t.Errorf("%+v", n)
	}
}

func TestCountries(t *testing.T) {
	w := AgreeWeights{Agree: 1, Conflict: 2}
	for _, c := range []struct {
		a, b []enduse.Country
		want float64
	}{
		{[]enduse.Country{"CU"}, []enduse.Country{"CU", "PA"}, 1},
		{[]enduse.Country{"US"}, []enduse.Country{"CU"}, -2},
		{[]enduse.Country{"SU"}, []enduse.Country{"RU"}, 1},
		{[]enduse.Country{"HK"}, []enduse.Country{"CN"}, 0},
		{[]enduse.Country{"HK"}, []enduse.Country{"CN", "HK"}, 1},
		{nil, []enduse.Country{"RU"}, 0},
	} {
		if e, _ := Countries(c.a, c.b, w); e.Contribution != c.want {
			t.Errorf("%v / %v: %v, want %v", c.a, c.b, e.Contribution, c.want)
		}
	}
}

func TestAddresses(t *testing.T) {
	for _, c := range []struct {
		a, b     string
		from, to float64
	}{
		{"Room 1201, 12/F, 88 Example Street, Kowloon", "88 Example Street, Rm 1201, 12/F, Kowloon, Hong Kong", 0.7, 1},
		{"12 Example Street", "14 Example Street", 0, 0},
		{"88 Example Street", "88 Another Road", 0, 0.8},
		{"Ul. Tsentralnaya 103, Moscow", "Ulitsa Tsentralnaya 103, Moscow", 0.8, 1},
	} {
		x, y := name.Analyse(c.a), name.Analyse(c.b)
		if got := Addresses(&x, &y); got < c.from || got > c.to {
			t.Errorf("%q / %q: %.2f, want %v to %v", c.a, c.b, got, c.from, c.to)
		}
		if Addresses(&x, &y) != Addresses(&y, &x) {
			t.Errorf("%q / %q: not symmetric", c.a, c.b)
		}
	}
}

// TestIdentifiersHoweverWritten: what is around a number neither hides that
// it is the same nor makes it another one.
func TestIdentifiersHoweverWritten(t *testing.T) {
	w := IdentifierWeights{Strong: 14, Weak: 6, Conflict: 3, Another: 7}
	for _, c := range []struct {
		kind   enduse.IdentifierKind
		listed string
		asked  []string
	}{
		{enduse.IDIMO, "9187629", []string{"IMO 9187629", "IMO No. 9187629", "imo: 9187629", "IMO Number 9187629", "９１８７６２９", "9 187 629"}},
		{enduse.IDINN, "7707083893", []string{"INN 7707083893", "ИНН 7707083893", "ИНН: 7707083893"}},
		{enduse.IDBIC, "SABRRUMM", []string{"SABRRUMMXXX", "BIC SABRRUMM", "SWIFT: SABRRUMM", "sabr ru mm xxx"}},
		{enduse.IDBIC, "NOSCNOKK", []string{"SWIFT NOSCNOKK", "BIC: NOSCNOKKXXX"}},
		{enduse.IDBIC, "SOMRRUM1KST", []string{"SOMRRUM1", "SOMRRUM1XXX", "SOMRRUM1ABC"}},
		{enduse.IDLEI, "529900T8BM49AURSDO55", []string{"LEI 529900T8BM49AURSDO55", "LEI: 5299-00T8-BM49-AURS-DO55"}},
	} {
		for _, asked := range c.asked {
			a, l := checkdigit.Identifier(c.kind, asked, ""), checkdigit.Identifier(c.kind, c.listed, "")
			for _, pair := range [][2]enduse.Identifier{{a, l}, {l, a}} {
				if n := Identifiers(pair[:1], pair[1:], Home{}, w); !n.Strong {
					t.Errorf("%s %q and %q: %+v", c.kind, pair[0].Value, pair[1].Value, n)
				}
			}
		}
	}
}

// TestCodesOfCountries: the code of a country in front of a tax number is no
// part of it; the letters of a passport number are.
func TestCodesOfCountries(t *testing.T) {
	w := IdentifierWeights{Strong: 14, Weak: 6, Conflict: 3, Another: 7}
	for _, c := range []struct {
		kind   enduse.IdentifierKind
		a, b   string
		strong bool
		key    bool
	}{
		{enduse.IDTax, "BG 831036657", "831036657", true, true},
		{enduse.IDTax, "EL123456789", "123456789", true, true},
		{enduse.IDTax, "XQ123456789", "123456789", false, false},
		{enduse.IDPassport, "IR1234567", "1234567", false, true},
		{enduse.IDRegistration, "ABCDRU12345", "ABCDRU12678", false, true},
	} {
		a, b := checkdigit.Identifier(c.kind, c.a, "BG"), checkdigit.Identifier(c.kind, c.b, "BG")
		for _, pair := range [][2]enduse.Identifier{{a, b}, {b, a}} {
			strong := Identifiers(pair[:1], pair[1:], Home{}, w).Strong
			if key := NormalIdentifier(c.a) == NormalIdentifier(c.b); strong != c.strong || key != c.key {
				t.Errorf("%s %q and %q: strong %v, one key %v", c.kind, pair[0].Value, pair[1].Value, strong, key)
			}
		}
	}
}
