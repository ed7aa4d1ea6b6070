package intake_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/enduse/enduse/internal/intake"
)

// cells are what a row of data has under a column of a meaning.
var cells = map[string]string{
	"country": "DE", "destination": "KZ", "origin": "DE", "city": "Ulm", "postal code": "89073", "address": "Example Road 1", "name": "Example Works", "id": "100107",
	"order id": "PO-17", "email": "a@example.com", "phone": "+49 731 1", "quantity": "5", "value": "12.50", "currency": "EUR", "HS code": "854231", "part number": "EX-1",
	"port": "Hamburg", "birth date": "1971-05-02", "given name": "Anna", "family name": "Example", "VAT number": "DE123456789", "INN": "7717671799", "description": "connectors", "vessel": "EXAMPLE STAR",
}

// readHeaders reads a header with a row below it and counts what became of its columns.
func readHeaders(t *testing.T, headers []string, want [][]string) (right, asked int, lost, wrong []string) {
	t.Helper()
	row := make([]string, len(headers))
	for i, w := range want {
		row[i] = cells[w[0]]
		if row[i] == "" {
			row[i] = "Example " + string(rune('A'+i))
		}
	}
	var b strings.Builder
	w := csv.NewWriter(&b)
	w.Comma = ';'
	if err := w.WriteAll([][]string{headers, row, row}); err != nil {
		t.Fatal(err)
	}
	sheets, err := intake.OpenAll("x.csv", strings.NewReader(b.String()), intake.Options{})
	if err != nil {
		return 0, len(headers), nil, nil // it is refused, and says why
	}
	for range sheets[0].Reader.Records() {
	}
	read := map[string]string{}
	warned := map[string]bool{}
	for _, c := range sheets[0].Reader.Columns() {
		read[c.Header], warned[c.Header] = c.ReadAs, c.Warning
	}
	for i, h := range headers {
		got := read[h]
		switch {
		case means(want[i], got), got == "" && slices.Contains(want[i], "-"):
			right++
		case warned[h]:
			asked++
		case got == "":
			lost = append(lost, h+" (want "+want[i][0]+")")
		default:
			wrong = append(wrong, h+" = "+got+" (want "+want[i][0]+")")
		}
	}
	return right, asked, lost, wrong
}

// means reports whether a column was read as one of the meanings. Of a file of one role
// the details are those of the role; numbers of tax offices are of one kind.
func means(want []string, got string) bool {
	if got == "tax number" && slices.ContainsFunc(want, func(w string) bool { return w == "number" }) {
		return true
	}
	return slices.ContainsFunc(want, func(w string) bool { return got == w || strings.HasSuffix(got, " "+w) && got != "end-use country" })
}

// TestHeaders: of the headers of real systems in sixteen languages nothing is lost in
// silence. Rows that are held were not looked at while the vocabulary was written.
func TestHeaders(t *testing.T) {
	b, err := os.ReadFile("testdata/headers.tsv")
	if err != nil {
		t.Fatal(err)
	}
	type sum struct{ columns, right, asked, lost, wrong int }
	sums := map[string]*sum{"": {}, "yes": {}}
	languages := map[string]bool{}
	for i, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
		parts := strings.Split(line, "\t")
		if len(parts) != 5 || i == 0 {
			if i > 0 {
				t.Errorf("line %d has %d cells", i+1, len(parts))
			}
			continue
		}
		languages[parts[1]] = true
		var headers []string
		var want [][]string
		for pair := range strings.SplitSeq(parts[4], " | ") {
			at := strings.LastIndex(pair, "=")
			headers, want = append(headers, pair[:at]), append(want, strings.Split(pair[at+1:], "/"))
		}
		right, asked, lost, wrong := readHeaders(t, headers, want)
		s := sums[parts[3]]
		s.columns, s.right, s.asked, s.lost, s.wrong = s.columns+len(headers), s.right+right, s.asked+asked, s.lost+len(lost), s.wrong+len(wrong)
		if parts[3] == "" || os.Getenv("ENDUSE_HELD") != "" {
			for _, l := range lost {
				t.Logf("%s: lost %s", parts[0], l)
			}
			for _, w := range wrong {
				t.Logf("%s: wrong %s", parts[0], w)
			}
		}
	}
	for held, s := range sums {
		t.Logf("held=%q: %d columns, %d right, %d asked, %d lost, %d wrong: %.3f", held, s.columns, s.right, s.asked, s.lost, s.wrong, float64(s.right+s.asked)/float64(s.columns))
		if held == "" && (float64(s.right+s.asked) < 0.95*float64(s.columns) || s.lost > 0) {
			t.Error("columns are lost")
		}
	}
	if len(languages) != 16 {
		t.Errorf("%d languages", len(languages))
	}
}
